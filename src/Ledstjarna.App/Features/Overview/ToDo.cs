using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.Goals;
using Ledstjarna.App.Features.Indicators;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.App.Features.Overview;

/// <summary>Something that could be done about a goal: one action, and what it would do.</summary>
/// <param name="Action">What to do, as the beginning of a sentence.</param>
/// <param name="Address">Where to go to do it or see it.</param>
/// <param name="Why">What is wrong.</param>
/// <param name="Effect">What it does to a council goal.</param>
/// <param name="Owner">Who follows it up; null when no unit is named.</param>
/// <param name="Weight">The worst effect first: larger is worse.</param>
public sealed record ToDo(string Action, string Address, string Why, string Effect, string? Owner, int Weight)
{
    private const int MostShown = 5;

    /// <summary>At most five, the worst effect on a council goal first.</summary>
    /// <param name="visit">Where and on which day.</param>
    /// <param name="register">The figures missing then.</param>
    public static IReadOnlyList<ToDo> Of(Visit visit, MissingRegister register)
    {
        var situation = visit.Situation;
        var all = situation
            .TopGoals(GoalKind.Council)
            .SelectMany(g => Missing(visit, register, g).Concat(Late(visit, g)).Concat(Lifts(visit, g)))
            .OrderByDescending(t => t.Weight)
            .DistinctBy(t => t.Action)
            .ToList();

        // What changes nothing is only worth a place when nothing else is to be done.
        var withEffect = all.Where(t => t.Weight > 0).ToList();
        return [.. (withEffect.Count > 0 ? withEffect : all).Take(MostShown)];
    }

    /// <summary>Figures that are not there, together when one survey or delivery is the reason for several.</summary>
    private static IEnumerable<ToDo> Missing(Visit visit, MissingRegister register, Goal goal)
    {
        var result = visit.Situation.Leading;
        var rating = visit.Situation.Rating(goal);
        var unknown = Sensitivity
            .Leaves(result, rating)
            .Select(l => result.FindIndicator(l.Id))
            .OfType<IndicatorRating>()
            .Where(r => r.Effective == Status.CannotBeAssessed)
            .DistinctBy(r => r.Id)
            .Select(r => (Rating: r, Indicator: IndicatorOf(visit, r.Id)))
            .Select(u => (u.Rating, u.Indicator, Figure: u.Rating.Value is null ? register.Newest(u.Indicator.Id) : null))
            .ToList();
        foreach (var group in unknown.GroupBy(u => (u.Indicator.Source, Why: ReasonOf(u.Rating, u.Figure))))
        {
            var (rated, first, figure) = group.First();
            var count = group.Count();
            var name = count == 1 ? first.Name : $"{first.Source}, {Swedish.CountCommon(count)} siffror";
            var verb = rated.Value is null ? "Följ upp" : "Bedöm";
            var when = MissingWords.When(figure, visit.Situation.CutOff);
            yield return new ToDo(
                $"{verb} {name}",
                IndicatorsLinks.Indicator(visit, first.Code),
                $"{Swedish.Capital(group.Key.Why)}{when}.",
                EffectOfMissing(result, goal, rating, [.. group.Select(g => g.Rating.Id)]),
                OwnerOf(visit, first.OwnerId),
                WeightOfUnknown(result, rating, [.. group.Select(g => g.Rating.Id)])
            );
        }
    }

    /// <summary>Why it cannot be assessed: as the register says of the figure that is missing, or else as the assessment does.</summary>
    private static string ReasonOf(IndicatorRating rating, MissingFigure? figure) =>
        figure is not null ? MissingWords.Reason(figure) : StatusWords.Reason(rating.Missing ?? MissingReason.NoValue);

    /// <summary>Activities past their day.</summary>
    private static IEnumerable<ToDo> Late(Visit visit, Goal goal)
    {
        var result = visit.Situation.Leading;
        var rating = visit.Situation.Rating(goal);
        foreach (var leaf in Sensitivity.Leaves(result, rating).DistinctBy(l => l.Id))
        {
            if (
                result.FindActivity(leaf.Id) is not { Effective: Status.NotAchieved or Status.Partly } late
                || late.Activity.Due > visit.Situation.CutOff
            )
            {
                continue;
            }

            var activity = visit.Record.Activities.Single(a => a.Code == Subjects.NameOf(leaf.Id));
            var done = Sensitivity.With(result, rating, leaf.Id, Status.Achieved)?.Layers.Computed ?? rating.Layers.Computed;
            yield return new ToDo(
                $"Slutför {activity.Name}",
                GoalsLinks.Goal(visit, goal.Number),
                $"Skulle vara klar {Swedish.LongDate(late.Activity.Due)}.",
                done == rating.Layers.Computed
                    ? $"Ändrar inte mål {goal.Number} ensam."
                    : $"Mål {goal.Number} blir {StatusWords.Colour(done)}.",
                Owners(visit, activity),
                WeightOfLift(rating, done)
            );
        }
    }

    /// <summary>The smallest single improvement that would lift the goal.</summary>
    private static IEnumerable<ToDo> Lifts(Visit visit, Goal goal)
    {
        var result = visit.Situation.Leading;
        var rating = visit.Situation.Rating(goal);
        var change = Sensitivity
            .Of(result, rating)
            .FirstOrDefault(c =>
                c.Value is not null && rating.Layers.Computed.IsRated() && c.NodeTo.IsRated() && c.NodeTo > rating.Layers.Computed
            );
        if (change is null || result.FindIndicator(change.Leaf.Id)?.Value is not { } now)
        {
            yield break;
        }

        var indicator = IndicatorOf(visit, change.Leaf.Id);
        yield return new ToDo(
            $"Lyft {indicator.Name}",
            IndicatorsLinks.Indicator(visit, indicator.Code),
            $"{IndicatorWords.Value(indicator, now)} ({result.FindIndicator(change.Leaf.Id)!.Period}). Vid {IndicatorWords.Value(indicator, change.Value!.Value)} räcker det.",
            $"Mål {goal.Number} blir {StatusWords.Colour(change.NodeTo)}.",
            OwnerOf(visit, indicator.OwnerId),
            WeightOfLift(rating, change.NodeTo)
        );
    }

    /// <summary>The statuses that the goal would have with one of the figures known, other than today's.</summary>
    private static List<Status> Turns(AssessmentResult result, NodeRating rating, IReadOnlyList<string> leaves) =>
        [.. leaves.SelectMany(l => GoalEffect.TurnsOf(result, rating, l) ?? []).Distinct().OrderDescending()];

    private static string EffectOfMissing(AssessmentResult result, Goal goal, NodeRating rating, IReadOnlyList<string> leaves)
    {
        var them = leaves.Count == 1 ? "den" : "dem";
        var turns = Turns(result, rating, leaves).Select(StatusWords.Colour).ToList();
        return rating.IsSettled ? $"Ändrar inte mål {goal.Number}, vad värdet än blir."
            : rating.Layers.Computed == Status.CannotBeAssessed ? $"Mål {goal.Number} kan inte bedömas utan {them}."
            : turns.Count > 0 ? $"Mål {goal.Number} kan bli {Swedish.Or(turns)}."
            : $"Ändrar inte mål {goal.Number} ensam.";
    }

    /// <summary>A goal that cannot be assessed without them is worst; then one that they could turn red; then one that they could turn at all.</summary>
    private static int WeightOfUnknown(AssessmentResult result, NodeRating rating, IReadOnlyList<string> leaves)
    {
        var turns = Turns(result, rating, leaves);
        return rating.IsSettled ? 0
            : rating.Layers.Computed == Status.CannotBeAssessed ? 100 + leaves.Count
            : turns.Contains(Status.NotAchieved) ? 60 + leaves.Count
            : turns.Count > 0 ? 50 + leaves.Count
            : 0;
    }

    /// <summary>The more steps it would lift a goal, and the lower the goal stands, the more it weighs.</summary>
    private static int WeightOfLift(NodeRating rating, Status to)
    {
        var from = rating.Layers.Computed;
        var steps =
            from.IsRated() && to.IsRated() ? to - from
            : to.IsRated() ? 1
            : 0;
        return steps <= 0 ? 0 : 40 + (30 * (steps - 1)) + (from == Status.NotAchieved ? 15 : 0);
    }

    private static Indicator IndicatorOf(Visit visit, string id) => visit.Record.Indicators.Single(i => i.Code == Subjects.NameOf(id));

    private static string? OwnerOf(Visit visit, Domain.UnitId? id) =>
        id is { } unit ? visit.Record.Units.Single(u => u.Id == unit).Name : null;

    private static string Owners(Visit visit, Activity activity) =>
        Swedish.And([.. activity.ResponsibleUnits.Select(id => visit.Record.Units.Single(u => u.Id.Value == id).Name)]);
}
