using Ledstjarna.Domain.Access;

namespace Ledstjarna.App.Features.Search;

/// <summary>A kind of thing that is searched for.</summary>
/// <param name="View">Its name in the database's view.</param>
/// <param name="Key">In addresses.</param>
/// <param name="Many">What many are called.</param>
/// <param name="Keeper">The right that lets one find also those that the pages do not show. Null: the pages show all.</param>
public sealed record FoundKind(string View, string Key, string Many, Right? Keeper = null);

/// <summary>Every kind, in the order they are counted up.</summary>
public static class FoundKinds
{
    public static IReadOnlyList<FoundKind> All { get; } =
    [
        new("Goal", "mal", "Mål"),
        new("Clarification", "fortydliganden", "Förtydliganden"),
        new("ExpectedOutcome", "forvantat", "Förväntat"),
        new("Strategy", "strategier", "Strategier", Right.ManageStrategies),
        new("Indicator", "indikatorer", "Indikatorer"),
        new("Activity", "aktiviteter", "Aktiviteter", Right.ManageActivities),
        new("Decision", "beslut", "Beslut"),
        new("Matter", "arenden", "Ärenden"),
        new("Judgement", "bedomningar", "Bedömningar"),
        new("Document", "styrdokument", "Styrdokument", Right.ManageDocuments),
        new("Unit", "enheter", "Enheter"),
        new("Note", "anmarkningar", "Anmärkningar"),
        new("Break", "omlaggningar", "Omläggningar"),
        new("Principle", "principer", "Principer"),
        new("Vision", "vision", "Vision", Right.ManageOrganisation),
    ];
}
