using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledstjarna.Storage.Reading;

/// <summary>What is looked for in the catalogues.</summary>
/// <param name="Words">As typed; empty: all.</param>
/// <param name="OperatingArea">The source's own name of it. Null: any.</param>
/// <param name="Set">The code of a set. Null: any.</param>
/// <param name="ByGender">Only those divided by gender.</param>
/// <param name="WithDiscontinued">Those no longer published too.</param>
/// <param name="WithExamples">Invented ones too.</param>
public sealed record KeyFigureQuestion(
    string Words,
    string? OperatingArea,
    string? Set,
    bool ByGender,
    bool WithDiscontinued,
    bool WithExamples
);

/// <summary>A page of what was found.</summary>
public sealed record FoundKeyFigures(IReadOnlyList<KeyFigure> Page, int Count);

/// <summary>A value of an area that is no municipality, or of one with what is said of it.</summary>
public readonly record struct AreaValue(int Year, double Value, bool IsPreliminary, string? Status);

/// <summary>A school's, home's or other unit's value.</summary>
public sealed record UnitValue(string Name, double Value, bool IsPreliminary, string? Status);

/// <summary>Reads the catalogues that all organisations share.</summary>
public sealed class KeyFigures(Database database)
{
    public const int PageSize = 25;

    // As in the search over all texts: every word that begins with a letter and has three may go on, and the ending -an is taken off.
    private const string Asked = """
        with asked as (
          select regexp_replace(regexp_replace(websearch_to_tsquery('swedish', lower($1 collate swedish))::text collate swedish,
                   '''([[:alpha:]]{4,})ans?''', '''\1''', 'g'), '''([[:alpha:]](?:[^'']|''''){2,})''', '''\1'':*', 'g')::tsquery as words)
        select k.id, count(*) over ()
          from statistics.key_figures k join statistics.key_figure_words w on w.key_figure_id = k.id, asked
         where k.removed_by is null and coalesce(k.facts ->> 'municipalityType', '') <> 'L'
           and ($1 = '' or w.words @@ asked.words)
           and ($2::text is null or k.facts ->> 'operatingArea' = $2)
           and ($3::text is null or k.code = any (select unnest(members) from statistics.key_figure_sets where code = $3))
           and (not $4 or k.facts -> 'isDividedByGender' = 'true')
           and ($5 or not k.facts ->> 'title' ~ '\(\s*[-–]\s*[0-9]{4}\s*\)')
           and ($6 or k.source <> 'Example')
         order by case when $1 = '' then 0 else ts_rank(w.words, asked.words) end desc, k.facts ->> 'title' collate swedish, k.code
         limit $7 offset $8
        """;

    public async Task<FoundKeyFigures> FindAsync(KeyFigureQuestion question, int page, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        await db.Database.OpenConnectionAsync(cancellation);
        await using var command = new NpgsqlCommand(Asked, (NpgsqlConnection)db.Database.GetDbConnection());
        object?[] parameters =
        [
            question.Words,
            question.OperatingArea,
            question.Set,
            question.ByGender,
            question.WithDiscontinued,
            question.WithExamples,
            PageSize,
            (Math.Max(1, page) - 1L) * PageSize,
        ];
        command.Parameters.AddRange(parameters.Select(p => new NpgsqlParameter { Value = p ?? DBNull.Value }).ToArray());
        var (ids, count) = (new List<int>(), 0);
        await using (var rows = await command.ExecuteReaderAsync(cancellation))
        {
            while (await rows.ReadAsync(cancellation))
            {
                ids.Add(rows.GetInt32(0));
                count = (int)rows.GetInt64(1);
            }
        }

        var found = await db.Set<KeyFigure>().AsNoTracking().Where(k => ids.Contains(k.Id)).ToDictionaryAsync(k => k.Id, cancellation);
        return new FoundKeyFigures([.. ids.Select(i => found[i])], count);
    }

    /// <summary>Of any source, whether or not its catalogue still holds it. Null: there is none.</summary>
    public async Task<KeyFigure?> FindAsync(string code, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        return await db.Set<KeyFigure>().AsNoTracking().OrderBy(k => k.Source).FirstOrDefaultAsync(k => k.Code == code, cancellation);
    }

    /// <summary>Those there are of some codes, by code.</summary>
    public async Task<IReadOnlyDictionary<string, KeyFigure>> FindAsync(IReadOnlyCollection<string> codes, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        var found = await db.Set<KeyFigure>()
            .AsNoTracking()
            .Where(k => codes.Contains(k.Code))
            .OrderBy(k => k.Source)
            .ToListAsync(cancellation);
        return found.DistinctBy(k => k.Code, StringComparer.Ordinal).ToDictionary(k => k.Code, StringComparer.Ordinal);
    }

    /// <summary>The operating areas there are, by name.</summary>
    public async Task<IReadOnlyList<string>> OperatingAreasAsync(CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        return await db
            .Database.SqlQuery<string>(
                $"""
                select distinct facts ->> 'operatingArea' collate swedish as "Value" from statistics.key_figures
                 where removed_by is null and facts ->> 'operatingArea' is not null order by 1
                """
            )
            .ToListAsync(cancellation);
    }

    /// <summary>The sets, by name; those with a key figure that the catalogue holds.</summary>
    public async Task<IReadOnlyList<KeyFigureSet>> SetsAsync(CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        return await db.Set<KeyFigureSet>().AsNoTracking().OrderBy(s => s.Name).ThenBy(s => s.Code).ToListAsync(cancellation);
    }

    /// <summary>How many key figures there are for municipalities.</summary>
    public async Task<int> CountAsync(CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        return await db
            .Database.SqlQuery<int>(
                $"select count(*)::int as \"Value\" from statistics.key_figures where removed_by is null and source <> 'Example'"
            )
            .SingleAsync(cancellation);
    }

    /// <summary>
    /// The groups to compare a municipality with: those put together as alike to it, which name it and do not hold it, and those it is in.
    /// </summary>
    public async Task<IReadOnlyList<AreaGroup>> GroupsAsync(Municipality municipality, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        var (code, named) = (municipality.Code.Value, $", {municipality.Name},");
        return await db.Set<AreaGroup>()
            .AsNoTracking()
            .Where(g => g.Members.Contains(code) || (g.Name + ",").Contains(named))
            .OrderBy(g => g.Members.Contains(code))
            .ThenBy(g => g.Name)
            .ToListAsync(cancellation);
    }

    /// <summary>One area's values, by year, with what the source says of each.</summary>
    /// <param name="keyFigure">Its number.</param>
    /// <param name="area">A code: a municipality's, a region's or the country's.</param>
    /// <param name="gender">Whom they are about.</param>
    /// <param name="cancellation">Nothing is read.</param>
    public async Task<IReadOnlyDictionary<int, AreaValue>> ValuesAsync(
        int keyFigure,
        string area,
        Breakdown gender,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(default);
        var number = (short)gender;
        var rows = await db.Set<StoredFigure>()
            .AsNoTracking()
            .Where(f =>
                f.KeyFigureId == keyFigure
                && f.Gender == number
                && f.Value != null
                && db.Set<Area>().Any(a => a.Id == f.AreaId && a.Code == area)
            )
            .ToListAsync(cancellation);
        return rows.ToDictionary(f => (int)f.Year, f => new AreaValue(f.Year, f.Value!.Value, f.IsPreliminary, f.Status));
    }

    /// <summary>The values of the units in a municipality, by name.</summary>
    /// <param name="keyFigure">Its number.</param>
    /// <param name="municipality">The code of the one they lie in.</param>
    /// <param name="year">What they are about.</param>
    /// <param name="gender">Whom they are about.</param>
    /// <param name="cancellation">Nothing is read.</param>
    public async Task<IReadOnlyList<UnitValue>> UnitsAsync(
        int keyFigure,
        string municipality,
        int year,
        Breakdown gender,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(default);
        var number = (short)gender;
        return await (
            from figure in db.Set<StoredFigure>()
            join area in db.Set<Area>() on figure.AreaId equals area.Id
            where
                figure.KeyFigureId == keyFigure
                && figure.Gender == number
                && figure.Year == year
                && figure.Value != null
                && area.Kind == AreaKind.Unit
                && area.MunicipalityCode == municipality
            orderby area.Name, area.Code
            select new UnitValue(area.Name, figure.Value!.Value, figure.IsPreliminary, figure.Status)
        ).ToListAsync(cancellation);
    }

    /// <summary>The years that some value of a key figure was preliminary when it was fetched.</summary>
    public async Task<IReadOnlySet<int>> PreliminaryYearsAsync(int keyFigure, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        var years = await db.Set<StoredFigure>()
            .Where(f => f.KeyFigureId == keyFigure && f.IsPreliminary)
            .Select(f => f.Year)
            .Distinct()
            .ToListAsync(cancellation);
        return years.Select(y => (int)y).ToHashSet();
    }

    /// <summary>When a key figure's values were last fetched: the import that changed them last, and the last one that asked for them.</summary>
    public async Task<DateTime?> FetchedAtAsync(KeyFigure keyFigure, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        return await db.Set<StatisticsImport>()
            .Where(i =>
                i.Version != null
                && i.Source == keyFigure.Source
                && (i.Id == keyFigure.ValuesImportId || i.KeyFigures.Contains(keyFigure.Code))
            )
            .MaxAsync(i => i.FetchedAt, cancellation);
    }
}
