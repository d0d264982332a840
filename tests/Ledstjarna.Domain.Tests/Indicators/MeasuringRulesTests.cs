using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Tests.FollowUps;

namespace Ledstjarna.Domain.Tests.Indicators;

/// <summary>What holds between an indicator, its figures and its targets.</summary>
public sealed class MeasuringRulesTests
{
    private static readonly DecisionId Made = new(Guid.NewGuid());
    private static readonly DecisionId Ended = new(Guid.NewGuid());

    [Theory]
    [InlineData(12, PeriodKind.Year)]
    [InlineData(24, PeriodKind.Year)]
    [InlineData(6, PeriodKind.HalfYear)]
    [InlineData(4, PeriodKind.Tertial)]
    [InlineData(3, PeriodKind.Quarter)]
    [InlineData(1, PeriodKind.Month)]
    [InlineData(0.5, PeriodKind.Month)]
    public void Before_anything_is_recorded_the_cadence_says_how_the_year_is_divided(double cadence, PeriodKind kind) =>
        Recorded.In().PeriodKindOf(Recorded.Indicator("I", cadence)).ShouldBe(kind);

    [Fact]
    public void What_is_recorded_says_it_whatever_the_cadence()
    {
        var indicator = Recorded.Indicator("I");
        var record = Recorded.In(indicator) with { Observations = [Recorded.Value(indicator, "2022T1", 60)] };
        record.PeriodKindOf(indicator).ShouldBe(PeriodKind.Tertial);
        var target = Direction(indicator, "2021");
        Should.Throw<DomainRuleException>(() => MeasuringRules.Check(record, target)).Code.ShouldBe(RuleCode.PeriodKindsMixed);
        Should.NotThrow(() => MeasuringRules.Check(record, Direction(indicator, "2021T1")));
    }

    [Fact]
    public void Two_targets_count_from_periods_of_one_kind()
    {
        var indicator = Recorded.Indicator("I");
        var record = Recorded.In(indicator) with { Targets = [Direction(indicator, "2022")] };
        Should
            .Throw<DomainRuleException>(() => MeasuringRules.Check(record, Direction(indicator, "2022T1")))
            .Code.ShouldBe(RuleCode.PeriodKindsMixed);
    }

    [Fact]
    public void An_indicator_with_a_direction_counted_from_a_part_of_a_year_is_not_compared_with_figures_of_years()
    {
        var indicator = Recorded.Indicator("I");
        var compared = new Indicator
        {
            OrganisationId = indicator.OrganisationId,
            Id = indicator.Id,
            Code = indicator.Code,
            Name = indicator.Name,
            Unit = indicator.Unit,
            Direction = indicator.Direction,
            Quality = indicator.Quality,
            CadenceMonths = indicator.CadenceMonths,
            Source = indicator.Source,
            KeyFigureCode = "N15428",
        };
        var record = Recorded.In(indicator) with { Targets = [Direction(indicator, "2022T1")] };
        Should.Throw<DomainRuleException>(() => MeasuringRules.Check(record, compared)).Code.ShouldBe(RuleCode.PeriodKindsMixed);
        Should.NotThrow(() => MeasuringRules.Check(record with { Targets = [Direction(indicator, "2022")] }, compared));
    }

    [Fact]
    public void An_ended_political_target_comes_back_only_by_another_decision()
    {
        var indicator = Recorded.Indicator("I");
        var ended = Political(indicator, Recorded.Day("2022-12-31"), Ended);
        var record = Recorded.In(indicator) with { Targets = [ended] };
        Should
            .Throw<DomainRuleException>(() => MeasuringRules.Check(record, Political(indicator, null, null, ended.Id)))
            .Code.ShouldBe(RuleCode.DecisionMissing);
        Should
            .Throw<DomainRuleException>(() => MeasuringRules.Check(record, Political(indicator, null, Ended, ended.Id)))
            .Code.ShouldBe(RuleCode.DecisionMissing);
        Should.NotThrow(() => MeasuringRules.Check(record, Political(indicator, null, new DecisionId(Guid.NewGuid()), ended.Id)));
    }

    private static Target Direction(Indicator indicator, string since) =>
        new(Recorded.Org, new TargetId(Guid.NewGuid()), indicator.Id, TargetLevel.Improve(Period.Parse(since)), null, "planen");

    private static Target Political(Indicator indicator, DateOnly? lastDay, DecisionId? endedBy, TargetId? id = null) =>
        new(Recorded.Org, id ?? new TargetId(Guid.NewGuid()), indicator.Id, TargetLevel.AtLeast(60), Made, null)
        {
            LastDay = lastDay,
            EndedBy = endedBy,
        };
}
