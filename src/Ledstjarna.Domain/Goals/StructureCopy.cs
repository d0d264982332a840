using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.Domain.Goals;

/// <summary>What follows a structure's goals to a copy of it. Indicators, activities and targets are not copied: the copy's measures point to the same.</summary>
public sealed record CopiedParts
{
    public bool Clarifications { get; init; } = true;

    public bool ExpectedOutcomes { get; init; } = true;

    public bool Sources { get; init; } = true;

    public bool Strategies { get; init; } = true;

    public bool Measures { get; init; } = true;

    public bool Contributions { get; init; } = true;

    /// <summary>Places in other orders of goals: global goals, mappings, the Convention on the Rights of the Child.</summary>
    public bool Mappings { get; init; } = true;

    /// <summary>The governing documents that serve the goals serve the copies too.</summary>
    public bool Documents { get; init; } = true;
}

/// <summary>A structure copied to a later one. Everything gets ids of its own and keeps its numbers; what ended before the copy begins is left out.</summary>
public sealed class StructureCopy
{
    private readonly SteeringRecord _record;
    private readonly GoalStructure _to;
    private readonly CopiedParts _parts;
    private readonly DateOnly _from;
    private readonly Dictionary<GoalId, GoalId> _goals;
    private readonly Func<Guid> _newId;

    /// <param name="record">As it is.</param>
    /// <param name="from">The structure to copy.</param>
    /// <param name="to">The new one, with a first day.</param>
    /// <param name="parts">What follows.</param>
    /// <param name="newId">Gives a new id each time.</param>
    /// <exception cref="DomainRuleException">The new one has no first day, or is valid on a day on which another is.</exception>
    public StructureCopy(SteeringRecord record, GoalStructure from, GoalStructure to, CopiedParts parts, Func<Guid> newId)
    {
        (_record, _to, _parts, _newId) = (record, to, parts, newId);
        _from = to.Validity.From ?? throw new DomainRuleException(RuleCode.Required, "from");
        Ended = from.Validity.To is null && from.Validity.From < _from ? End(from, _from.AddDays(-1)) : null;
        GoalRules.Check(record with { Structures = [.. record.Structures.Select(s => s.Id == from.Id ? Ended ?? s : s)] }, to);
        var copied = new HashSet<GoalId>();
        foreach (var goal in record.Goals.Where(g => g.StructureId == from.Id && !(g.Validity.To < _from)).OrderBy(g => g.Level))
        {
            if (goal.ParentId is null || copied.Contains(goal.ParentId.Value))
            {
                copied.Add(goal.Id);
            }
        }

        _goals = copied.ToDictionary(g => g, _ => new GoalId(newId()));
        Goals = [.. record.Goals.Where(g => copied.Contains(g.Id)).Select(Copy)];
        Parts = [.. PartsOf()];
        Documents = parts.Documents ? [.. record.Documents.Where(d => d.Goals.Any(Known)).Select(Serving)] : [];
    }

    /// <summary>The copied structure with a last day, where it had none.</summary>
    public GoalStructure? Ended { get; }

    public IReadOnlyList<Goal> Goals { get; }

    /// <summary>What belongs to the goals: rows of all kinds, all new.</summary>
    public IReadOnlyList<object> Parts { get; }

    /// <summary>Documents that are there already and now serve the copies too.</summary>
    public IReadOnlyList<GoverningDocument> Documents { get; }

    private IEnumerable<object> PartsOf() =>
        [
            .. Of(_parts.Clarifications, _record.Clarifications, c => c.GoalId)
                .Where(c => !(c.LastDay < _from))
                .Select(c => StructureParts.Copy(c, _goals[c.GoalId])),
            .. Of(_parts.ExpectedOutcomes, _record.ExpectedOutcomes, o => o.GoalId)
                .Where(o => o.BudgetYear == 0 || o.BudgetYear >= _from.Year)
                .Select(o => StructureParts.Copy(o, _goals[o.GoalId])),
            .. Of(_parts.Sources, _record.GoalSources, s => s.GoalId)
                .Select(s => StructureParts.Copy(s, _goals[s.GoalId], new GoalSourceId(_newId()))),
            .. Of(_parts.Measures, _record.Measures, m => m.GoalId)
                .Where(m => !(m.LastDay < _from))
                .Select(m => StructureParts.Copy(m, _goals[m.GoalId])),
            .. Of(_parts.Contributions, _record.Contributions, c => c.GoalId)
                .Where(c => Known(c.CouncilGoalId))
                .Select(c => StructureParts.Copy(c, _goals[c.GoalId], _goals[c.CouncilGoalId])),
            .. Of(_parts.Mappings, _record.GlobalGoals, l => l.GoalId).Select(l => StructureParts.Copy(l, _goals[l.GoalId])),
            .. Of(_parts.Mappings, _record.ConventionEffects, e => e.GoalId).Select(e => StructureParts.Copy(e, _goals[e.GoalId])),
            .. _record
                .Mappings.Where(m => _parts.Mappings && m.GoalId is { } g && Known(g))
                .Select(m => StructureParts.Copy(m, _goals[m.GoalId!.Value], new MappingId(_newId()))),
            .. Strategies(),
        ];

    private IEnumerable<object> Strategies()
    {
        var strategies = Of(_parts.Strategies, _record.Strategies, s => s.GoalId)
            .Where(s => !(s.LastDay < _from))
            .ToDictionary(s => s.Id, _ => new StrategyId(_newId()));
        return
        [
            .. _record
                .Strategies.Where(s => strategies.ContainsKey(s.Id))
                .Select(s => StructureParts.Copy(s, _goals[s.GoalId], strategies)),
            .. _record
                .StrategyGoals.Where(s => strategies.ContainsKey(s.StrategyId) && Known(s.GoalId))
                .Select(s => new StrategyGoal
                {
                    OrganisationId = s.OrganisationId,
                    StrategyId = strategies[s.StrategyId],
                    GoalId = _goals[s.GoalId],
                }),
        ];
    }

    private IEnumerable<T> Of<T>(bool isWanted, IEnumerable<T> all, Func<T, GoalId> goal) => isWanted ? all.Where(t => Known(goal(t))) : [];

    private bool Known(GoalId goal) => _goals.ContainsKey(goal);

    private bool Known(Guid goal) => Known(new GoalId(goal));

    private Goal Copy(Goal goal) =>
        new()
        {
            OrganisationId = goal.OrganisationId,
            Id = _goals[goal.Id],
            StructureId = _to.Id,
            ParentId = goal.ParentId is { } p ? _goals[p] : null,
            Kind = goal.Kind,
            Level = goal.Level,
            Number = goal.Number,
            ShortName = goal.ShortName,
            Wording = goal.Wording,
            Order = goal.Order,
            Weight = goal.Weight,
            IsKey = goal.IsKey,
            EconomyMark = goal.EconomyMark,
            UnitId = goal.UnitId,
            DecisionId = goal.DecisionId,
            Validity = new Validity(goal.Validity.From > _from ? goal.Validity.From : null, goal.Validity.To),
            EndedBy = goal.EndedBy,
            Mirrors = _parts.Clarifications ? goal.Mirrors : [],
            IsExample = goal.IsExample,
        };

    private GoverningDocument Serving(GoverningDocument document) =>
        new()
        {
            OrganisationId = document.OrganisationId,
            Id = document.Id,
            Title = document.Title,
            Validity = document.Validity,
            DecisionId = document.DecisionId,
            UnitId = document.UnitId,
            Address = document.Address,
            Goals = [.. document.Goals, .. document.Goals.Where(Known).Select(g => _goals[new GoalId(g)].Value)],
        };

    private static GoalStructure End(GoalStructure structure, DateOnly lastDay) =>
        new()
        {
            OrganisationId = structure.OrganisationId,
            Id = structure.Id,
            Name = structure.Name,
            Stem = structure.Stem,
            LevelNames = structure.LevelNames,
            Validity = new Validity(structure.Validity.From, lastDay),
            DecisionId = structure.DecisionId,
            PrincipleId = structure.PrincipleId,
        };
}
