using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.Decisions;

/// <summary>Something that points to a decision.</summary>
/// <param name="Thing">What points.</param>
/// <param name="Decision">To which.</param>
/// <param name="Kind">What it is in force as; null where it only tells where something comes from.</param>
/// <param name="Field">The form's field that points.</param>
public sealed record GovernedReference(object Thing, DecisionId Decision, GovernedKind? Kind, string Field)
{
    /// <summary>Whether the decision ended the thing rather than made it.</summary>
    public bool Ends => Field == "endedBy";
}

/// <summary>What is in force through decisions.</summary>
public static class Governance
{
    /// <summary>All that a decision governs, in the order of kinds.</summary>
    public static IEnumerable<GovernedReference> By(SteeringRecord record, DecisionId decision) =>
        Rows(record).SelectMany(ReferencesOf).Where(r => r.Decision == decision);

    /// <summary>The decisions that a row points to.</summary>
    public static IEnumerable<GovernedReference> ReferencesOf(object row) =>
        row switch
        {
            Vision v => One(row, v.DecisionId, GovernedKind.Vision),
            GoalStructure s => One(row, s.DecisionId, GovernedKind.GoalStructure),
            Goal g => Both(row, g.DecisionId, g.EndedBy, KindOf(g)),
            Clarification c => Both(row, null, c.EndedBy, GovernedKind.SubGoal),
            Strategy s => Both(row, s.State == StrategyState.Adopted ? s.DecisionId : null, s.EndedBy, GovernedKind.Strategy),
            GoalSource s => One(row, s.DecisionId, null),
            Measure m => Both(row, null, m.EndedBy, GovernedKind.Target),
            Target t => Both(row, t.DecisionId, t.EndedBy, GovernedKind.Target),
            AmbitionLevel l => One(row, l.State == LevelState.Adopted ? l.DecisionId : null, GovernedKind.AmbitionLevel),
            GoverningDocument d => One(row, d.DecisionId, GovernedKind.GoverningDocument),
            FollowUp f => One(row, f.DecisionId, GovernedKind.FollowUp),
            FrozenFollowUp { WithdrawnAt: null } f => One(row, f.DecisionId, GovernedKind.FollowUp),
            Correction c => One(row, c.DecisionId, null),
            RecordedJudgement j => One(row, j.DecisionId, null),
            Assignment a =>
            [
                new(row, a.DecisionId, null, "decision"),
                .. One(row, a.ClosedById, GovernedKind.Assignment, "closedBy"),
                .. One(row, a.WithdrawnById, GovernedKind.Assignment, "withdrawnBy"),
            ],
            _ => [],
        };

    private static IEnumerable<object> Rows(SteeringRecord record) =>
        [
            .. record.Visions,
            .. record.Structures,
            .. record.Goals,
            .. record.Clarifications,
            .. record.Strategies,
            .. record.GoalSources,
            .. record.AmbitionLevels,
            .. record.Targets,
            .. record.Measures,
            .. record.Documents,
            .. record.FollowUps,
            .. record.Frozen.Select(f => f.Follow),
            .. record.Corrections,
            .. record.Judgements,
            .. record.Assignments,
        ];

    private static GovernedKind KindOf(Goal goal) =>
        goal.Kind != GoalKind.Council ? GovernedKind.UnitGoal
        : goal.Level == 0 ? GovernedKind.CouncilGoal
        : GovernedKind.SubGoal;

    private static IEnumerable<GovernedReference> One(object row, DecisionId? decision, GovernedKind? kind, string field = "decision") =>
        decision is { } d ? [new(row, d, kind, field)] : [];

    private static IEnumerable<GovernedReference> Both(object row, DecisionId? made, DecisionId? ended, GovernedKind kind) =>
        One(row, made, kind).Concat(One(row, ended, kind, "endedBy"));
}
