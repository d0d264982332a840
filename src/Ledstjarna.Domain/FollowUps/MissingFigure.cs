using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>A figure that is expected after a day and not overdue.</summary>
/// <param name="Indicator">What is measured.</param>
/// <param name="Period">The period it is about.</param>
/// <param name="On">When it is to be there: as recorded, or else by cadence and lag.</param>
public sealed record ExpectedFigure(Indicator Indicator, Period Period, DateOnly On);

/// <summary>One figure that is expected and not there.</summary>
public sealed record MissingFigure
{
    public required Indicator Indicator { get; init; }

    public required Period Period { get; init; }

    /// <summary>How the indicator stands on the axis that leads, with whatever is used in the figure's place.</summary>
    public required IndicatorRating Rating { get; init; }

    /// <summary>The reason recorded, or too few answers. Null: nothing is recorded of the period.</summary>
    public MissingReason? Reason { get; init; }

    /// <summary>What the record says besides. Null: nothing.</summary>
    public string? Note { get; init; }

    /// <summary>The day recorded as expected, or else the period's end and the lag. Null: past the last day there is.</summary>
    public DateOnly? Expected { get; init; }

    /// <summary>Whether it can still come. False: it was never asked for or may not be shown, and no day has been given.</summary>
    public bool MayCome { get; init; }

    /// <summary>Days from the expected day to the situation's; 0 when that day has not passed.</summary>
    public int DaysLate { get; init; }

    /// <summary>Whether no ended period of the indicator has a value that may be shown.</summary>
    public bool IsNeverMeasured { get; init; }

    /// <summary>How many still earlier periods of the indicator are missing and not listed; 0 on all but the earliest listed.</summary>
    public int Earlier { get; init; }

    /// <summary>The indicator named to step in. Null: none is.</summary>
    public Indicator? Substitute { get; init; }

    /// <summary>Whether the substitute's value is used now.</summary>
    public bool SubstituteStepsIn => Rating.Source == ValueSource.Substitute;

    /// <summary>Whether an older value of its own is used, past its cadence.</summary>
    public bool IsCarried => Rating.Source == ValueSource.Carried;

    /// <summary>Whether it is a key measure anywhere in the structure.</summary>
    public bool IsKey { get; init; }

    /// <summary>
    /// The goals it makes unsure. Of several periods of an indicator the newest answers for them, and an earlier one only if its figure can
    /// still come and would then be used.
    /// </summary>
    public IReadOnlyList<GoalEffect> Goals { get; init; } = [];

    /// <summary>Whether the figure alone could change the status of any goal.</summary>
    public bool CanTurn => Goals.Any(g => g.CanTurn);

    /// <summary>Whether the record of why it is missing is invented.</summary>
    public bool IsExample { get; init; }
}
