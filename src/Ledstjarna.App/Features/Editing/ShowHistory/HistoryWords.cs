using System.Globalization;
using Ledstjarna.Domain.History;

namespace Ledstjarna.App.Features.Editing;

/// <summary>The log of changes in words.</summary>
internal static class HistoryWords
{
    private static readonly TimeZoneInfo Sweden = TimeZoneInfo.FindSystemTimeZoneById("Europe/Stockholm");

    /// <summary>2026-11-21 14.32, Swedish time.</summary>
    public static string When(DateTime utc) =>
        TimeZoneInfo
            .ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Sweden)
            .ToString("yyyy-MM-dd HH.mm", CultureInfo.InvariantCulture);

    public static string Name(ChangeKind kind) =>
        kind switch
        {
            ChangeKind.Created => "lade till",
            ChangeKind.Changed => "ändrade",
            ChangeKind.Ended => "avslutade",
            ChangeKind.Removed => "tog bort",
            ChangeKind.Undone => "ångrade en ändring av",
            _ => "läste in",
        };

    public static string Text(string? stored, string? shown) => shown ?? stored ?? "–";
}
