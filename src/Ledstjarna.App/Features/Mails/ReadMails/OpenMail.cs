using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Mails;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Mails;

/// <summary>Opens a mail to oneself, which marks it as read.</summary>
public sealed class OpenMailHandler(OwnMails mails)
{
    /// <returns>Null: there is none, or it is to someone else.</returns>
    public Task<Mail?> HandleAsync(Actor actor, MailId id, CancellationToken cancellation)
    {
        actor.Require(Right.SignIn);
        return mails.OpenAsync(actor, id, cancellation);
    }
}
