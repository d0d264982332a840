using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Matters;

namespace Ledstjarna.App.Features.Matters;

internal sealed class MatterEditor : Editor<Matter>
{
    public const string KindKey = "arende";

    public override string Key => KindKey;
    public override ThingName Name => new("ärende", "ärendet", "ärenden", "Nytt ärende");
    public override string Group => "Beslut och dokument";
    public override IReadOnlyList<Right> Rights => [Right.ManageMatters];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("diaryNumber", "Diarienummer")
            {
                IsRequired = true,
                MaxLength = 50,
                Hint = "Som diariet skriver det: KS 2019/160.",
            },
            new("title", "Vad ärendet gäller") { IsRequired = true, MaxLength = 300 },
            new("unit", "Handläggs av", FieldKind.Choice) { Options = Choices.Units(record) },
            new("handlerRole", "Handläggare") { MaxLength = 100, Hint = "En roll, till exempel verksamhetsutvecklare." },
            new("summary", "Sammanfattning", FieldKind.LongText) { MaxLength = 4000, Hint = "Följer med till tjänsteskrivelsen." },
        ];

    public override string? SeenAt(SteeringRecord record, string id) => $"arenden/{id}";

    protected override IEnumerable<Matter> Things(SteeringRecord record) =>
        record.Matters.OrderByDescending(m => m.DiaryNumber, StringComparer.Ordinal);

    protected override string IdOf(Matter thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Matter thing) => $"{thing.DiaryNumber} {thing.Title}";

    protected override UnitId? UnitOf(SteeringRecord record, Matter thing) => thing.UnitId;

    protected override FormValues Read(SteeringRecord record, Matter thing) =>
        FormValues.Of(
            ("diaryNumber", thing.DiaryNumber),
            ("title", thing.Title),
            ("unit", thing.UnitId?.Value.ToString()),
            ("handlerRole", thing.HandlerRole),
            ("summary", thing.Summary)
        );

    protected override Matter Make(SteeringRecord record, Matter? before, string? id, FormValues values)
    {
        var made = new Matter
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new MatterId(IdFrom(id)),
            DiaryNumber = values["diaryNumber"],
            Title = values["title"],
            UnitId = values.Id("unit") is { } u ? new UnitId(u) : null,
            HandlerRole = values.Text("handlerRole"),
            Summary = values.Text("summary"),
            IsExample = before?.IsExample ?? false,
        };
        return record.Matters.Any(m => m.Id != made.Id && MeetingText.Plain(m.DiaryNumber) == MeetingText.Plain(made.DiaryNumber))
            ? throw new DomainRuleException(RuleCode.NumberTaken, "diaryNumber")
            : made;
    }

    /// <summary>A matter with decisions, documents or memos stands.</summary>
    protected override RuleCode? KeptBecause(SteeringRecord record, Matter thing) =>
        record.Decisions.Any(d => d.MatterId == thing.Id)
        || record.MatterDocuments.Any(d => d.MatterId == thing.Id)
        || record.Memos.Any(m => m.MatterId == thing.Id)
        || record.AmbitionLevels.Any(l => l.MatterId == thing.Id)
            ? RuleCode.StillReferredTo
            : null;
}
