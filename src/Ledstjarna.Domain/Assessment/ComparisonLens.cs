namespace Ledstjarna.Domain.Assessment;

/// <summary>Against the others in a group. It says how one stands, not whether that is good.</summary>
internal static class ComparisonLens
{
    public static ComparisonFinding? Look(in Figures figures, in Others others, ComparisonRule rule)
    {
        var count = others.Count;
        if (figures.Direction == Direction.Range || count == 0 || count < rule.MinGroup)
        {
            return null;
        }

        var (below, equal) = others.Against(figures.Current.Value);
        var better = figures.Direction == Direction.Lower ? below : count - below - equal;
        return new ComparisonFinding(count, better, equal, Judge(better, equal, count, rule));
    }

    /// <summary>The status alone, of places that are known.</summary>
    /// <param name="direction">Which way is better.</param>
    /// <param name="count">How many others have a value.</param>
    /// <param name="below">How many of them lie below.</param>
    /// <param name="equal">How many are exactly equal.</param>
    /// <param name="rule">Where one must stand.</param>
    public static Status? StatusOf(Direction direction, int count, int below, int equal, ComparisonRule rule) =>
        direction == Direction.Range || count == 0 || count < rule.MinGroup
            ? null
            : Judge(direction == Direction.Lower ? below : count - below - equal, equal, count, rule);

    private static Status Judge(int better, int equal, int count, ComparisonRule rule)
    {
        var position = (better + (0.5 * equal)) / count;
        return Threshold.StaysWithin(position, rule.Best) ? Status.Achieved
            : Threshold.Reaches(position, 1 - rule.Worst) ? Status.NotAchieved
            : Status.Partly;
    }
}
