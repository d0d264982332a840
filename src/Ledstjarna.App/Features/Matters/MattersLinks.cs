using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Matters;

namespace Ledstjarna.App.Features.Matters;

/// <summary>Addresses of matters, for other features.</summary>
public static class MattersLinks
{
    public static string All(Place place) => $"/{place.Organisation.Slug}/arenden";

    public static string Matter(Place place, MatterId matter) => $"{All(place)}/{matter.Value}";

    internal static string Documents(Place place, MatterId matter) => $"{Matter(place, matter)}/handlingar";

    internal static string Document(Place place, MatterDocument document) => $"{Documents(place, document.MatterId)}/{document.Id.Value}";
}
