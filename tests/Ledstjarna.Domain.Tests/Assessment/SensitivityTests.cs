using Ledstjarna.Domain.Assessment;
using static Ledstjarna.Domain.Assessment.Status;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>The smallest single change that would change a goal.</summary>
public sealed class SensitivityTests
{
    private static readonly Principle Tolerant = TargetOnly with { Tolerance = 0.8 };

    [Fact]
    public void The_nearest_figure_comes_first_with_the_value_it_would_need()
    {
        var result = Assess(
            Node("goal", new TreeIndicator("near"), new TreeIndicator("far")),
            Indicator("2021=58", TargetLevel.AtLeast(60, 50), "near"),
            Indicator("2021=30", TargetLevel.AtLeast(60, 20), "far")
        );
        var changes = Sensitivity.Of(result, result.Root);
        changes.Where(c => c.NodeTo == Achieved).Select(c => (c.Leaf.Id, c.Value)).ShouldBe([("near", 60.0), ("far", 60.0)]);
        changes[0].Distance!.Value.ShouldBe(2.0 / 58, 1e-12);
        (changes[0].From, changes[0].To).ShouldBe((Partly, Achieved));
    }

    [Fact]
    public void The_limit_for_partly_is_the_targets_own_or_the_tolerances()
    {
        ValueToPartly(TargetLevel.AtLeast(100, 70)).ShouldBe(70);
        ValueToPartly(TargetLevel.AtLeast(100)).ShouldBe(80);
        ValueToPartly(TargetLevel.AtMost(8), Direction.Lower, "2021=50").ShouldBe(10);
        ValueToPartly(TargetLevel.AtMost(8, 12), Direction.Lower, "2021=50").ShouldBe(12);
        ValueToPartly(TargetLevel.AtMost(0), Direction.Lower, "2021=50").ShouldBeNull();
        ValueToPartly(TargetLevel.AtLeast(100), principle: TargetOnly).ShouldBeNull();
        ValueToPartly(TargetLevel.AtLeast(100), observations: "2021=-1", principle: TargetOnly with { Tolerance = 0 }).ShouldBeNull();
        ValueToPartly(TargetLevel.AtMost(-8), Direction.Lower, "2021=50").ShouldBeNull();
    }

    [Fact]
    public void What_has_no_single_value_is_told_without_one()
    {
        var result = Assess(
            Node("goal", new TreeIndicator("mean"), new TreeIndicator("none")),
            Indicator("2021=10", TargetLevel.AtLeast(60) with { MeanOf = 2 }, "mean"),
            Indicator("", id: "none")
        );
        var changes = Sensitivity.Of(result, result.Root);
        changes.ShouldNotBeEmpty();
        changes.ShouldAllBe(c => c.Value == null && c.Distance == null);
        Sensitivity.Of(AssessNear("2021=0"), AssessNear("2021=0").Root).ShouldAllBe(c => c.Distance == null);
    }

    [Fact]
    public void A_fall_is_told_by_the_nearest_limit_to_pass()
    {
        var result = Assess(Node("goal", new TreeIndicator("A")), Indicator("2021=70", TargetLevel.AtLeast(65, 60)));
        Sensitivity
            .Of(result, result.Root)
            .Select(c => (c.To, c.Value, c.IsBeyond))
            .ShouldBe([(Partly, 65.0, true), (NotAchieved, 60.0, true)]);
    }

    [Fact]
    public void A_range_is_left_and_reached_at_its_nearest_end()
    {
        var target = TargetLevel.Between(60, 70, partlyHigh: 80);
        Told("2021=69").ShouldBe([(Partly, 70.0, true), (NotAchieved, 60.0, true)], ignoreOrder: true);
        Told("2021=72").ShouldBe([(Achieved, 70.0, false), (NotAchieved, 80.0, true)], ignoreOrder: true);
        Told("2021=50").ShouldBe([(Achieved, 60.0, false), (Partly, null, false)], ignoreOrder: true);

        List<(Status, double?, bool)> Told(string observations)
        {
            var result = Assess(Node("goal", new TreeIndicator("A")), Indicator(observations, target, direction: Direction.Range));
            return [.. Sensitivity.Of(result, result.Root).Select(c => (c.To, c.Value, c.IsBeyond))];
        }
    }

    [Fact]
    public void The_smallest_change_of_a_target_moves_its_own_limit_for_partly_along()
    {
        Targets("2021=58", TargetLevel.AtLeast(65, 60)).ShouldBe([(Partly, 63.0, false), (Achieved, 58.0, false)]);
        Targets("2021=70", TargetLevel.AtLeast(65, 60)).ShouldBe([(Partly, 70.0, true), (NotAchieved, 75.0, true)]);
        Targets("2021=70", TargetLevel.AtLeast(100)).ShouldBe([(Partly, 87.5, false), (Achieved, 70.0, false)]);
        Targets("2021=8500", TargetLevel.AtMost(8000), Direction.Lower).ShouldBe([(Achieved, 8500.0, false), (NotAchieved, 6800.0, true)]);
        Targets("2020=50 2021=70", TargetLevel.AtLeast(65) with { MeanOf = 2 })
            .ShouldBe([(Achieved, 60.0, false), (NotAchieved, 75.0, true)]);
        Targets("2021=70", TargetLevel.Improve()).ShouldBeEmpty();
        Targets("", TargetLevel.AtLeast(65)).ShouldBeEmpty();
    }

    [Fact]
    public void What_stands_in_for_another_moves_it_too()
    {
        var result = Assess(
            Node("goal", new TreeIndicator("own"), new TreeIndicator("other")),
            Indicator("", id: "own", substitute: "other"),
            Indicator("2021=58", TargetLevel.AtLeast(60, 50), "other")
        );
        Sensitivity.With(result, result.Root, "other", Achieved)!.Score.ShouldBe(1);
        Sensitivity.With(result, result.Root, "own", Achieved)!.Score.ShouldBe(0.75);
    }

    [Fact]
    public void Small_steps_come_before_large_and_known_before_unknown()
    {
        var result = Assess(
            TargetOnly,
            [Activity("a", NotAchieved), Activity("b", Partly)],
            Node("goal", new TreeIndicator("x"), new TreeActivity("a"), new TreeActivity("b")),
            Indicator("", id: "x")
        );
        var lifts = Sensitivity.Of(result, result.Root).Where(c => c.NodeTo > NotAchieved).Select(c => (c.Leaf.Id, c.To)).ToList();
        lifts.ShouldBe([("a", Partly), ("b", Achieved), ("a", Achieved), ("x", Achieved)]);
    }

    [Fact]
    public void A_judged_part_or_what_lies_under_a_judged_node_is_not_moved()
    {
        var tree = Node("goal", Node("inner", new TreeIndicator("A")), new TreeActivity("a"));
        MeasuredIndicator[] indicators = [Indicator("2021=58", TargetLevel.AtLeast(60, 50))];
        var judged = Assessor.Assess(
            new AssessmentCase(
                AsOf,
                Tolerant,
                tree,
                indicators,
                [Activity("a", Achieved)],
                [new Judgement("inner", Layer.Expert, Partly), new Judgement("a", Layer.Expert, Achieved)]
            )
        );
        Sensitivity.Of(judged, judged.Root).ShouldBeEmpty();
        Sensitivity.With(judged, judged.Root, "A", Achieved).ShouldBeNull();
        Sensitivity.With(judged, judged.Root, "a", NotAchieved).ShouldBeNull();
        Sensitivity.With(judged, judged.FindNode("inner")!, "A", Achieved)!.Layers.Computed.ShouldBe(Achieved);
    }

    [Fact]
    public void A_change_reaches_through_nodes_and_every_place_the_figure_stands()
    {
        var tree = Node("goal", Node("inner", new TreeIndicator("A")), new TreeIndicator("A"));
        var result = Assess(tree, Indicator("2021=58", TargetLevel.AtLeast(60, 50)));
        Sensitivity.With(result, result.Root, "A", Achieved)!.Score.ShouldBe(1);
        Sensitivity.Of(result, result.Root).Count(c => c.To == Achieved).ShouldBe(1);
        var nested = Assess(Node("goal", Node("inner", new TreeIndicator("A"))), Indicator("2021=58", TargetLevel.AtLeast(60, 50)));
        Sensitivity.With(nested, nested.Root, "A", Achieved)!.Score.ShouldBe(1);
    }

    private static List<(Status, double, bool)> Targets(string observations, TargetLevel target, Direction direction = Direction.Higher)
    {
        var result = Assess(Node("goal", new TreeIndicator("A")), Indicator(observations, target, direction: direction));
        var changes = Sensitivity.OfTargets(result, Sensitivity.Of(result, result.Root));
        return [.. changes.Select(c => (c.To, c.Limit.To, c.Limit.IsBeyond))];
    }

    private static AssessmentResult AssessNear(string observations) =>
        Assess(Node("goal", new TreeIndicator("A")), Indicator(observations, TargetLevel.AtLeast(60, 50)));

    private static double? ValueToPartly(
        TargetLevel target,
        Direction direction = Direction.Higher,
        string observations = "2021=10",
        Principle? principle = null
    )
    {
        var result = Assess(
            principle ?? Tolerant,
            [],
            Node("goal", new TreeIndicator("A")),
            Indicator(observations, target, direction: direction)
        );
        return Sensitivity.Of(result, result.Root).Single(c => c.To == Partly).Value;
    }

    private static AssessmentResult Assess(TreeNode tree, params MeasuredIndicator[] indicators) => Assess(Tolerant, [], tree, indicators);

    private static AssessmentResult Assess(
        Principle principle,
        MeasuredActivity[] activities,
        TreeNode tree,
        params MeasuredIndicator[] indicators
    ) => Assessor.Assess(new AssessmentCase(AsOf, principle, tree, indicators, activities));
}
