using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>Every told change does what it says when it is made, and nothing smaller does.</summary>
public sealed class SmallestChangeTests
{
    /// <summary>More than comparisons give way by, less than any step between the numbers here.</summary>
    private const double Little = 1e-6;

    [Fact]
    public void A_told_value_flips_the_goal_and_one_just_short_of_it_does_not_have_the_status()
    {
        var told = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var (direction, target, figure, principle) = Made(seed);
            var result = Assess(direction, target, figure, principle);
            foreach (var change in Sensitivity.Of(result, result.Root).Where(c => c.Value is not null))
            {
                told++;
                var (value, away) = (change.Value!.Value, change.IsRise ? 1 : -1);
                var enough = change.IsBeyond ? value + (away * Little) : value;
                Assess(direction, target, enough, principle)
                    .Root.Layers.Computed.ShouldBe(change.NodeTo, $"seed {seed}: {target}, {figure}, {principle.Tolerance}, {change}");
                var nearly = change.IsBeyond ? value : value - (away * Little);
                Assess(direction, target, nearly, principle)
                    .Indicators[0]
                    .Layers.Computed.ShouldNotBe(change.To, $"seed {seed}: {target}, {figure}, {principle.Tolerance}, {change}");
            }
        }

        told.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void A_told_target_flips_the_goal_and_one_just_short_of_it_does_not_give_the_status()
    {
        var told = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var (direction, target, figure, principle) = Made(seed);
            var result = Assess(direction, target, figure, principle);
            foreach (var change in Sensitivity.OfTargets(result, Sensitivity.Of(result, result.Root)))
            {
                told++;
                var away = change.Limit.IsRaised ? 1 : -1;
                var enough = change.Limit.To + (change.Limit.IsBeyond ? away * Little : 0);
                if (Moved(target, change.Limit, enough) is not { } moved)
                {
                    continue; // past the other end of a range
                }

                Assess(direction, moved, figure, principle)
                    .Root.Layers.Computed.ShouldBe(change.NodeTo, $"seed {seed}: {target}, {figure}, {principle.Tolerance}, {change}");
                var nearer = change.Limit.IsBeyond ? change.Limit.To : change.Limit.To - (away * Little);
                Assess(direction, Moved(target, change.Limit, nearer)!, figure, principle)
                    .Indicators[0]
                    .Layers.Computed.ShouldNotBe(change.To, $"seed {seed}: {target}, {figure}, {principle.Tolerance}, {change}");
            }
        }

        told.ShouldBeGreaterThan(1000);
    }

    private static AssessmentResult Assess(Direction direction, TargetLevel target, double figure, Principle principle) =>
        Assessor.Assess(
            new AssessmentCase(
                AsOf,
                principle,
                Node("goal", new TreeIndicator("A")),
                [
                    new MeasuredIndicator(
                        "A",
                        direction,
                        12,
                        new ObservationSeries([Observation.OfValue(Period.Parse("2021"), figure)]),
                        [target]
                    ),
                ]
            )
        );

    private static (Direction Direction, TargetLevel Target, double Figure, Principle Principle) Made(int seed)
    {
        var random = new Random(seed);
        var limit = random.Next(-3, 12);
        double? gap = random.Next(2) == 0 ? null : random.Next(4);
        var (direction, target) = random.Next(3) switch
        {
            0 => (Direction.Higher, TargetLevel.AtLeast(limit, limit - gap)),
            1 => (Direction.Lower, TargetLevel.AtMost(limit, limit + gap)),
            _ => (Direction.Range, TargetLevel.Between(limit, limit + random.Next(5), limit - gap)),
        };
        var tolerance = random.Next(4) switch
        {
            0 => (double?)null,
            1 => 0,
            _ => 0.8,
        };
        return (direction, target, random.Next(-3, 14), TargetOnly with { Tolerance = tolerance });
    }

    private static TargetLevel? Moved(TargetLevel target, MovedLimit limit, double to) =>
        target.Kind switch
        {
            TargetKind.AtLeast => TargetLevel.AtLeast(to, to - (target.Low - target.PartlyLow)),
            TargetKind.AtMost => TargetLevel.AtMost(to, to + (target.PartlyHigh - target.High)),
            _ when (limit.IsLow && to > target.High) || (!limit.IsLow && to < target.Low) => null,
            _ when limit.IsLow => TargetLevel.Between(to, target.High, to - (target.Low - target.PartlyLow), target.PartlyHigh),
            _ => TargetLevel.Between(target.Low, to, target.PartlyLow, to + (target.PartlyHigh - target.High)),
        };
}
