namespace Ledstjarna.Domain.Indicators;

/// <summary>That someone has seen to a definition that a source has changed.</summary>
public sealed class HandledFactsChange
{
    public required OrganisationId OrganisationId { get; init; }

    /// <summary>The indicator that takes its figures from the changed key figure.</summary>
    public required IndicatorId IndicatorId { get; init; }

    /// <summary>The import of statistics that brought the change.</summary>
    public required int ImportId { get; init; }

    /// <summary>Whether values before and after are told apart by a break. Not so: they can be compared.</summary>
    public required bool MadeBreak { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
}
