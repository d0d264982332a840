using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using static Ledstjarna.Domain.Tests.FollowUps.Recorded;

namespace Ledstjarna.Domain.Tests.FollowUps;

/// <summary>Which figures are expected and not there, why, since when, and what is used in their place.</summary>
public sealed class MissingRegisterTests
{
    [Theory]
    [InlineData("2023-01-30", false, 0)]
    [InlineData("2023-01-31", true, 0)]
    [InlineData("2023-02-10", true, 10)]
    public void A_figure_is_missing_from_the_end_of_its_period_and_the_lag_and_not_before(string day, bool isMissing, int late)
    {
        var i = Indicator("I", lag: 1);
        var figures = Register(In(i), day, Value(i, "2021")).Figures;
        figures
            .Select(f => (f.Period.ToString(), f.Reason, f.Expected, f.DaysLate))
            .ShouldBe(isMissing ? [("2022", null, Day("2023-01-31"), late)] : []);
    }

    [Theory]
    [InlineData("2022-12-30", "")]
    [InlineData("2022-12-31", "2022")]
    [InlineData("2023-12-31", "2022")]
    [InlineData("2024-12-31", "2024 2022")]
    public void A_survey_every_other_year_is_expected_every_other_year(string day, string periods)
    {
        var i = Indicator("I", cadence: 24);
        Periods(Register(In(i), day, Value(i, "2018"), Value(i, "2020"))).ShouldBe(periods);
    }

    [Theory]
    [InlineData(1, "2022-03", "2022-05-31", "2022-05 2022-04")]
    [InlineData(4, "2022T1", "2022-12-31", "2022T3 2022T2")]
    [InlineData(12, "2021T2", "2022-12-31", "2022T2")]
    [InlineData(6, "2021H2", "2022-06-30", "2022H1")]
    [InlineData(3, "2021Q3", "2022-03-31", "2022Q1 2021Q4")]
    [InlineData(18, "2020", "2021-12-31", "")] // rounded up to two years
    [InlineData(18, "2020", "2022-12-31", "2022")]
    [InlineData(1, "2021", "2022-12-31", "2022")] // no more often than the period is long
    public void A_period_is_followed_by_one_of_its_own_kind(double cadence, string last, string day, string periods)
    {
        var i = Indicator("I", cadence);
        Periods(Register(In(i), day, Value(i, last))).ShouldBe(periods);
    }

    [Theory]
    [InlineData(0, "2022-12-30", "2021")]
    [InlineData(0, "2022-12-31", "2022")]
    [InlineData(14, "2022-12-31", "2020")]
    [InlineData(1e9, "2022-12-31", "")] // never due
    public void What_was_never_measured_is_missing_for_the_newest_year_that_could_be_there(double lag, string day, string period)
    {
        var register = Register(In(Indicator("I", cadence: 24, lag)), day);
        Periods(register).ShouldBe(period);
        register.Figures.ShouldAllBe(f => f.IsNeverMeasured && f.Reason == null && f.Earlier == 0);
    }

    [Fact]
    public void Where_the_first_period_is_known_by_its_reason_the_years_are_counted_from_there()
    {
        var i = Indicator("I", cadence: 24);
        var register = Register(In(i), "2024-12-31", Missing(i, "2022", MissingReason.Delayed));
        Periods(register).ShouldBe("2024 2022");
        register.Figures.Select(f => f.Reason).ShouldBe([null, MissingReason.Delayed], ignoreOrder: true);
    }

    [Fact]
    public void A_value_that_was_taken_back_is_missing_again()
    {
        var i = Indicator("I");
        var figure = Register(In(i), "2022-12-31", Value(i, "2021"), Value(i, "2022"), Missing(i, "2022", MissingReason.Withdrawn))
            .Figures.Single();
        (figure.Period.ToString(), figure.Reason, figure.MayCome).ShouldBe(("2022", MissingReason.Withdrawn, true));
        Periods(Register(In(i), "2022-12-31", Missing(i, "2022", MissingReason.Withdrawn), Value(i, "2022", on: "2023-02-01")))
            .ShouldBe("");
    }

    [Fact]
    public void A_figure_on_too_few_answers_is_missing_because_it_may_not_be_shown()
    {
        var i = Indicator("I", smallestAnswers: 5);
        var figure = Register(In(i), "2022-12-31", Value(i, "2021", answers: 5), Value(i, "2022", answers: 4)).Figures.Single();
        (figure.Reason, figure.MayCome).ShouldBe((MissingReason.Suppressed, false));
    }

    [Fact]
    public void What_is_not_applicable_is_not_missing_and_what_is_no_longer_measured_is_missing_once()
    {
        var i = Indicator("I");
        Periods(Register(In(i), "2022-12-31", Value(i, "2021"), Missing(i, "2022", MissingReason.NotApplicable))).ShouldBe("");
        var ended = Register(In(i), "2025-12-31", Value(i, "2021"), Missing(i, "2022", MissingReason.Discontinued));
        Periods(ended).ShouldBe("2022");
        ended.Figures[0].MayCome.ShouldBeFalse();
        ended.Next(i).ShouldBeNull();
    }

    [Fact]
    public void A_recorded_reason_and_day_stand_before_what_cadence_and_lag_say()
    {
        var i = Indicator("I", lag: 6);
        var figure = Register(In(i), "2022-12-31", Value(i, "2021"), Missing(i, "2022", MissingReason.SurveyNotRun, expected: "2023-05-15"))
            .Figures.Single();
        (figure.Reason, figure.Expected, figure.DaysLate, figure.MayCome).ShouldBe(
            (MissingReason.SurveyNotRun, Day("2023-05-15"), 0, true)
        );
    }

    [Fact]
    public void A_gap_before_the_last_value_is_missing_only_where_someone_has_given_it_a_day()
    {
        var i = Indicator("I");
        With(null).ShouldBe("");
        With("2022-06-01").ShouldBe("2020");

        string With(string? expected) =>
            Periods(
                Register(
                    In(i),
                    "2021-12-31",
                    Value(i, "2019"),
                    Missing(i, "2020", MissingReason.Delayed, expected: expected),
                    Value(i, "2021")
                )
            );
    }

    [Fact]
    public void At_a_follow_up_only_what_was_known_then_counts()
    {
        var i = Indicator("I");
        var record = In(i) with { FollowUps = [FollowUp("2022-12-31", "2023-02-01")] };
        Periods(Register(record, "2022-12-31", Value(i, "2021"), Value(i, "2022", on: "2023-02-01"))).ShouldBe("");
        Periods(Register(record, "2022-12-31", Value(i, "2021"), Value(i, "2022", on: "2023-02-02"))).ShouldBe("2022");
        var early = In(i) with { FollowUps = [FollowUp("2022-12-31", "2022-12-30")] };
        Periods(Register(early, "2022-12-31", Value(i, "2021"))).ShouldBe(""); // it could still come on the last day
    }

    [Fact]
    public void Only_the_latest_periods_are_listed_and_the_others_are_counted()
    {
        var i = Indicator("I", cadence: 1);
        var figures = Register(
            In(i),
            "2022-12-31",
            Value(i, "2021-12"),
            Missing(i, "2022-02", MissingReason.Delayed, expected: "2023-01-10")
        ).Figures;
        figures
            .Select(f => (f.Period.ToString(), f.Earlier))
            .OrderBy(f => f.Item1)
            .ShouldBe([("2022-02", 8), ("2022-10", 0), ("2022-11", 0), ("2022-12", 0)]);
    }

    [Fact]
    public void What_is_used_in_its_place_is_told()
    {
        var spare = Indicator("E");
        var i = Indicator("I", substitute: spare);
        var record = In(i, spare);
        Used(Value(i, "2021")).ShouldBe((ValueSource.Missing, false, false));
        Used(Value(i, "2021"), Value(spare, "2022")).ShouldBe((ValueSource.Substitute, true, false));
        var carried = Register(In(carry: 1, i, spare), "2022-12-31", Value(i, "2021"), Value(spare, "2022")).Newest(i.Id)!;
        (carried.IsCarried, carried.SubstituteStepsIn, carried.Substitute).ShouldBe((true, false, spare));

        (ValueSource, bool, bool) Used(params RecordedObservation[] observations)
        {
            var figure = Register(record, "2022-12-31", observations).Newest(i.Id)!;
            return (figure.Rating.Source, figure.SubstituteStepsIn, figure.IsCarried);
        }
    }

    [Fact]
    public void An_indicator_that_does_not_count_is_not_listed_even_as_a_substitute()
    {
        var spare = Indicator("E");
        var i = Indicator("I", substitute: spare);
        var record = In(i) with { Indicators = [i, spare, Indicator("U")] };
        var register = Register(record, "2022-12-31");
        register.Figures.Single().Substitute.ShouldBe(spare);
        register.Next(spare).ShouldBeNull();
    }

    [Fact]
    public void A_value_that_has_grown_too_old_before_the_next_is_due_is_awaited_and_not_missing()
    {
        var i = Indicator("I", lag: 1);
        var register = Register(In(i), "2023-01-15", Value(i, "2021"));
        register.Figures.ShouldBeEmpty();
        register.Awaited.Single().ShouldBe(new ExpectedFigure(i, Domain.Periods.Period.Parse("2022"), Day("2023-01-31")));
        Register(In(carry: 1, i), "2023-01-15", Value(i, "2021")).Awaited.ShouldBeEmpty();
    }

    [Fact]
    public void The_next_figure_is_the_soonest_of_those_by_cadence_and_those_given_a_day()
    {
        var i = Indicator("I", lag: 2);
        var late = Missing(i, "2022", MissingReason.Delayed, expected: "2024-06-01");
        Next("2023-06-30", Value(i, "2022")).ShouldBe(("2023", "2024-02-29"));
        Next("2023-06-30", Value(i, "2021"), late).ShouldBe(("2023", "2024-02-29"));
        Next("2024-03-01", Value(i, "2021"), late).ShouldBe(("2022", "2024-06-01"));
        Next("2023-06-30", Value(i, "2022"), Missing(i, "2023", MissingReason.SurveyNotRun, on: "2023-03-01"))
            .ShouldBe(("2024", "2025-02-28"));
        Register(In(i), "2023-06-30", Value(i, "2022")).Upcoming(i, Day("2024-02-28")).ShouldBeEmpty();

        (string, string) Next(string day, params RecordedObservation[] observations)
        {
            var next = Register(In(i), day, observations).Next(i)!;
            return (next.Period.ToString(), next.On.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        }
    }

    private static MissingRegister Register(SteeringRecord record, string day, params RecordedObservation[] observations) =>
        MissingRegister.Of(Situation.On(record with { Observations = observations }, Day(day))!, StringComparer.Ordinal);

    private static string Periods(MissingRegister register) => string.Join(' ', register.Figures.Select(f => f.Period).OrderDescending());
}
