namespace Ledstjarna.Domain.Assessment;

/// <summary>Who has judged, over what was computed.</summary>
public enum Layer
{
    /// <summary>The responsible officials (sakkunniga).</summary>
    Expert,

    /// <summary>The latest body to decide it, with its §.</summary>
    Decided,
}

/// <summary>What someone judged of a node, an indicator or an activity.</summary>
/// <param name="Of">The id of what is judged.</param>
/// <param name="Layer">By whom.</param>
/// <param name="Status">What they judged.</param>
/// <param name="Reason">Why; must be there when it differs from the layer under it. Blank is none.</param>
public sealed record Judgement(string Of, Layer Layer, Status Status, string? Reason = null)
{
    public string? Reason { get; } = string.IsNullOrWhiteSpace(Reason) ? null : Reason;
}

/// <summary>The three layers of one thing, all kept: what was computed, what the experts judged, what a body decided.</summary>
public readonly record struct Layers(Status Computed, Judgement? Expert, Judgement? Decided)
{
    public Status Effective => Decided?.Status ?? Expert?.Status ?? Computed;

    public bool IsJudged => Expert is not null || Decided is not null;

    /// <summary>The status that the decided layer stands on.</summary>
    public Status UnderDecided => Expert?.Status ?? Computed;
}
