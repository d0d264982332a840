using Ledstjarna.App.Words;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Imports of statistics in Swedish.</summary>
public static class ImportWords
{
    public static string Name(ImportState state) =>
        state switch
        {
            ImportState.Running => "Pågår",
            ImportState.Done => "Inläst",
            ImportState.Stopped => "Stoppad",
            _ => "Misslyckades",
        };

    public static string Name(ImportKind kind) =>
        kind switch
        {
            ImportKind.Shipped => "följde med programmet",
            ImportKind.Folder => "sparade svar",
            ImportKind.Full => "allt",
            _ => "det som ändrats",
        };

    public static string What(StatisticsImport import) =>
        import.Kind == ImportKind.Folder ? "Sparade svar"
        : import.KeyFigures.Count == 0 ? $"Katalogen, {Name(import.Kind)}"
        : import.KeyFigures.Count == 1 ? $"Nyckeltalet {import.KeyFigures[0]}, {Name(import.Kind)}"
        : $"{Swedish.Number(import.KeyFigures.Count)} nyckeltal, {Name(import.Kind)}";

    public static string Changes(StatisticsImport import) =>
        import is { Added: 0, Revised: 0, Withdrawn: 0 }
            ? "inga värden ändrade"
            : $"{Swedish.Number(import.Added)} nya värden, {Swedish.Number(import.Revised)} ändrade, {Swedish.Number(import.Withdrawn)} borttagna";

    public static string Sentence(StatisticsImport import) => $"{What(import)}: {Changes(import)}.";

    public static string LeftOut(int rows) =>
        $"{Swedish.Number(rows)} rader lästes inte in: deras nyckeltal eller område finns inte i katalogen (medelvärden för grupper räknas här i stället).";
}
