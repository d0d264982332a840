using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Words;

/// <summary>Decisions, assignments and levels in words.</summary>
public static class DecisionWords
{
    public static string Name(DecisionKind kind) => kind == DecisionKind.Decision ? "Beslut" : "Förslag till ett högre organ";

    public static string Name(DecisionOutcome outcome) =>
        outcome switch
        {
            DecisionOutcome.Approved => "Bifall",
            DecisionOutcome.Rejected => "Avslag",
            DecisionOutcome.SentBack => "Återremiss",
            DecisionOutcome.Tabled => "Bordläggning",
            _ => "Remitteras",
        };

    public static string Name(MinutesState state) =>
        state switch
        {
            MinutesState.Unadjusted => "Ojusterat",
            MinutesState.Adjusted => "Justerat",
            MinutesState.AdjustedAtOnce => "Omedelbart justerat",
            MinutesState.Posted => "Anslaget",
            _ => "Nedtaget",
        };

    public static string Name(GovernedKind kind) =>
        kind switch
        {
            GovernedKind.Vision => "Vision",
            GovernedKind.GoalStructure => "Målstruktur",
            GovernedKind.CouncilGoal => "Fullmäktiges mål",
            GovernedKind.SubGoal => "Delmål, mätområden och förtydliganden",
            GovernedKind.UnitGoal => "Nämnders och bolags egna mål",
            GovernedKind.Strategy => "Politisk strategi",
            GovernedKind.AmbitionLevel => "Ambitionsnivå",
            GovernedKind.Target => "Målvärden och vad som mäts",
            GovernedKind.GoverningDocument => "Styrdokument",
            GovernedKind.FollowUp => "Uppföljning",
            _ => "Avslut av uppdrag",
        };

    public static string Name(AssignmentState state) =>
        state switch
        {
            AssignmentState.Open => "Öppet",
            AssignmentState.Late => "Försenat",
            AssignmentState.Reported => "Återrapporterat",
            AssignmentState.Closed => "Avslutat",
            _ => "Återtaget",
        };

    public static string Name(LevelState state) =>
        state switch
        {
            LevelState.Draft => "Utkast",
            LevelState.InConsultation => "På remiss",
            LevelState.Proposed => "Föreslagen",
            LevelState.Adopted => "Beslutad",
            LevelState.Rejected => "Avslagen",
            _ => "Återremitterad eller remitterad",
        };

    /// <summary>How a matter ended at a meeting: "Remitteras till Kommunstyrelsens presidium".</summary>
    public static string? Outcome(SteeringRecord record, Decision decision) =>
        decision.Outcome is not { } outcome ? null
        : decision.ReferredToId is { } to ? $"Remitteras till {record.Units.Single(u => u.Id == to).Name}"
        : Name(outcome);

    /// <summary>That a body decides something that it may not, by the organisation's own table.</summary>
    public static string Outside(SteeringRecord record, (Decision Decision, GovernedKind Kind) outside)
    {
        var body = record.Units.Single(u => u.Id == outside.Decision.BodyId);
        var may = Competence
            .Of(record, outside.Kind)
            .Bodies.Select(b => ChoiceWords.Name(Enum.Parse<UnitKind>(b)).ToLowerInvariant())
            .ToList();
        return $"{body.Name} brukar inte besluta om detta ({Name(outside.Kind).ToLowerInvariant()}). Enligt beslutanderätten gör {(may.Count == 0 ? "ingen" : Swedish.Or(may))} det. Välj ett annat beslut, eller skriv under ”Varför ändras det?” varför det ändå gäller.";
    }
}
