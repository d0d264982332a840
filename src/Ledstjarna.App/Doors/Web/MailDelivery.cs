using Ledstjarna.App.Features.Mails;
using Ledstjarna.Domain.Access;
using Ledstjarna.Integrations.Mail;
using Ledstjarna.Storage;

namespace Ledstjarna.App.Doors.Web;

/// <summary>Sends what is to be sent: at start and then every minute. Without a mail server it does nothing.</summary>
internal sealed partial class MailDelivery(
    Database database,
    SendMailsHandler handler,
    MailSender sender,
    TimeProvider time,
    ILogger<MailDelivery> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!sender.CanSend)
        {
            return;
        }

        using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1), time);
        do
        {
            try
            {
                await SendAsync(stoppingToken);
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                LogFault(log, e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>The people of the demonstration are invented: their mails are read in the product.</summary>
    private async Task SendAsync(CancellationToken cancellation)
    {
        foreach (var organisation in (await database.OrganisationsAsync(cancellation)).Where(o => !o.IsDemo))
        {
            var round = await handler.HandleAsync(Actor.Operator(organisation.OrganisationId), cancellation);
            if (round.Sent + round.Failed > 0)
            {
                LogRound(log, organisation.Slug, round.Sent, round.Failed, round.LastFault);
            }

            if (!round.IsServerThere)
            {
                return;
            }
        }
    }

    // Never who a mail is to or what it says, and never a server's answer, which can repeat the address.
    [LoggerMessage(LogLevel.Information, "Mails of {Organisation}: {Sent} sent, {Failed} failed {LastFault}")]
    private static partial void LogRound(ILogger logger, string organisation, int sent, int failed, MailFault? lastFault);

    [LoggerMessage(LogLevel.Error, "Mails could not be sent")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
