using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Writing;

/// <summary>
/// Imports of statistics: first all answers are fetched and kept, then all is taken in at once. One that breaks off shows nothing, and is gone on
/// with where it was.
/// </summary>
public sealed class StatisticsImports(Database database, TimeProvider time)
{
    private DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The latest first.</summary>
    public async Task<IReadOnlyList<StatisticsImport>> LatestAsync(int most, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        return await db.Set<StatisticsImport>().AsNoTracking().OrderByDescending(i => i.Id).Take(most).ToListAsync(cancellation);
    }

    public async Task<StatisticsImport?> FindAsync(int id, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        return await db.Set<StatisticsImport>().AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, cancellation);
    }

    /// <summary>Those that are not in and have answers to go on from, the oldest first.</summary>
    public async Task<IReadOnlyList<StatisticsImport>> UnfinishedAsync(StatisticsSource source, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        return await db.Set<StatisticsImport>()
            .AsNoTracking()
            .Where(i => i.Source == source && i.Version == null && i.Fetched > 0)
            .OrderBy(i => i.Id)
            .ToListAsync(cancellation);
    }

    public async Task<StatisticsImport> BeginAsync(StatisticsImport import, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        db.Add(import);
        await db.SaveChangesAsync(cancellation);
        return import;
    }

    /// <summary>Keeps an answer and how far the import has come; told to stop in the meantime it says so.</summary>
    /// <returns>Whether to go on.</returns>
    public async Task<bool> KeepAsync(FetchedAnswer answer, int expected, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        var import = await db.Set<StatisticsImport>().SingleAsync(i => i.Id == answer.ImportId, cancellation);
        db.Add(answer);
        (import.Fetched, import.Expected) = (import.Fetched + 1, expected);
        await db.SaveChangesAsync(cancellation);
        return import.State == ImportState.Running;
    }

    public async Task SetStateAsync(int id, ImportState state, string? message, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        if (await db.Set<StatisticsImport>().SingleOrDefaultAsync(i => i.Id == id && i.Version == null, cancellation) is { } import)
        {
            (import.State, import.Message) = (state, message);
            await db.SaveChangesAsync(cancellation);
        }
    }

    /// <summary>Which pages there are, without what they hold.</summary>
    public async Task<IReadOnlyList<(int Step, int Page, string Address, string? Next)>> PagesAsync(int id, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        var pages = await db.Set<FetchedAnswer>()
            .AsNoTracking()
            .Where(a => a.ImportId == id)
            .OrderBy(a => a.Step)
            .ThenBy(a => a.Page)
            .Select(a => new
            {
                a.Step,
                a.Page,
                a.Address,
                a.Next,
            })
            .ToListAsync(cancellation);
        return [.. pages.Select(p => (p.Step, p.Page, p.Address, p.Next))];
    }

    /// <summary>An import's answers, one at a time.</summary>
    public IEnumerable<(string Address, byte[] Body)> Answers(int id)
    {
        using var db = database.Context(default);
        foreach (
            var answer in db.Set<FetchedAnswer>()
                .AsNoTracking()
                .Where(a => a.ImportId == id)
                .OrderBy(a => a.Step)
                .ThenBy(a => a.Page)
                .AsEnumerable()
        )
        {
            yield return (answer.Address, answer.Body);
        }
    }

    /// <summary>What was fetched for an import that will not be gone on with.</summary>
    public async Task ForgetAnswersAsync(int id, CancellationToken cancellation)
    {
        await using var db = database.Context(default);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        (await db.Set<StatisticsImport>().SingleAsync(i => i.Id == id, cancellation)).Fetched = 0;
        await db.SaveChangesAsync(cancellation);
        await ForgetAnswersAsync(db, id, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Takes an import in: all of <paramref name="work"/> or nothing, one import at a time.</summary>
    /// <param name="import">Begun and not in yet, or wholly new.</param>
    /// <param name="fetchedAt">When its answers were had, UTC. Null: now.</param>
    /// <param name="work">Adds to the catalogue and the values, and says what it changed. Null: there is nothing to take in after all.</param>
    /// <param name="cancellation">Nothing is taken in.</param>
    /// <returns>As it is in. Null: it is not.</returns>
    public async Task<StatisticsImport?> TakeInAsync(
        StatisticsImport import,
        DateTime? fetchedAt,
        Func<LedstjarnaContext, int, Task<ValueChanges?>> work,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(default);
        db.Database.SetCommandTimeout(0);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('statistics'))", cancellation);
        var id = import.Id;
        if (id == 0)
        {
            db.Add(import);
            await db.SaveChangesAsync(cancellation);
            id = import.Id;
        }
        else if (await db.Set<StatisticsImport>().AnyAsync(i => i.Id == id && i.Version != null, cancellation))
        {
            return null; // someone else has
        }

        if (await work(db, id) is not { } changes)
        {
            return null;
        }

        db.ChangeTracker.Clear();
        var row = await db.Set<StatisticsImport>().SingleAsync(i => i.Id == id, cancellation);
        (row.Added, row.Revised, row.Withdrawn) = (changes.Added, changes.Revised, changes.Withdrawn);
        (row.State, row.FetchedAt, row.Message) = (ImportState.Done, fetchedAt ?? Now, null);
        row.Version = 1 + (await db.Set<StatisticsImport>().MaxAsync(i => i.Version, cancellation) ?? 0);
        await db.SaveChangesAsync(cancellation);
        await ForgetAnswersAsync(db, id, cancellation);
        await transaction.CommitAsync(cancellation);
        return row;
    }

    private static Task<int> ForgetAnswersAsync(LedstjarnaContext db, int id, CancellationToken cancellation) =>
        db.Database.ExecuteSqlAsync($"delete from statistics.fetched_answers where import_id = {id}", cancellation);
}
