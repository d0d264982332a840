using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Integrations.Kolada;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Some imports from Kolada, one after another.</summary>
/// <param name="database">Where they go.</param>
/// <param name="imports">Their rows and answers.</param>
/// <param name="limits">Null: nothing can be asked for on the network.</param>
/// <param name="time">Now.</param>
/// <param name="progress">For a person who waits.</param>
internal sealed class ImportRun(
    Database database,
    StatisticsImports imports,
    SourceLimits? limits,
    TimeProvider time,
    IProgress<ImportProgress>? progress
)
{
    private readonly List<StatisticsImport> _done = [];
    private StatisticsImport? _stopped;
    private int _unknown;

    public ImportOutcome Outcome => new(_done, _stopped, _unknown);

    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <returns>Whether it is in.</returns>
    public async Task<bool> BeginAsync(
        ImportKind kind,
        IReadOnlyList<string> keyFigures,
        DateOnly? since,
        CancellationToken cancellation
    ) =>
        await GoOnAsync(
            await imports.BeginAsync(
                new StatisticsImport
                {
                    Source = StatisticsSource.Kolada,
                    Kind = kind,
                    StartedAt = Now,
                    KeyFigures = keyFigures,
                    Since = since,
                },
                cancellation
            ),
            cancellation
        );

    /// <summary>Fetches what is left of an import and takes it in.</summary>
    /// <returns>Whether it is in. Not so: it was told to stop.</returns>
    public async Task<bool> GoOnAsync(StatisticsImport import, CancellationToken cancellation)
    {
        var source = limits ?? throw new SourceException(SourceFault.Unreachable, "Kolada");
        await imports.SetStateAsync(import.Id, ImportState.Running, null, cancellation);
        try
        {
            var isCatalogue = import.KeyFigures.Count == 0;
            var fetch = new KoladaFetch(source, imports, time);
            var (tables, addresses) = isCatalogue ? (null, await CatalogueAsync(cancellation)) : await ValuesAsync(import, cancellation);
            var counting = progress is null
                ? null
                : new Each<(int Fetched, int Expected)>(p => progress.Report(new ImportProgress(import, p.Fetched, p.Expected, null)));
            Func<byte[], string, string?> read = isCatalogue
                ? (body, name) => new KoladaCatalogue(new StatisticsCatalogue()).Read(body, name).Next
                : (body, name) => tables!.Reader(null).Read(body, name, []);
            if (!await fetch.RunAsync(import, addresses, read, counting, cancellation))
            {
                _stopped = import;
                return false;
            }

            var fetchedAt = Now;
            await TakeInAsync(import, fetchedAt, imports.Answers(import.Id), isWhole: import.Kind == ImportKind.Full, cancellation);
            return true;
        }
        catch (SourceException e)
        {
            await imports.SetStateAsync(import.Id, ImportState.Failed, SourceWords.Sentence(e), CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException)
        {
            await imports.SetStateAsync(import.Id, ImportState.Stopped, null, CancellationToken.None);
            throw;
        }
    }

    /// <summary>Saved answers, of any kind, in any order of files: first what there is, then the values.</summary>
    public async Task FolderAsync(string folder, CancellationToken cancellation)
    {
        var files = SavedAnswers.In(folder);
        var import = new StatisticsImport
        {
            Source = StatisticsSource.Kolada,
            Kind = ImportKind.Folder,
            StartedAt = Now,
            Fetched = files.Count,
            Expected = files.Count,
        };
        await TakeInAsync(import, null, files.Select(f => (f.Name, SavedAnswers.Read(f))), isWhole: false, cancellation);
    }

    private async Task TakeInAsync(
        StatisticsImport import,
        DateTime? fetchedAt,
        IEnumerable<(string Address, byte[] Body)> answers,
        bool isWhole,
        CancellationToken cancellation
    )
    {
        var took = await imports.TakeInAsync(import, fetchedAt, WorkAsync, cancellation);
        if (took is not null)
        {
            _done.Add(took);
        }

        async Task<ValueChanges?> WorkAsync(LedstjarnaContext db, int id)
        {
            var catalogue = new StatisticsCatalogue { HasAllKeyFigures = import.Kind == ImportKind.Full && import.KeyFigures.Count == 0 };
            var hasValues = import.KeyFigures.Count > 0;
            if (!hasValues)
            {
                var reader = new KoladaCatalogue(catalogue);
                foreach (var (name, body) in answers)
                {
                    cancellation.ThrowIfCancellationRequested();
                    if (SavedAnswers.HasValues(body))
                    {
                        hasValues = true;
                    }
                    else
                    {
                        reader.Read(body, name);
                    }
                }

                await RequireMostAsync(db, catalogue, cancellation);
                await CatalogueStore.TakeInAsync(db, StatisticsSource.Kolada, id, catalogue, cancellation);
            }

            if (!hasValues)
            {
                return default(ValueChanges);
            }

            var tables = await CodeTables.OfAsync(db, cancellation);
            var preliminary = tables.PreliminaryYears(DateOnly.FromDateTime(fetchedAt ?? Now));
            var values = tables.Reader(preliminary);
            var counting = progress is null
                ? null
                : new Each<long>(n => progress.Report(new ImportProgress(import, import.Fetched, import.Expected, n)));
            var scope = import.KeyFigures.Count > 0 ? tables.Numbers(import.KeyFigures) : tables.AllNumbers;
            var changes = await StatisticsStore.TakeInAsync(db, id, scope, isWhole, Pages(), counting, cancellation);
            _unknown += values.Unknown;
            return changes;

            IEnumerable<IReadOnlyList<NationalValue>> Pages()
            {
                values = tables.Reader(preliminary); // read again, it counts from the start
                var page = new List<NationalValue>();
                foreach (var (name, body) in answers)
                {
                    page.Clear();
                    if (import.KeyFigures.Count > 0 || SavedAnswers.HasValues(body))
                    {
                        values.Read(body, name, page);
                    }

                    yield return page;
                }
            }
        }
    }

    /// <summary>A source that suddenly has lost half of its key figures is broken: they are not taken to be gone.</summary>
    private static async Task RequireMostAsync(LedstjarnaContext db, StatisticsCatalogue catalogue, CancellationToken cancellation)
    {
        if (
            catalogue.HasAllKeyFigures
            && catalogue.KeyFigures.Count
                < await db.Set<KeyFigure>().CountAsync(k => k.Source == StatisticsSource.Kolada && k.RemovedBy == null, cancellation) / 2
        )
        {
            throw new SourceException(SourceFault.Unreadable, "kpi", $"{catalogue.KeyFigures.Count}");
        }
    }

    private async Task<IReadOnlyList<string>> CatalogueAsync(CancellationToken cancellation) =>
        KoladaAddresses.Catalogue((await database.OrganisationsAsync(cancellation)).Select(o => o.MunicipalityCode.Value).Distinct());

    private async Task<(CodeTables Tables, IReadOnlyList<string> Addresses)> ValuesAsync(
        StatisticsImport import,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(default);
        var areas = await db.Set<Area>().AsNoTracking().Select(a => new { a.Code, a.Kind }).OrderBy(a => a.Code).ToListAsync(cancellation);
        var withUnits = await db.Set<KeyFigure>()
            .AsNoTracking()
            .Where(k => k.Source == StatisticsSource.Kolada && import.KeyFigures.Contains(k.Code))
            .ToListAsync(cancellation);
        return (
            await CodeTables.OfAsync(db, cancellation),
            [
                .. KoladaAddresses.Values(
                    import.KeyFigures,
                    [.. areas.Where(a => a.Kind != AreaKind.Unit).Select(a => a.Code)],
                    import.Since
                ),
                .. KoladaAddresses.UnitValues(
                    withUnits.Where(k => k.Facts.HasUnits).Select(k => k.Code),
                    [.. areas.Where(a => a.Kind == AreaKind.Unit).Select(a => a.Code)],
                    import.Since
                ),
            ]
        );
    }

    /// <summary>Reports where it is told, not later on another thread.</summary>
    private sealed class Each<T>(Action<T> report) : IProgress<T>
    {
        public void Report(T value) => report(value);
    }
}
