using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Features.OrganisationSettings;

/// <summary>The municipality itself, and those it compares itself with.</summary>
internal sealed class OrganisationEditor : Editor<Organisation>
{
    public override string Key => "kommun";
    public override ThingName Name => new("kommun", "kommunen", "kommunens uppgifter", "Ny kommun");
    public override string Group => "Kommunen";
    public override IReadOnlyList<Right> Rights => [Right.ManageOrganisation];
    public override bool CanAdd => false;

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("name", "Namn") { IsRequired = true },
            new("municipalityCode", "Kommunkod") { IsFixed = true, Hint = "Fyra siffror från SCB. Väljs när kommunen läggs upp." },
            new("comparisonMunicipalities", "Jämförelsekommuner", FieldKind.Choices)
            {
                Hint = "De kommuner ni brukar jämföra er med. De visas i jämförelserna.",
                Options =
                [
                    .. record
                        .Municipalities.Where(m => m.Code != record.Organisation.MunicipalityCode)
                        .OrderBy(m => m.Name, Swedish.Order)
                        .Select(m => new Option(m.Code.Value, m.Name)),
                ],
            },
        ];

    protected override IEnumerable<Organisation> Things(SteeringRecord record) => [record.Organisation];

    protected override string IdOf(Organisation thing) => thing.MunicipalityCode.Value;

    protected override string NameOf(SteeringRecord record, Organisation thing) => thing.Name;

    protected override FormValues Read(SteeringRecord record, Organisation thing) =>
        FormValues.Of(
            ("name", thing.Name),
            ("municipalityCode", thing.MunicipalityCode.Value),
            ("comparisonMunicipalities", string.Join('\n', InListOrder(record, thing)))
        );

    protected override Organisation Make(SteeringRecord record, Organisation? before, string? id, FormValues values) =>
        new()
        {
            OrganisationId = record.Organisation.OrganisationId,
            Name = values["name"],
            MunicipalityCode = record.Organisation.MunicipalityCode,
            Slug = record.Organisation.Slug,
            IsDemo = record.Organisation.IsDemo,
            ComparisonMunicipalities = values.Lines("comparisonMunicipalities"),
        };

    /// <summary>As the form will give them back, so that an unchanged form is unchanged.</summary>
    private static IEnumerable<string> InListOrder(SteeringRecord record, Organisation thing) =>
        record.Municipalities.OrderBy(m => m.Name, Swedish.Order).Select(m => m.Code.Value).Where(thing.ComparisonMunicipalities.Contains);
}

internal sealed class UnitEditor : Editor<Unit>
{
    public override string Key => "enhet";
    public override ThingName Name => new("enhet", "enheten", "enheter", "Ny enhet");
    public override string Group => "Kommunen";
    public override IReadOnlyList<Right> Rights => [Right.ManageOrganisation];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("name", "Namn") { IsRequired = true },
            new("abbreviation", "Förkortning")
            {
                IsRequired = true,
                MaxLength = 20,
                Hint = "Som den skrivs i beslut: KS, KSAU, BUN.",
            },
            new("kind", "Slag", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<UnitKind>(ChoiceWords.Name) },
            new("parent", "Ligger under", FieldKind.Choice) { Options = Choices.Units(record) },
            new("from", "Finns från och med", FieldKind.Date) { IsAdvanced = true },
            new("to", "Finns till och med", FieldKind.Date) { IsAdvanced = true },
        ];

    public override string? SeenAt(SteeringRecord record, string id) =>
        FindThing(record, id) is { } unit ? $"enhet/{Uri.EscapeDataString(unit.Abbreviation)}" : null;

    protected override IEnumerable<Unit> Things(SteeringRecord record) => record.Units;

    protected override string IdOf(Unit thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Unit thing) => thing.Name;

    protected override FormValues Read(SteeringRecord record, Unit thing) =>
        FormValues.Of(
            ("name", thing.Name),
            ("abbreviation", thing.Abbreviation),
            ("kind", thing.Kind.ToString()),
            ("parent", thing.ParentId?.Value.ToString()),
            ("from", Canonical.Text(thing.Validity.From)),
            ("to", Canonical.Text(thing.Validity.To))
        );

    protected override Unit Make(SteeringRecord record, Unit? before, string? id, FormValues values)
    {
        var unit = new Unit
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new UnitId(IdFrom(id)),
            Kind = values.Enum<UnitKind>("kind"),
            Abbreviation = values["abbreviation"],
            Name = values["name"],
            ParentId = values.Id("parent") is { } p ? new UnitId(p) : null,
            Validity = new Validity(values.Date("from"), values.Date("to")),
        };
        GoalRules.Check(record, unit);
        return unit;
    }
}

internal sealed class TermEditor : Editor<Term>
{
    public override string Key => "mandatperiod";
    public override ThingName Name => new("mandatperiod", "mandatperioden", "mandatperioder", "Ny mandatperiod");
    public override string Group => "Kommunen";
    public override IReadOnlyList<Right> Rights => [Right.ManageOrganisation];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("unit", "Organ", FieldKind.Choice) { IsRequired = true, Options = Choices.Units(record, u => u.Decides) },
            new("from", "Från och med", FieldKind.Date) { IsRequired = true },
            new("to", "Till och med", FieldKind.Date) { IsRequired = true },
        ];

    protected override IEnumerable<Term> Things(SteeringRecord record) => record.Terms.OrderByDescending(t => t.Validity.From);

    protected override string IdOf(Term thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Term thing) =>
        $"{record.Units.FirstOrDefault(u => u.Id == thing.UnitId)?.Name} {thing.Validity.From?.Year}–{thing.Validity.To?.Year}";

    protected override FormValues Read(SteeringRecord record, Term thing) =>
        FormValues.Of(
            ("unit", thing.UnitId.Value.ToString()),
            ("from", Canonical.Text(thing.Validity.From)),
            ("to", Canonical.Text(thing.Validity.To))
        );

    protected override Term Make(SteeringRecord record, Term? before, string? id, FormValues values) =>
        new()
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new TermId(IdFrom(id)),
            UnitId = new UnitId(values.Id("unit")!.Value),
            Validity = new Validity(values.Date("from"), values.Date("to")),
        };
}

internal sealed class VisionEditor : Editor<Vision>
{
    public override string Key => "vision";
    public override ThingName Name => new("vision", "visionen", "visioner", "Ny vision");
    public override string Group => "Kommunen";
    public override IReadOnlyList<Right> Rights => [Right.ManageOrganisation];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("name", "Namn") { IsRequired = true },
            new("text", "Visionen i ord", FieldKind.PlainText) { IsRequired = true, MaxLength = 4000 },
            new("reachesTo", "Når till och med år", FieldKind.WholeNumber) { IsRequired = true },
            new("decision", "Beslut", FieldKind.Choice) { Options = Choices.Decisions(record) },
        ];

    protected override IEnumerable<Vision> Things(SteeringRecord record) => record.Visions;

    protected override string IdOf(Vision thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Vision thing) => thing.Name;

    protected override FormValues Read(SteeringRecord record, Vision thing) =>
        FormValues.Of(
            ("name", thing.Name),
            ("text", thing.Text),
            ("reachesTo", Canonical.Text(thing.ReachesTo)),
            ("decision", thing.DecisionId?.Value.ToString())
        );

    protected override Vision Make(SteeringRecord record, Vision? before, string? id, FormValues values) =>
        new()
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new VisionId(IdFrom(id)),
            Name = values["name"],
            Text = values["text"],
            ReachesTo = values.Whole("reachesTo") is { } year and >= 1900 and <= 2200
                ? year
                : throw new DomainRuleException(RuleCode.TooLarge, "reachesTo"),
            DecisionId = values.Id("decision") is { } d ? new DecisionId(d) : null,
        };
}
