using Ledstjarna.Domain.Access;

namespace Ledstjarna.App.Features.Editing;

/// <summary>A page to work on that is no form of one thing.</summary>
/// <param name="Group">The heading it stands under.</param>
/// <param name="Right">Asked for to see it.</param>
/// <param name="Path">Below the organisation's address.</param>
/// <param name="Text">What it is called.</param>
/// <param name="Note">What it is for.</param>
internal sealed record WorkLink(string Group, Right Right, string Path, string Text, string Note);

internal static class WorkLinks
{
    public static readonly IReadOnlyList<WorkLink> All =
    [
        new("Uppföljning", Right.ReadPreparation, "uppgifter", "Mina uppgifter", "Det du ska göra i uppföljningarna"),
        new("Uppföljning", Right.ReadPreparation, "uppfoljningar", "Årshjulet", "Planera, se vem som är klar, besluta"),
        new("Siffror", Right.RecordFigures, "siffror", "Fyll i siffror", "Per indikator eller enhet, klistra från Excel"),
        new("Siffror", Right.RecordFigures, "siffror/fil", "Läs in en fil", "CSV eller Excel, med förhandsvisning"),
        new("Målen", Right.ManageGoals, "arbeta/trad", "Ordna målen", "Flytta i trädet, kopiera till ny struktur"),
        new("Målen", Right.ImportGoals, "malark", "Läs in en målstruktur", "Ett ark med mål, indikatorer och målvärden"),
        new("Ambitionsnivån", Right.ManageLevels, "forenkla", "Förenkla", "Indikatorer att fråga om de behövs"),
        new("Kommunen", Right.ManageOrganisation, "kom-igang", "Kom igång", "Det som behövs för att börja"),
        new("Kommunen", Right.ManagePeople, "personer", "Personer", "Vem som får göra vad"),
        new("Kommunen", Right.ReadHistory, "andringar", "Ändringslogg", "Vem som ändrade vad och när"),
    ];
}
