using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.Domain.Ambition;

/// <summary>What must hold within a level.</summary>
public static class LevelRules
{
    /// <exception cref="DomainRuleException">Its place or number cannot be.</exception>
    public static void Check(SteeringRecord record, AmbitionLevel level, AmbitionArea area, bool isNew)
    {
        if (record.AmbitionAreas.Any(a => a.LevelId == level.Id && a.GoalId != area.GoalId && a.Number == area.Number))
        {
            throw new DomainRuleException(RuleCode.NumberTaken, "number", area.Number);
        }

        if (record.Goals.Any(g => g.StructureId == level.StructureId && g.Id != area.GoalId && g.Number == area.Number))
        {
            throw new DomainRuleException(RuleCode.NumberTaken, "number", area.Number);
        }

        if (record.Goals.FirstOrDefault(g => g.Id == area.GoalId) is { } goal && goal.ParentId != area.ParentId)
        {
            throw new DomainRuleException(RuleCode.AreaLiesElsewhere, "parent");
        }

        if (area.ParentId is not { } parentId)
        {
            // Only a goal that stands at the top already is an area without lying under something.
            _ = isNew ? throw new DomainRuleException(RuleCode.Required, "parent") : 0;
            return;
        }

        var structure = record.Structures.Single(s => s.Id == level.StructureId);
        var parent = record.Goals.FirstOrDefault(g => g.Id == parentId) ?? throw new DomainRuleException(RuleCode.GoalUnknown, "parent");
        if (parent.StructureId != structure.Id)
        {
            throw new DomainRuleException(RuleCode.ParentOfAnotherStructure, "parent");
        }

        if (parent.Level + 1 >= structure.LevelNames.Count)
        {
            throw new DomainRuleException(RuleCode.NoLevelBelow, "parent");
        }

        if (record.Measures.Any(m => m.GoalId == parent.Id && m.LastDay is null))
        {
            throw new DomainRuleException(RuleCode.GoalHoldsGoals, "parent");
        }
    }

    /// <exception cref="DomainRuleException">It is of both kinds or none, its area is not in the level, or it stands there already.</exception>
    public static void Check(SteeringRecord record, AmbitionMeasure measure)
    {
        if (measure.IndicatorId is null == measure.ActivityId is null)
        {
            throw new DomainRuleException(RuleCode.EitherIndicatorOrActivity, "indicator");
        }

        if (!record.AmbitionAreas.Any(a => a.LevelId == measure.LevelId && a.GoalId == measure.AreaId))
        {
            throw new DomainRuleException(RuleCode.AreaUnknown, "area");
        }

        if (
            record.AmbitionMeasures.Any(m =>
                m.Id != measure.Id
                && m.LevelId == measure.LevelId
                && m.AreaId == measure.AreaId
                && (m.IndicatorId, m.ActivityId) == (measure.IndicatorId, measure.ActivityId)
            )
        )
        {
            throw new DomainRuleException(RuleCode.IdRepeated, measure.IndicatorId is null ? "activity" : "indicator");
        }
    }

    /// <exception cref="DomainRuleException">It goes against the indicator's direction, the indicator is not in the level, or it has one for that day.</exception>
    public static void Check(SteeringRecord record, AmbitionTarget target)
    {
        var indicator =
            record.Indicators.FirstOrDefault(i => i.Id == target.IndicatorId)
            ?? throw new DomainRuleException(RuleCode.IndicatorUnknown, "indicator");
        if (!target.Level().Suits(indicator.Direction))
        {
            throw new DomainRuleException(RuleCode.TargetAgainstDirection, "kind");
        }

        if (!record.AmbitionMeasures.Any(m => m.LevelId == target.LevelId && m.IndicatorId == indicator.Id))
        {
            throw new DomainRuleException(RuleCode.IndicatorUnknown, "indicator");
        }

        if (
            record.AmbitionTargets.Any(t =>
                t.Id != target.Id && t.LevelId == target.LevelId && t.IndicatorId == indicator.Id && t.Due == target.Due
            )
        )
        {
            throw new DomainRuleException(RuleCode.NumberTaken, "due");
        }
    }
}
