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
        var position = (better + (0.5 * equal)) / count;
        var status =
            Threshold.StaysWithin(position, rule.Best) ? Status.Achieved
            : Threshold.Reaches(position, 1 - rule.Worst) ? Status.NotAchieved
            : Status.Partly;
        return new ComparisonFinding(count, better, equal, status);
    }
}
