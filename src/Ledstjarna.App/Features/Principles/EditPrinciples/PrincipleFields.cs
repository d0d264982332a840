using System.Security.Cryptography;
using System.Text;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.App.Features.Principles;

/// <summary>A principle as a form. Shares of something are asked for in per cent, limits for the score as they are: 0 to 1.</summary>
internal static class PrincipleFields
{
    public static readonly IReadOnlyList<string> Lenses = ["lens1", "lens2", "lens3", "lens4"];

    private const string Points = "Uppfyllt ger 1, delvis ger 0,5 och ej uppfyllt ger 0.";

    public static IReadOnlyList<Field> All(IReadOnlyList<string> levels, FormValues values) =>
        [
            new("name", "Namn") { IsRequired = true, Hint = "Som ni kallar den, till exempel Vår princip 2027." },
            Lens(0, "Så bedöms en siffra") with
            {
                IsRequired = true,
                Hint = "En siffra som inte går att bedöma så, till exempel för att den saknar målvärde, bedöms av de sakkunniga.",
            },
            Number(
                "tolerance",
                "Gräns för ”delvis”, procent av målvärdet",
                "0 till 100. Används när målvärdet inte har en egen gräns. Tomt: den som inte når målvärdet är inte uppfylld."
            ) with
            {
                IsRequired = false,
            },
            Number(
                "minCoverage",
                "Så mycket måste vara känt, procent",
                "0 till 100. Kan det som saknas ändra färgen, och mindre än så här är känt, kan målet inte bedömas."
            ),
            Number(
                "greenAt",
                "Grönt från",
                $"0 till 1. {Points} Med medelvärde är det målets poäng, lägst 0,5; med andel den andel som måste vara uppfylld."
            ),
            Number(
                "yellowAt",
                "Gult från",
                "0 till 1. Med medelvärde målets poäng, högst 0,5; med andel den andel som måste vara minst delvis uppfylld."
            ),
            new("words", "Principen i ord", FieldKind.LongText)
            {
                IsRequired = true,
                MaxLength = 4000,
                Hint = "En halv sida för dem som ska besluta om den. Skriv om texten när du ändrar reglerna.",
            },
            new("sourceNote", "Varifrån den kommer") { IsRequired = true, MaxLength = 1000 },
            .. Advanced(
                "Fler sätt att bedöma en siffra",
                [
                    Lens(1, "Därefter"),
                    Lens(2, "Därefter"),
                    Lens(3, "Sist"),
                    new("combine", "När flera sätt går att använda", FieldKind.Choice)
                    {
                        IsRequired = true,
                        Options = Choices.Of<Combine>(ChoiceWords.Name),
                    },
                    Number("combineGreenAt", "Uppfylld från, när medelvärdet räknas", $"0,5 till 1. {Points}"),
                    Number("combineYellowAt", "Delvis från, när medelvärdet räknas", "0 till 0,5."),
                ]
            ),
            .. Advanced(
                "Gamla siffror och sena aktiviteter",
                [
                    Number(
                        "carry",
                        "Så länge får en gammal siffra användas, antal mätningar",
                        "0 eller mer. 1: en mätning för länge när den nya uteblir. 0: bara så länge den är aktuell. En indikator kan ha sin egen."
                    ),
                    new("activityGrace", "Sen aktivitet är ”delvis” i, månader", FieldKind.WholeNumber)
                    {
                        IsRequired = true,
                        Hint = "0 till 1200. En aktivitet som pågår men är senare än så är inte uppfylld.",
                    },
                ]
            ),
            .. Advanced(
                "Hur delarna vägs samman",
                [Method("method") with { IsRequired = true }, Cap("cap"), Near("near") with { IsRequired = true }]
            ),
            .. Advanced(
                "Trend",
                [
                    new("against", "Jämför med", FieldKind.Choice)
                    {
                        IsRequired = true,
                        Options = Choices.Of<TrendReference>(ChoiceWords.Name),
                    },
                    new("k", "Antal värden i medelvärdet", FieldKind.WholeNumber)
                    {
                        IsRequired = true,
                        Hint = "1 eller mer. Bara när trenden jämför med ett medelvärde.",
                    },
                    Number(
                        "relative",
                        "Minsta förändring som räknas, procent",
                        "0 eller mer, av det tidigare värdet. En mindre förändring är ”delvis”."
                    ),
                    Number(
                        "absolute",
                        "Minsta förändring som räknas, i indikatorns enhet",
                        "0 eller mer. Den största av de minsta förändringarna gäller."
                    ),
                    new("useMargin", "Förändringen måste vara större än felmarginalen", FieldKind.YesNo),
                ]
            ),
            .. Advanced(
                "Jämförelse med andra kommuner",
                [
                    Number("best", "Uppfylld bland de bästa, procent", "0 till 100. 25: den bästa fjärdedelen."),
                    Number("worst", "Ej uppfylld bland de sämsta, procent", "0 till 100."),
                    new("minGroup", "Minst så många andra med ett värde", FieldKind.WholeNumber)
                    {
                        IsRequired = true,
                        Hint = "0 eller mer. Färre än så: jämförelsen används inte.",
                    },
                ]
            ),
            .. Advanced(
                "Takt mot ett målvärde längre fram",
                [
                    Number("on", "Uppfylld från, procent av takten som krävs", "0 eller mer."),
                    Number("slow", "Delvis från, procent av takten som krävs", "0 eller mer."),
                    new("from", "Takten räknas från perioden")
                    {
                        MaxLength = 10,
                        Hint = "Till exempel 2020 eller 2022T1. Tomt: från det första värdet.",
                    },
                ]
            ),
            .. levels.SelectMany(l => Level(l, values)),
        ];

    /// <summary>A level's field: the name is made of the level's, whatever signs that has.</summary>
    public static string OfLevel(string level, string field) =>
        $"{field}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(level)))[..12]}";

    private static IEnumerable<Field> Level(string level, FormValues values)
    {
        var isGiven = values.Has(OfLevel(level, "method"));
        return Advanced(
            $"Egen regel för nivån {level}",
            [
                Method(OfLevel(level, "method")) with
                {
                    Hint = "Inget valt: nivån följer regeln ovan. Väljer du ett sätt fyller du i resten också.",
                },
                Number(OfLevel(level, "greenAt"), "Grönt från", "0 till 1, till exempel 0,75.") with
                {
                    IsRequired = isGiven,
                },
                Number(OfLevel(level, "yellowAt"), "Gult från", "0 till 1, till exempel 0,4.") with
                {
                    IsRequired = isGiven,
                },
                Number(OfLevel(level, "minCoverage"), "Så mycket måste vara känt, procent", "0 till 100, till exempel 50.") with
                {
                    IsRequired = isGiven,
                },
                Cap(OfLevel(level, "cap")),
                Near(OfLevel(level, "near")) with
                {
                    IsRequired = isGiven,
                },
            ]
        );
    }

    private static IEnumerable<Field> Advanced(string section, IEnumerable<Field> fields) =>
        fields.Select(f => f with { IsAdvanced = true, Section = section });

    private static Field Lens(int place, string label) =>
        new(Lenses[place], label, FieldKind.Choice) { Options = Choices.Of<Lens>(ChoiceWords.Name) };

    private static Field Method(string name) =>
        new(name, "Så vägs delarna samman", FieldKind.Choice) { Options = Choices.Of<RollUpMethod>(ChoiceWords.Name) };

    private static Field Cap(string name) => new(name, "En nyckeldel som inte är uppfylld håller målet på högst gult", FieldKind.YesNo);

    private static Field Near(string name) =>
        Number(name, "Nära en gräns, poäng", "0 till 1. Så nära en gräns sägs poängen ligga nära. Ändrar ingen färg.") with
        {
            IsRequired = false,
        };

    private static Field Number(string name, string label, string hint) =>
        new(name, label, FieldKind.Number) { IsRequired = true, Hint = hint };
}
