using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Domain.Assessment.National;

/// <summary>Rates one indicator for all municipalities and years, of its own values only.</summary>
internal sealed class NationalRows
{
    private const int MonthsPerYear = 12;

    private readonly NationalFigures _figures;
    private readonly MeasuredIndicator _rules;
    private readonly Principle _principle;
    private readonly int _columns;
    private readonly CutOff[] _cutOffs;
    private readonly FigureYear[] _years;

    /// <summary>By how many years a value is older than the cut-off.</summary>
    private readonly ValueSource[] _sources;

    public NationalRows(NationalCase @case, NationalIndicator indicator)
    {
        (_figures, _rules, _principle, _columns) = (indicator.Figures, indicator.Rules, @case.Principle, @case.Columns.Count);
        _cutOffs = [.. Enumerable.Range(0, @case.Years).Select(y => CutOff.Of(@case, y, _rules))];
        _years = new FigureYear[_figures.Years];
        var first = 0;
        for (var i = 0; i < _years.Length; i++)
        {
            var period = Period.Of(PeriodKind.Year, _figures.FirstYear + i);
            var from = _rules.ComparableFrom(period.End);
            while (first < i && _years[first].End < from)
            {
                first++;
            }

            _years[i] = new FigureYear(period, period.End, first);
        }

        var oldest = @case.Years + Math.Max(0, @case.FirstYear - _figures.FirstYear);
        _sources = [.. Enumerable.Range(0, oldest).Select(age => _rules.SourceAt(age * MonthsPerYear, _principle))];
    }

    /// <summary>Municipalities and years.</summary>
    public int Count => _cutOffs.Length * _columns;

    /// <summary>A row per year, every municipality in its column.</summary>
    /// <param name="into">Where the rows go: much that is kept together is not moved about.</param>
    /// <param name="start">From where in it.</param>
    public ArraySegment<NationalRating>[] Rate(NationalRating[] into, int start)
    {
        var (values, at) = (new KnownValue[_figures.Years], new int[_figures.Years]);
        for (var column = 0; column < _columns; column++)
        {
            Rate(column, into.AsSpan(start, Count), values, at);
        }

        return
        [
            .. Enumerable.Range(0, _cutOffs.Length).Select(y => new ArraySegment<NationalRating>(into, start + (y * _columns), _columns)),
        ];
    }

    /// <summary>One municipality in all years.</summary>
    /// <param name="column">The municipality's.</param>
    /// <param name="ratings">Where they go.</param>
    /// <param name="values">Room for its values.</param>
    /// <param name="at">Room for their years, by their places.</param>
    private void Rate(int column, Span<NationalRating> ratings, KnownValue[] values, int[] at)
    {
        // All only move forward: the current value gets newer, and so does the first it is comparable with.
        var (known, next, first) = (0, 0, 0);
        for (var i = 0; i < _cutOffs.Length; i++)
        {
            ref readonly var cutOff = ref _cutOffs[i];
            var last = cutOff.Year - _figures.FirstYear;
            for (; next < _years.Length && next <= last; next++)
            {
                if (_figures.Row(_figures.FirstYear + next)[column] is var value && !double.IsNaN(value))
                {
                    values[known] = new KnownValue(_years[next].Period, _years[next].End, value, 0);
                    at[known++] = next;
                }
            }

            ref var rating = ref ratings[(i * _columns) + column];
            if (known == 0)
            {
                rating = cutOff.NoValue;
                continue;
            }

            var current = at[known - 1];
            var source = _sources[last - current];
            if (source == ValueSource.Missing)
            {
                rating = cutOff.TooOld;
                continue;
            }

            while (at[first] < _years[current].ComparableFrom)
            {
                first++;
            }

            var seen = new Figures(_rules.Direction, values.AsSpan(first, known - first));
            rating = One(seen, _figures.FirstYear + current, column, cutOff, source);
        }
    }

    /// <summary>One cell: the current value is the last of those comparable with it.</summary>
    private NationalRating One(in Figures seen, int year, int column, in CutOff cutOff, ValueSource source)
    {
        var place = _figures.Places(year)[column];
        var others = (_figures.Ascending(year).Length - 1, place.Below, place.Equal);
        var evidence = IndicatorAssessor.StatusesOf(seen, cutOff.Targets, others, _principle, cutOff.Day);
        var (score, computed, lens) = IndicatorAssessor.Combined(evidence, _principle, isForecast: false);
        var missing = default(MissingReason?);
        if (score is null)
        {
            (computed, missing) = IndicatorAssessor.Unjudged(cutOff.Targets, _principle);
        }

        return new NationalRating(computed, source, missing, lens, (short)year, evidence);
    }

    /// <summary>A year that there are figures for.</summary>
    /// <param name="Period">The year.</param>
    /// <param name="End">Its last day.</param>
    /// <param name="ComparableFrom">The first year that is comparable with it, by its place.</param>
    private readonly record struct FigureYear(Period Period, DateOnly End, int ComparableFrom);

    /// <summary>What is the same for all municipalities on a cut-off.</summary>
    private readonly record struct CutOff(DateOnly Day, int Year, TargetsInForce Targets, NationalRating NoValue, NationalRating TooOld)
    {
        public static CutOff Of(NationalCase @case, int year, MeasuredIndicator rules)
        {
            var day = @case.CutOff(year);
            var targets = TargetsInForce.On(day, day, rules.Targets);
            return new CutOff(day, day.Year, targets, Missing(MissingReason.NoValue), Missing(MissingReason.TooOld));

            NationalRating Missing(MissingReason reason) =>
                new(IndicatorAssessor.WithoutFigure(reason, targets, @case.Principle), ValueSource.Missing, reason, null, 0, default);
        }
    }
}
