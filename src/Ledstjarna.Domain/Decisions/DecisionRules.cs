using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.Decisions;

/// <summary>What must hold for decisions, and for what points to them.</summary>
public static class DecisionRules
{
    /// <exception cref="DomainRuleException">It is registered already, is of no body, or what it governs would lose its force.</exception>
    public static void Check(SteeringRecord record, Decision decision)
    {
        if (record.Units.FirstOrDefault(u => u.Id == decision.BodyId) is not { } body)
        {
            throw new DomainRuleException(RuleCode.UnitUnknown, "body");
        }

        if (!body.Decides)
        {
            throw new DomainRuleException(RuleCode.NotABody, "body");
        }

        if (
            decision.Paragraph is { } paragraph
            && record.Decisions.Any(d =>
                d.Id != decision.Id
                && d.BodyId == decision.BodyId
                && d.MeetingDate == decision.MeetingDate
                && d.DayIsKnown == decision.DayIsKnown
                && d.Paragraph == paragraph
            )
        )
        {
            throw new DomainRuleException(RuleCode.DecisionTaken, "paragraph");
        }

        if ((decision.Outcome == DecisionOutcome.Referred) != decision.ReferredToId is not null)
        {
            throw new DomainRuleException(RuleCode.ReferredToWhom, "referredTo");
        }

        if (record.Decisions.FirstOrDefault(d => d.Id == decision.Id) is not { } before)
        {
            return;
        }

        if (before.BringsIntoForce && !decision.BringsIntoForce && Governance.By(record, decision.Id).Any(g => g.Kind is not null))
        {
            throw new DomainRuleException(RuleCode.DecisionGoverns, before.Kind == decision.Kind ? "outcome" : "kind");
        }
    }

    /// <summary>Whether minutes would go back to where they have been: only a slip that is mended does.</summary>
    public static bool GoesBack(SteeringRecord record, Decision decision) =>
        record.Decisions.FirstOrDefault(d => d.Id == decision.Id) is { } before && !MayFollow(before.Minutes, decision.Minutes);

    /// <exception cref="DomainRuleException">It would be reported, or ended, before it was given.</exception>
    public static void Check(SteeringRecord record, Assignment assignment)
    {
        assignment.Check();
        var given = record.Decisions.Single(d => d.Id == assignment.DecisionId);
        bool Before(DecisionId? id) =>
            record.Decisions.FirstOrDefault(d => d.Id == id) is { } ending
            && (ending.Id == given.Id || ending.MeetingDate < given.MeetingDate);
        var field =
            assignment.ReportBy < given.MeetingDate ? "reportBy"
            : assignment.ReportedOn < given.MeetingDate ? "reportedOn"
            : Before(assignment.ClosedById) ? "closedBy"
            : Before(assignment.WithdrawnById) ? "withdrawnBy"
            : null;
        if (field is not null)
        {
            throw new DomainRuleException(RuleCode.BeforeItWasGiven, field);
        }
    }

    private static bool MayFollow(MinutesState before, MinutesState after) =>
        after >= before && (before, after) is not (MinutesState.Adjusted, MinutesState.AdjustedAtOnce);

    /// <summary>Refuses what would be in force through something that brings nothing into force.</summary>
    /// <param name="record">As it is.</param>
    /// <param name="before">The rows as they were: what they point to already is let be.</param>
    /// <param name="after">The rows as they are to be.</param>
    /// <exception cref="DomainRuleException">A row would point to a proposal, or to a decision that said no or not yet.</exception>
    public static void CheckForce(SteeringRecord record, IReadOnlyList<object> before, IReadOnlyList<object> after)
    {
        foreach (var reference in New(before, after))
        {
            if (record.Decisions.FirstOrDefault(d => d.Id == reference.Decision) is { BringsIntoForce: false })
            {
                throw new DomainRuleException(RuleCode.BringsNothingIntoForce, reference.Field);
            }
        }
    }

    /// <summary>What new rows point to although the body may not decide it, by the organisation's own table.</summary>
    public static IEnumerable<(Decision Decision, GovernedKind Kind)> OutsideCompetence(
        SteeringRecord record,
        IReadOnlyList<object> before,
        IReadOnlyList<object> after
    ) => OfOtherBodies(record, before, after).Concat(OutsideTable(record, before, after));

    /// <summary>A decision that becomes another body's, and what it governs that this body may not decide.</summary>
    private static IEnumerable<(Decision Decision, GovernedKind Kind)> OfOtherBodies(
        SteeringRecord record,
        IReadOnlyList<object> before,
        IReadOnlyList<object> after
    ) =>
        from decision in after.OfType<Decision>()
        where before.OfType<Decision>().Any(d => d.Id == decision.Id && d.BodyId != decision.BodyId)
        let body = record.Units.Single(u => u.Id == decision.BodyId)
        from reference in Governance.By(record, decision.Id)
        where reference.Kind is not null
        let kind = reference.Kind ?? default
        where !MayDecide(record, body, reference.Thing, kind)
        select (decision, kind);

    private static IEnumerable<(Decision Decision, GovernedKind Kind)> OutsideTable(
        SteeringRecord record,
        IReadOnlyList<object> before,
        IReadOnlyList<object> after
    ) =>
        from reference in New(before, after)
        let kind = reference.Kind ?? default
        let decision = record.Decisions.FirstOrDefault(d => d.Id == reference.Decision)
        where decision is not null
        let body = record.Units.Single(u => u.Id == decision.BodyId)
        where !MayDecide(record, body, reference.Thing, kind)
        select (decision, kind);

    /// <summary>By the table; and a body decides of its own levels and what it gave itself, the council of all, and the board of the council's.</summary>
    private static bool MayDecide(SteeringRecord record, Unit body, object thing, GovernedKind kind) =>
        Competence.Allows(record, kind, body.Kind)
        && thing switch
        {
            AmbitionLevel level => IsAbove(record, body, level.BodyId),
            Assignment given => IsAbove(record, body, record.Decisions.Single(d => d.Id == given.DecisionId).BodyId),
            _ => true,
        };

    private static bool IsAbove(SteeringRecord record, Unit body, UnitId own) =>
        body.Id == own
        || body.Kind == UnitKind.Council
        || (
            body.Kind == UnitKind.Board
            && record.Units.Single(u => u.Id == own).Kind is UnitKind.Council or UnitKind.WorkingCommittee or UnitKind.Presidium
        );

    private static IEnumerable<GovernedReference> New(IReadOnlyList<object> before, IReadOnlyList<object> after)
    {
        var known = before.SelectMany(Governance.ReferencesOf).Select(r => (r.Decision, r.Kind)).ToHashSet();
        return after.SelectMany(Governance.ReferencesOf).Where(r => r.Kind is not null && !known.Contains((r.Decision, r.Kind)));
    }
}
