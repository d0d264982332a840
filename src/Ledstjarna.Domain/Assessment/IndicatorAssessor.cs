using System.Runtime.CompilerServices;

namespace Ledstjarna.Domain.Assessment;

/// <summary>Rates one indicator: which value counts, and what each lens says of it.</summary>
public static class IndicatorAssessor
{
    private const int OnStack = 128;

    public static IndicatorRating Rate(MeasuredIndicator indicator, AssessmentCase @case)
    {
        var substitute = indicator.Substitute is { } id ? @case.Indicator(id) : null;
        var room = Math.Max(indicator.Observations.Count, substitute?.Observations.Count ?? 0);
        var space = room <= OnStack ? new Space() : default;
        Span<KnownValue> values = room <= OnStack ? ((Span<KnownValue>)space)[..room] : new KnownValue[room];
        return Rate(indicator, substitute, @case, values);
    }

    private static IndicatorRating Rate(
        MeasuredIndicator indicator,
        MeasuredIndicator? substitute,
        AssessmentCase @case,
        Span<KnownValue> values
    )
    {
        var own = Selection.Of(indicator, @case, values);
        if (own.IsUsable)
        {
            return Judge(indicator, indicator, own, own.Source, @case, values);
        }

        if (substitute is not null && Selection.Of(substitute, @case, values) is { IsUsable: true } other)
        {
            return Judge(indicator, substitute, other, ValueSource.Substitute, @case, values);
        }

        var targets = TargetsInForce.On(@case.AsOf, @case.Limit, indicator.Targets);
        var computed = WithoutFigure(own.Missing, targets, @case.Principle);
        return new IndicatorRating(indicator.Id, @case.Layered(indicator.Id, computed))
        {
            Source = ValueSource.Missing,
            Missing = own.Missing,
        };
    }

    private static IndicatorRating Judge(
        MeasuredIndicator indicator,
        MeasuredIndicator measured,
        in Selection selection,
        ValueSource source,
        AssessmentCase @case,
        ReadOnlySpan<KnownValue> values
    )
    {
        var figures = new Figures(measured.Direction, values[selection.ComparableFrom..selection.Values]);
        var targets = TargetsInForce.On(@case.AsOf, @case.Limit, measured.Targets);
        var principle = @case.Principle;
        var evidence = LensesOf(figures, targets, measured.Group(figures.Current.Period), principle, @case.AsOf);
        var (score, computed, lens) = Combined(evidence.Statuses, principle, @case.IsForecast);
        var missing = default(MissingReason?);
        if (score is null)
        {
            (computed, missing) = Unjudged(targets, principle);
        }

        var current = figures.Current;
        return new IndicatorRating(indicator.Id, @case.Layered(indicator.Id, computed))
        {
            Score = score,
            Source = source,
            Period = current.Period,
            Age = selection.Age,
            Value = current.Value,
            Margin = current.Margin,
            Lens = lens,
            Missing = missing,
            Evidence = new Evidence(evidence.Target, evidence.Trend, evidence.Comparison, evidence.Pace),
        };
    }

    /// <summary>What every lens says.</summary>
    internal static LensFindings LensesOf(
        in Figures figures,
        in TargetsInForce targets,
        in Others others,
        Principle principle,
        DateOnly asOf
    ) =>
        new(
            targets.Counting is { } counting ? TargetLens.Look(figures, counting, principle, asOf) : null,
            TrendLens.Look(figures, principle.Trend),
            ComparisonLens.Look(figures, others, principle.Comparison),
            targets.Ahead is { } ahead ? PaceLens.Look(figures, principle.Pace, ahead) : null
        );

    /// <summary>What every lens says, without why: of a figure whose place among the others is known.</summary>
    internal static LensStatuses StatusesOf(
        in Figures figures,
        in TargetsInForce targets,
        (int Count, int Below, int Equal) others,
        Principle principle,
        DateOnly asOf
    )
    {
        var (target, byPace) = targets.Counting is { } counting ? TargetLens.StatusOf(figures, counting, principle, asOf) : default;
        return new(
            target,
            TrendLens.StatusOf(figures, principle.Trend),
            ComparisonLens.StatusOf(figures.Direction, others.Count, others.Below, others.Equal, principle.Comparison),
            targets.Ahead is { } ahead ? PaceLens.Look(figures, principle.Pace, ahead)?.Status : null,
            byPace
        );
    }

    /// <summary>What a figure is that no lens of the principle applies to.</summary>
    internal static (Status Status, MissingReason? Missing) Unjudged(in TargetsInForce targets, Principle principle) =>
        targets.NotDue && principle.Uses(Lens.Target) ? (Status.NotDue, null) : (Status.CannotBeAssessed, MissingReason.NoBasis);

    /// <summary>What an indicator without a usable figure is.</summary>
    internal static Status WithoutFigure(MissingReason? missing, in TargetsInForce targets, Principle principle) =>
        missing == MissingReason.NotApplicable || (targets.NotDue && principle.Uses(Lens.Target)) ? Status.NotDue : Status.CannotBeAssessed;

    /// <summary>The lenses of the principle as one status; no score when none applies.</summary>
    internal static (double? Score, Status Status, Lens? Lens) Combined(LensStatuses statuses, Principle principle, bool isForecast)
    {
        var paceIsInTarget = isForecast && principle.Uses(Lens.Target);
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < principle.Lenses.Count; i++)
        {
            var lens = principle.Lenses[i];
            if ((lens == Lens.Pace && paceIsInTarget) || statuses.Of(lens) is not { } status)
            {
                continue;
            }

            if (principle.Combine == Combine.First)
            {
                var decidedBy = lens == Lens.Target && statuses.ByPace ? Lens.Pace : lens;
                return (status.Points(), status, decidedBy);
            }

            sum += status.Points();
            count++;
        }

        return count == 0
            ? (null, Status.CannotBeAssessed, null)
            : (sum / count, Threshold.Place(sum / count, principle.CombineGreenAt, principle.CombineYellowAt), null);
    }

    [InlineArray(OnStack)]
    private struct Space
    {
        private KnownValue _first;
    }
}
