namespace Ledstjarna.Domain.Decisions;

public enum AssignmentState
{
    Open,

    /// <summary>Open past its day.</summary>
    Late,

    /// <summary>Reported back; the body has not closed it.</summary>
    Reported,
    Closed,

    /// <summary>Taken back (återtaget).</summary>
    Withdrawn,
}

/// <summary>What a body told a unit or a role to do (uppdrag). What has become of it follows from what is registered, and is never set.</summary>
public sealed record Assignment
{
    public required OrganisationId OrganisationId { get; init; }

    public required AssignmentId Id { get; init; }

    /// <summary>The decision that gave it.</summary>
    public required DecisionId DecisionId { get; init; }

    public required string Text
    {
        get;
        init => field = Require.Text(value, "text", 2000);
    }

    public required UnitId UnitId { get; init; }

    /// <summary>Who in the unit, as a role. Null: the unit as a whole.</summary>
    public string? Role { get; init; }

    /// <summary>The day it is to be reported back, included. Null: none was given.</summary>
    public DateOnly? ReportBy { get; init; }

    public DateOnly? ReportedOn { get; init; }

    /// <summary>What was reported.</summary>
    public string? Report
    {
        get;
        init => field = value is null ? null : Require.Text(value, "report", 4000);
    }

    /// <summary>The decision that closed it.</summary>
    public DecisionId? ClosedById { get; init; }

    /// <summary>The decision that took it back.</summary>
    public DecisionId? WithdrawnById { get; init; }

    public bool IsExample { get; init; }

    public AssignmentState StateOn(DateOnly day) =>
        WithdrawnById is not null ? AssignmentState.Withdrawn
        : ClosedById is not null ? AssignmentState.Closed
        : ReportedOn <= day ? AssignmentState.Reported
        : ReportBy < day ? AssignmentState.Late
        : AssignmentState.Open;

    /// <exception cref="DomainRuleException">It is both closed and taken back, or reported without a word.</exception>
    public void Check()
    {
        if (ClosedById is not null && WithdrawnById is not null)
        {
            throw new DomainRuleException(RuleCode.ClosedAndWithdrawn, "withdrawnBy");
        }

        if (ReportedOn is not null && string.IsNullOrWhiteSpace(Report))
        {
            throw new DomainRuleException(RuleCode.Required, "report");
        }

        if (ReportedOn is null && !string.IsNullOrWhiteSpace(Report))
        {
            throw new DomainRuleException(RuleCode.Required, "reportedOn");
        }
    }
}
