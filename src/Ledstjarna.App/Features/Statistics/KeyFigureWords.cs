using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Key figures in Swedish.</summary>
public static class KeyFigureWords
{
    /// <summary>What is computed from a source's values is one's own, and never the source's.</summary>
    public const string OwnProcessing = "Egen bearbetning";

    public static string Name(StatisticsSource source) =>
        source switch
        {
            StatisticsSource.Kolada => "Kolada",
            StatisticsSource.Scb => "SCB",
            _ => "Exempel",
        };

    /// <summary>As the source asks to be cited beside values that are shown as they are.</summary>
    public static string Cited(StatisticsSource source) =>
        source == StatisticsSource.Example ? "Källa: Exempel, påhittade värden" : $"Källa: {Name(source)}";

    public static string Name(Breakdown gender) =>
        gender switch
        {
            Breakdown.Women => "Kvinnor",
            Breakdown.Men => "Män",
            _ => "Alla",
        };

    /// <summary>"N15428, andel (%). Grundskola åk 0–9. Finns för kvinnor och män. Avslutat 2024."</summary>
    public static string Line(KeyFigure keyFigure)
    {
        var (facts, parts) = (keyFigure.Facts, keyFigure.Facts.Parts);
        return string.Join(
            " ",
            new[]
            {
                $"{keyFigure.Code}{(parts.Unit is { } unit ? $", {unit}" : "")}.",
                facts.OperatingArea is { } area ? $"{area}." : "",
                facts.IsDividedByGender ? "Finns för kvinnor och män." : "",
                parts.LastYear is { } year ? $"Avslutat {year}." : "",
            }.Where(t => t.Length > 0)
        );
    }
}
