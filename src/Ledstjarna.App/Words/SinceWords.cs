using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Years;

namespace Ledstjarna.App.Words;

/// <summary>What is new since the follow-up before, in sentences.</summary>
public static class SinceWords
{
    /// <summary>"tertial 2 2022"</summary>
    public static string When(Situation before) =>
        before.FollowUp is { } followUp ? $"{StatusWords.Name(followUp.Kind)} {followUp.CutOff.Year}" : Swedish.LongDate(before.CutOff);

    /// <summary>"Ett mål har bytt färg sedan tertial 2 2022."</summary>
    public static string Headline(SinceLast since) =>
        since.Goals.Count(g => g.IsChanged) is var count && count == 0
            ? $"Inget mål har bytt färg sedan {When(since.Before)}."
            : $"{Swedish.Capital(Swedish.Count(count))} mål har bytt färg sedan {When(since.Before)}.";

    /// <summary>What became of one goal, where it is not told by its two statuses alone.</summary>
    public static string? Note(SinceLast since, GoalSince goal) =>
        goal.Now is null ? "Målet är avslutat."
        : goal.Then is null && since.Before.On(since.Axis) is null ? "Förra gången gjordes ingen prognos att jämföra med."
        : goal.Then is null ? "Målet fanns inte förra gången."
        : goal.IsChanged && goal.Moved.Count == 0 && goal.Now.Layers.IsJudged
            ? "Ingen siffra har bytt status. Målet är bedömt av människor."
        : goal.IsChanged && goal.Moved.Count == 0
            ? "Ingen siffra har bytt status. Det som är känt, eller hur det vägs samman, är ett annat."
        : goal.CertaintyIsChanged && !goal.IsChanged ? "Färgen är densamma, men inte hur säker den är."
        : null;

    public static string Name(SteeringRecord record, string id)
    {
        var name = Subjects.NameOf(id);
        return id == Subject.Indicator.IdOf(name)
            ? record.Indicators.Single(i => i.Code == name).Name
            : record.Activities.Single(a => a.Code == name).Name;
    }

    /// <summary>The indicator of an id in the assessment; null when it is an activity.</summary>
    public static Indicator? IndicatorOf(SteeringRecord record, string id) =>
        record.Indicators.FirstOrDefault(i => Subject.Indicator.IdOf(i.Code) == id);

    /// <summary>The value that was used, with its period: "65 % (2018)". Empty: there was none, or it is an activity.</summary>
    public static string Value(Situation situation, string id, LeafState? state) =>
        state?.Indicator is { Value: { } value } rating && IndicatorOf(situation.Record, id) is { } indicator
            ? $"{IndicatorWords.Value(situation.MeasuredBy(indicator, rating), value)} ({rating.Period})"
            : "";

    /// <summary>Why an indicator or activity has another status.</summary>
    public static string Why(SinceLast since, LeafSince leaf)
    {
        var indicator = IndicatorOf(since.Now.Record, leaf.Id);
        return leaf.Cause switch
        {
            LeafCause.Began => "Räknas med för första gången.",
            LeafCause.Ended => "Räknas inte längre med.",
            LeafCause.Judgement => Judged(leaf),
            LeafCause.Figure => Figure(since, leaf, indicator!),
            LeafCause.FigureGone =>
                $"Siffran från {leaf.Then!.Indicator!.Period} används inte längre: {StatusWords.Reason(leaf.Now!.Indicator!.Missing ?? MissingReason.NoValue)}.",
            LeafCause.Target => leaf.Now!.Indicator!.Evidence?.Target is { } target
                ? $"Samma siffra, men ett annat målvärde: {IndicatorWords.Target(indicator!, target.Target)}."
                : "Samma siffra, men ett annat målvärde.",
            LeafCause.Principle => $"Samma siffra, bedömd efter en annan princip: {since.Now.Principle.Name}.",
            _ => Time(since, leaf, indicator),
        };
    }

    /// <summary>What a decision in between was about.</summary>
    public static string About(DecisionSince decision) => $"Gäller {Swedish.And([.. Parts(decision)])}.";

    private static IEnumerable<string> Parts(DecisionSince decision)
    {
        if (decision.IsOfGoal)
        {
            yield return "målet och det som ligger under det";
        }

        if (decision.Targets.Count > 0)
        {
            const int Named = 3;
            var names = decision.Targets.Take(Named).Select(t => t.Name).ToList();
            var more = decision.Targets.Count - names.Count;
            yield return (decision.Targets.Count == 1 ? "målvärdet för " : "målvärdena för ")
                + (more > 0 ? $"{string.Join(", ", names)} och {Swedish.CountCommon(more)} till" : Swedish.And(names));
        }

        if (decision.Level is { } level)
        {
            yield return $"nivån ”{level.Name}” ({DecisionWords.Name(level.State).ToLower(Swedish.Culture)})";
        }
    }

    private static string Judged(LeafSince leaf)
    {
        var now = leaf.Now!.Layers;
        if (!now.IsJudged)
        {
            return "Bedömningen från förra gången är inte gjord på nytt.";
        }

        var who = now.Decided is null ? "De sakkunniga har bedömt den" : "Det beslutande organet har bedömt den";
        return (now.Decided ?? now.Expert)!.Reason is { } reason ? $"{who}: ”{reason}”" : $"{who}.";
    }

    private static string Figure(SinceLast since, LeafSince leaf, Indicator indicator)
    {
        var (then, now) = (leaf.Then!.Indicator!, leaf.Now!.Indicator!);
        return now.Source == ValueSource.Substitute && then.Source != ValueSource.Substitute
                ? $"{since.Now.MeasuredBy(indicator, now).Name} används i stället."
            : then.Value is null ? $"Siffran saknades förra gången: {StatusWords.Reason(then.Missing ?? MissingReason.NoValue)}."
            : then.Period == now.Period ? $"Siffran för {now.Period} är rättad."
            : leaf.HasOtherTarget ? "Ny siffra, och ett annat målvärde."
            : "Ny siffra.";
    }

    private static string Time(SinceLast since, LeafSince leaf, Indicator? indicator)
    {
        if (indicator is not null)
        {
            return leaf.Now!.Indicator!.Missing is { } reason
                ? $"Inget att bedöma på längre: {StatusWords.Reason(reason)}."
                : "Samma siffra. Målvärdet har nått den dag då det ska vara uppfyllt, eller jämförs med något annat.";
        }

        var activity = since.Now.Record.Activities.Single(a => a.Code == Subjects.NameOf(leaf.Id));
        return $"{StatusWords.Name(activity.State)}, skulle vara klar {Swedish.LongDate(activity.Due)}.";
    }
}
