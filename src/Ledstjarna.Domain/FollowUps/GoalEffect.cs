using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>What one figure that is not there leaves open in a goal whose status is not sure.</summary>
/// <param name="Goal">A goal at the top of the structure.</param>
/// <param name="Rating">How it stands on the axis that leads.</param>
/// <param name="Turns">The statuses, other than today's, that the figure alone could give it; best first. Empty: alone it changes nothing.</param>
public sealed record GoalEffect(Goal Goal, NodeRating Rating, IReadOnlyList<Status> Turns)
{
    /// <summary>Whether the figure alone could change the goal's computed status.</summary>
    public bool CanTurn => Turns.Count > 0;

    /// <summary>
    /// Every goal that an unknown figure makes unsure, in the structure's order. None when the figure is known, judged or not due, and none
    /// of the goals whose status stands whatever it turns out to be.
    /// </summary>
    /// <param name="situation">The day.</param>
    /// <param name="leaf">The figure's id in the assessment.</param>
    public static IReadOnlyList<GoalEffect> Of(Situation situation, string leaf) =>
        situation.Leading.FindIndicator(leaf) is not { Source: ValueSource.Missing, Effective: Status.CannotBeAssessed }
            ? []
            :
            [
                .. from goal in situation.Goals
                where goal.ParentId is null
                let rating = situation.Rating(goal)
                where !rating.IsSettled
                let turns = TurnsOf(situation.Leading, rating, leaf)
                where turns is not null
                select new GoalEffect(goal, rating, turns),
            ];

    /// <summary>The statuses, other than today's, that a node's computed one would be with one figure known; best first.</summary>
    /// <returns>Null when the figure is not under the node, or someone has judged what lies between.</returns>
    public static IReadOnlyList<Status>? TurnsOf(AssessmentResult result, NodeRating node, string leaf)
    {
        var turns = new SortedSet<Status>();
        foreach (var status in (Status[])[Status.NotAchieved, Status.Partly, Status.Achieved])
        {
            if (Sensitivity.With(result, node, leaf, status) is not { } changed)
            {
                return null;
            }

            turns.Add(changed.Layers.Computed);
        }

        turns.Remove(node.Layers.Computed);
        return [.. turns.Reverse()];
    }
}
