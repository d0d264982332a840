namespace Ledstjarna.Domain.FollowUps;

public enum FollowUpKind
{
    /// <summary>Tertial 1, 30 April.</summary>
    Tertial1,

    /// <summary>Tertial 2, 31 August: with its forecast the statutory interim report.</summary>
    Tertial2,

    /// <summary>Helår, 31 December.</summary>
    Annual,

    /// <summary>When a large survey arrives.</summary>
    Extra,
}

/// <summary>How far a follow-up has come. Those later in the list have come further.</summary>
public enum FollowUpState
{
    /// <summary>In the year's plan; nobody has been asked yet.</summary>
    Planned,

    /// <summary>Units report.</summary>
    Open,

    /// <summary>What was reported is prepared for the board: the strategist, the presidium, the working committee.</summary>
    Preparing,

    /// <summary>The board has decided the whole; what it decided is frozen.</summary>
    Decided,

    /// <summary>Residents see it.</summary>
    Published,
}

/// <summary>One round of following up the goals (uppföljning).</summary>
public sealed record FollowUp
{
    public required OrganisationId OrganisationId { get; init; }

    public required FollowUpId Id { get; init; }

    public required FollowUpKind Kind { get; init; }

    public FollowUpState State { get; init; }

    /// <summary>The last day it is about.</summary>
    public required DateOnly CutOff { get; init; }

    /// <summary>The last day whose records count.</summary>
    public required DateOnly KnownAt { get; init; }

    /// <summary>The day its forecast is for. Null: it has none.</summary>
    public DateOnly? Horizon { get; init; }

    public required GoalStructureId StructureId { get; init; }

    public required PrincipleId PrincipleId { get; init; }

    /// <summary>The council's ambition level it is held against. Null: none had been adopted.</summary>
    public AmbitionLevelId? LevelId { get; init; }

    /// <summary>The last day experts report, included. Null: none is set.</summary>
    public DateOnly? ExpertsBy { get; init; }

    /// <summary>The last day committees and companies decide their parts, included.</summary>
    public DateOnly? UnitsBy { get; init; }

    /// <summary>The day the board is to decide.</summary>
    public DateOnly? BoardBy { get; init; }

    /// <summary>How many days before a request's last day its reminder goes out. Null: no reminders.</summary>
    public int? RemindDaysBefore { get; init; }

    /// <summary>For an extra follow-up: the indicators of the survey that arrived; only the goals they are under are judged. Empty: all.</summary>
    public IReadOnlyList<Guid> Surveyed { get; init; } = [];

    /// <summary>The overall assessment of good economic housekeeping (god ekonomisk hushållning), companies included; Markdown.</summary>
    public string? Overall { get; init; }

    /// <summary>The auditors' statement on it (revisorernas utlåtande), kept in a matter. Null: none yet; it may come after the board's decision.</summary>
    public MatterDocumentId? StatementId { get; init; }

    /// <summary>The decision on the whole. Null: not decided.</summary>
    public DecisionId? DecisionId { get; init; }

    public bool IsExample { get; init; }

    /// <exception cref="DomainRuleException">Another has its day, what counts is known before it, or it is not in its structure's time.</exception>
    public void Check(SteeringRecord record)
    {
        if (record.FollowUps.Any(f => f.Id != Id && f.CutOff == CutOff))
        {
            throw new DomainRuleException(RuleCode.CutOffTaken, "cutOff");
        }

        if (KnownAt < CutOff)
        {
            throw new DomainRuleException(RuleCode.KnownBeforeCutOff, "knownAt");
        }

        if (Horizon < CutOff)
        {
            throw new DomainRuleException(RuleCode.KnownBeforeCutOff, "horizon");
        }

        if (record.Structures.FirstOrDefault(s => s.Id == StructureId) is not { } structure || !structure.Validity.Includes(CutOff))
        {
            throw new DomainRuleException(RuleCode.StructureUnknown, "structure");
        }
    }

    /// <summary>Interim reports lead with the forecast, the annual report with the outcome.</summary>
    public bool LeadsWithForecast => Kind is FollowUpKind.Tertial1 or FollowUpKind.Tertial2;

    /// <summary>Whether what it says is frozen as a whole.</summary>
    public bool IsDecided => State >= FollowUpState.Decided;

    /// <summary>Whether people may still say something in it.</summary>
    public bool TakesReports => State is FollowUpState.Open or FollowUpState.Preparing;
}
