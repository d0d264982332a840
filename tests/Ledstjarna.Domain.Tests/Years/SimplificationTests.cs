using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Tests.FollowUps;
using Ledstjarna.Domain.Years;
using static Ledstjarna.Domain.Assessment.Status;

namespace Ledstjarna.Domain.Tests.Years;

/// <summary>Indicators that give a reason to ask whether they are needed, and what ending them would do.</summary>
public sealed class SimplificationTests
{
    private static readonly DateOnly YearEnd = Recorded.Day("2022-12-31");
    private static readonly Unit Owner = Recorded.Unit("SN");

    [Fact]
    public void A_figure_in_time_of_someone_and_of_use_gives_no_reason()
    {
        var a = Recorded.Indicator("A", owner: Owner.Id);
        Findings(With([a], Recorded.Value(a, "2022"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2020", false)] // 24 months is twice a year, and not more
    [InlineData("2019", true)]
    public void One_that_no_one_has_updated_for_twice_as_long_as_it_takes_is_found(string last, bool isFound)
    {
        var a = Recorded.Indicator("A", owner: Owner.Id);
        var found = Findings(With([a], Recorded.Value(a, last))).OfType<NotUpdated>().ToList();
        found.Count.ShouldBe(isFound ? 1 : 0);
        found.ShouldAllBe(f => f.Last!.Value.ToString() == last && f.Months == 36 && Math.Abs(f.Normal - 12) < 0.01);
    }

    [Fact]
    public void The_lag_counts_and_so_does_a_long_cadence()
    {
        var slow = Recorded.Indicator("A", cadence: 24, lag: 6, owner: Owner.Id);
        Findings(With([slow], Recorded.Value(slow, "2018"))).OfType<NotUpdated>().ShouldBeEmpty(); // 48 of 60 months
    }

    [Fact]
    public void One_that_never_had_a_figure_is_found_when_it_has_counted_for_so_long()
    {
        var a = Recorded.Indicator("A", owner: Owner.Id);
        var never = Findings(With([a])).OfType<NotUpdated>().Single();
        (never.Last is null, never.Months).ShouldBe((true, 95)); // the structure is from January 2015
        var record = With([a]);
        var fresh = new Measure
        {
            OrganisationId = Recorded.Org,
            GoalId = record.Goals[0].Id,
            Order = 0,
            IndicatorId = a.Id,
            FirstDay = Recorded.Day("2021-06-01"),
        };
        Findings(record with { Measures = [fresh] }).OfType<NotUpdated>().ShouldBeEmpty();
    }

    [Fact]
    public void One_that_no_unit_follows_up_is_found()
    {
        var a = Recorded.Indicator("A");
        Findings(With([a], Recorded.Value(a, "2022"))).ShouldBe([new NotOwned((UnitId?)null)]);
        var gone = new Unit
        {
            OrganisationId = Recorded.Org,
            Id = Owner.Id,
            Kind = UnitKind.Committee,
            Abbreviation = "SN",
            Name = "SN",
            Validity = new Validity(null, Recorded.Day("2022-06-30")),
        };
        var b = Recorded.Indicator("B", owner: Owner.Id);
        Findings(With([b], Recorded.Value(b, "2022")) with { Units = [gone] }).ShouldBe([new NotOwned(Owner.Id)]);
    }

    [Fact]
    public void One_that_three_follow_ups_would_have_managed_without_is_found()
    {
        var (a, b, c) = (Of("A"), Of("B"), Of("C"));
        RecordedObservation[] values =
        [
            .. new[] { "2020", "2021", "2022" }.SelectMany(y => new[] { Recorded.Value(a, y), Recorded.Value(b, y), Recorded.Value(c, y) }),
        ];
        FollowUp[] followUps =
        [
            Recorded.FollowUp("2020-12-31", "2021-02-01"),
            Recorded.FollowUp("2021-12-31", "2022-02-01"),
            Recorded.FollowUp("2022-12-31", "2023-02-01"),
        ];
        var record = With([a, b, c], values) with { FollowUps = followUps };
        Findings(record).ShouldAllBe(f => f is ChangedNothing); // any one of three that agree
        Findings(record).Count.ShouldBe(3);
        ((ChangedNothing)Findings(record)[0]).ShouldBe(new ChangedNothing(Achieved, 3, Recorded.Day("2020-12-31")));
        Findings(record with { FollowUps = followUps[1..] }).ShouldBeEmpty(); // two say too little
        FollowUp[] often = [Recorded.FollowUp("2022-04-30", "2022-05-20"), Recorded.FollowUp("2022-08-31", "2022-09-20"), followUps[2]];
        var seldom = record with { FollowUps = often, Observations = [.. values.Where(v => v.Period.ToString() != "2022")] };
        Findings(seldom).ShouldBeEmpty(); // the same figure in all three had no chance to change anything
        var changed = record with { Observations = [.. values, Recorded.Value(a, "2021", 50, on: "2022-01-10")] };
        Simplification.Of(Situation.On(changed, YearEnd)!).Indicators.Select(i => i.Indicator.Code).ShouldBe(["B", "C"]);
    }

    [Fact]
    public void What_ending_it_would_do_is_what_the_engine_says_of_the_goals_without_it()
    {
        var (a, b) = (Of("A"), Recorded.Indicator("B"));
        var record = With([a, b], Recorded.Value(a, "2022"), Recorded.Value(b, "2022", 50));
        var found = Simplification.Of(Situation.On(record, YearEnd)!).Indicators.Single(); // no one owns B
        var turned = found.Turned.ShouldHaveSingleItem();
        (turned.Goal.Number, turned.Before.Layers.Computed, turned.After.Layers.Computed).ShouldBe(("1", Partly, Achieved));
        var without = record with { Measures = [.. record.Measures.Where(m => m.IndicatorId != b.Id)] };
        var situation = Situation.On(without, YearEnd)!;
        situation.Rating(situation.Goals[0]).Layers.Computed.ShouldBe(turned.After.Layers.Computed);
    }

    [Fact]
    public void Two_that_follow_each_other_under_the_same_goal_repeat_each_other()
    {
        var (a, b) = (Of("A"), Of("B"));
        RecordedObservation[] values =
        [
            .. Enumerable
                .Range(2018, 5)
                .SelectMany(y => new[] { Recorded.Value(a, $"{y}", 60 + y % 7), Recorded.Value(b, $"{y}", 90 - y % 7) }),
        ];
        var record = With([a, b], values);
        var repeats = Findings(record).OfType<Repeats>().ToList();
        repeats.Select(r => r.Other.Code).ShouldBe(["B", "A"], ignoreOrder: true);
        repeats.ShouldAllBe(r => r.Correlation!.Value.Periods == 5 && r.Correlation!.Value.Coefficient < -0.99);

        var apart = new IndicatorBreak
        {
            OrganisationId = Recorded.Org,
            IndicatorId = b.Id,
            Day = Recorded.Day("2020-01-01"),
            Reason = "Ny fråga.",
        };
        Findings(record with { Breaks = [apart] }).OfType<Repeats>().ShouldBeEmpty(); // three comparable years are too few
        var other = Recorded.Goal("2", order: 1);
        Findings(record with { Goals = [.. record.Goals, other], Measures = [record.Measures[0], Recorded.Measure(other, 0, b)] })
            .OfType<Repeats>()
            .ShouldBeEmpty();
    }

    [Fact]
    public void Two_of_the_same_figure_in_the_comparison_set_repeat_each_other_wherever_they_count()
    {
        var (a, b) = (Of("A", "N00001"), Of("B", "N00001"));
        var record = With([a, b], Recorded.Value(a, "2022"), Recorded.Value(b, "2022"));
        var other = Recorded.Goal("2", order: 1);
        record = record with { Goals = [.. record.Goals, other], Measures = [record.Measures[0], Recorded.Measure(other, 0, b)] };
        Findings(record).ShouldBe([new Repeats(b, null), new Repeats(a, null)]);
    }

    private static Indicator Of(string code, string? comparison = null) =>
        new()
        {
            OrganisationId = Recorded.Org,
            Id = new IndicatorId(Guid.NewGuid()),
            Code = code,
            Name = code,
            Unit = "%",
            Direction = Direction.Higher,
            Quality = QualityKind.Perceived,
            CadenceMonths = 12,
            Source = "Enkät",
            OwnerId = Owner.Id,
            ComparisonCode = comparison,
        };

    private static SteeringRecord With(Indicator[] indicators, params RecordedObservation[] observations) =>
        Recorded.In(indicators) with
        {
            Units = [Owner],
            Observations = observations,
        };

    private static List<Finding> Findings(SteeringRecord record) =>
        [.. Simplification.Of(Situation.On(record, YearEnd)!).Indicators.SelectMany(i => i.Findings)];
}
