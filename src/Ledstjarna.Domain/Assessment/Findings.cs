using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Assessment;

/// <summary>What the target lens saw.</summary>
/// <param name="Target">The one that counts.</param>
/// <param name="Figure">What was held against it: the current value, or the mean of the latest.</param>
/// <param name="Change">For a direction only: the change that was judged.</param>
/// <param name="ByPace">In a forecast: the pace towards the target was as good as or better than the figure itself, and decided.</param>
/// <param name="Status">What the lens says.</param>
public readonly record struct TargetFinding(TargetLevel Target, double Figure, ChangeFinding? Change, bool ByPace, Status Status);

/// <summary>What the trend lens saw.</summary>
/// <param name="ReferencePeriod">Null when the reference is a mean.</param>
/// <param name="Reference">The value the change is counted from.</param>
/// <param name="Change">Current minus reference with its sign turned so that positive is better.</param>
/// <param name="Limit">A change no larger than this is none.</param>
/// <param name="Status">Achieved: better. Partly: no change. Not achieved: worse.</param>
public readonly record struct ChangeFinding(Period? ReferencePeriod, double Reference, double Change, double Limit, Status Status);

/// <summary>What the comparison lens saw.</summary>
/// <param name="Others">How many other members have a value for the period.</param>
/// <param name="Better">How many are strictly better.</param>
/// <param name="Equal">How many are exactly equal.</param>
/// <param name="Status">Achieved: among the best. Not achieved: among the worst.</param>
public readonly record struct ComparisonFinding(int Others, int Better, int Equal, Status Status);

/// <summary>What the pace lens saw.</summary>
/// <param name="Target">The future target.</param>
/// <param name="BasePeriod">Where the pace is counted from. Null: the current value reaches the target already.</param>
/// <param name="BaseValue">The value of that period.</param>
/// <param name="Observed">Mean change per year so far, as a share. Null: the base reached the target and the current value does not.</param>
/// <param name="Required">Mean change per year from the base that reaches the target in time.</param>
/// <param name="Status">Achieved: on track. Partly: too slow. Not achieved: away from it, or nearly standing still.</param>
public readonly record struct PaceFinding(
    TargetLevel Target,
    Period? BasePeriod,
    double? BaseValue,
    double? Observed,
    double? Required,
    Status Status
);

/// <summary>As <see cref="Evidence"/>, while it is found.</summary>
internal readonly record struct LensFindings(TargetFinding? Target, ChangeFinding? Trend, ComparisonFinding? Comparison, PaceFinding? Pace)
{
    public LensStatuses Statuses => new(Target?.Status, Trend?.Status, Comparison?.Status, Pace?.Status, Target is { ByPace: true });
}

/// <summary>What each lens says, without why, in two bytes. By default none applies.</summary>
internal readonly record struct LensStatuses
{
    private const int ByPaceBit = 1 << 12;

    private readonly short _all;

    /// <param name="target">Null: it does not apply; so for the others.</param>
    /// <param name="trend">Against an earlier figure.</param>
    /// <param name="comparison">Against the others.</param>
    /// <param name="pace">On the way to a target.</param>
    /// <param name="byPace">The pace decided what the target lens says.</param>
    public LensStatuses(Status? target, Status? trend, Status? comparison, Status? pace, bool byPace) =>
        _all = (short)(
            Three(target, Lens.Target)
            | Three(trend, Lens.Trend)
            | Three(comparison, Lens.Comparison)
            | Three(pace, Lens.Pace)
            | (byPace ? ByPaceBit : 0)
        );

    public bool ByPace => (_all & ByPaceBit) != 0;

    /// <summary>Null: the lens does not apply.</summary>
    public Status? Of(Lens lens) => ((_all >> (3 * (int)lens)) & 7) is > 0 and var three ? (Status)(three - 1) : null;

    private static int Three(Status? status, Lens lens) => (status is { } s ? (int)s + 1 : 0) << (3 * (int)lens);
}

/// <summary>What each lens says of a figure, whatever the principle asks for. Null: the lens does not apply.</summary>
public sealed record Evidence(TargetFinding? Target, ChangeFinding? Trend, ComparisonFinding? Comparison, PaceFinding? Pace)
{
    public Status? Of(Lens lens) =>
        lens switch
        {
            Lens.Target => Target?.Status,
            Lens.Trend => Trend?.Status,
            Lens.Comparison => Comparison?.Status,
            _ => Pace?.Status,
        };
}
