using Ledstjarna.Integrations.Files;

namespace Ledstjarna.App.Features.Goals;

/// <summary>Four goals to begin from, made for no municipality in particular. Their indicators are those that all municipalities are compared by.</summary>
internal static class SheetExample
{
    public const string Name = "Mål för hållbar utveckling";

    private static readonly string[][] Goals =
    [
        ["mål", "1", "Goda livsvillkor", "Alla som bor här har det de behöver för ett gott liv."],
        ["förtydligande", "", "Alla barn växer upp i trygghet", ""],
        ["delmål", "1.1", "Trygga hem", ""],
        ["mätområde", "1.1.1", "Ekonomisk trygghet", ""],
        ["indikator", "", "Invånare med låg ekonomisk standard", "", "lag_ekstand", "%", "lägre"],
        ["indikator", "", "Invånare med ekonomiskt bistånd", "", "ekbistand", "%", "lägre"],
        ["mätområde", "1.1.2", "Boende", ""],
        ["indikator", "", "Trångboddhet", "", "trangbodd", "%", "lägre"],
        ["mål", "2", "Arbete åt fler", "Den som kan arbeta har ett arbete."],
        ["delmål", "2.1", "Sysselsättning", ""],
        ["mätområde", "2.1.1", "Arbete", ""],
        ["indikator", "", "Sysselsättningsgrad", "", "syssgrad", "%", "högre"],
        ["indikator", "", "Arbetslöshet", "", "arbloshet", "%", "lägre"],
        ["indikator", "", "Långtidsarbetslöshet", "", "langtidsarbl", "%", "lägre"],
        ["mål", "3", "Trygga platser", "Det är tryggt att vistas i kommunens alla delar."],
        ["delmål", "3.1", "Trygghet ute", ""],
        ["mätområde", "3.1.1", "Brott", ""],
        ["indikator", "", "Anmälda brott", "", "brott", "per 100 000 invånare", "lägre"],
        ["mål", "4", "Delaktighet", "Invånarna är med och påverkar."],
        ["delmål", "4.1", "Demokrati", ""],
        ["mätområde", "4.1.1", "Valdeltagande", ""],
        ["indikator", "", "Valdeltagande", "", "valdeltagande", "%", "högre"],
    ];

    /// <summary>As it stands in the box.</summary>
    public static string Text =>
        string.Join(
            '\n',
            Goals
                .Select(Row)
                .Prepend(string.Join('\t', "typ", "nummer", "namn", "formulering", "kod", "mäts i", "riktning", "jämförelsetal", "källa"))
        );

    private static string Row(string[] cells) =>
        cells is [var kind, var number, var name, var wording, var code, var unit, var direction]
            ? string.Join('\t', kind, number, name, wording, code, unit, direction, code, "Sammanställning 2026")
            : string.Join('\t', cells);

    /// <summary>A sheet as text that can be mended in the box.</summary>
    public static string TextOf(Table table) =>
        string.Join(
            '\n',
            table.Rows.Select(r =>
                string.Join('\t', Enumerable.Range(0, r.Count).Select(i => r[i].ReplaceLineEndings(" ").Replace('\t', ' ')))
            )
        );
}
