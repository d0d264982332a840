using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>A goal under the principle in force and under the one that is tried. Computed statuses: no one's judgement counts.</summary>
public sealed record TriedGoal(Goal Goal, NodeRating Now, NodeRating Tried)
{
    public bool IsChanged => Now.Layers.Computed != Tried.Layers.Computed;
}

/// <summary>What a principle would make of the goals, on a day, beside what the one in force makes of them.</summary>
public sealed class PrincipleTrial
{
    private PrincipleTrial(Situation now, Situation tried)
    {
        (Now, Tried) = (now, tried);
        Goals = [.. now.Goals.Select(g => new TriedGoal(g, now.Rating(g), tried.Rating(g)))];
        Figures =
        [
            .. now
                .Goals.SelectMany(g => now.Rating(g).Children.Select(c => c.Child))
                .Where(c => c is not TreeNode)
                .Select(c => c.Id)
                .Distinct(StringComparer.Ordinal)
                .Where(id => StatusOf(now, id) != StatusOf(tried, id)),
        ];
    }

    public Situation Now { get; }

    public Situation Tried { get; }

    /// <summary>All goals of all levels, the highest first.</summary>
    public IReadOnlyList<TriedGoal> Goals { get; }

    /// <summary>The indicators and activities that get another status, by their ids in the assessment.</summary>
    public IReadOnlyList<string> Figures { get; }

    /// <summary>On the latest follow-up's day, or today; null when there are no goals to try it on.</summary>
    public static PrincipleTrial? Of(SteeringRecord record, DateOnly today, OrganisationPrinciple tried) =>
        Situation.On(record, Situation.LatestDay(record, today)) is { } inForce
            ? new PrincipleTrial(inForce.Under(inForce.Principle), inForce.Under(tried))
            : null;

    /// <summary>What an indicator or activity is, on the axis that leads.</summary>
    public static Status StatusOf(Situation situation, string leafId) =>
        situation.Leading.FindIndicator(leafId)?.Effective ?? situation.Leading.FindActivity(leafId)!.Effective;
}
