using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Goals;

internal sealed class StructureEditor : Editor<GoalStructure>
{
    public const string KindKey = "malstruktur";

    public override string Key => KindKey;
    public override ThingName Name => new("målstruktur", "målstrukturen", "målstrukturer", "Ny målstruktur");
    public override string Group => "Målen";
    public override IReadOnlyList<Right> Rights => [Right.ManageGoals];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("name", "Namn") { IsRequired = true, Hint = "Till exempel Målstruktur 2023–2026." },
            new("from", "Gäller från och med", FieldKind.Date) { IsRequired = true },
            new("to", "Gäller till och med", FieldKind.Date),
            new("levelNames", "Nivåernas namn", FieldKind.Lines)
            {
                IsRequired = true,
                Hint = "En rad för varje nivå, uppifrån, i singular: mål, framgångsfaktor, mätområde.",
            },
            new("principle", "Princip för bedömning", FieldKind.Choice) { IsRequired = true, Options = Choices.Principles(record) },
            new("decision", "Beslut", FieldKind.Choice) { Options = Choices.Decisions(record) },
            new("stem", "Gemensam början på målen")
            {
                IsAdvanced = true,
                MaxLength = 300,
                Hint = "Den mening som fullmäktiges mål avslutar, om det finns en.",
            },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(
            ("levelNames", "mål\ndelmål\nmätområde"),
            ("principle", record.Principles.Count > 0 ? record.Principles[0].Id.Value.ToString() : null)
        );

    public override IReadOnlyList<ThingLink> LinksOf(SteeringRecord record, string id) =>
        FindThing(record, id) is { } structure
            ?
            [
                new(GoalsLinks.OrderPath(structure.Id), "Ordna målen"),
                new($"{GoalsLinks.OrderPath(structure.Id)}/kopiera", "Kopiera till ny struktur"),
            ]
            : [];

    protected override IEnumerable<GoalStructure> Things(SteeringRecord record) =>
        record.Structures.OrderByDescending(s => s.Validity.From);

    protected override string IdOf(GoalStructure thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, GoalStructure thing) => thing.Name;

    protected override FormValues Read(SteeringRecord record, GoalStructure thing) =>
        FormValues.Of(
            ("name", thing.Name),
            ("from", Canonical.Text(thing.Validity.From)),
            ("to", Canonical.Text(thing.Validity.To)),
            ("levelNames", string.Join('\n', thing.LevelNames)),
            ("principle", thing.PrincipleId.Value.ToString()),
            ("decision", thing.DecisionId?.Value.ToString()),
            ("stem", thing.Stem)
        );

    protected override GoalStructure Make(SteeringRecord record, GoalStructure? before, string? id, FormValues values)
    {
        if (!record.Principles.Any(p => p.Id.Value == values.Id("principle")))
        {
            throw new DomainRuleException(RuleCode.ChoiceUnknown, "principle");
        }

        var structure = new GoalStructure
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new GoalStructureId(IdFrom(id)),
            Name = values["name"],
            Stem = values.Text("stem"),
            LevelNames = values.Lines("levelNames"),
            Validity = new Validity(values.Date("from"), values.Date("to")),
            DecisionId = values.Id("decision") is { } d ? new DecisionId(d) : null,
            PrincipleId = new PrincipleId(values.Id("principle")!.Value),
        };
        GoalRules.Check(record, structure);
        return structure;
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, GoalStructure thing) =>
        new Retention(record).Keeps(thing) ? RuleCode.PartOfDecidedFollowUp
        : record.Goals.Any(g => g.StructureId == thing.Id) ? RuleCode.StillReferredTo
        : null;
}
