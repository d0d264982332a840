using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Compare;

/// <summary>The shared comparison set: all municipalities by name, the figures in order, and every value.</summary>
public sealed record ComparisonSet(
    IReadOnlyList<Municipality> Municipalities,
    IReadOnlyList<ComparisonFigure> Figures,
    ILookup<string, ComparisonValue> Values
);

/// <summary>Reads the set once; it changes only when the statistics are loaded anew, and then with the program.</summary>
public sealed class ComparisonReading(Database database)
{
    private ComparisonSet? _kept;

    public async Task<ComparisonSet> ReadAsync(CancellationToken cancellation)
    {
        if (_kept is { Municipalities.Count: > 0 } kept)
        {
            return kept;
        }

        await using var db = database.Context(default);
        return _kept = new ComparisonSet(
            await db.Set<Municipality>().AsNoTracking().OrderBy(m => m.Name).ToListAsync(cancellation),
            await db.Set<ComparisonFigure>().AsNoTracking().OrderBy(f => f.Order).ToListAsync(cancellation),
            (await db.Set<ComparisonValue>().AsNoTracking().ToListAsync(cancellation)).ToLookup(v => v.FigureCode, StringComparer.Ordinal)
        );
    }
}
