using Ledstjarna.Domain.Assessment;
using static Ledstjarna.Domain.Tests.Assessment.Given;

namespace Ledstjarna.Domain.Tests.Assessment;

/// <summary>Which value counts when figures are late, revised, replaced or missing.</summary>
public sealed class SelectionTests
{
    private static readonly TargetLevel AtLeast60 = TargetLevel.AtLeast(60);

    [Fact]
    public void The_latest_period_that_has_ended_is_current()
    {
        var rating = Rating(Indicator("2019=50 2022=99 2021=61 2020=55", AtLeast60));
        rating.Period.ToString().ShouldBe("2021");
        rating.Value.ShouldBe(61);
        rating.Source.ShouldBe(ValueSource.Fresh);
        rating.Layers.Computed.ShouldBe(Status.Achieved);
    }

    [Fact]
    public void What_was_recorded_after_the_known_at_day_is_not_known()
    {
        var indicator = Indicator("2021=57@2021-12-01 2021=61@2022-06-01", AtLeast60);
        Rating(indicator, knownAt: "2022-02-01").Value.ShouldBe(57);
        Rating(indicator, knownAt: "2022-06-01").Value.ShouldBe(61);
        Rating(indicator).Value.ShouldBe(61);
    }

    [Fact]
    public void Of_two_recorded_the_same_day_the_later_in_the_list_counts() =>
        Rating(Indicator("2021=1@2022-01-01 2021=2@2022-01-01 2021=3")).Value.ShouldBe(2);

    [Fact]
    public void A_withdrawn_figure_leaves_neither_value_nor_reason()
    {
        var rating = Rating(Indicator("2020=62 2021=57@2021-12-01 2021=!withdrawn@2022-01-01", AtLeast60, carry: 1));
        (rating.Period.ToString(), rating.Source).ShouldBe(("2020", ValueSource.Carried));
        Rating(Indicator("2021=57@2021-12-01 2021=!withdrawn@2022-01-01")).Missing.ShouldBe(MissingReason.NoValue);
    }

    [Fact]
    public void Nothing_known_in_time_is_no_value()
    {
        var rating = Rating(Indicator("2021=57@2022-03-01"), knownAt: "2022-01-01");
        (rating.Source, rating.Missing, rating.Layers.Computed).ShouldBe(
            (ValueSource.Missing, MissingReason.NoValue, Status.CannotBeAssessed)
        );
        rating.Evidence.ShouldBeNull();
    }

    [Theory]
    [InlineData("2021-12-31", 12, ValueSource.Carried)]
    [InlineData("2021-11-30", 11, ValueSource.Fresh)]
    [InlineData("2022-11-30", 23, ValueSource.Carried)]
    [InlineData("2022-12-01", 24, ValueSource.Missing)]
    public void A_figure_is_fresh_for_its_cadence_and_carried_as_long_as_the_principle_says(string asOf, int age, ValueSource source)
    {
        var rating = Rating(Indicator("2020=61", AtLeast60), TargetOnly with { Carry = 1 }, asOf);
        rating.Source.ShouldBe(source);
        if (source != ValueSource.Missing)
        {
            rating.Age.ShouldBe(age);
        }
    }

    [Theory]
    [InlineData(0, ValueSource.Missing)]
    [InlineData(1, ValueSource.Fresh)]
    public void The_lag_keeps_a_figure_fresh_until_the_next_is_normally_out(double lag, ValueSource source) =>
        Rating(Indicator("2020=61", lag: lag), asOf: "2021-12-31").Source.ShouldBe(source);

    [Fact]
    public void An_indicators_own_carry_goes_before_the_principles()
    {
        Rating(Indicator("2019=61", carry: 2)).Source.ShouldBe(ValueSource.Carried);
        Rating(Indicator("2020=61", carry: 0), TargetOnly with { Carry = 5 }).Source.ShouldBe(ValueSource.Missing);
    }

    [Fact]
    public void A_survey_that_was_not_run_is_the_reason_when_it_is_later_than_the_latest_value()
    {
        Rating(Indicator("2018=61 2020=!surveyNotRun")).Missing.ShouldBe(MissingReason.SurveyNotRun);
        Rating(Indicator("2016=!delayed 2018=61")).Missing.ShouldBe(MissingReason.TooOld);
        Rating(Indicator("2018=61")).Missing.ShouldBe(MissingReason.TooOld);
        Rating(Indicator("2018=!delayed 2020=!questionReplaced")).Missing.ShouldBe(MissingReason.QuestionReplaced);
        Rating(Indicator("2020=!suppressed 2022=!discontinued")).Missing.ShouldBe(MissingReason.Suppressed);
    }

    [Fact]
    public void A_stated_reason_does_not_hide_a_value_that_still_is_usable() =>
        Rating(Indicator("2020=61 2021=!delayed", AtLeast60, carry: 1)).Layers.Computed.ShouldBe(Status.Achieved);

    [Fact]
    public void Not_applicable_is_not_missing_but_not_due()
    {
        var rating = Rating(Indicator("2021=!notApplicable", AtLeast60));
        (rating.Layers.Computed, rating.Missing).ShouldBe((Status.NotDue, MissingReason.NotApplicable));
    }

    [Fact]
    public void A_substitute_steps_in_with_its_own_target_direction_and_carry()
    {
        var substitute = Indicator("2019=30", TargetLevel.AtMost(40), "B", Direction.Lower, carry: 2);
        var rating = Rating(Indicator("2021=!surveyNotRun", AtLeast60, substitute: "B"), others: [substitute]);
        (rating.Id, rating.Source, rating.Value, rating.Layers.Computed).ShouldBe(("A", ValueSource.Substitute, 30, Status.Achieved));
    }

    [Fact]
    public void A_substitute_does_not_hand_on_to_a_substitute_of_its_own()
    {
        var b = Indicator("2010=30", id: "B", substitute: "C");
        var c = Indicator("2021=30", id: "C");
        var rating = Rating(Indicator("2021=!delayed", AtLeast60, substitute: "B"), others: [b, c]);
        (rating.Source, rating.Missing).ShouldBe((ValueSource.Missing, MissingReason.Delayed));
    }

    [Fact]
    public void A_substitute_is_not_asked_while_there_is_a_value_of_its_own() =>
        Rating(Indicator("2021=61", AtLeast60, substitute: "B"), others: [Indicator("2021=1", id: "B")]).Value.ShouldBe(61);

    [Fact]
    public void A_missing_figure_is_never_a_zero()
    {
        Rating(Indicator("2021=0", TargetLevel.AtMost(5), direction: Direction.Lower)).Layers.Computed.ShouldBe(Status.Achieved);
        Rating(Indicator("2021=!delayed", TargetLevel.AtMost(5), direction: Direction.Lower))
            .Layers.Computed.ShouldBe(Status.CannotBeAssessed);
    }

    [Fact]
    public void An_indicator_with_nothing_at_all_has_no_value()
    {
        var rating = Rating(new MeasuredIndicator("A", Direction.Higher, 12, ObservationSeries.Empty));
        (rating.Missing, rating.Layers.Computed).ShouldBe((MissingReason.NoValue, Status.CannotBeAssessed));
    }

    [Fact]
    public void More_observations_than_the_stack_takes_are_read_too()
    {
        var months = string.Join(' ', Enumerable.Range(0, 240).Select(i => $"{2002 + (i / 12)}-{(i % 12) + 1:00}={i}"));
        Rating(Indicator(months, TargetLevel.AtLeast(239), cadence: 1))
            .ShouldSatisfyAllConditions(r => r.Value.ShouldBe(239), r => r.Layers.Computed.ShouldBe(Status.Achieved));
    }
}
