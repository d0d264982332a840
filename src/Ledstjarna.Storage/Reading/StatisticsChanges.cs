using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Reading;

/// <summary>A value that a source changed, took back or added.</summary>
/// <param name="Code">Of which key figure.</param>
/// <param name="Year">What it is about.</param>
/// <param name="Gender">Whom it is about.</param>
/// <param name="Before">Null: there was none.</param>
/// <param name="After">Null: it has been taken back.</param>
/// <param name="WasPreliminary">Before.</param>
/// <param name="IsPreliminary">Now.</param>
/// <param name="At">When it was fetched, UTC.</param>
public sealed record ValueChange(
    string Code,
    int Year,
    Breakdown Gender,
    double? Before,
    double? After,
    bool WasPreliminary,
    bool IsPreliminary,
    DateTime At
);

/// <summary>What a catalogue said of a key figure, and what it says after.</summary>
/// <param name="KeyFigure">Which.</param>
/// <param name="ImportId">The import that brought the change.</param>
/// <param name="Before">What it said.</param>
/// <param name="After">What it says. Null: the catalogue no longer holds it.</param>
/// <param name="At">When it was fetched, UTC.</param>
public sealed record FactsChange(KeyFigure KeyFigure, int ImportId, KeyFigureFacts Before, KeyFigureFacts? After, DateTime At)
{
    /// <summary>Whether it says something else of what is measured. When the next figures are expected is no such thing.</summary>
    public bool IsMaterial => After is null || !Before.MeasuresAs(After);
}

/// <summary>What sources have changed since a moment.</summary>
public sealed class StatisticsChanges(Database database)
{
    private const int Most = 500;

    private const string Sql = """
        with since as (select id, fetched_at from statistics.imports where version is not null and fetched_at > {0}),
             wanted as (select id, code from statistics.key_figures where code = any({1})),
             own as (select id from statistics.areas where code = {2})
        select w.code as "Code", e.year as "Year", e.gender as "Gender", e.value as "Before", coalesce(n.value, f.value) as "After",
               e.is_preliminary as "WasPreliminary", coalesce(n.is_preliminary, f.is_preliminary, false) as "IsPreliminary", s.fetched_at as "At"
          from statistics.earlier_figures e
          join since s on s.id = e.replaced_by
          join wanted w on w.id = e.key_figure_id
          join own on own.id = e.area_id
          left join statistics.earlier_figures n
            on (n.key_figure_id, n.gender, n.year, n.area_id, n.import_id) = (e.key_figure_id, e.gender, e.year, e.area_id, e.replaced_by)
          left join statistics.figures f
            on (f.key_figure_id, f.gender, f.year, f.area_id, f.import_id) = (e.key_figure_id, e.gender, e.year, e.area_id, e.replaced_by)
        union all
        select w.code, f.year, f.gender, null, f.value, false, f.is_preliminary, s.fetched_at
          from statistics.figures f
          join since s on s.id = f.import_id
          join wanted w on w.id = f.key_figure_id
          join own on own.id = f.area_id
         where f.value is not null
           and not exists (select from statistics.earlier_figures e
                            where (e.key_figure_id, e.gender, e.year, e.area_id, e.replaced_by) = (f.key_figure_id, f.gender, f.year, f.area_id, f.import_id))
         order by "At" desc, "Code", "Year" desc, "Gender"
         limit {3}
        """;

    /// <summary>One area's values, of some key figures; the latest changes first, at most some hundreds.</summary>
    public async Task<IReadOnlyList<ValueChange>> ValuesAsync(
        IReadOnlyCollection<string> codes,
        string area,
        DateTime since,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(default);
        var rows = await db.Database.SqlQueryRaw<Row>(Sql, since, codes.ToArray(), area, Most).ToListAsync(cancellation);
        return
        [
            .. rows.Select(r => new ValueChange(
                r.Code,
                r.Year,
                (Breakdown)r.Gender,
                r.Before,
                r.After,
                r.WasPreliminary,
                r.IsPreliminary,
                DateTime.SpecifyKind(r.At, DateTimeKind.Utc)
            )),
        ];
    }

    /// <summary>What catalogues have changed of some key figures; the latest first.</summary>
    public async Task<IReadOnlyList<FactsChange>> FactsAsync(
        IReadOnlyCollection<string> codes,
        DateTime since,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(default);
        var imports = await db.Set<StatisticsImport>()
            .AsNoTracking()
            .Where(i => i.Version != null && i.FetchedAt > since)
            .ToDictionaryAsync(i => i.Id, i => i.FetchedAt!.Value, cancellation);
        var keyFigures = await db.Set<KeyFigure>().AsNoTracking().Where(k => codes.Contains(k.Code)).ToListAsync(cancellation);
        var ids = keyFigures.Select(k => k.Id).ToList();
        var earlier = (
            await db.Set<EarlierFacts>().AsNoTracking().Where(e => ids.Contains(e.KeyFigureId)).ToListAsync(cancellation)
        ).ToLookup(e => e.KeyFigureId);
        return
        [
            .. keyFigures
                .SelectMany(k => Changes(k, [.. earlier[k.Id].OrderBy(e => e.ReplacedBy)]))
                .Where(c => imports.ContainsKey(c.ImportId))
                .Select(c => c with { At = imports[c.ImportId] })
                .OrderByDescending(c => c.At)
                .ThenBy(c => c.KeyFigure.Code, StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<FactsChange> Changes(KeyFigure keyFigure, List<EarlierFacts> earlier)
    {
        for (var i = 0; i < earlier.Count; i++)
        {
            var after = i + 1 < earlier.Count ? earlier[i + 1].Facts : keyFigure.Facts;
            yield return new FactsChange(keyFigure, earlier[i].ReplacedBy, earlier[i].Facts, after, default);
        }

        if (keyFigure.RemovedBy is { } removed)
        {
            yield return new FactsChange(keyFigure, removed, keyFigure.Facts, null, default);
        }
    }

    private sealed record Row(
        string Code,
        short Year,
        short Gender,
        double? Before,
        double? After,
        bool WasPreliminary,
        bool IsPreliminary,
        DateTime At
    );
}
