using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Features.Goals;

/// <summary>Which goals the tree shows: those a unit answers for or contributes with, and those with a status. A goal is shown when something under it is.</summary>
public sealed class TreeFilter
{
    private readonly Situation _situation;
    private readonly HashSet<Goal> _shown;

    /// <param name="situation">The goals as they stand.</param>
    /// <param name="unit">A unit's abbreviation; unknown or empty means all.</param>
    /// <param name="status">A status; null means all.</param>
    public TreeFilter(Situation situation, string? unit, Status? status)
    {
        (_situation, Status) = (situation, status);
        Unit = situation.Record.Units.FirstOrDefault(u => string.Equals(u.Abbreviation, unit, StringComparison.OrdinalIgnoreCase));
        var hits = situation.Goals.Where(Hits).ToList();
        _shown = [.. hits.SelectMany(Above), .. Unit is null ? [] : hits.SelectMany(Below)];
    }

    public Unit? Unit { get; }

    public Status? Status { get; }

    public bool IsActive => Unit is not null || Status is not null;

    public bool Shows(Goal goal) => !IsActive || _shown.Contains(goal);

    /// <summary>A unit's own goals, those it answers for, council goals it contributes to, and areas whose figures or activities are its.</summary>
    private bool Hits(Goal goal) => (Status is null || HasStatus(goal, Status.Value)) && (Unit is null || BelongsTo(goal, Unit));

    /// <summary>The goal itself, or a figure or activity in it.</summary>
    private bool HasStatus(Goal goal, Status status)
    {
        var rating = _situation.Rating(goal);
        return rating.Effective == status
            || rating.Children.Any(c => c.Child is not TreeNode && GoalWords.LeafStatus(_situation.Leading, c.Child) == status);
    }

    private bool BelongsTo(Goal goal, Unit unit)
    {
        var record = _situation.Record;
        return goal.UnitId == unit.Id
            || _situation.Measures.Any(m =>
                m.GoalId == goal.Id
                && (
                    record.Indicators.Any(i => i.Id == m.IndicatorId && i.OwnerId == unit.Id)
                    || record.Activities.Any(a => a.Id == m.ActivityId && a.ResponsibleUnits.Contains(unit.Id.Value))
                )
            )
            || record.Contributions.Any(c =>
                c.CouncilGoalId == goal.Id && _situation.Goals.Any(g => g.Id == c.GoalId && g.UnitId == unit.Id)
            );
    }

    private IEnumerable<Goal> Above(Goal goal)
    {
        for (var g = goal; g is not null; g = _situation.Goals.FirstOrDefault(p => p.Id == g.ParentId))
        {
            yield return g;
        }
    }

    private IEnumerable<Goal> Below(Goal goal) => goal.Level == 0 ? [] : _situation.Children(goal).SelectMany(c => Below(c).Prepend(c));
}
