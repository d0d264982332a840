namespace Ledstjarna.Domain.Goals;

public enum GoalKind
{
    /// <summary>The council's (KF-mål): the effect for those who live, dwell and work in the municipality.</summary>
    Council,

    /// <summary>A committee's or company's (nämndmål, styrelsemål): the effect within its own operations.</summary>
    Committee,

    /// <summary>A precondition for the others: finances, employer policy, the own environmental work.</summary>
    Internal,
}

/// <summary>What a goal counts as in the law's god ekonomisk hushållning (kommunallagen 11 kap. 6 §).</summary>
public enum EconomyMark
{
    None,
    Financial,
    Operational,
}

/// <summary>A node of a goal structure: a goal, a sub-goal or a measurement area.</summary>
public sealed class Goal
{
    public required OrganisationId OrganisationId { get; init; }

    public required GoalId Id { get; init; }

    public required GoalStructureId StructureId { get; init; }

    public GoalId? ParentId { get; init; }

    public required GoalKind Kind { get; init; }

    /// <summary>0 for the structure's top level.</summary>
    public required int Level
    {
        get;
        init => field = Require.AtLeast(value, 0, "level");
    }

    /// <summary>As people refer to it: "4", "4.2". Unique in its structure.</summary>
    public required string Number
    {
        get;
        init => field = Require.Text(value, "number", 20);
    }

    public required string ShortName
    {
        get;
        init => field = Require.Text(value, "shortName", 200);
    }

    /// <summary>The decided words; ends the structure's stem where there is one. Null: the short name says it all.</summary>
    public string? Wording { get; init; }

    /// <summary>Place among its siblings.</summary>
    public required int Order { get; init; }

    /// <summary>More than 0; only its relation to the siblings' weights matters.</summary>
    public double Weight
    {
        get;
        init => field = Require.Positive(value, "weight");
    } = 1;

    public bool IsKey { get; init; }

    public EconomyMark EconomyMark { get; init; }

    /// <summary>The unit that owns a committee goal, or answers for following up another.</summary>
    public UnitId? UnitId { get; init; }

    /// <summary>The decision that made or last changed it.</summary>
    public DecisionId? DecisionId { get; init; }

    /// <summary>From when it is part of the structure, where that is later than the structure itself; until when, where it was ended.</summary>
    public Validity Validity { get; init; } = Validity.Always;

    /// <summary>The decision that ended it, where it was ended before its structure.</summary>
    public DecisionId? EndedBy { get; init; }

    /// <summary>The numbers of the council goal's phrases that a measurement area mirrors.</summary>
    public IReadOnlyList<int> Mirrors { get; init; } = [];

    public bool IsExample { get; init; }
}
