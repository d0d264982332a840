using System.Globalization;
using System.Text;

namespace Ledstjarna.Bench;

/// <summary>Cases as JSON lines from a seed: trees of three levels, about seventy indicators of ten years with revisions and gaps, groups of others.</summary>
internal sealed class CaseGenerator(int seed)
{
    private readonly Random _random = new(seed);

    public string Next()
    {
        var text = new StringBuilder(16_000);
        text.Append(
            """{"asOf":"2021-12-31","knownAt":"2022-02-01","principle":{"lenses":["target","trend"],"tolerance":0.8,"carry":1,"activityGrace":3,"trend":{"relative":0.02,"useMargin":true},"rollUp":{"minCoverage":0.5},"levels":{"goal":{"greenAt":0.7,"minCoverage":0.6,"cap":true}}},"tree":{"id":"goal","level":"goal","children":["""
        );
        var count = 24;
        for (var area = 0; area < 6; area++)
        {
            text.Append(area == 0 ? "" : ",")
                .Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"id":"area{{area}}","level":"area","weight":{{_random.Next(1, 4)}},"children":["""
                );
            for (var i = area; i < count; i += 6)
            {
                text.Append(i == area ? "" : ",")
                    .Append(CultureInfo.InvariantCulture, $$"""{"indicator":"i{{i}}","weight":{{_random.Next(1, 3)}}}""");
            }

            text.Append("]}");
        }

        text.Append("""]},"indicators":[""");
        for (var i = 0; i < count; i++)
        {
            text.Append(i == 0 ? "" : ",");
            Indicator(text, i);
        }

        return text.Append("]}").ToString();
    }

    private void Indicator(StringBuilder text, int i)
    {
        text.Append(
            CultureInfo.InvariantCulture,
            $$"""{"id":"i{{i}}","direction":"higher","cadence":12,"targets":[{"from":"2021-01-13","atLeast":{{_random.Next(40, 90)}},"partlyAt":{{_random.Next(20, 40)}}}],"observations":["""
        );
        for (var year = 2012; year <= 2021; year++)
        {
            text.Append(year == 2012 ? "" : ",");
            if (_random.Next(100) < 15)
            {
                text.Append(CultureInfo.InvariantCulture, $$"""{"period":"{{year}}","missing":"delayed"}""");
            }
            else
            {
                text.Append(
                    CultureInfo.InvariantCulture,
                    $$"""{"period":"{{year}}","value":{{_random.Next(200, 1000) / 10.0}},"margin":{{_random.Next(10, 40) / 10.0}}}"""
                );
            }
        }

        text.Append("""],"group":{"2021":[""");
        for (var g = 0; g < 12; g++)
        {
            text.Append(g == 0 ? "" : ",").Append(CultureInfo.InvariantCulture, $"{_random.Next(200, 1000) / 10.0}");
        }

        text.Append("]}}");
    }
}
