using Ledstjarna.Domain.Assessment;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>Which target holds on a day, in an outcome and in a forecast; how lenses combine.</summary>
public sealed class TargetInForceTests
{
    private static TargetLevel T(double atLeast, string? from = null, string? due = null) =>
        TargetLevel.AtLeast(atLeast) with
        {
            From = from is null ? null : Day(from),
            Due = due is null ? null : Day(due),
        };

    [Fact]
    public void The_latest_package_in_force_replaces_the_earlier_ones()
    {
        CountsOn("2020-12-31", T(1), T(2, "2021-01-01"), T(3, "2022-01-01")).ShouldBe(1);
        CountsOn("2021-01-01", T(1), T(2, "2021-01-01"), T(3, "2022-01-01")).ShouldBe(2);
        CountsOn("2022-12-31", T(1), T(3, "2022-01-01"), T(2, "2021-01-01")).ShouldBe(3);
        CountsOn("2020-12-31", T(2, "2021-01-01")).ShouldBeNull();
    }

    [Fact]
    public void Of_a_path_the_latest_that_is_due_counts()
    {
        TargetLevel[] path = [T(1), T(2, due: "2021-12-31"), T(3, due: "2022-12-31")];
        CountsOn("2020-12-31", path).ShouldBe(1);
        CountsOn("2021-12-31", path).ShouldBe(2);
        CountsOn("2022-12-31", path).ShouldBe(3);
        CountsOn("2022-12-31", [.. path.Reverse()]).ShouldBe(3);
        CountsOn("2021-12-31", T(2, due: "2021-06-30"), T(4, due: "2021-06-30")).ShouldBe(4);
        CountsOn("2021-12-31", T(5), T(6)).ShouldBe(6);
    }

    [Fact]
    public void Targets_of_which_none_is_due_make_the_indicator_not_due()
    {
        var indicator = Indicator("2021=10", T(5, due: "2022-12-31"));
        Rating(indicator)
            .ShouldSatisfyAllConditions(
                r => r.Layers.Computed.ShouldBe(Status.NotDue),
                r => r.Missing.ShouldBeNull(),
                r => r.Lens.ShouldBeNull(),
                r => r.Evidence!.Of(Lens.Target).ShouldBeNull(),
                r => r.Evidence!.Of(Lens.Pace).ShouldBe(Status.Achieved)
            );
        Rating(Indicator("2021=!delayed", T(5, due: "2022-12-31")))
            .ShouldSatisfyAllConditions(r => r.Layers.Computed.ShouldBe(Status.NotDue), r => r.Missing.ShouldBe(MissingReason.Delayed));
    }

    [Fact]
    public void Not_due_is_only_said_by_a_principle_that_asks_for_the_target()
    {
        Rating(Indicator("2021=10", T(5, due: "2022-12-31")), new Principle(Lens.Trend)).Missing.ShouldBe(MissingReason.NoBasis);
        Rating(Indicator("2021=!delayed", T(5, due: "2022-12-31")), new Principle(Lens.Trend))
            .Layers.Computed.ShouldBe(Status.CannotBeAssessed);
    }

    [Fact]
    public void A_forecast_looks_at_what_is_due_by_its_horizon()
    {
        TargetLevel[] path = [T(5, due: "2021-12-31"), T(20, due: "2022-12-31")];
        Rating(Indicator("2021=10", targets: path), horizon: "2022-12-31").Layers.Computed.ShouldBe(Status.NotAchieved);
        Rating(Indicator("2021=10", targets: path), horizon: "2022-12-30").Layers.Computed.ShouldBe(Status.Achieved);
    }

    [Fact]
    public void In_a_forecast_pace_may_be_better_than_the_figure_itself()
    {
        var rating = Rating(Indicator("2019=100 2021=104", T(110, due: "2024-12-31")), horizon: "2024-12-31");
        (rating.Layers.Computed, rating.Lens).ShouldBe((Status.Achieved, Lens.Pace));
        rating.Evidence!.Target!.Value.ByPace.ShouldBeTrue();
    }

    [Fact]
    public void A_horizon_on_the_day_itself_is_a_forecast_too()
    {
        var principle = new Principle(Lens.Pace, Lens.Target);
        TargetLevel[] targets = [T(50), T(200, due: "2026-12-31")];
        Rating(Indicator("2020=100 2021=101", targets: targets), principle, horizon: "2021-12-31").Lens.ShouldBe(Lens.Target);
    }

    [Fact]
    public void A_direction_is_never_decided_by_pace() =>
        Rating(Indicator("2020=100 2021=101", TargetLevel.Improve()), horizon: "2022-12-31")
            .ShouldSatisfyAllConditions(r => r.Lens.ShouldBe(Lens.Target), r => r.Evidence!.Target!.Value.ByPace.ShouldBeFalse());

    [Fact]
    public void Pace_decides_also_when_it_says_the_same()
    {
        Rating(Indicator("2019=100 2021=99", T(110, due: "2024-12-31")), horizon: "2024-12-31").Lens.ShouldBe(Lens.Pace);
        Rating(Indicator("2021=120", T(110, due: "2024-12-31")), horizon: "2024-12-31").Lens.ShouldBe(Lens.Pace);
    }

    [Fact]
    public void Pace_never_makes_a_forecast_worse()
    {
        var target = TargetLevel.AtLeast(110, 90) with { Due = Day("2024-12-31") };
        var rating = Rating(Indicator("2019=100 2021=99", target), horizon: "2024-12-31");
        (rating.Layers.Computed, rating.Lens).ShouldBe((Status.Partly, Lens.Target));
    }

    [Theory]
    [InlineData("mean")]
    [InlineData("range")]
    [InlineData("due")]
    public void Pace_helps_only_a_single_value_towards_a_limit_ahead(string kind)
    {
        var due = Day("2024-12-31");
        var indicator = kind switch
        {
            "mean" => Indicator("2019=100 2021=104", T(110) with { Due = due, MeanOf = 2 }),
            "range" => Indicator("2019=100 2021=104", TargetLevel.Between(110, 120) with { Due = due }, direction: Direction.Range),
            _ => Indicator("2019=100 2021=104", T(110) with { Due = AsOf }),
        };
        var rating = Rating(indicator, horizon: "2024-12-31");
        (rating.Layers.Computed, rating.Lens).ShouldBe((Status.NotAchieved, Lens.Target));
    }

    [Fact]
    public void A_forecast_leaves_pace_out_of_the_list_when_the_target_is_in_it()
    {
        var principle = new Principle(Lens.Pace, Lens.Target, Lens.Trend);
        TargetLevel[] targets = [T(50, due: "2021-12-31"), T(200, due: "2026-12-31")];
        Rating(Indicator("2020=100 2021=101", targets: targets), principle, horizon: "2022-12-31").Lens.ShouldBe(Lens.Target);
        Rating(Indicator("2020=100 2021=101", targets: targets), principle).Lens.ShouldBe(Lens.Pace);
        Rating(Indicator("2020=100 2021=101", targets: targets), new Principle(Lens.Pace, Lens.Trend), horizon: "2022-12-31")
            .Lens.ShouldBe(Lens.Pace);
    }

    [Fact]
    public void The_first_lens_that_applies_decides()
    {
        var principle = new Principle(Lens.Comparison, Lens.Target, Lens.Trend);
        var rating = Rating(Indicator("2020=1 2021=2"), principle);
        (rating.Layers.Computed, rating.Lens, rating.Score).ShouldBe((Status.Achieved, Lens.Trend, 1.0));
    }

    [Theory]
    [InlineData(0.75, 0.4, Status.Partly)]
    [InlineData(0.5, 0.4, Status.Achieved)]
    [InlineData(0.75, 0.5, Status.Partly)]
    public void A_mean_of_lenses_is_placed_by_the_principles_limits(double green, double yellow, Status status)
    {
        var principle = new Principle(Lens.Target, Lens.Trend, Lens.Comparison)
        {
            Combine = Combine.Mean,
            CombineGreenAt = green,
            CombineYellowAt = yellow,
        };
        var rating = Rating(Indicator("2020=1 2021=2", TargetLevel.AtLeast(5)), principle);
        (rating.Layers.Computed, rating.Lens, rating.Score).ShouldBe((status, null, 0.5));
    }

    [Fact]
    public void An_indicator_that_nothing_applies_to_is_for_an_expert()
    {
        var rating = Rating(Indicator("2021=5"));
        rating.ShouldSatisfyAllConditions(
            r => r.Layers.Computed.ShouldBe(Status.CannotBeAssessed),
            r => r.Missing.ShouldBe(MissingReason.NoBasis),
            r => r.Score.ShouldBeNull(),
            r => r.Source.ShouldBe(ValueSource.Fresh)
        );
        Rating(Indicator("2021=5"), new Principle(Lens.Trend) { Combine = Combine.Mean }).Missing.ShouldBe(MissingReason.NoBasis);
    }

    private static double? CountsOn(string asOf, params TargetLevel[] targets) =>
        Rating(Indicator("2019=9 2020=9 2021=9 2022=9", targets: targets), asOf: asOf).Evidence!.Target?.Target.Value;
}
