using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Tests.Decisions;
using Ledstjarna.Domain.Tests.FollowUps;

namespace Ledstjarna.Domain.Tests.Ambition;

/// <summary>Levels: copied, compared, adopted, and read back as they held.</summary>
public sealed partial class AmbitionTests
{
    [Fact]
    public void What_stands_is_copied_with_political_targets_only()
    {
        var content = Standing(Stands());
        content.Areas.Select(a => a.Number).ShouldBe(["1.1"]);
        content.Measures.Select(m => m.IndicatorId).ShouldBe([A.Id, B.Id]);
        content.Targets.Select(t => t.IndicatorId).ShouldBe([A.Id]);
    }

    [Fact]
    public void A_copy_differs_in_nothing()
    {
        var record = Stands();
        var content = Standing(record);
        LevelComparison.Between(record, content, content.CopyTo(Level("2"), Guid.NewGuid)).ShouldBeEmpty();
    }

    [Fact]
    public void Added_removed_and_changed_are_told_apart()
    {
        var record = Stands();
        var before = Standing(record);
        var after = before with
        {
            Measures = [before.Measures[0]],
            Targets = [Wanted("2", A, 65), Wanted("2", B, 40)],
            PrincipleId = new PrincipleId(Guid.NewGuid()),
        };
        var differences = LevelComparison.Between(record, before, after);
        differences
            .Select(d => (d.GetType().Name, d.Kind, d.TopGoal))
            .ShouldBe([
                ("OfPrinciple", DifferenceKind.Changed, null),
                ("OfMeasure", DifferenceKind.Removed, "1"),
                ("OfTarget", DifferenceKind.Changed, "1"),
                ("OfTarget", DifferenceKind.Added, "1"),
            ]);
        var moved = differences.OfType<LevelDifference.OfTarget>().First();
        (moved.Before!.Low, moved.After!.Low).ShouldBe((60, 65));
    }

    [Fact]
    public void Comparing_the_other_way_round_turns_every_difference()
    {
        var record = Stands();
        var (before, after) = (Standing(record), Standing(record) with { Targets = [Wanted("2", B, 40)] });
        var there = LevelComparison.Between(record, before, after).Select(d => d.Kind).Order();
        var back = LevelComparison.Between(record, after, before).Select(d => d.Kind).Order();
        there.ShouldBe([DifferenceKind.Added, DifferenceKind.Removed]);
        back.ShouldBe([DifferenceKind.Added, DifferenceKind.Removed]);
    }

    [Fact]
    public void An_adopted_level_takes_effect_from_its_first_cut_off_and_touches_nothing_before()
    {
        var record = Stands();
        var level = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        var content = Standing(record) with { Measures = [Standing(record).Measures[0]], Targets = [Wanted("2", A, 65)] };
        record = record with
        {
            AmbitionLevels = [level],
            AmbitionAreas = [.. content.Areas.Select(a => ForLevel(a, level))],
            AmbitionMeasures = [.. content.Measures.Select(m => ForLevel(m, level))],
            AmbitionTargets = [.. content.Targets],
        };
        var adoption = new LevelAdoption(record, level, Guid.NewGuid);
        var made = adoption.Added.OfType<Target>().ShouldHaveSingleItem();
        (made.Low, made.From, made.DecisionId).ShouldBe((65, Recorded.Day("2022-12-31"), Second.Id));
        var ended = adoption.Changed.OfType<Target>().ShouldHaveSingleItem();
        (ended.Low, ended.LastDay, ended.EndedBy).ShouldBe((60, Recorded.Day("2022-12-30"), Second.Id));
        var measure = adoption.Changed.OfType<Measure>().ShouldHaveSingleItem();
        (measure.IndicatorId, measure.LastDay, measure.EndedBy).ShouldBe((B.Id, Recorded.Day("2022-12-30"), Second.Id));

        var after = record with
        {
            Targets = [.. record.Targets.Where(t => t.Id != ended.Id), ended, made],
            Measures = [.. record.Measures.Where(m => m.Order != measure.Order), measure],
        };
        Low(after, "2022-12-30").ShouldBe(60);
        Low(after, "2022-12-31").ShouldBe(65);
        LevelComparison
            .Between(after, content, LevelContent.Standing(after, level, Recorded.Day("2022-12-31"), Guid.NewGuid))
            .ShouldBeEmpty();
    }

    [Fact]
    public void An_area_of_the_level_becomes_a_goal_and_one_that_is_left_out_ends()
    {
        var record = Stands();
        var level = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        var fresh = new AmbitionArea
        {
            OrganisationId = Recorded.Org,
            LevelId = level.Id,
            GoalId = new GoalId(Guid.NewGuid()),
            ParentId = Top.Id,
            Number = "1.2",
            ShortName = "Nytt",
            Order = 1,
            Mirrors = [2],
        };
        var adoption = new LevelAdoption(record with { AmbitionLevels = [level], AmbitionAreas = [fresh] }, level, Guid.NewGuid);
        var made = adoption.Added.OfType<Goal>().ShouldHaveSingleItem();
        (made.Id, made.Level, made.Validity.From, made.DecisionId).ShouldBe((fresh.GoalId, 1, Recorded.Day("2022-12-31"), Second.Id));
        var ended = adoption.Changed.OfType<Goal>().ShouldHaveSingleItem();
        (ended.Id, ended.Validity.To, ended.EndedBy).ShouldBe((Area.Id, Recorded.Day("2022-12-30"), Second.Id));
    }

    [Fact]
    public void A_level_without_areas_or_by_a_proposal_is_not_adopted()
    {
        var level = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        Should.Throw<DomainRuleException>(() => new LevelAdoption(Stands(), level, Guid.NewGuid)).Code.ShouldBe(RuleCode.LevelHasNoAreas);
        var proposal = DecisionRulesTests.Made(Council, kind: DecisionKind.Proposal);
        var by = Level("2", LevelState.Adopted, proposal.Id, "2022-11-09", "2022-12-31");
        Should
            .Throw<DomainRuleException>(() => new LevelAdoption(Stands() with { Decisions = [proposal] }, by, Guid.NewGuid))
            .Code.ShouldBe(RuleCode.BringsNothingIntoForce);
    }

    [Fact]
    public void A_target_that_is_dropped_takes_the_older_ones_with_it()
    {
        var old = new Target(Recorded.Org, new TargetId(Guid.NewGuid()), A.Id, TargetLevel.AtLeast(50), First.Id, null);
        var newer = new Target(
            Recorded.Org,
            new TargetId(Guid.NewGuid()),
            A.Id,
            TargetLevel.AtLeast(60) with
            {
                From = Recorded.Day("2021-12-31"),
            },
            First.Id,
            null
        );
        var level = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        var record = Stands() with { Targets = [old, newer], AmbitionLevels = [level] };
        record = record with { AmbitionAreas = [.. Standing(record).Areas.Select(a => ForLevel(a, level))] };
        new LevelAdoption(record, level, Guid.NewGuid)
            .Changed.OfType<Target>()
            .Select(t => t.Id)
            .ShouldBe([old.Id, newer.Id], ignoreOrder: true);
    }

    [Fact]
    public void Another_bodys_target_is_not_the_levels_to_end()
    {
        var committee = DecisionRulesTests.UnitOf(UnitKind.Committee, "SN");
        var by = DecisionRulesTests.Made(committee);
        var level = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        var target = new Target(Recorded.Org, new TargetId(Guid.NewGuid()), A.Id, TargetLevel.AtLeast(50), by.Id, null);
        var record = Stands() with
        {
            Units = [Council, committee],
            Decisions = [First, Second, by],
            Targets = [target],
            AmbitionLevels = [level],
        };
        Standing(record).Targets.ShouldBeEmpty();
        record = record with { AmbitionAreas = [.. Standing(record).Areas.Select(a => ForLevel(a, level))] };
        new LevelAdoption(record, level, Guid.NewGuid).Changed.OfType<Target>().ShouldBeEmpty();
    }

    [Fact]
    public void What_held_and_what_was_decided_on_a_day_are_two_answers()
    {
        var first = Level("1", LevelState.Adopted, First.Id, "2021-01-13", "2020-12-31");
        var second = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        var history = new LevelHistory(Stands() with { AmbitionLevels = [second, first] }, Council.Id);
        var yearEnd = Recorded.Day("2020-12-31");
        history.ForCutOff(yearEnd).ShouldBe(first);
        history.DecidedBy(yearEnd).ShouldBeNull();
        history.DecidedAfter(first, yearEnd).ShouldBeTrue();
        history.ForCutOff(Recorded.Day("2022-12-01")).ShouldBe(first);
        history.DecidedBy(Recorded.Day("2022-12-01")).ShouldBe(first);
        history.DecidedAhead(Recorded.Day("2022-12-01")).ShouldBe([second]);
        history.DecidedAhead(Recorded.Day("2022-11-08")).ShouldBeEmpty();
        history.ForCutOff(Recorded.Day("2022-12-31")).ShouldBe(second);
        history.ValidityOf(first).To.ShouldBe(second.Validity.From!.Value.AddDays(-1));
        history.ValidityOf(second).ShouldBe(second.Validity);
        history.IsSuperseded(first, Recorded.Day("2022-12-30")).ShouldBeFalse();
        history.IsSuperseded(first, Recorded.Day("2022-12-31")).ShouldBeTrue();
    }

    [Fact]
    public void A_goal_changed_after_the_level_reminds_until_it_is_evaluated()
    {
        var later = DecisionRulesTests.Made(Council, "2022-03-09");
        var level = Level("1", LevelState.Adopted, First.Id, "2021-01-13", "2020-12-31");
        var changed = Under(Top, "1.2", later.Id);
        var record = Stands() with { Goals = [Top, Area, changed], Decisions = [First, Second, later], AmbitionLevels = [level] };
        new LevelHistory(record, Council.Id).ToEvaluate(level).ShouldBe([later]);
        var evaluated = level with { EvaluatedOn = Recorded.Day("2022-04-01"), EvaluatedReasons = [later.Id.Value] };
        new LevelHistory(record with { AmbitionLevels = [evaluated] }, Council.Id).ToEvaluate(evaluated).ShouldBeEmpty();

        var before = level with { EvaluatedOn = Recorded.Day("2022-04-01") }; // before the decisions were remembered
        new LevelHistory(record with { AmbitionLevels = [before] }, Council.Id).ToEvaluate(before).ShouldBeEmpty();

        // Minutes that come late: of a meeting before the day it was evaluated, registered after.
        var late = DecisionRulesTests.Made(Council, "2022-03-30");
        record = record with { Goals = [.. record.Goals, Under(Top, "1.3", late.Id)], Decisions = [.. record.Decisions, late] };
        new LevelHistory(record, Council.Id).ToEvaluate(evaluated).ShouldBe([late]);
    }

    [Fact]
    public void An_area_that_goals_have_is_not_moved_in_a_level()
    {
        var record = Stands();
        var level = Level("1");
        var moved = LevelContent.Standing(record, level, Recorded.Day("2022-01-01"), Guid.NewGuid).Areas.Single() with { ParentId = null };
        Code(() => LevelRules.Check(record, level, moved, isNew: false)).ShouldBe(RuleCode.AreaLiesElsewhere);
    }

    [Fact]
    public void A_level_goes_only_where_it_may_and_an_adopted_one_nowhere()
    {
        var draft = Level("1");
        Code(() => LevelSteps.Step(draft, LevelState.Adopted, First)).ShouldBe(RuleCode.LevelStepUnknown);
        var proposed = LevelSteps.Step(draft, LevelState.Proposed);
        Code(() => LevelSteps.Step(proposed, LevelState.Adopted)).ShouldBe(RuleCode.DecisionMissing);
        Code(() => LevelSteps.Step(proposed, LevelState.Adopted, First)).ShouldBe(RuleCode.Required);
        var adopted = LevelSteps.Step(
            proposed,
            LevelState.Adopted,
            First,
            new Validity(Recorded.Day("2021-01-13"), null),
            Recorded.Day("2020-12-31")
        );
        LevelSteps.From(adopted.State).ShouldBeEmpty();
        LevelSteps.Step(proposed, LevelState.SentBack, First).DecisionId.ShouldBe(First.Id);
        var approved = DecisionRulesTests.Made(Council, outcome: DecisionOutcome.Approved);
        var rejected = DecisionRulesTests.Made(Council, outcome: DecisionOutcome.Rejected);
        Code(() => LevelSteps.Step(proposed, LevelState.Rejected, approved)).ShouldBe(RuleCode.DecisionSaysOther);
        Code(() => LevelSteps.Step(proposed, LevelState.SentBack, rejected)).ShouldBe(RuleCode.DecisionSaysOther);
        LevelSteps.Step(proposed, LevelState.Rejected, rejected).State.ShouldBe(LevelState.Rejected);
    }

    [Fact]
    public void The_mirror_shows_phrases_without_areas_and_areas_without_phrases()
    {
        var record = Stands() with { Clarifications = [Phrase(1), Phrase(2)] };
        var content = Standing(record);
        var mirror = new PoliticsMirror(record, content, Top, Recorded.Day("2022-01-01"));
        mirror.Unmeasured.Select(p => p.Number).ShouldBe([2]);
        mirror.MirrorNothing.ShouldBeEmpty();
        mirror.Political.ShouldBe([A]);
        mirror.Expert.Select(t => t.BasedOn).ShouldBe(["planen"]);
        new PoliticsMirror(
            record with
            {
                Clarifications = [Phrase(3)],
            },
            content,
            Top,
            Recorded.Day("2022-01-01")
        ).MirrorNothing.Count.ShouldBe(1);

        var nothingIn = new PoliticsMirror(record, content with { Measures = [] }, Top, Recorded.Day("2022-01-01"));
        nothingIn.Unmeasured.Select(p => p.Number).ShouldBe([1, 2]);
        nothingIn.Phrases[0].Empty.Select(a => a.Number).ShouldBe(["1.1"]);
    }
}
