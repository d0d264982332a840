using Ledstjarna.Domain.Mails;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Writing;

/// <summary>Adds a mail to what is to be sent.</summary>
public static class QueueMail
{
    /// <summary>Within the transaction of what it tells of, so that there is a mail if and only if that was saved.</summary>
    /// <param name="db">The context at hand, in a transaction: the one that the <see cref="Ledger"/> gives, or one of one's own.</param>
    /// <param name="mail">To someone whose account is saved already.</param>
    /// <param name="now">UTC.</param>
    /// <param name="cancellation">Nothing is queued.</param>
    /// <returns>False: one with the same key was queued before, and this one was not.</returns>
    /// <exception cref="InvalidOperationException">There is no transaction.</exception>
    public static async Task<bool> AddAsync(LedstjarnaContext db, NewMail mail, DateTime now, CancellationToken cancellation)
    {
        if (db.Database.CurrentTransaction is null)
        {
            throw new InvalidOperationException("a mail is queued within the transaction of what it tells of");
        }

        return await db.Database.ExecuteSqlAsync(
                $"""
                insert into mails (organisation_id, id, account_id, key, subject, body, link, queued_at, attempts, next_attempt_at)
                values ({db.Organisation.Value}, {Guid.CreateVersion7()}, {mail.To.Value}, {mail.Key}, {mail.Subject}, {mail.Body},
                        {mail.Link}, {now}, 0, {now})
                on conflict (organisation_id, key) do nothing
                """,
                cancellation
            ) == 1;
    }
}
