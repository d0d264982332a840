using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Kolada;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>Kolada's key figures and areas by the numbers the database knows them by.</summary>
internal sealed class CodeTables
{
    private readonly List<KeyFigure> _keyFigures;
    private readonly CodeTable _byCode;
    private readonly CodeTable _areas;

    private CodeTables(List<KeyFigure> keyFigures, CodeTable areas)
    {
        (_keyFigures, _areas) = (keyFigures, areas);
        _byCode = new CodeTable(keyFigures.Select(k => KeyValuePair.Create(k.Code, k.Id)));
    }

    public IReadOnlyCollection<int> AllNumbers => [.. _keyFigures.Select(k => k.Id)];

    public static async Task<CodeTables> OfAsync(LedstjarnaContext db, CancellationToken cancellation)
    {
        var keyFigures = await db.Set<KeyFigure>().AsNoTracking().Where(k => k.Source == StatisticsSource.Kolada).ToListAsync(cancellation);
        var areas = await db.Set<Area>().AsNoTracking().Select(a => new { a.Code, a.Id }).ToListAsync(cancellation);
        return new CodeTables(keyFigures, new CodeTable(areas.Select(a => KeyValuePair.Create(a.Code, a.Id))));
    }

    public IReadOnlyCollection<int> Numbers(IReadOnlyCollection<string> codes)
    {
        var wanted = codes.ToHashSet(StringComparer.Ordinal);
        return [.. _keyFigures.Where(k => wanted.Contains(k.Code)).Select(k => k.Id)];
    }

    /// <summary>Per key figure the year that is preliminary on a day.</summary>
    public Dictionary<int, int> PreliminaryYears(DateOnly day) =>
        _keyFigures
            .Where(k => k.Facts.NextYear is { } year && k.Facts.IsPreliminary(year, day))
            .ToDictionary(k => k.Id, k => k.Facts.NextYear!.Value);

    public KoladaValues Reader(IReadOnlyDictionary<int, int>? preliminaryYear) => new(_byCode, _areas, preliminaryYear);
}
