using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.Goals;

/// <summary>What must hold between a goal and the others.</summary>
public static class GoalRules
{
    /// <summary>The level a goal has under a parent: 0 without one.</summary>
    public static int LevelUnder(SteeringRecord record, GoalStructure structure, GoalId? parentId)
    {
        if (parentId is null)
        {
            return 0;
        }

        var parent = record.Goals.FirstOrDefault(g => g.Id == parentId) ?? throw new DomainRuleException(RuleCode.GoalUnknown, "parent");
        return parent.StructureId != structure.Id ? throw new DomainRuleException(RuleCode.ParentOfAnotherStructure, "parent")
            : parent.Level + 1 < structure.LevelNames.Count ? parent.Level + 1
            : throw new DomainRuleException(RuleCode.NoLevelBelow, "parent");
    }

    /// <summary>The goals below a goal, on all levels.</summary>
    public static IEnumerable<Goal> Below(SteeringRecord record, GoalId goal) =>
        record.Goals.Where(g => g.ParentId == goal).SelectMany(g => Below(record, g.Id).Prepend(g));

    /// <summary>The goal at the top that a goal lies under; itself, if it lies under none.</summary>
    public static Goal TopOf(SteeringRecord record, Goal goal)
    {
        while (goal.ParentId is { } parent)
        {
            goal = record.Goals.Single(g => g.Id == parent);
        }

        return goal;
    }

    /// <exception cref="DomainRuleException">The goal cannot be in its place.</exception>
    public static void Check(SteeringRecord record, Goal goal)
    {
        if (record.Goals.Any(g => g.Id != goal.Id && g.StructureId == goal.StructureId && g.Number == goal.Number))
        {
            throw new DomainRuleException(RuleCode.NumberTaken, "number", goal.Number);
        }

        var structure = record.Structures.Single(s => s.Id == goal.StructureId);
        var below = Below(record, goal.Id).ToList();
        if (goal.ParentId == goal.Id || below.Any(g => g.Id == goal.ParentId))
        {
            throw new DomainRuleException(RuleCode.ParentBelowItself, "parent");
        }

        var was = record.Goals.FirstOrDefault(g => g.Id == goal.Id);
        if (was is not null && below.Any(g => g.Level + goal.Level - was.Level >= structure.LevelNames.Count))
        {
            throw new DomainRuleException(RuleCode.NoLevelBelow, "parent");
        }

        if (goal.Kind == GoalKind.Committee && goal is { Level: 0, UnitId: null })
        {
            throw new DomainRuleException(RuleCode.UnitMissing, "unit");
        }

        if (
            was is not null
            && goal.Validity.To is not null
            && was.Validity.To != goal.Validity.To
            && goal.EndedBy is null
            && new Retention(record).Keeps(was)
        )
        {
            throw new DomainRuleException(RuleCode.DecisionMissing, "endedBy");
        }
    }

    /// <exception cref="DomainRuleException">It goes to something else than a council goal of the same structure.</exception>
    public static void CheckContribution(SteeringRecord record, Goal goal, GoalId council)
    {
        if (
            goal.Kind != GoalKind.Committee
            || !record.Goals.Any(g => g.Id == council && g.Kind == GoalKind.Council && g.StructureId == goal.StructureId)
        )
        {
            throw new DomainRuleException(RuleCode.NotACouncilGoal, "contributes");
        }
    }

    /// <exception cref="DomainRuleException">It is of both kinds or none, or the goal is not at the bottom.</exception>
    public static void Check(SteeringRecord record, Measure measure)
    {
        if (measure.IndicatorId is null == measure.ActivityId is null)
        {
            throw new DomainRuleException(RuleCode.EitherIndicatorOrActivity, "indicator");
        }

        if (record.Goals.Any(g => g.ParentId == measure.GoalId))
        {
            throw new DomainRuleException(RuleCode.GoalHoldsGoals, "goal");
        }

        if (
            record.Measures.Any(m =>
                m.GoalId == measure.GoalId
                && m.Order != measure.Order
                && m.LastDay is null
                && measure.LastDay is null
                && m.IndicatorId == measure.IndicatorId
                && m.ActivityId == measure.ActivityId
            )
        )
        {
            throw new DomainRuleException(RuleCode.IdRepeated, measure.IndicatorId is null ? "activity" : "indicator");
        }
    }

    /// <exception cref="DomainRuleException">It would be valid on a day on which another is, or leaves out a level that goals stand on.</exception>
    public static void Check(SteeringRecord record, GoalStructure structure)
    {
        if (record.Structures.Any(s => s.Id != structure.Id && Overlap(s.Validity, structure.Validity)))
        {
            throw new DomainRuleException(RuleCode.StructuresOverlap, "from");
        }

        if (record.Goals.Any(g => g.StructureId == structure.Id && g.Level >= structure.LevelNames.Count))
        {
            throw new DomainRuleException(RuleCode.LevelUnknown, "levelNames");
        }
    }

    /// <exception cref="DomainRuleException">The abbreviation is taken, or the parent is below it.</exception>
    public static void Check(SteeringRecord record, Unit unit)
    {
        if (record.Units.Any(u => u.Id != unit.Id && string.Equals(u.Abbreviation, unit.Abbreviation, StringComparison.OrdinalIgnoreCase)))
        {
            throw new DomainRuleException(RuleCode.NumberTaken, "abbreviation", unit.Abbreviation);
        }

        for (var parent = unit.ParentId; parent is not null; parent = record.Units.FirstOrDefault(u => u.Id == parent)?.ParentId)
        {
            if (parent == unit.Id)
            {
                throw new DomainRuleException(RuleCode.ParentBelowItself, "parent");
            }
        }
    }

    private static bool Overlap(Validity a, Validity b) => !(a.To < b.From) && !(b.To < a.From);
}
