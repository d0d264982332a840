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
    public static NodeRating Rate(TreeNode node, IReadOnlyList<HandedUp> children, RollUpRule rule, Func<Status, Layers> layered)
    {
        var inPlay = 0;
        for (var i = 0; i < children.Count; i++)
        {
            inPlay += children[i].Part == Part.Out ? 0 : 1;
        }

        if (inPlay == 0)
        {
            return Empty(node, children, rule, layered);
        }

        var scale = ScaleOf(children);
        var low = Evaluate(rule, children, c => c.Low, c => c.Part != Part.Out, scale);
        var high = Evaluate(rule, children, c => c.High, c => c.Part != Part.Out, scale);
        var (coverage, carried) = Shares(children, scale);
        var anyRated = children.Any(c => c.IsRated);
        var rated = anyRated ? Evaluate(rule, children, c => c.Status, c => c.IsRated, scale) : default;
        double? score = anyRated ? Math.Clamp(rated.Score, low.Score, high.Score) : null;
        var computed =
            low.Status == high.Status ? low.Status
            : !anyRated || !Threshold.Reaches(coverage, rule.MinCoverage) ? Status.CannotBeAssessed
            : Statuses.Higher(low.Status, Statuses.Lower(high.Status, rated.Status));
        return new NodeRating(node, layered(computed))
        {
            Score = score,
            Coverage = coverage,
            Carried = carried,
            Low = low.Score,
            High = high.Score,
            LowStatus = low.Status,
            HighStatus = high.Status,
            Near = IsNear(rule, computed, score),
            Rule = rule,
            Children = children,
        };
    }

    private static NodeRating Empty(TreeNode node, IReadOnlyList<HandedUp> children, RollUpRule rule, Func<Status, Layers> layered) =>
        children.Count > 0
            ? new NodeRating(node, layered(Status.NotDue))
            {
                Coverage = 1,
                Rule = rule,
                Children = children,
            }
            : new NodeRating(node, layered(Status.CannotBeAssessed))
            {
                Low = 0,
                High = 1,
                LowStatus = Status.NotAchieved,
                HighStatus = Status.Achieved,
                Rule = rule,
                Children = children,
            };

    private static bool IsNear(RollUpRule rule, Status computed, double? score) =>
        rule.Method == RollUpMethod.Mean
        && computed != Status.CannotBeAssessed
        && score is { } s
        && (!Threshold.Reaches(Math.Abs(s - rule.GreenAt), rule.Near) || !Threshold.Reaches(Math.Abs(s - rule.YellowAt), rule.Near));

    private static (double Coverage, double Carried) Shares(IReadOnlyList<HandedUp> children, int scale)
    {
        var (weights, coverage, carried) = (0.0, 0.0, 0.0);
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i];
            if (child.Part != Part.Out)
            {
                var weight = Math.ScaleB(child.Child.Weight, scale);
                weights += weight;
                coverage += weight * child.Coverage;
                carried += weight * child.Carried;
            }
        }

        return (coverage / weights, carried / weights);
    }

    /// <summary>The rule applied to some of the children, each at one of its statuses.</summary>
    private static (double Score, Status Status) Evaluate(
        RollUpRule rule,
        IReadOnlyList<HandedUp> children,
        Func<HandedUp, Status> at,
        Func<HandedUp, bool> takesPart,
        int scale
    )
    {
        var (weights, points, achieved, partly) = (0.0, 0.0, 0.0, 0.0);
        var weakest = Status.Achieved;
        var capped = false;
        for (var i = 0; i < children.Count; i++)
        {
            var child = children[i];
            if (!takesPart(child))
            {
                continue;
            }

            var status = at(child);
            var weight = Math.ScaleB(child.Child.Weight, scale);
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
    private static int ScaleOf(IReadOnlyList<HandedUp> children)
    {
        var largest = 0.0;
        for (var i = 0; i < children.Count; i++)
        {
            largest = children[i].Part == Part.Out ? largest : Math.Max(largest, children[i].Child.Weight);
        }

        return largest is > 1e-200 and < 1e200 ? 0 : -Math.ILogB(largest);
    }
}
