using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Tests.Decisions;
using Ledstjarna.Domain.Tests.FollowUps;

namespace Ledstjarna.Domain.Tests.Ambition;

/// <summary>Levels in the orders that real ones come: corrected, decided late, for an earlier follow-up than one decided already, of others' goals.</summary>
public sealed partial class AmbitionTests
{
    [Fact]
    public void An_area_is_not_weighed_anew_while_an_earlier_follow_up_is_to_be_judged()
    {
        var level = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        var record = Stands() with { AmbitionLevels = [level] };
        var heavier = ForLevel(Standing(record).Areas[0], level) with { Weight = 2 };
        var open = Recorded.FollowUp("2022-08-31", "2022-10-01") with { State = FollowUpState.Preparing };
        Code(() => Adopt(record with { FollowUps = [open] }, level, [heavier], [])).ShouldBe(RuleCode.WeightOfUndecidedFollowUp);
        var decided = open with { State = FollowUpState.Published, DecisionId = First.Id };
        Adopt(record with { FollowUps = [decided] }, level, [heavier], []).Changed.OfType<Goal>().Single().Weight.ShouldBe(2);
        var renamed = heavier with { Weight = 1, ShortName = "Nytt namn", Mirrors = [2] };
        Should.NotThrow(() => Adopt(record with { FollowUps = [open] }, level, [renamed], []));
    }

    [Fact]
    public void A_level_begins_within_its_structure_after_the_follow_ups_that_are_decided_and_with_areas_that_are_there()
    {
        var level = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        var record = Stands() with { AmbitionLevels = [level] };
        var area = ForLevel(Standing(record).Areas[0], level);
        var decided = Recorded.FollowUp("2022-12-31", "2023-02-01");
        Code(() => Adopt(record with { FollowUps = [decided] }, level, [area], [])).ShouldBe(RuleCode.FollowUpAlreadyDecided);
        var early = level with { ForFollowUpsFrom = Recorded.Day("2014-12-31") };
        Code(() => Adopt(record, early, [area], [])).ShouldBe(RuleCode.StructureNotValid);
        var ended = Under(Top, "1.3", validity: new Validity(null, Recorded.Day("2022-06-30")));
        var back = record with { Goals = [Top, Area, ended] };
        Code(() => Adopt(back, level, [ForLevel(Standing(record).Areas[0], level, ended.Id, "1.3")], [])).ShouldBe(RuleCode.AreaNotThere);
    }

    [Fact]
    public void A_level_corrected_for_the_same_follow_up_takes_back_what_never_came_to_count()
    {
        var first = Level("1", LevelState.Adopted, First.Id, "2022-11-09", "2022-12-31");
        var record = Stands();
        var standing = Standing(record);
        var fresh = Fresh(first, "1.2");
        var held = standing.Measures.Append(MeasureIn(first, fresh, B)).ToList();
        var before = Adopt(record, first, [.. standing.Areas, fresh], held, [Wanted("1", A, 70)]).After;
        before.Goals.ShouldContain(g => g.Number == "1.2");

        var corrected = Level("2", LevelState.Adopted, Second.Id, "2022-12-01", "2022-12-31");
        var adoption = Adopt(before, corrected, standing.Areas, standing.Measures, standing.Targets);
        adoption.Removed.OfType<Goal>().Select(g => g.Number).ShouldBe(["1.2"]);
        adoption.Removed.OfType<Measure>().Select(m => m.GoalId).ShouldBe([fresh.GoalId]);
        Says(adoption.After, "2022-12-31").ShouldBe("1.1: A B | A 60");
        Says(adoption.After, "2022-12-30").ShouldBe("1.1: A B | A 60");

        // Also what someone put there by hand, from the first day or from a later one.
        var byHand = before with
        {
            Measures = [.. before.Measures, ByHand(fresh, 5, null), ByHand(fresh, 6, "2023-04-30")],
        };
        var taken = Adopt(byHand, corrected, standing.Areas, standing.Measures, standing.Targets);
        taken.After.Measures.ShouldNotContain(m => m.GoalId == fresh.GoalId);
        taken.Removed.OfType<Measure>().Count().ShouldBe(3);
        var built = before with
        {
            Clarifications =
            [
                new Clarification
                {
                    OrganisationId = Recorded.Org,
                    GoalId = fresh.GoalId,
                    Number = 1,
                    Text = "Ja.",
                },
            ],
        };
        Code(() => Adopt(built, corrected, standing.Areas, standing.Measures, standing.Targets)).ShouldBe(RuleCode.AreaBuiltOn);
    }

    [Fact]
    public void A_level_for_an_earlier_follow_up_leaves_a_later_one_as_it_was_decided()
    {
        var record = Stands();
        var standing = Standing(record);
        var later = Level("1", LevelState.Adopted, First.Id, "2022-11-09", "2023-04-30");
        var before = Adopt(record, later, standing.Areas, standing.Measures, [Wanted("1", A, 80)]).After;
        Says(before, "2022-12-31").ShouldBe("1.1: A B | A 60");

        // For the annual report before it: without B, and another target.
        var earlier = Level("2", LevelState.Adopted, Second.Id, "2022-12-20", "2022-12-31");
        var after = Adopt(before, earlier, standing.Areas, [standing.Measures[0]], [Wanted("2", A, 65)]).After;
        Says(after, "2022-12-30").ShouldBe("1.1: A B | A 60");
        Says(after, "2022-12-31").ShouldBe("1.1: A | A 65");
        Says(after, "2023-04-29").ShouldBe("1.1: A | A 65");
        Says(after, "2023-04-30").ShouldBe("1.1: A B | A 80");

        // The area cannot end in between and be there again, nor say one thing before and another after.
        var fresh = Fresh(earlier, "1.2");
        Code(() => Adopt(before, earlier, [fresh], [])).ShouldBe(RuleCode.AreaHeldLater);
        var renamed = standing.Areas[0] with { ShortName = "Annat" };
        Code(() => Adopt(before, earlier, [renamed], [])).ShouldBe(RuleCode.AreaOfLaterLevel);
        var added = Adopt(before, earlier, [.. standing.Areas, fresh], [.. standing.Measures, MeasureIn(earlier, fresh, B)]).After;
        Says(added, "2022-12-31").ShouldBe("1.1: A B | 1.2: B | ");
        Says(added, "2023-04-30").ShouldBe("1.1: A B | A 80");
    }

    [Fact]
    public void A_target_without_its_measure_is_not_adopted_and_none_is_doubled()
    {
        var record = Stands();
        var standing = Standing(record);
        var level = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        var onlyB = Adopt(record, level, standing.Areas, [standing.Measures[1]], standing.Targets);
        onlyB.Added.OfType<Target>().ShouldBeEmpty();
        Says(onlyB.After, "2022-12-31").ShouldBe("1.1: B | ");

        // What is measured nowhere today has its political target still; a level that measures it again, with the same, adds none.
        var unmeasured = record with
        {
            Measures = [.. record.Measures.Where(m => m.IndicatorId == B.Id)],
        };
        Adopt(unmeasured, level, standing.Areas, standing.Measures, standing.Targets).Added.OfType<Target>().ShouldBeEmpty();
    }

    [Fact]
    public void What_a_level_brought_is_its_bodys_whoever_decided_it()
    {
        var committee = DecisionRulesTests.UnitOf(UnitKind.Committee, "SN");
        var by = DecisionRulesTests.Made(committee, "2022-10-01");
        var record = Stands() with { Units = [Council, committee], Decisions = [First, Second, by] };
        var standing = Standing(record);
        var first = Level("1", LevelState.Adopted, by.Id, "2022-10-01", "2022-10-31");
        var before = Adopt(record, first, standing.Areas, standing.Measures, [Wanted("1", A, 70)]).After;
        var second = Level("2", LevelState.Adopted, Second.Id, "2022-11-09", "2022-12-31");
        var after = Adopt(before, second, standing.Areas, standing.Measures, [Wanted("2", A, 75)]).After;
        after.Targets.Where(t => t.IndicatorId == A.Id && t.LastDay is null).Select(t => t.Low).ShouldBe([75]);
        DecisionRules.OutsideCompetence(record, [], [first]).Select(o => o.Kind).ShouldBe([GovernedKind.AmbitionLevel]);
        DecisionRules.OutsideCompetence(record, [], [second]).ShouldBeEmpty();
    }

    [Fact]
    public void A_level_holds_no_area_and_no_target_of_another_bodys()
    {
        var committee = DecisionRulesTests.UnitOf(UnitKind.Committee, "SN");
        var own = Recorded.Goal("SN1", GoalKind.Committee, committee.Id);
        var level = Level("1") with { BodyId = committee.Id };
        var record = Stands() with { Units = [Council, committee], Goals = [Top, Area, own], AmbitionLevels = [level] };
        Code(() => LevelRules.Check(record, level, Fresh(level, "1.9"), isNew: true)).ShouldBe(RuleCode.GoalOfAnotherBody);
        Code(() => LevelRules.Check(record, level, Fresh(level, "1.9") with { ParentId = null }, isNew: false)).ShouldBe(RuleCode.Required);
        var under = Fresh(level, "SN1.1") with { ParentId = own.Id };
        Should.NotThrow(() => LevelRules.Check(record, level, under, isNew: true));
        var sneaked = level with
        {
            State = LevelState.Adopted,
            DecisionId = First.Id,
            Validity = new Validity(Recorded.Day("2022-01-01"), null),
            ForFollowUpsFrom = Recorded.Day("2022-12-31"),
        };
        Code(() => Adopt(record, sneaked, [Fresh(level, "1.9")], [])).ShouldBe(RuleCode.GoalOfAnotherBody);

        record = record with { AmbitionAreas = [under], AmbitionMeasures = [MeasureIn(level, under, A), MeasureIn(level, under, B)] };
        Code(() => LevelRules.Check(record, Wanted("1", A, 70))).ShouldBe(RuleCode.TargetOfAnotherBody);
        Should.NotThrow(() => LevelRules.Check(record, Wanted("1", B, 70)));
    }

    [Fact]
    public void A_mirrored_phrase_is_one_there_is()
    {
        var level = Level("1");
        var record = Stands() with { AmbitionLevels = [level], Clarifications = [Phrase(1)] };
        Should.NotThrow(() => LevelRules.Check(record, level, Fresh(level, "1.2") with { Mirrors = [1] }, isNew: true));
        Code(() => LevelRules.Check(record, level, Fresh(level, "1.2") with { Mirrors = [1, 9] }, isNew: true))
            .ShouldBe(RuleCode.PhraseUnknown);
    }

    [Theory]
    [InlineData(null, null, true)] // from the beginning, as the political one
    [InlineData("2022-06-01", null, true)]
    [InlineData("2023-01-02", null, false)] // after the last day of the political one
    [InlineData("2014-01-01", null, false)] // it was there before, and gave way
    public void An_experts_target_does_not_take_the_place_of_a_political_one(string? from, string? lastDay, bool isRefused)
    {
        var political = new Target(
            Recorded.Org,
            new TargetId(Guid.NewGuid()),
            A.Id,
            TargetLevel.AtLeast(60) with
            {
                From = from is null ? null : Recorded.Day("2015-01-01"),
            },
            First.Id,
            null
        )
        {
            LastDay = Recorded.Day("2023-01-01"),
            EndedBy = Second.Id,
        };
        var experts = new Target(
            Recorded.Org,
            new TargetId(Guid.NewGuid()),
            A.Id,
            TargetLevel.AtLeast(50) with
            {
                From = from is null ? null : Recorded.Day(from),
            },
            null,
            "planen"
        )
        {
            LastDay = lastDay is null ? null : Recorded.Day(lastDay),
        };
        var record = Stands() with { Targets = [political] };
        if (isRefused)
        {
            Code(() => MeasuringRules.Check(record, experts)).ShouldBe(RuleCode.PoliticalTargetStands);
        }
        else
        {
            Should.NotThrow(() => MeasuringRules.Check(record, experts));
        }
    }

    [Fact]
    public void A_target_put_to_another_day_is_changed_and_leaves_nothing_to_experts()
    {
        var record = Stands();
        var (before, after) = (Standing(record), Standing(record));
        AmbitionTarget Due(string day) =>
            new(
                Recorded.Org,
                new AmbitionTargetId(Guid.NewGuid()),
                LevelIds["1"],
                A.Id,
                TargetLevel.AtLeast(60) with
                {
                    Due = Recorded.Day(day),
                }
            );
        before = before with { Targets = [Due("2026-12-31")] };
        after = after with { Targets = [Due("2027-12-31")] };
        var moved = LevelComparison.Between(record, before, after).OfType<LevelDifference.OfTarget>().ShouldHaveSingleItem();
        (moved.Kind, moved.IsLeftToExperts).ShouldBe((DifferenceKind.Changed, false));
        LevelComparison
            .Between(record, before, after with { Targets = [] })
            .OfType<LevelDifference.OfTarget>()
            .Single()
            .IsLeftToExperts.ShouldBeTrue();
        LevelComparison
            .Between(record, before, after with { Targets = [], Measures = [] })
            .OfType<LevelDifference.OfTarget>()
            .Single()
            .IsLeftToExperts.ShouldBeFalse();
    }

    [Fact]
    public void Between_two_structures_an_area_with_the_same_number_is_the_same()
    {
        var record = Stands();
        var newer = new GoalStructureId(Guid.NewGuid());
        Goal In(Goal goal, GoalId? parent) =>
            new()
            {
                OrganisationId = Recorded.Org,
                Id = new GoalId(Guid.NewGuid()),
                StructureId = newer,
                ParentId = parent,
                Kind = goal.Kind,
                Level = goal.Level,
                Number = goal.Number,
                ShortName = goal.ShortName,
                Order = goal.Order,
                Mirrors = goal.Mirrors,
            };
        var top = In(Top, null);
        var area = In(Area, top.Id);
        record = record with
        {
            Goals = [.. record.Goals, top, area],
            Measures = [.. record.Measures, Recorded.Measure(area, 0, A), Recorded.Measure(area, 1, B)],
            Structures =
            [
                new GoalStructure
                {
                    OrganisationId = Recorded.Org,
                    Id = Recorded.Structure,
                    Name = "Förra",
                    LevelNames = ["mål", "mätområde"],
                    Validity = new Validity(Recorded.Day("2015-01-01"), Recorded.Day("2022-12-31")),
                    PrincipleId = Recorded.Common,
                },
                new GoalStructure
                {
                    OrganisationId = Recorded.Org,
                    Id = newer,
                    Name = "Nya",
                    LevelNames = ["mål", "mätområde"],
                    Validity = new Validity(Recorded.Day("2023-01-01"), null),
                    PrincipleId = Recorded.Common,
                },
            ],
        };
        var before = Standing(record);
        var after = LevelContent.Standing(record, Level("2") with { StructureId = newer }, Recorded.Day("2023-01-01"), Guid.NewGuid);
        after.Areas.Select(a => a.GoalId).ShouldBe([area.Id]);
        LevelComparison.Between(record, before, after).ShouldBeEmpty();
        LevelComparison
            .Between(record, before, after with { Measures = [after.Measures[0]] })
            .Select(d => (d.Kind, d.TopGoal))
            .ShouldBe([(DifferenceKind.Removed, "1")]);
    }

    private static Measure ByHand(AmbitionArea area, int order, string? firstDay) =>
        new()
        {
            OrganisationId = Recorded.Org,
            GoalId = area.GoalId,
            Order = order,
            IndicatorId = A.Id,
            FirstDay = firstDay is null ? null : Recorded.Day(firstDay),
        };

    private static AmbitionArea Fresh(AmbitionLevel level, string number) =>
        new()
        {
            OrganisationId = Recorded.Org,
            LevelId = level.Id,
            GoalId = new GoalId(Guid.NewGuid()),
            ParentId = Top.Id,
            Number = number,
            ShortName = $"Område {number}",
            Order = 1,
        };

    private static AmbitionMeasure MeasureIn(AmbitionLevel level, AmbitionArea area, Indicator indicator) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new AmbitionMeasureId(Guid.NewGuid()),
            LevelId = level.Id,
            AreaId = area.GoalId,
            Order = 9,
            IndicatorId = indicator.Id,
        };

    private static LevelAdoption Adopt(
        SteeringRecord record,
        AmbitionLevel level,
        IReadOnlyList<AmbitionArea> areas,
        IReadOnlyList<AmbitionMeasure> measures,
        IReadOnlyList<AmbitionTarget>? targets = null
    )
    {
        AmbitionTarget Of(AmbitionTarget t) =>
            new(t.OrganisationId, new AmbitionTargetId(Guid.NewGuid()), level.Id, t.IndicatorId, t.Level());
        return new LevelAdoption(
            record with
            {
                AmbitionAreas = [.. areas.Select(a => a with { LevelId = level.Id })],
                AmbitionMeasures = [.. measures.Select(m => m with { LevelId = level.Id })],
                AmbitionTargets = [.. (targets ?? []).Select(Of)],
            },
            level,
            Guid.NewGuid
        );
    }

    /// <summary>What counts on a day: "1.1: A B | A 60".</summary>
    private static string Says(SteeringRecord record, string day)
    {
        string Name(IndicatorId? id) => record.Indicators.Single(i => i.Id == id).Code;
        var content = LevelContent.Standing(record, Level("x"), Recorded.Day(day), Guid.NewGuid);
        var areas = content.Areas.Select(a =>
            $"{a.Number}: {string.Join(' ', content.Measures.Where(m => m.AreaId == a.GoalId).Select(m => Name(m.IndicatorId)).Order(StringComparer.Ordinal))}"
        );
        return $"{string.Join(" | ", areas)} | {string.Join(' ', content.Targets.Select(t => FormattableString.Invariant($"{Name(t.IndicatorId)} {t.Low}")))}";
    }
}
