using System.Security.Cryptography;
using System.Text;
using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Memos;

/// <summary>A memo: a field for each of its template's sections, filled with what the matter holds until someone writes.</summary>
internal sealed class MemoEditor : Editor<Memo>
{
    public const string KindKey = "tjansteskrivelse";

    public override string Key => KindKey;
    public override ThingName Name => new("tjänsteskrivelse", "tjänsteskrivelsen", "tjänsteskrivelser", "Ny tjänsteskrivelse");
    public override string Group => "Beslut och dokument";
    public override IReadOnlyList<Right> Rights => [Right.ManageMatters];

    /// <summary>It is composed of a matter: one begins there.</summary>
    public override string? BeginsAt(FormValues given) => given.Has("matter") ? null : "arenden";

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
            new("sections", "Avsnitt", FieldKind.Hidden) { MaxLength = 20_000 },
            new("composedFor", "Ifyllt för", FieldKind.Hidden),
            .. template is null ? [] : template.Parts().Select(p => Section(template.Headings()[p.Key], p.Key, null)),
            .. values
                .Lines("sections")
                .Where(key => template is null || template.Parts().All(p => p.Key != key))
                .Select(key =>
                    Section(
                        key,
                        key,
                        "Rubriken finns inte längre i mallen. Flytta texten till ett annat avsnitt; den följer inte med till Word och pdf."
                    )
                ),
            new("sendTo", "Beslutet ska skickas till", FieldKind.Lines) { MaxLength = 2000, Hint = "En mottagare på varje rad." },
            new("handlerRole", "Handläggare") { MaxLength = 100, Hint = "En roll, till exempel verksamhetsutvecklare." },
            new("responsibleRole", "Ansvarig tjänsteman") { MaxLength = 100, Hint = "En roll, till exempel kommundirektör." },
            new("from", "Från", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Units(record) },
        ];
    }

    private static Field Section(string label, string key, string? hint) =>
        new(NameOf(key), label, FieldKind.LongText) { MaxLength = 20_000, Hint = hint };

    /// <summary>Filled in with what the matter holds.</summary>
    public override FormValues Begin(SteeringRecord record, FormValues given)
    {
        var template = Template(record, given) ?? (record.MemoTemplates.Count > 0 ? record.MemoTemplates[0] : null);
        if (template is null || record.Matters.FirstOrDefault(m => m.Id.Value.ToString() == given["matter"]) is not { } matter)
        {
            return FormValues.Of(("matter", ""), ("template", template?.Id.Value.ToString()));
        }

        var to = Units(record, Domain.Organisations.UnitKind.Board) ?? Units(record, Domain.Organisations.UnitKind.Council);
        var date = DateText.TryParse(given["date"], out var day) ? day : (DateOnly?)null;
        var composer = new MemoComposer(record, matter, to, date);
        return FormValues.Of([
            ("matter", matter.Id.Value.ToString()),
            ("template", template.Id.Value.ToString()),
            ("title", matter.Title),
            ("to", to?.Value.ToString()),
            ("date", given["date"]),
            ("handlerRole", matter.HandlerRole),
            ("sendTo", string.Join('\n', composer.SendTo())),
            ("sections", string.Join('\n', template.Parts().Select(p => p.Key))),
            ("composedFor", ComposedFor(to, date)),
            .. template.Parts().Select(part => (NameOf(part.Key), (string?)composer.Of(part.Source))),
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
            ("sections", string.Join('\n', Keys(record, thing))),
            ("composedFor", ComposedFor(thing.ToId, thing.Date)),
            .. Keys(record, thing).Select(key => (NameOf(key), thing.Sections.FirstOrDefault(s => s.Key == key)?.Text)),
            ("sendTo", string.Join('\n', thing.SendTo)),
            ("handlerRole", thing.HandlerRole),
            ("responsibleRole", thing.ResponsibleRole),
            ("from", thing.FromId?.Value.ToString()),
        ]);

    protected override Memo Make(SteeringRecord record, Memo? before, string? id, FormValues values)
    {
        var matter =
            record.Matters.FirstOrDefault(m => m.Id.Value == values.Id("matter"))
            ?? throw new DomainRuleException(RuleCode.Required, "matter");
        var template = Template(record, values) ?? throw new DomainRuleException(RuleCode.Required, "template");
        var to = new UnitId(values.Id("to")!.Value);
        var date = values.Date("date")!.Value;
        var now = new MemoComposer(record, matter, to, date);
        var then = Composer(record, matter, values["composedFor"]) ?? now;
        return new Memo
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new MemoId(IdFrom(id)),
            MatterId = matter.Id,
            TemplateId = template.Id,
            Title = values["title"],
            ToId = to,
            FromId = values.Id("from") is { } f ? new UnitId(f) : null,
            Date = date,
            HandlerRole = values.Text("handlerRole"),
            ResponsibleRole = values.Text("responsibleRole"),
            SendTo = values.Lines("sendTo").FirstOrDefault(l => l.Length > Dispatch.LongestTo) is { } tooLong
                ? throw new DomainRuleException(RuleCode.TooLong, "sendTo", $"{tooLong[..40]} …")
                : values.Lines("sendTo"),
            Sections =
            [
                .. template.Parts().Select(part => Section(before, part, values[NameOf(part.Key)], now, then)),
                .. values
                    .Lines("sections")
                    .Where(key => template.Parts().All(p => p.Key != key) && values.Has(NameOf(key)))
                    .Select(key => new MemoSection(key, values[NameOf(key)], "")),
            ],
            IsExample = before?.IsExample ?? false,
        };
    }

    /// <summary>What the form makes of a composed text: lines end alike, with nothing around.</summary>
    internal static string Canonicalised(string text) => text.ReplaceLineEndings("\n").Trim();

    /// <summary>What people wrote under headings that the template no longer has: kept, and shown by the memo's page.</summary>
    internal static IEnumerable<MemoSection> Leftover(Memo? memo, MemoTemplate template) =>
        memo?.Sections.Where(s => s.Text.Length > 0 && template.Parts().All(p => p.Key != s.Key)) ?? [];

    /// <summary>What stands in it; and what it was composed as, so that what no one wrote can be composed anew when the matter says more.</summary>
    private static MemoSection Section(Memo? before, TemplateSection part, string text, MemoComposer now, MemoComposer then)
    {
        var (composed, opened) = (Canonicalised(now.Of(part.Source)), Canonicalised(then.Of(part.Source)));
        var was = before?.Sections.FirstOrDefault(s => s.Key == part.Key);
        return text == composed ? new MemoSection(part.Key, text, composed)
            : was is not null ? new MemoSection(part.Key, text, was.Composed)
            : before is not null ? new MemoSection(part.Key, text, "") // the heading is newer than the memo: what it is filled with is offered
            : new MemoSection(part.Key, text, opened);
    }

    /// <summary>The template's headings, and those that it had when something was written under them.</summary>
    private static IEnumerable<string> Keys(SteeringRecord record, Memo memo)
    {
        var template = record.MemoTemplates.Single(t => t.Id == memo.TemplateId);
        return template.Parts().Select(p => p.Key).Concat(Leftover(memo, template).Select(s => s.Key));
    }

    /// <summary>What a form's texts were composed for, so that one that no one has written in is known again.</summary>
    private static string ComposedFor(UnitId? to, DateOnly? date) => $"{to?.Value} {Canonical.Text(date)}";

    private static MemoComposer? Composer(SteeringRecord record, Domain.Matters.Matter matter, string composedFor) =>
        composedFor.Split(' ') is [var to, var date]
            ? new MemoComposer(
                record,
                matter,
                Guid.TryParse(to, out var unit) ? new UnitId(unit) : null,
                DateText.TryParse(date, out var day) ? day : null
            )
            : null;

    /// <summary>A field is named by its heading, so that a text never comes under another when the template changes.</summary>
    internal static string NameOf(string key) => $"s-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)))[..12]}";

    private static MemoTemplate? Template(SteeringRecord record, FormValues values) =>
        record.MemoTemplates.FirstOrDefault(t => t.Id.Value.ToString() == values["template"]);

    private static UnitId? Units(SteeringRecord record, Domain.Organisations.UnitKind kind) =>
        record.Units.FirstOrDefault(u => u.Kind == kind)?.Id;
}
