using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Words;

/// <summary>Where a decision is read. The same on every day: a decision is not part of any situation.</summary>
public static class DecisionLink
{
    public static string Of(SteeringRecord record, Decision decision) => $"/{record.Organisation.Slug}/beslut/{decision.Id.Value}";
}
