using Ledstjarna.Domain.History;

namespace Ledstjarna.App.Features.Editing;

/// <summary>The log of changes in words.</summary>
internal static class HistoryWords
{
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
