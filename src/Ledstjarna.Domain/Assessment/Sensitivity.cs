namespace Ledstjarna.Domain.Assessment;

/// <summary>A single change under a node that would change its computed status.</summary>
/// <param name="Leaf">The indicator or activity that changes.</param>
/// <param name="From">Its status now.</param>
/// <param name="To">The status it would have.</param>
/// <param name="Value">The value that would give it that status; null when no single value does.</param>
/// <param name="Distance">How far that value lies from today's, as a share of it; null when there is no value or none to reach.</param>
/// <param name="NodeTo">The status the node would have.</param>
public sealed record SingleChange(TreePart Leaf, Status From, Status To, double? Value, double? Distance, Status NodeTo);

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
                    var (value, distance) = ValueFor(result, leaf, status);
                    changes.Add(new SingleChange(leaf, now, status, value, distance, changed.Layers.Computed));
                }
            }
        }

        return [.. changes.OrderBy(c => c.Distance ?? double.PositiveInfinity).ThenBy(c => Steps(c))];
    }

    /// <summary>The node as it would be if one leaf had another status, no one having judged the nodes between. Null when the leaf is not under it.</summary>
    public static NodeRating? With(AssessmentResult result, NodeRating node, string leaf, Status status)
    {
        HandedUp[] children = [.. node.Children];
        var found = false;
        for (var i = 0; i < children.Length; i++)
        {
            var child = children[i].Child;
            if (child.Id == leaf && children[i].Part != Part.Judged)
            {
                children[i] = new HandedUp(child, Part.Rated, status, status, status, 1, 0);
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

    /// <summary>For a figure judged against an "at least" or an "at most" by its value alone: the limit it would have to reach, and how far off it is.</summary>
    private static (double? Value, double? Distance) ValueFor(AssessmentResult result, TreePart leaf, Status status)
    {
        if (
            result.FindIndicator(leaf.Id)
                is not {
                    Lens: Lens.Target,
                    Source: not ValueSource.Substitute,
                    Value: { } now,
                    Evidence.Target.Target: { MeanOf: null } target
                }
            || target.Kind is not (TargetKind.AtLeast or TargetKind.AtMost)
        )
        {
            return (null, null);
        }

        var value = status switch
        {
            Status.Achieved => target.Value,
            Status.Partly => PartlyLimit(target, result.Case.Principle.Tolerance),
            _ => null,
        };
        return (value, value is { } v && now != 0 ? Math.Abs((v - now) / now) : null);
    }

    private static double? PartlyLimit(TargetLevel target, double? tolerance)
    {
        if (target.PartlyValue is { } own)
        {
            return own;
        }

        var share = tolerance ?? 0;
        return share <= 0 || target.Value <= 0 ? null
            : target.Kind == TargetKind.AtLeast ? target.Value * share
            : target.Value / share;
    }
}
