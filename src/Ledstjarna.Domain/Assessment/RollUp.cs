using System.Runtime.CompilerServices;

namespace Ledstjarna.Domain.Assessment;

/// <summary>
/// Makes a node's status of what its children hand up, with the interval it can move within. Every child counts as the points of the status
/// people see, so that agreeing with a status changes nothing above it.
/// </summary>
public static class RollUp
{
    /// <param name="node">The node.</param>
    /// <param name="children">What its children hand up.</param>
    /// <param name="rule">How they become its status.</param>
    /// <param name="layered">Lays the judgements of the node over what was computed.</param>
    public static NodeRating Rate(TreeNode node, HandedUp[] children, RollUpRule rule, Func<Status, Layers> layered)
    {
        var computed = Compute(children, rule);
        return new NodeRating(node, layered(computed.Computed))
        {
            Score = computed.Score,
            Coverage = computed.Coverage,
            Carried = computed.Carried,
            Low = computed.Low,
            High = computed.High,
            LowStatus = computed.LowStatus,
            HighStatus = computed.HighStatus,
            Near = computed.Near,
            Rule = rule,
            Children = children,
        };
    }

    /// <summary>What is computed of a node, before anyone's judgement.</summary>
    public static RolledUp Compute(ReadOnlySpan<HandedUp> children, RollUpRule rule)
    {
        var (largest, isSure) = Look(children);
        if (largest == 0)
        {
            return children.Length > 0 ? RolledUp.NotDue : RolledUp.Empty;
        }

        var scale = ScaleOf(largest);
        var (lowEnds, highEnds, own) = (new Sum(), new Sum(), new Sum());
        var (weights, covered, carried) = (0.0, 0.0, 0.0);
        foreach (ref readonly var child in children)
        {
            if (child.Part == Part.Out)
            {
                continue;
            }

            var weight = Scaled(child.Child.Weight, scale);
            var isKey = child.Child.IsKey;
            if (child.IsRated)
            {
                own.Add(child.Status, weight, isKey);
            }

            if (!isSure)
            {
                lowEnds.Add(child.Low, weight, isKey);
                highEnds.Add(child.High, weight, isKey);
            }

            weights += weight;
            covered += weight * child.Coverage;
            carried += weight * child.Carried;
        }

        var rated = own.Weights > 0 ? own.Evaluate(rule) : default;
        var (low, high) = isSure ? (rated, rated) : (lowEnds.Evaluate(rule), highEnds.Evaluate(rule));
        var coverage = covered / weights;
        double? score = own.Weights > 0 ? Math.Clamp(rated.Score, low.Score, high.Score) : null;
        var computed =
            low.Status == high.Status ? low.Status
            : score is null || !Threshold.Reaches(coverage, rule.MinCoverage) ? Status.CannotBeAssessed
            : Statuses.Higher(low.Status, Statuses.Lower(high.Status, rated.Status));
        return new RolledUp(
            computed,
            score,
            coverage,
            carried / weights,
            low.Score,
            high.Score,
            low.Status,
            high.Status,
            IsNear(rule, computed, score)
        );
    }

    private static bool IsNear(RollUpRule rule, Status computed, double? score) =>
        rule.Method == RollUpMethod.Mean
        && computed != Status.CannotBeAssessed
        && score is { } s
        && (!Threshold.Reaches(Math.Abs(s - rule.GreenAt), rule.Near) || !Threshold.Reaches(Math.Abs(s - rule.YellowAt), rule.Near));

    /// <summary>The children, each at one of its statuses, on the way to one status.</summary>
    private struct Sum()
    {
        private double _points;
        private double _achieved;
        private double _partly;
        private Status _weakest = Status.Achieved;
        private bool _keyFails;

        public double Weights { get; private set; }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public void Add(Status status, double weight, bool isKey)
        {
            Weights += weight;
            _points += weight * status.Points();
            _achieved += status == Status.Achieved ? weight : 0;
            _partly += status == Status.NotAchieved ? 0 : weight;
            _weakest = Statuses.Lower(_weakest, status);
            _keyFails |= isKey && status == Status.NotAchieved;
        }

        public readonly (double Score, Status Status) Evaluate(RollUpRule rule)
        {
            var mean = _points / Weights;
            var (score, placed) = rule.Method switch
            {
                RollUpMethod.Mean => (mean, Threshold.Place(mean, rule.GreenAt, rule.YellowAt)),
                RollUpMethod.Weakest => (_weakest.Points(), _weakest),
                _ => (
                    mean,
                    Threshold.Reaches(_achieved / Weights, rule.GreenAt) ? Status.Achieved
                    : Threshold.Reaches(_partly / Weights, rule.YellowAt) ? Status.Partly
                    : Status.NotAchieved
                ),
            };
            return rule.Cap && _keyFails ? (Math.Min(score, 0.5), Statuses.Lower(placed, Status.Partly)) : (score, placed);
        }
    }

    /// <summary>The largest weight of those that take part, 0 when none does; and whether no child can turn out to be anything but what it is.</summary>
    private static (double Largest, bool IsSure) Look(ReadOnlySpan<HandedUp> children)
    {
        var (largest, isSure) = (0.0, true);
        foreach (ref readonly var child in children)
        {
            if (child.Part != Part.Out)
            {
                var weight = child.Child.Weight;
                largest = weight > largest ? weight : largest;
                isSure &= child.IsRated && child.Low == child.Status && child.High == child.Status;
            }
        }

        return (largest, isSure);
    }

    /// <summary>
    /// The power of two that brings very large or very small weights to where sums neither overflow nor vanish. Multiplying by it changes no
    /// other bit, and for ordinary weights it is none at all.
    /// </summary>
    private static int ScaleOf(double largest) => largest is > 1e-200 and < 1e200 ? 0 : -Math.ILogB(largest);

    private static double Scaled(double weight, int scale) => scale == 0 ? weight : Math.ScaleB(weight, scale);
}

/// <summary>What is computed of a node; see <see cref="NodeRating"/>.</summary>
public readonly record struct RolledUp
{
    private const byte None = byte.MaxValue;

    /// <summary>Nothing under it is due.</summary>
    internal static readonly RolledUp NotDue = new(Status.NotDue, null, 1, 0, null, null, null, null, false);

    /// <summary>There is nothing under it.</summary>
    internal static readonly RolledUp Empty = new(Status.CannotBeAssessed, null, 0, 0, 0, 1, Status.NotAchieved, Status.Achieved, false);

    // Millions of these are kept: what is not there is NaN or None, which takes no room.
    private readonly double _score;
    private readonly double _low;
    private readonly double _high;
    private readonly byte _computed;
    private readonly byte _lowStatus;
    private readonly byte _highStatus;

    public RolledUp(
        Status computed,
        double? score,
        double coverage,
        double carried,
        double? low,
        double? high,
        Status? lowStatus,
        Status? highStatus,
        bool near
    )
    {
        (_score, _low, _high) = (score ?? double.NaN, low ?? double.NaN, high ?? double.NaN);
        _computed = (byte)computed;
        _lowStatus = lowStatus is { } l ? (byte)l : None;
        _highStatus = highStatus is { } h ? (byte)h : None;
        (Coverage, Carried, Near) = (coverage, carried, near);
    }

    public Status Computed => (Status)_computed;

    public double? Score => double.IsNaN(_score) ? null : _score;

    public double Coverage { get; }

    public double Carried { get; }

    public double? Low => double.IsNaN(_low) ? null : _low;

    public double? High => double.IsNaN(_high) ? null : _high;

    public Status? LowStatus => _lowStatus == None ? null : (Status)_lowStatus;

    public Status? HighStatus => _highStatus == None ? null : (Status)_highStatus;

    public bool Near { get; }
}
