namespace Ledstjarna.Domain.Assessment;

/// <summary>A child of a node: a node itself, an indicator or an activity.</summary>
public abstract class TreePart
{
    private protected TreePart(string id, string field) => Id = id.Length > 0 ? id : throw new DomainRuleException(RuleCode.IdEmpty, field);

    public string Id { get; }

    /// <summary>More than 0; only its relation to the siblings' weights matters.</summary>
    public double Weight
    {
        get;
        init => field = Require.Positive(value, "weight");
    } = 1;

    /// <summary>Whether this one alone can hold its parent at partly, where the rule says <see cref="RollUpRule.Cap"/>.</summary>
    public bool IsKey { get; init; }
}

/// <summary>A goal, sub-goal or measurement area.</summary>
public sealed class TreeNode(string id, IReadOnlyList<TreePart> children) : TreePart(id, "id")
{
    public IReadOnlyList<TreePart> Children { get; } = [.. children];

    /// <summary>Names the rule for its children, where the principle has one for the level.</summary>
    public string? Level { get; init; }

    public string? Name { get; init; }
}

/// <summary>An indicator in its place in the tree. The same one may stand in several.</summary>
public sealed class TreeIndicator(string id) : TreePart(id, "indicator");

/// <summary>An activity in its place in the tree.</summary>
public sealed class TreeActivity(string id) : TreePart(id, "activity");
