using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Indicators;

/// <summary>What must hold between an indicator, its targets and the others.</summary>
public static class MeasuringRules
{
    /// <exception cref="DomainRuleException">The code is taken, or it is to be its own substitute.</exception>
    public static void Check(SteeringRecord record, Indicator indicator)
    {
        if (record.Indicators.Any(i => i.Id != indicator.Id && string.Equals(i.Code, indicator.Code, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DomainRuleException(RuleCode.NumberTaken, "code", indicator.Code);
        }

        if (indicator.ComparedWith is not null && record.PeriodKindOf(indicator) is var kind && kind != PeriodKind.Year)
        {
            throw new DomainRuleException(RuleCode.PeriodKindsMixed, "comparison", kind.ToString());
        }

        if (
            indicator.ComparedWith is not null
            && record.Targets.FirstOrDefault(t => t.IndicatorId == indicator.Id && t.Since is { Kind: not PeriodKind.Year })
                is { Since: { } since }
        )
        {
            throw new DomainRuleException(RuleCode.PeriodKindsMixed, "comparison", since.ToString());
        }

        if (indicator.SubstituteId == indicator.Id)
        {
            throw new DomainRuleException(RuleCode.SubstituteItself, "substitute");
        }

        if (record.Targets.Any(t => t.IndicatorId == indicator.Id && t.LastDay is null && !t.Level().Suits(indicator.Direction)))
        {
            throw new DomainRuleException(RuleCode.TargetAgainstDirection, "direction");
        }
    }

    public static void Check(SteeringRecord record, Activity activity)
    {
        if (record.Activities.Any(a => a.Id != activity.Id && string.Equals(a.Code, activity.Code, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DomainRuleException(RuleCode.NumberTaken, "code", activity.Code);
        }

        if (activity.ResponsibleUnits.Any(r => record.Units.All(u => u.Id.Value != r)))
        {
            throw new DomainRuleException(RuleCode.UnitUnknown, "units");
        }
    }

    /// <summary>A target suits its indicator, and what a body has decided is changed only by another decision.</summary>
    /// <exception cref="DomainRuleException">It goes against the direction, takes a decided one's place, or a decision is missing.</exception>
    public static void Check(SteeringRecord record, Target target)
    {
        var indicator =
            record.Indicators.FirstOrDefault(i => i.Id == target.IndicatorId)
            ?? throw new DomainRuleException(RuleCode.IndicatorUnknown, "indicator");
        if (!target.Level().Suits(indicator.Direction))
        {
            throw new DomainRuleException(RuleCode.TargetAgainstDirection, "kind");
        }

        if (target.Since is { } since && KindWithout(record, indicator, target) is { } kind && kind != since.Kind)
        {
            throw new DomainRuleException(RuleCode.PeriodKindsMixed, "since", since.ToString());
        }

        var begins = target.From ?? DateOnly.MinValue;
        if (
            target.Provenance == Provenance.Expert
            && record.Targets.Any(t =>
                t.Id != target.Id
                && t.IndicatorId == target.IndicatorId
                && t.Provenance == Provenance.Political
                && (t.From ?? DateOnly.MinValue) <= begins
                && begins <= (t.LastDay ?? DateOnly.MaxValue)
            )
        )
        {
            throw new DomainRuleException(RuleCode.PoliticalTargetStands, "from");
        }

        var was = record.Targets.FirstOrDefault(t => t.Id == target.Id);
        if (was is not { Provenance: Provenance.Political })
        {
            return;
        }

        if (
            target.DecisionId is null
            || (was.DecisionId == target.DecisionId && (was.Level() != target.Level() || was.IndicatorId != target.IndicatorId))
        )
        {
            throw new DomainRuleException(RuleCode.DecisionMissing, "decision");
        }

        if (target.LastDay != was.LastDay && (target.EndedBy is null || target.EndedBy == was.EndedBy))
        {
            throw new DomainRuleException(RuleCode.DecisionMissing, "endedBy");
        }
    }

    /// <summary>The kind that the indicator's figures, comparison and other targets are of. Null: nothing says.</summary>
    private static PeriodKind? KindWithout(SteeringRecord record, Indicator indicator, Target target) =>
        record.Observations.FirstOrDefault(o => o.IndicatorId == indicator.Id)?.Period.Kind
        ?? (indicator.ComparedWith is null ? (PeriodKind?)null : PeriodKind.Year)
        ?? record
            .Targets.Where(t => t.IndicatorId == indicator.Id && t.Id != target.Id)
            .Select(t => t.Since?.Kind)
            .FirstOrDefault(k => k is not null);
}
