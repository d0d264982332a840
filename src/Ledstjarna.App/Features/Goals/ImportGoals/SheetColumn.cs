namespace Ledstjarna.App.Features.Goals;

/// <summary>What a column of a goal sheet holds. Any order, and only the first two must be there.</summary>
public enum SheetColumn
{
    Kind,
    Name,
    Number,
    Wording,
    Unit,
    Contributes,
    Code,
    MeasuredIn,
    Direction,
    Quality,
    Source,
    Months,
    Comparison,
    Target,
    BasedOn,
    Decision,
    Due,
    Weight,
    Key,
}

internal static class SheetColumns
{
    /// <summary>As the columns are headed, with what to write in them.</summary>
    public static readonly IReadOnlyList<(SheetColumn Column, string Heading, string Help)> All =
    [
        (
            SheetColumn.Kind,
            "typ",
            "Mål, delmål, mätområde eller vad era nivåer heter, uppifrån. Annars nämndmål, internt mål, förtydligande, förväntan, strategi, indikator eller aktivitet."
        ),
        (SheetColumn.Name, "namn", "Målets korta namn, indikatorns namn, eller texten."),
        (SheetColumn.Number, "nummer", "Målets nummer: 4 eller 4.2. Tomt ger nästa lediga."),
        (SheetColumn.Wording, "formulering", "Målets beslutade ord."),
        (SheetColumn.Unit, "enhet", "Förkortningen på den enhet som ansvarar: SN."),
        (SheetColumn.Contributes, "bidrar till", "För nämndmål: fullmäktiges mål, 1, 3."),
        (SheetColumn.Code, "kod", "Indikatorns eller aktivitetens kod. Samma kod på fler ställen är samma mått."),
        (SheetColumn.MeasuredIn, "mäts i", "%, index, antal."),
        (SheetColumn.Direction, "riktning", "Högre, lägre eller inom, beroende på vad som är bättre."),
        (SheetColumn.Quality, "kvalitet", "Faktisk eller upplevd. Tomt är faktisk."),
        (SheetColumn.Source, "källa", "Vem som tar fram siffran. Tomt är egen uppgift."),
        (SheetColumn.Months, "månader", "Månader mellan mätningarna. Tomt är 12."),
        (SheetColumn.Comparison, "jämförelsetal", "Det jämförelsetal för alla kommuner som indikatorn är samma sak som."),
        (SheetColumn.Target, "målvärde", "Minst 65, högst 10, 40–60 eller bättre."),
        (SheetColumn.BasedOn, "bygger på", "Vad sakkunnigas målvärde bygger på."),
        (SheetColumn.Decision, "beslut", "KF 2020-06-22 § 63. Gör målvärdet politiskt."),
        (SheetColumn.Due, "klart", "Aktivitetens sista dag: 2026-12-31."),
        (SheetColumn.Weight, "vikt", "Tomt är 1."),
        (SheetColumn.Key, "nyckel", "Ja för det som drar ner det som ligger över."),
    ];
}
