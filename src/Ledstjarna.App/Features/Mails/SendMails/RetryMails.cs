using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Mails;

/// <summary>Lets mails that failed be tried from the beginning.</summary>
public sealed class RetryMailsHandler(Outbox outbox)
{
    /// <param name="actor">Must have the right to manage people.</param>
    /// <param name="id">Null: all that failed.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <returns>How many.</returns>
    public Task<int> HandleAsync(Actor actor, MailId? id, CancellationToken cancellation)
    {
        actor.Require(Right.ManagePeople);
        return outbox.RetryAsync(actor, id, cancellation);
    }
}
