namespace Ledstjarna.Domain.Ambition;

/// <summary>How far a level has come. A later level supersedes an adopted one; that follows from the dates and is never set.</summary>
public enum LevelState
{
    Draft,
    InConsultation,

    /// <summary>On its way to the body that decides.</summary>
    Proposed,
    Adopted,
    Rejected,

    /// <summary>Sent back or referred, to be prepared more.</summary>
    SentBack,
}

/// <summary>
/// A decided package of one body's goals (ambitionsnivå): which measurement areas, what is measured in them, which political targets, and the
/// principle they are judged by. Three dates are never confused: when it was decided, when it is valid, and from which follow-up it counts.
/// </summary>
public sealed record AmbitionLevel
{
    public required OrganisationId OrganisationId { get; init; }

    public required AmbitionLevelId Id { get; init; }

    public required string Name
    {
        get;
        init => field = Require.Text(value, "name", 200);
    }

    /// <summary>The body whose goals it is of.</summary>
    public required UnitId BodyId { get; init; }

    public required GoalStructureId StructureId { get; init; }

    public required PrincipleId PrincipleId { get; init; }

    public LevelState State { get; init; }

    /// <summary>The decision that adopted it, rejected it or sent it back. Null until then.</summary>
    public DecisionId? DecisionId { get; init; }

    /// <summary>The days it is valid. Open at the end until a later one supersedes it.</summary>
    public Validity Validity { get; init; } = Validity.Always;

    /// <summary>The first cut-off that it is used for; may lie before the decision. Null until it is adopted.</summary>
    public DateOnly? ForFollowUpsFrom { get; init; }

    /// <summary>The level it was copied from. Null: made of what stood.</summary>
    public AmbitionLevelId? CopiedFromId { get; init; }

    public MatterId? MatterId { get; init; }

    /// <summary>What it changes and why, in words.</summary>
    public string? Note { get; init; }

    /// <summary>When it was last found to hold although goals had changed. Null: never.</summary>
    public DateOnly? EvaluatedOn { get; init; }

    /// <summary>The decisions that it was evaluated for.</summary>
    public IReadOnlyList<Guid> EvaluatedReasons { get; init; } = [];

    public bool IsExample { get; init; }

    /// <summary>Whether its content may be changed. What others have before them is not: it goes back to a draft, or a copy is made.</summary>
    public bool IsOpen => State == LevelState.Draft;

    /// <summary>Whether it is for those who work here only.</summary>
    public bool IsPreparation => State is LevelState.Draft or LevelState.InConsultation;

    /// <exception cref="DomainRuleException">An adopted level lacks its decision or a date.</exception>
    public void Check()
    {
        if (State is LevelState.Adopted or LevelState.Rejected or LevelState.SentBack && DecisionId is null)
        {
            throw new DomainRuleException(RuleCode.DecisionMissing, "decision");
        }

        if (State == LevelState.Adopted && Validity.From is null)
        {
            throw new DomainRuleException(RuleCode.Required, "from");
        }

        if (State == LevelState.Adopted && ForFollowUpsFrom is null)
        {
            throw new DomainRuleException(RuleCode.Required, "forFollowUpsFrom");
        }
    }
}
