using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>What a body told a unit to do. Its state follows from what is filled in.</summary>
internal sealed class AssignmentEditor : Editor<Assignment>
{
    public override string Key => "uppdrag";
    public override ThingName Name => new("uppdrag", "uppdraget", "uppdrag", "Nytt uppdrag");
    public override string Group => "Beslut och dokument";
    public override IReadOnlyList<Right> Rights => [Right.ManageAssignments];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("decision", "Gavs genom beslut", FieldKind.Choice) { IsRequired = true, Options = Choices.Decisions(record) },
            new("text", "Vad som ska göras", FieldKind.PlainText) { IsRequired = true, MaxLength = 2000 },
            new("unit", "Till", FieldKind.Choice) { IsRequired = true, Options = Choices.Units(record) },
            new("role", "Till vem där") { MaxLength = 100, Hint = "En roll, till exempel verksamhetsutvecklare." },
            new("reportBy", "Ska återrapporteras senast", FieldKind.Date),
            new("reportedOn", "Återrapporterat den", FieldKind.Date),
            new("report", "Vad som återrapporterades", FieldKind.LongText) { MaxLength = 4000 },
            new("closedBy", "Avslutat genom beslut", FieldKind.Choice) { Options = Choices.DecisionsInForce(record) },
            new("withdrawnBy", "Återtaget genom beslut", FieldKind.Choice) { Options = Choices.DecisionsInForce(record) },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) => FormValues.Of(("decision", given["decision"]));

    public override string? SeenAt(SteeringRecord record, string id) =>
        FindThing(record, id) is { } assignment ? $"beslut/{assignment.DecisionId.Value}" : null;

    protected override IEnumerable<Assignment> Things(SteeringRecord record) => record.Assignments;

    protected override string IdOf(Assignment thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Assignment thing) =>
        $"{PlaceWords.Reference(record, record.Decisions.Single(d => d.Id == thing.DecisionId))}: {thing.Text}";

    /// <summary>The body's that gave it.</summary>
    protected override UnitId? UnitOf(SteeringRecord record, Assignment thing) =>
        record.Decisions.FirstOrDefault(d => d.Id == thing.DecisionId)?.BodyId;

    protected override FormValues Read(SteeringRecord record, Assignment thing) =>
        FormValues.Of(
            ("decision", thing.DecisionId.Value.ToString()),
            ("text", thing.Text),
            ("unit", thing.UnitId.Value.ToString()),
            ("role", thing.Role),
            ("reportBy", Canonical.Text(thing.ReportBy)),
            ("reportedOn", Canonical.Text(thing.ReportedOn)),
            ("report", thing.Report),
            ("closedBy", thing.ClosedById?.Value.ToString()),
            ("withdrawnBy", thing.WithdrawnById?.Value.ToString())
        );

    protected override Assignment Make(SteeringRecord record, Assignment? before, string? id, FormValues values)
    {
        var made = new Assignment
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new AssignmentId(IdFrom(id)),
            DecisionId = new DecisionId(values.Id("decision")!.Value),
            Text = values["text"],
            UnitId = new UnitId(values.Id("unit")!.Value),
            Role = values.Text("role"),
            ReportBy = values.Date("reportBy"),
            ReportedOn = values.Date("reportedOn"),
            Report = values.Text("report"),
            ClosedById = values.Id("closedBy") is { } c ? new DecisionId(c) : null,
            WithdrawnById = values.Id("withdrawnBy") is { } w ? new DecisionId(w) : null,
            IsExample = before?.IsExample ?? false,
        };
        DecisionRules.Check(record, made);
        return made;
    }
}
