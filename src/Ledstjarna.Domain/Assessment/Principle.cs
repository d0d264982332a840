namespace Ledstjarna.Domain.Assessment;

/// <summary>The common rule by which every figure becomes a status. Versioned and decided like any other governing document.</summary>
public sealed record Principle
{
    /// <param name="lenses">In order, at least one, none twice.</param>
    public Principle(params IReadOnlyList<Lens> lenses) => Lenses = Checked(lenses);

    public string? Name { get; init; }

    /// <summary>In order, at least one, none twice.</summary>
    public IReadOnlyList<Lens> Lenses
    {
        get;
        init => field = Checked(value);
    }

    public Combine Combine { get; init; } = Combine.First;

    /// <summary>Share of points, 0.5–1, that the mean of the lenses must reach for green.</summary>
    public double CombineGreenAt
    {
        get;
        init => field = RollUpRule.Green(value, "combineGreenAt");
    } = 0.75;

    /// <summary>Share of points, 0–0.5, that the mean of the lenses must reach for yellow.</summary>
    public double CombineYellowAt
    {
        get;
        init => field = RollUpRule.Yellow(value, "combineYellowAt");
    } = 0.4;

    /// <summary>The degree of fulfilment, 0–1, that still is "delvis" when a target has no limit of its own. Null: there is no such degree.</summary>
    public double? Tolerance
    {
        get;
        init => field = value is { } v ? Require.Share(v, "tolerance") : null;
    }

    /// <summary>How many further cadences a figure may be used after it stopped being fresh.</summary>
    public double Carry
    {
        get;
        init => field = Require.NotNegative(value, "carry");
    }

    /// <summary>Whole months, 0–1200, that an ongoing activity may be late and still be "delvis".</summary>
    public int ActivityGrace
    {
        get;
        init =>
            field =
                Require.AtLeast(value, 0, "activityGrace") <= 1200
                    ? value
                    : throw new DomainRuleException(RuleCode.TooLarge, "activityGrace");
    }

    public TrendRule Trend { get; init; } = new();

    public ComparisonRule Comparison { get; init; } = new();

    public PaceRule Pace { get; init; } = new();

    /// <summary>How a node's children become its status, where <see cref="Levels"/> says nothing else.</summary>
    public RollUpRule RollUp { get; init; } = new();

    /// <summary>Rules for named levels; each replaces <see cref="RollUp"/> as a whole.</summary>
    public IReadOnlyDictionary<string, RollUpRule> Levels { get; init; } = new Dictionary<string, RollUpRule>(StringComparer.Ordinal);

    public RollUpRule RuleFor(string? level) => level is not null && Levels.TryGetValue(level, out var rule) ? rule : RollUp;

    public bool Uses(Lens lens) => Lenses.Contains(lens);

    private static IReadOnlyList<Lens> Checked(IReadOnlyList<Lens> lenses) =>
        lenses.Count == 0 ? throw new DomainRuleException(RuleCode.LensesEmpty, "lenses")
        : lenses.Distinct().Count() != lenses.Count ? throw new DomainRuleException(RuleCode.LensRepeated, "lenses")
        : [.. lenses];
}
