using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Assessment.National;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Principles;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Domain.Tests.Assessment.National;

/// <summary>All municipalities at once, against one at a time: cell for cell the same, reasons too.</summary>
public sealed class NationalAssessorTests
{
    private const int FirstYear = 2005;
    private const int Years = 16;

    public static TheoryData<string> Principles() =>
        [.. ShippedPrinciple.All.Select(p => p.Key).Concat(["all-first", "all-mean", "baseline", "capped"])];

    [Theory]
    [MemberData(nameof(Principles))]
    public void Every_cell_is_as_one_municipality_alone_would_have_it(string principle)
    {
        var @case = Generated(seed: principle.Length, PrincipleOf(principle));
        var all = NationalAssessor.Assess(@case, threads: 3);
        var (indicators, nodes, statuses) = (0, 0, new HashSet<(Status, ValueSource, MissingReason?, Lens?)>());
        for (var year = 0; year < Years; year++)
        {
            for (var column = 0; column < @case.Columns.Count; column++)
            {
                var one = Assessor.Assess(@case.Of(column, year));
                foreach (var rating in one.Indicators)
                {
                    var cell = all.Indicator(rating.Id, year)[column];
                    Cell(cell).ShouldBe(Cell(rating), $"{rating.Id} {FirstYear + year} {column}");
                    statuses.Add((cell.Computed, cell.Source, cell.Missing, cell.Lens));
                    indicators++;
                }

                foreach (var node in one.Nodes)
                {
                    var cell = all.Node(node.Node.Id, year)[column];
                    cell.ShouldBe(
                        new RolledUp(
                            node.Layers.Computed,
                            node.Score,
                            node.Coverage,
                            node.Carried,
                            node.Low,
                            node.High,
                            node.LowStatus,
                            node.HighStatus,
                            node.Near
                        ),
                        $"{node.Node.Id} {FirstYear + year} {column}"
                    );
                    nodes++;
                }
            }
        }

        indicators.ShouldBe(Years * 12 * 10);
        nodes.ShouldBe(Years * 12 * 7);
        statuses.Count.ShouldBeGreaterThan(6, "the set must hold more than the simple cases");
    }

    [Fact]
    public void The_answer_is_the_same_for_any_number_of_threads()
    {
        var @case = Generated(seed: 7, PrincipleOf("all-mean"));
        var one = NationalAssessor.Assess(@case, threads: 1);
        foreach (var threads in (int[])[2, 3, 8, 64])
        {
            var many = NationalAssessor.Assess(@case, threads);
            for (var year = 0; year < Years; year++)
            {
                many.Node("root", year).SequenceEqual(one.Node("root", year)).ShouldBeTrue();
                foreach (var indicator in @case.Indicators)
                {
                    many.Indicator(indicator.Id, year).SequenceEqual(one.Indicator(indicator.Id, year)).ShouldBeTrue();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Principles))]
    public void A_changed_target_gives_what_assessing_all_anew_gives(string principle)
    {
        var before = Generated(seed: 11, PrincipleOf(principle));
        var result = NationalAssessor.Assess(before);
        var kept = Nodes(result);
        // i4 and i7 stand in for others; i9 is below the root itself.
        foreach (var id in (string[])["i0", "i4", "i7", "i9"])
        {
            var rules = before.Indicators[before.PlaceOf(id)].Rules;
            foreach (var level in (double[])[-5, 12, 25, 100])
            {
                IReadOnlyList<TargetLevel> targets =
                [
                    rules.Direction switch
                    {
                        Direction.Higher => TargetLevel.AtLeast(level),
                        Direction.Lower => TargetLevel.AtMost(level),
                        _ => TargetLevel.Between(level - 3, level + 3),
                    },
                ];
                var changed = NationalAssessor.Change(result, id, targets);
                List<NationalIndicator> indicators =
                [
                    .. before.Indicators.Select(i => i.Id == id ? i with { Rules = rules.WithTargets(targets) } : i),
                ];
                var anew = NationalAssessor.Assess(new NationalCase(FirstYear, Years, before.Principle, before.Tree, indicators));
                Nodes(changed).ShouldBe(Nodes(anew), $"{id} {level}");
                for (var year = 0; year < Years; year++)
                {
                    foreach (var indicator in indicators)
                    {
                        changed.Indicator(indicator.Id, year).SequenceEqual(anew.Indicator(indicator.Id, year)).ShouldBeTrue();
                    }
                }
            }
        }

        Nodes(result).ShouldBe(kept, "what was before is left as it was");
    }

    private static List<RolledUp> Nodes(NationalResult result) =>
        [
            .. ((string[])["root", "left", "right", "area0", "area1", "area2", "area3"]).SelectMany(id =>
                Enumerable.Range(0, Years).SelectMany(year => result.Node(id, year).ToArray())
            ),
        ];

    [Fact]
    public void A_rating_takes_eight_bytes() => System.Runtime.CompilerServices.Unsafe.SizeOf<NationalRating>().ShouldBe(8);

    [Fact]
    public void An_activity_is_one_municipalitys_own_and_is_refused()
    {
        var columns = Columns(3);
        var figures = NationalFigures.OfYear(columns, 2020, []);
        var indicator = new NationalIndicator(new MeasuredIndicator("i", Direction.Higher, 12, ObservationSeries.Empty), figures);
        Should.Throw<DomainRuleException>(() =>
            new NationalCase(2020, 1, new Principle(Lens.Target), new TreeNode("root", [new TreeActivity("a")]), [indicator])
        );
    }

    private static (Status, ValueSource, MissingReason?, Lens?, int?, Status?, Status?, Status?, Status?) Cell(NationalRating r) =>
        (
            r.Computed,
            r.Source,
            r.Missing,
            r.Lens,
            r.Year,
            r.Evidence(Lens.Target),
            r.Evidence(Lens.Trend),
            r.Evidence(Lens.Comparison),
            r.Evidence(Lens.Pace)
        );

    private static (Status, ValueSource, MissingReason?, Lens?, int?, Status?, Status?, Status?, Status?) Cell(IndicatorRating r) =>
        (
            r.Layers.Computed,
            r.Source,
            r.Missing,
            r.Lens,
            r.Period?.Year,
            r.Evidence?.Of(Lens.Target),
            r.Evidence?.Of(Lens.Trend),
            r.Evidence?.Of(Lens.Comparison),
            r.Evidence?.Of(Lens.Pace)
        );

    private static Principle PrincipleOf(string key) =>
        key switch
        {
            "all-first" => new Principle(Lens.Pace, Lens.Comparison, Lens.Trend, Lens.Target) { Carry = 1 },
            "all-mean" => new Principle(Lens.Target, Lens.Trend, Lens.Comparison, Lens.Pace)
            {
                Combine = Combine.Mean,
                Carry = 2,
                Tolerance = 0.9,
            },
            "baseline" => new Principle(Lens.Trend, Lens.Target)
            {
                Trend = new TrendRule { Against = TrendReference.Baseline, Relative = 0.05 },
                RollUp = new RollUpRule(RollUpMethod.Share, 0.6, 0.5) { MinCoverage = 0.4 },
            },
            "capped" => new Principle(Lens.Target, Lens.Comparison)
            {
                Comparison = new ComparisonRule
                {
                    MinGroup = 3,
                    Best = 0.1,
                    Worst = 0.5,
                },
                RollUp = new RollUpRule { Cap = true, MinCoverage = 0.3 },
            },
            _ => ShippedPrinciple.All.Single(p => p.Key == key).Rule,
        };

    /// <summary>Twelve municipalities, ten indicators of every kind of target, with holes, breaks, substitutes and equal values.</summary>
    private static NationalCase Generated(int seed, Principle principle)
    {
        var random = new Random(seed);
        var columns = Columns(12);
        List<NationalIndicator> indicators = [.. Enumerable.Range(0, 10).Select(i => Indicator(random, i, columns))];
        List<TreePart> areas =
        [
            .. Enumerable
                .Range(0, 4)
                .Select(a => new TreeNode(
                    $"area{a}",
                    [
                        .. Enumerable
                            .Range(a * 2, 3)
                            .Select(i => new TreeIndicator($"i{i}") { Weight = 1 + random.Next(3), IsKey = random.Next(4) == 0 }),
                    ]
                )
                {
                    Weight = 1 + random.Next(2),
                }),
        ];
        var tree = new TreeNode("root", [new TreeNode("left", areas[..2]), new TreeNode("right", areas[2..]), new TreeIndicator("i9")]);
        return new NationalCase(FirstYear, Years, principle, tree, indicators);
    }

    private static NationalIndicator Indicator(Random random, int i, MunicipalityColumns columns)
    {
        // Figures begin before the first cut-off for some and end before the last for others.
        var (first, years) = (2002 + (i % 4), 11 + (i % 7));
        var values = new double[years * columns.Count];
        for (var v = 0; v < values.Length; v++)
        {
            values[v] = random.Next(100) < 25 ? double.NaN : random.Next(i % 3 == 0 ? -2 : 5, 40);
        }

        var direction =
            i % 5 == 4 ? Direction.Range
            : i % 2 == 0 ? Direction.Higher
            : Direction.Lower;
        return new NationalIndicator(
            new MeasuredIndicator(
                $"i{i}",
                direction,
                i % 3 == 2 ? 24 : 12,
                ObservationSeries.Empty,
                Targets(random, direction, i),
                i % 4 == 1 ? [new DateOnly(2009, 1, 1), new DateOnly(2013, 6, 1)] : []
            )
            {
                Lag = i % 2 * 6,
                Carry = i % 3 == 0 ? 1 : null,
                Substitute = i is 3 or 6 ? $"i{i + 1}" : null,
            },
            new NationalFigures(columns, first, years, values)
        );
    }

    private static IReadOnlyList<TargetLevel> Targets(Random random, Direction direction, int i)
    {
        var value = random.Next(10, 30);
        return (direction, i % 4) switch
        {
            (Direction.Range, _) => [TargetLevel.Between(value - 5, value + 5)],
            (_, 3) => [],
            (Direction.Higher, 2) => [TargetLevel.Improve(Period.Of(PeriodKind.Year, 2006))],
            (Direction.Higher, _) =>
            [
                TargetLevel.AtLeast(value, value - 3) with
                {
                    Due = new DateOnly(2010, 12, 31),
                },
                TargetLevel.AtLeast(value + 5) with
                {
                    Due = new DateOnly(2016, 12, 31),
                    MeanOf = i % 2 == 0 ? 3 : null,
                },
                TargetLevel.AtLeast(value + 8) with
                {
                    From = new DateOnly(2014, 3, 1),
                    Due = new DateOnly(2025, 12, 31),
                },
            ],
            _ => [TargetLevel.AtMost(value), TargetLevel.AtMost(value - 5) with { Due = new DateOnly(2018, 12, 31) }],
        };
    }

    private static MunicipalityColumns Columns(int count) => new(Enumerable.Range(1, count).Select(c => new MunicipalityCode($"{c:0000}")));
}
