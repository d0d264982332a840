using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace Ledstjarna.Domain.FollowUps;

public sealed partial record SteeringRecord
{
    private SteeringRecord? _thawed;

    private static readonly ConditionalWeakTable<SteeringRecord, SteeringRecord> PublicOnes = [];
    private static readonly ConditionalWeakTable<SteeringRecord, ConcurrentDictionary<FrozenId, SteeringRecord>> FrozenOnes = [];

    /// <summary>The record with everything as it is now, whichever day this one shows.</summary>
    public SteeringRecord Thawed => _thawed ?? this;

    /// <summary>What those see who may not read what is being prepared: no follow-up before it is published.</summary>
    public SteeringRecord Public =>
        FollowUps.All(f => f.State == FollowUpState.Published)
            ? this
            : PublicOnes.GetValue(this, all => all with { FollowUps = [.. all.FollowUps.Where(f => f.State == FollowUpState.Published)] });

    /// <summary>The latest freezing of the whole that stands. Null: it is not decided.</summary>
    public FrozenRows? FrozenWhole(FollowUpId followUp) =>
        Frozen.LastOrDefault(f => f.Follow.FollowUpId == followUp && f.Follow is { IsWhole: true, Stands: true });

    /// <summary>The freezing of a unit's own part that stands. Null: it is not decided.</summary>
    public FrozenRows? FrozenPart(FollowUpId followUp, UnitId unit) =>
        Frozen.LastOrDefault(f =>
            f.Follow.FollowUpId == followUp && f.Follow.BodyId == unit && f.Follow is { IsWhole: false, Stands: true }
        );

    /// <summary>The record as it was known when the follow-up was decided as a whole; itself when it is not.</summary>
    public SteeringRecord AsFrozen(FollowUpId followUp) => FrozenWhole(followUp) is { } frozen ? As(frozen) : this;

    /// <summary>The record with frozen rows in place of today's. What is of no matter to how the goals stood is today's.</summary>
    public SteeringRecord As(FrozenRows frozen) =>
        FrozenOnes.GetValue(Thawed, _ => new()).GetOrAdd(frozen.Follow.Id, _ => Thawed.With(frozen.Rows));

    private SteeringRecord With(SteeringRecord frozen)
    {
        var figures = frozen.Indicators.Select(i => i.Id).ToHashSet();
        var structures = frozen.Structures.Select(s => s.Id).ToHashSet();
        var goals = Goals.Concat(frozen.Goals).Where(g => structures.Contains(g.StructureId)).Select(g => g.Id).ToHashSet();
        return this with
        {
            Structures = Replaced(Structures, frozen.Structures, s => s.Id),
            Principles = Replaced(Principles, frozen.Principles, p => p.Id),
            Goals = [.. Goals.Where(g => !goals.Contains(g.Id)), .. frozen.Goals],
            Clarifications = [.. Clarifications.Where(c => !goals.Contains(c.GoalId)), .. frozen.Clarifications],
            ExpectedOutcomes = [.. ExpectedOutcomes.Where(o => !goals.Contains(o.GoalId)), .. frozen.ExpectedOutcomes],
            Contributions = [.. Contributions.Where(c => !goals.Contains(c.GoalId)), .. frozen.Contributions],
            Measures = [.. Measures.Where(m => !goals.Contains(m.GoalId)), .. frozen.Measures],
            Indicators = Replaced(Indicators, frozen.Indicators, i => i.Id),
            Activities = Replaced(Activities, frozen.Activities, a => a.Id),
            Breaks = [.. Breaks.Where(b => !figures.Contains(b.IndicatorId)), .. frozen.Breaks],
            Targets = [.. Targets.Where(t => !figures.Contains(t.IndicatorId)), .. frozen.Targets],
            Observations = [.. Observations.Where(o => !figures.Contains(o.IndicatorId)), .. frozen.Observations],
            Judgements = frozen.Judgements,
            Requests = frozen.Requests,
            National = National
                .Concat(frozen.National)
                .GroupBy(n => n.Key, StringComparer.Ordinal)
                .ToDictionary(n => n.Key, n => n.Last().Value, StringComparer.Ordinal),
            _thawed = Thawed,
        };
    }

    private static IReadOnlyList<T> Replaced<T, TId>(IReadOnlyList<T> now, IReadOnlyList<T> frozen, Func<T, TId> id)
        where TId : notnull
    {
        var then = frozen.ToDictionary(id);
        var known = now.Select(id).ToHashSet();
        return [.. now.Select(n => then.GetValueOrDefault(id(n)) ?? n), .. frozen.Where(f => !known.Contains(id(f)))];
    }
}
