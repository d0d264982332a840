using Ledstjarna.Integrations.Http;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Why a source's answer could not be used, in Swedish: what is wrong and what to do.</summary>
public static class SourceWords
{
    public static string Sentence(SourceException e) =>
        e.Fault == SourceFault.NotThere
            ? $"Tabellen {Short(e.Address)} finns inte, eller har inte längre det som valts. Sök en annan tabell."
            : $"{What(e)} Svaret som inte gick att använda: {Short(e.Address)}. Inget av hämtningen är inläst.";

    private static string What(SourceException e) =>
        e.Fault switch
        {
            SourceFault.Unreachable => "Källan går inte att nå. Kontrollera nätet eller sökvägen och försök igen om en stund.",
            SourceFault.TooSlow => "Källan svarade inte i tid. Försök igen om en stund.",
            SourceFault.TooManyRequests => "Källan ber oss vänta. Försök igen om en timme.",
            SourceFault.TooManyCells => "Urvalet ger fler värden än källan lämnar ut på en gång. Välj färre år eller delar.",
            SourceFault.TooLarge => "Svaret är större än vi tar emot. Dela upp det i mindre delar.",
            SourceFault.Elsewhere =>
                "Källan hänvisar till en annan plats, och dit går vi inte. Kontrollera källans adress i inställningarna.",
            SourceFault.PrivateAddress =>
                "Källans adress leder in i ett internt nät, och dit går vi inte. Kontrollera adressen i inställningarna.",
            SourceFault.EndlessPages => "Källans sidor leder runt i cirkel. Försök igen senare; håller det i sig, hör av er till källan.",
            SourceFault.Refused => $"Källan sade nej ({Short(e.Detail ?? "")}). Försök igen senare.",
            _ => "Svaret går inte att läsa: det är inte skrivet så som källan brukar. Försök igen; är det en fil, spara den på nytt.",
        };

    private static string Short(string text) => text.Length > 160 ? text[..160] + "…" : text;
}
