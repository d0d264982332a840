namespace Ledstjarna.Domain.Assessment;

/// <summary>A way of looking at a figure.</summary>
public enum Lens
{
    /// <summary>Against the target in force.</summary>
    Target,

    /// <summary>Against an earlier figure of one's own.</summary>
    Trend,

    /// <summary>Against the others in a group.</summary>
    Comparison,

    /// <summary>Against the pace that a future target requires.</summary>
    Pace,
}

/// <summary>How the lenses of a principle become one status.</summary>
public enum Combine
{
    /// <summary>The first that applies decides.</summary>
    First,

    /// <summary>The mean of the points of those that apply.</summary>
    Mean,
}

/// <summary>Which way is better.</summary>
public enum Direction
{
    Higher,
    Lower,

    /// <summary>Within two limits.</summary>
    Range,
}
