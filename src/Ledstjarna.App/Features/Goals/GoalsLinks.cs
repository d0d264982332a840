using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;

namespace Ledstjarna.App.Features.Goals;

/// <summary>Addresses of the goals' pages, for other features.</summary>
public static class GoalsLinks
{
    public static string Goal(Place place, string number) => place.Url($"mal/{Uri.EscapeDataString(number)}");

    public static string Tree(Visit visit) => visit.Url("maltrad");

    public static string Sheet(Place place) => $"/{place.Organisation.Slug}/malark";

    /// <summary>The tree to work in.</summary>
    /// <param name="place">Where.</param>
    /// <param name="structure">Which structure's.</param>
    /// <param name="moved">The goal that was just moved, to be shown.</param>
    internal static string Order(Place place, Domain.Goals.GoalStructure structure, GoalId? moved = null) =>
        Order(place, structure.Id) + (moved is { } goal ? $"?flyttat={goal.Value}#{Anchor(goal)}" : "");

    internal static string Order(Place place, GoalStructureId structure) => $"/{place.Organisation.Slug}/{OrderPath(structure)}";

    internal static string OrderPath(GoalStructureId structure) => $"arbeta/trad/{structure.Value}";

    internal static string Anchor(GoalId goal) => $"m-{goal.Value}";

    internal static string Move(Place place, Domain.Goals.GoalStructure structure, GoalId goal) =>
        $"{Order(place, structure)}/flytta/{goal.Value}";

    internal static string Copy(Place place, GoalStructureId structure) => $"{Order(place, structure)}/kopiera";

    public static string Contributions(Place place) => place.Url("bidrag");
}
