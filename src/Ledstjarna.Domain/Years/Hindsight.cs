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
    public static Situation? Of(SteeringRecord record, DateOnly day, OrganisationPrinciple principle) =>
        Situation.Now(record, day, principle);
}
