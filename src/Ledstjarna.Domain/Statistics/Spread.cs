namespace Ledstjarna.Domain.Statistics;

/// <summary>How values spread: the median parts them in halves, the quartiles the halves in halves, each value counted once (unweighted).</summary>
/// <param name="Least">The least.</param>
/// <param name="LowerQuartile">A quarter lie at or below.</param>
/// <param name="Median">The middle value, or the mean of the two in the middle.</param>
/// <param name="UpperQuartile">A quarter lie at or above.</param>
/// <param name="Largest">The largest.</param>
public sealed record Spread(double Least, double LowerQuartile, double Median, double UpperQuartile, double Largest)
{
    /// <summary>Between two values the quartile lies in proportion (the method of most spreadsheets, inclusive). Null: there are no values.</summary>
    /// <param name="ascending">In ascending order.</param>
    public static Spread? Of(IReadOnlyList<double> ascending) =>
        ascending.Count == 0 ? null : new(ascending[0], At(ascending, 0.25), At(ascending, 0.5), At(ascending, 0.75), ascending[^1]);

    private static double At(IReadOnlyList<double> ascending, double share)
    {
        var at = (ascending.Count - 1) * share;
        var under = (int)at;
        return under + 1 < ascending.Count
            ? ascending[under] + ((ascending[under + 1] - ascending[under]) * (at - under))
            : ascending[under];
    }
}
