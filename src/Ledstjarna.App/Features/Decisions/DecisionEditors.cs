using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Decisions;

internal sealed class DecisionEditor : Editor<Decision>
{
    public override string Key => "beslut";
    public override ThingName Name => new("beslut", "beslutet", "beslut", "Nytt beslut");
    public override string Group => "Beslut och dokument";
    public override IReadOnlyList<Right> Rights => [Right.RegisterDecisions];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("body", "Organ", FieldKind.Choice) { IsRequired = true, Options = Choices.Units(record, u => u.Decides) },
            new("meetingDate", "Sammanträdesdag", FieldKind.Date) { IsRequired = true },
            new("paragraph", "Paragraf", FieldKind.WholeNumber) { Hint = "Bara numret: 173." },
            new("subject", "Vad beslutet gäller") { IsRequired = true, MaxLength = 500 },
            new("matter", "Ärende", FieldKind.Choice) { Options = Choices.Matters(record) },
            new("kind", "Slag", FieldKind.Choice)
            {
                IsRequired = true,
                Options = Choices.Of<DecisionKind>(DecisionWords.Name),
                Hint = "Ett arbetsutskotts förslag sätter inget i kraft.",
            },
            new("outcome", "Utfall", FieldKind.Choice) { Options = Choices.Of<DecisionOutcome>(DecisionWords.Name) },
            new("referredTo", "Remitteras till", FieldKind.Choice)
            {
                Options = Choices.Units(record),
                Hint = "Bara när ärendet remitteras.",
            },
            new("text", "Beslutets lydelse", FieldKind.LongText)
            {
                MaxLength = 20_000,
                Hint = "Visas inte utåt förrän protokollet är justerat.",
            },
            new("minutes", "Protokollet är", FieldKind.Choice)
            {
                IsRequired = true,
                Options = Choices.Of<MinutesState>(DecisionWords.Name),
            },
            new("reservations", "Reservationer", FieldKind.LongText) { IsAdvanced = true, MaxLength = 4000 },
            new("monthOnly", "Bara månaden är känd", FieldKind.YesNo)
            {
                IsAdvanced = true,
                Hint = "Ange då den första i månaden som sammanträdesdag.",
            },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(
            ("body", given["body"]),
            ("matter", given["matter"]),
            ("kind", nameof(DecisionKind.Decision)),
            ("minutes", nameof(MinutesState.Unadjusted))
        );

    public override string? SeenAt(SteeringRecord record, string id) => $"beslut/{id}";

    protected override IEnumerable<Decision> Things(SteeringRecord record) =>
        record.Decisions.OrderByDescending(d => d.MeetingDate).ThenByDescending(d => d.Paragraph);

    protected override string IdOf(Decision thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Decision thing) => $"{PlaceWords.Reference(record, thing)} {thing.Subject}";

    protected override UnitId? UnitOf(SteeringRecord record, Decision thing) => thing.BodyId;

    protected override FormValues Read(SteeringRecord record, Decision thing) =>
        FormValues.Of(
            ("body", thing.BodyId.Value.ToString()),
            ("meetingDate", Canonical.Text(thing.MeetingDate)),
            ("paragraph", Canonical.Text(thing.Paragraph)),
            ("subject", thing.Subject),
            ("matter", thing.MatterId?.Value.ToString()),
            ("kind", thing.Kind.ToString()),
            ("outcome", thing.Outcome?.ToString()),
            ("referredTo", thing.ReferredToId?.Value.ToString()),
            ("text", thing.Text),
            ("minutes", thing.Minutes.ToString()),
            ("reservations", thing.Reservations),
            ("monthOnly", Canonical.Text(!thing.DayIsKnown))
        );

    protected override Decision Make(SteeringRecord record, Decision? before, string? id, FormValues values)
    {
        var made = new Decision
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new DecisionId(IdFrom(id)),
            BodyId = new UnitId(values.Id("body")!.Value),
            MeetingDate = values.Date("meetingDate")!.Value,
            DayIsKnown = !values.Yes("monthOnly"),
            Paragraph = values.Whole("paragraph"),
            Subject = values["subject"],
            MatterId = values.Id("matter") is { } m ? new MatterId(m) : null,
            Kind = values.Enum<DecisionKind>("kind"),
            Outcome = values.Has("outcome") ? values.Enum<DecisionOutcome>("outcome") : null,
            ReferredToId = values.Id("referredTo") is { } r ? new UnitId(r) : null,
            Text = values.Text("text"),
            Minutes = values.Enum<MinutesState>("minutes"),
            Reservations = values.Text("reservations"),
            IsExample = before?.IsExample ?? false,
        };
        DecisionRules.Check(record, made);
        return made;
    }

    /// <summary>A decision that something points to stands.</summary>
    protected override RuleCode? KeptBecause(SteeringRecord record, Decision thing) =>
        Governance.By(record, thing.Id).Any() || record.AmbitionLevels.Any(l => l.DecisionId == thing.Id) ? RuleCode.StillReferredTo : null;
}

internal sealed class DocumentEditor : Editor<GoverningDocument>
{
    public override string Key => "styrdokument";
    public override ThingName Name => new("styrdokument", "styrdokumentet", "styrdokument", "Nytt styrdokument");
    public override string Group => "Beslut och dokument";
    public override IReadOnlyList<Right> Rights => [Right.ManageDocuments];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("title", "Titel") { IsRequired = true, MaxLength = 300 },
            new("decision", "Antaget genom beslut", FieldKind.Choice) { Options = Choices.Decisions(record) },
            new("from", "Gäller från och med", FieldKind.Date),
            new("to", "Gäller till och med", FieldKind.Date),
            new("unit", "Hålls aktuellt av", FieldKind.Choice) { Options = Choices.Units(record) },
            new("address", "Adress på webben") { MaxLength = 500, Hint = "Börjar med https://" },
            new("goals", "Mål det bidrar till", FieldKind.Choices)
            {
                Options = Choices.Goals(record, g => g.Level == 0 && g.Kind == GoalKind.Council),
                IsAdvanced = true,
            },
        ];

    protected override IEnumerable<GoverningDocument> Things(SteeringRecord record) => record.Documents;

    protected override string IdOf(GoverningDocument thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, GoverningDocument thing) => thing.Title;

    protected override UnitId? UnitOf(SteeringRecord record, GoverningDocument thing) => thing.UnitId;

    protected override FormValues Read(SteeringRecord record, GoverningDocument thing) =>
        FormValues.Of(
            ("title", thing.Title),
            ("decision", thing.DecisionId?.Value.ToString()),
            ("from", Canonical.Text(thing.Validity.From)),
            ("to", Canonical.Text(thing.Validity.To)),
            ("unit", thing.UnitId?.Value.ToString()),
            ("address", thing.Address),
            ("goals", Canonical.Text(thing.Goals))
        );

    protected override GoverningDocument Make(SteeringRecord record, GoverningDocument? before, string? id, FormValues values) =>
        new()
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new DocumentId(IdFrom(id)),
            Title = values["title"],
            Validity = new Validity(values.Date("from"), values.Date("to")),
            DecisionId = values.Id("decision") is { } d ? new DecisionId(d) : null,
            UnitId = values.Id("unit") is { } u ? new UnitId(u) : null,
            Address = values.Text("address"),
            Goals = values.Ids("goals"),
        };
}
