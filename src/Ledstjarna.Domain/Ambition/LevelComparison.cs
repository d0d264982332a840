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

    /// <summary>A political target, to be reached by one day; with the reason given in the later level.</summary>
    public sealed record OfTarget(
        DifferenceKind Kind,
        string? TopGoal,
        IndicatorId IndicatorId,
        TargetLevel? Before,
        TargetLevel? After,
        string? Why
    ) : LevelDifference(Kind, TopGoal);
}

/// <summary>What two levels of the same body have that is not the same, by goal.</summary>
public static class LevelComparison
{
    /// <summary>Those of the whole first, then by goal: areas, then measures, then targets, each in the tree's order.</summary>
    public static IReadOnlyList<LevelDifference> Between(SteeringRecord record, LevelContent before, LevelContent after)
    {
        var tops = new Tops(record, before, after);
        IEnumerable<LevelDifference> principle =
            before.PrincipleId == after.PrincipleId ? [] : [new LevelDifference.OfPrinciple(before.PrincipleId, after.PrincipleId)];
        return
        [
            .. principle
                .Concat(Areas(tops, before, after))
                .Concat(Measures(tops, before, after))
                .Concat(Targets(tops, before, after))
                .OrderBy(d => d.TopGoal is null ? -1 : tops.Order(d.TopGoal)),
        ];
    }

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
    )
    {
        var same = Pairs(before, after, m => (m.AreaId, m.IndicatorId, m.ActivityId)).ToList();
        var moved = Pairs(
            [.. same.Where(p => p.After is null).Select(p => p.Before!)],
            [.. same.Where(p => p.Before is null).Select(p => p.After!)],
            m => (m.IndicatorId, m.ActivityId)
        );
        return same.Where(p => p.Before is not null && p.After is not null).Concat(moved);
    }

    private static IEnumerable<LevelDifference> Targets(Tops tops, LevelContent before, LevelContent after) =>
        from pair in Pairs(before.Targets, after.Targets, t => (t.IndicatorId, t.Due))
        let now = pair.After
        let was = pair.Before
        where was is null || now is null || was.Level() != now.Level()
        let indicator = (now ?? was)!.IndicatorId
        select new LevelDifference.OfTarget(KindOf(was, now), tops.Of(indicator), indicator, was?.Level(), now?.Level(), now?.Why);

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
