using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.Domain.Ambition;

public enum DifferenceKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One thing that differs between two levels. Of before and after the one is null when the thing is added or removed.</summary>
/// <param name="Kind">Added, removed or changed.</param>
/// <param name="TopGoal">The number of the goal at the top that it lies under; null for the level as a whole.</param>
public abstract record LevelDifference(DifferenceKind Kind, string? TopGoal)
{
    /// <summary>Another principle.</summary>
    public sealed record OfPrinciple(PrincipleId Before, PrincipleId After) : LevelDifference(DifferenceKind.Changed, null);

    /// <summary>A measurement area; changed when its name, number, weight or the phrases it mirrors are others.</summary>
    public sealed record OfArea(DifferenceKind Kind, string? TopGoal, AmbitionArea? Before, AmbitionArea? After)
        : LevelDifference(Kind, TopGoal);

    /// <summary>An indicator or activity in an area; changed when its area, its weight or whether it is a key is another.</summary>
    public sealed record OfMeasure(
        DifferenceKind Kind,
        string? TopGoal,
        AmbitionMeasure? Before,
        AmbitionMeasure? After,
        AmbitionArea? AreaBefore,
        AmbitionArea? AreaAfter
    ) : LevelDifference(Kind, TopGoal);

    /// <summary>A political target; with the reason given in the later level, and whether it leaves the indicator to experts.</summary>
    public sealed record OfTarget(
        DifferenceKind Kind,
        string? TopGoal,
        IndicatorId IndicatorId,
        TargetLevel? Before,
        TargetLevel? After,
        string? Why,
        bool IsLeftToExperts
    ) : LevelDifference(Kind, TopGoal);
}

/// <summary>What two levels of the same body have that is not the same, by goal.</summary>
public static class LevelComparison
{
    /// <summary>
    /// Those of the whole first, then by goal: areas, then measures, then targets, each in the tree's order. Between goals of two structures an
    /// area is the same if it has the number, or else the name, that one had before.
    /// </summary>
    public static IReadOnlyList<LevelDifference> Between(SteeringRecord record, LevelContent before, LevelContent after)
    {
        var tops = new Tops(record, before, after);
        var now = AsBefore(record, before, after);
        IEnumerable<LevelDifference> principle =
            before.PrincipleId == now.PrincipleId ? [] : [new LevelDifference.OfPrinciple(before.PrincipleId, now.PrincipleId)];
        return
        [
            .. principle
                .Concat(Areas(tops, before, now))
                .Concat(Measures(tops, before, now))
                .Concat(Targets(tops, before, now))
                .OrderBy(d => d.TopGoal is null ? -1 : tops.Order(d.TopGoal)),
        ];
    }

    /// <summary>The later content with the ids of the areas, and of what they lie under, that stood for the same before.</summary>
    private static LevelContent AsBefore(SteeringRecord record, LevelContent before, LevelContent after)
    {
        var goals = record.Goals.ToDictionary(g => g.Id);
        if (StructureOf(goals, before) is not { } was || StructureOf(goals, after) is not { } now || was == now)
        {
            return after;
        }

        var olds = record.Goals.Where(g => g.StructureId == was).ToLookup(g => g.Number);
        var free = before.Areas.ToDictionary(a => a.GoalId);
        var same = new Dictionary<GoalId, GoalId>();
        foreach (var key in (Func<AmbitionArea, string>[])[a => a.Number, a => a.ShortName])
        {
            foreach (var area in after.Areas.Where(a => !same.ContainsKey(a.GoalId)))
            {
                if (free.Values.FirstOrDefault(o => key(o) == key(area)) is { } old)
                {
                    same[area.GoalId] = old.GoalId;
                    free.Remove(old.GoalId);
                }
            }
        }

        GoalId? Parent(GoalId? id) => id is { } p && olds[goals[p].Number].FirstOrDefault() is { } old ? old.Id : id;
        return after with
        {
            Areas =
            [
                .. after.Areas.Select(a => a with { GoalId = same.GetValueOrDefault(a.GoalId, a.GoalId), ParentId = Parent(a.ParentId) }),
            ],
            Measures = [.. after.Measures.Select(m => m with { AreaId = same.GetValueOrDefault(m.AreaId, m.AreaId) })],
        };
    }

    private static GoalStructureId? StructureOf(Dictionary<GoalId, Goals.Goal> goals, LevelContent content) =>
        content.Areas.Select(a => goals.GetValueOrDefault(a.ParentId ?? a.GoalId)?.StructureId).FirstOrDefault(s => s is not null);

    private static IEnumerable<LevelDifference> Areas(Tops tops, LevelContent before, LevelContent after) =>
        from pair in Pairs(before.Areas, after.Areas, a => a.GoalId)
        where pair.Before is null || pair.After is null || !SaysTheSame(pair.Before, pair.After)
        select new LevelDifference.OfArea(KindOf(pair.Before, pair.After), tops.Of(pair.After ?? pair.Before!), pair.Before, pair.After);

    private static bool SaysTheSame(AmbitionArea a, AmbitionArea b) =>
        (a.ParentId, a.Number, a.ShortName, a.Weight, a.IsKey) == (b.ParentId, b.Number, b.ShortName, b.Weight, b.IsKey)
        && a.Mirrors.Order().SequenceEqual(b.Mirrors.Order());

    private static IEnumerable<LevelDifference> Measures(Tops tops, LevelContent before, LevelContent after)
    {
        var (areasBefore, areasAfter) = (before.Areas.ToDictionary(a => a.GoalId), after.Areas.ToDictionary(a => a.GoalId));
        foreach (var (was, now) in PairsOfMeasures(before.Measures, after.Measures))
        {
            if (was is not null && now is not null && (was.AreaId, was.Weight, was.IsKey) == (now.AreaId, now.Weight, now.IsKey))
            {
                continue;
            }

            var (from, to) = (
                was is null ? null : areasBefore.GetValueOrDefault(was.AreaId),
                now is null ? null : areasAfter.GetValueOrDefault(now.AreaId)
            );
            yield return new LevelDifference.OfMeasure(
                KindOf(was, now),
                (to ?? from) is { } area ? tops.Of(area) : null,
                was,
                now,
                from,
                to
            );
        }
    }

    /// <summary>The same indicator may stand in several areas: first those in the same area are paired, then the rest in order.</summary>
    private static IEnumerable<(AmbitionMeasure? Before, AmbitionMeasure? After)> PairsOfMeasures(
        IReadOnlyList<AmbitionMeasure> before,
        IReadOnlyList<AmbitionMeasure> after
    ) => Pairs(before, after, m => (m.AreaId, m.IndicatorId, m.ActivityId), m => (m.IndicatorId, m.ActivityId));

    /// <summary>An indicator may have targets for several days: first those for the same day are paired, then the rest in order.</summary>
    private static IEnumerable<LevelDifference> Targets(Tops tops, LevelContent before, LevelContent after) =>
        from pair in Pairs(before.Targets, after.Targets, t => (t.IndicatorId, t.Due), t => t.IndicatorId)
        let now = pair.After
        let was = pair.Before
        where was is null || now is null || was.Level() != now.Level()
        let indicator = (now ?? was)!.IndicatorId
        let isLeft = now is null
            && after.Measures.Any(m => m.IndicatorId == indicator)
            && after.Targets.All(t => t.IndicatorId != indicator)
        select new LevelDifference.OfTarget(KindOf(was, now), tops.Of(indicator), indicator, was?.Level(), now?.Level(), now?.Why, isLeft);

    /// <summary>Pairs by what makes two surely the same, then what is left by what makes them probably so.</summary>
    private static IEnumerable<(T? Before, T? After)> Pairs<T, TSure, TLikely>(
        IReadOnlyList<T> before,
        IReadOnlyList<T> after,
        Func<T, TSure> sure,
        Func<T, TLikely> likely
    )
        where T : class
        where TSure : notnull
        where TLikely : notnull
    {
        var same = Pairs(before, after, sure).ToList();
        var rest = Pairs(
            [.. same.Where(p => p.After is null).Select(p => p.Before!)],
            [.. same.Where(p => p.Before is null).Select(p => p.After!)],
            likely
        );
        return same.Where(p => p.Before is not null && p.After is not null).Concat(rest);
    }

    private static DifferenceKind KindOf(object? before, object? after) =>
        before is null ? DifferenceKind.Added
        : after is null ? DifferenceKind.Removed
        : DifferenceKind.Changed;

    /// <summary>Those of the first list with the ones of the second that have the same key, in order; then those that only the second has.</summary>
    private static IEnumerable<(T? Before, T? After)> Pairs<T, TKey>(IReadOnlyList<T> before, IReadOnlyList<T> after, Func<T, TKey> key)
        where T : class
        where TKey : notnull
    {
        var left = after.ToLookup(key).ToDictionary(g => g.Key, g => new Queue<T>(g));
        foreach (var was in before)
        {
            yield return (was, left.TryGetValue(key(was), out var queue) && queue.TryDequeue(out var now) ? now : null);
        }

        foreach (var now in after.Where(a => left.TryGetValue(key(a), out var queue) && queue.Contains(a)))
        {
            yield return (null, now);
        }
    }

    /// <summary>Finds the goal at the top that things lie under.</summary>
    private sealed class Tops(SteeringRecord record, LevelContent before, LevelContent after)
    {
        private readonly Dictionary<GoalId, Goals.Goal> _goals = record.Goals.ToDictionary(g => g.Id);

        public string? Of(AmbitionArea area)
        {
            var goal = _goals.GetValueOrDefault(area.ParentId ?? area.GoalId);
            while (goal?.ParentId is { } parent)
            {
                goal = _goals.GetValueOrDefault(parent);
            }

            return goal?.Number ?? area.Number;
        }

        public string? Of(IndicatorId indicator) => In(after, indicator) ?? In(before, indicator);

        public int Order(string number) =>
            _goals.Values.Where(g => g.Number == number).Select(g => ((int)g.Kind * 1000) + g.Order).DefaultIfEmpty(int.MaxValue).Min();

        private string? In(LevelContent content, IndicatorId indicator) =>
            content.Measures.FirstOrDefault(m => m.IndicatorId == indicator) is { } measure
            && content.Areas.FirstOrDefault(a => a.GoalId == measure.AreaId) is { } area
                ? Of(area)
                : null;
    }
}
