using Ledstjarna.Domain.Assessment;
using static Ledstjarna.Domain.Assessment.Status;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>How parts become a goal, and how sure that is.</summary>
public sealed class RollUpTests
{
    private static readonly RollUpRule Mean = new();
    private static readonly RollUpRule Share = new(RollUpMethod.Share, 0.6, 0.5);
    private static readonly RollUpRule Weakest = new(RollUpMethod.Weakest);

    [Fact]
    public void A_mean_falls_exactly_on_its_limits()
    {
        Goal(Mean, Achieved, Achieved, Achieved, NotAchieved).Layers.Computed.ShouldBe(Achieved);
        Goal(new RollUpRule(greenAt: 0.76), Achieved, Achieved, Achieved, NotAchieved).Layers.Computed.ShouldBe(Partly);
        Goal(Mean, Achieved, Achieved, NotAchieved, NotAchieved, NotAchieved).Layers.Computed.ShouldBe(Partly);
        Goal(new RollUpRule(yellowAt: 0.41), Achieved, Achieved, NotAchieved, NotAchieved, NotAchieved)
            .Layers.Computed.ShouldBe(NotAchieved);
    }

    [Fact]
    public void Weights_count()
    {
        var goal = Goal(Mean, (Achieved, 3, false), (NotAchieved, 1, false));
        (goal.Layers.Computed, goal.Score).ShouldBe((Achieved, 0.75));
    }

    [Theory]
    [InlineData(1.7e308)]
    [InlineData(1e300)]
    [InlineData(1e-310)]
    [InlineData(double.Epsilon)]
    [InlineData(1)]
    public void Weights_of_any_size_give_the_same(double size)
    {
        var goal = Goal(Mean, (Achieved, size, false), (Partly, size, false), (CannotBeAssessed, size, false), (NotDue, 1e308, false));
        goal.Score!.Value.ShouldBe(0.75, 1e-6);
        goal.Coverage.ShouldBe(2.0 / 3, 1e-6);
    }

    [Fact]
    public void A_share_counts_heads_by_weight()
    {
        Goal(Share, Achieved, Achieved, Achieved, NotAchieved, NotAchieved).Layers.Computed.ShouldBe(Achieved);
        Goal(Share, Achieved, Partly, Partly, NotAchieved).Layers.Computed.ShouldBe(Partly);
        Goal(Share, Achieved, Partly, NotAchieved, NotAchieved).Layers.Computed.ShouldBe(Partly);
        Goal(Share, Achieved, NotAchieved, NotAchieved).Layers.Computed.ShouldBe(NotAchieved);
        Goal(Share, Achieved, Partly, NotAchieved, NotAchieved).Score.ShouldBe(0.375);
        Goal(Share, Achieved, Partly).Near.ShouldBeFalse();
    }

    [Fact]
    public void A_chain_is_what_its_weakest_link_is()
    {
        var goal = Goal(Weakest, Achieved, Partly, Achieved);
        (goal.Layers.Computed, goal.Score, goal.Near).ShouldBe((Partly, 0.5, false));
        Goal(Weakest, Achieved, NotAchieved, CannotBeAssessed)
            .ShouldSatisfyAllConditions(g => g.Layers.Computed.ShouldBe(NotAchieved), g => g.IsRobust.ShouldBeTrue());
    }

    [Fact]
    public void A_red_key_part_holds_the_goal_at_yellow()
    {
        var capped = Mean with { Cap = true };
        var goal = Goal(capped, (Achieved, 9, false), (NotAchieved, 1, true));
        (goal.Layers.Computed, goal.Score, goal.High).ShouldBe((Partly, 0.5, 0.5));
        Goal(Mean, (Achieved, 9, false), (NotAchieved, 1, true)).Layers.Computed.ShouldBe(Achieved);
        Goal(capped, (Achieved, 9, false), (NotAchieved, 1, false)).Layers.Computed.ShouldBe(Achieved);
        Goal(capped, (Achieved, 9, false), (Partly, 1, true)).Layers.Computed.ShouldBe(Achieved);
        Goal(capped, (Achieved, 1, false), (NotAchieved, 9, true)).Layers.Computed.ShouldBe(NotAchieved);
        Goal(capped, (Achieved, 9, false), (NotDue, 1, true)).Layers.Computed.ShouldBe(Achieved);
    }

    [Fact]
    public void A_key_part_that_is_unknown_can_turn_out_to_hold_the_goal()
    {
        var goal = Goal(Mean with { Cap = true }, (Achieved, 9, false), (CannotBeAssessed, 1, true));
        goal.Possible.ShouldBe([Partly, Achieved]);
        goal.Low.ShouldBe(0.5);
    }

    [Fact]
    public void What_is_missing_opens_an_interval_and_not_a_zero()
    {
        var goal = Goal(Mean, Achieved, Achieved, CannotBeAssessed);
        goal.ShouldSatisfyAllConditions(
            g => g.Layers.Computed.ShouldBe(Achieved),
            g => g.Score.ShouldBe(1),
            g => g.Low!.Value.ShouldBe(2.0 / 3, 1e-12),
            g => g.High.ShouldBe(1),
            g => g.Coverage.ShouldBe(2.0 / 3, 1e-12),
            g => g.Possible.ShouldBe([Partly, Achieved]),
            g => g.IsRobust.ShouldBeFalse()
        );
    }

    [Fact]
    public void A_goal_can_be_yellow_and_sure_although_figures_are_missing()
    {
        var goal = Goal(Mean, Partly, Partly, Partly, Partly, Partly, CannotBeAssessed);
        (goal.Layers.Computed, goal.IsRobust).ShouldBe((Partly, true));
    }

    [Fact]
    public void A_goal_at_the_lower_end_of_what_is_possible_is_not_sure() =>
        Goal(Mean, NotAchieved, NotAchieved, CannotBeAssessed, CannotBeAssessed)
            .ShouldSatisfyAllConditions(
                g => g.Layers.Computed.ShouldBe(NotAchieved),
                g => g.Possible.ShouldBe([NotAchieved, Partly]),
                g => g.IsRobust.ShouldBeFalse()
            );

    [Fact]
    public void A_share_may_ask_for_more_than_half_to_be_yellow() =>
        Goal(new RollUpRule(RollUpMethod.Share, 0.9, 0.6), Partly, NotAchieved).Layers.Computed.ShouldBe(NotAchieved);

    [Fact]
    public void Only_a_rated_status_has_points()
    {
        new[] { NotAchieved, Partly, Achieved }.Select(s => s.Points()).ShouldBe([0, 0.5, 1]);
        Should.Throw<ArgumentOutOfRangeException>(() => NotDue.Points()).Message.ShouldContain("rated");
    }

    [Fact]
    public void A_single_possible_status_stands_whatever_the_coverage() =>
        Goal(new RollUpRule(RollUpMethod.Weakest) { MinCoverage = 1 }, NotAchieved, CannotBeAssessed, CannotBeAssessed)
            .Layers.Computed.ShouldBe(NotAchieved);

    [Fact]
    public void Below_the_least_coverage_a_goal_cannot_be_assessed()
    {
        Goal(Mean with { MinCoverage = 0.67 }, Achieved, Achieved, CannotBeAssessed).Layers.Computed.ShouldBe(CannotBeAssessed);
        Goal(Mean with { MinCoverage = 2.0 / 3 }, Achieved, Achieved, CannotBeAssessed).Layers.Computed.ShouldBe(Achieved);
        var goal = Goal(Mean with { MinCoverage = 1 }, Achieved, Achieved, CannotBeAssessed);
        (goal.Score, goal.Near, goal.IsRobust).ShouldBe((1.0, false, false));
    }

    [Fact]
    public void With_nothing_rated_there_is_no_score()
    {
        var goal = Goal(Mean, CannotBeAssessed, CannotBeAssessed);
        (goal.Layers.Computed, goal.Score, goal.Low, goal.High, goal.Coverage).ShouldBe((CannotBeAssessed, null, 0.0, 1.0, 0.0));
        // Unless it can only be one thing: yellow from 0 and green never.
        Goal(new RollUpRule(RollUpMethod.Share, 0, 0), CannotBeAssessed)
            .ShouldSatisfyAllConditions(g => g.Layers.Computed.ShouldBe(Achieved), g => g.Score.ShouldBeNull());
    }

    [Fact]
    public void A_node_without_children_is_unknown_and_one_with_nothing_due_is_out()
    {
        var empty = Goal(Mean, Array.Empty<Status>());
        (empty.Layers.Computed, empty.Low, empty.High, empty.Coverage, empty.Score).ShouldBe((CannotBeAssessed, 0.0, 1.0, 0.0, null));
        empty.Possible.ShouldBe([NotAchieved, Partly, Achieved]);
        empty.IsRobust.ShouldBeFalse();

        var out_ = Goal(Mean, NotDue, NotDue);
        (out_.Layers.Computed, out_.Low, out_.High, out_.Coverage, out_.Carried, out_.IsRobust, out_.Near).ShouldBe(
            (NotDue, null, null, 1.0, 0.0, true, false)
        );
        out_.Possible.ShouldBeEmpty();
    }

    [Fact]
    public void The_status_of_the_rated_is_kept_within_what_is_possible()
    {
        // Rated alone it is red, but the unknown weakest link cannot make it worse; a share can only rise.
        var rule = new RollUpRule(RollUpMethod.Share, 0.5, 0.5);
        Goal(rule, (Achieved, 1, false), (NotAchieved, 1, false), (CannotBeAssessed, 1, false)).Layers.Computed.ShouldBe(Achieved);
    }

    [Theory]
    [InlineData(0.05, true)]
    [InlineData(0.0, false)]
    public void A_score_close_to_a_limit_is_near(double near, bool expected) =>
        Goal(Mean with { Near = near }, Achieved, Achieved, Achieved, NotAchieved).Near.ShouldBe(expected);

    [Fact]
    public void Near_is_less_than_the_distance_and_for_both_limits()
    {
        Goal(new RollUpRule(greenAt: 0.8, yellowAt: 0) { Near = 0.05 }, Achieved, Achieved, Achieved, NotAchieved).Near.ShouldBeFalse();
        Goal(new RollUpRule(greenAt: 0.8, yellowAt: 0) { Near = 0.051 }, Achieved, Achieved, Achieved, NotAchieved).Near.ShouldBeTrue();
        Goal(new RollUpRule(greenAt: 1, yellowAt: 0.5) { Near = 0.01 }, Partly).Near.ShouldBeTrue();
        Goal(Mean, CannotBeAssessed).Near.ShouldBeFalse();
        Goal(Mean with { MinCoverage = 1 }, Achieved, Achieved, Achieved, NotAchieved, CannotBeAssessed).Near.ShouldBeFalse();
    }

    [Fact]
    public void Levels_may_have_rules_of_their_own()
    {
        var principle = new Principle(Lens.Target) { Levels = new Dictionary<string, RollUpRule> { ["area"] = Weakest } };
        var area = new TreeNode("area", [new TreeActivity("a"), new TreeActivity("b")]) { Level = "area" };
        var goal = new TreeNode("goal", [area, new TreeActivity("a")]) { Level = "goal" };
        var result = Assessor.Assess(new AssessmentCase(AsOf, principle, goal, [], [Activity("a", Achieved), Activity("b", NotAchieved)]));
        result.FindNode("area")!.Layers.Computed.ShouldBe(NotAchieved);
        result.Root.Score.ShouldBe(0.5);
        result.Nodes.Select(n => n.Node.Id).ShouldBe(["goal", "area"]);
        result.Activities.Select(a => a.Activity.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_child_node_hands_up_its_status_as_points_and_its_own_uncertainty()
    {
        var inner = new TreeNode("inner", [new TreeActivity("a"), new TreeActivity("b"), new TreeActivity("c"), new TreeIndicator("x")]);
        var outer = new TreeNode("outer", [inner, new TreeActivity("a")]);
        var result = Assessor.Assess(
            new AssessmentCase(
                AsOf,
                TargetOnly,
                outer,
                [Indicator("", id: "x")],
                [Activity("a", Achieved), Activity("b", Achieved), Activity("c", Achieved)]
            )
        );
        result.FindNode("inner")!.Low.ShouldBe(0.75);
        result.Root.ShouldSatisfyAllConditions(
            r => r.Score.ShouldBe(1),
            r => r.Low.ShouldBe(1), // inner is green at both ends
            r => r.Coverage.ShouldBe(0.875),
            r => r.IsRobust.ShouldBeTrue()
        );
    }

    [Fact]
    public void A_child_node_that_cannot_be_assessed_keeps_its_own_ends()
    {
        var principle = new Principle(Lens.Target) { RollUp = new RollUpRule { MinCoverage = 1 } };
        var inner = new TreeNode("inner", [new TreeActivity("a"), new TreeActivity("b"), new TreeIndicator("x")]);
        var result = Assessor.Assess(
            new AssessmentCase(
                AsOf,
                principle,
                new TreeNode("outer", [inner]),
                [Indicator("", id: "x")],
                [Activity("a", Achieved), Activity("b", Achieved)]
            )
        );
        result.FindNode("inner")!.Layers.Computed.ShouldBe(CannotBeAssessed);
        (result.Root.Low, result.Root.High, result.Root.Coverage).ShouldBe((0.5, 1.0, 0.0));
    }

    [Fact]
    public void Carried_and_substitute_values_are_counted_apart()
    {
        var carried = Indicator("2020=61", TargetLevel.AtLeast(60), "c", carry: 1);
        var fresh = Indicator("2021=61", TargetLevel.AtLeast(60), "f");
        var substituted = Indicator("", TargetLevel.AtLeast(60), "s", substitute: "f");
        var tree = Node("goal", new TreeIndicator("c") { Weight = 2 }, new TreeIndicator("f"), new TreeIndicator("s"));
        Assessor.Assess(new AssessmentCase(AsOf, TargetOnly, tree, [carried, fresh, substituted])).Root.Carried.ShouldBe(0.75);
    }
}
