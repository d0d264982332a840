using System.Collections.Concurrent;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Domain.Assessment.National;

/// <summary>
/// The common assessment principle for all municipalities and many years at once, by the rules of <see cref="Assessor"/>. Each cell is computed
/// by itself, so that the answer is the same for any number of threads.
/// </summary>
public static class NationalAssessor
{
    private const int MonthsPerYear = 12;

    /// <param name="case">What to assess.</param>
    /// <param name="threads">At most so many at a time. 0: as many as the machine has.</param>
    public static NationalResult Assess(NationalCase @case, int threads = 0)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount };
        var own = new NationalRating[@case.Indicators.Count][];
        Parallel.For(0, own.Length, options, i => own[i] = Rate(@case, @case.Indicators[i]));
        var ratings = own.Select((r, i) => WithSubstitute(@case, own, i)).ToArray();

        var plan = NationalTree.Of(@case);
        Parallel.ForEach(
            Partitioner.Create(0, @case.Years * @case.Columns.Count),
            options,
            range => plan.RollUp(ratings, range.Item1, range.Item2)
        );
        return new NationalResult(@case, ratings, plan.Ratings);
    }

    /// <summary>One indicator, its own values only.</summary>
    private static NationalRating[] Rate(NationalCase @case, NationalIndicator indicator)
    {
        var (figures, rules) = (indicator.Figures, indicator.Rules);
        var count = @case.Columns.Count;
        var ratings = GC.AllocateUninitializedArray<NationalRating>(@case.Years * count);
        var cutOffs = new CutOff[@case.Years];
        for (var year = 0; year < cutOffs.Length; year++)
        {
            cutOffs[year] = CutOff.Of(@case, year, rules);
        }

        var years = new FigureYear[figures.Years];
        var first = 0;
        for (var i = 0; i < years.Length; i++)
        {
            var period = Period.Of(PeriodKind.Year, figures.FirstYear + i);
            var from = rules.ComparableFrom(period.End);
            while (first < i && years[first].Period.End < from)
            {
                first++;
            }

            years[i] = new FigureYear(period, period.End, first);
        }

        // By how many years a value is older than the cut-off.
        var sources = new ValueSource[@case.Years + Math.Max(0, @case.FirstYear - figures.FirstYear) + 1];
        for (var age = 0; age < sources.Length; age++)
        {
            sources[age] = rules.SourceAt(age * MonthsPerYear, @case.Principle);
        }

        var column = new Column(@case, figures, rules, cutOffs, years, sources);
        for (var c = 0; c < count; c++)
        {
            column.Rate(c, ratings);
        }

        return ratings;
    }

    /// <summary>Where there is no usable value, the substitute's own.</summary>
    private static NationalRating[] WithSubstitute(NationalCase @case, NationalRating[][] own, int place)
    {
        if (@case.Indicators[place].Rules.Substitute is not { } id)
        {
            return own[place];
        }

        var (ratings, substitutes) = (own[place], own[@case.PlaceOf(id)]);
        var with = new NationalRating[ratings.Length];
        for (var i = 0; i < with.Length; i++)
        {
            with[i] =
                ratings[i].Source == ValueSource.Missing && substitutes[i].Source != ValueSource.Missing
                    ? substitutes[i].AsSubstitute()
                    : ratings[i];
        }

        return with;
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

    /// <summary>Rates one municipality after another in all years.</summary>
    private readonly ref struct Column(
        NationalCase @case,
        NationalFigures figures,
        MeasuredIndicator rules,
        CutOff[] cutOffs,
        FigureYear[] years,
        ValueSource[] sources
    )
    {
        private readonly int _count = @case.Columns.Count;
        private readonly KnownValue[] _values = new KnownValue[figures.Years];

        /// <summary>The years of those, by their places.</summary>
        private readonly int[] _at = new int[figures.Years];

        public void Rate(int column, NationalRating[] ratings)
        {
            // All only move forward: the current value gets newer, and so does the first it is comparable with.
            var (known, next, first) = (0, 0, 0);
            for (var i = 0; i < cutOffs.Length; i++)
            {
                ref readonly var cutOff = ref cutOffs[i];
                var last = cutOff.Year - figures.FirstYear;
                for (; next < years.Length && next <= last; next++)
                {
                    if (figures.Row(figures.FirstYear + next)[column] is var value && !double.IsNaN(value))
                    {
                        _values[known] = new KnownValue(years[next].Period, years[next].End, value, 0);
                        _at[known++] = next;
                    }
                }

                ref var rating = ref ratings[(i * _count) + column];
                if (known == 0)
                {
                    rating = cutOff.NoValue;
                    continue;
                }

                var current = _at[known - 1];
                var source = sources[last - current];
                if (source == ValueSource.Missing)
                {
                    rating = cutOff.TooOld;
                    continue;
                }

                while (_at[first] < years[current].ComparableFrom)
                {
                    first++;
                }

                var seen = new Figures(rules.Direction, _values.AsSpan(first, known - first));
                rating = One(seen, figures.FirstYear + current, column, cutOff, source);
            }
        }

        /// <summary>One cell: the current value is the last of those comparable with it.</summary>
        private NationalRating One(in Figures seen, int year, int column, in CutOff cutOff, ValueSource source)
        {
            var principle = @case.Principle;
            var place = figures.Places(year)[column];
            var others = (figures.Ascending(year).Length - 1, place.Below, place.Equal);
            var evidence = IndicatorAssessor.StatusesOf(seen, cutOff.Targets, others, principle, cutOff.Day);
            var (score, computed, lens) = IndicatorAssessor.Combined(evidence, principle, isForecast: false);
            var missing = default(MissingReason?);
            if (score is null)
            {
                (computed, missing) = IndicatorAssessor.Unjudged(cutOff.Targets, principle);
            }

            return new NationalRating(computed, source, missing, lens, (short)year, evidence);
        }
    }
}
