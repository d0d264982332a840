namespace Ledstjarna.Domain.Memos;

/// <summary>What a section of a memo is filled with before anyone writes.</summary>
public enum MemoSource
{
    /// <summary>Nothing: a person writes it.</summary>
    Nothing,

    /// <summary>Förslag till beslut.</summary>
    Proposal,
    Summary,

    /// <summary>Composed of the decisions in the matter.</summary>
    Background,
    Consequences,

    /// <summary>Samråd.</summary>
    Consultation,

    /// <summary>Politiska mål: those of the level in the matter.</summary>
    Goals,

    /// <summary>Politiska beslut kopplade till ärendet.</summary>
    Decisions,

    /// <summary>The Convention on the Rights of the Child: article × goals × effect.</summary>
    Convention,
    Agenda2030,

    /// <summary>Verkställighet, uppföljning och utvärdering.</summary>
    FollowUp,

    /// <summary>Förvaltningens helhetsbedömning: with a level in the matter, what it changes.</summary>
    OverallView,

    /// <summary>Handlingar och bilagor.</summary>
    Attachments,
}

/// <summary>The headings of a municipality's own memos (mall för tjänsteskrivelse), as data.</summary>
public sealed record MemoTemplate
{
    public required OrganisationId OrganisationId { get; init; }

    public required MemoTemplateId Id { get; init; }

    public required string Name
    {
        get;
        init => field = Require.Text(value, "name", 200);
    }

    /// <summary>In order, as <see cref="TemplateSection.Parse"/> reads them.</summary>
    public required IReadOnlyList<string> Sections
    {
        get;
        init =>
            field =
                value.Count > 0 && value.All(l => TemplateSection.Parse(l) is not null)
                    ? value
                    : throw new DomainRuleException(RuleCode.TemplateMalformed, "sections");
    }

    /// <summary>Where its headings come from.</summary>
    public string? SourceNote { get; init; }

    /// <summary>The municipality's own Word file that memos are put in; kept apart. Null: none.</summary>
    public string? BaseFileName { get; init; }

    public IEnumerable<TemplateSection> Parts() => Sections.Select(l => TemplateSection.Parse(l)!);

    /// <summary>The headings as they stand in a memo, by key: numbered from 1 under each heading above.</summary>
    /// <param name="isWritten">Which of them stand there; others take no number. Null: all.</param>
    public IReadOnlyDictionary<string, string> Headings(Func<TemplateSection, bool>? isWritten = null)
    {
        var headings = new Dictionary<string, string>(StringComparer.Ordinal);
        var numbers = new int[3];
        foreach (var part in Parts())
        {
            if (part.Level == 1)
            {
                numbers[2] = 0;
            }

            headings[part.Key] =
                part.IsNumbered && isWritten?.Invoke(part) != false
                    ? FormattableString.Invariant($"{++numbers[part.Level]}. {part.Heading}")
                    : part.Heading;
        }

        return headings;
    }
}

/// <summary>One heading of a template.</summary>
/// <param name="Key">Tells it from the others: the heading itself.</param>
/// <param name="Level">1 for a heading of the memo, 2 for one under it.</param>
/// <param name="Heading">The words.</param>
/// <param name="Source">What it is filled with.</param>
/// <param name="IsNumbered">Whether it is numbered among its siblings: "1. Bakgrund".</param>
public sealed record TemplateSection(string Key, int Level, string Heading, MemoSource Source, bool IsNumbered)
{
    /// <summary>
    /// A line of a template: <c>Heading = Source</c>, with <c>&gt;</c> first when it lies under the one above, and <c>#</c> when it is numbered.
    /// </summary>
    /// <returns>Null when it cannot be read.</returns>
    public static TemplateSection? Parse(string line)
    {
        var level = line.StartsWith('>') ? 2 : 1;
        var bare = line.TrimStart('>', ' ');
        var isNumbered = bare.StartsWith('#');
        bare = bare.TrimStart('#', ' ');
        var at = bare.LastIndexOf('=');
        string[] parts = at < 0 ? [bare.Trim()] : [bare[..at].Trim(), bare[(at + 1)..].Trim()];
        var source = MemoSource.Nothing;
        return
            parts[0].Length is 0 or > 200
            || (parts.Length == 2 && !Enum.TryParse(parts[1], ignoreCase: true, out source))
            || !Enum.IsDefined(source)
            ? null
            : new TemplateSection(parts[0], level, parts[0], source, isNumbered);
    }
}

/// <summary>A memo to a body (tjänsteskrivelse), composed of what its matter holds and written on by people.</summary>
public sealed record Memo
{
    public required OrganisationId OrganisationId { get; init; }

    public required MemoId Id { get; init; }

    public required MatterId MatterId { get; init; }

    public required MemoTemplateId TemplateId { get; init; }

    public required string Title
    {
        get;
        init => field = Require.Text(value, "title", 300);
    }

    /// <summary>The body it is written to.</summary>
    public required UnitId ToId { get; init; }

    /// <summary>The office it comes from. Null: the matter's.</summary>
    public UnitId? FromId { get; init; }

    /// <summary>The day that stands on it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Who prepared it, as a role.</summary>
    public string? HandlerRole { get; init; }

    /// <summary>Who answers for it (ansvarig tjänsteman), as a role. Null: not stated.</summary>
    public string? ResponsibleRole { get; init; }

    /// <summary>Who the decision is to be sent to, one a line.</summary>
    public IReadOnlyList<string> SendTo { get; init; } = [];

    /// <summary>By section, in the template's order.</summary>
    public required IReadOnlyList<MemoSection> Sections { get; init; }

    public bool IsExample { get; init; }
}

/// <summary>A section as it stands.</summary>
/// <param name="Key">The template's section.</param>
/// <param name="Text">Markdown, as it stands now.</param>
/// <param name="Composed">Markdown, as it was last composed: other than <paramref name="Text"/> when a person has written.</param>
public sealed record MemoSection(string Key, string Text, string Composed)
{
    public bool IsWritten => Text != Composed;

    /// <summary>What becomes of it when it is composed anew: what a person wrote stands, and the new is only offered.</summary>
    public MemoSection Recomposed(string composed) => IsWritten ? this : new MemoSection(Key, composed, composed);
}

/// <summary>That something was sent (expediering).</summary>
public sealed class Dispatch
{
    /// <summary>No one's name and address are longer.</summary>
    public const int LongestTo = 200;

    public required OrganisationId OrganisationId { get; init; }

    public required DispatchId Id { get; init; }

    public required MemoId MemoId { get; init; }

    public required string To
    {
        get;
        init => field = Require.Text(value, "to", LongestTo);
    }

    public required DateOnly On { get; init; }

    /// <summary>Who sent it, as the change log names them.</summary>
    public required string By { get; init; }

    /// <summary>How: by e-mail, internal post. Null: not stated.</summary>
    public string? How { get; init; }

    /// <summary>The file as it was when it was sent. Null: sent before such were kept.</summary>
    public Guid? FileId { get; init; }
}
