namespace Ledstjarna.Domain.Memos;

/// <summary>The templates that every organisation begins with: the headings of two real municipal memos.</summary>
public sealed record ShippedTemplate(string Name, string SourceNote, IReadOnlyList<string> Sections)
{
    public static IReadOnlyList<ShippedTemplate> All { get; } =
    [
        new(
            "Tjänsteskrivelse med punkter",
            "Rubrikerna i Vaggeryds kommuns tjänsteskrivelse om uppdaterad ambitionsnivå 2022, KS 2019/160.",
            [
                "Förslag till beslut = Proposal",
                "Sammanfattning av ärendet = Summary",
                "Ärende",
                "> # Bakgrund = Background",
                "> # Konsekvenser för ekonomi, personal och miljö = Consequences",
                "> # Samråd = Consultation",
                "> # Politiska mål och hållbarhetsperspektiv = Goals",
                "> # Effekter kopplat till FN:s barnkonvention = Convention",
                "> # Verkställighet, uppföljning och utvärdering = FollowUp",
                "> # Förvaltningens helhetsbedömning = OverallView",
                "> # Handlingar som medföljer ärendet = Attachments",
            ]
        ),
        new(
            "Tjänsteskrivelse med rubriker",
            "Rubrikerna i Vaggeryds kommuns tjänsteskrivelse om kommunstyrelsens måluppfyllelse 2020, KS 2019/191.",
            [
                "Förslag till beslut = Proposal",
                "Sammanfattning av ärendet = Summary",
                "Ärende",
                "> # Bakgrund = Background",
                "> # Ekonomiska konsekvenser = Consequences",
                "> # Politiska mål och beslut kopplade till ärendet = Decisions",
                "> # Agenda 2030 = Agenda2030",
                "> # Samråd = Consultation",
                "> # Uppföljning och utvärdering = FollowUp",
                "> # Förvaltningens helhetsbedömning = OverallView",
                "> # Handlingar och bilagor = Attachments",
            ]
        ),
    ];

    public MemoTemplate For(OrganisationId organisation, Guid id) =>
        new()
        {
            OrganisationId = organisation,
            Id = new MemoTemplateId(id),
            Name = Name,
            Sections = Sections,
            SourceNote = SourceNote,
        };
}
