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

/// <summary>One round of following up the goals (uppföljning).</summary>
public sealed class FollowUp
{
    public required OrganisationId OrganisationId { get; init; }

    public required FollowUpId Id { get; init; }

    public required FollowUpKind Kind { get; init; }

    /// <summary>The last day it is about.</summary>
    public required DateOnly CutOff { get; init; }

    /// <summary>The last day whose records count.</summary>
    public required DateOnly KnownAt { get; init; }

    /// <summary>The day its forecast is for. Null: it has none.</summary>
    public DateOnly? Horizon { get; init; }

    public required GoalStructureId StructureId { get; init; }

    public required PrincipleId PrincipleId { get; init; }

    /// <summary>The decision on the whole. Null: not decided.</summary>
    public DecisionId? DecisionId { get; init; }

    /// <summary>Interim reports lead with the forecast, the annual report with the outcome.</summary>
    public bool LeadsWithForecast => Kind is FollowUpKind.Tertial1 or FollowUpKind.Tertial2;
}
