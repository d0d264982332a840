using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Figures;

/// <summary>Addresses of figures in and out, for other features.</summary>
public static class FiguresLinks
{
    public static string Enter(Place place, string? indicator = null) =>
        $"/{place.Organisation.Slug}/siffror" + (indicator is null ? "" : $"?indikator={Uri.EscapeDataString(indicator)}");

    public static string File(Place place) => $"/{place.Organisation.Slug}/siffror/fil";

    /// <param name="place">Where.</param>
    /// <param name="forSpreadsheet">With an apostrophe before what a spreadsheet would run; the import takes the other.</param>
    public static string Export(Place place, bool forSpreadsheet = false) =>
        $"/{place.Organisation.Slug}/siffror.csv" + (forSpreadsheet ? "?form=kalkylark" : "");
}
