using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Files;
using Ledstjarna.Integrations.Kolada;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Statistics;

/// <summary>The statistics that ship with the product: shared by all organisations.</summary>
public static class SharedStatistics
{
    /// <summary>Adds what is missing. Of two at once one adds.</summary>
    public static async Task AddIfMissingAsync(Database database, TimeProvider time, CancellationToken cancellation)
    {
        await using (var db = database.Context(default))
        {
            if (await db.Set<StatisticsImport>().AnyAsync(i => i.Source == StatisticsSource.Kolada && i.Version != null, cancellation))
            {
                return;
            }

            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('statistics'))", cancellation);
            if (!await db.Set<Municipality>().AnyAsync(cancellation))
            {
                db.AddRange(ComparisonFiles.Municipalities());
                db.AddRange(ComparisonFiles.Figures);
                db.AddRange(ComparisonFiles.Values());
                await db.SaveChangesAsync(cancellation);
                await transaction.CommitAsync(cancellation);
            }
        }

        var asOf = KoladaShipped.AsOf.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc);
        var import = new StatisticsImport
        {
            Source = StatisticsSource.Kolada,
            Kind = ImportKind.Shipped,
            StartedAt = asOf,
        };
        await new StatisticsImports(database, time).TakeInAsync(import, asOf, AddAsync, cancellation);

        async Task<ValueChanges?> AddAsync(LedstjarnaContext db, int id)
        {
            if (await db.Set<StatisticsImport>().AnyAsync(i => i.Source == StatisticsSource.Kolada && i.Id != id, cancellation))
            {
                return null;
            }

            await CatalogueStore.TakeInAsync(db, StatisticsSource.Kolada, id, KoladaShipped.Catalogue(), cancellation);
            var keyFigures = await db.Set<KeyFigure>().ToDictionaryAsync(k => k.Code, k => k.Id, StringComparer.Ordinal, cancellation);
            var areas = await db.Set<Area>().ToDictionaryAsync(a => a.Code, a => a.Id, StringComparer.Ordinal, cancellation);
            return await StatisticsStore.TakeInAsync(
                db,
                id,
                [.. keyFigures.Values],
                isWhole: false,
                [KoladaShipped.Values(keyFigures, areas)],
                null,
                cancellation
            );
        }
    }
}
