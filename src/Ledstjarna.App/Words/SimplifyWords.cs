using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Years;

namespace Ledstjarna.App.Words;

/// <summary>Why an indicator could be asked about, and what ending it would do, in sentences.</summary>
public static class SimplifyWords
{
    /// <summary>What kind of reason it is, in a word or two.</summary>
    public static string Kind(Finding finding) =>
        finding switch
        {
            NotUpdated { Last: null } => "Har aldrig haft ett värde",
            NotUpdated => "Ingen uppdaterar den",
            NotOwned => "Ingen följer upp den",
            ChangedNothing => "Ändrar ingenting",
            _ => "Nästan samma som en annan",
        };

    public static string Why(SteeringRecord record, Finding finding) =>
        finding switch
        {
            NotUpdated { Last: null, Months: 0 } => "Det finns inget värde, och inget sägs om när den började räknas.",
            NotUpdated { Last: null } n =>
                $"Den har räknats med i {Months(n.Months)} utan att få ett värde. En siffra borde ha kommit inom {Months(n.Normal)}.",
            NotUpdated n =>
                $"Den senaste siffran är för {n.Last}, och sedan dess har det gått {Months(n.Months)}. En ny brukar komma inom {Months(n.Normal)}.",
            NotOwned { Former: { } former } =>
                $"{record.Units.FirstOrDefault(u => u.Id == former)?.Name ?? "Enheten"} som följde upp den finns inte längre.",
            NotOwned => "Ingen enhet är utsedd att följa upp den.",
            ChangedNothing c =>
                $"I de {Swedish.Count(c.FollowUps)} senaste uppföljningarna, sedan {Swedish.LongDate(c.Since)}, har den haft samma status ({StatusWords.Lower(c.Status)}) fast nya siffror har kommit, och inget mål hade fått en annan färg utan den.",
            Repeats { Correlation: { } c } r =>
                $"Den följer ”{r.Other.Name}” {(c.Coefficient < 0 ? "åt motsatt håll " : "")}nästan exakt: {Swedish.Number(c.Periods)} gemensamma perioder, samvariation {Swedish.Score(c.Coefficient)} av 1.",
            Repeats r => $"”{r.Other.Name}” är samma siffra i den nationella jämförelsen.",
            _ => "",
        };

    /// <summary>What ending it would do to the goals on the day.</summary>
    public static string Effect(Simplifiable found) =>
        found.Turned.Count == 0
            ? "Ingen färg ändras om den avslutas."
            : $"Om den avslutas blir {Swedish.And([.. found.Turned.Select(Turned)])}.";

    /// <summary>"Tolv av 34 indikatorer är värda en fråga."</summary>
    public static string Headline(Simplification found) =>
        found.Indicators.Count == 0
            ? "Ingen indikator ger anledning att fråga"
            : $"{Swedish.Capital(Swedish.CountCommon(found.Indicators.Count))} av {Swedish.Number(found.Count)} indikatorer är {(found.Indicators.Count == 1 ? "värd" : "värda")} en fråga";

    /// <summary>The reason that the change log keeps.</summary>
    public static string Reason(Simplifiable found) =>
        $"Förenkling: {string.Join(", ", found.Findings.Select(f => Kind(f).ToLower(Swedish.Culture)).Distinct())}.";

    /// <summary>"mål 4 gult i stället för grönt"</summary>
    private static string Turned(GoalWithout goal) =>
        $"mål {goal.Goal.Number} {StatusWords.Colour(goal.After.Layers.Computed)} i stället för {StatusWords.Colour(goal.Before.Layers.Computed)}";

    /// <summary>"13 månader", "2 år", "5 år och 11 månader"</summary>
    private static string Months(double months)
    {
        var years = months < 24 ? 0 : (int)(months / 12);
        var left = months - (12 * years);
        var rest = $"{Swedish.Number(left, left % 1 == 0 ? 0 : 1)} {(left is 1 ? "månad" : "månader")}";
        return years == 0 ? rest
            : left == 0 ? $"{Swedish.Number(years)} år"
            : $"{Swedish.Number(years)} år och {rest}";
    }
}
