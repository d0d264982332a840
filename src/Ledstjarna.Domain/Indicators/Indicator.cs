using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.Domain.Indicators;

/// <summary>Whether quality is counted or felt.</summary>
public enum QualityKind
{
    /// <summary>Faktisk.</summary>
    Actual,

    /// <summary>Upplevd.</summary>
    Perceived,
}

public enum SourceKind
{
    Manual,
    Kolada,
    Scb,
    File,

    /// <summary>Invented, to show how things work.</summary>
    Example,
}

public enum IndicatorLevel
{
    National,
    Regional,
    Local,
}

/// <summary>Something that is measured.</summary>
public sealed class Indicator
{
    public required OrganisationId OrganisationId { get; init; }

    public required IndicatorId Id { get; init; }

    /// <summary>Short and stable; part of addresses. Unique in the organisation.</summary>
    public required string Code
    {
        get;
        init => field = Require.Text(value, "code", 40);
    }

    public required string Name
    {
        get;
        init => field = Require.Text(value, "name", 300);
    }

    /// <summary>The question asked, or how it is counted.</summary>
    public string? Definition { get; init; }

    /// <summary>"%", "index", "per 100 000 invånare".</summary>
    public required string Unit
    {
        get;
        init => field = Require.Text(value, "unit", 60);
    }

    /// <summary>How many decimals it is shown with, 0–6.</summary>
    public int Decimals
    {
        get;
        init => field = value is >= 0 and <= 6 ? value : throw new DomainRuleException(RuleCode.TooLarge, "decimals");
    }

    public required Direction Direction { get; init; }

    public required QualityKind Quality { get; init; }

    /// <summary>Months between measurements.</summary>
    public required double CadenceMonths
    {
        get;
        init => field = Require.Positive(value, "cadenceMonths");
    }

    /// <summary>Months from a period's end until its figure is normally out.</summary>
    public double LagMonths
    {
        get;
        init => field = Require.NotNegative(value, "lagMonths");
    }

    /// <summary>How many further cadences a figure may be used. Null: as the principle says.</summary>
    public double? Carry
    {
        get;
        init => field = Require.NotNegative(value, "carry");
    }

    public SourceKind SourceKind { get; init; }

    /// <summary>Who made the figures, as it is cited.</summary>
    public required string Source
    {
        get;
        init => field = Require.Text(value, "source", 300);
    }

    /// <summary>Where the figures can be read. Null: nowhere public.</summary>
    public string? SourceAddress { get; init; }

    public IndicatorLevel Level { get; init; }

    /// <summary>The unit that follows it up.</summary>
    public UnitId? OwnerId { get; init; }

    /// <summary>The indicator that steps in when this one has no usable value.</summary>
    public IndicatorId? SubstituteId { get; init; }

    /// <summary>Figures resting on fewer answers are not shown. Null: there is no such limit.</summary>
    public int? SmallestAnswers
    {
        get;
        init => field = value is { } n ? Require.AtLeast(n, 1, "smallestAnswers") : null;
    }

    /// <summary>The figure of the shared comparison set it is the same as. Null: there is none.</summary>
    public string? ComparisonCode { get; init; }

    /// <summary>The code of the key figure that its figures are taken from, of the source <see cref="SourceKind"/> names. Null: none is.</summary>
    public string? KeyFigureCode
    {
        get;
        init => field = value is null ? null : Require.Text(value, "keyFigureCode", 200);
    }

    /// <summary>The code of the figures that other municipalities' are found in. Null: none are.</summary>
    public string? ComparedWith => KeyFigureCode ?? ComparisonCode;

    public bool IsExample { get; init; }
}

/// <summary>A day from which an indicator's values are not comparable with those of periods that end before.</summary>
public sealed class IndicatorBreak
{
    public required OrganisationId OrganisationId { get; init; }

    public required IndicatorId IndicatorId { get; init; }

    public required DateOnly Day { get; init; }

    public required string Reason
    {
        get;
        init => field = Require.Text(value, "reason");
    }
}

/// <summary>Something that is to be done. The target is that it is done by its due date.</summary>
public sealed class Activity
{
    public required OrganisationId OrganisationId { get; init; }

    public required ActivityId Id { get; init; }

    /// <summary>Short and stable; unique in the organisation.</summary>
    public required string Code
    {
        get;
        init => field = Require.Text(value, "code", 40);
    }

    public required string Name
    {
        get;
        init => field = Require.Text(value, "name", 300);
    }

    public required ActivityState State { get; init; }

    /// <summary>The last day that is in time.</summary>
    public required DateOnly Due { get; init; }

    public DateOnly? FinishedOn { get; init; }

    /// <summary>The responsible units, one or many.</summary>
    public IReadOnlyList<Guid> ResponsibleUnits { get; init; } = [];

    public bool IsExample { get; init; }

    public MeasuredActivity Measured(string id) => new(id, State, Due, FinishedOn);
}
