using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Principles;

/// <summary>Addresses of the principles, for other features.</summary>
public static class PrinciplesLinks
{
    public static string All(Place place) => place.Url("principer");
}
