using System.Globalization;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

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
            if (isNew || record.Goals.All(g => g.Id != area.GoalId))
            {
                throw new DomainRuleException(RuleCode.Required, "parent");
            }

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

        var top = GoalRules.TopOf(record, parent);
        if (!LevelContent.IsOf(record.Units.Single(u => u.Id == level.BodyId), top))
        {
            throw new DomainRuleException(RuleCode.GoalOfAnotherBody, "parent");
        }

        var phrases = record.Clarifications.Where(c => c.GoalId == top.Id).Select(c => c.Number).ToHashSet();
        var was = record.AmbitionAreas.FirstOrDefault(a => (a.LevelId, a.GoalId) == (level.Id, area.GoalId));

        // What it mirrored before stays: the phrase may have been ended since.
        if (area.Mirrors.FirstOrDefault(m => !phrases.Contains(m) && was?.Mirrors.Contains(m) != true) is var unknown && unknown > 0)
        {
            throw new DomainRuleException(RuleCode.PhraseUnknown, "mirrors", unknown.ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <exception cref="DomainRuleException">Goals are not valid that day, or what is judged up to it has been decided.</exception>
    public static void CheckFirstCutOff(SteeringRecord record, AmbitionLevel level)
    {
        var first = level.ForFollowUpsFrom!.Value;
        if (!record.Structures.Single(s => s.Id == level.StructureId).Validity.Includes(first))
        {
            throw new DomainRuleException(RuleCode.StructureNotValid, "forFollowUpsFrom");
        }

        if (
            record
                .FollowUps.Where(f => f.IsDecided && f.StructureId == level.StructureId && f.CutOff >= first)
                .Select(f => (DateOnly?)f.CutOff)
                .Max() is
            { } decided
        )
        {
            throw new DomainRuleException(
                RuleCode.FollowUpAlreadyDecided,
                "forFollowUpsFrom",
                decided.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            );
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

        var body = record.AmbitionLevels.Single(l => l.Id == target.LevelId).BodyId;
        if (
            record.Targets.Any(t =>
                t.IndicatorId == indicator.Id
                && t is { Provenance: Provenance.Political, LastDay: null }
                && !LevelContent.IsOf(record, body, t)
            )
        )
        {
            throw new DomainRuleException(RuleCode.TargetOfAnotherBody, "indicator");
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
