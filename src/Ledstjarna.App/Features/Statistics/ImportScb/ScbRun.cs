using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Integrations.Scb;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>
/// Fetches figures of tables that have been chosen at SCB. A table is a handful of answers: all are had before anything is written, and one that
/// cannot be had leaves the others be.
/// </summary>
internal sealed class ScbRun(Database database, StatisticsImports imports, SourceLimits limits, TimeProvider time)
{
    private readonly List<StatisticsImport> _done = [];
    private readonly List<SourceException> _failed = [];

    public ImportOutcome Outcome => new(_done, null, 0) { Failed = _failed };

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>All that have been chosen, where the table has been updated since.</summary>
    public async Task AllAsync(bool isFull, CancellationToken cancellation)
    {
        List<KeyFigure> known;
        await using (var db = database.Context(default))
        {
            known = await db.Set<KeyFigure>()
                .AsNoTracking()
                .Where(k => k.Source == StatisticsSource.Scb && k.RemovedBy == null)
                .OrderBy(k => k.Code)
                .ToListAsync(cancellation);
        }

        using var client = new ScbClient(limits, time);
        foreach (var keyFigure in known)
        {
            try
            {
                await OneAsync(client, TableSelection.Parse(keyFigure.Facts.Selection!), isFull ? null : keyFigure, cancellation);
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                var fault = e as SourceException ?? new SourceException(SourceFault.Unreadable, keyFigure.Code, e.Message, e);
                var import = await imports.BeginAsync(New(keyFigure.Code), CancellationToken.None);
                await imports.SetStateAsync(import.Id, ImportState.Failed, SourceWords.Sentence(fault), CancellationToken.None);
                _failed.Add(fault);
                if (fault.Fault is SourceFault.Unreachable or SourceFault.TooSlow or SourceFault.TooManyRequests)
                {
                    return; // it is the source, and not the table
                }
            }
        }
    }

    /// <summary>One table, that a person waits for.</summary>
    /// <exception cref="SourceException">The table cannot be had or read.</exception>
    public async Task OneAsync(TableSelection selection, CancellationToken cancellation)
    {
        using var client = new ScbClient(limits, time);
        await OneAsync(client, selection, null, cancellation);
    }

    /// <param name="client">Asks no faster than the source lets it.</param>
    /// <param name="selection">What is chosen.</param>
    /// <param name="known">What there is of it: nothing is fetched where the table says the same as it did. Null: fetched in any case.</param>
    /// <param name="cancellation">Nothing is written.</param>
    private async Task OneAsync(ScbClient client, TableSelection selection, KeyFigure? known, CancellationToken cancellation)
    {
        var figures = await TableAsync(database, client, selection.Table, cancellation);
        if (figures.Fault is not null || !figures.Allows(selection))
        {
            throw new SourceException(SourceFault.NotThere, selection.Table);
        }

        var facts = figures.Facts(selection);
        if (known is { ValuesImportId: > 0 } && facts.UpdatedAt is not null && known.Facts == facts)
        {
            return;
        }

        var answers = new List<JsonStat>();
        foreach (var (chosen, divide) in figures.Questions(selection))
        {
            answers.AddRange(await client.DataAsync(selection.Table, chosen, divide, cancellation));
        }

        if (await imports.TakeInAsync(New(selection.Code), Now, WorkAsync, cancellation) is { } import)
        {
            _done.Add(import);
        }

        async Task<ValueChanges?> WorkAsync(LedstjarnaContext db, int id)
        {
            var catalogue = new StatisticsCatalogue();
            catalogue.KeyFigures.Add(selection.Code, facts);
            await CatalogueStore.TakeInAsync(db, StatisticsSource.Scb, id, catalogue, cancellation);
            var keyFigure = await db.Set<KeyFigure>()
                .Where(k => k.Source == StatisticsSource.Scb && k.Code == selection.Code)
                .Select(k => k.Id)
                .SingleAsync(cancellation);
            var areas = await db.Set<Area>()
                .Where(a => a.Kind == AreaKind.Municipality || a.Kind == AreaKind.Country)
                .ToDictionaryAsync(a => a.Code, a => a.Id, StringComparer.Ordinal, cancellation);
            List<IReadOnlyList<NationalValue>> pages = [.. answers.Select(a => figures.Values(a, keyFigure, areas))];
            return await StatisticsStore.TakeInAsync(db, id, [keyFigure], isWhole: true, pages, null, cancellation);
        }
    }

    /// <summary>A table as it is now.</summary>
    public static async Task<ScbFigures> TableAsync(Database database, ScbClient client, string table, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        var codes = (
            await db.Set<Area>().Where(a => a.Kind == AreaKind.Municipality).Select(a => a.Code).ToListAsync(cancellation)
        ).ToHashSet(StringComparer.Ordinal);
        return new ScbFigures(table, await client.MetadataAsync(table, cancellation), codes.Contains);
    }

    private StatisticsImport New(string code) =>
        new()
        {
            Source = StatisticsSource.Scb,
            Kind = ImportKind.Full,
            StartedAt = Now,
            KeyFigures = [code],
        };
}
