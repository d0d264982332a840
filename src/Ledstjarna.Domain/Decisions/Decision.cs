namespace Ledstjarna.Domain.Decisions;

public enum DecisionKind
{
    /// <summary>Brings into force what it says.</summary>
    Decision,

    /// <summary>To a higher body, as a working committee's: brings nothing into force.</summary>
    Proposal,
}

/// <summary>How a matter ended at a meeting.</summary>
public enum DecisionOutcome
{
    /// <summary>Bifall.</summary>
    Approved,

    /// <summary>Avslag.</summary>
    Rejected,

    /// <summary>Återremiss: sent back to be prepared more.</summary>
    SentBack,

    /// <summary>Bordläggning: taken up again at a later meeting.</summary>
    Tabled,

    /// <summary>Remitteras: sent to someone else first.</summary>
    Referred,
}

/// <summary>How far the minutes have come. Each follows the one before, except that minutes are adjusted either at once or later.</summary>
public enum MinutesState
{
    /// <summary>Ojusterat: not yet the body's own words, and never public.</summary>
    Unadjusted,

    /// <summary>Justerat.</summary>
    Adjusted,

    /// <summary>Omedelbart justerat, at the meeting.</summary>
    AdjustedAtOnce,

    /// <summary>Anslaget på anslagstavlan: the time for appeals is running.</summary>
    Posted,

    /// <summary>Nedtaget från anslagstavlan.</summary>
    TakenDown,
}

/// <summary>What a body decided, as far as others need to point to it. The minutes are another system.</summary>
public sealed record Decision
{
    public required OrganisationId OrganisationId { get; init; }

    public required DecisionId Id { get; init; }

    public required UnitId BodyId { get; init; }

    /// <summary>The meeting's day; the first of the month where only the month is known.</summary>
    public required DateOnly MeetingDate { get; init; }

    /// <summary>False when a source gives no more than the month.</summary>
    public bool DayIsKnown { get; init; } = true;

    /// <summary>The § in the minutes, 1 or more. Null: not known.</summary>
    public int? Paragraph
    {
        get;
        init => field = value is { } p ? Require.AtLeast(p, 1, "paragraph") : null;
    }

    public required string Subject
    {
        get;
        init => field = Require.Text(value, "subject", 500);
    }

    public DecisionKind Kind { get; init; }

    /// <summary>Null: the source does not say.</summary>
    public DecisionOutcome? Outcome { get; init; }

    /// <summary>To whom the matter was sent, where it was referred.</summary>
    public UnitId? ReferredToId { get; init; }

    /// <summary>The decided words. Null: not kept here.</summary>
    public string? Text { get; init; }

    /// <summary>Who reserved themselves and how. Null: no one.</summary>
    public string? Reservations { get; init; }

    public MinutesState Minutes { get; init; } = MinutesState.Adjusted;

    /// <summary>The matter it belongs to. Null: none that is kept here.</summary>
    public MatterId? MatterId { get; init; }

    /// <summary>Invented, to show how things work.</summary>
    public bool IsExample { get; init; }

    /// <summary>Whether anything can be in force through it: a proposal, and a matter that was not approved, change nothing.</summary>
    public bool BringsIntoForce => Kind == DecisionKind.Decision && Outcome is (null or DecisionOutcome.Approved);

    /// <summary>Whether its words and reservations may be shown to anyone.</summary>
    public bool TextIsPublic => Minutes != MinutesState.Unadjusted;
}
