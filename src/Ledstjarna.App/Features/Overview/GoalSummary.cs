using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Overview;

/// <summary>A council goal in short: how it stands, what is expected, and what it was the last time.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Outcome">What holds on the day.</param>
/// <param name="Forecast">What is to be expected; null when there is no forecast.</param>
/// <param name="Before">Its outcome in the follow-up before; null when there was none, or the goal was not there.</param>
public sealed record GoalSummary(Goal Goal, NodeRating Outcome, NodeRating? Forecast, NodeRating? Before)
{
    public static IReadOnlyList<GoalSummary> Of(Situation situation, Situation? previous) =>
        [
            .. situation
                .TopGoals(GoalKind.Council)
                .Select(g => new GoalSummary(
                    g,
                    situation.Rating(g),
                    situation.Forecast is null ? null : situation.Rating(g, Axis.Forecast),
                    previous?.FindGoal(g.Number) is { } same ? previous.Rating(same) : null
                )),
        ];

    /// <summary>"Ett av fyra mål är uppfyllt."</summary>
    public static string Headline(IReadOnlyList<GoalSummary> goals, Axis axis)
    {
        var achieved = goals.Count(g => g.On(axis).Effective == Status.Achieved);
        var verb =
            axis == Axis.Forecast ? "bedöms uppfyllas"
            : achieved == 1 ? "är uppfyllt"
            : "är uppfyllda";
        return $"{Swedish.Capital(Swedish.Count(achieved))} av {Swedish.Count(goals.Count)} mål {verb}.";
    }

    /// <summary>What the others are: "Två är delvis uppfyllda, ett är inte uppfyllt och ett kan inte bedömas."</summary>
    public static string Lead(IReadOnlyList<GoalSummary> goals, Axis axis)
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
            var count = goals.Count(g => g.On(axis).Effective == status);
            if (count > 0)
            {
                parts.Add($"{Swedish.Count(count)} {(count == 1 ? words.One : words.Many)}");
            }
        }
    }

    /// <summary>The axis that leads on the day: interim reports lead with the forecast.</summary>
    public static Axis Lead(Situation situation) =>
        situation is { FollowUp.LeadsWithForecast: true, Forecast: not null } ? Axis.Forecast : Axis.Outcome;

    public NodeRating On(Axis axis) => axis == Axis.Forecast ? Forecast! : Outcome;
}
