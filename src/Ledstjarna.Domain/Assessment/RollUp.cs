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
        var (inPlay, anyRated) = (0, false);
        foreach (ref readonly var child in children)
        {
            inPlay += child.Part == Part.Out ? 0 : 1;
            anyRated |= child.IsRated;
        }

        if (inPlay == 0)
        {
            return children.Length > 0 ? RolledUp.NotDue : RolledUp.Empty;
        }

        var scale = ScaleOf(children);
        var low = Evaluate(rule, children, End.Low, scale);
        var high = Evaluate(rule, children, End.High, scale);
        var (coverage, carried) = Shares(children, scale);
        var rated = anyRated ? Evaluate(rule, children, End.Rated, scale) : default;
        double? score = anyRated ? Math.Clamp(rated.Score, low.Score, high.Score) : null;
        var computed =
            low.Status == high.Status ? low.Status
            : !anyRated || !Threshold.Reaches(coverage, rule.MinCoverage) ? Status.CannotBeAssessed
            : Statuses.Higher(low.Status, Statuses.Lower(high.Status, rated.Status));
        return new RolledUp(
            computed,
            score,
            coverage,
            carried,
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

    private static (double Coverage, double Carried) Shares(ReadOnlySpan<HandedUp> children, int scale)
    {
        var (weights, coverage, carried) = (0.0, 0.0, 0.0);
        foreach (ref readonly var child in children)
        {
            if (child.Part != Part.Out)
            {
                var weight = Scaled(child.Child.Weight, scale);
                weights += weight;
                coverage += weight * child.Coverage;
                carried += weight * child.Carried;
            }
        }

        return (coverage / weights, carried / weights);
    }

    /// <summary>At which of its statuses a child counts.</summary>
    private enum End
    {
        Low,
        High,

        /// <summary>Its own; of those that have one.</summary>
        Rated,
    }

    /// <summary>The rule applied to the children, each at one of its statuses.</summary>
    private static (double Score, Status Status) Evaluate(RollUpRule rule, ReadOnlySpan<HandedUp> children, End end, int scale)
    {
        var (weights, points, achieved, partly) = (0.0, 0.0, 0.0, 0.0);
        var weakest = Status.Achieved;
        var capped = false;
        foreach (ref readonly var child in children)
        {
            if (end == End.Rated ? !child.IsRated : child.Part == Part.Out)
            {
                continue;
            }

            var status =
                end == End.Low ? child.Low
                : end == End.High ? child.High
                : child.Status;
            var weight = Scaled(child.Child.Weight, scale);
            weights += weight;
            points += weight * status.Points();
            achieved += status == Status.Achieved ? weight : 0;
            partly += status == Status.NotAchieved ? 0 : weight;
            weakest = Statuses.Lower(weakest, status);
            capped |= rule.Cap && child.Child.IsKey && status == Status.NotAchieved;
        }

        var mean = points / weights;
        var (score, placed) = rule.Method switch
        {
            RollUpMethod.Mean => (mean, Threshold.Place(mean, rule.GreenAt, rule.YellowAt)),
            RollUpMethod.Weakest => (weakest.Points(), weakest),
            _ => (
                mean,
                Threshold.Reaches(achieved / weights, rule.GreenAt) ? Status.Achieved
                : Threshold.Reaches(partly / weights, rule.YellowAt) ? Status.Partly
                : Status.NotAchieved
            ),
        };
        return capped ? (Math.Min(score, 0.5), Statuses.Lower(placed, Status.Partly)) : (score, placed);
    }

    /// <summary>
    /// The power of two that brings very large or very small weights to where sums neither overflow nor vanish. Multiplying by it changes no
    /// other bit, and for ordinary weights it is none at all.
    /// </summary>
    private static int ScaleOf(ReadOnlySpan<HandedUp> children)
    {
        var largest = 0.0;
        foreach (ref readonly var child in children)
        {
            largest = child.Part == Part.Out ? largest : Math.Max(largest, child.Child.Weight);
        }

        return largest is > 1e-200 and < 1e200 ? 0 : -Math.ILogB(largest);
    }

    private static double Scaled(double weight, int scale) => scale == 0 ? weight : Math.ScaleB(weight, scale);
}

/// <summary>What is computed of a node; see <see cref="NodeRating"/>.</summary>
public readonly record struct RolledUp(
    Status Computed,
    double? Score,
    double Coverage,
    double Carried,
    double? Low,
    double? High,
    Status? LowStatus,
    Status? HighStatus,
    bool Near
)
{
    /// <summary>Nothing under it is due.</summary>
    internal static readonly RolledUp NotDue = new(Status.NotDue, null, 1, 0, null, null, null, null, false);

    /// <summary>There is nothing under it.</summary>
    internal static readonly RolledUp Empty = new(Status.CannotBeAssessed, null, 0, 0, 0, 1, Status.NotAchieved, Status.Achieved, false);
}
