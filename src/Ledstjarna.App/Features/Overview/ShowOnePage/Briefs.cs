using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Overview;

/// <summary>The situation in few sentences: what each goal says, what changed and why, and what to ask.</summary>
internal static class Briefs
{
    /// <summary>What carries the goal and what drags it.</summary>
    public static string Sentence(Situation situation, GoalSummary goal, Axis axis)
    {
        var parts = situation.Children(goal.Goal).Select(p => (p.ShortName, situation.Rating(p, axis).Effective)).ToList();
        var sentences = new List<string>();
        Add(Status.Achieved, "når dit");
        Add(Status.Partly, "är på väg");
        Add(Status.NotAchieved, "når inte dit");
        Add(Status.CannotBeAssessed, "kan inte bedömas");
        return sentences.Count == 0 ? "Inget mäts ännu." : string.Join(". ", sentences) + ".";

        void Add(Status status, string says)
        {
            var names = parts.Where(p => p.Effective == status).Select(p => p.ShortName).ToList();
            if (names.Count > 0)
            {
                sentences.Add($"{Swedish.And(names)} {says}");
            }
        }
    }

    /// <summary>The change since the follow-up before, and the figures that changed status between them.</summary>
    public static string Change(Situation situation, Situation? previous, GoalSummary goal)
    {
        if (previous?.FollowUp is not { } before || goal.Before is null)
        {
            return "Ingen tidigare uppföljning att jämföra med.";
        }

        var when = $"{StatusWords.Name(before.Kind)} {before.CutOff.Year}";
        var moved = Moved(situation, previous, goal);
        var why = moved.Count > 0 ? $" {Swedish.Capital(Swedish.And(moved))}." : "";
        return goal.Before.Effective == goal.Outcome.Effective
            ? $"Samma status som i {when}.{why}"
            : $"I {when}: {StatusWords.Lower(goal.Before.Effective)}.{why}";
    }

    /// <summary>Three questions: about what is not known, what departs from the computed, what is red, what is on its way; and if all is well, about the level.</summary>
    public static IReadOnlyList<string> Questions(Visit visit, IReadOnlyList<GoalSummary> goals)
    {
        var situation = visit.Situation;
        var parts = goals.SelectMany(g => situation.Children(g.Goal).Select(p => (Goal: g, Part: p, Rating: situation.Rating(p)))).ToList();
        var questions = new List<string?>
        {
            First(
                goals.Where(g => g.Outcome.Effective == Status.CannotBeAssessed),
                g => $"{g.Goal.ShortName} kan inte bedömas. När får vi det som saknas?"
            ),
            First(
                parts.Where(p => p.Rating.Effective == Status.NotAchieved),
                p => $"{p.Part.ShortName} når inte dit. Vad gör vi åt det, och när syns det?"
            ),
            First(
                goals.Where(g => !g.Outcome.IsRobust && !g.Outcome.Layers.IsJudged && g.Outcome.Effective.IsRated()),
                g => $"{g.Goal.ShortName} kan bli {GoalWords.Possible(g.Outcome)}. Vad väntar vi på?"
            ),
            First(
                goals.Where(g =>
                    g.Outcome.Layers is { IsJudged: true } l && l.Effective != l.Computed
                    || g.Outcome.Layers is { Expert: { } e, Decided: { } d } && e.Status != d.Status
                ),
                g => $"Varför bedöms {g.Goal.ShortName} olika av dem som har bedömt det?"
            ),
            First(
                parts.Where(p => p.Rating.Effective == Status.CannotBeAssessed),
                p => $"{p.Part.ShortName} kan inte bedömas. Vem ser till att vi vet till nästa gång?"
            ),
            First(goals.Where(g => g.Outcome.Effective == Status.Partly), g => $"Vad krävs för att {g.Goal.ShortName} ska nå hela vägen?"),
            "Är nivåerna vi har beslutat de rätta?",
            "Vad märker invånarna av det som har blivit bättre?",
            "Vilket mål behöver mest av oss nästa år?",
        };
        return [.. questions.OfType<string>().Take(3)];

        static string? First<T>(IEnumerable<T> from, Func<T, string> ask) => from.Select(ask).FirstOrDefault();
    }

    private static List<string> Moved(Situation situation, Situation previous, GoalSummary goal)
    {
        var moved = new List<string>();
        foreach (var leaf in Sensitivity.Leaves(situation.Outcome, goal.Outcome).DistinctBy(l => l.Id))
        {
            var now = situation.Outcome.FindIndicator(leaf.Id);
            var then = previous.Outcome.FindIndicator(leaf.Id);
            if (now is not null && then is not null && now.Effective != then.Effective && now.Effective.IsRated())
            {
                var name = situation.Record.Indicators.Single(i => i.Code == Subjects.NameOf(leaf.Id)).Name;
                moved.Add($"{name} är nu {StatusWords.Lower(now.Effective)}");
            }
        }

        return [.. moved.Take(2)];
    }
}
