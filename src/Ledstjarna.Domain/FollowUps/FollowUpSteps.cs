namespace Ledstjarna.Domain.FollowUps;

/// <summary>Where a follow-up can go from where it is: one step on, or one step back with a reason.</summary>
public static class FollowUpSteps
{
    /// <summary>The next one. Null: there is none. The step to decided is taken by registering the decision.</summary>
    public static FollowUpState? Next(FollowUpState state) => state == FollowUpState.Published ? null : state + 1;

    /// <summary>The one before. Null: there is none.</summary>
    public static FollowUpState? Back(FollowUpState state) => state == FollowUpState.Planned ? null : state - 1;

    /// <summary>The follow-up one step on or back.</summary>
    /// <param name="followUp">As it is.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="why">The reason; needed to go back.</param>
    /// <exception cref="DomainRuleException">It cannot go there, or back without a reason.</exception>
    public static FollowUp Step(FollowUp followUp, FollowUpState to, string? why)
    {
        var isBack = Back(followUp.State) == to;
        if (!isBack && (Next(followUp.State) != to || to == FollowUpState.Decided))
        {
            throw new DomainRuleException(RuleCode.FollowUpStepUnknown);
        }

        if (isBack && string.IsNullOrWhiteSpace(why))
        {
            throw new DomainRuleException(RuleCode.WhyMissing, "why");
        }

        // What was decided is decided no more; the frozen copy stays, and tells that it was taken back.
        return followUp with
        {
            State = to,
            DecisionId = to < FollowUpState.Decided ? null : followUp.DecisionId,
        };
    }
}
