namespace Ledstjarna.Domain.Goals;

/// <summary>What a goal's wording comes from.</summary>
public enum GoalSourceKind
{
    Dialogue,
    Decision,
    Document,
    Other,
}

/// <summary>A dialogue, decision or document behind a goal's wording (underlag).</summary>
public sealed class GoalSource
{
    public required OrganisationId OrganisationId { get; init; }

    public required GoalSourceId Id { get; init; }

    public required GoalId GoalId { get; init; }

    public required GoalSourceKind Kind { get; init; }

    public required string Title
    {
        get;
        init => field = Require.Text(value, "title", 300);
    }

    public string? Note { get; init; }

    /// <summary>Where it can be read. Null: nowhere public.</summary>
    public string? Address
    {
        get;
        init => field = Require.WebAddress(value, "address");
    }

    public DecisionId? DecisionId { get; init; }

    public DocumentId? DocumentId { get; init; }
}

/// <summary>A plan, programme or policy that a body has adopted (styrdokument).</summary>
public sealed class GoverningDocument
{
    public required OrganisationId OrganisationId { get; init; }

    public required DocumentId Id { get; init; }

    public required string Title
    {
        get;
        init => field = Require.Text(value, "title", 300);
    }

    public required Validity Validity { get; init; }

    /// <summary>The decision that adopted it.</summary>
    public DecisionId? DecisionId { get; init; }

    /// <summary>The unit that keeps it up to date.</summary>
    public UnitId? UnitId { get; init; }

    public string? Address
    {
        get;
        init => field = Require.WebAddress(value, "address");
    }

    /// <summary>The goals it serves.</summary>
    public IReadOnlyList<Guid> Goals { get; init; } = [];
}

/// <summary>What other order a goal or an indicator is placed in.</summary>
public enum MappingSystem
{
    /// <summary>One of the 169 targets under the UN's global goals: 11.2.</summary>
    GlobalTarget,
    NationalGoal,
    RegionalGoal,

    /// <summary>Målgrupp: whom it is for.</summary>
    TargetGroup,
}

/// <summary>A goal's or an indicator's place in another order of goals.</summary>
public sealed class Mapping
{
    public required OrganisationId OrganisationId { get; init; }

    public required MappingId Id { get; init; }

    /// <summary>Either this or <see cref="IndicatorId"/>.</summary>
    public GoalId? GoalId { get; init; }

    public IndicatorId? IndicatorId { get; init; }

    public required MappingSystem System { get; init; }

    /// <summary>As that order numbers it: "11.2". Null: it has no number.</summary>
    public string? Code { get; init; }

    public required string Title
    {
        get;
        init => field = Require.Text(value, "title", 300);
    }
}
