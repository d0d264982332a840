namespace Ledstjarna.Domain.Access;

/// <summary>What someone is to the organisation. Administrator, strategist, management and auditor are for the whole of it.</summary>
public enum Role
{
    Administrator,
    Strategist,
    Expert,
    BodySecretary,
    Management,
    Representative,
    Auditor,
}

public static class Roles
{
    /// <summary>Whether the role is held for a unit (and those under it), or for the whole organisation.</summary>
    public static bool IsPerUnit(this Role role) => role is Role.Expert or Role.BodySecretary or Role.Representative;
}

/// <summary>A role as it is held by someone.</summary>
/// <param name="Role">The role.</param>
/// <param name="Units">The units it is held for, those under them included. Null: the whole organisation.</param>
public sealed record Grant(Role Role, IReadOnlySet<UnitId>? Units);
