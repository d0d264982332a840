using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Tells an import to stop: it does so before its next question, and can be gone on with.</summary>
public sealed class StopImportHandler(StatisticsImports imports)
{
    public async Task HandleAsync(Actor actor, int import, CancellationToken cancellation)
    {
        actor.Require(Right.FetchStatistics);
        if (await imports.FindAsync(import, cancellation) is { State: ImportState.Running })
        {
            await imports.SetStateAsync(import, ImportState.Stopped, null, cancellation);
        }
    }
}
