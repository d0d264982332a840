namespace Ledstjarna.Domain.Statistics;

/// <summary>How an import of statistics goes.</summary>
public enum ImportState
{
    /// <summary>Its answers are being fetched; none of them shows yet. It is taken up again where it broke off.</summary>
    Running,

    /// <summary>All is in.</summary>
    Done,

    /// <summary>A person stopped it. What was fetched is kept, nothing of it shows, and it can be gone on with.</summary>
    Stopped,

    /// <summary>An answer could not be had or read. As stopped.</summary>
    Failed,
}

/// <summary>How much an import asks for.</summary>
public enum ImportKind
{
    /// <summary>What ships with the product.</summary>
    Shipped,

    /// <summary>Saved answers in a folder.</summary>
    Folder,

    /// <summary>Everything of the key figures asked for: what is no longer there has been taken back at the source.</summary>
    Full,

    /// <summary>What the source has changed or taken back since a day.</summary>
    Increment,
}

/// <summary>One fetching of a source's catalogue or figures, and what it changed.</summary>
public sealed class StatisticsImport
{
    public int Id { get; private init; }

    public required StatisticsSource Source { get; init; }

    public required ImportKind Kind { get; init; }

    public ImportState State { get; set; } = ImportState.Running;

    /// <summary>UTC.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>When its answers were had: the day its figures are as of, UTC. Null: not yet.</summary>
    public DateTime? FetchedAt { get; set; }

    /// <summary>The codes of the key figures asked for. Empty: the catalogue alone.</summary>
    public IReadOnlyList<string> KeyFigures { get; init; } = [];

    /// <summary>Changes since this day were asked for.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>Answers fetched so far.</summary>
    public int Fetched { get; set; }

    /// <summary>Answers it takes, as far as is known.</summary>
    public int Expected { get; set; }

    /// <summary>Why it stopped, for a person.</summary>
    public string? Message { get; set; }

    /// <summary>Values that were not there before.</summary>
    public int Added { get; set; }

    /// <summary>Values that the source has changed.</summary>
    public int Revised { get; set; }

    /// <summary>Values that the source has taken back.</summary>
    public int Withdrawn { get; set; }

    /// <summary>Its number among those that are in, from 1: the version of the statistics. Null: it is not in.</summary>
    public int? Version { get; set; }
}

/// <summary>What a value is of: a municipality, a region, the country, or a school or home in a municipality.</summary>
public enum AreaKind
{
    Municipality,
    Region,
    Country,
    Unit,
}

/// <summary>An area or unit as the source calls it.</summary>
public sealed class Area
{
    public int Id { get; private init; }

    /// <summary>The source's own: 0665, 0006 for a region, 0000 for the country, V15E… for a unit.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required AreaKind Kind { get; set; }

    /// <summary>The municipality that a unit lies in.</summary>
    public string? MunicipalityCode { get; set; }
}

/// <summary>Municipalities that are compared with one another, as the source has put them together: "Liknande kommuner grundskola, Vaggeryd, 2024".</summary>
public sealed class AreaGroup
{
    public required string Code { get; init; }

    /// <summary>With the year it was put together for.</summary>
    public required string Name { get; set; }

    public IReadOnlyList<string> Members { get; set; } = [];
}

/// <summary>Key figures that belong together: Agenda 2030, KKiK.</summary>
public sealed class KeyFigureSet
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>Codes of key figures, among them such as the catalogue no longer holds.</summary>
    public IReadOnlyList<string> Members { get; set; } = [];
}

/// <summary>What the catalogue said of a key figure before an import that said something else.</summary>
public sealed class EarlierFacts
{
    public required int KeyFigureId { get; init; }

    public required int ReplacedBy { get; init; }

    public required KeyFigureFacts Facts { get; init; }
}

/// <summary>An answer that an import has fetched and not yet taken in.</summary>
public sealed class FetchedAnswer
{
    public required int ImportId { get; init; }

    /// <summary>Its place among what is asked for, from 0.</summary>
    public required int Step { get; init; }

    /// <summary>Its page of the step, from 0.</summary>
    public required int Page { get; init; }

    public required string Address { get; init; }

    /// <summary>Where the next page is. Null: this is the step's last.</summary>
    public string? Next { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime FetchedAt { get; init; }

    /// <summary>As it came.</summary>
    public required byte[] Body { get; init; }
}

/// <summary>A value as the source has it now.</summary>
public sealed class StoredFigure
{
    public required double? Value { get; init; }

    public required int KeyFigureId { get; init; }

    public required int ImportId { get; init; }

    public required int AreaId { get; init; }

    public required short Year { get; init; }

    public required short Gender { get; init; }

    /// <summary>How many members it is the mean of; 1 but for groups.</summary>
    public required short Count { get; init; }

    public required bool IsPreliminary { get; init; }

    /// <summary>What the source says of it, as written. Null: nothing.</summary>
    public string? Status { get; init; }
}

/// <summary>A value as the source had it before an import that changed it or found it gone.</summary>
public sealed class EarlierFigure
{
    public required double? Value { get; init; }

    public required int KeyFigureId { get; init; }

    public required int ImportId { get; init; }

    public required int AreaId { get; init; }

    public required short Year { get; init; }

    public required short Gender { get; init; }

    public required short Count { get; init; }

    public required bool IsPreliminary { get; init; }

    public string? Status { get; init; }

    /// <summary>The import that changed it or found it gone.</summary>
    public required int ReplacedBy { get; init; }
}
