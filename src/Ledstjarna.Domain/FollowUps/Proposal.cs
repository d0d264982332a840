namespace Ledstjarna.Domain.FollowUps;

/// <summary>What the joint analysis of a follow-up ends in: something to do for a goal, with an owner and a day (föreslagen åtgärd).</summary>
public sealed record Proposal
{
    /// <summary>As long as an activity's name may be, which it can become.</summary>
    public const int LongestText = 300;

    public required OrganisationId OrganisationId { get; init; }

    public required ProposalId Id { get; init; }

    public required FollowUpId FollowUpId { get; init; }

    /// <summary>The goal it is to help.</summary>
    public required GoalId GoalId { get; init; }

    public required string Text
    {
        get;
        init => field = Require.Text(value, "text", LongestText);
    }

    /// <summary>The unit's words that it was taken from, as they stood. Null: it came up in the analysis.</summary>
    public string? Source { get; init; }

    /// <summary>The unit whose words they are. Null: no one's.</summary>
    public UnitId? SourceUnitId { get; init; }

    /// <summary>Who owns it.</summary>
    public required UnitId UnitId { get; init; }

    /// <summary>The day it is to be done, included.</summary>
    public required DateOnly Due { get; init; }

    /// <summary>The activity it became; may also stand in the draft of a level. Null: it became none.</summary>
    public ActivityId? ActivityId { get; init; }

    /// <summary>The assignment it became. Null: it became none.</summary>
    public AssignmentId? AssignmentId { get; init; }

    public bool IsExample { get; init; }

    /// <summary>Whether it is still only proposed.</summary>
    public bool IsOpen => ActivityId is null && AssignmentId is null;

    /// <exception cref="DomainRuleException">Its goal is not among those of the follow-up.</exception>
    public void Check(SteeringRecord record)
    {
        var followUp =
            record.FollowUps.FirstOrDefault(f => f.Id == FollowUpId) ?? throw new DomainRuleException(RuleCode.FollowUpUnknown, "followUp");
        if (!record.Goals.Any(g => g.Id == GoalId && g.StructureId == followUp.StructureId))
        {
            throw new DomainRuleException(RuleCode.GoalUnknown, "goal");
        }
    }
}
