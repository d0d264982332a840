using Ledstjarna.App.Words;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Analysis;

/// <summary>The joint analysis in sentences.</summary>
internal static class AnalysisWords
{
    public static string Name(Becomes becomes) =>
        becomes switch
        {
            Becomes.Activity => "aktivitet",
            Becomes.Assignment => "uppdrag",
            Becomes.Proposal => "bara ett förslag igen",
            _ => "rad i ett utkast till ambitionsnivå",
        };

    /// <summary>Who judged, as the follow-up names them.</summary>
    public static string By(Situation situation, Departure departure, Layer layer) =>
        situation
            .Record.Judgements.LastOrDefault(j =>
                (j.FollowUpId, j.Axis, j.Layer, j.Subject, j.Of)
                == (situation.FollowUp?.Id, situation.LeadingAxis, layer, departure.Subject, departure.Of)
            )
            ?.By
        ?? (layer == Layer.Expert ? "Sakkunniga" : "Styrelsen");

    /// <summary>"Kommunstyrelsen: delvis uppfyllt. Demokratin har …": what stands on top of what was computed.</summary>
    public static string Said(Situation situation, Departure departure)
    {
        var said = departure.Layers.Decided ?? departure.Layers.Expert!;
        return $"{By(situation, departure, said.Layer)}: {StatusWords.Lower(said.Status, situation.LeadingAxis)}. {said.Reason}";
    }

    /// <summary>What has become of a proposal, and its day.</summary>
    public static string Now(SteeringRecord record, Proposal proposal, DateOnly today)
    {
        if (record.Assignments.FirstOrDefault(a => a.Id == proposal.AssignmentId) is { } assignment)
        {
            return $"Uppdrag: {DecisionWords.Name(assignment.StateOn(today)).ToLower(Swedish.Culture)}";
        }

        if (record.Activities.FirstOrDefault(a => a.Id == proposal.ActivityId) is not { } activity)
        {
            return "Föreslagen";
        }

        var level = record
            .AmbitionMeasures.Where(m => m.ActivityId == activity.Id)
            .Select(m => record.AmbitionLevels.First(l => l.Id == m.LevelId))
            .LastOrDefault();
        var state = StatusWords.Name(activity.State).ToLower(Swedish.Culture);
        return $"Aktivitet: {state}{(activity.State != ActivityState.Done && activity.Due < today ? ", sen" : "")}"
            + (level is null ? "" : $". Rad i {level.Name} ({DecisionWords.Name(level.State).ToLower(Swedish.Culture)})");
    }
}
