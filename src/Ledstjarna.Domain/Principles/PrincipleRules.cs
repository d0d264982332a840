using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.Domain.Principles;

/// <summary>When a principle may be changed. What has judged goals is never changed: a changed principle is a copy with a name of its own.</summary>
public static class PrincipleRules
{
    /// <summary>Why a principle stays as it is; null when it may be changed.</summary>
    public static RuleCode? LockedBecause(SteeringRecord record, OrganisationPrinciple principle) =>
        IsShipped(principle) ? RuleCode.PrincipleShipped
        : IsInUse(record, principle) ? RuleCode.PrincipleInUse
        : null;

    /// <summary>Whether it came with the product, as told by its key.</summary>
    public static bool IsShipped(OrganisationPrinciple principle) => ShippedPrinciple.All.Any(s => s.Key == principle.Key);

    /// <summary>Whether a structure's goals are judged by it, or were in a follow-up, or it is part of a level that is no draft.</summary>
    public static bool IsInUse(SteeringRecord record, OrganisationPrinciple principle) =>
        record.Structures.Any(s => s.PrincipleId == principle.Id)
        || record.FollowUps.Any(f => f.PrincipleId == principle.Id)
        || record.AmbitionLevels.Any(l => !l.IsOpen && l.PrincipleId == principle.Id);
}
