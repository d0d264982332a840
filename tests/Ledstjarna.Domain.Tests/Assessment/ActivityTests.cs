using Ledstjarna.Domain.Assessment;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

public sealed class ActivityTests
{
    [Theory]
    [InlineData(ActivityState.Done, "2021-06-30", null, Status.Achieved)]
    [InlineData(ActivityState.Done, "2021-06-30", "2021-12-31", Status.Achieved)]
    [InlineData(ActivityState.Done, "2021-06-30", "2022-01-01", Status.NotAchieved)] // was not done yet
    [InlineData(ActivityState.Done, "2021-11-30", "2022-01-01", Status.Partly)]
    [InlineData(ActivityState.Cancelled, "2030-01-01", null, Status.NotAchieved)]
    [InlineData(ActivityState.NotStarted, "2022-01-01", null, Status.NotDue)]
    [InlineData(ActivityState.Ongoing, "2022-01-01", null, Status.NotDue)]
    [InlineData(ActivityState.NotStarted, "2021-12-31", null, Status.NotAchieved)]
    [InlineData(ActivityState.Ongoing, "2021-10-01", null, Status.Partly)]
    [InlineData(ActivityState.Ongoing, "2021-09-30", null, Status.NotAchieved)] // three months later is 30 December
    public void An_outcome_follows_state_and_due_date(ActivityState state, string due, string? finished, Status status) =>
        Rate(new MeasuredActivity("a", state, Day(due), finished is null ? null : Day(finished))).ShouldBe(status);

    [Theory]
    [InlineData("2022-12-31", Status.CannotBeAssessed)]
    [InlineData("2022-12-30", Status.NotDue)]
    public void What_is_due_between_cut_off_and_horizon_is_for_an_expert(string horizon, Status status) =>
        Rate(new MeasuredActivity("a", ActivityState.Ongoing, Day("2022-12-31")), horizon: horizon).ShouldBe(status);

    [Fact]
    public void The_months_of_grace_end_on_the_months_last_day_when_it_is_shorter()
    {
        var activity = new MeasuredActivity("a", ActivityState.Ongoing, Day("2021-11-30"));
        Rate(activity, asOf: "2022-02-28").ShouldBe(Status.Partly);
        Rate(activity, asOf: "2022-03-01").ShouldBe(Status.NotAchieved);
    }

    [Fact]
    public void Without_grace_it_is_partly_on_the_day_itself_only()
    {
        var activity = new MeasuredActivity("a", ActivityState.Ongoing, Day("2021-12-31"));
        Rate(activity, grace: 0).ShouldBe(Status.Partly);
        Rate(activity, asOf: "2022-01-01", grace: 0).ShouldBe(Status.NotAchieved);
    }

    [Fact]
    public void Grace_beyond_the_calendar_has_no_end() =>
        Rate(new MeasuredActivity("a", ActivityState.Ongoing, Day("9950-12-31")), asOf: "9999-12-31", grace: 1200).ShouldBe(Status.Partly);

    private static Status Rate(MeasuredActivity activity, string asOf = "2021-12-31", string? horizon = null, int grace = 3) =>
        Assessor
            .Assess(
                new AssessmentCase(
                    Day(asOf),
                    TargetOnly with
                    {
                        ActivityGrace = grace,
                    },
                    Node("root", new TreeActivity("a")),
                    [],
                    [activity],
                    horizon: horizon is null ? null : Day(horizon)
                )
            )
            .Activities[0]
            .Effective;
}
