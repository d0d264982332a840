using Ledstjarna.Domain.Assessment;
using static Ledstjarna.Domain.Assessment.Status;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>What people judge, over what is computed.</summary>
public sealed class LayerTests
{
    private static readonly RollUpRule Mean = new();

    [Fact]
    public void The_last_layer_that_exists_is_what_people_see()
    {
        var layers = Of(
            new Judgement("goal", Layer.Expert, NotAchieved, "skäl"),
            new Judgement("goal", Layer.Decided, Partly, "annat")
        ).Root.Layers;
        (layers.Computed, layers.Expert!.Status, layers.Decided!.Status, layers.Effective).ShouldBe(
            (Achieved, NotAchieved, Partly, Partly)
        );
        Of(new Judgement("goal", Layer.Expert, NotAchieved, "skäl")).Root.Effective.ShouldBe(NotAchieved);
        Of().Root.ShouldSatisfyAllConditions(r => r.Effective.ShouldBe(Achieved), r => r.Layers.IsJudged.ShouldBeFalse());
    }

    [Fact]
    public void A_judgement_that_departs_needs_a_reason()
    {
        Refused(new Judgement("goal", Layer.Expert, Partly));
        Refused(new Judgement("goal", Layer.Expert, Partly, "   "));
        Refused(new Judgement("goal", Layer.Decided, Partly));
        Refused(new Judgement("goal", Layer.Expert, Partly, "skäl"), new Judgement("goal", Layer.Decided, Achieved));
        Refused(new Judgement("p0", Layer.Expert, Partly));
    }

    [Fact]
    public void One_that_agrees_needs_none()
    {
        Of(new Judgement("goal", Layer.Expert, Achieved)).Root.Effective.ShouldBe(Achieved);
        Of(new Judgement("goal", Layer.Expert, Partly, "skäl"), new Judgement("goal", Layer.Decided, Partly))
            .Root.Effective.ShouldBe(Partly);
    }

    [Fact]
    public void A_replaced_judgement_needs_no_reason_and_the_later_counts()
    {
        Of(new Judgement("goal", Layer.Expert, Partly), new Judgement("goal", Layer.Expert, NotAchieved, "skäl"))
            .Root.Effective.ShouldBe(NotAchieved);
        Of(new Judgement("goal", Layer.Decided, Partly), new Judgement("goal", Layer.Decided, Achieved)).Root.Effective.ShouldBe(Achieved);
    }

    [Fact]
    public void A_judgement_never_changes_the_computed_figures_of_its_own_node()
    {
        var without = Of().Root;
        var with = Of(new Judgement("goal", Layer.Decided, NotAchieved, "skäl")).Root;
        (with.Score, with.Low, with.High, with.Coverage, with.Layers.Computed).ShouldBe(
            (without.Score, without.Low, without.High, without.Coverage, without.Layers.Computed)
        );
    }

    [Fact]
    public void A_judged_part_is_sure_and_fully_covered()
    {
        var root = GoalOf(
            Mean,
            [new Judgement("p1", Layer.Expert, Partly, "sett på plats")],
            (Achieved, 1, false),
            (CannotBeAssessed, 1, false)
        ).Root;
        (root.Coverage, root.Low, root.High, root.Score).ShouldBe((1.0, 0.75, 0.75, 0.75));
        root.Children[1].Part.ShouldBe(Part.Judged);
    }

    [Fact]
    public void A_part_judged_impossible_to_assess_can_be_anything()
    {
        var root = GoalOf(
            Mean,
            [new Judgement("p1", Layer.Expert, CannotBeAssessed, "osäkert underlag")],
            (Achieved, 1, false),
            (Achieved, 1, false)
        ).Root;
        (root.Low, root.High, root.Coverage).ShouldBe((0.5, 1.0, 0.5));
    }

    [Fact]
    public void A_part_judged_not_due_takes_no_part() =>
        GoalOf(Mean, [new Judgement("p1", Layer.Decided, NotDue, "flyttat")], (Achieved, 1, false), (NotAchieved, 1, false))
            .Root.Score.ShouldBe(1);

    [Fact]
    public void A_node_judged_impossible_to_assess_keeps_its_ends_only_when_that_agrees()
    {
        Ends(new Judgement("inner", Layer.Expert, CannotBeAssessed, "osäkert")).ShouldBe((0.0, 1.0));
        Ends(minCoverage: 1, new Judgement("inner", Layer.Expert, CannotBeAssessed)).ShouldBe((0.5, 1.0));
        Ends(minCoverage: 1).ShouldBe((0.5, 1.0));
        Ends(new Judgement("inner", Layer.Expert, NotAchieved, "skäl")).ShouldBe((0.0, 0.0));
        Ends(new Judgement("inner", Layer.Decided, NotDue, "skäl")).ShouldBe((null, null));
    }

    private static (double? Low, double? High) Ends(params Judgement[] judgements) => Ends(0, judgements);

    private static (double? Low, double? High) Ends(double minCoverage, params Judgement[] judgements)
    {
        var principle = new Principle(Lens.Target) { RollUp = new RollUpRule { MinCoverage = minCoverage } };
        var inner = new TreeNode("inner", [new TreeActivity("a"), new TreeActivity("b"), new TreeIndicator("x")]);
        var root = Assessor
            .Assess(
                new AssessmentCase(
                    AsOf,
                    principle,
                    new TreeNode("outer", [inner]),
                    [Indicator("", id: "x")],
                    [Activity("a", Achieved), Activity("b", Achieved)],
                    judgements
                )
            )
            .Root;
        return (root.Low, root.High);
    }

    private static AssessmentResult Of(params Judgement[] judgements) =>
        GoalOf(Mean, judgements, (Achieved, 1, false), (Achieved, 1, false));

    private static void Refused(params Judgement[] judgements) =>
        Should
            .Throw<DomainRuleException>(() => Of(judgements))
            .ShouldSatisfyAllConditions(
                e => e.Code.ShouldBe(RuleCode.ReasonMissing),
                e => e.Field.ShouldBe($"judgements.{judgements[0].Of}.reason")
            );
}
