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
        var (figures, rules, principle) = (indicator.Figures, indicator.Rules, @case.Principle);
        var count = @case.Columns.Count;
        var ratings = new NationalRating[@case.Years * count];
        var targets = new TargetsInForce[@case.Years];
        for (var year = 0; year < targets.Length; year++)
        {
            targets[year] = TargetsInForce.On(@case.CutOff(year), @case.CutOff(year), rules.Targets);
        }

        var years = new FigureYear[figures.Years];
        for (var i = 0; i < years.Length; i++)
        {
            var period = Period.Of(PeriodKind.Year, figures.FirstYear + i);
            years[i] = new FigureYear(period, period.End, rules.ComparableFrom(period.End));
        }

        var values = new KnownValue[figures.Years];
        for (var column = 0; column < count; column++)
        {
            // Both only move forward: the current value gets newer, and so does the first it is comparable with.
            var (known, next, first) = (0, 0, 0);
            for (var year = 0; year < targets.Length; year++)
            {
                var cutOff = @case.CutOff(year);
                for (; next < years.Length && years[next].End <= cutOff; next++)
                {
                    if (figures.Row(figures.FirstYear + next)[column] is var value && !double.IsNaN(value))
                    {
                        values[known++] = new KnownValue(years[next].Period, years[next].End, value, 0);
                    }
                }

                if (known > 0)
                {
                    var from = years[values[known - 1].End.Year - figures.FirstYear].ComparableFrom;
                    while (values[first].End < from)
                    {
                        first++;
                    }
                }

                ratings[(year * count) + column] = RateOne(
                    values.AsSpan(first, known - first),
                    figures,
                    rules,
                    targets[year],
                    principle,
                    cutOff
                );
            }
        }

        return ratings;
    }

    /// <summary>One cell: the current value is the last of those comparable with it.</summary>
    private static NationalRating RateOne(
        ReadOnlySpan<KnownValue> comparable,
        NationalFigures figures,
        MeasuredIndicator rules,
        in TargetsInForce targets,
        Principle principle,
        DateOnly cutOff
    )
    {
        if (comparable.IsEmpty)
        {
            return Missing(MissingReason.NoValue, targets, principle);
        }

        var current = comparable[^1];
        var year = current.End.Year;
        var source = rules.SourceAt((cutOff.Year - year) * MonthsPerYear, principle);
        if (source == ValueSource.Missing)
        {
            return Missing(MissingReason.TooOld, targets, principle);
        }

        var seen = new Figures(rules.Direction, comparable);
        var others = new Others(figures.Ascending(year), current.Value);
        var findings = IndicatorAssessor.LensesOf(seen, targets, others, principle, cutOff);
        var (score, computed, lens) = IndicatorAssessor.Combined(findings, principle, isForecast: false);
        var missing = default(MissingReason?);
        if (score is null)
        {
            (computed, missing) = IndicatorAssessor.Unjudged(targets, principle);
        }

        return new NationalRating(computed, source, missing, lens, (short)year, findings);
    }

    private static NationalRating Missing(MissingReason reason, in TargetsInForce targets, Principle principle) =>
        new(IndicatorAssessor.WithoutFigure(reason, targets, principle), ValueSource.Missing, reason, null, 0, default);

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
    private readonly record struct FigureYear(Period Period, DateOnly End, DateOnly ComparableFrom);
}
