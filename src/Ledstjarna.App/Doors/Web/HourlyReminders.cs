using Ledstjarna.App.Features.FollowUps;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage;

namespace Ledstjarna.App.Doors.Web;

/// <summary>Reminds those who have something left to report: every hour, so that what is opened in the morning is told of that day.</summary>
internal sealed partial class HourlyReminders(
    Database database,
    RemindPeopleHandler handler,
    TimeProvider time,
    ILogger<HourlyReminders> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // A server that is started again and again is not to write to anyone each time.
        await Task.Delay(TimeSpan.FromMinutes(5), time, stoppingToken);
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1), time);
        do
        {
            try
            {
                foreach (var organisation in await database.OrganisationsAsync(stoppingToken))
                {
                    await handler.HandleAsync(Actor.Operator(organisation.OrganisationId), stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFault(log, e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "People could not be reminded of what they have left to report")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
