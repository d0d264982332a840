using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Indicators;

/// <summary>Whom a figure is about.</summary>
public enum Breakdown
{
    Total,
    Women,
    Men,
}

/// <summary>
/// A figure, or why there is none, as it was recorded (mätvärde). Append-only: a correction is a new one, so that "what did we know then"
/// can always be answered.
/// </summary>
public sealed class RecordedObservation
{
    public RecordedObservation(
        OrganisationId organisationId,
        ObservationId id,
        IndicatorId indicatorId,
        Period period,
        Breakdown breakdown,
        double? value,
        MissingReason? missing,
        double? margin,
        DateOnly recordedOn
    )
    {
        Observation.Of(period, value, missing, margin);
        (OrganisationId, Id, IndicatorId, Period, Breakdown) = (organisationId, id, indicatorId, period, breakdown);
        (Value, Missing, Margin, RecordedOn) = (value, missing, margin, recordedOn);
    }

    public OrganisationId OrganisationId { get; private init; }

    public ObservationId Id { get; private init; }

    public IndicatorId IndicatorId { get; private init; }

    public Period Period { get; private init; }

    public Breakdown Breakdown { get; private init; }

    /// <summary>In the indicator's unit.</summary>
    public double? Value { get; private init; }

    public MissingReason? Missing { get; private init; }

    /// <summary>Half the confidence interval, in the indicator's unit.</summary>
    public double? Margin { get; private init; }

    public DateOnly RecordedOn { get; private init; }

    /// <summary>Given by the database as rows are added: of two recorded the same day the later counts.</summary>
    public long Sequence { get; private init; }

    /// <summary>How many answered.</summary>
    public int? Answers { get; init; }

    /// <summary>How many were asked.</summary>
    public int? Asked { get; init; }

    public bool IsPreliminary { get; init; }

    /// <summary>The role or import that recorded it.</summary>
    public required string RecordedBy
    {
        get;
        init => field = Require.Text(value, "recordedBy", 200);
    }

    /// <summary>The import of statistics that it was taken from. Null: it is the organisation's own.</summary>
    public int? StatisticsImportId { get; init; }

    /// <summary>What a reader must know of this figure.</summary>
    public string? Note { get; init; }

    /// <summary>When a missing figure is expected.</summary>
    public DateOnly? ExpectedOn { get; init; }

    /// <summary>Invented, to show how things work.</summary>
    public bool IsExample { get; init; }

    /// <summary>Whether it rests on fewer answers than may be shown.</summary>
    public bool IsTooThin(int? smallestAnswers) => Value is not null && Answers < smallestAnswers;

    /// <summary>As the engine sees it. What rests on too few answers is suppressed there too, or its status would tell what may not be shown.</summary>
    public Observation Measured(int? smallestAnswers) =>
        IsTooThin(smallestAnswers)
            ? Observation.OfMissing(Period, MissingReason.Suppressed, RecordedOn)
            : Observation.Of(Period, Value, Missing, Margin, RecordedOn);
}
