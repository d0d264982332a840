namespace Ledstjarna.Domain.Assessment;

/// <summary>The one implementation of the common assessment principle. Pure: the same case gives the same result.</summary>
public static class Assessor
{
    /// <summary>Assesses the whole tree of a case.</summary>
    /// <exception cref="DomainRuleException">A judgement differs from the layer under it and gives no reason.</exception>
    public static AssessmentResult Assess(AssessmentCase @case)
    {
        var result = new AssessmentResult(@case);
        Rate(@case.Tree, result);
        return result;
    }

    private static NodeRating Rate(TreeNode node, AssessmentResult result)
    {
        var place = result.Reserve(node);
        var children = new HandedUp[node.Children.Count];
        for (var i = 0; i < children.Length; i++)
        {
            var child = node.Children[i];
            children[i] = child switch
            {
                TreeNode n => HandedUp.From(n, Rate(n, result)),
                TreeIndicator => HandedUp.From(child, result.Indicator(child.Id)),
                _ => HandedUp.From(child, result.Activity(child.Id)),
            };
        }

        var @case = result.Case;
        return result.Put(
            place,
            RollUp.Rate(node, children, @case.Principle.RuleFor(node.Level), computed => @case.Layered(node.Id, computed))
        );
    }
}
