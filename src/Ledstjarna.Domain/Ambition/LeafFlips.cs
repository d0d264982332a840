using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.Domain.Ambition;

/// <summary>The smallest single changes of a goal, one leaf at a time.</summary>
internal static class LeafFlips
{
    /// <summary>Every leaf of the root, those that flip it first, the nearest before others.</summary>
    public static IReadOnlyList<LeafFlip> Of(AssessmentResult result)
    {
        var changes = Sensitivity.Of(result, result.Root);
        var targets = Sensitivity.OfTargets(result, changes);
        return
        [
            .. Sensitivity
                .Leaves(result, result.Root)
                .DistinctBy(l => l.Id, StringComparer.Ordinal)
                .Select(l => new LeafFlip(
                    l,
                    result.FindIndicator(l.Id)?.Effective ?? result.FindActivity(l.Id)!.Effective,
                    changes.FirstOrDefault(c => c.Leaf.Id == l.Id),
                    targets.FirstOrDefault(c => c.Leaf.Id == l.Id)
                ))
                .OrderBy(f => f.Change is null)
                .ThenBy(f => f.Change?.Distance ?? double.PositiveInfinity),
        ];
    }
}
