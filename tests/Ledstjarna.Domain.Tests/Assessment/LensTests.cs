using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Periods;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>What each lens says, at every edge.</summary>
public sealed class LensTests
{
    [Theory]
    [InlineData(60, Status.Achieved)]
    [InlineData(59.999999999, Status.Achieved)]
    [InlineData(59.99, Status.Partly)]
    [InlineData(55, Status.Partly)]
    [InlineData(54.99, Status.NotAchieved)]
    public void At_least_has_its_own_limit_for_partly(double value, Status status) =>
        Computed($"2021={value:R}", TargetLevel.AtLeast(60, 55)).ShouldBe(status);

    [Theory]
    [InlineData(40, Status.Achieved)]
    [InlineData(40.01, Status.Partly)]
    [InlineData(45, Status.Partly)]
    [InlineData(45.01, Status.NotAchieved)]
    public void At_most_counts_downward(double value, Status status) =>
        Computed($"2021={value:R}", TargetLevel.AtMost(40, 45), Direction.Lower).ShouldBe(status);

    [Theory]
    [InlineData(10, Status.Achieved)]
    [InlineData(20, Status.Achieved)]
    [InlineData(9.5, Status.Partly)]
    [InlineData(20.5, Status.NotAchieved)]
    [InlineData(8.9, Status.NotAchieved)]
    public void A_range_may_have_a_limit_on_one_side_only(double value, Status status) =>
        Computed($"2021={value:R}", TargetLevel.Between(10, 20, partlyLow: 9), Direction.Range).ShouldBe(status);

    [Fact]
    public void A_range_knows_no_tolerance() =>
        Rating(Indicator("2021=9.9", TargetLevel.Between(10, 20), direction: Direction.Range), TargetOnly with { Tolerance = 0.5 })
            .Layers.Computed.ShouldBe(Status.NotAchieved);

    [Theory]
    [InlineData("2021=80", Status.Partly)]
    [InlineData("2021=79.9", Status.NotAchieved)]
    [InlineData("2021=-80", Status.NotAchieved)]
    [InlineData("2021=0", Status.NotAchieved)]
    public void Without_a_limit_the_degree_of_fulfilment_counts(string observations, Status status) =>
        Rating(Indicator(observations, TargetLevel.AtLeast(100)), TargetOnly with { Tolerance = 0.8 }).Layers.Computed.ShouldBe(status);

    [Theory]
    [InlineData(125, Status.Partly)]
    [InlineData(125.1, Status.NotAchieved)]
    public void For_at_most_the_degree_is_turned(double value, Status status) =>
        Rating(Indicator($"2021={value:R}", TargetLevel.AtMost(100), direction: Direction.Lower), TargetOnly with { Tolerance = 0.8 })
            .Layers.Computed.ShouldBe(status);

    [Fact]
    public void A_target_of_zero_or_less_has_no_degree()
    {
        Rating(Indicator("2021=1", TargetLevel.AtMost(0), direction: Direction.Lower), TargetOnly with { Tolerance = 0 })
            .Layers.Computed.ShouldBe(Status.NotAchieved);
        Rating(Indicator("2021=-5", TargetLevel.AtLeast(-1)), TargetOnly with { Tolerance = 0 })
            .Layers.Computed.ShouldBe(Status.NotAchieved);
    }

    [Fact]
    public void Without_limit_and_tolerance_there_is_no_partly() =>
        Computed("2021=59", TargetLevel.AtLeast(60)).ShouldBe(Status.NotAchieved);

    [Fact]
    public void An_own_limit_goes_before_the_tolerance() =>
        Rating(Indicator("2021=85", TargetLevel.AtLeast(100, 90)), TargetOnly with { Tolerance = 0.8 })
            .Layers.Computed.ShouldBe(Status.NotAchieved);

    [Fact]
    public void A_mean_takes_the_latest_values_or_those_there_are()
    {
        var mean = TargetLevel.AtLeast(20) with { MeanOf = 3 };
        Computed("2018=0 2019=10 2020=20 2021=30", mean).ShouldBe(Status.Achieved);
        Computed("2020=20 2021=19", mean).ShouldBe(Status.NotAchieved);
        Computed("2020=21 2021=19", mean).ShouldBe(Status.Achieved);
        Computed("2019=0 2020=0 2021=30", mean with { MeanOf = 1 }).ShouldBe(Status.Achieved);
    }

    [Theory]
    [InlineData(1e12, 999_999_999_999.5, Status.Achieved)] // the give is relative
    [InlineData(1e12, 999_999_990_000, Status.NotAchieved)]
    [InlineData(0.001, 0.0009999995, Status.Achieved)] // and never less than 1e-9
    [InlineData(0.001, 0.00099, Status.NotAchieved)]
    public void A_threshold_gives_way_by_a_billionth(double target, double value, Status status) =>
        Computed(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"2021={value:R}"), TargetLevel.AtLeast(target))
            .ShouldBe(status);

    [Fact]
    public void Limits_may_equal_the_target()
    {
        Computed("2021=60", TargetLevel.AtLeast(60, 60)).ShouldBe(Status.Achieved);
        Computed("2021=60", TargetLevel.AtMost(60, 60), Direction.Lower).ShouldBe(Status.Achieved);
        Computed("2021=60", TargetLevel.Between(60, 60, 60, 60), Direction.Range).ShouldBe(Status.Achieved);
        Computed("2021=61", TargetLevel.Between(60, 60, partlyHigh: 62), Direction.Range).ShouldBe(Status.Partly);
    }

    [Fact]
    public void A_value_of_zero_has_no_degree_either() =>
        Rating(Indicator("2021=0", TargetLevel.AtLeast(10)), TargetOnly with { Tolerance = 0 })
            .Layers.Computed.ShouldBe(Status.NotAchieved);

    [Fact]
    public void A_value_that_ends_on_the_day_of_a_break_is_after_it()
    {
        var mean = TargetLevel.AtLeast(20) with { MeanOf = 3 };
        Rating(Indicator("2019=0 2020=10 2021=30", mean, breaks: ["2020-12-31"])).Layers.Computed.ShouldBe(Status.Achieved);
        Rating(Indicator("2019=0 2020=0 2021=30", mean, breaks: ["2021-12-31", "2019-12-31"])).Layers.Computed.ShouldBe(Status.Achieved);
    }

    [Fact]
    public void A_break_parts_what_can_be_compared()
    {
        var mean = TargetLevel.AtLeast(20) with { MeanOf = 3 };
        Rating(Indicator("2019=0 2020=0 2021=30", mean, breaks: ["2021-06-01"])).Layers.Computed.ShouldBe(Status.Achieved);
        Rating(Indicator("2019=0 2020=0 2021=30", mean, breaks: ["2022-06-01", "2021-12-31"])).Layers.Computed.ShouldBe(Status.Achieved);
        Rating(Indicator("2019=0 2020=0 2021=30", mean, breaks: ["2022-06-01", "2019-12-31"])).Layers.Computed.ShouldBe(Status.NotAchieved);
    }

    [Theory]
    [InlineData("2019=10 2020=30 2021=20", null, Status.NotAchieved)]
    [InlineData("2019=10 2020=30 2021=20", "2019", Status.Achieved)]
    [InlineData("2017=50 2020=10 2021=20", "2018", Status.Achieved)]
    public void Only_a_direction_counts_from_its_reference(string observations, string? since, Status status) =>
        Computed(observations, TargetLevel.Improve(since is null ? null : Period.Parse(since))).ShouldBe(status);

    [Theory]
    [InlineData("2021=20", null)]
    [InlineData("2020=10 2021=20", "2021")]
    [InlineData("2020=10 2021=20", "2022")]
    public void A_direction_without_reference_does_not_apply(string observations, string? since)
    {
        var rating = Rating(Indicator(observations, TargetLevel.Improve(since is null ? null : Period.Parse(since))));
        (rating.Layers.Computed, rating.Missing).ShouldBe((Status.CannotBeAssessed, MissingReason.NoBasis));
    }

    [Fact]
    public void A_direction_is_judged_with_the_principles_thresholds() =>
        Rating(Indicator("2020=100 2021=101", TargetLevel.Improve()), TargetOnly with { Trend = new TrendRule { Relative = 0.02 } })
            .Layers.Computed.ShouldBe(Status.Partly);

    [Theory]
    [InlineData(TrendReference.Previous, 21, Status.Achieved)]
    [InlineData(TrendReference.Previous, 19, Status.NotAchieved)]
    [InlineData(TrendReference.Previous, 20, Status.Partly)]
    [InlineData(TrendReference.Baseline, 11, Status.Achieved)]
    [InlineData(TrendReference.Baseline, 9, Status.NotAchieved)]
    [InlineData(TrendReference.Mean, 16, Status.Achieved)]
    [InlineData(TrendReference.Mean, 14, Status.NotAchieved)]
    [InlineData(TrendReference.LastYear, 21, Status.Achieved)]
    public void A_trend_is_counted_from_what_the_principle_says(TrendReference against, double value, Status status)
    {
        var rule = new TrendRule { Against = against, K = 2 };
        Trend($"2018=10 2019=10 2020=20 2021={value:R}", rule).ShouldBe(status);
    }

    [Fact]
    public void Last_year_is_the_same_part_of_the_year_before()
    {
        var rule = new TrendRule { Against = TrendReference.LastYear };
        Trend("2020T1=5 2020T2=50 2020T3=10 2021T1=6 2021T2=7 2021T3=11", rule, cadence: 4).ShouldBe(Status.Achieved);
        Trend("2020T2=5 2021T2=7 2021T3=11", rule, cadence: 4).ShouldBeNull();
        Trend("2019=5 2021=7", rule).ShouldBeNull();
        Trend("2020=5 2021=7", rule).ShouldBe(Status.Achieved);
        Rating(Indicator("1000T1=5 1000T2=7", cadence: 4), new Principle(Lens.Trend) { Trend = rule }, "1000-08-31")
            .Evidence!.Trend.ShouldBeNull();
    }

    [Fact]
    public void The_largest_of_the_thresholds_counts()
    {
        Trend("2020=100 2021=103", new TrendRule { Absolute = 3, Relative = 0.01 }).ShouldBe(Status.Partly);
        Trend("2020=100 2021=103.1", new TrendRule { Absolute = 3, Relative = 0.01 }).ShouldBe(Status.Achieved);
        Trend("2020=-100 2021=-98", new TrendRule { Relative = 0.02 }).ShouldBe(Status.Partly);
        Trend("2020=100±3 2021=105±4", new TrendRule { UseMargin = true }).ShouldBe(Status.Partly);
        Trend("2020=100±3 2021=105.1±4", new TrendRule { UseMargin = true }).ShouldBe(Status.Achieved);
        Trend("2020=100±3 2021=94.9±4", new TrendRule { UseMargin = true }).ShouldBe(Status.NotAchieved);
        Trend("2020=100±3 2021=105±4", new TrendRule { UseMargin = false }).ShouldBe(Status.Achieved);
    }

    [Fact]
    public void A_mean_reference_has_no_margin_of_its_own() =>
        Trend("2020=100±30 2021=105±4", new TrendRule { Against = TrendReference.Mean, UseMargin = true }).ShouldBe(Status.Achieved);

    [Fact]
    public void Lower_is_better_where_the_indicator_says_so()
    {
        Trend("2020=20 2021=19", new TrendRule(), Direction.Lower).ShouldBe(Status.Achieved);
        Trend("2020=20 2021=21", new TrendRule(), Direction.Lower).ShouldBe(Status.NotAchieved);
        Trend("2020=20 2021=19", new TrendRule(), Direction.Range).ShouldBeNull();
        Trend("2021=19", new TrendRule()).ShouldBeNull();
    }

    [Theory]
    [InlineData(10, Status.Achieved)] // one of four better: 0.25
    [InlineData(8, Status.Partly)]
    [InlineData(3, Status.NotAchieved)] // three of four: 0.75
    [InlineData(11, Status.Achieved)] // equal to the best: 0.125
    public void A_place_among_the_best_or_worst_quarter_decides(double value, Status status) =>
        Compared(value, [11, 9, 4, 1], Direction.Higher).ShouldBe(status);

    [Fact]
    public void Lower_turns_the_places_and_a_range_has_none()
    {
        Compared(0, [1, 2, 3, 4], Direction.Lower).ShouldBe(Status.Achieved);
        Compared(4, [1, 2, 3, 4], Direction.Lower).ShouldBe(Status.NotAchieved);
        Compared(0, [1, 2, 3, 4], Direction.Range).ShouldBeNull();
    }

    [Fact]
    public void Half_of_the_equals_count_as_better()
    {
        Compared(5, [5, 5, 5, 5], Direction.Higher).ShouldBe(Status.Partly);
        Compared(5, [5, 5, 5, 5], Direction.Higher, best: 0.5).ShouldBe(Status.Achieved);
        Compared(5, [5, 5, 5, 5], Direction.Higher, worst: 0.5).ShouldBe(Status.NotAchieved);
    }

    [Theory]
    [InlineData(4, true)]
    [InlineData(5, false)]
    public void A_group_must_be_large_enough(int least, bool applies) =>
        (Compared(5, [1, 2, 3, 4], Direction.Higher, minGroup: least) is not null).ShouldBe(applies);

    [Fact]
    public void An_empty_group_or_one_of_another_period_does_not_apply()
    {
        Compared(5, [], Direction.Higher, minGroup: 0).ShouldBeNull();
        Rating(Indicator("2021=5", groups: [("2020", [1, 2, 3])]), new Principle(Lens.Comparison) { Comparison = new() { MinGroup = 1 } })
            .Evidence!.Comparison.ShouldBeNull();
    }

    [Theory]
    [InlineData("2018=100 2021=110", Status.Achieved)] // already there
    [InlineData("2018=100 2021=103", Status.Achieved)] // just fast enough
    [InlineData("2018=100 2021=102", Status.Partly)] // two thirds
    [InlineData("2018=100 2021=101", Status.NotAchieved)]
    [InlineData("2018=100 2021=99", Status.NotAchieved)]
    public void Pace_compares_the_change_so_far_with_what_is_required(string observations, Status status) =>
        Pace(observations, TargetLevel.AtLeast(110) with { Due = Day("2028-12-31") }).ShouldBe(status);

    [Fact]
    public void Pace_needs_time_and_values_above_zero()
    {
        var target = TargetLevel.AtLeast(110) with { Due = Day("2028-12-31") };
        Pace("2021=100", target).ShouldBeNull();
        Pace("2018=0 2021=50", target).ShouldBeNull();
        Pace("2018=50 2021=-1", target).ShouldBeNull();
        Pace("2018=-9 2021=-8", TargetLevel.AtLeast(-5) with { Due = Day("2028-12-31") }).ShouldBeNull();
        Pace("2021Q1=100 2021Q4=101", target, cadence: 3).ShouldBeNull();
        Rating(
            Indicator("2018=10 2021=5", TargetLevel.AtMost(0) with { Due = Day("2028-12-31") }, direction: Direction.Lower),
            new Principle(Lens.Pace)
        )
            .Evidence!.Pace.ShouldBeNull();
        Pace("2018=100 2021=90", TargetLevel.AtLeast(100.00000000000001) with { Due = Day("2028-12-31") }).ShouldBe(Status.NotAchieved);
    }

    [Fact]
    public void A_required_pace_of_nothing_says_nothing()
    {
        // The base falls short by more than the comparison forgives, but the pace it asks for is none.
        var start = 1e-3;
        var target = TargetLevel.AtLeast(start + 1.5e-9) with { Due = Day("9999-12-31") };
        Pace(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"2020={start:R} 2021={start / 2:R}"), target)
            .ShouldNotBeNull();
        Pace("2020=1 2021=0.5", TargetLevel.AtLeast(1 + 3e-9) with { Due = Day("9999-12-31") }).ShouldBeNull();
    }

    [Fact]
    public void A_target_that_was_reached_and_lost_is_not_achieved() =>
        Pace("2018=120 2021=100", TargetLevel.AtLeast(110) with { Due = Day("2028-12-31") }).ShouldBe(Status.NotAchieved);

    [Fact]
    public void The_base_may_be_set_by_the_principle()
    {
        var target = TargetLevel.AtLeast(110) with { Due = Day("2028-12-31") };
        var rule = new PaceRule { From = Period.Parse("2020") };
        Pace("2015=100 2020=95 2021=99", target, rule: rule).ShouldBe(Status.Achieved);
        Pace("2015=100 2021=99", target, rule: rule).ShouldBeNull();
        Pace("2015=100 2021=99", target, rule: new PaceRule { From = Period.Parse("2030") }).ShouldBeNull();
    }

    [Fact]
    public void Pace_goes_towards_the_nearest_target_ahead_and_the_later_of_two()
    {
        var near = TargetLevel.AtLeast(200) with { Due = Day("2022-12-31") };
        var far = TargetLevel.AtLeast(101) with { Due = Day("2030-12-31") };
        var twin = TargetLevel.AtLeast(101) with { Due = Day("2022-12-31") };
        var past = TargetLevel.AtLeast(1) with { Due = Day("2021-12-31") };
        PaceOf([far, near, past]).ShouldBe(Status.NotAchieved);
        PaceOf([near, twin]).ShouldBe(Status.Achieved);
        PaceOf([twin, near]).ShouldBe(Status.NotAchieved);
        PaceOf([past, TargetLevel.Improve() with { Due = Day("2022-12-31") }]).ShouldBeNull();

        static Status? PaceOf(TargetLevel[] targets) => Rating(Indicator("2019=100 2021=101", targets: targets)).Evidence!.Of(Lens.Pace);
    }

    private static Status Computed(string observations, TargetLevel target, Direction direction = Direction.Higher) =>
        Rating(Indicator(observations, target, direction: direction)).Layers.Computed;

    private static Status? Trend(string observations, TrendRule rule, Direction direction = Direction.Higher, double cadence = 12) =>
        Rating(Indicator(observations, direction: direction, cadence: cadence), new Principle(Lens.Trend) { Trend = rule })
            .Evidence!.Of(Lens.Trend);

    private static Status? Compared(
        double value,
        double[] others,
        Direction direction,
        double best = 0.25,
        double worst = 0.25,
        int minGroup = 1
    ) =>
        Rating(
            Indicator($"2021={value:R}", direction: direction, groups: [("2021", others)]),
            new Principle(Lens.Comparison)
            {
                Comparison = new()
                {
                    Best = best,
                    Worst = worst,
                    MinGroup = minGroup,
                },
            }
        )
            .Evidence!.Of(Lens.Comparison);

    private static Status? Pace(string observations, TargetLevel target, double cadence = 12, PaceRule? rule = null) =>
        Rating(Indicator(observations, target, cadence: cadence), new Principle(Lens.Pace) { Pace = rule ?? new() })
            .Evidence!.Of(Lens.Pace);
}
