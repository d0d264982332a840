using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Years;

/// <summary>How closely two indicators' values follow each other.</summary>
/// <param name="Coefficient">Pearson's, −1 to 1.</param>
/// <param name="Periods">How many periods both have a value for.</param>
public readonly record struct Correlation(double Coefficient, int Periods)
{
    /// <summary>Fewer common periods than this say nothing.</summary>
    public const int FewestPeriods = 5;

    /// <summary>From here on two indicators nearly say the same.</summary>
    public const double NearlySame = 0.95;

    private const double Slack = 1e-9;

    public bool IsNearlySame => Periods >= FewestPeriods && Math.Abs(Coefficient) >= NearlySame - Slack;

    /// <summary>Null when there are too few common periods, or one of them never changes.</summary>
    public static Correlation? Of(IReadOnlyDictionary<Period, double> a, IReadOnlyDictionary<Period, double> b)
    {
        var common = a.Keys.Where(b.ContainsKey).Order().Select(p => (A: a[p], B: b[p])).ToList();
        if (common.Count < FewestPeriods)
        {
            return null;
        }

        var (meanA, meanB) = (common.Average(c => c.A), common.Average(c => c.B));
        var (sumA, sumB, sumAB) = (0.0, 0.0, 0.0);
        foreach (var (x, y) in common)
        {
            sumA += (x - meanA) * (x - meanA);
            sumB += (y - meanB) * (y - meanB);
            sumAB += (x - meanA) * (y - meanB);
        }

        var spread = Math.Sqrt(sumA) * Math.Sqrt(sumB);
        return IsStill(sumA, meanA, common.Count) || IsStill(sumB, meanB, common.Count)
            ? null
            : new Correlation(Math.Clamp(sumAB / spread, -1, 1), common.Count);
    }

    /// <summary>Whether what varies is no more than what summing leaves behind.</summary>
    private static bool IsStill(double squares, double mean, int count) =>
        Math.Sqrt(squares / count) <= Slack * Math.Max(double.Epsilon, Math.Abs(mean));
}
