using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.Domain.Years;

/// <summary>What a goal would be if one of the indicators under it were not measured there.</summary>
public static class LeftOut
{
    /// <summary>
    /// The node with an indicator or activity taken away wherever it stands under it; what people judged on the way stands. An area left
    /// without anything cannot be assessed, as any area that nothing is measured in.
    /// </summary>
    /// <returns>Null when it is not under the node.</returns>
    public static NodeRating? Without(AssessmentResult result, NodeRating node, string leaf)
    {
        var children = new List<HandedUp>(node.Children.Count);
        var found = false;
        foreach (var handed in node.Children)
        {
            if (handed.Child.Id == leaf)
            {
                found = true;
            }
            else if (
                handed.Child is TreeNode
                && result.FindNode(handed.Child.Id) is { } inner
                && Without(result, inner, leaf) is { } changed
            )
            {
                children.Add(HandedUp.From(handed.Child, changed));
                found = true;
            }
            else
            {
                children.Add(handed);
            }
        }

        return found ? RollUp.Rate(node.Node, [.. children], node.Rule, computed => node.Layers with { Computed = computed }) : null;
    }
}
