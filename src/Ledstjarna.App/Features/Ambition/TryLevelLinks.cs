using System.Globalization;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>Addresses of the page where levels are tried, for other features. An address holds the whole trial and can be shared.</summary>
public static class TryLevelLinks
{
    internal const string PagePath = "prova";
    internal const string AnswerPath = "prova/svar";

    /// <summary>The page.</summary>
    /// <param name="place">Where, and on which day.</param>
    /// <param name="goal">The goal's number. Null: the first that the indicator counts in.</param>
    /// <param name="indicator">The indicator's code. Null: one of the goal's.</param>
    /// <param name="level">The level to try. Null: the one in force.</param>
    /// <param name="draft">The draft that is worked on, kept in all that the page leads to.</param>
    public static string Try(Place place, string? goal = null, string? indicator = null, TargetLevel? level = null, string? draft = null) =>
        Page(place, [("mal", goal), ("indikator", indicator), .. Level(level), ("nast", Day(level?.Due)), ("utkast", draft)]);

    /// <summary>The page, with what is given; what is blank is left out.</summary>
    internal static string Page(Place place, IEnumerable<(string Name, string? Value)> query) => place.Url(PagePath, Query(query));

    /// <summary>A number as addresses hold it; read back it is the same to 15 digits.</summary>
    internal static string Number(double value) =>
        ((decimal)value).ToString("0.############################", CultureInfo.InvariantCulture);

    private static IEnumerable<(string, string?)> Level(TargetLevel? level) =>
        level switch
        {
            null or { Kind: TargetKind.Improve } => [],
            { Kind: TargetKind.Between } =>
            [
                ("niva", Number(level.Low)),
                ("till", Number(level.High)),
                ("delvis", Optional(level.PartlyLow)),
                ("delvistill", Optional(level.PartlyHigh)),
            ],
            _ => [("niva", Number(level.Value)), ("delvis", Optional(level.PartlyValue))],
        };

    /// <summary>A day as addresses hold it.</summary>
    internal static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Optional(double? value) => value is { } v ? Number(v) : null;

    private static string Query(IEnumerable<(string Name, string? Value)> parts) =>
        string.Join('&', parts.Where(p => !string.IsNullOrEmpty(p.Value)).Select(p => $"{p.Name}={Uri.EscapeDataString(p.Value!)}"));
}
