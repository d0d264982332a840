using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Ledstjarna.Domain.History;

/// <summary>What was done.</summary>
public enum ChangeKind
{
    Created,
    Changed,
    Ended,
    Removed,
    Undone,
    Imported,
}

/// <summary>One field of a changed thing. Null: it had, or has, no value.</summary>
/// <param name="Name">The field's stable name.</param>
/// <param name="Label">As people read it.</param>
/// <param name="Before">As stored.</param>
/// <param name="After">As stored.</param>
/// <param name="BeforeText">As people read it, where that is something else.</param>
/// <param name="AfterText">As people read it, where that is something else.</param>
public sealed record FieldChange(
    string Name,
    string Label,
    string? Before,
    string? After,
    string? BeforeText = null,
    string? AfterText = null
);

/// <summary>What is to be written in the log of one thing.</summary>
/// <param name="Kind">What was done.</param>
/// <param name="ThingKind">What kind of thing: the key of its form, such as "mal".</param>
/// <param name="ThingId">Which.</param>
/// <param name="ThingName">What it is called, for people.</param>
/// <param name="Fields">What is other than before.</param>
/// <param name="Why">The reason given. Null: none.</param>
public sealed record ChangeEntry(
    ChangeKind Kind,
    string ThingKind,
    string ThingId,
    string ThingName,
    IReadOnlyList<FieldChange> Fields,
    string? Why = null
);

/// <summary>A link of an organisation's log (ändringslogg): who did what to what, and when. Only ever added to.</summary>
public sealed class Change
{
    public required OrganisationId OrganisationId { get; init; }

    /// <summary>1 for the organisation's first; no number is left out.</summary>
    public required long Number { get; init; }

    /// <summary>UTC, to the microsecond.</summary>
    public required DateTime At { get; init; }

    /// <summary>Null: the operator.</summary>
    public AccountId? AccountId { get; init; }

    public required string By { get; init; }

    public required ChangeKind Kind { get; init; }

    public required string ThingKind { get; init; }

    public required string ThingId { get; init; }

    public required string ThingName { get; init; }

    public string? Why { get; init; }

    /// <summary>The field changes as JSON text, kept to the letter: the hash is over it.</summary>
    public required string Fields { get; init; }

    /// <summary>The hash of the link before; 32 zeros for the first.</summary>
    public required byte[] PreviousHash { get; init; }

    public required byte[] Hash { get; init; }

    /// <summary>SHA-256 over the previous hash and every other field, each with its length first so that none can flow into the next.</summary>
    public static byte[] HashOf(Change change)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add([.. change.PreviousHash]);
        Add(change.OrganisationId.Value.ToByteArray(bigEndian: true));
        Add(Bytes(change.Number));
        Add(Bytes(change.At.Ticks / TimeSpan.TicksPerMicrosecond));
        Add(change.AccountId is { } account ? account.Value.ToByteArray(bigEndian: true) : []);
        foreach (
            var text in (string?[])
                [change.By, change.Kind.ToString(), change.ThingKind, change.ThingId, change.ThingName, change.Why, change.Fields]
        )
        {
            // No reason and an empty reason are not the same.
            Add(text is null ? [] : [1, .. Encoding.UTF8.GetBytes(text)]);
        }

        return sha.GetHashAndReset();

        void Add(byte[] part)
        {
            sha.AppendData(Bytes(part.Length));
            sha.AppendData(part);
        }
    }

    private static byte[] Bytes(long number)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(bytes, number);
        return bytes;
    }
}
