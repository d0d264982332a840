using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.Domain.Tests.FollowUps;

public sealed class PrincipleTrialTests
{
    private static readonly DateOnly Today = Recorded.Day("2022-12-31");

    [Fact]
    public void Only_what_gets_another_status_is_changed()
    {
        var record = WithFigure(55);
        var strict = Principle("sträng", new Principle(Lens.Target));
        var trial = PrincipleTrial.Of(record, Today, strict)!;
        var goal = trial.Goals.ShouldHaveSingleItem();
        (goal.Now.Layers.Computed, goal.Tried.Layers.Computed, goal.IsChanged).ShouldBe((Status.NotAchieved, Status.NotAchieved, false));
        trial.Figures.ShouldBeEmpty();

        trial = PrincipleTrial.Of(record, Today, Principle("mild", new Principle(Lens.Target) { Tolerance = 0.9 }))!;
        goal = trial.Goals.ShouldHaveSingleItem();
        (goal.Now.Layers.Computed, goal.Tried.Layers.Computed, goal.IsChanged).ShouldBe((Status.NotAchieved, Status.Partly, true));
        trial.Figures.ShouldHaveSingleItem();
    }

    [Fact]
    public void With_no_structure_there_is_nothing_to_try_on() =>
        PrincipleTrial.Of(WithFigure(55) with { Structures = [] }, Today, Principle("x", new Principle(Lens.Target))).ShouldBeNull();

    [Fact]
    public void A_principle_is_locked_when_it_shipped_or_has_judged_goals()
    {
        var record = WithFigure(55);
        PrincipleRules.LockedBecause(record, record.Principles[0]).ShouldBe(RuleCode.PrincipleShipped);
        PrincipleRules
            .LockedBecause(record, Principle("vår", new Principle(Lens.Target), Recorded.Common))
            .ShouldBe(RuleCode.PrincipleInUse);
        PrincipleRules.LockedBecause(record, Principle("egen", new Principle(Lens.Target))).ShouldBeNull();
        record = record with { Structures = [] };
        PrincipleRules.LockedBecause(record, Principle("vår", new Principle(Lens.Target), Recorded.Common)).ShouldBeNull();
        PrincipleRules
            .LockedBecause(
                record with
                {
                    FollowUps = [Recorded.FollowUp("2022-12-31", "2023-02-01")],
                },
                Principle("vår", new Principle(Lens.Target), Recorded.Common)
            )
            .ShouldBe(RuleCode.PrincipleInUse);
    }

    private static SteeringRecord WithFigure(double value)
    {
        var indicator = Recorded.Indicator("A");
        return Recorded.In(indicator) with { Observations = [Recorded.Value(indicator, "2022", value)] };
    }

    private static OrganisationPrinciple Principle(string key, Principle rule, PrincipleId? id = null) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = id ?? new PrincipleId(Guid.NewGuid()),
            Key = key,
            Name = key,
            Words = "Ord.",
            SourceNote = "Källa.",
            Rule = rule,
            Order = 9,
        };
}
