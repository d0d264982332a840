using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using static Ledstjarna.Domain.Tests.FollowUps.Recorded;

namespace Ledstjarna.Domain.Tests.FollowUps;

/// <summary>What is one unit's, and the days it has before it.</summary>
public sealed class UnitAgendaTests
{
    private static readonly Unit Committee = Unit("SN");

    [Fact]
    public void The_days_ahead_are_those_after_the_day_and_within_a_year_in_order()
    {
        var yearly = Indicator("I", lag: 1, owner: Committee.Id);
        var agenda = Of(
            WithActivities(
                In(yearly, Indicator("others")) with
                {
                    Terms = [Term("2021-01-01", "2022-12-31"), Term("2023-01-01", "2026-12-31")],
                },
                Activity("today", "2022-06-30"),
                Activity("soon", "2022-07-01"),
                Activity("done", "2022-07-01", ActivityState.Done),
                Activity("cancelled", "2022-07-01", ActivityState.Cancelled),
                Activity("last", "2023-06-30"),
                Activity("later", "2023-07-01")
            ),
            "2022-06-30"
        );
        agenda
            .Deadlines.Select(d => (Name(d), d.On))
            .ShouldBe([
                ("soon", Day("2022-07-01")),
                ("term", Day("2022-12-31")),
                ("I 2022", Day("2023-01-31")),
                ("last", Day("2023-06-30")),
            ]);
    }

    [Fact]
    public void What_was_done_later_was_not_done_on_the_day()
    {
        var done = Activity("A", "2022-07-01", ActivityState.Done, "2022-07-10");
        Of(WithActivities(In(Indicator("I")), done), "2022-06-30").Deadlines.OfType<ActivityDeadline>().Single().Activity.ShouldBe(done);
        UnitAgenda.IsLate(done, Day("2022-06-30")).ShouldBeFalse();
        UnitAgenda.IsLate(done, Day("2022-07-01")).ShouldBeTrue();
        UnitAgenda.IsLate(done, Day("2022-07-10")).ShouldBeFalse();
        UnitAgenda.IsLate(Activity("B", "2022-07-01", ActivityState.Cancelled), Day("2023-01-01")).ShouldBeFalse();
    }

    [Fact]
    public void A_council_goal_that_nothing_serves_is_a_hole()
    {
        var record = In(Indicator("I"));
        var own = Goal("SN1", GoalKind.Committee, Committee.Id, order: 1);
        var second = Goal("2", unit: Committee.Id, order: 2);
        var agenda = Of(
            record with
            {
                Goals = [record.Goals[0], own, second, Goal("KS1", GoalKind.Committee, order: 3)],
                Contributions =
                [
                    new Contribution
                    {
                        OrganisationId = Org,
                        GoalId = own.Id,
                        CouncilGoalId = second.Id,
                    },
                ],
            },
            "2022-06-30"
        );
        agenda.OwnGoals.ShouldBe([own]);
        agenda.AnswersFor.ShouldBe([second]);
        agenda.Contributions.Select(c => (c.Council.Number, c.Own.Count)).ShouldBe([("1", 0), ("2", 1)]);
    }

    [Fact]
    public void Only_its_own_figures_are_its_to_follow_up()
    {
        var own = Indicator("I", owner: Committee.Id);
        var agenda = Of(In(own, Indicator("others")), "2022-12-31");
        agenda.Indicators.ShouldBe([own]);
        agenda.Missing.Single().Indicator.ShouldBe(own);
    }

    [Fact]
    public void The_last_day_there_is_has_nothing_after_it() =>
        Of(In(Indicator("I", owner: Committee.Id)), "9999-12-31").Deadlines.ShouldBeEmpty();

    private static string Name(Deadline deadline) =>
        deadline switch
        {
            FigureDeadline f => $"{f.Figure.Indicator.Code} {f.Figure.Period}",
            ActivityDeadline a => a.Activity.Code,
            _ => "term",
        };

    private static UnitAgenda Of(SteeringRecord record, string day)
    {
        var situation = Situation.On(record, Day(day))!;
        return new UnitAgenda(situation, MissingRegister.Of(situation, StringComparer.Ordinal), Committee);
    }

    private static SteeringRecord WithActivities(SteeringRecord record, params Activity[] activities) =>
        record with
        {
            Activities = activities,
            Measures =
            [
                .. record.Measures,
                .. activities.Select(
                    (a, i) =>
                        new Measure
                        {
                            OrganisationId = Org,
                            GoalId = record.Goals[0].Id,
                            Order = 10 + i,
                            ActivityId = a.Id,
                        }
                ),
            ],
        };

    private static Activity Activity(string code, string due, ActivityState state = ActivityState.Ongoing, string? finished = null) =>
        new()
        {
            OrganisationId = Org,
            Id = new ActivityId(Guid.NewGuid()),
            Code = code,
            Name = code,
            State = state,
            Due = Day(due),
            FinishedOn = finished is null ? null : Day(finished),
            ResponsibleUnits = [Committee.Id.Value],
        };

    private static Term Term(string from, string to) =>
        new()
        {
            OrganisationId = Org,
            Id = new TermId(Guid.NewGuid()),
            UnitId = Committee.Id,
            Validity = new Validity(Day(from), Day(to)),
        };
}
