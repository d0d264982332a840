using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Ambition;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>Addresses of ambition levels, for other features.</summary>
public static class AmbitionLinks
{
    public static string All(Place place) => $"/{place.Organisation.Slug}/nivaer";

    public static string Level(Place place, AmbitionLevelId level) => $"{All(place)}/{level.Value}";

    /// <summary>What differs, from an older level to a newer.</summary>
    public static string Compare(Place place, AmbitionLevel before, AmbitionLevel after, string ending = "") =>
        $"{Level(place, after.Id)}/jamfor/{before.Id.Value}{ending}";

    public static string Mirror(Place place, AmbitionLevelId level) => $"{Level(place, level)}/spegling";
}
