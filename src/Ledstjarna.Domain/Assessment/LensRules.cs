using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Assessment;

/// <summary>What a figure's change is counted from.</summary>
public enum TrendReference
{
    /// <summary>The latest comparable earlier value.</summary>
    Previous,

    /// <summary>The comparable value of the same part of the year before.</summary>
    LastYear,

    /// <summary>The first comparable value.</summary>
    Baseline,

    /// <summary>The mean of the latest comparable values before the current.</summary>
    Mean,
}

/// <summary>When a change counts as one. The threshold is the largest of the three that are given.</summary>
public sealed record TrendRule
{
    public TrendReference Against { get; init; } = TrendReference.Previous;

    /// <summary>How many values a mean reference takes at most; at least 1.</summary>
    public int K
    {
        get;
        init => field = Require.AtLeast(value, 1, "k");
    } = 3;

    /// <summary>In the indicator's own unit.</summary>
    public double Absolute
    {
        get;
        init => field = Require.NotNegative(value, "absolute");
    }

    /// <summary>As a share of the reference: 0.02 is two per cent.</summary>
    public double Relative
    {
        get;
        init => field = Require.NotNegative(value, "relative");
    }

    /// <summary>Whether the margins of error of the two values are a threshold too.</summary>
    public bool UseMargin { get; init; }
}

/// <summary>Where in a group one must stand. Shares of the group, 0–1.</summary>
public sealed record ComparisonRule
{
    public double Best
    {
        get;
        init => field = Require.Share(value, "best");
    } = 0.25;

    public double Worst
    {
        get;
        init => field = Require.Share(value, "worst");
    } = 0.25;

    /// <summary>How many others there must be.</summary>
    public int MinGroup
    {
        get;
        init => field = Require.AtLeast(value, 0, "minGroup");
    } = 8;
}

/// <summary>How large a share of the required pace is enough.</summary>
public sealed record PaceRule
{
    public double On
    {
        get;
        init => field = Require.NotNegative(value, "on");
    } = 0.95;

    public double Slow
    {
        get;
        init => field = Require.NotNegative(value, "slow");
    } = 0.6;

    /// <summary>Where the pace is counted from: the first comparable value whose period ends no earlier. Null: the first there is.</summary>
    public Period? From { get; init; }
}
