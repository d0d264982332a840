using Ledstjarna.Domain.Assessment;

namespace Ledstjarna.Domain.Statistics;

/// <summary>Where one stands among others in a figure. Those without a value take no place.</summary>
/// <param name="Place">1 for the best; equals share a place.</param>
/// <param name="Of">How many have a value, oneself included.</param>
/// <param name="Median">The middle value.</param>
/// <param name="BestQuarter">The value that begins the best quarter.</param>
public sealed record Ranking(int Place, int Of, double Median, double BestQuarter)
{
    /// <param name="values">Everyone's, oneself included; at least one.</param>
    /// <param name="own">One's own value.</param>
    /// <param name="direction">Which way is better; a range has no better.</param>
    public static Ranking Among(IReadOnlyCollection<double> values, double own, Direction direction)
    {
        var best = BestFirst(values, direction);
        var better = best.TakeWhile(v => direction == Direction.Lower ? v < own : v > own).Count();
        var middle = best.Count / 2;
        var median = best.Count % 2 == 1 ? best[middle] : (best[middle - 1] + best[middle]) / 2;
        return new Ranking(better + 1, best.Count, median, BestQuarterOf(best));
    }

    /// <summary>The value that begins the best quarter of all.</summary>
    /// <param name="values">At least one.</param>
    /// <param name="direction">Which way is better; a range has no better.</param>
    public static double BestQuarterOf(IReadOnlyCollection<double> values, Direction direction) =>
        BestQuarterOf(BestFirst(values, direction));

    private static double BestQuarterOf(List<double> bestFirst) => bestFirst[Math.Max(0, (bestFirst.Count / 4) - 1)];

    private static List<double> BestFirst(IReadOnlyCollection<double> values, Direction direction) =>
        direction == Direction.Lower ? [.. values.Order()] : [.. values.OrderDescending()];
}
