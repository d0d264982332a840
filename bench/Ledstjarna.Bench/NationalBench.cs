using System.Diagnostics;
using System.Globalization;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Assessment.National;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Bench;

/// <summary>All municipalities at once: a generated set of 200 indicators in a tree of four levels, 290 municipalities and 20 years, 15 % missing.</summary>
internal static class NationalBench
{
    private const int Municipalities = 290;
    private const int FirstYear = 2005;
    private const int Years = 20;
    private const int MissingPercent = 15;

    public static void Run()
    {
        Console.WriteLine(
            "(g) all of Sweden: indicators, in a tree of four levels, × 290 municipalities × years; statuses and reason codes kept"
        );
        Assess(Case(200, Years)); // to warm up
        foreach (var (indicators, years) in (ReadOnlySpan<(int, int)>)[(200, 20), (2000, 20), (200, 5), (200, 25)])
        {
            var @case = Case(indicators, years);
            foreach (var threads in (ReadOnlySpan<int>)[1, Environment.ProcessorCount])
            {
                var best = Enumerable.Range(0, 3).Min(_ => Assess(@case, threads));
                var cells = (double)indicators * Municipalities * years;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"    {indicators} × {Municipalities} × {years}, {threads} threads: {best:0.0} ms, {best * 1e6 / cells:0} ns an indicator assessment"
                    )
                );
            }
        }
    }

    /// <summary>The same set each time; the values are of the shape of real ones, whole tenths that often meet.</summary>
    public static NationalCase Case(int indicators, int years)
    {
        var random = new Random(1);
        var columns = new MunicipalityColumns(Enumerable.Range(1, Municipalities).Select(c => new MunicipalityCode($"{c:0000}")));
        var all = Enumerable.Range(0, indicators).Select(i => Indicator(random, i, columns, years)).ToList();
        var principle = new Principle(Lens.Target, Lens.Comparison, Lens.Trend)
        {
            Tolerance = 0.8,
            Carry = 1,
            Trend = new TrendRule { Relative = 0.02 },
        };
        var areas = all.Chunk(5)
            .Select((chunk, i) => new TreeNode($"area{i}", [.. chunk.Select(c => new TreeIndicator(c.Id))]) { Level = "area" })
            .ToList();
        var parts = areas.Chunk(4).Select((chunk, i) => new TreeNode($"part{i}", [.. chunk]) { Level = "part" });
        var goals = parts.Chunk(3).Select((chunk, i) => new TreeNode($"goal{i}", [.. chunk]) { Level = "goal" });
        return new NationalCase(FirstYear, years, principle, new TreeNode("all", [.. goals]), all);
    }

    private static double Assess(NationalCase @case, int threads = 0)
    {
        var clock = Stopwatch.GetTimestamp();
        NationalAssessor.Assess(@case, threads);
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }

    private static NationalIndicator Indicator(Random random, int i, MunicipalityColumns columns, int years)
    {
        var values = new double[years * columns.Count];
        for (var v = 0; v < values.Length; v++)
        {
            values[v] = random.Next(100) < MissingPercent ? double.NaN : random.Next(200, 1000) / 10.0;
        }

        var isHigher = i % 3 != 0;
        var level = random.Next(40, 80);
        var rules = new MeasuredIndicator(
            $"i{i}",
            isHigher ? Direction.Higher : Direction.Lower,
            12,
            ObservationSeries.Empty,
            i % 4 == 3 ? [] : [isHigher ? TargetLevel.AtLeast(level, level - 10) : TargetLevel.AtMost(level)]
        )
        {
            Lag = i % 2 * 6,
        };
        return new NationalIndicator(rules, new NationalFigures(columns, FirstYear, years, values));
    }
}
