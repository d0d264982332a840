using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Indicators;

/// <summary>Addresses of the indicators' pages, for other features.</summary>
public static class IndicatorsLinks
{
    public static string Indicator(Place place, string code) => place.Url($"indikator/{Uri.EscapeDataString(code)}");

    public static string All(Visit visit) => visit.Url("indikatorer");
}
