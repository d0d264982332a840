using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>What one body decides of a follow-up: the board and then the council the whole, any other body its own goals.</summary>
/// <param name="FollowUp">Of which.</param>
/// <param name="Body">Whose.</param>
/// <param name="IsWhole">Whether it is the whole.</param>
/// <param name="Goals">The goals the body says its word of.</param>
public sealed record FollowUpPart(FollowUp FollowUp, Unit Body, bool IsWhole, IReadOnlyList<Goal> Goals)
{
    /// <summary>The part that a body is to decide now.</summary>
    /// <exception cref="DomainRuleException">It has none, has decided it already, or the follow-up has not come so far.</exception>
    public static FollowUpPart Of(SteeringRecord record, FollowUp followUp, UnitId body)
    {
        var part =
            All(record, followUp).FirstOrDefault(p => p.Body.Id == body) ?? throw new DomainRuleException(RuleCode.NoPartToDecide, "body");
        return part.IsOpen(record) ? part : throw new DomainRuleException(RuleCode.NoPartToDecide, "body");
    }

    /// <summary>Every body's part: committees and companies with goals of their own, then the board, then the council.</summary>
    public static IReadOnlyList<FollowUpPart> All(SteeringRecord record, FollowUp followUp)
    {
        var goals = record
            .Goals.Where(g => g.StructureId == followUp.StructureId && g.Validity.Includes(followUp.CutOff))
            .OrderBy(g => g.Level)
            .ThenBy(g => g.Order)
            .ToList();
        return
        [
            .. from unit in record.Units
            where unit.Kind is not (UnitKind.Board or UnitKind.Council)
            let own = goals.Where(g => g.Kind == GoalKind.Committee && g.UnitId == unit.Id).ToList()
            where own.Count > 0
            select new FollowUpPart(followUp, unit, false, own),
            .. record
                .Units.Where(u => u.Kind is UnitKind.Board or UnitKind.Council)
                .OrderBy(u => u.Kind == UnitKind.Council)
                .Select(u => new FollowUpPart(followUp, u, true, goals)),
        ];
    }

    /// <summary>The freezing of it that stands. Null: it is not decided.</summary>
    public FrozenRows? Frozen(SteeringRecord record) =>
        record.Frozen.LastOrDefault(f => f.Follow.FollowUpId == FollowUp.Id && f.Follow.BodyId == Body.Id && f.Follow.Stands);

    /// <summary>Whether it is the body's turn, and it has not had it.</summary>
    public bool IsOpen(SteeringRecord record) =>
        Frozen(record) is null
        && (
            !IsWhole ? FollowUp.TakesReports
            : Body.Kind == UnitKind.Board ? FollowUp.State == FollowUpState.Preparing
            : FollowUp.State == FollowUpState.Decided
        );
}
