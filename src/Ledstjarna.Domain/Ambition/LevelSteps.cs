using Ledstjarna.Domain.Decisions;

namespace Ledstjarna.Domain.Ambition;

/// <summary>Where a level can go from where it is.</summary>
public static class LevelSteps
{
    /// <summary>In the order they are offered. A level that a body has said its word of goes nowhere: a copy does.</summary>
    public static IReadOnlyList<LevelState> From(LevelState state) =>
        state switch
        {
            LevelState.Draft => [LevelState.InConsultation, LevelState.Proposed],
            LevelState.InConsultation => [LevelState.Proposed, LevelState.Draft],
            LevelState.Proposed => [LevelState.Adopted, LevelState.SentBack, LevelState.Rejected, LevelState.Draft],
            _ => [],
        };

    /// <summary>The same level one step on.</summary>
    /// <param name="level">As it is.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="decision">The decision, where a body has said its word.</param>
    /// <param name="validity">When it is valid, where it is adopted.</param>
    /// <param name="forFollowUpsFrom">The first cut-off it is used for, where it is adopted.</param>
    /// <exception cref="DomainRuleException">It cannot go there, lacks its decision or a date, or the decision says something else.</exception>
    public static AmbitionLevel Step(
        AmbitionLevel level,
        LevelState to,
        Decision? decision = null,
        Validity? validity = null,
        DateOnly? forFollowUpsFrom = null
    )
    {
        if (!From(level.State).Contains(to))
        {
            throw new DomainRuleException(RuleCode.LevelStepUnknown);
        }

        if (decision?.Outcome is { } said && !Says(said, to))
        {
            throw new DomainRuleException(RuleCode.DecisionSaysOther, "decision");
        }

        var isDecided = to is LevelState.Adopted or LevelState.SentBack or LevelState.Rejected;
        var stepped = level with
        {
            State = to,
            DecisionId = isDecided ? decision?.Id : null,
            Validity = to == LevelState.Adopted ? validity ?? Validity.Always : Validity.Always,
            ForFollowUpsFrom = to == LevelState.Adopted ? forFollowUpsFrom : null,
        };
        stepped.Check();
        return stepped;
    }

    private static bool Says(DecisionOutcome outcome, LevelState to) =>
        to switch
        {
            LevelState.Rejected => outcome == DecisionOutcome.Rejected,
            LevelState.SentBack => outcome is DecisionOutcome.SentBack or DecisionOutcome.Tabled or DecisionOutcome.Referred,
            _ => true, // that only what was approved brings a level into force is the rule for all that decisions govern
        };
}
