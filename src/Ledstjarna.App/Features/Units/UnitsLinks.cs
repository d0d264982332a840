using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Units;

/// <summary>Addresses of the units' pages, for other features.</summary>
public static class UnitsLinks
{
    public static string Unit(Place place, string abbreviation) => place.Url($"enhet/{Uri.EscapeDataString(abbreviation)}");

    public static string All(Visit visit) => visit.Url("enheter");
}
