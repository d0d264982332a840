using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Compare;

/// <summary>Addresses of the comparison, for other features.</summary>
public static class CompareLinks
{
    public static string All(Place place) => place.Url("jamfor");

    public static string Municipality(Visit visit, string code) => visit.Url("jamfor", $"kommunkod={Uri.EscapeDataString(code)}");
}
