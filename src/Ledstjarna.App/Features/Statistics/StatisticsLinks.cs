using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Addresses of the statistics' pages, for other features.</summary>
public static class StatisticsLinks
{
    /// <summary>The catalogue.</summary>
    public static string Find(Place place) => place.Url("nyckeltal");

    /// <summary>A key figure, for all municipalities.</summary>
    public static string KeyFigure(Place place, string code, string query = "") =>
        place.Url($"nyckeltal/{Uri.EscapeDataString(code)}", query);

    /// <summary>The form that lets an indicator take its figures from a key figure.</summary>
    public static string Bind(Place place, string code, string? indicator = null) =>
        place.Url($"nyckeltal/{Uri.EscapeDataString(code)}/knyt", indicator is null ? "" : $"indikator={Uri.EscapeDataString(indicator)}");

    /// <summary>What sources have changed.</summary>
    public static string Changes(Place place, DateOnly? since = null) =>
        place.Url("statistik", since is { } day ? $"sedan={Words.Swedish.Date(day)}" : "");

    /// <summary>What has been fetched.</summary>
    public static string Imports(Place place) => place.Url("statistik/hamtningar");

    /// <summary>Tables at SCB that key figures can be made of.</summary>
    public static string Scb(Place place, string query = "") => place.Url("statistik/scb", query);
}
