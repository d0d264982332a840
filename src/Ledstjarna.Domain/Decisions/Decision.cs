namespace Ledstjarna.Domain.Decisions;

/// <summary>What a body decided, as far as others need to point to it. The minutes are another system.</summary>
public sealed class Decision
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

    /// <summary>Invented, to show how things work.</summary>
    public bool IsExample { get; init; }
}
