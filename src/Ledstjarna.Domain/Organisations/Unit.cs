namespace Ledstjarna.Domain.Organisations;

/// <summary>What a unit is. Only the first nine decide with a §.</summary>
public enum UnitKind
{
    Council,
    Board,
    WorkingCommittee,
    Presidium,
    Committee,
    JointCommittee,
    Association,

    /// <summary>A company or foundation, which has a board.</summary>
    Company,

    /// <summary>The auditors and other elected bodies with a task of their own.</summary>
    OtherBody,
    Administration,
    Group,
}

/// <summary>A part of the organisation: a political body, a company, an administration or a group.</summary>
public sealed class Unit
{
    public required OrganisationId OrganisationId { get; init; }

    public required UnitId Id { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>As written in decisions: KS, KSAU. Unique in the organisation.</summary>
    public required string Abbreviation
    {
        get;
        init => field = Require.Text(value, "abbreviation", 20);
    }

    public required string Name
    {
        get;
        init => field = Require.Text(value, "name", 200);
    }

    public UnitId? ParentId { get; init; }

    public Validity Validity { get; init; } = Validity.Always;

    /// <summary>Bodies and company boards decide with a §; administrations and groups do not.</summary>
    public bool Decides => Kind < UnitKind.Administration;

    /// <summary>Whether every council goal is expected to be served by goals of this unit's own.</summary>
    public bool SetsGoals =>
        Kind is UnitKind.Board or UnitKind.Committee or UnitKind.JointCommittee or UnitKind.Association or UnitKind.Company;
}

/// <summary>The years a body is elected for. A goal structure's period is its own and may outlive a term.</summary>
public sealed class Term
{
    public required OrganisationId OrganisationId { get; init; }

    public required TermId Id { get; init; }

    public required UnitId UnitId { get; init; }

    public required Validity Validity { get; init; }
}

/// <summary>Where the municipality wants to be, and by when.</summary>
public sealed class Vision
{
    public required OrganisationId OrganisationId { get; init; }

    public required VisionId Id { get; init; }

    public required string Name
    {
        get;
        init => field = Require.Text(value, "name", 200);
    }

    public required string Text
    {
        get;
        init => field = Require.Text(value, "text");
    }

    /// <summary>The year it reaches to, included.</summary>
    public required int ReachesTo { get; init; }

    public DecisionId? DecisionId { get; init; }
}
