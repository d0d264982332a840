using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Domain.Tests.FollowUps;

namespace Ledstjarna.Domain.Tests.Ambition;

/// <summary>A tried level held against all municipalities, year by year.</summary>
public sealed class NationalTrialTests
{
    private static readonly MunicipalityColumns Columns = new(
        ((string[])["0114", "0180", "0662", "0665", "0680"]).Select(c => new MunicipalityCode(c))
    );

    private static readonly Indicator Known = Named("A", "N1");
    private static readonly Indicator Other = Named("B", "N2");
    private static readonly Indicator Own = Named("C", null);

    [Fact]
    public void Those_that_reach_the_level_and_the_goal_are_counted_each_year()
    {
        // A by year: 2020: 40 50 60 70 –, 2021: 50 50 50 – –, 2022: 80 20 – – –.
        var record = Record(
            ("N1", 2020, [40, 50, 60, 70, null]),
            ("N1", 2021, [50, 50, 50, null, null]),
            ("N1", 2022, [80, 20, null, null, null])
        );
        var trial = Try(record, TargetLevel.AtLeast(50))!;
        trial.Indicators.ShouldBe([Known]);
        trial.Municipalities.ShouldBe(5);
        trial.Years.Select(y => y.Year).ShouldBe([2020, 2021, 2022]);
        trial.Years.Select(y => y.Tried[0]).ShouldBe([new(3, 4), new(3, 3), new(1, 2)]);
        trial.Years.Select(y => y.GoalTried).ShouldBe([new(3, 4), new(3, 3), new(1, 2)]);
    }

    [Fact]
    public void The_level_in_force_stands_beside_and_is_not_moved_by_what_is_tried()
    {
        var record = Record(("N1", 2021, [40, 50, 60, 70, 80]), ("N2", 2021, [1, 1, 1, 1, 1]));
        record = record with { Targets = [Target(Known, TargetLevel.AtLeast(60)), Target(Other, TargetLevel.AtLeast(1))] };
        var situation = LevelTrial.On(record, new DateOnly(2022, 8, 31))!;
        foreach (var level in (double[])[45, 75, 60])
        {
            var year = situation.National(record.Goals[0], Tried(TargetLevel.AtLeast(level)))!.Years.Single(y => y.Year == 2021);
            year.InForce.ShouldBe([new(3, 5), new(5, 5)]);
            year.Tried.ShouldBe([new(new double[] { 40, 50, 60, 70, 80 }.Count(v => v >= level), 5), new(5, 5)]);
        }
    }

    [Fact]
    public void Each_municipality_is_assessed_as_if_the_goal_were_its_own()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var random = new Random(seed);
            (string, int, double?[])[] values =
            [
                .. ((string[])["N1", "N2"]).SelectMany(code =>
                    Enumerable
                        .Range(2019, 4)
                        .Select(year =>
                            (code, year, Columns.Codes.Select(_ => random.Next(4) == 0 ? null : (double?)random.Next(0, 10)).ToArray())
                        )
                ),
            ];
            var (a, b) = (TargetLevel.AtLeast(random.Next(1, 10), 1), TargetLevel.AtLeast(random.Next(0, 10)));
            var record = Record(values) with { Targets = [Target(Known, a), Target(Other, b)] };
            var trial = Try(record, a)!;
            foreach (var year in trial.Years)
            {
                var statuses = Columns.Codes.Select((_, column) => Alone(record, values, column, year.Year)).ToList();
                year.GoalTried.ShouldBe(
                    new NationalCount(statuses.Count(s => s == Status.Achieved), statuses.Count(s => s.IsRated())),
                    $"seed {seed}, {year.Year}"
                );
            }
        }
    }

    [Fact]
    public void Without_all_municipalities_figures_there_is_nothing_to_count() => Try(Record(), TargetLevel.AtLeast(1)).ShouldBeNull();

    /// <summary>One municipality's own record of the same figures.</summary>
    private static Status Alone(SteeringRecord record, (string Code, int Year, double?[] Values)[] values, int column, int year)
    {
        var own = record with
        {
            National = new Dictionary<string, NationalFigures>(),
            Indicators = [Known, Other],
            Measures = [.. record.Measures.Where(m => m.IndicatorId != Own.Id)],
            Observations =
            [
                .. values
                    .Where(v => v.Values[column] is not null)
                    .Select(v => Recorded.Value(v.Code == "N1" ? Known : Other, $"{v.Year}", v.Values[column]!.Value)),
            ],
        };
        return LevelTrial.On(own, new DateOnly(year, 12, 31))!.Of(own.Goals[0], LevelTrialNothing).Now.GoalTried;
    }

    private static readonly Dictionary<IndicatorId, TargetLevel> LevelTrialNothing = [];

    private static NationalTrial? Try(SteeringRecord record, TargetLevel level) =>
        LevelTrial.On(record, new DateOnly(2022, 8, 31))!.National(record.Goals[0], Tried(level));

    private static Dictionary<IndicatorId, TargetLevel> Tried(TargetLevel level) => new() { [Known.Id] = level };

    private static SteeringRecord Record(params (string Code, int Year, double?[] Values)[] values) =>
        Recorded.In(Known, Other, Own) with
        {
            National = values
                .GroupBy(v => v.Code)
                .ToDictionary(
                    g => g.Key,
                    g =>
                        NationalFigures.Of(
                            Columns,
                            g.SelectMany(v =>
                                v.Values.Select((value, i) => (v.Year, Columns.Codes[i], value))
                                    .Where(c => c.value is not null)
                                    .Select(c => (c.Year, c.Item2, c.value!.Value))
                            )
                        ),
                    StringComparer.Ordinal
                ),
        };

    private static Target Target(Indicator indicator, TargetLevel level) =>
        new(Recorded.Org, new TargetId(Guid.NewGuid()), indicator.Id, level, null, "planen");

    private static Indicator Named(string code, string? keyFigure) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new IndicatorId(Guid.NewGuid()),
            Code = code,
            Name = code,
            Unit = "%",
            Direction = Direction.Higher,
            CadenceMonths = 12,
            Quality = QualityKind.Actual,
            Source = "Källa",
            ComparisonCode = keyFigure,
        };
}
