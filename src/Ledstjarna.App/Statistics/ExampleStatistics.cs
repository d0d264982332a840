using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Statistics;

/// <summary>
/// Two invented key figures with values for every municipality and year, so that all that is done with statistics can be tried without a network.
/// Only the demonstration municipality shows them, and says so.
/// </summary>
internal static class ExampleStatistics
{
    private const int FirstYear = 2012;
    private const int LastYear = 2025;

    private static readonly Dictionary<string, KeyFigureFacts> Facts = new(StringComparer.Ordinal)
    {
        ["X00001"] = Of("Exempel: elever i årskurs 9 som känner sig trygga i skolan, andel (%)", isDivided: true),
        ["X00002"] = Of("Exempel: kostnad för kultur, kr/inv", isDivided: false),
    };

    /// <summary>Adds them unless they are there.</summary>
    public static async Task AddIfMissingAsync(Database database, TimeProvider time, CancellationToken cancellation)
    {
        var import = new StatisticsImport
        {
            Source = StatisticsSource.Example,
            Kind = ImportKind.Shipped,
            StartedAt = time.GetUtcNow().UtcDateTime,
            KeyFigures = [.. Facts.Keys],
        };
        await new StatisticsImports(database, time).TakeInAsync(import, null, AddAsync, cancellation);

        async Task<ValueChanges?> AddAsync(LedstjarnaContext db, int id)
        {
            if (await db.Set<StatisticsImport>().AnyAsync(i => i.Source == StatisticsSource.Example && i.Id != id, cancellation))
            {
                return null;
            }

            var catalogue = new StatisticsCatalogue();
            foreach (var (code, facts) in Facts)
            {
                catalogue.KeyFigures.Add(code, facts);
            }

            await CatalogueStore.TakeInAsync(db, StatisticsSource.Example, id, catalogue, cancellation);
            var keyFigures = await db.Set<KeyFigure>()
                .Where(k => k.Source == StatisticsSource.Example)
                .ToDictionaryAsync(k => k.Code, k => k.Id, StringComparer.Ordinal, cancellation);
            var areas = await db.Set<Area>()
                .Where(a => a.Kind == AreaKind.Municipality || a.Kind == AreaKind.Country)
                .OrderBy(a => a.Code)
                .Select(a => a.Id)
                .ToListAsync(cancellation);
            var values = Values(keyFigures["X00001"], keyFigures["X00002"], areas).ToList();
            return await StatisticsStore.TakeInAsync(db, id, [.. keyFigures.Values], isWhole: false, [values], null, cancellation);
        }
    }

    /// <summary>The same each time: each area has a level of its own, moves slowly, and lacks a value now and then.</summary>
    private static IEnumerable<NationalValue> Values(int safe, int culture, List<int> areas)
    {
        var random = new Random(20_260_331);
        foreach (var area in areas)
        {
            var (level, trend, cost) = (
                76 + (random.NextDouble() * 16),
                (random.NextDouble() - 0.5) * 0.8,
                700 + (random.NextDouble() * 900)
            );
            for (var year = FirstYear; year <= LastYear; year++)
            {
                var isPreliminary = year == LastYear;
                if (random.Next(100) >= 5)
                {
                    var all = Math.Clamp(level + (trend * (year - FirstYear)) + ((random.NextDouble() - 0.5) * 4), 40, 99);
                    var apart = random.NextDouble() * 5;
                    yield return Value(safe, area, year, Breakdown.Total, all, isPreliminary);
                    yield return Value(safe, area, year, Breakdown.Women, all - apart, isPreliminary);
                    yield return Value(safe, area, year, Breakdown.Men, Math.Min(99.5, all + apart), isPreliminary);
                }

                cost *= 1.01 + (random.NextDouble() * 0.03);
                yield return Value(culture, area, year, Breakdown.Total, cost, isPreliminary);
            }
        }
    }

    private static NationalValue Value(int keyFigure, int area, int year, Breakdown gender, double value, bool isPreliminary) =>
        new(keyFigure, area, (short)year, gender, Math.Round(value, 4), IsPreliminary: isPreliminary);

    private static KeyFigureFacts Of(string title, bool isDivided) =>
        new()
        {
            Title = title,
            Description = "Påhittat, för att visa hur nyckeltal fungerar. Värdena säger inget om någon kommun.",
            IsDividedByGender = isDivided,
            MunicipalityType = "K",
            OperatingArea = "Exempel",
            NextYear = LastYear,
        };
}
