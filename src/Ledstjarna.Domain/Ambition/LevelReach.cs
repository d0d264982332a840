using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Domain.Ambition;

/// <summary>How many of some municipalities would reach a level.</summary>
/// <param name="Reaching">Those whose value reaches it, exactly as the engine judges a figure and before any rounding.</param>
/// <param name="WithValue">Those that have a value. Those without one neither reach it nor miss it.</param>
/// <param name="Members">All of them.</param>
public sealed record Reach(int Reaching, int WithValue, int Members);

/// <summary>Who in the country would reach a level: all municipalities, those of the own county, and those the organisation compares itself with.</summary>
/// <param name="Level">The level.</param>
/// <param name="Year">The year the values are taken to be of.</param>
/// <param name="Values">Every value there is, one's own too.</param>
/// <param name="Country">All, oneself included.</param>
/// <param name="County">Those of the own county, oneself included. Null: the municipality is not among those in the set.</param>
/// <param name="Chosen">Those chosen to compare with. Null: none are.</param>
/// <param name="Own">One's own value. Null: the set has none.</param>
/// <param name="Ranking">One's own place among all. Null: no value, or neither way is better.</param>
/// <param name="BestQuarter">The value that begins the best quarter of all that have one. Null: neither way is better.</param>
public sealed record LevelReach(
    TargetLevel Level,
    int Year,
    IReadOnlyDictionary<MunicipalityCode, double> Values,
    Reach Country,
    Reach? County,
    Reach? Chosen,
    double? Own,
    Ranking? Ranking,
    double? BestQuarter
)
{
    /// <summary>Null: no values of others are known for the indicator.</summary>
    /// <param name="record">With the shared comparison set.</param>
    /// <param name="indicator">The same as a figure of the set, or not.</param>
    /// <param name="level">At least, at most or between.</param>
    /// <param name="lastYear">The latest year to look at, included. Null: any.</param>
    public static LevelReach? Of(SteeringRecord record, Indicator indicator, TargetLevel level, int? lastYear = null)
    {
        if (
            level.Kind == TargetKind.Improve
            || record.NationalOf(indicator) is not { } figures
            || figures.LatestYear(lastYear ?? Period.LastYear) is not { } year
        )
        {
            return null;
        }

        var values = figures.ByMunicipality(year);

        var own = record.Organisation.MunicipalityCode;
        var county = record.Municipalities.FirstOrDefault(m => m.Code == own)?.CountyCode;
        var chosen = record.Organisation.ComparisonMunicipalities.ToHashSet(StringComparer.Ordinal);
        double? value = values.TryGetValue(own, out var v) ? v : null;
        List<double> all = [.. values.Values];
        var hasBetter = indicator.Direction != Direction.Range;
        return new LevelReach(
            level,
            year,
            values,
            Among(record.Municipalities),
            county is null ? null : Among(record.Municipalities.Where(m => m.CountyCode == county)),
            chosen.Count == 0 ? null : Among(record.Municipalities.Where(m => chosen.Contains(m.Code.Value))),
            value,
            hasBetter && value is { } mine ? Ranking.Among(all, mine, indicator.Direction) : null,
            hasBetter ? Ranking.BestQuarterOf(all, indicator.Direction) : null
        );

        Reach Among(IEnumerable<Municipality> municipalities)
        {
            var (reaching, withValue, members) = (0, 0, 0);
            foreach (var municipality in municipalities)
            {
                members++;
                if (values.TryGetValue(municipality.Code, out var theirs))
                {
                    withValue++;
                    reaching += level.IsMetBy(theirs) ? 1 : 0;
                }
            }

            return new Reach(reaching, withValue, members);
        }
    }
}
