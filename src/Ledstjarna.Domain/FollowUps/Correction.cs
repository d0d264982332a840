using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>An error in a decided follow-up, mended beside it (rättelse): what stood is still there to see.</summary>
public sealed record Correction
{
    public required OrganisationId OrganisationId { get; init; }

    public required CorrectionId Id { get; init; }

    public required FollowUpId FollowUpId { get; init; }

    public required Subject Subject { get; init; }

    /// <summary>The goal's number, or the indicator's or activity's code.</summary>
    public required string Of
    {
        get;
        init => field = Require.Text(value, "of", 40);
    }

    /// <summary>What was wrong and what is right, in words.</summary>
    public required string Text
    {
        get;
        init => field = Require.Text(value, "text", 4000);
    }

    /// <summary>The status it should have had on the leading axis. Null: the status stands.</summary>
    public Status? Status { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Who corrected, as the change log names them.</summary>
    public required string By { get; init; }

    /// <summary>The decision on it. Null: none was needed.</summary>
    public DecisionId? DecisionId { get; init; }

    public bool IsExample { get; init; }
}
