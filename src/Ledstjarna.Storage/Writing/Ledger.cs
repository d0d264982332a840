using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Ledstjarna.Storage.Writing;

/// <summary>
/// The one way in which an organisation's data changes: a transaction in which the work is done and its links are added to the log of
/// changes. An organisation's writers wait for one another, so that what was read to decide on a change still holds when it is made.
/// </summary>
public sealed class Ledger(Database database, TimeProvider time)
{
    private const int LongestReason = 500;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>All of it or nothing. Work that returns no entries has changed nothing, and nothing is written.</summary>
    /// <returns>What was added to the log.</returns>
    public async Task<IReadOnlyList<Change>> WriteAsync(
        Actor actor,
        Func<LedstjarnaContext, CancellationToken, Task<IReadOnlyList<ChangeEntry>>> work,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(actor.Organisation);
        db.Database.AutoSavepointsEnabled = false; // nothing goes on after a failure
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({actor.Organisation.Value.ToString()}, 0))",
            cancellation
        );
        var entries = await work(db, cancellation);
        if (entries.Count == 0)
        {
            return [];
        }

        var changes = await LinkAsync(db, actor, entries, cancellation);
        db.AddRange(changes);
        try
        {
            await db.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation })
        {
            throw new DomainRuleException(RuleCode.StillReferredTo);
        }

        await transaction.CommitAsync(cancellation);
        return changes;
    }

    public static IReadOnlyList<FieldChange> FieldsOf(Change change) => JsonSerializer.Deserialize<List<FieldChange>>(change.Fields, Json)!;

    private static string? Reason(string? typed)
    {
        var text = typed?.Replace("\0", "", StringComparison.Ordinal).Trim() ?? "";
        return text.Length == 0 ? null
            : text.Length > LongestReason ? text[..LongestReason]
            : text;
    }

    private async Task<List<Change>> LinkAsync(
        LedstjarnaContext db,
        Actor actor,
        IReadOnlyList<ChangeEntry> entries,
        CancellationToken cancellation
    )
    {
        var last = await db.Set<Change>()
            .AsNoTracking()
            .OrderByDescending(c => c.Number)
            .Select(c => new { c.Number, c.Hash })
            .FirstOrDefaultAsync(cancellation);
        var (number, previous) = (last?.Number ?? 0, last?.Hash ?? ChangeChain.Start);
        var now = time.GetUtcNow().UtcDateTime;
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var changes = new List<Change>(entries.Count);
        foreach (var entry in entries)
        {
            number++;
            var link = Link([]);
            link = Link(Change.HashOf(link));
            changes.Add(link);
            previous = link.Hash;

            Change Link(byte[] hash) =>
                new()
                {
                    OrganisationId = actor.Organisation,
                    Number = number,
                    At = now,
                    AccountId = actor.Account,
                    By = actor.Name,
                    Kind = entry.Kind,
                    ThingKind = entry.ThingKind,
                    ThingId = entry.ThingId,
                    ThingName = entry.ThingName,
                    Why = Reason(entry.Why),
                    Fields = JsonSerializer.Serialize(entry.Fields, Json),
                    PreviousHash = previous,
                    Hash = hash,
                };
        }

        return changes;
    }
}
