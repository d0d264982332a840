using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.Tests.FollowUps;

/// <summary>Planning, asking, stepping and freezing.</summary>
public sealed class FollowUpTests
{
    private static readonly Unit School = Recorded.Unit("BUN");
    private static readonly Indicator A = Recorded.Indicator("A", owner: School.Id);

    [Theory]
    [InlineData(FollowUpState.Planned, FollowUpState.Open)]
    [InlineData(FollowUpState.Open, FollowUpState.Preparing)]
    [InlineData(FollowUpState.Decided, FollowUpState.Published)]
    public void It_goes_one_step_on(FollowUpState from, FollowUpState to) => FollowUpSteps.Step(At(from), to, null).State.ShouldBe(to);

    [Fact]
    public void It_never_jumps_and_only_a_decision_decides_it()
    {
        foreach (var from in Enum.GetValues<FollowUpState>())
        {
            foreach (var to in Enum.GetValues<FollowUpState>().Where(t => t == from || Math.Abs(t - from) > 1))
            {
                Code(() => FollowUpSteps.Step(At(from), to, "därför")).ShouldBe(RuleCode.FollowUpStepUnknown, $"{from} {to}");
            }
        }

        Code(() => FollowUpSteps.Step(At(FollowUpState.Preparing), FollowUpState.Decided, "därför")).ShouldBe(RuleCode.FollowUpStepUnknown);
    }

    [Fact]
    public void It_goes_back_with_a_reason_and_is_then_not_decided()
    {
        var decided = At(FollowUpState.Decided) with { DecisionId = new DecisionId(Guid.NewGuid()) };
        Code(() => FollowUpSteps.Step(decided, FollowUpState.Preparing, " ")).ShouldBe(RuleCode.WhyMissing);
        FollowUpSteps.Step(decided, FollowUpState.Preparing, "fel bilaga").DecisionId.ShouldBeNull();
        FollowUpSteps
            .Step(decided with { State = FollowUpState.Published }, FollowUpState.Decided, "fel")
            .DecisionId.ShouldBe(decided.DecisionId);
    }

    [Fact]
    public void A_year_is_made_from_the_last_and_what_is_there_is_left()
    {
        var last = Recorded.FollowUp("2021-12-31", "2022-01-25") with
        {
            ExpertsBy = Recorded.Day("2022-01-20"),
            BoardBy = Recorded.Day("2022-03-09"),
        };
        var there = Recorded.FollowUp("2022-04-30", "2022-05-20") with { Kind = FollowUpKind.Tertial1 };
        var planned = YearPlan.Of(Record() with { FollowUps = [last, there] }, 2022, Guid.NewGuid);
        planned.Select(f => f.CutOff).ShouldBe([Recorded.Day("2022-08-31"), Recorded.Day("2022-12-31")]);
        planned[1].ExpertsBy.ShouldBe(Recorded.Day("2023-01-20"));
        planned[1].KnownAt.ShouldBe(Recorded.Day("2023-01-25"));
        planned[1].BoardBy.ShouldBe(Recorded.Day("2023-03-09"));
        planned.ShouldAllBe(f => f.State == FollowUpState.Planned && f.StructureId == Recorded.Structure);
        Code(() => YearPlan.Of(Record() with { Structures = [] }, 2022, Guid.NewGuid)).ShouldBe(RuleCode.StructureUnknown);
    }

    [Fact]
    public void The_unit_that_owns_something_is_asked_and_the_same_person_as_last_time()
    {
        var person = new AccountId(Guid.NewGuid());
        var followUp = Recorded.FollowUp("2022-12-31", "2023-01-25") with
        {
            State = FollowUpState.Planned,
            ExpertsBy = Recorded.Day("2023-01-14"),
        };
        var record = Record();
        var asked = RequestPlan.Of(record, followUp, [], Guid.NewGuid).Single();
        (asked.UnitId, asked.GoalId, asked.JudgesGoal, asked.Due, asked.AccountId).ShouldBe(
            (School.Id, record.Goals[0].Id, true, followUp.ExpertsBy, null)
        );
        RequestPlan.Of(record, followUp, [asked with { AccountId = person }], Guid.NewGuid).Single().AccountId.ShouldBe(person);
        RequestPlan.Of(Record(), followUp with { Surveyed = [Guid.NewGuid()] }, [], Guid.NewGuid).ShouldBeEmpty();
        RequestPlan.Of(Record(), followUp with { Surveyed = [A.Id.Value] }, [], Guid.NewGuid).Count.ShouldBe(1);
    }

    [Fact]
    public void After_the_last_day_only_a_dated_exception_lets_one_report()
    {
        var open = At(FollowUpState.Open);
        var request = RequestPlan.Of(Record(), open, [], Guid.NewGuid).Single() with { Due = Recorded.Day("2023-01-14") };
        request.RequireOpen(open, Recorded.Day("2023-01-14"));
        Code(() => request.RequireOpen(open, Recorded.Day("2023-01-15"))).ShouldBe(RuleCode.RequestOverdue);
        var excepted = request with { ExceptionUntil = Recorded.Day("2023-01-20") };
        excepted.RequireOpen(open, Recorded.Day("2023-01-20"));
        excepted.RequireOpen(At(FollowUpState.Preparing), Recorded.Day("2023-01-20"));
        Code(() => excepted.RequireOpen(At(FollowUpState.Preparing), Recorded.Day("2023-01-21"))).ShouldBe(RuleCode.FollowUpClosed);
        Code(() => excepted.RequireOpen(At(FollowUpState.Decided), Recorded.Day("2023-01-20"))).ShouldBe(RuleCode.FollowUpClosed);
        (request.IsLate(Recorded.Day("2023-01-15")), excepted.IsLate(Recorded.Day("2023-01-15"))).ShouldBe((true, false));
    }

    [Fact]
    public void What_is_frozen_shows_what_was_known_and_what_came_since_is_told()
    {
        var followUp = Recorded.FollowUp("2022-12-31", "2023-01-25") with { State = FollowUpState.Decided };
        var then = Record() with { FollowUps = [followUp], Observations = [Recorded.Value(A, "2022", 70, "2023-01-10")] };
        var now = then with
        {
            Observations = [.. then.Observations, Recorded.Value(A, "2022", 10, "2023-06-01")],
            Frozen = [new FrozenRows(Frozen(followUp), then)],
        };
        var shown = Situation.On(now, followUp.CutOff)!;
        shown.IsFrozen.ShouldBeTrue();
        shown.RatingOfIndicator("A", Axis.Outcome)!.Value.ShouldBe(70);
        Situation.Now(now, followUp.CutOff)!.RatingOfIndicator("A", Axis.Outcome)!.Value.ShouldBe(10);
        var since = new SinceDecided(shown);
        var revised = since.Figures.Single();
        (revised.Then, revised.Now).ShouldBe((70, 10));
        since.Goals.Single().Now.ShouldBe(Status.NotAchieved);
        shown.Record.Thawed.ShouldBeSameAs(now);

        var takenBack = now with { Frozen = [new FrozenRows(Frozen(followUp) with { WithdrawnAt = DateTime.UnixEpoch }, then)] };
        Situation.On(takenBack, followUp.CutOff)!.IsFrozen.ShouldBeFalse();
    }

    [Fact]
    public void What_a_committee_has_decided_of_its_own_goal_stands_while_the_rest_still_moves()
    {
        var own = Recorded.Goal("BUN1", Ledstjarna.Domain.Goals.GoalKind.Committee, School.Id);
        var council = Recorded.In(A);
        var open = At(FollowUpState.Open);
        var then = council with
        {
            Units = [School],
            Goals = [.. council.Goals, own],
            Measures = [.. council.Measures, Recorded.Measure(own, 0, A)],
            FollowUps = [open],
            Observations = [Recorded.Value(A, "2022", 70, "2023-01-10")],
        };
        var now = then with
        {
            Observations = [.. then.Observations, Recorded.Value(A, "2022", 10, "2023-01-20")],
            Frozen = [new FrozenRows(Frozen(open) with { IsWhole = false }, then)],
        };
        var situation = Situation.On(now, open.CutOff)!;
        situation.Rating(own).Effective.ShouldBe(Status.Achieved);
        situation.Rating(council.Goals[0]).Effective.ShouldBe(Status.NotAchieved);
        Situation.Now(now, open.CutOff)!.Rating(own).Effective.ShouldBe(Status.NotAchieved); // what it would be
        var takenBack = now with
        {
            Frozen = [new FrozenRows(Frozen(open) with { IsWhole = false, WithdrawnAt = DateTime.UnixEpoch }, then)],
        };
        Situation.On(takenBack, open.CutOff)!.Rating(own).Effective.ShouldBe(Status.NotAchieved);
    }

    [Fact]
    public void A_goal_ends_with_its_parent()
    {
        var parent = Made("2", null, 0, new Validity(null, Recorded.Day("2022-06-30")));
        var child = Made("2.1", parent.Id, 1, Validity.Always);
        var record = Record();
        var structure = new Ledstjarna.Domain.Goals.GoalStructure
        {
            OrganisationId = Recorded.Org,
            Id = Recorded.Structure,
            Name = "Målen",
            LevelNames = ["mål", "delmål"],
            Validity = Validity.Always,
            PrincipleId = Recorded.Common,
        };
        record = record with { Structures = [structure], Goals = [.. record.Goals, child, parent], FollowUps = [At(FollowUpState.Open)] };
        Situation.On(record, Recorded.Day("2022-06-30"))!.FindGoal("2.1").ShouldNotBeNull();
        var after = Situation.On(record, Recorded.Day("2022-12-31"))!;
        after.FindGoal("2.1").ShouldBeNull();
        new JointAnalysis(after, []).Weak.ShouldAllBe(g => g.Number == "1");
    }

    [Fact]
    public void A_day_is_worked_out_once_for_each_version_of_the_record()
    {
        var record = Record() with { FollowUps = [At(FollowUpState.Open)] };
        Situation.On(record, Recorded.Day("2022-12-31")).ShouldBeSameAs(Situation.On(record, Recorded.Day("2022-12-31")));
        var other = record with { Observations = [Recorded.Value(A, "2022")] };
        Situation.On(other, Recorded.Day("2022-12-31"))!.RatingOfIndicator("A")!.Value.ShouldBe(70);
        foreach (var i in Enumerable.Range(0, 200))
        {
            Situation.On(record, Recorded.Day("2020-01-01").AddDays(i))!.CutOff.ShouldBe(Recorded.Day("2020-01-01").AddDays(i));
        }
    }

    [Theory]
    [InlineData("- Ett\n- Två", "Ett|Två")]
    [InlineData("Inledning.\n* Ett\n\n* Två ", "Inledning.|Ett|Två")]
    [InlineData("1. Ett\nsom går vidare\n2) Två", "Ett som går vidare|Två")]
    [InlineData("En mening\nom en sak.", "En mening om en sak.")]
    [InlineData(" \n", "")]
    [InlineData(null, "")]
    public void Each_point_that_a_unit_proposes_is_a_measure_of_its_own(string? written, string measures)
    {
        var open = At(FollowUpState.Open);
        var record = Record() with { FollowUps = [open] };
        var asked = RequestPlan.Of(record, open, [], Guid.NewGuid).Single();
        var reported = asked with
        {
            ReportedAt = DateTime.UnixEpoch,
            Report = new Report { Measures = written },
        };
        var situation = Situation.On(record, open.CutOff)!;
        string.Join('|', new JointAnalysis(situation, [reported]).Measures.Select(m => m.Text)).ShouldBe(measures);
        var draft = new JointAnalysis(situation, [reported with { ReportedAt = null }]);
        (draft.Measures.Count, draft.Asked, draft.Reported).ShouldBe((0, 1, 0)); // a draft is its writer's
    }

    [Fact]
    public void Those_who_may_not_read_what_is_prepared_see_only_what_is_published()
    {
        var published = Recorded.FollowUp("2021-12-31", "2022-01-25");
        var record = Record() with { FollowUps = [published, At(FollowUpState.Open)] };
        record.Public.FollowUps.ShouldBe([published]);
        (record with { FollowUps = [At(FollowUpState.Open)] }).Public.FollowUps.ShouldBeEmpty();
        (record with { FollowUps = [published] }).Public.FollowUps.ShouldBe([published]);
    }

    private static FrozenFollowUp Frozen(FollowUp followUp) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new FrozenId(Guid.NewGuid()),
            FollowUpId = followUp.Id,
            Number = 1,
            BodyId = School.Id,
            DecisionId = new DecisionId(Guid.NewGuid()),
            IsWhole = true,
            At = DateTime.UnixEpoch,
            By = "Nämndsekreterare",
        };

    private static Ledstjarna.Domain.Goals.Goal Made(string number, GoalId? parent, int level, Validity validity) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new GoalId(Guid.NewGuid()),
            StructureId = Recorded.Structure,
            ParentId = parent,
            Kind = Ledstjarna.Domain.Goals.GoalKind.Council,
            Level = level,
            Number = number,
            ShortName = number,
            Order = 0,
            Validity = validity,
        };

    private static FollowUp At(FollowUpState state) => Recorded.FollowUp("2022-12-31", "2023-01-25") with { State = state };

    private static RuleCode Code(Action act) => Should.Throw<DomainRuleException>(act).Code;

    private static SteeringRecord Record() => Recorded.In(A) with { Units = [School] };
}
