using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Statistics;

/// <summary>What sources have changed of the key figures that indicators take their figures from, and no one has seen to.</summary>
public static class UnseenChanges
{
    /// <summary>Of some indicators. What was changed before an indicator got its first figure does not concern it.</summary>
    public static async Task<IReadOnlyList<(Indicator Indicator, FactsChange Change)>> OfAsync(
        SteeringRecord record,
        IEnumerable<Indicator> indicators,
        StatisticsChanges changes,
        CancellationToken cancellation
    )
    {
        var first = record
            .Observations.Where(o => o.StatisticsImportId is not null)
            .GroupBy(o => o.IndicatorId)
            .ToDictionary(g => g.Key, g => g.Min(o => o.StatisticsImportId!.Value));
        var bound = indicators.Where(i => i.KeyFigureCode is not null && first.ContainsKey(i.Id)).ToList();
        if (bound.Count == 0)
        {
            return [];
        }

        var seen = record.HandledFactsChanges.Select(h => (h.IndicatorId, h.ImportId)).ToHashSet();
        var codes = bound.Select(i => i.KeyFigureCode!).Distinct(StringComparer.Ordinal).ToList();
        var all = (await changes.FactsAsync(codes, DateTime.MinValue.ToUniversalTime(), cancellation))
            .Where(c => c.IsMaterial)
            .ToLookup(c => c.KeyFigure.Code, StringComparer.Ordinal);
        return
        [
            .. bound.SelectMany(i =>
                all[i.KeyFigureCode!].Where(c => c.ImportId > first[i.Id] && !seen.Contains((i.Id, c.ImportId))).Select(c => (i, c))
            ),
        ];
    }
}
