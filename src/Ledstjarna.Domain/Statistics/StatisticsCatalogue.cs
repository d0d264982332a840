namespace Ledstjarna.Domain.Statistics;

/// <summary>What a source's answers say there is: key figures, areas, and how they are put together. By their codes.</summary>
public sealed class StatisticsCatalogue
{
    public Dictionary<string, KeyFigureFacts> KeyFigures { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Area> Areas { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, AreaGroup> Groups { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, KeyFigureSet> Sets { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether <see cref="KeyFigures"/> is all the source has, so that what is not among them has been taken away.</summary>
    public bool HasAllKeyFigures { get; set; }
}
