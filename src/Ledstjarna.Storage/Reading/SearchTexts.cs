using Ledstjarna.Domain;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledstjarna.Storage.Reading;

/// <summary>What is looked for, in the forms the database asks with.</summary>
/// <param name="Organisation">Whose texts.</param>
/// <param name="Hidden">The kinds of which also that is found which the pages do not show to everyone.</param>
/// <param name="Words">What someone typed, or words put together by <see cref="AnyOf"/>.</param>
public sealed record SearchQuestion(OrganisationId Organisation, IReadOnlyList<string> Hidden, string Words)
{
    /// <summary>For each place one of some words, in the database's own language; null: it is <see cref="Words"/> that are looked for.</summary>
    public string? Expression { get; init; }

    /// <summary>A number or code as a regular expression: what a hit's own code begins with.</summary>
    public string? Code { get; init; }

    /// <summary>Whether the code is looked for in running text as well.</summary>
    public bool CodeInText { get; init; }

    /// <summary>An expression that asks for one word of each group.</summary>
    /// <param name="groups">Words of letters and digits alone.</param>
    /// <param name="all">Every group has to be there; else one is enough.</param>
    public static string AnyOf(IEnumerable<IReadOnlyList<string>> groups, bool all) =>
        string.Join(all ? " & " : " | ", groups.Select(g => $"({string.Join(" | ", g.Select(w => $"'{w}'"))})"));
}

/// <summary>A text that was found.</summary>
/// <param name="Kind">What kind of thing it is: a name in the view <c>search_texts</c>.</param>
/// <param name="Id">The thing's id; of a part, the thing's, a dot and the part's.</param>
/// <param name="Rank">How well it fits; more is better.</param>
public sealed record TextHit(string Kind, string Id, double Rank);

/// <summary>A found text as it is shown, with the words that were looked for between <see cref="SearchTexts.Start"/> and <see cref="SearchTexts.Stop"/>.</summary>
public sealed record TextExcerpt(string Kind, string Id, string? Title, string? Body);

/// <summary>A word someone looked for.</summary>
/// <param name="Word">As typed.</param>
/// <param name="IsKnown">Some text has it, or it is one of those too common to be looked for.</param>
/// <param name="Near">Words of the texts that look like it, the most alike first.</param>
public sealed record AskedWord(string Word, bool IsKnown, IReadOnlyList<string> Near);

/// <summary>Looks for words in an organisation's texts: as Swedish inflects them, and by how they begin.</summary>
public sealed class SearchTexts(Database database)
{
    /// <summary>Marks that no one types, around a word that was looked for.</summary>
    public const char Start = '\uE000';

    public const char Stop = '\uE001';

    // In what is asked every word that begins with a letter and has three may go on: gymnasie finds gymnasieexamen. The dictionary leaves the
    // ending -an, so it is taken off here: skolan finds skola.
    private const string Asked = """
        with asked as (
          select exact,
                 regexp_replace(regexp_replace(exact::text collate swedish, '''([[:alpha:]]{4,})ans?''', '''\1''', 'g'), '''([[:alpha:]](?:[^'']|''''){2,})''', '''\1'':*', 'g')::tsquery as beginning
            from (select case when $3::text is null then websearch_to_tsquery('swedish', lower($2 collate swedish)) else to_tsquery('swedish', $3) end as exact) e
        ),
        texts as (select * from search_texts where organisation_id = $1 and (is_public or kind = any($4)))
        """;

    private const string FindSql =
        Asked
        + """

            select kind, id,
                   (case when code ~* ('^' || $5 || '$') then 4 when code ~* ('^' || $5 || '(?![0-9])') then 3 when code ~* ('^' || $5) then 2 else 0 end
                    + case when $6 and all_text ~* ('(^|[^[:alnum:]])' || $5 || '(?![0-9])') then 1 else 0 end
                    + case when lower(title collate swedish) = lower($2 collate swedish) then 1 else 0 end
                    + 2 * ts_rank(words, exact, 1) + ts_rank(words, beginning, 1))::float8
              from asked, (select *, concat_ws(' ', code, title, body) collate swedish as all_text from texts) t
             where words @@ exact or words @@ beginning or code ~* ('^' || $5) or ($6 and all_text ~* ('(^|[^[:alnum:]])' || $5))
            """;

    private const string ExcerptSql =
        Asked
        + """

            select kind, id,
                   ts_headline('swedish', translate(title, $8, ''), exact || beginning, 'HighlightAll=true,' || $7),
                   ts_headline('swedish', translate(body, $8, ''), exact || beginning, 'MaxWords=32,MinWords=18,ShortWord=0,MaxFragments=2,FragmentDelimiter=" … ",' || $7)
              from asked, texts
             where (kind, id) in (select * from unnest($5::text[], $6::text[]))
            """;

    private const string WordsSql = """
        with texts as materialized (
          select words, lower(concat_ws(' ', code, title, body) collate swedish) as text
            from search_texts where organisation_id = $1 and (is_public or kind = any($2))
        ),
        vocabulary as materialized (
          select distinct word from texts, regexp_split_to_table(text, '[^[:alnum:]]+') word where length(word) between 2 and 40
        )
        select word, asked = ''::tsquery or exists (select from texts where words @@ asked),
               array(select v.word from vocabulary v
                      where greatest(similarity(v.word, a.word), word_similarity(a.word, v.word)) >= 0.15
                      order by greatest(similarity(v.word, a.word), 0.8 * word_similarity(a.word, v.word)) desc limit 60)
          from (select word, n, to_tsquery('swedish', '''' || word || '''' || case when length(word) > 2 then ':*' else '' end) as asked
                  from unnest($3::text[]) with ordinality t(word, n)) a
         order by n
        """;

    /// <summary>Every text that fits, in no order.</summary>
    public Task<List<TextHit>> FindAsync(SearchQuestion question, CancellationToken cancellation) =>
        ReadAsync(
            question.Organisation,
            FindSql,
            [.. Common(question), Text(question.Code), new() { Value = question.CodeInText }],
            r => new TextHit(r.GetString(0), r.GetString(1), r.GetDouble(2)),
            cancellation
        );

    /// <summary>Some of the hits with the words marked, in no order.</summary>
    public Task<List<TextExcerpt>> ExcerptsAsync(SearchQuestion question, IReadOnlyList<TextHit> hits, CancellationToken cancellation) =>
        ReadAsync(
            question.Organisation,
            ExcerptSql,
            [
                .. Common(question),
                new() { Value = hits.Select(h => h.Kind).ToArray() },
                new() { Value = hits.Select(h => h.Id).ToArray() },
                new() { Value = $"StartSel={Start},StopSel={Stop}" },
                new() { Value = $"{Start}{Stop}" },
            ],
            r => new TextExcerpt(
                r.GetString(0),
                r.GetString(1),
                r.IsDBNull(2) ? null : r.GetString(2),
                r.IsDBNull(3) ? null : r.GetString(3)
            ),
            cancellation
        );

    /// <summary>Which of some words the texts have, and what the others look like.</summary>
    /// <param name="question">Whose texts, and which of them.</param>
    /// <param name="words">Letters and digits alone.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    public Task<List<AskedWord>> WordsAsync(SearchQuestion question, IReadOnlyList<string> words, CancellationToken cancellation) =>
        ReadAsync(
            question.Organisation,
            WordsSql,
            [new() { Value = question.Organisation.Value }, new() { Value = question.Hidden.ToArray() }, new() { Value = words.ToArray() }],
            r => new AskedWord(r.GetString(0), r.GetBoolean(1), r.GetFieldValue<string[]>(2)),
            cancellation
        );

    private static NpgsqlParameter[] Common(SearchQuestion question) =>
        [
            new() { Value = question.Organisation.Value },
            new() { Value = question.Words },
            Text(question.Expression),
            new() { Value = question.Hidden.ToArray() },
        ];

    private static NpgsqlParameter Text(string? value) =>
        new() { Value = (object?)value ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text };

    private async Task<List<T>> ReadAsync<T>(
        OrganisationId organisation,
        string sql,
        NpgsqlParameter[] parameters,
        Func<NpgsqlDataReader, T> read,
        CancellationToken cancellation
    )
    {
        await using var context = database.Context(organisation);
        await context.Database.OpenConnectionAsync(cancellation); // which tells row-level security whose rows
        await using var command = new NpgsqlCommand(sql, (NpgsqlConnection)context.Database.GetDbConnection());
        command.Parameters.AddRange(parameters);
        await using var rows = await command.ExecuteReaderAsync(cancellation);
        var all = new List<T>();
        while (await rows.ReadAsync(cancellation))
        {
            all.Add(read(rows));
        }

        return all;
    }
}
