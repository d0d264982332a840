namespace Ledstjarna.Domain.Assessment;

/// <summary>
/// Everything one assessment needs, and nothing else: no clock, no database. Without a horizon it is an <em>outcome</em>, what holds at the
/// cut-off; with one a <em>forecast</em>, what is to be expected at the horizon.
/// </summary>
public sealed class AssessmentCase
{
    public const int DeepestTree = 32;

    private readonly Dictionary<string, MeasuredIndicator> _indicators;
    private readonly Dictionary<string, MeasuredActivity> _activities;
    private readonly Dictionary<string, (Judgement? Expert, Judgement? Decided)> _judgements = new(StringComparer.Ordinal);

    /// <param name="asOf">The cut-off, included.</param>
    /// <param name="principle">The common rule.</param>
    /// <param name="tree">The node to assess, with all under it.</param>
    /// <param name="indicators">Those of the tree and their substitutes; others are let be.</param>
    /// <param name="activities">Those of the tree; others are let be.</param>
    /// <param name="judgements">In the order they were made: a later one of the same layer replaces an earlier.</param>
    /// <param name="horizon">The day a forecast is for, no earlier than the cut-off. Null: an outcome.</param>
    /// <param name="knownAt">The last day whose records count. Null: all that is recorded.</param>
    public AssessmentCase(
        DateOnly asOf,
        Principle principle,
        TreeNode tree,
        IReadOnlyList<MeasuredIndicator> indicators,
        IReadOnlyList<MeasuredActivity>? activities = null,
        IReadOnlyList<Judgement>? judgements = null,
        DateOnly? horizon = null,
        DateOnly? knownAt = null
    )
    {
        if (horizon < asOf)
        {
            throw new DomainRuleException(RuleCode.HorizonBeforeCutOff, "horizon");
        }

        (AsOf, Principle, Tree, Horizon, KnownAt) = (asOf, principle, tree, horizon, knownAt);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        _indicators = new(indicators.Count, StringComparer.Ordinal);
        for (var i = 0; i < indicators.Count; i++)
        {
            Unique(ids, indicators[i].Id, $"indicators[{i}].id");
            _indicators.Add(indicators[i].Id, indicators[i]);
        }

        _activities = new(activities?.Count ?? 0, StringComparer.Ordinal);
        for (var i = 0; i < activities?.Count; i++)
        {
            Unique(ids, activities[i].Id, $"activities[{i}].id");
            _activities.Add(activities[i].Id, activities[i]);
        }

        CheckSubstitutes(indicators);
        var inTree = new HashSet<string>(StringComparer.Ordinal);
        CheckTree(tree, "tree", 1, ids, inTree);
        Take(judgements ?? [], inTree);
    }

    public DateOnly AsOf { get; }

    public DateOnly? Horizon { get; }

    public DateOnly? KnownAt { get; }

    public Principle Principle { get; }

    public TreeNode Tree { get; }

    public bool IsForecast => Horizon is not null;

    /// <summary>The last day by which something due counts: the horizon, or in an outcome the cut-off.</summary>
    public DateOnly Limit => Horizon ?? AsOf;

    public MeasuredIndicator Indicator(string id) => _indicators[id];

    public MeasuredActivity Activity(string id) => _activities[id];

    /// <summary>What was computed, with the judgements of it; refused when a judgement needs a reason and has none.</summary>
    internal Layers Layered(string id, Status computed)
    {
        var (expert, decided) = _judgements.GetValueOrDefault(id);
        var layers = new Layers(computed, expert, decided);
        return expert is { Reason: null } && expert.Status != computed
                ? throw new DomainRuleException(RuleCode.ReasonMissing, $"judgements.{id}.reason")
            : decided is { Reason: null } && decided.Status != layers.UnderDecided
                ? throw new DomainRuleException(RuleCode.ReasonMissing, $"judgements.{id}.reason")
            : layers;
    }

    private static void Unique(HashSet<string> ids, string id, string field)
    {
        if (!ids.Add(id))
        {
            throw new DomainRuleException(RuleCode.IdRepeated, field, id);
        }
    }

    private void CheckSubstitutes(IReadOnlyList<MeasuredIndicator> indicators)
    {
        for (var i = 0; i < indicators.Count; i++)
        {
            if (indicators[i].Substitute is not { } substitute)
            {
                continue;
            }

            if (substitute == indicators[i].Id)
            {
                throw new DomainRuleException(RuleCode.SubstituteItself, $"indicators[{i}].substitute", substitute);
            }

            if (!_indicators.ContainsKey(substitute))
            {
                throw new DomainRuleException(RuleCode.SubstituteUnknown, $"indicators[{i}].substitute", substitute);
            }
        }
    }

    private void CheckTree(TreeNode node, string path, int depth, HashSet<string> ids, HashSet<string> inTree)
    {
        if (depth > DeepestTree)
        {
            throw new DomainRuleException(RuleCode.TreeTooDeep, path);
        }

        Unique(ids, node.Id, $"{path}.id");
        inTree.Add(node.Id);
        for (var i = 0; i < node.Children.Count; i++)
        {
            var child = node.Children[i];
            switch (child)
            {
                case TreeNode n:
                    CheckTree(n, $"{path}.children[{i}]", depth + 1, ids, inTree);
                    break;
                case TreeIndicator when !_indicators.ContainsKey(child.Id):
                    throw new DomainRuleException(RuleCode.IndicatorUnknown, $"{path}.children[{i}].indicator", child.Id);
                case TreeActivity when !_activities.ContainsKey(child.Id):
                    throw new DomainRuleException(RuleCode.ActivityUnknown, $"{path}.children[{i}].activity", child.Id);
                default:
                    inTree.Add(child.Id);
                    break;
            }
        }
    }

    private void Take(IReadOnlyList<Judgement> judgements, HashSet<string> inTree)
    {
        for (var i = 0; i < judgements.Count; i++)
        {
            var judgement = judgements[i];
            if (!inTree.Contains(judgement.Of))
            {
                throw new DomainRuleException(RuleCode.JudgedUnknown, $"judgements[{i}].of", judgement.Of);
            }

            var (expert, decided) = _judgements.GetValueOrDefault(judgement.Of);
            _judgements[judgement.Of] = judgement.Layer == Layer.Expert ? (judgement, decided) : (expert, judgement);
        }
    }
}
