using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Overview;

/// <summary>The situation in few sentences: what each goal says, what changed and why, and what to ask.</summary>
internal static class Briefs
{
    /// <summary>What carries the goal and what drags it: "Når dit: A; B. Når delvis: C."</summary>
    public static string Sentence(Situation situation, GoalSummary goal)
    {
        var parts = situation.Children(goal.Goal).Select(p => (p.ShortName, situation.Rating(p).Effective)).ToList();
        var isForecast = situation.LeadingAxis == Axis.Forecast;
        var sentences = new[]
        {
            Listed(Status.Achieved, isForecast ? "Bedöms nå dit" : "Når dit"),
            Listed(Status.Partly, isForecast ? "Bedöms nå delvis" : "Når delvis"),
            Listed(Status.NotAchieved, isForecast ? "Bedöms inte nå dit" : "Når inte dit"),
            Listed(Status.CannotBeAssessed, "Kan inte bedömas"),
        };
        return parts.Count == 0 ? "Inget mäts ännu." : string.Join(' ', sentences.OfType<string>());

        string? Listed(Status status, string says)
        {
            var names = parts.Where(p => p.Effective == status).Select(p => p.ShortName).ToList();
            return names.Count == 0 ? null : $"{says}: {string.Join("; ", names)}.";
        }
    }

    /// <summary>The change since the follow-up before, and what changed status between them: what moved the goal's way first.</summary>
    public static string Change(Situation situation, Situation? previous, GoalSummary goal)
    {
        if (previous?.FollowUp is not { } before || goal.Before is not { } then)
        {
            return "Ingen tidigare uppföljning att jämföra med.";
        }

        var when = $"{StatusWords.Name(before.Kind)} {before.CutOff.Year}";
        var moved = Moved(situation, previous, goal, then);
        var why = moved.Count > 0 ? $" Nytt sedan dess: {string.Join("; ", moved)}." : "";
        return then.Effective == goal.Rating.Effective
            ? $"Samma status som i {when}.{why}"
            : $"I {when}: {StatusWords.Lower(then.Effective, situation.LeadingAxis)}.{why}";
    }

    /// <summary>Three questions: about what is not known, what departs from the computed, what is red, what is on its way; and if all is well, about the level.</summary>
    public static IReadOnlyList<string> Questions(Visit visit, IReadOnlyList<GoalSummary> goals)
    {
        var situation = visit.Situation;
        var parts = goals.SelectMany(g => situation.Children(g.Goal).Select(p => (Goal: g, Part: p, Rating: situation.Rating(p)))).ToList();
        var questions = new List<string?>
        {
            First(
                goals.Where(g => g.Rating.Effective == Status.CannotBeAssessed),
                g => $"{g.Goal.ShortName} kan inte bedömas. När får vi det som saknas?"
            ),
            First(
                parts.Where(p => p.Rating.Effective == Status.NotAchieved),
                p => $"{p.Part.ShortName} når inte dit. Vad gör vi åt det, och när syns det?"
            ),
            First(
                goals.Where(g => !g.Rating.IsRobust && !g.Rating.Layers.IsJudged && g.Rating.Effective.IsRated()),
                g => $"Färgen på {g.Goal.ShortName} kan ändras när det som saknas kommer in. Vad väntar vi på?"
            ),
            First(
                goals.Where(g =>
                    g.Rating.Layers is { IsJudged: true } l && l.Effective != l.Computed
                    || g.Rating.Layers is { Expert: { } e, Decided: { } d } && e.Status != d.Status
                ),
                g => $"Varför bedöms {g.Goal.ShortName} olika av dem som har bedömt det?"
            ),
            First(
                parts.Where(p => p.Rating.Effective == Status.CannotBeAssessed),
                p => $"{p.Part.ShortName} kan inte bedömas. Vem ser till att vi vet till nästa gång?"
            ),
            First(goals.Where(g => g.Rating.Effective == Status.Partly), g => $"Vad krävs för att {g.Goal.ShortName} ska nå hela vägen?"),
            "Är nivåerna vi har beslutat de rätta?",
            "Vad märker invånarna av det som har blivit bättre?",
            "Vilket mål behöver mest av oss nästa år?",
        };
        return [.. questions.OfType<string>().Take(3)];

        static string? First<T>(IEnumerable<T> from, Func<T, string> ask) => from.Select(ask).FirstOrDefault();
    }

    private static List<string> Moved(Situation situation, Situation previous, GoalSummary goal, NodeRating then)
    {
        var axis = situation.LeadingAxis;
        var before = previous.On(axis)!;
        var isBetter = goal.Rating.Effective > then.Effective;
        return
        [
            .. Sensitivity
                .Leaves(situation.Leading, goal.Rating)
                .DistinctBy(l => l.Id)
                .Where(l => before.FindIndicator(l.Id) is not null || before.FindActivity(l.Id) is not null)
                .Select(l => (l.Id, Now: GoalWords.LeafStatus(situation.Leading, l), Then: GoalWords.LeafStatus(before, l)))
                .Where(m => m.Now != m.Then && m.Now.IsRated())
                .OrderByDescending(m => m.Then.IsRated() && (m.Now > m.Then) == isBetter)
                .ThenByDescending(m => (m.Now > Status.NotAchieved) == isBetter)
                .Take(2)
                .Select(m => $"{NameOf(situation.Record, m.Id)} {StatusWords.Lower(m.Now, axis)}"),
        ];
    }

    private static string NameOf(SteeringRecord record, string id)
    {
        var name = Subjects.NameOf(id);
        return id == Subject.Indicator.IdOf(name)
            ? record.Indicators.Single(i => i.Code == name).Name
            : record.Activities.Single(a => a.Code == name).Name;
    }
}
