using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.Decisions;

/// <summary>What must hold for decisions, and for what points to them.</summary>
public static class DecisionRules
{
    /// <exception cref="DomainRuleException">It is registered already, is of no body, or its minutes would go backwards.</exception>
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
            throw new DomainRuleException(RuleCode.NumberTaken, "paragraph");
        }

        if ((decision.Outcome == DecisionOutcome.Referred) != decision.ReferredToId is not null)
        {
            throw new DomainRuleException(RuleCode.ReferredToWhom, "referredTo");
        }

        if (record.Decisions.FirstOrDefault(d => d.Id == decision.Id) is not { } before)
        {
            return;
        }

        if (!MayFollow(before.Minutes, decision.Minutes))
        {
            throw new DomainRuleException(RuleCode.MinutesGoForward, "minutes");
        }

        if (before.BringsIntoForce && !decision.BringsIntoForce && Governance.By(record, decision.Id).Any(g => g.Kind is not null))
        {
            throw new DomainRuleException(RuleCode.DecisionGoverns, before.Kind == decision.Kind ? "outcome" : "kind");
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
    ) =>
        from reference in New(before, after)
        let kind = reference.Kind ?? default
        let decision = record.Decisions.FirstOrDefault(d => d.Id == reference.Decision)
        where decision is not null
        let body = record.Units.Single(u => u.Id == decision.BodyId)
        where !Competence.Allows(record, kind, body.Kind) || (reference.Thing is AmbitionLevel level && !MayDecideFor(record, body, level))
        select (decision, kind);

    /// <summary>A body decides of its own level, the council of all, and the board of the council's.</summary>
    private static bool MayDecideFor(SteeringRecord record, Unit body, AmbitionLevel level) =>
        body.Id == level.BodyId
        || body.Kind == UnitKind.Council
        || (body.Kind == UnitKind.Board && record.Units.Single(u => u.Id == level.BodyId).Kind == UnitKind.Council);

    private static IEnumerable<GovernedReference> New(IReadOnlyList<object> before, IReadOnlyList<object> after)
    {
        var known = before.SelectMany(Governance.ReferencesOf).Select(r => (r.Decision, r.Kind)).ToHashSet();
        return after.SelectMany(Governance.ReferencesOf).Where(r => r.Kind is not null && !known.Contains((r.Decision, r.Kind)));
    }
}
