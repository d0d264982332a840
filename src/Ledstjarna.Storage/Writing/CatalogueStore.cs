using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Writing;

/// <summary>Takes a source's catalogue in. What it said of a key figure before is kept with the import that said it.</summary>
public static class CatalogueStore
{
    /// <summary>Within the context's transaction.</summary>
    public static async Task TakeInAsync(
        LedstjarnaContext db,
        StatisticsSource source,
        int import,
        StatisticsCatalogue catalogue,
        CancellationToken cancellation
    )
    {
        var known = await db.Set<KeyFigure>()
            .Where(k => k.Source == source)
            .ToDictionaryAsync(k => k.Code, StringComparer.Ordinal, cancellation);
        foreach (var (code, facts) in catalogue.KeyFigures)
        {
            if (!known.TryGetValue(code, out var keyFigure))
            {
                db.Add(
                    new KeyFigure
                    {
                        Source = source,
                        Code = code,
                        Facts = facts,
                        AddedBy = import,
                    }
                );
                continue;
            }

            keyFigure.RemovedBy = null;
            if (keyFigure.Facts != facts)
            {
                db.Add(
                    new EarlierFacts
                    {
                        KeyFigureId = keyFigure.Id,
                        ReplacedBy = import,
                        Facts = keyFigure.Facts,
                    }
                );
                keyFigure.Facts = facts;
            }
        }

        if (catalogue.HasAllKeyFigures)
        {
            foreach (var gone in known.Values.Where(k => k.RemovedBy is null && !catalogue.KeyFigures.ContainsKey(k.Code)))
            {
                gone.RemovedBy = import;
            }
        }

        await TakeAreasInAsync(db, catalogue, cancellation);
        await db.SaveChangesAsync(cancellation);
        await db.Database.ExecuteSqlAsync(
            $"""
            insert into statistics.key_figure_words (key_figure_id, words)
            select id, setweight(to_tsvector('swedish', lower(code || ' ' || (facts ->> 'title'))), 'A')
                       || setweight(to_tsvector('swedish', lower(coalesce(facts ->> 'description', ''))), 'C')
              from statistics.key_figures k
             where k.added_by = {import} or exists (select from statistics.earlier_facts e where e.key_figure_id = k.id and e.replaced_by = {import})
            on conflict (key_figure_id) do update set words = excluded.words
            """,
            cancellation
        );
    }

    private static async Task TakeAreasInAsync(LedstjarnaContext db, StatisticsCatalogue catalogue, CancellationToken cancellation)
    {
        var areas = await db.Set<Area>().ToDictionaryAsync(a => a.Code, StringComparer.Ordinal, cancellation);
        foreach (var area in catalogue.Areas.Values)
        {
            if (areas.TryGetValue(area.Code, out var known))
            {
                (known.Name, known.Kind, known.MunicipalityCode) = (area.Name, area.Kind, area.MunicipalityCode);
            }
            else
            {
                db.Add(area);
            }
        }

        var groups = await db.Set<AreaGroup>().ToDictionaryAsync(g => g.Code, StringComparer.Ordinal, cancellation);
        foreach (var group in catalogue.Groups.Values)
        {
            if (!groups.TryGetValue(group.Code, out var known))
            {
                db.Add(group);
            }
            else if (known.Name != group.Name || !known.Members.SequenceEqual(group.Members))
            {
                (known.Name, known.Members) = (group.Name, group.Members);
            }
        }

        var sets = await db.Set<KeyFigureSet>().ToDictionaryAsync(s => s.Code, StringComparer.Ordinal, cancellation);
        foreach (var set in catalogue.Sets.Values)
        {
            if (!sets.TryGetValue(set.Code, out var known))
            {
                db.Add(set);
            }
            else if (known.Name != set.Name || !known.Members.SequenceEqual(set.Members))
            {
                (known.Name, known.Members) = (set.Name, set.Members);
            }
        }
    }
}
