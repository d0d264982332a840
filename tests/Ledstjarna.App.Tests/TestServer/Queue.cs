using Ledstjarna.Domain;
using Ledstjarna.Domain.Mails;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>Queues a mail that tells of nothing.</summary>
internal static class Queue
{
    public static async Task AddAsync(Database database, OrganisationId organisation, NewMail mail, DateTime now)
    {
        await using var db = database.Context(organisation);
        await using var transaction = await db.Database.BeginTransactionAsync();
        (await QueueMail.AddAsync(db, mail, now, CancellationToken.None)).ShouldBeTrue();
        await transaction.CommitAsync();
    }
}
