using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.Domain.Principles;

/// <summary>A principle that ships with the product. The organisation picks one, and may copy and edit it.</summary>
/// <param name="Key">Short and stable.</param>
/// <param name="Name">As people call it.</param>
/// <param name="Words">Half a page for those who are to decide it; blank lines part the paragraphs.</param>
/// <param name="SourceNote">What it comes from.</param>
/// <param name="Rule">The rule itself.</param>
public sealed record ShippedPrinciple(string Key, string Name, string Words, string SourceNote, Principle Rule)
{
    /// <summary>The five, the default first.</summary>
    public static IReadOnlyList<ShippedPrinciple> All { get; } =
    [
        new(
            "gemensam",
            "Gemensam princip",
            """
            Varje siffra jämförs med sitt målvärde. Når den målvärdet är den uppfylld. Når den inte ända fram, men minst den gräns för ”delvis” som hör till målvärdet, är den delvis uppfylld. Saknas en sådan gräns räcker 80 procent av målvärdet för delvis. En siffra utan målvärde bedöms av de sakkunniga, med trend, jämförelse och takt som underlag.

            En aktivitet är uppfylld när den är klar. Är den sen men pågår är den delvis uppfylld i tre månader, sedan inte uppfylld.

            Delarna vägs samman till en poäng mellan 0 och 1: uppfyllt ger 1, delvis ger ett halvt och ej uppfyllt ger 0. Från 0,75 är målet uppfyllt, från 0,40 delvis uppfyllt.

            Det senaste värdet får användas en mätning för länge om det nya uteblir. Det som ändå saknas räknas aldrig som noll. Kan det som saknas inte ändra färgen gäller färgen som säker. Kan det ändra färgen krävs att minst hälften är känt; annars kan målet inte bedömas.
            """,
            "Produktens förval. Tröskelvärdena är valda för att vara lätta att förklara, och kan ändras.",
            new Principle(Lens.Target)
            {
                Name = "Gemensam princip",
                Tolerance = 0.8,
                Carry = 1,
                ActivityGrace = 3,
                RollUp = new RollUpRule { MinCoverage = 0.5 },
            }
        ),
        new(
            "malvarde-80",
            "Målvärde 80 procent",
            """
            Bara målvärdet räknas. En siffra som når målvärdet är uppfylld. Når den minst 80 procent av målvärdet är den delvis uppfylld, annars ej uppfylld. Egna gränser för delvis används om de finns.

            Delarna vägs samman till en poäng. Från 0,75 är målet uppfyllt, från 0,40 delvis uppfyllt. En aktivitet ska vara klar i tid för att vara uppfylld.

            Gamla värden används inte: det som inte är mätt i tid saknas. Principen är enkel men känslig när undersökningar uteblir.
            """,
            "Efter Vansbro kommuns modell 2019: grönt när målvärdet är nått, gult från 80 procent av det.",
            new Principle(Lens.Target) { Name = "Målvärde 80 procent", Tolerance = 0.8 }
        ),
        new(
            "kvartil",
            "Kvartil mot landet",
            """
            Varje siffra jämförs med andra kommuners för samma period. Den bästa fjärdedelen är uppfylld, den sämsta fjärdedelen ej uppfylld, och de däremellan delvis uppfyllda. Minst åtta andra kommuner måste ha ett värde.

            Principen säger hur kommunen står sig, inte om det är bra: halva landet kan vara på väg åt fel håll. Målvärden används inte, och siffror som andra inte har bedöms av de sakkunniga.
            """,
            "Efter Öppna jämförelser och Koladas färgsättning i fjärdedelar.",
            new Principle(Lens.Comparison) { Name = "Kvartil mot landet", Carry = 1 }
        ),
        new(
            "svagaste-lanken",
            "Svagaste länken",
            """
            Varje siffra jämförs med sitt målvärde. Ett delmål är vad dess svagaste siffra är, och ett mål vad dess svagaste delmål är. En enda röd siffra gör målet rött.

            Principen passar när inget får lämnas efter. Den är sträng: ju fler siffror ett mål har, desto svårare är det att nå. Saknas en siffra kan målet inte bli säkert grönt.
            """,
            "En försiktighetsprincip: en kedja är inte starkare än sin svagaste länk.",
            new Principle(Lens.Target)
            {
                Name = "Svagaste länken",
                Carry = 1,
                RollUp = new RollUpRule(RollUpMethod.Weakest),
            }
        ),
        new(
            "takt-2030",
            "Takt mot 2030",
            """
            Först prövas målvärdet. Är det inte dags att nå det ännu prövas takten: går förändringen så fort som krävs för att nå målvärdet i tid är siffran uppfylld, går den minst 60 procent så fort är den delvis uppfylld. Finns inget målvärde längre fram räknas trenden: bättre, oförändrat eller sämre än förra värdet.

            Ett delmål eller mål kräver att minst hälften är känt när det som saknas kan ändra färgen.

            Principen passar mål som ligger långt fram, som Agenda 2030, där frågan är om vi är på väg i tid.
            """,
            "Efter Eurostats uppföljning av Agenda 2030: takten hittills mot den takt som krävs.",
            new Principle(Lens.Target, Lens.Pace, Lens.Trend)
            {
                Name = "Takt mot 2030",
                Carry = 1,
                Trend = new TrendRule { Relative = 0.01 },
                RollUp = new RollUpRule { MinCoverage = 0.5 },
            }
        ),
    ];
}
