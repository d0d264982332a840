using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>A follow-up's dates, structure, level and principle. Its way from planned to published is steps on its page.</summary>
internal sealed class FollowUpEditor : Editor<FollowUp>
{
    public const string KindKey = "uppfoljning";

    public override string Key => KindKey;
    public override ThingName Name => new("uppföljning", "uppföljningen", "uppföljningar", "Ny uppföljning");
    public override string Group => "Uppföljning";
    public override IReadOnlyList<Right> Rights => [Right.ManageFollowUps];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("kind", "Slag", FieldKind.Choice)
            {
                IsRequired = true,
                Options = Choices.Of<FollowUpKind>(k => Swedish.Capital(StatusWords.Name(k))),
            },
            new("cutOff", "Mätdag", FieldKind.Date) { IsRequired = true, Hint = "Den sista dag som uppföljningen handlar om." },
            new("knownAt", "Siffror som räknas ska vara kända senast", FieldKind.Date) { IsRequired = true },
            new("horizon", "Prognosen gäller", FieldKind.Date) { Hint = "Lämna tomt om uppföljningen inte har någon prognos." },
            new("structure", "Målstruktur", FieldKind.Choice) { IsRequired = true, Options = Choices.Structures(record) },
            new("level", "Ambitionsnivå", FieldKind.Choice)
            {
                Options =
                [
                    .. record
                        .AmbitionLevels.Where(l => l.State == Domain.Ambition.LevelState.Adopted)
                        .Select(l => new Option($"{l.Id.Value}", l.Name)),
                ],
            },
            new("principle", "Princip för bedömning", FieldKind.Choice) { IsRequired = true, Options = Choices.Principles(record) },
            new("expertsBy", "Sakkunniga rapporterar senast", FieldKind.Date),
            new("unitsBy", "Nämnder och bolag beslutar senast", FieldKind.Date),
            new("boardBy", "Styrelsen beslutar", FieldKind.Date),
            new("remindDaysBefore", "Påminn så här många dagar före", FieldKind.WholeNumber) { Hint = "Lämna tomt för att inte påminna." },
            new("surveyed", "Undersökningens indikatorer", FieldKind.Choices)
            {
                Hint = "För en extra uppföljning: bara målen de ligger under bedöms.",
                Options = Choices.Indicators(record),
                IsAdvanced = true,
            },
            new("overall", "Samlad bedömning av god ekonomisk hushållning", FieldKind.LongText)
            {
                MaxLength = 20_000,
                Hint = "Ekonomiska mål och verksamhetsmål, med bolagen. Krävs i delårsrapport och årsredovisning.",
            },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given)
    {
        var values = FormValues.Of(("kind", nameof(FollowUpKind.Extra)), ("remindDaysBefore", "5"));
        var structure = record.Structures.MaxBy(s => s.Validity.From);
        return structure is null
            ? values
            : values.With("structure", structure.Id.Value.ToString()).With("principle", structure.PrincipleId.Value.ToString());
    }

    public override string? SeenAt(SteeringRecord record, string id) =>
        FindThing(record, id) is { } f ? $"uppfoljningar/{Swedish.Date(f.CutOff)}" : null;

    protected override IEnumerable<FollowUp> Things(SteeringRecord record) => record.FollowUps;

    protected override string IdOf(FollowUp thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, FollowUp thing) => PlaceWords.Name(thing);

    protected override FormValues Read(SteeringRecord record, FollowUp thing) =>
        FormValues.Of(
            ("kind", thing.Kind.ToString()),
            ("cutOff", Swedish.Date(thing.CutOff)),
            ("knownAt", Swedish.Date(thing.KnownAt)),
            ("horizon", Day(thing.Horizon)),
            ("structure", thing.StructureId.Value.ToString()),
            ("level", thing.LevelId?.Value.ToString()),
            ("principle", thing.PrincipleId.Value.ToString()),
            ("expertsBy", Day(thing.ExpertsBy)),
            ("unitsBy", Day(thing.UnitsBy)),
            ("boardBy", Day(thing.BoardBy)),
            ("remindDaysBefore", Canonical.Text(thing.RemindDaysBefore)),
            ("surveyed", string.Join('\n', thing.Surveyed)),
            ("overall", thing.Overall)
        );

    protected override FollowUp Make(SteeringRecord record, FollowUp? before, string? id, FormValues values)
    {
        var made = new FollowUp
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new FollowUpId(IdFrom(id)),
            Kind = values.Enum<FollowUpKind>("kind"),
            State = before?.State ?? FollowUpState.Planned,
            CutOff = values.Date("cutOff")!.Value,
            KnownAt = values.Date("knownAt")!.Value,
            Horizon = values.Date("horizon"),
            StructureId = new GoalStructureId(values.Id("structure")!.Value),
            LevelId = values.Id("level") is { } l ? new AmbitionLevelId(l) : null,
            PrincipleId = new PrincipleId(values.Id("principle")!.Value),
            ExpertsBy = values.Date("expertsBy"),
            UnitsBy = values.Date("unitsBy"),
            BoardBy = values.Date("boardBy"),
            RemindDaysBefore = values.Whole("remindDaysBefore"),
            Surveyed = [.. values.Lines("surveyed").Select(Guid.Parse)],
            Overall = values.Text("overall"),
            StatementId = before?.StatementId,
            DecisionId = before?.DecisionId,
            IsExample = before?.IsExample ?? false,
        };
        made.Check(record);
        return made;
    }

    protected override RuleCode? LockedBecause(SteeringRecord record, FollowUp thing) => thing.IsDecided ? RuleCode.FollowUpClosed : null;

    protected override RuleCode? KeptBecause(SteeringRecord record, FollowUp thing) =>
        thing.State > FollowUpState.Planned ? RuleCode.StillReferredTo : null;

    private static string? Day(DateOnly? day) => day is { } d ? Swedish.Date(d) : null;
}
