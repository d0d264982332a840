using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Tests.Decisions;
using Ledstjarna.Domain.Tests.FollowUps;
using Ledstjarna.Domain.Years;
using static Ledstjarna.Domain.Assessment.Status;

namespace Ledstjarna.Domain.Tests.Years;

/// <summary>What is new since the follow-up before, and what moved it.</summary>
public sealed class SinceLastTests
{
    private static readonly Indicator A = Recorded.Indicator("A");
    private static readonly Indicator B = Recorded.Indicator("B");
    private static readonly Unit Board = DecisionRulesTests.UnitOf(UnitKind.Council, "KF");
    private static readonly FollowUp First = Recorded.FollowUp("2021-12-31", "2022-02-01");
    private static readonly FollowUp Second = Recorded.FollowUp("2022-12-31", "2023-02-01");

    [Fact]
    public void With_no_follow_up_before_there_is_nothing_to_compare_with() => SinceLast.Of(At(Record(), "2021-12-31")).ShouldBeNull();

    [Fact]
    public void What_did_not_move_is_no_news()
    {
        var goal = Since(
            Record(Recorded.Value(A, "2021"), Recorded.Value(A, "2022"), Recorded.Value(B, "2021"), Recorded.Value(B, "2022"))
        );
        (goal.IsChanged, goal.HasNews, goal.Moved.Count).ShouldBe((false, false, 0));
    }

    [Fact]
    public void The_figures_that_moved_the_goal_are_told_with_old_and_new()
    {
        var goal = Since(
            Record(Recorded.Value(A, "2021"), Recorded.Value(A, "2022", 50), Recorded.Value(B, "2021"), Recorded.Value(B, "2022"))
        );
        (goal.Then!.Effective, goal.Now!.Effective, goal.IsChanged).ShouldBe((Achieved, Partly, true));
        var moved = goal.Moved.ShouldHaveSingleItem();
        (moved.Id, moved.Cause).ShouldBe(("indicator:A", LeafCause.Figure));
        (moved.Then!.Indicator!.Value, moved.Now!.Indicator!.Value).ShouldBe((70, 50));
    }

    [Fact]
    public void A_goal_that_only_became_unsure_is_news_too()
    {
        var goal = Since(Record(Recorded.Value(A, "2021"), Recorded.Value(B, "2021"), Recorded.Value(A, "2022")));
        goal.Moved.ShouldHaveSingleItem().Cause.ShouldBe(LeafCause.FigureGone);
        (goal.IsChanged, goal.CertaintyIsChanged, goal.HasNews).ShouldBe((false, true, true));
    }

    [Fact]
    public void A_new_target_is_told_apart_from_a_new_figure()
    {
        var (long1, long2) = (Recorded.Indicator("L", cadence: 48), Recorded.Indicator("M", cadence: 48));
        var record = Recorded.In(long1, long2) with
        {
            FollowUps = [First, Second],
            Observations = [Recorded.Value(long1, "2021", 65), Recorded.Value(long2, "2021", 65)],
        };
        var stricter = new Target(
            Recorded.Org,
            new TargetId(Guid.NewGuid()),
            long1.Id,
            TargetLevel.AtLeast(68) with
            {
                From = Recorded.Day("2022-06-01"),
            },
            null,
            "planen"
        );
        Since(record with { Targets = [.. record.Targets, stricter] })
            .Moved.ShouldHaveSingleItem()
            .ShouldSatisfyAllConditions(m => m.Id.ShouldBe("indicator:L"), m => m.Cause.ShouldBe(LeafCause.Target));
    }

    [Fact]
    public void What_someone_judged_is_told_apart_from_what_was_measured()
    {
        var record = Record(Recorded.Value(A, "2021"), Recorded.Value(A, "2022"), Recorded.Value(B, "2021"), Recorded.Value(B, "2022"));
        var judged = new RecordedJudgement
        {
            OrganisationId = Recorded.Org,
            Id = new JudgementId(Guid.NewGuid()),
            FollowUpId = Second.Id,
            Axis = Axis.Outcome,
            Layer = Layer.Expert,
            Subject = Subject.Indicator,
            Of = "A",
            Status = Partly,
            Reason = "Få svar.",
            By = "Sakkunnig",
            On = Second.KnownAt,
        };
        Since(record with { Judgements = [judged] }).Moved.ShouldHaveSingleItem().Cause.ShouldBe(LeafCause.Judgement);
    }

    [Fact]
    public void What_began_to_count_and_what_ended_are_told()
    {
        var record = Record(Recorded.Value(A, "2021"), Recorded.Value(B, "2022"));
        var goal = record.Goals[0];
        record = record with { Measures = [Measure(goal, 0, A, last: "2022-06-01"), Measure(goal, 1, B, first: "2022-06-02")] };
        Since(record).Moved.Select(m => (m.Id, m.Cause)).ShouldBe([("indicator:B", LeafCause.Began), ("indicator:A", LeafCause.Ended)]);
    }

    [Fact]
    public void A_goal_that_began_is_told_and_not_compared()
    {
        var record = Record(Recorded.Value(A, "2022"));
        var fresh = new Goal
        {
            OrganisationId = Recorded.Org,
            Id = new GoalId(Guid.NewGuid()),
            StructureId = Recorded.Structure,
            Kind = GoalKind.Council,
            Level = 0,
            Number = "2",
            ShortName = "Nytt",
            Order = 1,
            Validity = new Validity(Recorded.Day("2022-06-01"), null),
        };
        var since = SinceLast.Of(At(record with { Goals = [.. record.Goals, fresh] }, "2022-12-31"))!;
        var goal = since.Goals[1];
        (goal.Then is null, goal.Now is null, goal.IsChanged, goal.HasNews).ShouldBe((true, false, false, true));
    }

    [Theory]
    [InlineData("2021-12-31", false)] // no later than the first cut-off
    [InlineData("2022-01-01", true)]
    [InlineData("2023-02-01", true)]
    [InlineData("2023-02-02", false)] // not known in the second
    public void Decisions_after_the_first_cut_off_and_known_in_the_second_are_told(string day, bool isTold)
    {
        var decision = DecisionRulesTests.Made(Board, day);
        var target = new Target(Recorded.Org, new TargetId(Guid.NewGuid()), A.Id, TargetLevel.AtLeast(60), decision.Id, null);
        var record = Record(Recorded.Value(A, "2022")) with { Units = [Board], Decisions = [decision], Targets = [target] };
        var decisions = Since(record).Decisions;
        decisions.Count.ShouldBe(isTold ? 1 : 0);
        decisions.ShouldAllBe(d => d.Decision == decision && d.Targets.Single() == A && !d.IsOfGoal && d.Level == null);
    }

    [Fact]
    public void A_decision_on_the_goal_or_its_level_is_told_and_one_on_something_else_is_not()
    {
        var (ofGoal, ofLevel, other) = (Made("2022-03-01"), Made("2022-04-01"), Made("2022-05-01"));
        var record = Record(Recorded.Value(A, "2022"));
        var goal = record.Goals[0];
        record = record with
        {
            Units = [Board],
            Decisions = [other, ofLevel, ofGoal],
            Clarifications =
            [
                new Clarification
                {
                    OrganisationId = Recorded.Org,
                    GoalId = goal.Id,
                    Number = 1,
                    Text = "Alla kan delta.",
                    EndedBy = ofGoal.Id,
                },
            ],
            AmbitionLevels =
            [
                new AmbitionLevel
                {
                    OrganisationId = Recorded.Org,
                    Id = new AmbitionLevelId(Guid.NewGuid()),
                    Name = "Nivå",
                    BodyId = Board.Id,
                    StructureId = Recorded.Structure,
                    PrincipleId = Recorded.Common,
                    State = LevelState.SentBack,
                    DecisionId = ofLevel.Id,
                },
            ],
        };
        var since = Since(record);
        since
            .Decisions.Select(d => (d.Decision, d.IsOfGoal, d.Level is not null))
            .ShouldBe([(ofGoal, true, false), (ofLevel, false, true)]);
        since.OwnDecisions.Select(d => d.Decision).ShouldBe([ofGoal]);
    }

    private static Decision Made(string day) => DecisionRulesTests.Made(Board, day);

    private static Measure Measure(Goal goal, int order, Indicator indicator, string? first = null, string? last = null) =>
        new()
        {
            OrganisationId = Recorded.Org,
            GoalId = goal.Id,
            Order = order,
            IndicatorId = indicator.Id,
            FirstDay = first is null ? null : Recorded.Day(first),
            LastDay = last is null ? null : Recorded.Day(last),
        };

    private static SteeringRecord Record(params RecordedObservation[] observations) =>
        Recorded.In(A, B) with
        {
            FollowUps = [First, Second],
            Observations = observations,
        };

    private static GoalSince Since(SteeringRecord record) => SinceLast.Of(At(record, "2022-12-31"))!.Goals.Single();

    private static Situation At(SteeringRecord record, string day) => Situation.On(record, Recorded.Day(day))!;
}
