using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Assessment;

/// <summary>Against an earlier figure of one's own.</summary>
internal static class TrendLens
{
    public static ChangeFinding? Look(in Figures figures, TrendRule rule)
    {
        var earlier = figures.Earlier;
        if (figures.Direction == Direction.Range || earlier.IsEmpty)
        {
            return null;
        }

        switch (rule.Against)
        {
            case TrendReference.Previous:
                return Judge(figures, earlier[^1], rule);
            case TrendReference.Baseline:
                return Judge(figures, earlier[0], rule);
            case TrendReference.Mean:
                return Judge(figures, null, Figures.MeanOfLatest(earlier, rule.K), 0, rule);
            default:
                return figures.Current.Period.YearBefore is { } yearBefore ? JudgeFrom(figures, yearBefore, rule) : null;
        }
    }

    /// <summary>The status alone. Against the value before it, as most principles have it, nothing else is looked at.</summary>
    public static Status? StatusOf(in Figures figures, TrendRule rule)
    {
        if (rule.Against != TrendReference.Previous)
        {
            return Look(figures, rule)?.Status;
        }

        if (figures.Direction == Direction.Range || figures.Comparable.Length < 2)
        {
            return null;
        }

        ref readonly var current = ref figures.Comparable[^1];
        ref readonly var previous = ref figures.Comparable[^2];
        return Judge(figures.Direction, current.Value, current.Margin, previous.Value, previous.Margin, rule).Status;
    }

    /// <summary>The change since a period, or since the first comparable value after it; since the value before the current when no period is given.</summary>
    public static ChangeFinding? Since(in Figures figures, Period? since, TrendRule rule)
    {
        var earlier = figures.Earlier;
        if (since is not { } from)
        {
            return earlier.IsEmpty ? null : Judge(figures, earlier[^1], rule);
        }

        foreach (var value in earlier)
        {
            if (value.Period >= from)
            {
                return Judge(figures, value, rule);
            }
        }

        return null;
    }

    private static ChangeFinding? JudgeFrom(in Figures figures, Period period, TrendRule rule)
    {
        foreach (var value in figures.Earlier)
        {
            if (value.Period == period)
            {
                return Judge(figures, value, rule);
            }
        }

        return null;
    }

    private static ChangeFinding Judge(in Figures figures, in KnownValue reference, TrendRule rule) =>
        Judge(figures, reference.Period, reference.Value, reference.Margin, rule);

    private static ChangeFinding Judge(in Figures figures, Period? period, double reference, double margin, TrendRule rule)
    {
        var current = figures.Current;
        var (change, limit, status) = Judge(figures.Direction, current.Value, current.Margin, reference, margin, rule);
        return new ChangeFinding(period, reference, change, limit, status);
    }

    private static (double Change, double Limit, Status Status) Judge(
        Direction direction,
        double value,
        double valueMargin,
        double reference,
        double margin,
        TrendRule rule
    )
    {
        var change = direction == Direction.Higher ? value - reference : reference - value;
        var limit = Math.Max(rule.Absolute, rule.Relative * Math.Abs(reference));
        if (rule.UseMargin)
        {
            limit = Math.Max(limit, double.Hypot(valueMargin, margin));
        }

        var slack = Threshold.Slack(reference);
        var status =
            change > limit + slack ? Status.Achieved
            : change < -limit - slack ? Status.NotAchieved
            : Status.Partly;
        return (change, limit, status);
    }
}
