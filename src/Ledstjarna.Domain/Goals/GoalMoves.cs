using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.Domain.Goals;

/// <summary>Goals that change place because another did.</summary>
public static class GoalMoves
{
    /// <summary>A goal below one that was moved: as many levels up or down, in the same structure and of the same kind as it.</summary>
    public static Goal Follow(Goal below, Goal moved, int levels) =>
        Copy(below, moved.StructureId, moved.Kind, below.Level + levels, below.Order);

    /// <summary>A goal and those beside it, in their order: of one structure, one parent and one kind.</summary>
    public static IReadOnlyList<Goal> Siblings(SteeringRecord record, Goal goal) =>
        [
            .. record
                .Goals.Where(g => g.StructureId == goal.StructureId && g.ParentId == goal.ParentId && g.Kind == goal.Kind)
                .OrderBy(g => g.Order)
                .ThenBy(g => g.Id.Value),
        ];

    /// <summary>The goals that get another place when one is put right before or after another. None: it stands there already.</summary>
    /// <exception cref="DomainRuleException">The other is no sibling, or not any more.</exception>
    public static IReadOnlyList<Goal> Beside(SteeringRecord record, Goal goal, GoalId other, bool after)
    {
        var siblings = Siblings(record, goal);
        var order = siblings.Where(g => g.Id != goal.Id).ToList();
        var place = order.FindIndex(g => g.Id == other);
        if (place < 0)
        {
            throw new DomainRuleException(RuleCode.ChangedMeanwhile);
        }

        order.Insert(after ? place + 1 : place, goal);
        var changed = new List<Goal>();
        var last = int.MinValue;
        for (var i = 0; i < order.Count; i++)
        {
            // The places that there are, spread where two have the same: few goals change.
            last = Math.Max(siblings[i].Order, last == int.MinValue ? last : last + 1);
            if (order[i].Order != last)
            {
                changed.Add(At(order[i], last));
            }
        }

        return order.Select(g => g.Id).SequenceEqual(siblings.Select(g => g.Id)) ? [] : changed;
    }

    /// <summary>The goals that a goal can be moved to stand under: of its structure and kind, not below it, with levels enough for all that follows.</summary>
    public static IEnumerable<Goal> PossibleParents(SteeringRecord record, Goal goal)
    {
        var below = GoalRules.Below(record, goal.Id).ToList();
        var height = below.Select(g => g.Level - goal.Level).DefaultIfEmpty().Max();
        var levels = record.Structures.Single(s => s.Id == goal.StructureId).LevelNames.Count;
        return record.Goals.Where(g =>
            g.StructureId == goal.StructureId
            && g.Kind == goal.Kind
            && g.Id != goal.Id
            && g.Level + 1 + height < levels
            && !below.Contains(g)
        );
    }

    /// <summary>The same goal at another place among its siblings.</summary>
    public static Goal At(Goal goal, int order) => Copy(goal, goal.StructureId, goal.Kind, goal.Level, order);

    private static Goal Copy(Goal goal, GoalStructureId structure, GoalKind kind, int level, int order) =>
        new()
        {
            OrganisationId = goal.OrganisationId,
            Id = goal.Id,
            StructureId = structure,
            ParentId = goal.ParentId,
            Kind = kind,
            Level = level,
            Number = goal.Number,
            ShortName = goal.ShortName,
            Wording = goal.Wording,
            Order = order,
            Weight = goal.Weight,
            IsKey = goal.IsKey,
            EconomyMark = goal.EconomyMark,
            UnitId = goal.UnitId,
            DecisionId = goal.DecisionId,
            Validity = goal.Validity,
            EndedBy = goal.EndedBy,
            Mirrors = goal.Mirrors,
            IsExample = goal.IsExample,
        };
}
