using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.Domain.Ambition;

/// <summary>How a goal stands with the levels in force and with those tried.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Now">On the day that is asked about.</param>
/// <param name="Years">At the end of each year before it that there are figures from, the oldest first.</param>
/// <param name="Principles">On the day, under every principle there is.</param>
/// <param name="Flips">With the tried levels on the day: what alone would change the goal, for each indicator and activity under it.</param>
public sealed record GoalTrial(
    Goal Goal,
    TrialMoment Now,
    IReadOnlyList<TrialMoment> Years,
    IReadOnlyList<TriedPrinciple> Principles,
    IReadOnlyList<LeafFlip> Flips
)
{
    /// <summary>The years and the day, the oldest first.</summary>
    public IEnumerable<TrialMoment> All => Years.Append(Now);
}

/// <summary>A goal and all under it on one day. The root of both results is the goal.</summary>
/// <param name="Day">The day itself, or a year's last.</param>
/// <param name="InForce">With the levels in force.</param>
/// <param name="Tried">With those tried.</param>
public sealed record TrialMoment(DateOnly Day, AssessmentResult InForce, AssessmentResult Tried)
{
    public Status GoalInForce => InForce.Root.Effective;

    public Status GoalTried => Tried.Root.Effective;

    public bool ChangesGoal => GoalInForce != GoalTried;

    public IndicatorRating? IndicatorInForce(Indicator indicator) => InForce.FindIndicator(Subject.Indicator.IdOf(indicator.Code));

    public IndicatorRating? IndicatorTried(Indicator indicator) => Tried.FindIndicator(Subject.Indicator.IdOf(indicator.Code));

    public bool Changes(Indicator indicator) => IndicatorInForce(indicator)?.Effective != IndicatorTried(indicator)?.Effective;
}

/// <summary>A goal under one principle.</summary>
public sealed record TriedPrinciple(OrganisationPrinciple Principle, NodeRating InForce, NodeRating Tried)
{
    public bool IsChanged => InForce.Effective != Tried.Effective;
}

/// <summary>What alone would change a goal's status, in one of the indicators or activities under it.</summary>
/// <param name="Leaf">The indicator or activity.</param>
/// <param name="Now">Its status.</param>
/// <param name="Change">The smallest change of the leaf itself: with a value where one is known. Null: no change of it flips the goal.</param>
/// <param name="Target">The smallest change of its target. Null: no target decides its status, or none flips the goal.</param>
public sealed record LeafFlip(TreePart Leaf, Status Now, SingleChange? Change, TargetChange? Target);
