namespace Ledstjarna.Domain.Mails;

/// <summary>How far a mail has come.</summary>
public enum MailState
{
    Waiting,

    /// <summary>It failed, and will be tried again.</summary>
    Failing,

    /// <summary>It failed for a day. Someone can ask for it to be tried again.</summary>
    GivenUp,
    Sent,
}

/// <summary>A mail to one person: read in the product, and sent as e-mail where there is a server for it.</summary>
public sealed class Mail
{
    /// <summary>From one attempt to the next. After the last of them it is given up: in all about a day.</summary>
    private static readonly int[] MinutesBetween = [1, 5, 30, 120, 240, 480, 540];

    public required OrganisationId OrganisationId { get; init; }

    public required MailId Id { get; init; }

    /// <summary>The recipient, and the only one who reads it.</summary>
    public required AccountId AccountId { get; init; }

    /// <summary>Unique in the organisation: the same mail is queued once.</summary>
    public required string Key { get; init; }

    public required string Subject { get; init; }

    /// <summary>Plain text.</summary>
    public required string Body { get; init; }

    /// <summary>A path within the product.</summary>
    public required string Link { get; init; }

    /// <summary>UTC, as all times here.</summary>
    public required DateTime QueuedAt { get; init; }

    public DateTime? SentAt { get; init; }

    /// <summary>Since it was queued, or since someone asked for it to be tried again.</summary>
    public int Attempts { get; init; }

    /// <summary>Null: never, it is sent or given up.</summary>
    public DateTime? NextAttemptAt { get; init; }

    /// <summary>Until then one process has it in hand, and no other takes it.</summary>
    public DateTime? ClaimedUntil { get; init; }

    /// <summary>Why the last attempt failed, in words for an administrator.</summary>
    public string? LastError { get; init; }

    /// <summary>When it was first opened in the product.</summary>
    public DateTime? ReadAt { get; init; }

    public MailState State =>
        SentAt is not null ? MailState.Sent
        : NextAttemptAt is null ? MailState.GivenUp
        : LastError is not null ? MailState.Failing
        : MailState.Waiting;

    /// <summary>When it is tried again; null when it is given up.</summary>
    /// <param name="attempts">How many there have been, the one that failed now included.</param>
    /// <param name="now">UTC.</param>
    public static DateTime? NextAttempt(int attempts, DateTime now) =>
        attempts > MinutesBetween.Length ? null : now.AddMinutes(MinutesBetween[Math.Max(attempts, 1) - 1]);
}
