using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Goals;

/// <summary>Addresses of the goals' pages, for other features.</summary>
public static class GoalsLinks
{
    public static string Goal(Place place, string number) => place.Url($"mal/{Uri.EscapeDataString(number)}");

    public static string Tree(Visit visit) => visit.Url("maltrad");

    public static string Sheet(Place place) => $"/{place.Organisation.Slug}/malark";

    public static string Contributions(Visit visit) => visit.Url("bidrag");
}
