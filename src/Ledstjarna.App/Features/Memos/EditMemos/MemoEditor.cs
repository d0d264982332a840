using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Memos;

namespace Ledstjarna.App.Features.Memos;

/// <summary>A memo: a field for each of its template's sections, filled with what the matter holds until someone writes.</summary>
internal sealed class MemoEditor : Editor<Memo>
{
    public const string KindKey = "tjansteskrivelse";

    public override string Key => KindKey;
    public override ThingName Name => new("tjänsteskrivelse", "tjänsteskrivelsen", "tjänsteskrivelser", "Ny tjänsteskrivelse");
    public override string Group => "Beslut och dokument";
    public override IReadOnlyList<Right> Rights => [Right.ManageMatters];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values)
    {
        var template = Template(record, values);
        return
        [
            new("matter", "Ärende", FieldKind.Choice)
            {
                IsRequired = true,
                Options = Choices.Matters(record),
                IsFixed = values.Has("matter"),
            },
            new("template", "Mall", FieldKind.Choice)
            {
                IsRequired = true,
                Options = [.. record.MemoTemplates.Select(t => new Option(t.Id.Value.ToString(), t.Name))],
                IsFixed = values.Has("template"),
            },
            new("title", "Rubrik") { IsRequired = true, MaxLength = 300 },
            new("to", "Till", FieldKind.Choice) { IsRequired = true, Options = Choices.Units(record, u => u.Decides) },
            new("date", "Datum", FieldKind.Date) { IsRequired = true },
            .. template is null
                ? (Field[])[]
                : [.. template.Parts().Select((part, i) => new Field(NameOf(i), part.Heading, FieldKind.LongText) { MaxLength = 20_000 })],
            new("sendTo", "Beslutet ska skickas till", FieldKind.Lines) { MaxLength = 2000, Hint = "En mottagare på varje rad." },
            new("handlerRole", "Handläggare") { MaxLength = 100, Hint = "En roll, till exempel verksamhetsutvecklare." },
            new("from", "Från", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Units(record) },
        ];
    }

    /// <summary>Filled in with what the matter holds.</summary>
    public override FormValues Begin(SteeringRecord record, FormValues given)
    {
        var template = Template(record, given) ?? (record.MemoTemplates.Count > 0 ? record.MemoTemplates[0] : null);
        if (template is null || record.Matters.FirstOrDefault(m => m.Id.Value.ToString() == given["matter"]) is not { } matter)
        {
            return FormValues.Of(("matter", ""), ("template", template?.Id.Value.ToString()));
        }

        var to = Units(record, Domain.Organisations.UnitKind.Board) ?? Units(record, Domain.Organisations.UnitKind.Council);
        var composer = new MemoComposer(record, matter, to);
        return FormValues.Of([
            ("matter", matter.Id.Value.ToString()),
            ("template", template.Id.Value.ToString()),
            ("title", matter.Title),
            ("to", to?.Value.ToString()),
            ("date", given["date"]),
            ("handlerRole", matter.HandlerRole),
            .. template.Parts().Select((part, i) => (NameOf(i), (string?)composer.Of(part.Source))),
        ]);
    }

    public override string? SeenAt(SteeringRecord record, string id) => $"tjansteskrivelser/{id}";

    protected override IEnumerable<Memo> Things(SteeringRecord record) => record.Memos.Reverse();

    protected override string IdOf(Memo thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Memo thing) =>
        $"{record.Matters.Single(m => m.Id == thing.MatterId).DiaryNumber} {thing.Title}";

    protected override UnitId? UnitOf(SteeringRecord record, Memo thing) => record.Matters.Single(m => m.Id == thing.MatterId).UnitId;

    protected override FormValues Read(SteeringRecord record, Memo thing) =>
        FormValues.Of([
            ("matter", thing.MatterId.Value.ToString()),
            ("template", thing.TemplateId.Value.ToString()),
            ("title", thing.Title),
            ("to", thing.ToId.Value.ToString()),
            ("date", Canonical.Text(thing.Date)),
            .. record
                .MemoTemplates.Single(t => t.Id == thing.TemplateId)
                .Parts()
                .Select((part, i) => (NameOf(i), thing.Sections.FirstOrDefault(s => s.Key == part.Key)?.Text)),
            ("sendTo", string.Join('\n', thing.SendTo)),
            ("handlerRole", thing.HandlerRole),
            ("from", thing.FromId?.Value.ToString()),
        ]);

    protected override Memo Make(SteeringRecord record, Memo? before, string? id, FormValues values)
    {
        var matter =
            record.Matters.FirstOrDefault(m => m.Id.Value == values.Id("matter"))
            ?? throw new DomainRuleException(RuleCode.Required, "matter");
        var template = Template(record, values) ?? throw new DomainRuleException(RuleCode.Required, "template");
        var to = new UnitId(values.Id("to")!.Value);
        var composer = new MemoComposer(record, matter, to);
        return new Memo
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new MemoId(IdFrom(id)),
            MatterId = matter.Id,
            TemplateId = template.Id,
            Title = values["title"],
            ToId = to,
            FromId = values.Id("from") is { } f ? new UnitId(f) : null,
            Date = values.Date("date")!.Value,
            HandlerRole = values.Text("handlerRole"),
            SendTo = values.Lines("sendTo"),
            Sections =
            [
                .. template.Parts().Select((part, i) => Section(before, part, values[NameOf(i)], Canonicalised(composer.Of(part.Source)))),
                .. Leftover(before, template),
            ],
            IsExample = before?.IsExample ?? false,
        };
    }

    /// <summary>What the form makes of a composed text: lines end alike, with nothing around.</summary>
    internal static string Canonicalised(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>What people wrote under headings that the template no longer has: kept, and shown by the memo's page.</summary>
    internal static IEnumerable<MemoSection> Leftover(Memo? memo, MemoTemplate template) =>
        memo?.Sections.Where(s => s.Text.Length > 0 && template.Parts().All(p => p.Key != s.Key)) ?? [];

    private static MemoSection Section(Memo? before, TemplateSection part, string text, string composed) =>
        new(
            part.Key,
            text,
            text == composed || before?.Sections.FirstOrDefault(s => s.Key == part.Key) is not { } was ? composed : was.Composed
        );

    private static string NameOf(int section) => string.Create(CultureInfo.InvariantCulture, $"s{section}");

    private static MemoTemplate? Template(SteeringRecord record, FormValues values) =>
        record.MemoTemplates.FirstOrDefault(t => t.Id.Value.ToString() == values["template"]);

    private static UnitId? Units(SteeringRecord record, Domain.Organisations.UnitKind kind) =>
        record.Units.FirstOrDefault(u => u.Kind == kind)?.Id;
}
