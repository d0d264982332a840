using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Overview;

/// <summary>A council goal in short: how it stands, what is expected, and what it was the last time.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Situation">The day.</param>
/// <param name="Previous">The follow-up before; null when there was none.</param>
public sealed record GoalSummary(Goal Goal, Situation Situation, Situation? Previous)
{
    /// <summary>How it stands on the axis that leads.</summary>
    public NodeRating Rating => Situation.Rating(Goal);

    /// <summary>What holds on the day.</summary>
    public NodeRating Outcome => Situation.Rating(Goal, Axis.Outcome);

    /// <summary>What is to be expected; null when there is no forecast.</summary>
    public NodeRating? Forecast => Situation.Forecast is null ? null : Situation.Rating(Goal, Axis.Forecast);

    /// <summary>The same axis in the follow-up before; null when there was none, or the goal was not there.</summary>
    public NodeRating? Before =>
        Previous?.FindGoal(Goal.Number) is { } same && Previous.On(Situation.LeadingAxis) is not null
            ? Previous.Rating(same, Situation.LeadingAxis)
            : null;

    public static IReadOnlyList<GoalSummary> Of(Situation situation, Situation? previous) =>
        [.. situation.TopGoals(GoalKind.Council).Select(g => new GoalSummary(g, situation, previous))];
}
