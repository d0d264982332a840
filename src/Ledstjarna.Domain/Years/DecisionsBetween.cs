using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Years;

/// <summary>A decision between two follow-ups that concerns a goal.</summary>
/// <param name="Decision">The decision.</param>
/// <param name="IsOfGoal">Whether it made, changed or ended the goal, what lies under it, or how to reach it.</param>
/// <param name="Targets">The indicators under the goal whose targets it set or ended.</param>
/// <param name="Level">The ambition level that it adopted, rejected or sent back. Null: none.</param>
public sealed record DecisionSince(Decision Decision, bool IsOfGoal, IReadOnlyList<Indicator> Targets, AmbitionLevel? Level)
{
    internal bool Concerns => IsOfGoal || Targets.Count > 0 || Level is not null;
}

/// <summary>
/// The decisions after one follow-up's cut-off, up to the day the next one knew of. What came between a cut-off and its known-at day may
/// concern both, and is told in both.
/// </summary>
internal sealed class DecisionsBetween
{
    private readonly SteeringRecord _record;
    private readonly GoalStructure _structure;
    private readonly List<(Decision Decision, List<GovernedReference> Governs)> _decisions;

    public DecisionsBetween(Situation before, Situation now)
    {
        (_record, _structure) = (now.Record, now.Structure);
        var last = now.KnownAt ?? now.CutOff;
        _decisions =
        [
            .. now
                .Record.Decisions.Where(d => d.MeetingDate > before.CutOff && d.MeetingDate <= last)
                .OrderBy(d => d.MeetingDate)
                .ThenBy(d => d.Paragraph)
                .Select(d => (d, Governance.By(now.Record, d.Id).ToList())),
        ];
    }

    /// <param name="top">A goal at the top.</param>
    /// <param name="leaves">The indicators and activities under it then or now, by their ids in the assessment.</param>
    public IReadOnlyList<DecisionSince> Of(Goal top, IReadOnlyList<string> leaves)
    {
        var under = Below(top.Id).Append(top.Id).ToHashSet();
        var ids = leaves.ToHashSet(StringComparer.Ordinal);
        var indicators = _record.Indicators.Where(i => ids.Contains(Subject.Indicator.IdOf(i.Code))).ToDictionary(i => i.Id);
        return [.. _decisions.Select(d => Made(d.Decision, d.Governs)).Where(d => d.Concerns)];

        DecisionSince Made(Decision decision, List<GovernedReference> governs) =>
            new(
                decision,
                governs.Any(g => IsOf(g.Thing)),
                [
                    .. governs
                        .Select(g => (g.Thing as Target)?.IndicatorId)
                        .OfType<IndicatorId>()
                        .Distinct()
                        .Select(i => indicators.GetValueOrDefault(i))
                        .OfType<Indicator>(),
                ],
                _record.AmbitionLevels.FirstOrDefault(l =>
                    l.DecisionId == decision.Id
                    && l.StructureId == _structure.Id
                    && LevelContent.IsOf(_record.Units.Single(u => u.Id == l.BodyId), top)
                )
            );

        bool IsOf(object thing) =>
            thing switch
            {
                Goal g => under.Contains(g.Id),
                Clarification c => under.Contains(c.GoalId),
                Measure m => under.Contains(m.GoalId),
                Strategy s => under.Contains(s.GoalId) || _record.StrategyGoals.Any(l => l.StrategyId == s.Id && under.Contains(l.GoalId)),
                GoalStructure s => s.Id == _structure.Id,
                _ => false,
            };
    }

    private IEnumerable<GoalId> Below(GoalId goal) =>
        _record.Goals.Where(g => g.ParentId == goal).SelectMany(g => Below(g.Id).Prepend(g.Id));
}
