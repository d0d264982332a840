namespace Ledstjarna.Domain.Assessment;

public enum ActivityState
{
    NotStarted,
    Ongoing,
    Done,
    Cancelled,
}

/// <summary>An activity as the engine sees it. Its target is that it is done by <paramref name="Due"/>.</summary>
/// <param name="Id">Unique among nodes, indicators and activities.</param>
/// <param name="State">As last reported.</param>
/// <param name="Due">The last day that is in time.</param>
/// <param name="Finished">The day it was done. Null: not known, and a done activity counts as done.</param>
public sealed record MeasuredActivity(string Id, ActivityState State, DateOnly Due, DateOnly? Finished = null)
{
    public string Id { get; } = Id.Length > 0 ? Id : throw new DomainRuleException(RuleCode.IdEmpty, "id");
}
