using Ledstjarna.Domain.Access;
using Ledstjarna.Integrations.Mail;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Mails;

/// <summary>What came of a round.</summary>
/// <param name="Sent">How many were sent.</param>
/// <param name="Failed">How many failed.</param>
/// <param name="LastFault">Why the last that failed did. Null: none did, or it was not the server's doing.</param>
public sealed record MailRound(int Sent, int Failed, MailFault? LastFault)
{
    /// <summary>False: there is no use in trying more of them now.</summary>
    public bool IsServerThere => LastFault is not (MailFault.Unreachable or MailFault.NotSafe);
}

/// <summary>Sends an organisation's mails whose time has come, one after the other, until there are none left or the server is not there.</summary>
public sealed class SendMailsHandler(Outbox outbox, MailSender sender)
{
    public async Task<MailRound> HandleAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Require(Right.ManagePeople);
        var round = new MailRound(0, 0, null);
        while (round.IsServerThere && await outbox.ClaimAsync(actor.Organisation, cancellation) is { } claimed)
        {
            round = await TryAsync(claimed, round, cancellation);
        }

        return round;
    }

    private async Task<MailRound> TryAsync(ClaimedMail claimed, MailRound round, CancellationToken cancellation)
    {
        var (mail, to) = claimed;
        var hindrance =
            !to.IsActive ? MailWords.RecipientInactive
            : outbox.IsStale(mail) ? MailWords.Stale
            : null;
        if (hindrance is not null)
        {
            await outbox.FailedAsync(mail, hindrance, isFinal: true, cancellation);
            return round with { Failed = round.Failed + 1 };
        }

        try
        {
            await sender.SendAsync(new OutgoingMail(mail.Id.Value, to.Email, to.Name, mail.Subject, mail.Body, mail.Link), cancellation);
        }
        catch (MailException e)
        {
            await outbox.FailedAsync(mail, MailWords.Failure(e), isFinal: false, cancellation);
            return new MailRound(round.Sent, round.Failed + 1, e.Fault);
        }

        await outbox.SentAsync(mail, CancellationToken.None); // it is sent: whoever stops the program must not make it be sent again
        return round with { Sent = round.Sent + 1 };
    }
}
