using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Mails;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Writing;

/// <summary>A mail that one process has in hand, with the one it is to.</summary>
public sealed record ClaimedMail(Mail Mail, Account To);

/// <summary>A mail that could not be sent, without its text.</summary>
public sealed record FailedMail(MailId Id, string To, string Subject, DateTime QueuedAt, DateTime? NextAttemptAt, string? LastError);

/// <summary>What an administrator sees of the outbox.</summary>
/// <param name="Waiting">How many wait that have not failed.</param>
/// <param name="Failed">Those that failed and are not sent: given up first, then the newest.</param>
public sealed record OutboxState(int Waiting, IReadOnlyList<FailedMail> Failed);

/// <summary>
/// An organisation's mails on their way out. A mail is claimed for a while in a short transaction of its own and sent outside any, so a slow
/// mail server holds nothing up. One that was sent by a process that ended before it could say so is sent once more when the claim has run out.
/// </summary>
public sealed class Outbox(Database database, TimeProvider time)
{
    /// <summary>Longer than any attempt takes.</summary>
    public static readonly TimeSpan ClaimedFor = TimeSpan.FromMinutes(5);

    /// <summary>One that no one has tried for so long is old news, and stays in the product.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromDays(7);

    private const int LongestError = 500;
    private const int Shown = 200;

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The one that has waited longest of those whose time has come; of several who ask at once each gets another.</summary>
    public async Task<ClaimedMail?> ClaimAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        await using var db = database.Context(organisation);
        var now = Now;
        var claimed = await db.Set<Mail>()
            .FromSql(
                $"""
                update mails set attempts = attempts + 1, claimed_until = {now + ClaimedFor}
                 where organisation_id = {organisation.Value} and id = (
                   select id from mails
                    where organisation_id = {organisation.Value} and sent_at is null and next_attempt_at <= {now}
                      and (claimed_until is null or claimed_until <= {now})
                    order by next_attempt_at, id limit 1 for update skip locked)
                returning *
                """
            )
            .IgnoreQueryFilters([LedstjarnaContext.OrganisationFilter]) // nothing can be put around an update; it names the organisation itself
            .AsNoTracking()
            .ToListAsync(cancellation);
        return claimed is [var mail]
            ? new ClaimedMail(mail, await db.Set<Account>().AsNoTracking().SingleAsync(a => a.Id == mail.AccountId, cancellation))
            : null;
    }

    /// <summary>Whether it is too old to be sent now.</summary>
    public bool IsStale(Mail mail) => mail.NextAttemptAt + StaleAfter < Now;

    public async Task SentAsync(Mail mail, CancellationToken cancellation)
    {
        await using var db = database.Context(mail.OrganisationId);
        await db.Database.ExecuteSqlAsync(
            $"""
            update mails set sent_at = {Now}, next_attempt_at = null, claimed_until = null, last_error = null
             where organisation_id = {mail.OrganisationId.Value} and id = {mail.Id.Value}
            """,
            cancellation
        );
    }

    /// <param name="mail">As it was claimed.</param>
    /// <param name="error">Why, in words for an administrator.</param>
    /// <param name="isFinal">It is not tried again by itself.</param>
    /// <param name="cancellation">It is tried again when the claim has run out.</param>
    public async Task FailedAsync(Mail mail, string error, bool isFinal, CancellationToken cancellation)
    {
        await using var db = database.Context(mail.OrganisationId);
        var words = string.Concat(error.Where(c => !char.IsControl(c)).Take(LongestError));
        var next = isFinal ? null : Mail.NextAttempt(mail.Attempts, Now);
        await db.Database.ExecuteSqlAsync(
            $"""
            update mails set last_error = {words}, next_attempt_at = {next}, claimed_until = null
             where organisation_id = {mail.OrganisationId.Value} and id = {mail.Id.Value} and sent_at is null and attempts = {mail.Attempts}
            """,
            cancellation
        );
    }

    public async Task<OutboxState> StateAsync(Actor actor, CancellationToken cancellation)
    {
        await using var db = database.Context(actor.Organisation);
        var unsent = db.Set<Mail>().Where(m => m.SentAt == null);
        var waiting = await unsent.CountAsync(m => m.LastError == null && m.NextAttemptAt != null, cancellation);
        var failed = await unsent
            .Where(m => m.LastError != null || m.NextAttemptAt == null)
            .Join(db.Set<Account>(), m => m.AccountId, a => a.Id, (m, a) => new { m, a.Name })
            .OrderBy(x => x.m.NextAttemptAt != null)
            .ThenByDescending(x => x.m.QueuedAt)
            .Take(Shown)
            .Select(x => new FailedMail(x.m.Id, x.Name, x.m.Subject, x.m.QueuedAt, x.m.NextAttemptAt, x.m.LastError))
            .ToListAsync(cancellation);
        return new OutboxState(waiting, failed);
    }

    /// <summary>Lets mails that failed be tried from the beginning, now.</summary>
    /// <param name="actor">Whose organisation.</param>
    /// <param name="id">Null: all of them.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <returns>How many.</returns>
    public async Task<int> RetryAsync(Actor actor, MailId? id, CancellationToken cancellation)
    {
        await using var db = database.Context(actor.Organisation);
        return await db.Database.ExecuteSqlAsync(
            $"""
            update mails set attempts = 0, next_attempt_at = {Now}, last_error = null
             where organisation_id = {actor.Organisation.Value} and sent_at is null and (last_error is not null or next_attempt_at is null)
               and ({id is null} or id = {id?.Value ?? Guid.Empty})
            """,
            cancellation
        );
    }
}
