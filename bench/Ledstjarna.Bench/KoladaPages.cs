using System.Globalization;
using System.Text;
using Ledstjarna.Integrations.Kolada;

namespace Ledstjarna.Bench;

/// <summary>Answers as Kolada gives them, of a generated set: key figures × 290 municipalities × 20 years × three genders, 15 % missing, which is absent.</summary>
internal static class KoladaPages
{
    public const int FirstYear = 2005;
    public const int Years = 20;
    private const int MissingPercent = 15;

    public static string Code(int keyFigure) => string.Create(CultureInfo.InvariantCulture, $"N9{keyFigure:0000}");

    /// <summary>The municipalities there are.</summary>
    public static List<string> Municipalities() =>
        [
            .. KoladaShipped
                .Catalogue()
                .Areas.Values.Where(a => a.Kind == Domain.Statistics.AreaKind.Municipality)
                .Select(a => a.Code)
                .Order(StringComparer.Ordinal),
        ];

    public static byte[] Catalogue(int keyFigures) =>
        Encoding.UTF8.GetBytes(
            $$"""{"values":[{{string.Join(',', Enumerable.Range(0, keyFigures).Select(k => $$"""{"id":"{{Code(k)}}","title":"Genererat nyckeltal {{k}}, andel (%)","description":"Genererat.","is_divided_by_gender":true,"municipality_type":"K","auspice":"X","operating_area":"Genererat","perspective":"Övrigt","prel_publication_date":null,"publication_date":null,"publ_period":"2025","has_ou_data":false}"""))}}],"next_url":null,"count":{{keyFigures}}}"""
        );

    /// <summary>One key figure's: fields in the order Kolada writes them.</summary>
    public static byte[] Page(int keyFigure, List<string> municipalities)
    {
        var random = new Random(keyFigure);
        var text = new StringBuilder(2_000_000).Append("{\"values\":[");
        foreach (var municipality in municipalities)
        {
            for (var year = FirstYear; year < FirstYear + Years; year++)
            {
                var before = text.Length;
                text.Append("{\"values\":[");
                var first = text.Length;
                foreach (var gender in "TKM")
                {
                    if (random.Next(100) >= MissingPercent)
                    {
                        text.Append(text.Length > first ? "," : "")
                            .Append(
                                CultureInfo.InvariantCulture,
                                $$"""{"gender":"{{gender}}","count":1,"status":"","value":{{random.Next(100_000, 1_000_000) / 10_000.0}},"isdeleted":false}"""
                            );
                    }
                }

                if (text.Length == first)
                {
                    text.Length = before;
                    continue;
                }

                text.Append(
                    CultureInfo.InvariantCulture,
                    $$"""],"kpi":"{{Code(keyFigure)}}","period":{{year}},"municipality":"{{municipality}}"},"""
                );
            }
        }

        text.Length--;
        return Encoding.UTF8.GetBytes(text.Append("],\"next_url\":null,\"previous_url\":null,\"count\":5800}").ToString());
    }
}
