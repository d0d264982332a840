using System.Diagnostics;
using System.Globalization;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Bench;

/// <summary>Indicator assessments per second in process, with all reasons and evidence, on one thread.</summary>
internal static class EngineBench
{
    public static void Run()
    {
        var random = new Random(1);
        var indicators = Enumerable.Range(0, 200).Select(i => Indicator(random, i)).ToList();
        var principle = new Principle(Lens.Target, Lens.Trend)
        {
            Tolerance = 0.8,
            Carry = 1,
            Trend = new TrendRule { Relative = 0.02, UseMargin = true },
        };
        var cases = Enumerable
            .Range(2012, 10)
            .Select(year => new AssessmentCase(new DateOnly(year, 12, 31), principle, new TreeNode("goal", []), indicators))
            .ToList();
        Console.WriteLine("(b) indicator assessments per second, one thread, with reasons (10 years of figures, 290 others)");
        for (var run = 1; run <= 5; run++)
        {
            var (clock, done, achieved) = (Stopwatch.StartNew(), 0L, 0L);
            while (clock.Elapsed.TotalSeconds < 2)
            {
                foreach (var c in cases)
                {
                    foreach (var indicator in indicators)
                    {
                        achieved += IndicatorAssessor.Rate(indicator, c).Effective == Status.Achieved ? 1 : 0;
                        done++;
                    }
                }
            }

            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"    run {run}: {done / clock.Elapsed.TotalSeconds / 1e6:0.00} million/s ({achieved * 100 / done} % achieved)"
                )
            );
        }
    }

    private static MeasuredIndicator Indicator(Random random, int i)
    {
        var observations = Enumerable
            .Range(2012, 10)
            .Select(y =>
                random.Next(100) < 15
                    ? Observation.OfMissing(Period.Of(PeriodKind.Year, y), MissingReason.Delayed)
                    : Observation.OfValue(Period.Of(PeriodKind.Year, y), random.Next(20, 100), 2)
            )
            .ToList();
        var group = Enumerable.Range(0, 290).Select(_ => (double)random.Next(20, 100)).ToArray();
        return new MeasuredIndicator(
            $"i{i}",
            Direction.Higher,
            12,
            new ObservationSeries(observations),
            [TargetLevel.AtLeast(random.Next(40, 80), 30), TargetLevel.AtLeast(90) with { Due = new DateOnly(2030, 12, 31) }],
            group: new ListedGroup([new(Period.Of(PeriodKind.Year, 2021), group)])
        );
    }
}
