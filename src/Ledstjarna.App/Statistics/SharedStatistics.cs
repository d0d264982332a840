using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Files;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Statistics;

/// <summary>The comparison figures that ship with the product: all municipalities, shared by all organisations.</summary>
public static class SharedStatistics
{
    /// <summary>Adds them unless they are there. Of two at once one adds.</summary>
    public static async Task AddIfMissingAsync(LedstjarnaContext db, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('statistics'))", cancellation);
        if (!await db.Set<Municipality>().AnyAsync(cancellation))
        {
            db.AddRange(ComparisonFiles.Municipalities());
            db.AddRange(ComparisonFiles.Figures);
            db.AddRange(ComparisonFiles.Values());
        }
    }
}
