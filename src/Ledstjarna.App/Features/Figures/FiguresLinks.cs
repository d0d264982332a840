using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Figures;

/// <summary>Addresses of figures in and out, for other features.</summary>
public static class FiguresLinks
{
    public static string Enter(Place place, string? indicator = null) =>
        $"/{place.Organisation.Slug}/siffror" + (indicator is null ? "" : $"?indikator={Uri.EscapeDataString(indicator)}");

    public static string Enter(Place place, Unit? unit, Period period) =>
        $"/{place.Organisation.Slug}/siffror?period={period}" + (unit is null ? "" : $"&enhet={Uri.EscapeDataString(unit.Abbreviation)}");

    public static string File(Place place) => $"/{place.Organisation.Slug}/siffror/fil";

    internal static string File(Place place, UploadId upload) => $"{File(place)}/{upload.Value}";

    internal static string Columns(Place place, UploadId upload) => $"{File(place, upload)}/kolumner";

    /// <param name="place">Where.</param>
    /// <param name="forSpreadsheet">With an apostrophe before what a spreadsheet would run; the import takes the other.</param>
    public static string Export(Place place, bool forSpreadsheet = false) =>
        $"/{place.Organisation.Slug}/siffror.csv" + (forSpreadsheet ? "?form=kalkylark" : "");
}
