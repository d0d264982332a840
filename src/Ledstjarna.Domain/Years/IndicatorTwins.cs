using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Years;

/// <summary>Indicators that nearly say the same as another.</summary>
internal sealed class IndicatorTwins
{
    private readonly Situation _situation;
    private readonly List<Repeats>[] _found;
    private readonly List<Indicator> _indicators;

    /// <param name="situation">The day, and what was known.</param>
    /// <param name="indicators">Those that count.</param>
    /// <param name="goals">Per goal at the top: what counts under it, by ids in the assessment. Only within one are values compared.</param>
    public IndicatorTwins(Situation situation, List<Indicator> indicators, IEnumerable<HashSet<string>> goals)
    {
        (_situation, _indicators) = (situation, indicators);
        _found = [.. indicators.Select(_ => new List<Repeats>())];
        var under = goals.ToList();
        var values = indicators.ConvertAll(Values);
        for (var i = 0; i < indicators.Count; i++)
        {
            for (var j = i + 1; j < indicators.Count; j++)
            {
                var (a, b) = (indicators[i], indicators[j]);
                var isSame = a.ComparedWith is { } code && code == b.ComparedWith;
                var correlation =
                    !isSame && under.Any(g => g.Contains(IdOf(a)) && g.Contains(IdOf(b))) ? Correlation.Of(values[i], values[j]) : null;
                if (isSame || correlation?.IsNearlySame == true)
                {
                    _found[i].Add(new Repeats(b, correlation));
                    _found[j].Add(new Repeats(a, correlation));
                }
            }
        }
    }

    public IEnumerable<Repeats> Of(Indicator indicator) => _found[_indicators.IndexOf(indicator)];

    /// <summary>The values that are comparable with the newest: none before its latest break, and none that rests on too few answers.</summary>
    private Dictionary<Period, double> Values(Indicator indicator)
    {
        var latest = _situation
            .Record.Breaks.Where(b => b.IndicatorId == indicator.Id && b.Day <= _situation.CutOff)
            .Select(b => b.Day)
            .DefaultIfEmpty(DateOnly.MinValue)
            .Max();
        var values = new Dictionary<Period, double>();
        var known = _situation
            .Known(indicator.Id)
            .Where(o => o.Breakdown == Breakdown.Total && o.Period.End >= latest)
            .OrderBy(o => o.RecordedOn)
            .ThenBy(o => o.Sequence);
        foreach (var observation in known)
        {
            if (observation.Measured(indicator.SmallestAnswers).Value is { } value)
            {
                values[observation.Period] = value;
            }
            else
            {
                values.Remove(observation.Period);
            }
        }

        return values;
    }

    private static string IdOf(Indicator indicator) => Subject.Indicator.IdOf(indicator.Code);
}
