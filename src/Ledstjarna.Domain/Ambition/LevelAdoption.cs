using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.Domain.Ambition;

/// <summary>
/// What an adopted level does to the goals: from its first cut-off its areas, measures and political targets count, and what it leaves out is
/// ended by its decision. Nothing that counted before that day is touched, and levels adopted for later follow-ups hold what they held.
/// </summary>
public sealed class LevelAdoption
{
    /// <param name="record">As it is.</param>
    /// <param name="level">Adopted, with its decision and dates.</param>
    /// <param name="newId">Gives a new id each time.</param>
    /// <exception cref="DomainRuleException">It has no areas, cannot begin that day, or its decision brings nothing into force.</exception>
    public LevelAdoption(SteeringRecord record, AmbitionLevel level, Func<Guid> newId)
    {
        level.Check();
        if (record.Decisions.Single(d => d.Id == level.DecisionId) is { BringsIntoForce: false })
        {
            throw new DomainRuleException(RuleCode.BringsNothingIntoForce, "decision");
        }

        var content = LevelContent.Of(record, level);
        if (content.Areas.Count == 0)
        {
            throw new DomainRuleException(RuleCode.LevelHasNoAreas, "decision");
        }

        LevelRules.CheckFirstCutOff(record, level);
        foreach (var area in content.Areas)
        {
            LevelRules.Check(record, level, area, isNew: false);
        }

        var later = record
            .AmbitionLevels.Where(l =>
                l.Id != level.Id
                && l.State == LevelState.Adopted
                && (l.BodyId, l.StructureId) == (level.BodyId, level.StructureId)
                && l.ForFollowUpsFrom > level.ForFollowUpsFrom
            )
            .OrderBy(l => l.ForFollowUpsFrom)
            .ToList();
        if (later.Count > 0)
        {
            RequireSharedAreasToStand(record, content);
            foreach (var next in later)
            {
                RequireHeldAreas(
                    content,
                    LevelContent.Standing(record, level, level.ForFollowUpsFrom!.Value, newId),
                    LevelContent.Standing(record, next, next.ForFollowUpsFrom!.Value, newId)
                );
            }
        }

        var after = new LevelWriting(record, level, content, newId).After;
        foreach (var next in later)
        {
            var held = LevelContent.Standing(record, next, next.ForFollowUpsFrom!.Value, newId);
            after = new LevelWriting(after, next, held, newId).After;
        }

        After = after;
        (Added, Changed, Removed) = Differences(record, after);
    }

    /// <summary>The record with the level in force.</summary>
    public SteeringRecord After { get; }

    /// <summary>New rows.</summary>
    public IReadOnlyList<object> Added { get; }

    /// <summary>Rows that are there, as they become.</summary>
    public IReadOnlyList<object> Changed { get; }

    /// <summary>Rows that were to begin on the very day that the level does, and that it leaves out: they never came to count.</summary>
    public IReadOnlyList<object> Removed { get; }

    /// <summary>An area cannot end and be there again: what a later level holds of what stands, an earlier one holds too.</summary>
    private static void RequireHeldAreas(LevelContent content, LevelContent standing, LevelContent held)
    {
        if (
            standing.Areas.FirstOrDefault(a => content.Areas.All(c => c.GoalId != a.GoalId) && held.Areas.Any(h => h.GoalId == a.GoalId)) is
            { } left
        )
        {
            throw new DomainRuleException(RuleCode.AreaHeldLater, "forFollowUpsFrom", $"{left.Number} {left.ShortName}");
        }
    }

    /// <summary>An area says the same on all days; another level, decided for later, counts on what it says.</summary>
    private static void RequireSharedAreasToStand(SteeringRecord record, LevelContent content)
    {
        foreach (var area in content.Areas)
        {
            if (record.Goals.FirstOrDefault(g => g.Id == area.GoalId) is { } goal && !LevelWriting.SaysTheSame(area, goal))
            {
                throw new DomainRuleException(RuleCode.AreaOfLaterLevel, "forFollowUpsFrom", $"{goal.Number} {goal.ShortName}");
            }
        }
    }

    private static (IReadOnlyList<object> Added, IReadOnlyList<object> Changed, IReadOnlyList<object> Removed) Differences(
        SteeringRecord before,
        SteeringRecord after
    )
    {
        var was = Rows(before);
        var now = Rows(after);
        return (
            [.. now.Where(r => !was.ContainsKey(r.Key)).Select(r => r.Value)],
            [.. now.Where(r => was.TryGetValue(r.Key, out var old) && !ReferenceEquals(old, r.Value)).Select(r => r.Value)],
            [.. was.Where(r => !now.ContainsKey(r.Key)).Select(r => r.Value)]
        );
    }

    /// <summary>Goals before what points to them.</summary>
    private static Dictionary<(Guid, int), object> Rows(SteeringRecord record) =>
        record
            .Goals.Select(g => KeyValuePair.Create((g.Id.Value, -1), (object)g))
            .Concat(record.Measures.Select(m => KeyValuePair.Create((m.GoalId.Value, m.Order), (object)m)))
            .Concat(record.Targets.Select(t => KeyValuePair.Create((t.Id.Value, -1), (object)t)))
            .ToDictionary();
}
