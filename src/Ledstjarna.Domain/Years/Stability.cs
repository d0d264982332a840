using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.Domain.Years;

/// <summary>A status in one follow-up, by the rule alone.</summary>
/// <param name="Day">The follow-up's cut-off.</param>
/// <param name="Shown">With the figures known at the follow-up.</param>
/// <param name="Later">With all figures known now, for the same cut-off.</param>
public readonly record struct FollowedStatus(DateOnly Day, Status Shown, Status Later);

/// <summary>How often statuses changed from one follow-up to the next.</summary>
/// <param name="Compared">Pairs of follow-ups that could have differed.</param>
/// <param name="Changes">Those that did.</param>
/// <param name="Returns">The changes that brought back what the change before had left: A → B → A.</param>
/// <param name="Late">The changes that would not be there had all figures been known: late or corrected figures, not results.</param>
public readonly record struct StabilityCounts(int Compared, int Changes, int Returns, int Late)
{
    public static StabilityCounts operator +(StabilityCounts a, StabilityCounts b) =>
        new(a.Compared + b.Compared, a.Changes + b.Changes, a.Returns + b.Returns, a.Late + b.Late);

    /// <summary>The counts of one series without gaps.</summary>
    /// <param name="series">In any order.</param>
    public static StabilityCounts Of(IEnumerable<FollowedStatus> series)
    {
        var inOrder = series.OrderBy(s => s.Day).ToList();
        var counts = new StabilityCounts(Math.Max(0, inOrder.Count - 1), 0, 0, 0);
        Status? left = null;
        for (var i = 1; i < inOrder.Count; i++)
        {
            var (before, now) = (inOrder[i - 1], inOrder[i]);
            if (before.Shown != now.Shown)
            {
                counts += new StabilityCounts(0, 1, now.Shown == left ? 1 : 0, before.Later == now.Later ? 1 : 0);
                left = before.Shown;
            }
        }

        return counts;
    }
}

/// <summary>A goal over the follow-ups of its structure, under one principle.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Statuses">In order.</param>
public sealed record GoalStability(Goal Goal, IReadOnlyList<FollowedStatus> Statuses)
{
    public StabilityCounts Counts { get; } = StabilityCounts.Of(Statuses);
}

/// <summary>All goals under one principle.</summary>
/// <param name="Principle">The principle.</param>
/// <param name="Goals">Those at the top that something is measured under, structure by structure.</param>
public sealed record PrincipleStability(OrganisationPrinciple Principle, IReadOnlyList<GoalStability> Goals)
{
    public StabilityCounts Total { get; } = Goals.Aggregate(default(StabilityCounts), (sum, g) => sum + g.Counts);
}

/// <summary>
/// How stable the statuses have been over all follow-ups, under each of the organisation's principles. The status is the one that the
/// follow-up leads with, by the rule alone: judgements are left out, for people do not follow another principle because it is tried.
/// </summary>
public static class Stability
{
    /// <param name="record">What is steered by. The order of its follow-ups does not matter.</param>
    public static IReadOnlyList<PrincipleStability> Of(SteeringRecord record)
    {
        var days = record.FollowUps.Where(f => f.IsDecided).Select(f => f.CutOff).Distinct().Order().ToList();
        return [.. record.Principles.OrderBy(p => p.Order).Select(p => Of(record, days, p))];
    }

    private static PrincipleStability Of(SteeringRecord record, List<DateOnly> days, OrganisationPrinciple principle)
    {
        var order = new List<Goal>();
        var series = new Dictionary<GoalId, List<FollowedStatus>>();
        foreach (var day in days)
        {
            var shown = Situation.On(record, day, principle);
            var later = Hindsight.Of(record, day, principle);
            if (shown is null || later?.On(shown.LeadingAxis) is null)
            {
                continue;
            }

            foreach (var goal in shown.Goals.Where(g => g.ParentId is null).OrderBy(g => g.Kind))
            {
                var rating = shown.Rating(goal);
                if (rating.Children.Count == 0)
                {
                    continue;
                }

                if (!series.TryGetValue(goal.Id, out var statuses))
                {
                    series[goal.Id] = statuses = [];
                    order.Add(goal);
                }

                statuses.Add(new FollowedStatus(day, rating.Layers.Computed, later.Rating(goal, shown.LeadingAxis).Layers.Computed));
            }
        }

        return new PrincipleStability(principle, [.. order.Select(g => new GoalStability(g, series[g.Id]))]);
    }
}
