using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Mails;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Writing;

/// <summary>A mail in a list, without its text.</summary>
public sealed record MailLine(MailId Id, string Subject, DateTime QueuedAt, bool IsRead);

/// <summary>The mails to the one who asks, and to no one else.</summary>
public sealed class OwnMails(Database database, TimeProvider time)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<MailLine>> AllAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Context(actor.Organisation);
        return await db.Set<Mail>()
            .Where(m => m.AccountId == actor.Account)
            .OrderByDescending(m => m.QueuedAt)
            .ThenByDescending(m => m.Id)
            .Select(m => new MailLine(m.Id, m.Subject, m.QueuedAt, m.ReadAt != null))
            .ToListAsync(cancellation);
    }

    public async Task<int> UnreadAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Context(actor.Organisation);
        return await db.Set<Mail>().CountAsync(m => m.AccountId == actor.Account && m.ReadAt == null, cancellation);
    }

    /// <summary>Marks it as read.</summary>
    /// <returns>Null: there is none, or it is to someone else.</returns>
    public async Task<Mail?> OpenAsync(Actor actor, MailId id, CancellationToken cancellation)
    {
        if (actor.Account is not { } account)
        {
            return null;
        }

        await using var db = database.Context(actor.Organisation);
        await db.Database.ExecuteSqlAsync(
            $"""
            update mails set read_at = {time.GetUtcNow().UtcDateTime}
             where organisation_id = {actor.Organisation.Value} and id = {id.Value} and account_id = {account.Value} and read_at is null
            """,
            cancellation
        );
        return await db.Set<Mail>().AsNoTracking().SingleOrDefaultAsync(m => m.Id == id && m.AccountId == account, cancellation);
    }
}
