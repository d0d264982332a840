using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Domain.Tests.FollowUps;

namespace Ledstjarna.Domain.Tests.Ambition;

/// <summary>How many municipalities would reach a level.</summary>
public sealed class LevelReachTests
{
    [Fact]
    public void Those_that_reach_it_are_counted_in_the_country_the_county_and_among_the_chosen()
    {
        var reach = Of(TargetLevel.AtLeast(50), ("0665", 40), ("0662", 50), ("0680", 49.999), ("0180", 60));
        reach.Country.ShouldBe(new Reach(2, 4, 5));
        reach.County.ShouldBe(new Reach(1, 3, 3));
        reach.Chosen.ShouldBe(new Reach(1, 1, 2));
        (reach.Own, reach.Ranking!.Place, reach.Ranking.Of, reach.BestQuarter).ShouldBe((40, 4, 4, 60));
    }

    [Fact]
    public void Without_a_value_of_ones_own_the_others_are_still_told()
    {
        var reach = Of(TargetLevel.AtMost(50), ("0662", 50), ("0180", 60));
        (reach.Own, reach.Ranking, reach.BestQuarter).ShouldBe((null, null, 50));
        reach.Country.ShouldBe(new Reach(1, 2, 5));
    }

    [Fact]
    public void In_a_range_there_is_no_best_quarter()
    {
        var reach = Of(TargetLevel.Between(45, 55), ("0665", 40), ("0662", 50), ("0180", 60));
        (reach.Country.Reaching, reach.Own, reach.Ranking, reach.BestQuarter).ShouldBe((1, 40, null, null));
    }

    [Fact]
    public void A_direction_alone_and_a_figure_of_ones_own_have_no_reach()
    {
        var indicator = Indicator(Direction.Higher);
        LevelReach.Of(Record(indicator, ("0665", 40)), indicator, TargetLevel.Improve()).ShouldBeNull();
        LevelReach.Of(Record(indicator), indicator, TargetLevel.AtLeast(1)).ShouldBeNull();
        LevelReach.Of(Record(indicator, ("0665", 40)), Recorded.Indicator("OWN"), TargetLevel.AtLeast(1)).ShouldBeNull();
    }

    [Fact]
    public void A_higher_bar_is_never_reached_by_more()
    {
        string[] codes = ["0665", "0662", "0680", "0180", "0184"];
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            (string, double)[] values = [.. codes.Where(_ => random.Next(5) > 0).Select(c => (c, (double)random.Next(0, 20)))];
            if (values.Length == 0)
            {
                continue;
            }

            var (limit, more) = (random.Next(0, 20), random.Next(0, 5));
            Reaching(TargetLevel.AtLeast(limit + more)).ShouldBeLessThanOrEqualTo(Reaching(TargetLevel.AtLeast(limit)), $"seed {seed}");
            Reaching(TargetLevel.AtMost(limit)).ShouldBeLessThanOrEqualTo(Reaching(TargetLevel.AtMost(limit + more)), $"seed {seed}");
            Reaching(TargetLevel.AtLeast(limit)).ShouldBe(values.Count(v => v.Item2 >= limit));

            int Reaching(TargetLevel level) => Of(level, values).Country.Reaching;
        }
    }

    private static LevelReach Of(TargetLevel level, params (string Code, double Value)[] values)
    {
        var indicator = Indicator(
            level.Kind switch
            {
                TargetKind.AtLeast => Direction.Higher,
                TargetKind.AtMost => Direction.Lower,
                _ => Direction.Range,
            }
        );
        return LevelReach.Of(Record(indicator, values), indicator, level)!;
    }

    private static SteeringRecord Record(Indicator indicator, params (string Code, double Value)[] values)
    {
        var record = Recorded.In();
        return record with
        {
            Organisation = new Organisation
            {
                OrganisationId = Recorded.Org,
                Name = "Kommunen",
                MunicipalityCode = new MunicipalityCode("0665"),
                Slug = "kommunen",
                ComparisonMunicipalities = ["0180", "0184"],
            },
            Indicators = [indicator],
            Municipalities =
            [
                Municipality("0665", "06"),
                Municipality("0662", "06"),
                Municipality("0680", "06"),
                Municipality("0180", "01"),
                Municipality("0184", "01"),
            ],
            National = new Dictionary<string, NationalFigures>
            {
                ["x"] = NationalFigures.OfYear(
                    new MunicipalityColumns(values.Select(v => new MunicipalityCode(v.Code))),
                    2022,
                    values.Select(v => KeyValuePair.Create(new MunicipalityCode(v.Code), v.Value))
                ),
            },
        };
    }

    private static Municipality Municipality(string code, string county) =>
        new()
        {
            Code = new MunicipalityCode(code),
            Name = code,
            CountyCode = county,
            CountyName = county,
        };

    private static Indicator Indicator(Direction direction) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new IndicatorId(Guid.NewGuid()),
            Code = "X",
            Name = "X",
            Unit = "%",
            Direction = direction,
            Quality = QualityKind.Actual,
            CadenceMonths = 12,
            Source = "Källa",
            ComparisonCode = "x",
        };
}
