using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.Domain.Years;

/// <summary>A day that has been, seen from now: every figure recorded since counts, and no one's judgement does.</summary>
internal static class Hindsight
{
    /// <summary>
    /// The goals, targets and activities are those of the day, and where it was followed up the structure and the horizon are the follow-up's.
    /// Null when no structure was valid then.
    /// </summary>
    public static Situation? Of(SteeringRecord record, DateOnly day, OrganisationPrinciple principle)
    {
        var followUp = record.FollowUps.FirstOrDefault(f => f.CutOff == day);
        return followUp is null
            ? Situation.On(record, day, principle)
            : Situation.On(record with { FollowUps = [KnowingAll(followUp)] }, day, principle);
    }

    private static FollowUp KnowingAll(FollowUp followUp) =>
        new()
        {
            OrganisationId = followUp.OrganisationId,
            Id = followUp.Id,
            Kind = followUp.Kind,
            CutOff = followUp.CutOff,
            KnownAt = DateOnly.MaxValue,
            Horizon = followUp.Horizon,
            StructureId = followUp.StructureId,
            PrincipleId = followUp.PrincipleId,
        };
}
