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

    /// <summary>Three questions from what is open, red or departs; fewer never.</summary>
    public static IReadOnlyList<string> Questions(Visit visit, IReadOnlyList<GoalSummary> goals)
    {
        var questions = new List<string>();
        foreach (var goal in goals.Where(g => g.Outcome.Effective == Status.CannotBeAssessed))
        {
            questions.Add($"När får vi de siffror som saknas för {goal.Goal.ShortName}?");
        }

        foreach (var goal in goals.Where(g => g.Outcome.Layers is { IsJudged: true } l && l.Effective != l.Computed))
        {
            questions.Add($"Varför skiljer sig bedömningen av {goal.Goal.ShortName} från den beräknade?");
        }

        foreach (var item in ToDo.Of(visit))
        {
            questions.Add($"Vem gör vad, och när: {char.ToLower(item.Action[0], Swedish.Culture)}{item.Action[1..]}?");
        }

        foreach (var goal in goals.Where(g => g.Outcome.Effective is Status.NotAchieved or Status.Partly))
        {
            questions.Add($"Vad krävs för att {goal.Goal.ShortName} ska nå hela vägen?");
        }

        questions.Add("Är nivåerna vi har beslutat de rätta?");
        questions.Add("Vad märker invånarna av det som har blivit bättre?");
        questions.Add("Vilket mål behöver mest av oss nästa år?");
        return [.. questions.Take(3)];
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
