namespace Ledstjarna.Domain.Assessment;

/// <summary>
/// Comparisons of figures, scores, shares and degrees with a threshold. They give way by 1e-9 (relative above 1), so that neither the
/// order in which numbers were summed nor the number of threads can flip a status: a score often falls exactly on a threshold.
/// </summary>
public static class Threshold
{
    private const double Give = 1e-9;

    public static double Slack(double threshold) => Give * Math.Max(1, Math.Abs(threshold));

    /// <summary>x ≥ t</summary>
    public static bool Reaches(double x, double threshold) => x >= threshold - Slack(threshold);

    /// <summary>x ≤ t</summary>
    public static bool StaysWithin(double x, double threshold) => x <= threshold + Slack(threshold);

    /// <summary>The status of a score against two limits: at or above <paramref name="green"/>, at or above <paramref name="yellow"/>, below.</summary>
    public static Status Place(double score, double green, double yellow) =>
        Reaches(score, green) ? Status.Achieved
        : Reaches(score, yellow) ? Status.Partly
        : Status.NotAchieved;
}
