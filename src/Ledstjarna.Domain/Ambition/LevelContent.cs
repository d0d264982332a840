using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.Ambition;

/// <summary>What a level holds.</summary>
public sealed record LevelContent(
    PrincipleId PrincipleId,
    IReadOnlyList<AmbitionArea> Areas,
    IReadOnlyList<AmbitionMeasure> Measures,
    IReadOnlyList<AmbitionTarget> Targets
)
{
    public static LevelContent Of(SteeringRecord record, AmbitionLevel level) =>
        new(
            level.PrincipleId,
            [.. record.AmbitionAreas.Where(a => a.LevelId == level.Id)],
            [.. record.AmbitionMeasures.Where(m => m.LevelId == level.Id)],
            [.. record.AmbitionTargets.Where(t => t.LevelId == level.Id)]
        );

    /// <summary>A level's content as it stands in the goals on a day.</summary>
    /// <param name="record">What is steered by.</param>
    /// <param name="level">The level to fill: its body, structure and principle.</param>
    /// <param name="day">The day.</param>
    /// <param name="newId">Gives a new id each time.</param>
    public static LevelContent Standing(SteeringRecord record, AmbitionLevel level, DateOnly day, Func<Guid> newId)
    {
        var goals = record.Goals.Where(g => g.StructureId == level.StructureId && g.Validity.Includes(day)).ToList();
        var measures = record.Measures.Where(m => m.Counts(day)).ToLookup(m => m.GoalId);
        var lowest = record.Structures.Single(s => s.Id == level.StructureId).LevelNames.Count - 1;
        var areas = BottomOf(record, level, goals).Where(g => g.Level == lowest || measures[g.Id].Any()).ToList();
        var indicators = areas.SelectMany(a => measures[a.Id]).Select(m => m.IndicatorId).OfType<IndicatorId>().ToHashSet();
        return new LevelContent(
            level.PrincipleId,
            [.. areas.Select(a => Area(level, a))],
            [
                .. areas
                    .SelectMany(a => measures[a.Id])
                    .Select(m => new AmbitionMeasure
                    {
                        OrganisationId = level.OrganisationId,
                        Id = new AmbitionMeasureId(newId()),
                        LevelId = level.Id,
                        AreaId = m.GoalId,
                        Order = m.Order,
                        IndicatorId = m.IndicatorId,
                        ActivityId = m.ActivityId,
                        Weight = m.Weight,
                        IsKey = m.IsKey,
                    }),
            ],
            [
                .. indicators
                    .SelectMany(i => Political(record, level.BodyId, i, day))
                    .Select(t => new AmbitionTarget(
                        level.OrganisationId,
                        new AmbitionTargetId(newId()),
                        level.Id,
                        t.IndicatorId,
                        t.Level() with
                        {
                            From = null,
                        }
                    )
                    {
                        IsExample = t.IsExample,
                    }),
            ]
        );
    }

    /// <summary>The same content as another level's.</summary>
    public LevelContent CopyTo(AmbitionLevel level, Func<Guid> newId) =>
        new(
            level.PrincipleId,
            [.. Areas.Select(a => a with { LevelId = level.Id })],
            [.. Measures.Select(m => m with { Id = new AmbitionMeasureId(newId()), LevelId = level.Id })],
            [
                .. Targets.Select(t => new AmbitionTarget(
                    t.OrganisationId,
                    new AmbitionTargetId(newId()),
                    level.Id,
                    t.IndicatorId,
                    t.Level()
                )
                {
                    Why = t.Why,
                    IsExample = t.IsExample,
                }),
            ]
        );

    public IEnumerable<object> Rows => [.. Areas, .. Measures, .. Targets];

    /// <summary>Whether a goal at the top is one of a body's: the council's goals and the internal ones are the council's, others their unit's.</summary>
    public static bool IsOf(Unit body, Goal top) =>
        body.Kind == UnitKind.Council ? top.Kind != GoalKind.Committee : top.Kind == GoalKind.Committee && top.UnitId == body.Id;

    /// <summary>
    /// Whether a target is political and one that a body's level holds: the council's level holds those of all bodies but the ones that
    /// decide for their own goals.
    /// </summary>
    internal static bool IsOf(SteeringRecord record, UnitId body, Target target)
    {
        if (target.DecisionId is not { } decision)
        {
            return false;
        }

        // What a level's decision brought is its body's, whoever took it.
        var levels = record
            .AmbitionLevels.Where(l => l.State == LevelState.Adopted && l.DecisionId == decision)
            .Select(l => l.BodyId)
            .ToHashSet();
        if (levels.Count > 0)
        {
            return levels.Contains(body);
        }

        var decider = record.Decisions.FirstOrDefault(d => d.Id == decision)?.BodyId;
        return decider == body
            || (
                record.Units.Single(u => u.Id == body).Kind == UnitKind.Council
                && record.Units.FirstOrDefault(u => u.Id == decider)?.Kind
                    is null
                        or UnitKind.Council
                        or UnitKind.Board
                        or UnitKind.WorkingCommittee
                        or UnitKind.Presidium
            );
    }

    /// <summary>The political targets of a body that are in force for an indicator on a day.</summary>
    internal static IEnumerable<Target> Political(SteeringRecord record, UnitId body, IndicatorId indicator, DateOnly day) =>
        InForce(record, indicator, day).Where(t => IsOf(record, body, t));

    /// <summary>The latest decided package of an indicator's targets on a day.</summary>
    internal static IEnumerable<Target> InForce(SteeringRecord record, IndicatorId indicator, DateOnly day)
    {
        var until = record.Targets.Where(t => t.IndicatorId == indicator && !(t.LastDay < day) && !(t.From > day)).ToList();
        var package = until.Max(t => t.From);
        return until.Where(t => t.From == package);
    }

    /// <summary>The body's goals that nothing lies under, in the tree's order.</summary>
    private static IEnumerable<Goal> BottomOf(SteeringRecord record, AmbitionLevel level, List<Goal> goals)
    {
        var body = record.Units.Single(u => u.Id == level.BodyId);
        var children = goals.OrderBy(g => g.Kind).ThenBy(g => g.Order).ThenBy(g => g.Id.Value).ToLookup(g => g.ParentId);
        return children[null].Where(g => IsOf(body, g)).SelectMany(Under);

        IEnumerable<Goal> Under(Goal goal) => children[goal.Id].Any() ? children[goal.Id].SelectMany(Under) : [goal];
    }

    private static AmbitionArea Area(AmbitionLevel level, Goal goal) =>
        new()
        {
            OrganisationId = level.OrganisationId,
            LevelId = level.Id,
            GoalId = goal.Id,
            ParentId = goal.ParentId,
            Number = goal.Number,
            ShortName = goal.ShortName,
            Order = goal.Order,
            Weight = goal.Weight,
            IsKey = goal.IsKey,
            Mirrors = goal.Mirrors,
            IsExample = goal.IsExample,
        };
}
