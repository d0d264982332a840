namespace Ledstjarna.Domain.Assessment;

/// <summary>Against the others in a group. It says how one stands, not whether that is good.</summary>
internal static class ComparisonLens
{
    public static ComparisonFinding? Look(in Figures figures, ComparisonRule rule)
    {
        if (figures.Indicator.Direction == Direction.Range)
        {
            return null;
        }

        var current = figures.Current;
        var others = figures.Indicator.Group(current.Period);
        if (others.IsEmpty || others.Length < rule.MinGroup)
        {
            return null;
        }

        // Ascending order: two searches tell how many are below, equal and above.
        var below = FirstNotBelow(others, current.Value);
        var equal = FirstAbove(others, current.Value) - below;
        var better = figures.Indicator.Direction == Direction.Lower ? below : others.Length - below - equal;
        var position = (better + (0.5 * equal)) / others.Length;
        var status =
            Threshold.StaysWithin(position, rule.Best) ? Status.Achieved
            : Threshold.Reaches(position, 1 - rule.Worst) ? Status.NotAchieved
            : Status.Partly;
        return new ComparisonFinding(others.Length, better, equal, status);
    }

    private static int FirstNotBelow(ReadOnlySpan<double> ascending, double value)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int FirstAbove(ReadOnlySpan<double> ascending, double value)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] <= value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
