using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.Domain.Years;

/// <summary>What is new since the follow-up before, goal by goal: the status, what moved it, and what was decided in between.</summary>
public sealed class SinceLast
{
    private SinceLast(Situation now, Situation before)
    {
        (Now, Before) = (now, before);
        var decisions = new DecisionsBetween(before, now);
        var goals = now.Goals.Concat(before.Goals).Where(g => g.ParentId is null).DistinctBy(g => g.Id);
        Goals =
        [
            .. goals
                .OrderBy(g => g.Kind)
                .ThenBy(g => g.Order)
                .Select(g => Of(g, decisions))
                .Where(g => g.IsMeasured || g.Then is null || g.Now is null || g.Now.Layers.IsJudged), // who has not said anything yet has not changed their mind
        ];
    }

    public Situation Now { get; }

    public Situation Before { get; }

    /// <summary>The axis that leads on the day. The follow-up before is read on the same one, or the change would be one of question.</summary>
    public Axis Axis => Now.LeadingAxis;

    /// <summary>Every goal at the top, then or now, but for those that only people judge and no one has yet; council goals first.</summary>
    public IReadOnlyList<GoalSince> Goals { get; }

    /// <summary>Null when there was no follow-up before, in the same structure.</summary>
    public static SinceLast? Of(Situation now) => now.Previous() is { } before ? new SinceLast(now, before) : null;

    private GoalSince Of(Goal goal, DecisionsBetween decisions)
    {
        var (then, now) = (Rating(Before, goal), Rating(Now, goal));
        var leaves = Ids(Now, now).Concat(Ids(Before, then)).Distinct(StringComparer.Ordinal).ToList();
        return new GoalSince(
            goal,
            then,
            now,
            [
                .. leaves
                    .Select(id => new LeafSince(id, State(Before, then, id), State(Now, now, id), TargetsDiffer(id), PrinciplesDiffer))
                    .Where(l => then is not null && now is not null && l.IsChanged),
            ],
            decisions.Of(goal, leaves)
        );
    }

    private bool PrinciplesDiffer => Now.Principle.Id != Before.Principle.Id;

    private NodeRating? Rating(Situation situation, Goal goal) =>
        situation.On(Axis) is not null && situation.Goals.Any(g => g.Id == goal.Id) ? situation.Rating(goal, Axis) : null;

    private IEnumerable<string> Ids(Situation situation, NodeRating? rating) =>
        rating is null ? [] : Sensitivity.Leaves(situation.On(Axis)!, rating).Select(l => l.Id);

    /// <summary>How an indicator or activity stands under a goal; null where it does not count there.</summary>
    private LeafState? State(Situation situation, NodeRating? goal, string id) =>
        goal is null || !Ids(situation, goal).Contains(id, StringComparer.Ordinal) ? null
        : situation.On(Axis)!.FindIndicator(id) is { } indicator ? new LeafState(indicator.Layers, indicator)
        : new LeafState(situation.On(Axis)!.FindActivity(id)!.Layers, null);

    private bool TargetsDiffer(string id)
    {
        var indicator = Now.Record.Indicators.FirstOrDefault(i => Subject.Indicator.IdOf(i.Code) == id);
        return indicator is not null && !Levels(Now).SetEquals(Levels(Before));

        HashSet<TargetLevel> Levels(Situation situation) =>
            [.. situation.TargetsInForce(indicator).Select(t => t.Level() with { From = null })];
    }
}

/// <summary>A goal then and now.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Then">In the follow-up before. Null: the goal was not there, or no forecast was made.</param>
/// <param name="Now">Null: the goal has ended.</param>
/// <param name="Moved">The indicators and activities under it that have another status, in tree order.</param>
/// <param name="Decisions">What was decided in between that concerns it, the oldest first.</param>
public sealed record GoalSince(
    Goal Goal,
    NodeRating? Then,
    NodeRating? Now,
    IReadOnlyList<LeafSince> Moved,
    IReadOnlyList<DecisionSince> Decisions
)
{
    /// <summary>Whether it is compared and has another status.</summary>
    public bool IsChanged => Then is not null && Now is not null && Then.Effective != Now.Effective;

    /// <summary>Whether it has become sure, or stopped being so.</summary>
    public bool CertaintyIsChanged => Then is not null && Now is not null && Then.IsSettled != Now.IsSettled;

    /// <summary>Whether anything was measured under it, then or now. Without, its status is what people say.</summary>
    public bool IsMeasured => Then?.Children.Count > 0 || Now?.Children.Count > 0;

    /// <summary>The decisions that are about it and its targets; one that is of a whole level only is every goal's.</summary>
    public IEnumerable<DecisionSince> OwnDecisions => Decisions.Where(d => d.IsOfGoal || d.Targets.Count > 0);

    /// <summary>Whether there is anything to tell of this goal.</summary>
    public bool HasNews => Then is null != Now is null || IsChanged || CertaintyIsChanged || Moved.Count > 0 || OwnDecisions.Any();
}

/// <summary>How an indicator or activity stands.</summary>
/// <param name="Layers">Computed and judged.</param>
/// <param name="Indicator">With its value. Null: it is an activity.</param>
public sealed record LeafState(Layers Layers, IndicatorRating? Indicator);

/// <summary>Why an indicator or activity has another status.</summary>
public enum LeafCause
{
    /// <summary>It has come to count under the goal.</summary>
    Began,

    /// <summary>It counts there no more.</summary>
    Ended,

    /// <summary>Someone judged it, or judged it otherwise.</summary>
    Judgement,

    /// <summary>Another value is used: a new, a corrected, or one that steps in.</summary>
    Figure,

    /// <summary>The value it had is not used any more, and there is no new.</summary>
    FigureGone,

    /// <summary>It is held against another target.</summary>
    Target,

    /// <summary>It is assessed by another principle.</summary>
    Principle,

    /// <summary>A day has passed: something fell due, or an activity came on.</summary>
    Time,
}

/// <summary>An indicator or activity then and now.</summary>
/// <param name="Id">Its id in the assessment.</param>
/// <param name="Then">Null: it did not count.</param>
/// <param name="Now">Null: it counts no more.</param>
/// <param name="HasOtherTarget">Whether its targets in force are others.</param>
/// <param name="HasOtherPrinciple">Whether the principle is another.</param>
public sealed record LeafSince(string Id, LeafState? Then, LeafState? Now, bool HasOtherTarget, bool HasOtherPrinciple)
{
    public bool IsChanged => Then?.Layers.Effective != Now?.Layers.Effective;

    /// <summary>The nearest cause, looked for in the order that a reader would ask.</summary>
    public LeafCause Cause =>
        Then is null ? LeafCause.Began
        : Now is null ? LeafCause.Ended
        : Then.Layers.Computed == Now.Layers.Computed || (Now.Layers.IsJudged && !Then.Layers.IsJudged) ? LeafCause.Judgement
        : Then.Indicator is null || Now.Indicator is null ? LeafCause.Time
        : Now.Indicator.Value is null && Then.Indicator.Value is not null ? LeafCause.FigureGone
        : (Then.Indicator.Value, Then.Indicator.Period) != (Now.Indicator.Value, Now.Indicator.Period) ? LeafCause.Figure
        : HasOtherTarget ? LeafCause.Target
        : HasOtherPrinciple ? LeafCause.Principle
        : LeafCause.Time;
}
