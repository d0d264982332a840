using Ledstjarna.App.Words;
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

    /// <summary>"Ett av fyra mål är uppfyllt."</summary>
    public static string Headline(IReadOnlyList<GoalSummary> goals, Axis axis)
    {
        var achieved = goals.Count(g => g.Rating.Effective == Status.Achieved);
        var verb =
            axis == Axis.Forecast ? "bedöms uppfyllas"
            : achieved <= 1 ? "är uppfyllt"
            : "är uppfyllda";
        return $"{Swedish.Capital(Swedish.Count(achieved))} av {Swedish.Count(goals.Count)} mål {verb}.";
    }

    /// <summary>What the others are: "Två är delvis uppfyllda, ett är inte uppfyllt och ett kan inte bedömas."</summary>
    public static string TheOthers(IReadOnlyList<GoalSummary> goals, Axis axis)
    {
        var parts = new List<string>();
        Add(
            Status.Partly,
            axis == Axis.Forecast ? ("bedöms uppfyllas delvis", "bedöms uppfyllas delvis") : ("är delvis uppfyllt", "är delvis uppfyllda")
        );
        Add(
            Status.NotAchieved,
            axis == Axis.Forecast ? ("bedöms inte uppfyllas", "bedöms inte uppfyllas") : ("är inte uppfyllt", "är inte uppfyllda")
        );
        Add(Status.CannotBeAssessed, ("kan inte bedömas", "kan inte bedömas"));
        Add(Status.NotDue, ("är inte aktuellt i perioden", "är inte aktuella i perioden"));
        return parts.Count == 0 ? "" : $"{Swedish.Capital(Swedish.And(parts))}.";

        void Add(Status status, (string One, string Many) words)
        {
            var count = goals.Count(g => g.Rating.Effective == status);
            if (count > 0)
            {
                parts.Add($"{Swedish.Count(count)} {(count == 1 ? words.One : words.Many)}");
            }
        }
    }
}
