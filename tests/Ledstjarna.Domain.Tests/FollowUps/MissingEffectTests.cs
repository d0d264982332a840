using FsCheck;
using FsCheck.Fluent;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using static Ledstjarna.Domain.Tests.FollowUps.Recorded;

namespace Ledstjarna.Domain.Tests.FollowUps;

/// <summary>What missing figures do to the goals, in which order they stand, and what holds for every one.</summary>
public sealed class MissingEffectTests
{
    private static readonly DateOnly YearEnd = Day("2022-12-31");

    [Fact]
    public void A_goal_that_the_figure_could_turn_is_named_with_what_it_could_be()
    {
        var (i, known) = (Indicator("I"), Indicator("K"));
        var effect = Register(In(i, known), Value(known, "2022")).Figures.Single().Goals.Single();
        (effect.Goal.Number, effect.CanTurn).ShouldBe(("1", true));
        effect.Turns.ShouldBe([Status.Partly]); // 1 and 0 of two
    }

    [Fact]
    public void A_goal_that_stays_unsure_whatever_one_of_several_is_still_is_made_unsure_by_it()
    {
        var indicators = Enumerable.Range(0, 8).Select(n => Indicator($"I{n}")).ToArray();
        var figures = Register(In(indicators), [.. indicators.Take(6).Select(i => Value(i, "2022", 70))]).Figures;
        figures.Count.ShouldBe(2);
        figures.ShouldAllBe(f => f.Goals.Count == 0); // six of eight are enough for green
        figures = Register(In(indicators), [.. indicators.Take(5).Select(i => Value(i, "2022", 70))]).Figures;
        figures.ShouldAllBe(f => f.Goals.Count == 1 && !f.CanTurn); // it takes all three to leave green
    }

    [Fact]
    public void What_a_person_has_judged_is_not_unsure()
    {
        var (i, known) = (Indicator("I"), Indicator("K"));
        var followUp = FollowUp("2022-12-31", "2023-02-01");
        var record = In(i, known) with { FollowUps = [followUp] };
        Goals([]).ShouldBe(1);
        Goals([Judgement(Subject.Goal, "1")]).ShouldBe(0);
        Goals([Judgement(Subject.Indicator, "I")]).ShouldBe(0);

        int Goals(RecordedJudgement[] judgements) =>
            Register(record with { Judgements = judgements }, Value(known, "2022")).Figures.Single().Goals.Count;

        RecordedJudgement Judgement(Subject subject, string of) =>
            new()
            {
                OrganisationId = Org,
                Id = new JudgementId(Guid.NewGuid()),
                FollowUpId = followUp.Id,
                Axis = Axis.Outcome,
                Layer = Layer.Expert,
                Subject = subject,
                Of = of,
                Status = Status.Partly,
                Reason = "På väg.",
                By = "Sakkunnig",
                On = YearEnd,
            };
    }

    [Fact]
    public void An_older_gap_that_would_not_be_used_makes_nothing_unsure()
    {
        var i = Indicator("I", cadence: 24);
        var figures = Register(In(i), Value(i, "2018")).Figures;
        figures.Select(f => (f.Period.Year, f.Goals.Count)).ShouldBe([(2022, 1), (2020, 0)]);
        Register(In(carry: 1, i), Value(i, "2016"))
            .Figures.Select(f => (f.Period.Year, f.Goals.Count))
            .ShouldBe([
                (2020, 1),
                (2022, 1),
                (2018, 0),
            ] // the one most days late of those that would be used
            );
    }

    [Fact]
    public void A_figure_that_will_not_come_makes_a_goal_unsure_only_when_no_newer_one_is_awaited()
    {
        var i = Indicator("I");
        var record = In(carry: 2, i);
        Years(Missing(i, "2021", MissingReason.SurveyNotRun)).ShouldBe([(2022, 1), (2021, 0)]);
        Years(Missing(i, "2021", MissingReason.SurveyNotRun, expected: "2023-05-15")).ShouldBe([(2021, 1), (2022, 1)], ignoreOrder: true);
        Years(Missing(i, "2021", MissingReason.SurveyNotRun), Missing(i, "2022", MissingReason.SurveyNotRun))
            .ShouldBe([(2022, 1), (2021, 0)]);

        (int, int)[] Years(params RecordedObservation[] observations) =>
            [.. Register(record, observations).Figures.Select(f => (f.Period.Year, f.Goals.Count))];
    }

    [Fact]
    public void A_figure_with_a_carried_value_makes_nothing_unsure()
    {
        var i = Indicator("I");
        var figure = Register(In(carry: 1, i), Value(i, "2021")).Figures.Single();
        (figure.IsCarried, figure.Goals.Count).ShouldBe((true, 0));
    }

    [Fact]
    public void The_worst_stands_first()
    {
        var indicators = new[] { "both", "key", "late", "a", "å" }.Select(code => Indicator(code, lag: code == "late" ? 0 : 1)).ToArray();
        var record = In(indicators);
        var second = Goal("2", order: 1);
        record = record with
        {
            Goals = [.. record.Goals, second],
            Measures = [.. record.Measures, Measure(second, 0, indicators[0]), Measure(second, 1, indicators[1], isKey: true)],
        };
        var swedish = StringComparer.Create(System.Globalization.CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);
        var figures = MissingRegister.Of(Situation.On(record, Day("2023-06-30"))!, swedish).Figures;
        figures
            .Select(f => (f.Indicator.Code, f.Goals.Count, f.IsKey))
            .ShouldBe([("key", 2, true), ("both", 2, false), ("late", 1, false), ("a", 1, false), ("å", 1, false)]);
    }

    [Fact]
    public void An_indicator_with_a_value_for_every_expected_period_is_never_missing() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var (indicator, record, day, periods) = Random(seed);
                    var full = record with { Observations = [.. periods.Select(p => Value(indicator, p.ToString(), on: "1990-01-01"))] };
                    Of(full, day).Figures.ShouldBeEmpty();
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void With_the_last_value_gone_exactly_that_period_is_missing_and_with_none_something_always_is() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var (indicator, record, day, periods) = Random(seed);
                    if (periods.Count > 1)
                    {
                        var lacking = periods.SkipLast(1).Select(p => Value(indicator, p.ToString(), on: "1990-01-01"));
                        Of(record with { Observations = [.. lacking] }, day).Figures.Single().Period.ShouldBe(periods[^1]);
                    }

                    Of(record, day).Figures.Single().IsNeverMeasured.ShouldBeTrue();
                }
            )
            .QuickCheckThrowOnFailure();

    /// <summary>An indicator of any cadence, lag and kind, a day, and every period that is due by then from 2000 on.</summary>
    private static (Indicator, SteeringRecord, DateOnly, List<Period>) Random(int seed)
    {
        var random = new System.Random(seed);
        var indicator = Indicator("I", cadence: random.Next(1, 61), lag: random.Next(0, 50) / 2.0);
        var day = Day("2015-01-01").AddDays(random.Next(0, 4000));
        var kind = (PeriodKind)random.Next(0, 5);
        var periods = new List<Period>();
        for (var p = Period.Of(kind, 2000); indicator.IsDue(p, day); p = indicator.PeriodAfter(p)!.Value)
        {
            periods.Add(p);
        }

        return (indicator, In(carry: random.Next(0, 2), indicator), day, periods);
    }

    private static MissingRegister Register(SteeringRecord record, params RecordedObservation[] observations) =>
        Of(record with { Observations = observations }, YearEnd);

    private static MissingRegister Of(SteeringRecord record, DateOnly day) =>
        MissingRegister.Of(Situation.On(record, day)!, StringComparer.Ordinal);
}
