using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Memos;

namespace Ledstjarna.App.Features.Memos;

/// <summary>A municipality's own headings for its memos.</summary>
internal sealed class MemoTemplateEditor : Editor<MemoTemplate>
{
    public override string Key => "mall";
    public override ThingName Name => new("mall för tjänsteskrivelser", "mallen", "mallar för tjänsteskrivelser", "Ny mall");
    public override string Group => "Beslut och dokument";
    public override IReadOnlyList<Right> Rights => [Right.ManageDocuments];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("name", "Namn") { IsRequired = true },
            new("sections", "Rubriker, en på varje rad", FieldKind.Lines)
            {
                IsRequired = true,
                MaxLength = 8000,
                Hint =
                    $"Rubriken, ett likhetstecken och vad avsnittet fylls med. > först lägger den under rubriken ovanför, och # numrerar den. Fylls med: {string.Join(", ", Enum.GetValues<MemoSource>().Select(MemoWords.Name))}. Utan likhetstecken skriver någon hela avsnittet.",
            },
            new("sourceNote", "Var rubrikerna kommer ifrån") { IsAdvanced = true, MaxLength = 500 },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(("sections", string.Join('\n', ShippedTemplate.All[0].Sections.Select(MemoWords.Shown))));

    public override IReadOnlyList<ThingLink> LinksOf(SteeringRecord record, string id) =>
        FindThing(record, id) is { } template ? [new ThingLink(MemosLinks.TemplatePath(template.Id), "Kommunens egen Word-mall")] : [];

    protected override IEnumerable<MemoTemplate> Things(SteeringRecord record) => record.MemoTemplates;

    protected override string IdOf(MemoTemplate thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, MemoTemplate thing) => thing.Name;

    protected override FormValues Read(SteeringRecord record, MemoTemplate thing) =>
        FormValues.Of(
            ("name", thing.Name),
            ("sections", string.Join('\n', thing.Sections.Select(MemoWords.Shown))),
            ("sourceNote", thing.SourceNote)
        );

    protected override MemoTemplate Make(SteeringRecord record, MemoTemplate? before, string? id, FormValues values)
    {
        var made = new MemoTemplate
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new MemoTemplateId(IdFrom(id)),
            Name = values["name"],
            Sections = [.. values.Lines("sections").Select(MemoWords.Stored)],
            SourceNote = values.Text("sourceNote"),
            BaseFileName = before?.BaseFileName,
        };
        return made.Parts().GroupBy(p => p.Key, StringComparer.OrdinalIgnoreCase).Any(g => g.Count() > 1)
            ? throw new DomainRuleException(RuleCode.NameTaken, "sections")
            : made;
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, MemoTemplate thing) =>
        record.Memos.Any(m => m.TemplateId == thing.Id) ? RuleCode.StillReferredTo : null;
}
