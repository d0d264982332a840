namespace Ledstjarna.Domain.Assessment;

/// <summary>Against the target that counts.</summary>
internal static class TargetLens
{
    /// <param name="figures">What there is to judge.</param>
    /// <param name="counting">The target that counts.</param>
    /// <param name="principle">The common rule.</param>
    /// <param name="asOf">The cut-off: whether the target lies ahead.</param>
    public static TargetFinding? Look(in Figures figures, TargetLevel counting, Principle principle, DateOnly asOf)
    {
        if (counting.Kind == TargetKind.Improve)
        {
            return TrendLens.Since(figures, counting.Since, principle.Trend) is { } change
                ? new TargetFinding(counting, figures.Current.Value, change, false, change.Status)
                : null;
        }

        var figure = counting.MeanOf is { } k ? Figures.MeanOfLatest(figures.Comparable, k) : figures.Current.Value;
        var status = Judge(figure, counting, principle.Tolerance);
        var ahead = counting.Due > asOf && counting.Kind != TargetKind.Between && counting.MeanOf is null;
        return ahead && PaceLens.Look(figures, principle.Pace, counting) is { } pace && pace.Status >= status
            ? new TargetFinding(counting, figure, null, true, pace.Status)
            : new TargetFinding(counting, figure, null, false, status);
    }

    /// <summary>The status alone, and whether it was the pace that decided it.</summary>
    public static (Status? Status, bool ByPace) StatusOf(in Figures figures, TargetLevel counting, Principle principle, DateOnly asOf)
    {
        if (counting.Kind == TargetKind.Improve || counting.MeanOf is not null || counting.Due > asOf)
        {
            return Look(figures, counting, principle, asOf) is { } finding ? (finding.Status, finding.ByPace) : (null, false);
        }

        return (Judge(figures.Comparable[^1].Value, counting, principle.Tolerance), false);
    }

    private static Status Judge(double figure, TargetLevel target, double? tolerance)
    {
        if (target.IsMetBy(figure))
        {
            return Status.Achieved;
        }

        var hasLimit = target.PartlyLow is not null || target.PartlyHigh is not null;
        var partly = hasLimit
            ? Threshold.Reaches(figure, target.PartlyLow ?? double.NegativeInfinity)
                && Threshold.StaysWithin(figure, target.PartlyHigh ?? double.PositiveInfinity)
            : tolerance is { } q && Degree(figure, target) is { } degree && Threshold.Reaches(degree, q);
        return partly ? Status.Partly : Status.NotAchieved;
    }

    /// <summary>How much of the target the figure fulfils; only where both are above zero.</summary>
    private static double? Degree(double figure, TargetLevel target) =>
        figure <= 0 || target.Value <= 0 ? null
        : target.Kind == TargetKind.AtMost ? target.Value / figure
        : figure / target.Value;
}
