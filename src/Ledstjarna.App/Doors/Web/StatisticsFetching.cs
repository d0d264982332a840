using Ledstjarna.App.Features.Statistics;
using Ledstjarna.App.Statistics;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Storage;

namespace Ledstjarna.App.Doors.Web;

/// <summary>
/// Fetches statistics in the background: every night, and when someone asks for it. Does nothing where no source's address is set.
/// </summary>
internal sealed partial class StatisticsFetching(
    Database database,
    ImportStatisticsHandler handler,
    StatisticsSettings settings,
    FetchRequests requests,
    TimeProvider time,
    ILogger<StatisticsFetching> log
) : BackgroundService
{
    /// <summary>When people are asleep, and the source's own nightly work is done.</summary>
    private static readonly TimeOnly Hour = new(4, 30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await AddShippedAsync(stoppingToken);
        if (settings.Sources.Count == 0)
        {
            return;
        }

        while (!stoppingToken.IsCancellationRequested)
        {
            await WaitAsync(stoppingToken);
            foreach (var source in settings.Sources)
            {
                await FetchAsync(source, stoppingToken);
            }
        }
    }

    private async Task FetchAsync(StatisticsSource source, CancellationToken cancellation)
    {
        try
        {
            var outcome = await handler.HandleAsync(Actor.Operator(default), new ImportStatistics { Source = source }, null, cancellation);
            foreach (var failed in outcome.Failed)
            {
                LogSource(log, failed.Fault, failed.Address);
            }
        }
        catch (ImportIsRunningException)
        {
            // Another process is at it.
        }
        catch (SourceException e)
        {
            LogSource(log, e.Fault, e.Address);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFault(log, e);
        }
    }

    /// <summary>The catalogue that ships, to an installation made before it did.</summary>
    private async Task AddShippedAsync(CancellationToken cancellation)
    {
        try
        {
            if ((await database.OrganisationsAsync(cancellation)).Count > 0)
            {
                await SharedStatistics.AddIfMissingAsync(database, time, cancellation);
            }
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            LogFault(log, e);
        }
    }

    /// <summary>Until the hour comes or someone asks.</summary>
    private async Task WaitAsync(CancellationToken cancellation)
    {
        var now = time.GetLocalNow();
        var wait = now.Date.Add(Hour.ToTimeSpan()) - now.DateTime;
        wait = wait <= TimeSpan.Zero ? wait + TimeSpan.FromDays(1) : wait;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var asked = requests.NextAsync(limit.Token);
        await Task.WhenAny(asked, Task.Delay(wait, time, limit.Token));
        await limit.CancelAsync();
        cancellation.ThrowIfCancellationRequested();
    }

    [LoggerMessage(LogLevel.Warning, "Statistics could not be fetched: {Fault} at {Address}")]
    private static partial void LogSource(ILogger logger, SourceFault fault, string address);

    [LoggerMessage(LogLevel.Error, "Statistics could not be fetched")]
    private static partial void LogFault(ILogger logger, Exception exception);
}
