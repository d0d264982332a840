using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Assessment;

public enum TargetKind
{
    AtLeast,
    AtMost,
    Between,

    /// <summary>Only a direction: "ska öka över tid".</summary>
    Improve,
}

/// <summary>
/// What counts as reached, from a day and by a day. Several with the same <see cref="From"/> are one decided package: a path of dated values.
/// All limits are included in what they allow.
/// </summary>
public sealed record TargetLevel
{
    private TargetLevel(TargetKind kind, double low, double high, double? partlyLow, double? partlyHigh)
    {
        Kind = kind;
        Low = low;
        High = high;
        PartlyLow = partlyLow;
        PartlyHigh = partlyHigh;
    }

    public TargetKind Kind { get; }

    /// <summary>The least value that reaches the target; −∞ for "at most".</summary>
    public double Low { get; }

    /// <summary>The largest value that reaches the target; +∞ for "at least".</summary>
    public double High { get; }

    /// <summary>The least value that is "delvis"; null when the target has no such limit downward.</summary>
    public double? PartlyLow { get; }

    public double? PartlyHigh { get; }

    /// <summary>The first day it is in force. Null: it always was.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The day it is to be reached. Null: always.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>For <see cref="TargetKind.Improve"/>: the period the change is counted from. Null: the value before the current.</summary>
    public Period? Since { get; private init; }

    /// <summary>How many of the latest comparable values make up the figure that is held against the target. Null: the current value alone.</summary>
    public int? MeanOf
    {
        get;
        init => field = value is { } k ? Require.AtLeast(k, 1, "k") : null;
    }

    /// <summary>The value to reach, of an "at least" or an "at most".</summary>
    public double Value => Kind == TargetKind.AtMost ? High : Low;

    /// <summary>The limit for "delvis" of an "at least" or an "at most".</summary>
    public double? PartlyValue => Kind == TargetKind.AtMost ? PartlyHigh : PartlyLow;

    public static TargetLevel AtLeast(double value, double? partlyAt = null) =>
        partlyAt > value
            ? throw new DomainRuleException(RuleCode.TargetLimitStricter, "partlyAt")
            : new(
                TargetKind.AtLeast,
                Require.Finite(value, "atLeast"),
                double.PositiveInfinity,
                Require.Finite(partlyAt, "partlyAt"),
                null
            );

    public static TargetLevel AtMost(double value, double? partlyAt = null) =>
        partlyAt < value
            ? throw new DomainRuleException(RuleCode.TargetLimitStricter, "partlyAt")
            : new(TargetKind.AtMost, double.NegativeInfinity, Require.Finite(value, "atMost"), null, Require.Finite(partlyAt, "partlyAt"));

    /// <summary>A limit for "delvis" that is not given equals the target's own.</summary>
    public static TargetLevel Between(double low, double high, double? partlyLow = null, double? partlyHigh = null)
    {
        if (Require.Finite(low, "low") > Require.Finite(high, "high"))
        {
            throw new DomainRuleException(RuleCode.TargetRangeReversed, "low");
        }

        return Require.Finite(partlyLow, "partlyLow") > low ? throw new DomainRuleException(RuleCode.TargetLimitStricter, "partlyLow")
            : Require.Finite(partlyHigh, "partlyHigh") < high ? throw new DomainRuleException(RuleCode.TargetLimitStricter, "partlyHigh")
            : new(TargetKind.Between, low, high, partlyLow ?? low, partlyHigh ?? high);
    }

    public static TargetLevel Improve(Period? since = null) =>
        new(TargetKind.Improve, double.NegativeInfinity, double.PositiveInfinity, null, null) { Since = since };

    /// <summary>Of its parts, as they are stored.</summary>
    public static TargetLevel Of(TargetKind kind, double? low, double? high, double? partlyLow, double? partlyHigh, Period? since) =>
        kind switch
        {
            TargetKind.AtLeast => AtLeast(low!.Value, partlyLow),
            TargetKind.AtMost => AtMost(high!.Value, partlyHigh),
            TargetKind.Between => Between(low!.Value, high!.Value, partlyLow, partlyHigh),
            _ => Improve(since),
        };

    /// <summary>Whether a value reaches the target. A direction alone is not reached by a value alone.</summary>
    public bool IsMetBy(double value) => Kind != TargetKind.Improve && Threshold.Reaches(value, Low) && Threshold.StaysWithin(value, High);

    /// <summary>The field that makes it of its kind, for a refusal to name.</summary>
    internal string KindField =>
        Kind switch
        {
            TargetKind.AtLeast => "atLeast",
            TargetKind.AtMost => "atMost",
            TargetKind.Between => "low",
            _ => "improve",
        };

    public bool Suits(Direction direction) =>
        Kind switch
        {
            TargetKind.AtLeast => direction == Direction.Higher,
            TargetKind.AtMost => direction == Direction.Lower,
            TargetKind.Between => direction == Direction.Range,
            _ => direction != Direction.Range,
        };
}
