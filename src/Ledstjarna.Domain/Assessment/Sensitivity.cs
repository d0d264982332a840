namespace Ledstjarna.Domain.Assessment;

/// <summary>A single change under a node that would change its computed status.</summary>
/// <param name="Leaf">The indicator or activity that changes.</param>
/// <param name="From">Its status now.</param>
/// <param name="To">The status it would have.</param>
/// <param name="Value">The value nearest to today's that would give it that status; null when no single value does.</param>
/// <param name="Distance">How far that value lies from today's, as a share of it; null when there is no value or none to reach.</param>
/// <param name="NodeTo">The status the node would have.</param>
public sealed record SingleChange(TreePart Leaf, Status From, Status To, double? Value, double? Distance, Status NodeTo)
{
    /// <summary>The value itself is not enough: it must be passed, by however little.</summary>
    public bool IsBeyond { get; init; }

    /// <summary>Whether the value rises to get there; it may stand at the limit already.</summary>
    public bool IsRise { get; init; }
}

/// <summary>A change of one indicator's target, its figure as it is, that would change a node's computed status.</summary>
/// <param name="Leaf">The indicator.</param>
/// <param name="To">The status it would have.</param>
/// <param name="Limit">Which of the target's limits that moves; a limit of its own for "delvis" moves along with it.</param>
/// <param name="Distance">How far the limit moves, as a share of what it is; null when it is zero.</param>
/// <param name="NodeTo">The status the node would have.</param>
public sealed record TargetChange(TreePart Leaf, Status To, MovedLimit Limit, double? Distance, Status NodeTo);

/// <summary>What would change a node's computed status: each indicator and activity under it tried at each other status, one at a time.</summary>
public static class Sensitivity
{
    /// <summary>Every single change that changes the node, the smallest first: known values by distance, then what has no value to move.</summary>
    public static IReadOnlyList<SingleChange> Of(AssessmentResult result, NodeRating node)
    {
        var changes = new List<SingleChange>();
        foreach (var leaf in Leaves(result, node).DistinctBy(l => l.Id, StringComparer.Ordinal))
        {
            var now = StatusOf(result, leaf);
            foreach (var status in (Status[])[Status.NotAchieved, Status.Partly, Status.Achieved])
            {
                if (status != now && With(result, node, leaf.Id, status) is { } changed && changed.Layers.Computed != node.Layers.Computed)
                {
                    changes.Add(WithValue(result, new SingleChange(leaf, now, status, null, null, changed.Layers.Computed)));
                }
            }
        }

        return [.. changes.OrderBy(c => c.Distance ?? double.PositiveInfinity).ThenBy(c => Steps(c))];
    }

    /// <summary>The changes of targets that would do the same, the smallest first; none where no target decides.</summary>
    /// <param name="result">What the changes are of.</param>
    /// <param name="changes">As they come from <see cref="Of"/>.</param>
    public static IReadOnlyList<TargetChange> OfTargets(AssessmentResult result, IReadOnlyList<SingleChange> changes)
    {
        var all = new List<TargetChange>();
        foreach (var change in changes)
        {
            if (Decisive(result, change.Leaf) is { } finding)
            {
                var limits = StatusLimits.Of(finding.Target, result.Case.Principle.Tolerance);
                foreach (var moved in limits.TargetsFor(finding.Figure, change.From, change.To))
                {
                    double? distance = moved.From == 0 ? null : Math.Abs((moved.To - moved.From) / moved.From);
                    all.Add(new TargetChange(change.Leaf, change.To, moved, distance, change.NodeTo));
                }
            }
        }

        return [.. all.OrderBy(c => c.Distance ?? double.PositiveInfinity)];
    }

    /// <summary>
    /// The node as it would be if one leaf had another status, no one having judged the nodes between; what it stands in for follows. Null when
    /// the leaf is not under it.
    /// </summary>
    public static NodeRating? With(AssessmentResult result, NodeRating node, string leaf, Status status)
    {
        HandedUp[] children = [.. node.Children];
        var found = false;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i].Child;
            if (children[i].Part != Part.Judged && RestsOn(result, child, leaf))
            {
                children[i] = new HandedUp(child, Part.Rated, status, status, status, 1, child.Id == leaf ? 0 : 1);
                found = true;
            }
            else if (
                child is TreeNode
                && result.FindNode(child.Id) is { Layers.IsJudged: false } inner
                && With(result, inner, leaf, status) is { } changed
            )
            {
                children[i] = HandedUp.From(child, changed);
                found = true;
            }
        }

        return found ? RollUp.Rate(node.Node, children, node.Rule, computed => new Layers(computed, null, null)) : null;
    }

    /// <summary>Every indicator and activity under a node, in tree order; the same one more than once where it stands in several places.</summary>
    public static IEnumerable<TreePart> Leaves(AssessmentResult result, NodeRating node) =>
        node.Children.SelectMany(c => c.Child is TreeNode ? Leaves(result, result.FindNode(c.Child.Id)!) : [c.Child]);

    private static Status StatusOf(AssessmentResult result, TreePart leaf) =>
        result.FindIndicator(leaf.Id)?.Effective ?? result.FindActivity(leaf.Id)!.Effective;

    private static int Steps(SingleChange change) => change.From.IsRated() ? Math.Abs((int)change.From - (int)change.To) : 3;

    /// <summary>Whether a child is the leaf, or has the leaf's value and target in place of its own.</summary>
    private static bool RestsOn(AssessmentResult result, TreePart child, string leaf) =>
        child.Id == leaf
        || (
            child is TreeIndicator
            && result.FindIndicator(child.Id) is { Source: ValueSource.Substitute }
            && result.Case.Indicator(child.Id).Substitute == leaf
        );

    /// <summary>What the target lens saw, where it alone decided an indicator's status by its own figure.</summary>
    private static TargetFinding? Decisive(AssessmentResult result, TreePart leaf) =>
        result.FindIndicator(leaf.Id)
            is { Lens: Lens.Target, Source: not ValueSource.Substitute, Evidence.Target: { Target.Kind: not TargetKind.Improve } finding }
            ? finding
            : null;

    /// <summary>For a figure judged against a target by its value alone: the limit it would have to reach, and how far off it is.</summary>
    private static SingleChange WithValue(AssessmentResult result, SingleChange change) =>
        Decisive(result, change.Leaf) is { Target.MeanOf: null, Figure: var now } finding
        && StatusLimits.Of(finding.Target, result.Case.Principle.Tolerance).ValueFor(now, change.From, change.To) is { } found
            ? change with
            {
                Value = found.Value,
                IsBeyond = found.IsBeyond,
                IsRise = found.IsRise,
                Distance = now == 0 ? null : Math.Abs((found.Value - now) / now),
            }
            : change;
}
