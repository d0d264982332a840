using Ledstjarna.App.Doors;
using Ledstjarna.App.Statistics;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>What to fetch.</summary>
/// <param name="Folder">A folder with saved answers. Null: over the network.</param>
/// <param name="KeyFigures">Codes of key figures to fetch besides those in use.</param>
/// <param name="IsFull">All values again, and not only what has changed.</param>
public sealed record ImportStatistics(string? Folder = null, IReadOnlyList<string>? KeyFigures = null, bool IsFull = false)
{
    public StatisticsSource Source { get; init; } = StatisticsSource.Kolada;
}

/// <summary>How far an import has come, for a person who waits.</summary>
/// <param name="Import">Which.</param>
/// <param name="Fetched">Answers.</param>
/// <param name="Expected">Answers, as far as is known.</param>
/// <param name="TakenIn">Values; null while answers are fetched.</param>
public sealed record ImportProgress(StatisticsImport Import, int Fetched, int Expected, long? TakenIn);

/// <summary>How it went.</summary>
/// <param name="Imports">Those that are in, in order.</param>
/// <param name="Stopped">The one that was told to stop. Null: none.</param>
/// <param name="Unknown">Rows that were left out: of key figures or areas that the catalogue does not have.</param>
public sealed record ImportOutcome(IReadOnlyList<StatisticsImport> Imports, StatisticsImport? Stopped, int Unknown)
{
    /// <summary>What could not be had, where the rest is fetched all the same.</summary>
    public IReadOnlyList<SourceException> Failed { get; init; } = [];
}

/// <summary>The statistics are being fetched already.</summary>
public sealed class ImportIsRunningException() : Exception("an import is running");

/// <summary>
/// Fetches the values of the key figures in use, and Kolada's catalogue, each import whole or not at all, and hands the figures on to the
/// indicators that take theirs from them. One of Kolada's that broke off is gone on with first.
/// </summary>
public sealed class ImportStatisticsHandler(
    Database database,
    StatisticsImports imports,
    StatisticsSettings settings,
    DeliverFiguresHandler deliver,
    TellOwnersHandler tell,
    TimeProvider time
)
{
    /// <summary>How far back an increment asks: what the source dated before it published is not missed.</summary>
    private const int OverlapDays = 30;

    /// <summary>How old a whole fetching may be.</summary>
    private const int FullEveryDays = 30;

    /// <exception cref="SourceException">An answer could not be had or read: nothing of that import is in.</exception>
    /// <exception cref="ImportIsRunningException">Someone else is fetching.</exception>
    public async Task<ImportOutcome> HandleAsync(
        Actor actor,
        ImportStatistics asked,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    )
    {
        actor.Require(Right.FetchStatistics);
        await using var only = await StatisticsGate.EnterAsync(database, cancellation) ?? throw new ImportIsRunningException();
        await SharedStatistics.AddIfMissingAsync(database, time, cancellation);
        var outcome =
            asked.Source == StatisticsSource.Scb ? await ScbAsync(asked, cancellation) : await KoladaAsync(asked, progress, cancellation);
        foreach (var organisation in await database.OrganisationsAsync(cancellation))
        {
            await deliver.HandleAsync(Actor.Operator(organisation.OrganisationId), cancellation);
            await tell.HandleAsync(Actor.Operator(organisation.OrganisationId), cancellation);
        }

        return outcome;
    }

    private async Task<ImportOutcome> ScbAsync(ImportStatistics asked, CancellationToken cancellation)
    {
        var run = new ScbRun(database, imports, settings.Scb ?? throw new SourceException(SourceFault.Unreachable, "SCB"), time);
        await run.AllAsync(asked.IsFull, cancellation);
        return run.Outcome;
    }

    private async Task<ImportOutcome> KoladaAsync(
        ImportStatistics asked,
        IProgress<ImportProgress>? progress,
        CancellationToken cancellation
    )
    {
        var run = new ImportRun(database, imports, settings.Kolada, time, progress);
        if (asked.Folder is { } folder)
        {
            await run.FolderAsync(folder, cancellation);
        }
        else
        {
            await FetchAsync(run, asked, cancellation);
        }

        return run.Outcome;
    }

    private async Task FetchAsync(ImportRun run, ImportStatistics asked, CancellationToken cancellation)
    {
        foreach (var unfinished in await imports.UnfinishedAsync(StatisticsSource.Kolada, cancellation))
        {
            if (time.GetUtcNow().UtcDateTime - unfinished.StartedAt > TimeSpan.FromDays(OverlapDays))
            {
                await imports.ForgetAnswersAsync(unfinished.Id, cancellation);
            }
            else if (!await GoOnOrForgetAsync(run, unfinished, cancellation))
            {
                return;
            }
        }

        if (!await run.BeginAsync(ImportKind.Full, [], null, cancellation))
        {
            return;
        }

        var (whole, changed, since) = await PlanAsync(asked, cancellation);
        if (whole.Count > 0 && !await run.BeginAsync(ImportKind.Full, whole, null, cancellation))
        {
            return;
        }

        if (changed.Count > 0)
        {
            await run.BeginAsync(ImportKind.Increment, changed, since, cancellation);
        }
    }

    /// <summary>An import whose page cannot be used this time either is given up, so that it does not hold up those after it.</summary>
    /// <returns>Whether to go on. Not so: it was told to stop.</returns>
    private async Task<bool> GoOnOrForgetAsync(ImportRun run, StatisticsImport unfinished, CancellationToken cancellation)
    {
        try
        {
            return await run.GoOnAsync(unfinished, cancellation);
        }
        catch (SourceException e) when (e.Fault is not (SourceFault.Unreachable or SourceFault.TooSlow or SourceFault.TooManyRequests))
        {
            await imports.ForgetAnswersAsync(unfinished.Id, cancellation);
            return true;
        }
    }

    /// <summary>What is asked for whole, and of what only the changes: those that were fetched whole not long ago.</summary>
    private async Task<(List<string> Whole, List<string> Changed, DateOnly? Since)> PlanAsync(
        ImportStatistics asked,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(default);
        var there = await db.Set<KeyFigure>()
            .AsNoTracking()
            .Where(k => k.Source == StatisticsSource.Kolada && k.RemovedBy == null)
            .Select(k => new { k.Code, HasValues = k.ValuesImportId > 0 })
            .ToListAsync(cancellation);
        var wanted = there
            .Where(k => k.HasValues)
            .Select(k => k.Code)
            .Concat(asked.KeyFigures ?? [])
            .Concat(await BoundAsync(cancellation))
            .Intersect(there.Select(k => k.Code), StringComparer.Ordinal)
            .ToHashSet(StringComparer.Ordinal);
        var done = await db.Set<StatisticsImport>()
            .AsNoTracking()
            .Where(i => i.Source == StatisticsSource.Kolada && i.Version != null && i.KeyFigures.Count > 0)
            .ToListAsync(cancellation);
        var limit = time.GetUtcNow().UtcDateTime.AddDays(-FullEveryDays);
        var recent = done.Where(i => i.Kind == ImportKind.Full && i.StartedAt > limit)
            .SelectMany(i => i.KeyFigures)
            .ToHashSet(StringComparer.Ordinal);
        var last = done.Where(i => i.Kind is ImportKind.Full or ImportKind.Increment).Select(i => i.StartedAt).DefaultIfEmpty().Max();
        return asked.IsFull
            ? ([.. wanted], [], null)
            : (
                [.. wanted.Except(recent, StringComparer.Ordinal)],
                [.. wanted.Intersect(recent, StringComparer.Ordinal)],
                DateOnly.FromDateTime(last.AddDays(last == default ? 0 : -OverlapDays))
            );
    }

    /// <summary>Those that any organisation's indicator takes its figures from.</summary>
    private async Task<List<string>> BoundAsync(CancellationToken cancellation)
    {
        var codes = new List<string>();
        foreach (var organisation in await database.OrganisationsAsync(cancellation))
        {
            await using var db = database.Context(organisation.OrganisationId);
            codes.AddRange(
                await db.Set<Indicator>()
                    .Where(i => i.SourceKind == SourceKind.Kolada && i.KeyFigureCode != null)
                    .Select(i => i.KeyFigureCode!)
                    .ToListAsync(cancellation)
            );
        }

        return codes;
    }
}
