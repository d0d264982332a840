namespace Ledstjarna.Domain.Assessment;

public enum RollUpMethod
{
    /// <summary>The weighted mean of the children's points.</summary>
    Mean,

    /// <summary>The weight share of children that are achieved, or at least partly.</summary>
    Share,

    /// <summary>A chain is what its weakest link is.</summary>
    Weakest,
}

/// <summary>How the children of a node become its status. All limits are shares, 0–1.</summary>
public sealed record RollUpRule
{
    /// <param name="method">With <see cref="RollUpMethod.Mean"/> green must be at least 0.5 and yellow at most 0.5, or a judgement upward could lower what lies above.</param>
    /// <param name="greenAt">Green from here on, included.</param>
    /// <param name="yellowAt">Yellow from here on, included.</param>
    public RollUpRule(RollUpMethod method = RollUpMethod.Mean, double greenAt = 0.75, double yellowAt = 0.4)
    {
        Method = method;
        GreenAt = method == RollUpMethod.Mean ? Green(greenAt, "greenAt") : Require.Share(greenAt, "greenAt");
        YellowAt = method == RollUpMethod.Mean ? Yellow(yellowAt, "yellowAt") : Require.Share(yellowAt, "yellowAt");
    }

    public RollUpMethod Method { get; }

    public double GreenAt { get; }

    public double YellowAt { get; }

    /// <summary>The least coverage that gives a status when what is missing could change it.</summary>
    public double MinCoverage
    {
        get;
        init => field = Require.Share(value, "minCoverage");
    }

    /// <summary>Whether a key child that is not achieved holds the node at partly.</summary>
    public bool Cap { get; init; }

    /// <summary>How close to a limit a score is called near it.</summary>
    public double Near
    {
        get;
        init => field = Require.Share(value, "near");
    } = 0.05;

    internal static double Green(double value, string field) =>
        Require.Share(value, field) >= 0.5 ? value : throw new DomainRuleException(RuleCode.GreenBelowHalf, field);

    internal static double Yellow(double value, string field) =>
        Require.Share(value, field) <= 0.5 ? value : throw new DomainRuleException(RuleCode.YellowAboveHalf, field);
}
