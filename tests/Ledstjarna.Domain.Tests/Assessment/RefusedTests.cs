using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>What is not let in, and what it is called when it is refused.</summary>
public sealed class RefusedTests
{
    public static TheoryData<string, RuleCode, string> Refusals =>
        new()
        {
            { "lenses-none", RuleCode.LensesEmpty, "lenses" },
            { "lenses-twice", RuleCode.LensRepeated, "lenses" },
            { "lenses-with", RuleCode.LensRepeated, "lenses" },
            { "combine-green", RuleCode.GreenBelowHalf, "combineGreenAt" },
            { "combine-yellow", RuleCode.YellowAboveHalf, "combineYellowAt" },
            { "tolerance", RuleCode.NotAShare, "tolerance" },
            { "carry", RuleCode.Negative, "carry" },
            { "grace-negative", RuleCode.Negative, "activityGrace" },
            { "grace-large", RuleCode.TooLarge, "activityGrace" },
            { "trend-k", RuleCode.NotPositive, "k" },
            { "trend-absolute", RuleCode.Negative, "absolute" },
            { "trend-relative", RuleCode.NotFinite, "relative" },
            { "best", RuleCode.NotAShare, "best" },
            { "worst", RuleCode.NotAShare, "worst" },
            { "min-group", RuleCode.Negative, "minGroup" },
            { "pace-on", RuleCode.Negative, "on" },
            { "pace-slow", RuleCode.Negative, "slow" },
            { "green-mean", RuleCode.GreenBelowHalf, "greenAt" },
            { "yellow-mean", RuleCode.YellowAboveHalf, "yellowAt" },
            { "green-share", RuleCode.NotAShare, "greenAt" },
            { "yellow-share", RuleCode.NotAShare, "yellowAt" },
            { "min-coverage", RuleCode.NotAShare, "minCoverage" },
            { "near", RuleCode.NotAShare, "near" },
            { "value-and-missing", RuleCode.ValueAndMissing, "missing" },
            { "neither", RuleCode.NeitherValueNorMissing, "value" },
            { "missing-found", RuleCode.NeitherValueNorMissing, "missing" },
            { "value-nan", RuleCode.NotFinite, "value" },
            { "margin", RuleCode.Negative, "margin" },
            { "at-least-stricter", RuleCode.TargetLimitStricter, "partlyAt" },
            { "at-most-stricter", RuleCode.TargetLimitStricter, "partlyAt" },
            { "at-least-nan", RuleCode.NotFinite, "atLeast" },
            { "at-most-nan", RuleCode.NotFinite, "atMost" },
            { "range-reversed", RuleCode.TargetRangeReversed, "low" },
            { "range-low-stricter", RuleCode.TargetLimitStricter, "partlyLow" },
            { "range-high-stricter", RuleCode.TargetLimitStricter, "partlyHigh" },
            { "at-least-partly-nan", RuleCode.NotFinite, "partlyAt" },
            { "at-most-partly-nan", RuleCode.NotFinite, "partlyAt" },
            { "range-low-nan", RuleCode.NotFinite, "low" },
            { "range-high-nan", RuleCode.NotFinite, "high" },
            { "range-partly-low-nan", RuleCode.NotFinite, "partlyLow" },
            { "range-partly-high-nan", RuleCode.NotFinite, "partlyHigh" },
            { "mean-k", RuleCode.NotPositive, "k" },
            { "direction-higher", RuleCode.TargetAgainstDirection, "targets[0].atMost" },
            { "direction-lower", RuleCode.TargetAgainstDirection, "targets[0].atLeast" },
            { "direction-improve", RuleCode.TargetAgainstDirection, "targets[1].improve" },
            { "direction-range", RuleCode.TargetAgainstDirection, "targets[0].low" },
            { "tree-indicator-id", RuleCode.IdEmpty, "indicator" },
            { "tree-activity-id", RuleCode.IdEmpty, "activity" },
            { "cadence", RuleCode.NotPositive, "cadence" },
            { "lag", RuleCode.Negative, "lag" },
            { "indicator-carry", RuleCode.Negative, "carry" },
            { "indicator-id", RuleCode.IdEmpty, "id" },
            { "activity-id", RuleCode.IdEmpty, "id" },
            { "node-id", RuleCode.IdEmpty, "id" },
            { "weight", RuleCode.NotPositive, "weight" },
            { "kinds", RuleCode.PeriodKindsMixed, "observations[1].period" },
            { "kinds-group", RuleCode.PeriodKindsMixed, "group.2021T1" },
            { "kinds-since", RuleCode.PeriodKindsMixed, "targets[0].since" },
            { "kinds-without-observations", RuleCode.PeriodKindsMixed, "targets[0].since" },
            { "group-nan", RuleCode.NotFinite, "group.2021" },
            { "horizon", RuleCode.HorizonBeforeCutOff, "horizon" },
            { "same-id", RuleCode.IdRepeated, "indicators[1].id" },
            { "same-id-activity", RuleCode.IdRepeated, "activities[0].id" },
            { "same-id-node", RuleCode.IdRepeated, "tree.id" },
            { "substitute-unknown", RuleCode.SubstituteUnknown, "indicators[0].substitute" },
            { "substitute-itself", RuleCode.SubstituteItself, "indicators[0].substitute" },
            { "indicator-unknown", RuleCode.IndicatorUnknown, "tree.children[0].indicator" },
            { "activity-unknown", RuleCode.ActivityUnknown, "tree.children[0].activity" },
            { "judged-unknown", RuleCode.JudgedUnknown, "judgements[0].of" },
            { "deep", RuleCode.TreeTooDeep, "tree" + string.Concat(Enumerable.Repeat(".children[0]", 32)) },
            { "period", RuleCode.PeriodMalformed, "period" },
            { "date", RuleCode.DateMalformed, "asOf" },
        };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void It_is_refused_with_its_field(string what, RuleCode code, string field)
    {
        var refused = Should.Throw<DomainRuleException>(() => Make(what));
        (refused.Code, refused.Field).ShouldBe((code, field));
    }

    [Fact]
    public void The_deepest_tree_that_is_allowed_is() => Should.NotThrow(() => Case(Deep(32)));

    [Fact]
    public void A_refusal_seen_from_above_names_the_whole_path()
    {
        var refused = new DomainRuleException(RuleCode.NotPositive, "weight", "-1").Under("tree");
        (refused.Field, refused.Value, refused.Message).ShouldBe(("tree.weight", "-1", "tree.weight: NotPositive"));
        new DomainRuleException(RuleCode.Required).Under("tree").Field.ShouldBe("tree");
        new DomainRuleException(RuleCode.Required).Message.ShouldBe("Required");
    }

    private static object Make(string what) =>
        what switch
        {
            "lenses-none" => new Principle([]),
            "lenses-twice" => new Principle(Lens.Target, Lens.Target),
            "lenses-with" => TargetOnly with { Lenses = [Lens.Pace, Lens.Trend, Lens.Pace] },
            "combine-green" => TargetOnly with { CombineGreenAt = 0.49 },
            "combine-yellow" => TargetOnly with { CombineYellowAt = 0.51 },
            "tolerance" => TargetOnly with { Tolerance = 1.01 },
            "carry" => TargetOnly with { Carry = -1 },
            "grace-negative" => TargetOnly with { ActivityGrace = -1 },
            "grace-large" => TargetOnly with { ActivityGrace = 1201 },
            "trend-k" => new TrendRule { K = 0 },
            "trend-absolute" => new TrendRule { Absolute = -0.1 },
            "trend-relative" => new TrendRule { Relative = double.PositiveInfinity },
            "best" => new ComparisonRule { Best = 1.1 },
            "worst" => new ComparisonRule { Worst = -0.1 },
            "min-group" => new ComparisonRule { MinGroup = -1 },
            "pace-on" => new PaceRule { On = -1 },
            "pace-slow" => new PaceRule { Slow = -1 },
            "green-mean" => new RollUpRule(greenAt: 0.49),
            "yellow-mean" => new RollUpRule(yellowAt: 0.51),
            "green-share" => new RollUpRule(RollUpMethod.Share, greenAt: 1.1),
            "yellow-share" => new RollUpRule(RollUpMethod.Weakest, yellowAt: -0.1),
            "min-coverage" => new RollUpRule { MinCoverage = 2 },
            "near" => new RollUpRule { Near = -0.1 },
            "value-and-missing" => Observation.Of(Period.Parse("2021"), 1, MissingReason.Delayed),
            "neither" => Observation.Of(Period.Parse("2021"), null, null),
            "missing-found" => Observation.OfMissing(Period.Parse("2021"), MissingReason.TooOld),
            "value-nan" => Observation.OfValue(Period.Parse("2021"), double.NaN),
            "margin" => Observation.OfValue(Period.Parse("2021"), 1, -1),
            "at-least-stricter" => TargetLevel.AtLeast(60, 61),
            "at-most-stricter" => TargetLevel.AtMost(60, 59),
            "at-least-nan" => TargetLevel.AtLeast(double.NaN),
            "at-most-nan" => TargetLevel.AtMost(double.NegativeInfinity),
            "range-reversed" => TargetLevel.Between(2, 1),
            "range-low-stricter" => TargetLevel.Between(1, 5, partlyLow: 2),
            "range-high-stricter" => TargetLevel.Between(1, 5, partlyHigh: 4),
            "at-least-partly-nan" => TargetLevel.AtLeast(1, double.NaN),
            "at-most-partly-nan" => TargetLevel.AtMost(1, double.NaN),
            "range-low-nan" => TargetLevel.Between(double.NaN, 1),
            "range-high-nan" => TargetLevel.Between(1, double.NaN),
            "range-partly-low-nan" => TargetLevel.Between(1, 2, partlyLow: double.NaN),
            "range-partly-high-nan" => TargetLevel.Between(1, 2, partlyHigh: double.NaN),
            "mean-k" => TargetLevel.AtLeast(1) with { MeanOf = 0 },
            "direction-higher" => Indicator("", TargetLevel.AtMost(1)),
            "direction-lower" => Indicator("", TargetLevel.AtLeast(1), direction: Direction.Lower),
            "direction-range" => Indicator("", TargetLevel.Between(1, 2)),
            "direction-improve" => Indicator("", targets: [TargetLevel.Between(1, 2), TargetLevel.Improve()], direction: Direction.Range),
            "tree-indicator-id" => new TreeIndicator(""),
            "tree-activity-id" => new TreeActivity(""),
            "cadence" => Indicator("", cadence: 0),
            "lag" => Indicator("", lag: -1),
            "indicator-carry" => Indicator("", carry: -1),
            "indicator-id" => Indicator("", id: ""),
            "activity-id" => new MeasuredActivity("", ActivityState.Done, AsOf),
            "node-id" => Node(""),
            "weight" => new TreeActivity("a") { Weight = 0 },
            "kinds" => Series("2021=1 2021T1=1"),
            "kinds-group" => Indicator("2021=1", groups: [("2021T1", [1])]),
            "kinds-since" => Indicator("2021=1", TargetLevel.Improve(Period.Parse("2020Q1"))),
            "kinds-without-observations" => Indicator("", TargetLevel.Improve(Period.Parse("2020Q1")), groups: [("2021", [1])]),
            "group-nan" => Indicator("2021=1", groups: [("2021", [1, double.NaN])]),
            "horizon" => new AssessmentCase(AsOf, TargetOnly, Node("g"), [], horizon: AsOf.AddDays(-1)),
            "same-id" => Case(Node("g"), [Indicator(""), Indicator("")]),
            "same-id-activity" => Case(Node("g"), [Indicator("")], [new("A", ActivityState.Done, AsOf)]),
            "same-id-node" => Case(Node("A"), [Indicator("")]),
            "substitute-unknown" => Case(Node("g"), [Indicator("", substitute: "B")]),
            "substitute-itself" => Case(Node("g"), [Indicator("", substitute: "A")]),
            "indicator-unknown" => Case(Node("g", new TreeIndicator("B")), [Indicator("")]),
            "activity-unknown" => Case(Node("g", new TreeActivity("A")), [Indicator("")]),
            "judged-unknown" => new AssessmentCase(
                AsOf,
                TargetOnly,
                Node("g"),
                [Indicator("")],
                judgements: [new("A", Layer.Expert, Status.Achieved)]
            ),
            "deep" => Case(Deep(33)),
            "period" => Period.Parse("2021T4"),
            "date" => DateText.Parse("2021-02-30", "asOf"),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "nothing makes it"),
        };

    private static AssessmentCase Case(TreeNode tree, MeasuredIndicator[]? indicators = null, MeasuredActivity[]? activities = null) =>
        new(AsOf, TargetOnly, tree, indicators ?? [], activities);

    private static TreeNode Deep(int levels) => levels == 1 ? Node("n1") : Node($"n{levels}", Deep(levels - 1));
}
