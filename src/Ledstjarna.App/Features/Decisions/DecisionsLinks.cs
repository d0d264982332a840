using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>Addresses of decisions and assignments, for other features.</summary>
public static class DecisionsLinks
{
    public static string All(Place place) => $"/{place.Organisation.Slug}/beslut";

    public static string Assignments(Place place) => $"/{place.Organisation.Slug}/uppdrag";

    public static string Meeting(Place place) => $"/{place.Organisation.Slug}/arbeta/sammantrade";
}
