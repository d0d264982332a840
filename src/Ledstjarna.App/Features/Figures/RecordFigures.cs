using Ledstjarna.App.Recording;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Figures;

/// <summary>Records figures, all or none.</summary>
public sealed class RecordFiguresHandler(Ledger ledger, TimeProvider time)
{
    /// <param name="actor">Must have the right for every indicator's unit.</param>
    /// <param name="figures">At most one of each key.</param>
    /// <param name="source">A file's name; null when typed.</param>
    /// <param name="cancellation">Nothing is recorded.</param>
    /// <exception cref="DomainRuleException">A figure has neither value nor reason, or both.</exception>
    /// <exception cref="UnauthorizedAccessException">One of the indicators is another unit's.</exception>
    public async Task<RecordResult> HandleAsync(
        Actor actor,
        IReadOnlyList<NewFigure> figures,
        string? source,
        CancellationToken cancellation
    )
    {
        actor.RequireSomewhere(Right.RecordFigures);
        var result = new RecordResult(0, new Dictionary<FigureKey, CurrentFigure>());
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
                (result, var entry) = await FigureRecording.RecordAsync(db, actor, figures, source, today, cancel);
                return entry is null ? [] : [entry];
            },
            cancellation
        );
        return result;
    }
}
