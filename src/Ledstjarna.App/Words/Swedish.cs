using System.Globalization;

namespace Ledstjarna.App.Words;

/// <summary>How numbers, dates and lists are written in Swedish: 1 234,5 · 2022-08-31 · § 173.</summary>
public static class Swedish
{
    /// <summary>Keeps two words on one line.</summary>
    public const char NoBreak = '\u00a0';

    public static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("sv-SE");

    /// <summary>Å, ä and ö last.</summary>
    public static readonly StringComparer Order = StringComparer.Create(Culture, ignoreCase: true);

    private static readonly TimeZoneInfo Sweden = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    private static readonly string[] Small =
    [
        "inget",
        "ett",
        "två",
        "tre",
        "fyra",
        "fem",
        "sex",
        "sju",
        "åtta",
        "nio",
        "tio",
        "elva",
        "tolv",
    ];

    public static string Number(double value, int decimals = 0) => value.ToString($"N{decimals}", Culture);

    /// <summary>A score or a share of one, with two decimals: 0,67.</summary>
    public static string Score(double value) => value.ToString("0.00", Culture);

    public static string Percent(double share) => $"{Number(share * 100)}{NoBreak}procent";

    /// <summary>A figure with its unit, where the unit is short enough to stand beside it.</summary>
    public static string Figure(double value, int decimals, string unit) =>
        unit switch
        {
            "%" => $"{Number(value, decimals)}{NoBreak}%",
            "" or "index" or "plats" or "antal" => Number(value, decimals),
            _ => $"{Number(value, decimals)}{NoBreak}{unit}",
        };

    /// <summary>2022-08-31</summary>
    public static string Date(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>2026-11-21 14.32, Swedish time.</summary>
    public static string When(DateTime utc) =>
        TimeZoneInfo
            .ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Sweden)
            .ToString("yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture);

    /// <summary>31 augusti 2022</summary>
    public static string LongDate(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>maj 2023</summary>
    public static string Month(DateOnly date) => date.ToString("MMMM yyyy", Culture);

    /// <summary>Small numbers in words, in the neuter: "ett mål".</summary>
    public static string Count(int count) => count < Small.Length ? Small[count] : Number(count);

    /// <summary>Small numbers in words, in the common gender: "en siffra".</summary>
    public static string CountCommon(int count) =>
        count switch
        {
            0 => "ingen",
            1 => "en",
            _ => Count(count),
        };

    /// <summary>"a", "a och b", "a, b och c"</summary>
    public static string And(IReadOnlyList<string> parts) => Joined(parts, "och");

    public static string Or(IReadOnlyList<string> parts) => Joined(parts, "eller");

    public static string Capital(string text) => text.Length == 0 ? text : string.Concat(text[..1].ToUpper(Culture), text.AsSpan(1));

    private static string Joined(IReadOnlyList<string> parts, string word) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.SkipLast(1))} {word} {parts[^1]}";
}
