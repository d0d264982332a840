namespace Ledstjarna.Domain.Assessment;

/// <summary>How everything in a case stands: nodes depth first, then indicators and activities in tree order, each once.</summary>
public sealed class AssessmentResult
{
    private readonly List<NodeRating> _nodes = [];
    private readonly List<IndicatorRating> _indicators = [];
    private readonly List<ActivityRating> _activities = [];
    private readonly Dictionary<string, object> _byId = new(StringComparer.Ordinal);

    internal AssessmentResult(AssessmentCase @case) => Case = @case;

    public AssessmentCase Case { get; }

    public IReadOnlyList<NodeRating> Nodes => _nodes;

    public IReadOnlyList<IndicatorRating> Indicators => _indicators;

    public IReadOnlyList<ActivityRating> Activities => _activities;

    /// <summary>The node the case is about.</summary>
    public NodeRating Root => _nodes[0];

    public NodeRating? FindNode(string id) => _byId.GetValueOrDefault(id) as NodeRating;

    public IndicatorRating? FindIndicator(string id) => _byId.GetValueOrDefault(id) as IndicatorRating;

    public ActivityRating? FindActivity(string id) => _byId.GetValueOrDefault(id) as ActivityRating;

    /// <summary>A node stands before its children in the list, but is rated after them.</summary>
    internal int Reserve(TreeNode node)
    {
        _nodes.Add(null!);
        _byId.Add(node.Id, node);
        return _nodes.Count - 1;
    }

    internal NodeRating Put(int place, NodeRating rating)
    {
        _byId[rating.Node.Id] = rating;
        return _nodes[place] = rating;
    }

    internal IndicatorRating Indicator(string id)
    {
        if (_byId.GetValueOrDefault(id) is not IndicatorRating rating)
        {
            rating = IndicatorAssessor.Rate(Case.Indicator(id), Case);
            _indicators.Add(rating);
            _byId.Add(id, rating);
        }

        return rating;
    }

    internal ActivityRating Activity(string id)
    {
        if (_byId.GetValueOrDefault(id) is not ActivityRating rating)
        {
            rating = ActivityAssessor.Rate(Case.Activity(id), Case);
            _activities.Add(rating);
            _byId.Add(id, rating);
        }

        return rating;
    }
}
