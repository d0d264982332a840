namespace Ledstjarna.Domain.Goals;

/// <summary>Goals that change place because another did.</summary>
public static class GoalMoves
{
    /// <summary>A goal below one that was moved: as many levels up or down, in the same structure and of the same kind as it.</summary>
    public static Goal Follow(Goal below, Goal moved, int levels) =>
        Copy(below, moved.StructureId, moved.Kind, below.Level + levels, below.Order);

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
