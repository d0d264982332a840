using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Assessment;

/// <summary>Where the value that was used comes from.</summary>
public enum ValueSource
{
    Fresh,

    /// <summary>The indicator's own latest value, older than its cadence.</summary>
    Carried,

    /// <summary>Another indicator's value, which steps in.</summary>
    Substitute,

    Missing,
}

/// <summary>How an indicator stands and everything that says why.</summary>
public sealed record IndicatorRating(string Id, Layers Layers)
{
    public Status Effective => Layers.Effective;

    /// <summary>The points of the computed status, or the mean of the lenses' points. Null when it has no rated status.</summary>
    public double? Score { get; init; }

    public ValueSource Source { get; init; }

    /// <summary>The period of the value used.</summary>
    public Period? Period { get; init; }

    /// <summary>Months from the period's end to the cut-off.</summary>
    public int? Age { get; init; }

    public double? Value { get; init; }

    /// <summary>0 when not known.</summary>
    public double Margin { get; init; }

    /// <summary>The lens that decided, when the first that applies does. A forecast's target lens says pace when the pace decided it.</summary>
    public Lens? Lens { get; init; }

    public MissingReason? Missing { get; init; }

    /// <summary>Null when there is no value.</summary>
    public Evidence? Evidence { get; init; }

    /// <summary>Whether the value is older than its cadence or another indicator's.</summary>
    public bool IsBorrowed => Source is ValueSource.Carried or ValueSource.Substitute;
}

/// <summary>How an activity stands.</summary>
public sealed record ActivityRating(MeasuredActivity Activity, Layers Layers)
{
    public Status Effective => Layers.Effective;
}
