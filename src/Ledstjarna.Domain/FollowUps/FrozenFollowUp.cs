namespace Ledstjarna.Domain.FollowUps;

/// <summary>
/// A follow-up as it was known when a body decided it: figures, goals, measures, targets, principle, judgements and texts. Never changed.
/// A committee's freezes its own part, the board's and the council's the whole.
/// </summary>
public sealed record FrozenFollowUp
{
    public required OrganisationId OrganisationId { get; init; }

    public required FrozenId Id { get; init; }

    public required FollowUpId FollowUpId { get; init; }

    /// <summary>1 for the follow-up's first, in the order they were decided.</summary>
    public required int Number { get; init; }

    public required UnitId BodyId { get; init; }

    public required DecisionId DecisionId { get; init; }

    /// <summary>Whether it is of the whole; else of the body's own goals.</summary>
    public required bool IsWhole { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Who registered it, as the change log names them.</summary>
    public required string By { get; init; }

    /// <summary>When the decision was taken back a step. Null: it stands.</summary>
    public DateTime? WithdrawnAt { get; init; }

    public bool Stands => WithdrawnAt is null;
}

/// <summary>The rows of a frozen follow-up.</summary>
/// <param name="Follow">Of which freezing.</param>
/// <param name="Rows">Only what was frozen: its goals, measures, figures and so on; the other lists are empty.</param>
public sealed record FrozenRows(FrozenFollowUp Follow, SteeringRecord Rows);
