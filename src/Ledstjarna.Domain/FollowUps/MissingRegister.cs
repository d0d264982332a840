using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>
/// The missing-data register (bortfall): every figure expected by cadence and lag and not there on a situation's day. Derived from what is
/// recorded, never typed. It covers the indicators that count in the structure then valid; one that is only a substitute is told of beside
/// the indicator it steps in for.
/// </summary>
public sealed class MissingRegister
{
    /// <summary>How many periods of one indicator are listed; those that someone has given a day for are listed besides.</summary>
    public const int MostPeriods = 3;

    private readonly Situation _situation;
    private readonly Dictionary<IndicatorId, KnownFigures> _known;
    private readonly HashSet<IndicatorId> _keys;

    private MissingRegister(Situation situation, IComparer<string> names)
    {
        _situation = situation;
        var counted = situation.Record.Indicators.Where(i => situation.RatingOfIndicator(i.Code) is not null).ToList();
        _known = counted.ToDictionary(i => i.Id, i => new KnownFigures(situation, i, situation.Recorded(i.Id)));
        var goals = situation.Goals.Select(g => g.Id).ToHashSet();
        _keys =
        [
            .. situation.Record.Measures.Where(m => m.IsKey && goals.Contains(m.GoalId)).Select(m => m.IndicatorId).OfType<IndicatorId>(),
        ];
        Figures =
        [
            .. counted
                .SelectMany(Listed)
                .OrderByDescending(f => f.Goals.Count)
                .ThenByDescending(f => f.IsKey)
                .ThenByDescending(f => f.MayCome)
                .ThenByDescending(f => f.DaysLate)
                .ThenBy(f => f.Indicator.Name, names)
                .ThenBy(f => f.Indicator.Code, StringComparer.Ordinal)
                .ThenByDescending(f => f.Period),
        ];
        Awaited = [.. counted.Where(IsOnlyAwaited).Select(Next).OfType<ExpectedFigure>().OrderBy(e => e.On)];
    }

    /// <summary>Worst first: those that make most goals unsure, then key measures, then what can still come, then the most days late, then by name.</summary>
    public IReadOnlyList<MissingFigure> Figures { get; }

    /// <summary>
    /// Indicators that have no usable value though nothing of theirs is overdue: the latest has grown too old before the next is due. The
    /// soonest first.
    /// </summary>
    public IReadOnlyList<ExpectedFigure> Awaited { get; }

    /// <param name="situation">The day, the structure and what was known.</param>
    /// <param name="names">How names are put in order.</param>
    public static MissingRegister Of(Situation situation, IComparer<string> names) => new(situation, names);

    /// <summary>The newest period whose figure is missing, without the rest of the register. Null: none is missing, or it does not count.</summary>
    public static Period? NewestMissing(Situation situation, Indicator indicator) =>
        situation.RatingOfIndicator(indicator.Code) is null
            ? null
            : new KnownFigures(situation, indicator, situation.Recorded(indicator.Id))
                .Missing(Day(situation))
                .Select(p => (Period?)p)
                .Max();

    private static DateOnly Day(Situation situation) => situation.KnownAt < situation.CutOff ? situation.KnownAt.Value : situation.CutOff;

    /// <summary>The newest missing figure of an indicator. Null: none is missing.</summary>
    public MissingFigure? Newest(IndicatorId indicator) => Figures.Where(f => f.Indicator.Id == indicator).MaxBy(f => f.Period);

    /// <summary>An indicator's figures to come after the day, the soonest first. Empty for one that does not count.</summary>
    /// <param name="indicator">The indicator.</param>
    /// <param name="until">The last day looked at.</param>
    public IEnumerable<ExpectedFigure> Upcoming(Indicator indicator, DateOnly until) =>
        _known
            .GetValueOrDefault(indicator.Id)
            ?.Upcoming(_situation.CutOff, until)
            .Select(e => new ExpectedFigure(indicator, e.Period, e.On))
        ?? [];

    /// <summary>The next figure to come, however far ahead. Null: none is expected.</summary>
    public ExpectedFigure? Next(Indicator indicator) =>
        _known.GetValueOrDefault(indicator.Id)?.Next(_situation.CutOff) is { } next
            ? new ExpectedFigure(indicator, next.Period, next.On)
            : null;

    private IEnumerable<MissingFigure> Listed(Indicator indicator)
    {
        var known = _known[indicator.Id];
        var missing = known.Missing(Day(_situation)).ToList();
        var plain = missing.Where(p => known.Record(p)?.ExpectedOn is null).ToList();
        var listed = missing.Except(plain.SkipLast(MostPeriods)).ToList();
        var effects = GoalEffect.Of(_situation, Subject.Indicator.IdOf(indicator.Code));
        foreach (var period in listed)
        {
            var figure = Figure(known, period);
            yield return figure with
            {
                Earlier = period == listed[0] ? missing.Count - listed.Count : 0,
                Goals = (figure.MayCome || period == listed[^1]) && WouldBeUsed(indicator, period, known.LastValue) ? effects : [],
            };
        }
    }

    private MissingFigure Figure(KnownFigures known, Period period)
    {
        var indicator = known.Indicator;
        var record = known.Record(period);
        var expected = known.ExpectedOn(period);
        return new MissingFigure
        {
            Indicator = indicator,
            Period = period,
            Rating = _situation.RatingOfIndicator(indicator.Code)!,
            Reason = known.ReasonFor(period),
            Note = record?.Note,
            Expected = expected,
            MayCome = known.MayCome(period),
            DaysLate = expected < _situation.CutOff ? _situation.CutOff.DayNumber - expected.Value.DayNumber : 0,
            IsNeverMeasured = known.LastValue is null,
            Substitute = _situation.Record.Indicators.FirstOrDefault(i => i.Id == indicator.SubstituteId),
            IsKey = _keys.Contains(indicator.Id),
            IsExample = record is { IsExample: true },
        };
    }

    /// <summary>Whether a value, had it come, would be the one the indicator is judged by.</summary>
    private bool WouldBeUsed(Indicator indicator, Period period, Period? lastValue) =>
        (lastValue is null || period > lastValue)
        && _situation
            .Leading.Case.Indicator(Subject.Indicator.IdOf(indicator.Code))
            .SourceAt(Period.Months(period.End, _situation.CutOff), _situation.Principle.Rule) != ValueSource.Missing;

    private bool IsOnlyAwaited(Indicator indicator) =>
        _situation.RatingOfIndicator(indicator.Code) is { Source: ValueSource.Missing, Effective: Status.CannotBeAssessed }
        && Newest(indicator.Id) is null;
}
