using Ledstjarna.App.Doors;
using Ledstjarna.App.Statistics;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Makes a key figure of what is chosen from one of SCB's tables, with its values for all municipalities and years at once, or nothing.</summary>
public sealed class AddScbFigureHandler(Database database, StatisticsImports imports, StatisticsSettings settings, TimeProvider time)
{
    /// <returns>The key figure's code. Chosen before it is the same, with its values as they are now.</returns>
    /// <exception cref="SourceException">The table cannot be had or read: nothing is written.</exception>
    /// <exception cref="ImportIsRunningException">Statistics are being fetched already.</exception>
    public async Task<string> HandleAsync(Actor actor, TableSelection selection, CancellationToken cancellation)
    {
        actor.Require(Right.ManageMeasures);
        var source = settings.Scb ?? throw new SourceException(SourceFault.Unreachable, "SCB");
        await using var only = await StatisticsGate.EnterAsync(database, cancellation) ?? throw new ImportIsRunningException();
        await SharedStatistics.AddIfMissingAsync(database, time, cancellation);
        await new ScbRun(database, imports, source.ForSomeoneWaiting(), time).OneAsync(selection, cancellation);
        return selection.Code;
    }
}
