namespace Ledstjarna.Domain.Statistics;

/// <summary>Who publishes a key figure.</summary>
public enum StatisticsSource
{
    Kolada,
    Scb,

    /// <summary>Invented, to show how things work in the demonstration municipality.</summary>
    Example,
}

/// <summary>A figure that a source publishes for municipalities (nyckeltal), as its catalogue last told of it. Shared by all organisations.</summary>
public sealed class KeyFigure
{
    /// <summary>Small and given by the database, for its values are many.</summary>
    public int Id { get; private init; }

    public required StatisticsSource Source { get; init; }

    /// <summary>The source's own: <c>N15428</c>. Unique among the source's.</summary>
    public required string Code
    {
        get;
        init => field = Require.Text(value, "code", 200);
    }

    public required KeyFigureFacts Facts { get; set; }

    /// <summary>The import whose catalogue held it first.</summary>
    public required int AddedBy { get; init; }

    /// <summary>The last import that changed any of its values; what is kept in memory is read again when it moves. 0: it has no values.</summary>
    public int ValuesImportId { get; set; }

    /// <summary>The import whose catalogue no longer held it. Null: it is there.</summary>
    public int? RemovedBy { get; set; }
}

/// <summary>What a catalogue says of a key figure. Two that say the same are equal, so that a new catalogue can be held against the last.</summary>
public sealed record KeyFigureFacts
{
    /// <summary>As written, without surrounding and doubled space.</summary>
    public required string Title { get; init; }

    public string Description { get; init; } = "";

    public bool IsDividedByGender { get; init; }

    /// <summary>Whether it is told of single schools, homes and the like too.</summary>
    public bool HasUnits { get; init; }

    /// <summary>K: municipalities, L: regions, A: both. The source's own; others may come.</summary>
    public string? MunicipalityType { get; init; }

    public string? OperatingArea { get; init; }

    public string? Perspective { get; init; }

    /// <summary>In whose hands the operation is; the source's letters.</summary>
    public string? Auspice { get; init; }

    /// <summary>The day the next preliminary values are expected.</summary>
    public DateOnly? PreliminaryOn { get; init; }

    /// <summary>The day the next final values are expected.</summary>
    public DateOnly? FinalOn { get; init; }

    /// <summary>The year that the next publication is about.</summary>
    public int? NextYear { get; init; }

    /// <summary>What is chosen of a table, as <see cref="TableSelection"/> writes it. Null: it is no table's.</summary>
    public string? Selection { get; init; }

    /// <summary>When the source says its table was last updated; as written. Null: it does not say.</summary>
    public string? UpdatedAt { get; init; }

    /// <summary>
    /// Whether a value was preliminary when it was fetched. The source marks none, so it is derived: the year is the one being published, its
    /// preliminary day had come and its final day had not.
    /// </summary>
    public bool IsPreliminary(int year, DateOnly fetchedOn) =>
        year == NextYear && PreliminaryOn <= fetchedOn && (FinalOn is null || fetchedOn < FinalOn);

    /// <summary>Whether the same is measured as other facts say. When the next figures are expected, or the last came, says nothing of that.</summary>
    public bool MeasuresAs(KeyFigureFacts other) => WithoutDates(this) == WithoutDates(other);

    private static KeyFigureFacts WithoutDates(KeyFigureFacts facts) =>
        facts with
        {
            PreliminaryOn = null,
            FinalOn = null,
            NextYear = null,
            UpdatedAt = null,
        };

    /// <summary>The title taken apart.</summary>
    public KeyFigureTitle Parts => KeyFigureTitle.Of(Title);

    /// <summary>Who made the figures, as the description says it. Null: it does not.</summary>
    public string? CitedSource => KeyFigureTitle.CitedSource(Description);

    /// <summary>Whether municipalities have it at all.</summary>
    public bool IsForMunicipalities => MunicipalityType != "L";
}
