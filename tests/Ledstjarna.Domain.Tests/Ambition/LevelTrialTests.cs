using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Principles;
using Ledstjarna.Domain.Tests.FollowUps;
using static Ledstjarna.Domain.Assessment.Status;

namespace Ledstjarna.Domain.Tests.Ambition;

/// <summary>A goal with another level than the one in force: now, in past years, under every principle.</summary>
public sealed class LevelTrialTests
{
    private static readonly DateOnly Day = Recorded.Day("2022-12-31");
    private static readonly Indicator A = Recorded.Indicator("A");
    private static readonly Dictionary<IndicatorId, TargetLevel> Nothing = [];

    [Fact]
    public void A_tried_level_is_held_against_now_and_every_past_year()
    {
        var goal = Try(With("2019=58 2020=62 2021=66 2022=70"), TargetLevel.AtLeast(65));
        goal.All.Select(m => (m.Day.Year, m.GoalInForce, m.GoalTried, m.ChangesGoal))
            .ShouldBe([
                (2019, NotAchieved, NotAchieved, false),
                (2020, Achieved, NotAchieved, true),
                (2021, Achieved, Achieved, false),
                (2022, Achieved, Achieved, false),
            ]);
        goal.Years.Select(y => y.Changes(A)).ShouldBe([false, true, false]);
        goal.Now.Changes(A).ShouldBeFalse();
    }

    [Fact]
    public void A_year_without_figures_is_there_and_cannot_be_assessed() =>
        Try(With("2019=70 2022=70"), TargetLevel.AtLeast(65))
            .Years.Select(y => (y.Day.Year, y.GoalTried))
            .ShouldBe([(2019, Achieved), (2020, CannotBeAssessed), (2021, CannotBeAssessed)]);

    [Fact]
    public void With_no_figures_there_is_only_now()
    {
        var goal = Try(With(""), TargetLevel.AtLeast(65));
        goal.Years.ShouldBeEmpty();
        goal.Now.GoalTried.ShouldBe(CannotBeAssessed);
    }

    [Fact]
    public void A_level_in_force_only_since_last_year_is_held_against_the_years_before_too()
    {
        var record = With("2020=62 2021=66 2022=70") with
        {
            Targets = [Target(TargetLevel.AtLeast(65) with { From = Recorded.Day("2022-01-01"), Due = Day })],
        };
        Try(record).All.Select(m => m.GoalInForce).ShouldBe([NotAchieved, Achieved, Achieved]);
        LevelTrial.On(record, Day)!.InForce(A.Id).ShouldBe(TargetLevel.AtLeast(65));
    }

    [Fact]
    public void A_level_to_be_reached_later_is_not_due_in_any_year_until_another_is_tried()
    {
        var record = With("2021=66 2022=70") with { Targets = [Target(TargetLevel.AtLeast(80) with { Due = Recorded.Day("2026-12-31") })] };
        var trial = LevelTrial.On(record, Day)!;
        trial.InForce(A.Id).ShouldBeNull();
        var goal = trial.Of(trial.Situation.Goals[0], Tried(TargetLevel.AtLeast(68)));
        goal.All.Select(m => (m.GoalInForce, m.GoalTried)).ShouldBe([(NotDue, NotAchieved), (NotDue, Achieved)]);
    }

    [Fact]
    public void Figures_are_those_known_now_and_no_ones_judgement_counts()
    {
        var followUp = Recorded.FollowUp("2022-12-31", "2022-12-31");
        var record = With("2021=58") with { FollowUps = [followUp] };
        record = record with { Observations = [.. record.Observations, Recorded.Value(A, "2022", 70, on: "2023-05-01")] };
        Try(record).All.Select(m => m.GoalInForce).ShouldBe([NotAchieved, Achieved]);
    }

    [Fact]
    public void The_now_of_a_trial_is_what_the_principle_alone_makes_of_the_day()
    {
        var record = With("2021=58 2022=70");
        var situation = Situation.On(record, Day)!;
        Try(record).Now.GoalInForce.ShouldBe(situation.Rating(situation.Goals[0], Axis.Outcome).Layers.Computed);
    }

    [Fact]
    public void What_is_to_be_done_later_takes_no_part_in_a_past_year()
    {
        var activity = new Activity
        {
            OrganisationId = Recorded.Org,
            Id = new ActivityId(Guid.NewGuid()),
            Code = "B",
            Name = "B",
            State = ActivityState.Cancelled,
            Due = Recorded.Day("2022-06-30"),
        };
        var record = With("2021=70 2022=70");
        var measure = new Measure
        {
            OrganisationId = Recorded.Org,
            GoalId = record.Goals[0].Id,
            Order = 1,
            ActivityId = activity.Id,
        };
        record = record with { Activities = [activity], Measures = [.. record.Measures, measure] };
        Try(record).All.Select(m => m.GoalInForce).ShouldBe([Achieved, Partly]);
    }

    [Fact]
    public void Every_principle_stands_beside_with_both_levels()
    {
        var record = With("2022=60");
        record = record with { Principles = [.. record.Principles, Principle("mild", new Principle(Lens.Target) { Tolerance = 0.8 })] };
        Try(record, TargetLevel.AtLeast(70))
            .Principles.Select(p => (p.Principle.Key, p.InForce.Effective, p.Tried.Effective, p.IsChanged))
            .ShouldBe([("gemensam", Achieved, NotAchieved, true), ("mild", Achieved, Partly, true)]);
    }

    [Fact]
    public void The_smallest_single_changes_are_of_the_tried_level()
    {
        var b = Recorded.Indicator("B");
        var record = Recorded.In(A, b) with { Observations = [Recorded.Value(A, "2022", 70), Recorded.Value(b, "2022", 70)] };
        var trial = LevelTrial.On(record, Day)!;
        var flips = trial.Of(trial.Situation.Goals[0], Tried(TargetLevel.AtLeast(72))).Flips;
        flips
            .Select(f => (Subjects.NameOf(f.Leaf.Id), f.Now, f.Change?.Value, f.Change?.NodeTo, f.Target?.Limit.To))
            .ShouldBe([("A", NotAchieved, 72.0, Achieved, 70.0), ("B", Achieved, 60.0, NotAchieved, 70.0)]);
        flips[1].Change!.IsBeyond.ShouldBeTrue();
    }

    [Fact]
    public void Where_no_single_change_flips_the_goal_that_is_said()
    {
        Indicator[] four = [.. "ABCD".Select(c => Recorded.Indicator(c.ToString()))];
        var record = Recorded.In(four) with { Observations = [.. four.Select(i => Recorded.Value(i, "2022", 10))] };
        LevelTrial.On(record, Day)!.Of(record.Goals[0], Nothing).Flips.ShouldAllBe(f => f.Change == null && f.Target == null);
    }

    [Fact]
    public void A_level_against_the_direction_is_refused() =>
        Should
            .Throw<DomainRuleException>(() => Try(With("2022=60"), TargetLevel.AtMost(60)))
            .Code.ShouldBe(RuleCode.TargetAgainstDirection);

    [Fact]
    public void Without_a_structure_there_is_no_trial() => LevelTrial.On(With("2022=60") with { Structures = [] }, Day).ShouldBeNull();

    [Fact]
    public void A_higher_bar_never_gives_the_figure_a_better_status_in_any_year()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var years = Enumerable.Range(2015, 8).Where(_ => random.Next(3) > 0).Select(y => $"{y}={random.Next(0, 100)}");
            var trial = LevelTrial.On(With(string.Join(' ', years)), Day)!;
            var (low, more) = (random.Next(0, 100), random.Next(0, 40));
            double? gap = random.Next(2) == 0 ? null : random.Next(0, 20);
            var lower = trial.Of(trial.Situation.Goals[0], Tried(TargetLevel.AtLeast(low, low - gap))).All.ToList();
            var higher = trial.Of(trial.Situation.Goals[0], Tried(TargetLevel.AtLeast(low + more, low + more - gap))).All.ToList();
            foreach (var (a, b) in lower.Zip(higher))
            {
                (b.IndicatorTried(A)!.Effective <= a.IndicatorTried(A)!.Effective).ShouldBeTrue($"seed {seed}, {a.Day}");
                (b.GoalTried <= a.GoalTried).ShouldBeTrue($"seed {seed}, {a.Day}");
            }
        }
    }

    private static SteeringRecord With(string values) =>
        Recorded.In(A) with
        {
            Observations =
            [
                .. values
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(v => Recorded.Value(A, v[..4], double.Parse(v[5..], System.Globalization.CultureInfo.InvariantCulture))),
            ],
        };

    private static Dictionary<IndicatorId, TargetLevel> Tried(TargetLevel level) => new() { [A.Id] = level };

    private static GoalTrial Try(SteeringRecord record, TargetLevel? level = null) =>
        LevelTrial.On(record, Day)!.Of(record.Goals[0], level is null ? Nothing : Tried(level));

    private static Target Target(TargetLevel level) => new(Recorded.Org, new TargetId(Guid.NewGuid()), A.Id, level, null, "planen");

    private static OrganisationPrinciple Principle(string key, Principle rule) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new PrincipleId(Guid.NewGuid()),
            Key = key,
            Name = key,
            Words = "Ord.",
            SourceNote = "Källa.",
            Rule = rule,
            Order = 9,
        };
}
