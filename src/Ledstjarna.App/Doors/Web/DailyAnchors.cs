using Ledstjarna.App.Features.History;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Doors.Web;

/// <summary>Keeps every organisation's newest link outside the database: at start and then once a day.</summary>
internal sealed partial class DailyAnchors(
    Database database,
    KeepAnchorHandler handler,
    IConfiguration configuration,
    TimeProvider time,
    ILogger<DailyAnchors> log
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromDays(1), time);
        do
        {
            try
            {
                foreach (var organisation in await database.OrganisationsAsync(stoppingToken))
                {
                    var anchors = new AnchorFile(Settings.Anchors(configuration), organisation.Slug);
                    await handler.HandleAsync(Actor.Operator(organisation.OrganisationId), anchors, stoppingToken);
                }
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                LogFault(log, e);
            }
        } while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "The newest link of the change log could not be kept outside the database")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
