namespace Ledstjarna.Domain.Goals;

/// <summary>What belongs to a goal, for another goal.</summary>
internal static class StructureParts
{
    public static Clarification Copy(Clarification c, GoalId goal) =>
        new()
        {
            OrganisationId = c.OrganisationId,
            GoalId = goal,
            Number = c.Number,
            Text = c.Text,
            LastDay = c.LastDay,
            EndedBy = c.EndedBy,
            IsExample = c.IsExample,
        };

    public static ExpectedOutcome Copy(ExpectedOutcome o, GoalId goal) =>
        new()
        {
            OrganisationId = o.OrganisationId,
            GoalId = goal,
            BudgetYear = o.BudgetYear,
            Text = o.Text,
            IsExample = o.IsExample,
        };

    public static GoalSource Copy(GoalSource s, GoalId goal, GoalSourceId id) =>
        new()
        {
            OrganisationId = s.OrganisationId,
            Id = id,
            GoalId = goal,
            Kind = s.Kind,
            Title = s.Title,
            Note = s.Note,
            Address = s.Address,
            DecisionId = s.DecisionId,
            DocumentId = s.DocumentId,
        };

    public static Measure Copy(Measure m, GoalId goal) =>
        new()
        {
            OrganisationId = m.OrganisationId,
            GoalId = goal,
            Order = m.Order,
            IndicatorId = m.IndicatorId,
            ActivityId = m.ActivityId,
            Weight = m.Weight,
            IsKey = m.IsKey,
            FirstDay = m.FirstDay,
            LastDay = m.LastDay,
            EndedBy = m.EndedBy,
        };

    public static Contribution Copy(Contribution c, GoalId goal, GoalId council) =>
        new()
        {
            OrganisationId = c.OrganisationId,
            GoalId = goal,
            CouncilGoalId = council,
        };

    public static GlobalGoalLink Copy(GlobalGoalLink l, GoalId goal) =>
        new()
        {
            OrganisationId = l.OrganisationId,
            GoalId = goal,
            GlobalGoal = l.GlobalGoal,
            IsExample = l.IsExample,
        };

    public static ConventionEffect Copy(ConventionEffect e, GoalId goal) =>
        new()
        {
            OrganisationId = e.OrganisationId,
            GoalId = goal,
            Article = e.Article,
            Effect = e.Effect,
            IsEspecially = e.IsEspecially,
            Text = e.Text,
        };

    public static Mapping Copy(Mapping m, GoalId goal, MappingId id) =>
        new()
        {
            OrganisationId = m.OrganisationId,
            Id = id,
            GoalId = goal,
            System = m.System,
            Code = m.Code,
            Title = m.Title,
        };

    /// <summary>One that competed with a strategy that is not copied stands alone.</summary>
    public static Strategy Copy(Strategy s, GoalId goal, IReadOnlyDictionary<StrategyId, StrategyId> ids) =>
        new()
        {
            OrganisationId = s.OrganisationId,
            Id = ids[s.Id],
            GoalId = goal,
            Order = s.Order,
            Text = s.Text,
            State = s.State,
            Proposer = s.Proposer,
            CompetesWithId = s.CompetesWithId is { } c && ids.TryGetValue(c, out var copy) ? copy : null,
            Reservations = s.Reservations,
            DecisionId = s.DecisionId,
            LastDay = s.LastDay,
            EndedBy = s.EndedBy,
        };
}
