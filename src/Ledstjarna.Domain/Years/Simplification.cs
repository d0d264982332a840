using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Years;

/// <summary>A reason to ask whether an indicator is still needed.</summary>
public abstract record Finding;

/// <summary>No new figure for twice as long as one should take.</summary>
/// <param name="Last">The period of the latest value. Null: there has never been one.</param>
/// <param name="Months">Months since that period's end, or since it began to count.</param>
/// <param name="Normal">Months from a period's end until the next figure is normally out.</param>
public sealed record NotUpdated(Period? Last, int Months, double Normal) : Finding;

/// <summary>No unit that is there follows it up.</summary>
/// <param name="Former">The unit that did and is no more. Null: none is named.</param>
public sealed record NotOwned(UnitId? Former) : Finding;

/// <summary>The latest follow-ups would have said the same without it, and its own status never changed though it had new figures.</summary>
/// <param name="Status">Its status in all of them.</param>
/// <param name="FollowUps">How many they are.</param>
/// <param name="Since">The first of them.</param>
public sealed record ChangedNothing(Status Status, int FollowUps, DateOnly Since) : Finding;

/// <summary>It nearly says what another says.</summary>
/// <param name="Other">The other.</param>
/// <param name="Correlation">How closely they follow each other. Null: both are the same figure of the comparison set.</param>
public sealed record Repeats(Indicator Other, Correlation? Correlation) : Finding;

/// <summary>A goal at the top whose status would be another without an indicator.</summary>
public sealed record GoalWithout(Goal Goal, NodeRating Before, NodeRating After);

/// <summary>An indicator that could be asked about.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Findings">Why; at least one.</param>
/// <param name="Turned">The goals that ending it would give another status on the day.</param>
public sealed record Simplifiable(Indicator Indicator, IReadOnlyList<Finding> Findings, IReadOnlyList<GoalWithout> Turned);

/// <summary>What could be made simpler (förenkla): indicators that give a reason to ask whether they are needed.</summary>
public sealed class Simplification
{
    /// <summary>How many follow-ups in a row that must say the same, and all those of the last year.</summary>
    public const int FollowUps = 3;

    private readonly Situation _situation;
    private readonly List<Situation> _latest;
    private readonly Dictionary<IndicatorId, KnownFigures> _known;
    private readonly List<(Goal Goal, NodeRating Rating, HashSet<string> Leaves)> _tops;

    private Simplification(Situation situation)
    {
        _situation = situation;
        var record = situation.Record;
        var observations = record.Observations.ToLookup(o => o.IndicatorId);
        var counted = record.Indicators.Where(i => situation.RatingOfIndicator(i.Code) is not null).ToList();
        _known = counted.ToDictionary(i => i.Id, i => new KnownFigures(situation, i, observations[i.Id]));
        _tops = [.. Tops(situation)];
        var days = record
            .FollowUps.Where(f => f.IsDecided && f.CutOff <= situation.CutOff)
            .Select(f => f.CutOff)
            .OrderDescending()
            .ToList();
        _latest =
        [
            .. days.TakeWhile((d, i) => i < FollowUps || d >= days[0].AddYears(-1))
                .Select(d => d == situation.CutOff ? situation : Situation.On(record, d)!),
        ];
        var twins = new IndicatorTwins(situation, counted, _tops.Select(t => t.Leaves));
        Count = counted.Count;
        Indicators =
        [
            .. counted
                .Select(i => new Simplifiable(i, [.. Findings(i, twins)], [.. Turned(i)]))
                .Where(s => s.Findings.Count > 0)
                .OrderByDescending(s => s.Findings.Count)
                .ThenBy(s => s.Turned.Count),
        ];
    }

    /// <summary>How many indicators count on the day.</summary>
    public int Count { get; }

    /// <summary>Those with most reasons first; of them those whose end would change least.</summary>
    public IReadOnlyList<Simplifiable> Indicators { get; }

    public static Simplification Of(Situation situation) => new(situation);

    private IEnumerable<Finding> Findings(Indicator indicator, IndicatorTwins twins) =>
        new Finding?[] { Late(indicator), NotOwned(indicator), ChangedNothing(indicator) }
            .OfType<Finding>()
            .Concat(twins.Of(indicator));

    private NotUpdated? Late(Indicator indicator)
    {
        var normal = indicator.CadenceMonths + indicator.LagMonths;
        var last = _known[indicator.Id].LastValue;
        if ((last?.End ?? Began(indicator)) is not { } since)
        {
            return new NotUpdated(null, 0, normal);
        }

        var months = Period.Months(since, _situation.CutOff);
        return Threshold.StaysWithin(months, 2 * normal) ? null : new NotUpdated(last, months, normal);
    }

    /// <summary>The first day it counted in the structure. Null: it has no beginning.</summary>
    private DateOnly? Began(Indicator indicator)
    {
        var goals = _situation.Goals.ToDictionary(g => g.Id);
        var first = _situation
            .Measures.Where(m => m.IndicatorId == indicator.Id && goals.ContainsKey(m.GoalId))
            .Min(m => m.FirstDay ?? goals[m.GoalId].Validity.From ?? DateOnly.MinValue);
        var structure = _situation.Structure.Validity.From ?? DateOnly.MinValue;
        var began = first > structure ? first : structure;
        return began == DateOnly.MinValue ? null : began;
    }

    private NotOwned? NotOwned(Indicator indicator) =>
        indicator.OwnerId is not { } owner ? new NotOwned((UnitId?)null)
        : _situation.Record.Units.Any(u => u.Id == owner && u.Validity.Includes(_situation.CutOff)) ? null
        : new NotOwned(owner);

    private ChangedNothing? ChangedNothing(Indicator indicator)
    {
        var ratings = _latest.Select(s => s.RatingOfIndicator(indicator.Code)).ToList();
        return
            _latest.Count >= FollowUps
            && ratings.Select(r => r?.Effective).Distinct().ToList() is [{ } status]
            && ratings.Select(r => r?.Period).Distinct().Count() > 1 // with the same figure it had no chance to change anything
            && _latest.All(s => !Turned(s, s == _situation ? _tops : Tops(s), indicator).Any())
            ? new ChangedNothing(status, _latest.Count, _latest[^1].CutOff)
            : null;
    }

    private IEnumerable<GoalWithout> Turned(Indicator indicator) => Turned(_situation, _tops, indicator);

    private static IEnumerable<GoalWithout> Turned(
        Situation situation,
        IEnumerable<(Goal Goal, NodeRating Rating, HashSet<string> Leaves)> tops,
        Indicator indicator
    )
    {
        var id = Subject.Indicator.IdOf(indicator.Code);
        foreach (var (goal, rating, leaves) in tops)
        {
            if (
                leaves.Contains(id)
                && LeftOut.Without(situation.Leading, rating, id) is { } without
                && without.Layers.Computed != rating.Layers.Computed
            )
            {
                yield return new GoalWithout(goal, rating, without);
            }
        }
    }

    private static IEnumerable<(Goal Goal, NodeRating Rating, HashSet<string> Leaves)> Tops(Situation situation) =>
        from goal in situation.Goals
        where goal.ParentId is null
        let rating = situation.Rating(goal)
        select (goal, rating, Sensitivity.Leaves(situation.Leading, rating).Select(l => l.Id).ToHashSet(StringComparer.Ordinal));
}
