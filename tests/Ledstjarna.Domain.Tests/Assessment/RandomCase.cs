using Ledstjarna.Domain.Assessment;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>A case made of a seed: the same seed makes the same case. Whole numbers, so that scores often fall exactly on limits.</summary>
internal sealed class RandomCase
{
    private readonly Random _random;
    private int _nodes;

    public RandomCase(int seed)
    {
        _random = new Random(seed);
        var count = _random.Next(2, 9);
        Indicators = [.. Enumerable.Range(0, count).Select(Indicator)];
        Activities = [.. Enumerable.Range(0, 3).Select(i => Given.Activity($"a{i}", (Status)Pick(0, 1, 2, 4)))];
        Tree = Node(0);
        Principle = new Principle(Pick<Lens[]>([Lens.Target], [Lens.Target, Lens.Trend], [Lens.Trend]))
        {
            Tolerance = Chance(2) ? 0.8 : null,
            Carry = Pick(0, 1),
            RollUp = Rule(),
            Levels = Chance(2) ? new Dictionary<string, RollUpRule> { ["1"] = Rule() } : new Dictionary<string, RollUpRule>(),
        };
        Judgements = [.. Judged()];
    }

    public Principle Principle { get; }

    public TreeNode Tree { get; }

    public List<MeasuredIndicator> Indicators { get; }

    public List<MeasuredActivity> Activities { get; }

    public List<Judgement> Judgements { get; }

    public AssessmentResult Assess() => Assess(Tree, Indicators, Judgements);

    public AssessmentResult Assess(TreeNode tree, List<MeasuredIndicator>? indicators = null, List<Judgement>? judgements = null) =>
        Assessor.Assess(new AssessmentCase(AsOf, Principle, tree, indicators ?? Indicators, Activities, judgements ?? Judgements));

    /// <summary>The same tree with every node's children in another order.</summary>
    public TreeNode Shuffled(TreeNode node)
    {
        var children = node.Children.Select(c => c is TreeNode n ? Shuffled(n) : c).ToArray();
        _random.Shuffle(children);
        return new TreeNode(node.Id, children)
        {
            Level = node.Level,
            Weight = node.Weight,
            IsKey = node.IsKey,
        };
    }

    /// <summary>The same tree with an activity that is not due put in every node that has children.</summary>
    public static TreeNode WithNotDue(TreeNode node, string activity) =>
        new(
            node.Id,
            [
                .. node.Children.Select(c => c is TreeNode n ? WithNotDue(n, activity) : c),
                .. node.Children.Count > 0 ? [new TreeActivity(activity)] : Array.Empty<TreePart>(),
            ]
        )
        {
            Level = node.Level,
            Weight = node.Weight,
            IsKey = node.IsKey,
        };

    public T Pick<T>(params T[] from) => from[_random.Next(from.Length)];

    private bool Chance(int oneIn) => _random.Next(oneIn) == 0;

    private RollUpRule Rule() =>
        new(Pick(RollUpMethod.Mean, RollUpMethod.Share, RollUpMethod.Weakest), Pick(0.5, 0.6, 0.75, 1), Pick(0, 0.25, 0.4, 0.5))
        {
            MinCoverage = Pick(0, 0.5, 0.75),
            Cap = Chance(2),
        };

    private MeasuredIndicator Indicator(int i)
    {
        var years = Enumerable.Range(2016, 6).Where(_ => !Chance(3)).ToList();
        var values = years.Select(y => Chance(4) ? $"{y}=!delayed" : $"{y}={_random.Next(0, 11)}");
        var targets = Chance(4)
            ? []
            : new[] { TargetLevel.AtLeast(_random.Next(3, 9)) with { Due = Chance(6) ? new DateOnly(2025, 1, 1) : null } };
        return Given.Indicator(string.Join(' ', values), id: $"i{i}", targets: targets);
    }

    private TreeNode Node(int depth)
    {
        var children = new List<TreePart>();
        for (var n = _random.Next(depth == 0 ? 1 : 0, 5); n > 0; n--)
        {
            var (weight, key) = ((double)Pick(1, 1, 2, 3), Chance(4));
            children.Add(
                depth < 3 && Chance(3) ? Node(depth + 1)
                : Chance(4) ? new TreeActivity(Pick(Activities.ToArray()).Id) { Weight = weight, IsKey = key }
                : new TreeIndicator(Pick(Indicators.ToArray()).Id) { Weight = weight, IsKey = key }
            );
        }

        return new TreeNode($"n{_nodes++}", children)
        {
            Level = depth.ToString(System.Globalization.CultureInfo.InvariantCulture),
            Weight = Pick(1, 2),
            IsKey = Chance(4),
        };
    }

    private IEnumerable<Judgement> Judged()
    {
        foreach (var id in Ids(Tree).Distinct().Where(_ => Chance(4)))
        {
            yield return new Judgement(id, Pick(Layer.Expert, Layer.Decided), (Status)_random.Next(5), "skäl");
        }
    }

    private static IEnumerable<string> Ids(TreeNode node) =>
        node.Children.SelectMany(c => c is TreeNode n ? Ids(n) : [c.Id]).Append(node.Id);
}
