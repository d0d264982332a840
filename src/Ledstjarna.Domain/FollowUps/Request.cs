namespace Ledstjarna.Domain.FollowUps;

/// <summary>What one unit, or one person there, is asked to report of one goal in a follow-up (begäran om underlag).</summary>
public sealed record Request
{
    public required OrganisationId OrganisationId { get; init; }

    public required RequestId Id { get; init; }

    public required FollowUpId FollowUpId { get; init; }

    /// <summary>The goal whose branch it is about.</summary>
    public required GoalId GoalId { get; init; }

    public required UnitId UnitId { get; init; }

    /// <summary>The person asked. Null: whoever reports for the unit.</summary>
    public AccountId? AccountId { get; init; }

    /// <summary>Who steps in for that person. Null: no one.</summary>
    public AccountId? StandInId { get; init; }

    /// <summary>Whether the unit judges the goal itself, and not only its own figures under it.</summary>
    public bool JudgesGoal { get; init; }

    /// <summary>The last day, included. Null: none.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>When it was reported. Null: not yet, or opened again.</summary>
    public DateTime? ReportedAt { get; init; }

    /// <summary>Who reported, as the change log names them.</summary>
    public string? ReportedBy { get; init; }

    /// <summary>What stands in the form, reported or kept as a draft.</summary>
    public Report Report { get; init; } = Report.Empty;

    /// <summary>Grows by one each time the report is saved: a form that was opened before is told.</summary>
    public int Version { get; init; }

    /// <summary>A person's leave to report after the last day, until this one, included. Null: none.</summary>
    public DateOnly? ExceptionUntil { get; init; }

    /// <summary>Who gave the leave and why. Null: none was given.</summary>
    public string? ExceptionNote { get; init; }

    public bool IsExample { get; init; }

    public bool IsReported => ReportedAt is not null;

    /// <summary>Whether it waits past its last day.</summary>
    public bool IsLate(DateOnly day) => !IsReported && Due < day && !(ExceptionUntil >= day);

    /// <summary>Whether it can be reported on a day.</summary>
    /// <exception cref="DomainRuleException">The follow-up takes no more, or the last day is over.</exception>
    public void RequireOpen(FollowUp followUp, DateOnly day)
    {
        var hasLeave = ExceptionUntil >= day;
        if (!(followUp.State == FollowUpState.Open || (followUp.State == FollowUpState.Preparing && hasLeave)))
        {
            throw new DomainRuleException(RuleCode.FollowUpClosed);
        }

        if (Due < day && !hasLeave)
        {
            throw new DomainRuleException(RuleCode.RequestOverdue);
        }
    }
}
