using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Analysis;

/// <summary>What a joint analysis ended in. What it became is set by taking it forward, not in the form.</summary>
internal sealed class ProposalEditor : Editor<Proposal>
{
    public const string KindKey = "atgard";

    public override string Key => KindKey;
    public override ThingName Name => new("föreslagen åtgärd", "åtgärden", "föreslagna åtgärder", "Ny föreslagen åtgärd");
    public override string Group => "Uppföljning";
    public override IReadOnlyList<Right> Rights => [Right.ManageFollowUps];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values)
    {
        var structure = record.FollowUps.FirstOrDefault(f => f.Id.Value == values.Id("followUp"))?.StructureId;
        return
        [
            new("followUp", "Ur uppföljningen", FieldKind.Choice)
            {
                IsRequired = true,
                Options =
                [
                    .. record.FollowUps.OrderByDescending(f => f.CutOff).Select(f => new Option($"{f.Id.Value}", PlaceWords.Name(f))),
                ],
            },
            new("goal", "För målet", FieldKind.Choice)
            {
                IsRequired = true,
                Options = Choices.Goals(record, g => g.Level < 2 && (structure is null || g.StructureId == structure)),
            },
            new("text", "Vad som ska göras", FieldKind.PlainText) { IsRequired = true, MaxLength = Proposal.LongestText },
            new("unit", "Vem som äger den", FieldKind.Choice) { IsRequired = true, Options = Choices.Units(record) },
            new("due", "Ska vara gjord senast", FieldKind.Date) { IsRequired = true },
            new("source", "Enhetens egna ord", FieldKind.PlainText)
            {
                IsAdvanced = true,
                MaxLength = Report.LongestText,
                Hint = "Ur underlaget, om åtgärden kommer därifrån.",
            },
            new("sourceUnit", "Enheten som skrev dem", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Units(record) },
        ];
    }

    public override FormValues Begin(SteeringRecord record, FormValues given)
    {
        var latest = record.FollowUps.Where(f => f.State > FollowUpState.Planned).MaxBy(f => f.CutOff);
        return FormValues.Of(
            ("followUp", given.Text("followUp") ?? latest?.Id.Value.ToString()),
            ("goal", given["goal"]),
            ("text", given["text"]),
            ("unit", given["unit"]),
            ("source", given["source"]),
            ("sourceUnit", given["sourceUnit"])
        );
    }

    public override string? SeenAt(SteeringRecord record, string id) =>
        FindThing(record, id) is { } p && record.FollowUps.FirstOrDefault(f => f.Id == p.FollowUpId) is { State: > FollowUpState.Planned } f
            ? AnalysisLinks.Path(f)
            : null;

    protected override IEnumerable<Proposal> Things(SteeringRecord record) => record.Proposals;

    protected override string IdOf(Proposal thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Proposal thing) => thing.Text;

    protected override string? HeadingOf(SteeringRecord record, Proposal thing) =>
        record.FollowUps.FirstOrDefault(f => f.Id == thing.FollowUpId) is { } f ? PlaceWords.Name(f) : null;

    protected override FormValues Read(SteeringRecord record, Proposal thing) =>
        FormValues.Of(
            ("followUp", thing.FollowUpId.Value.ToString()),
            ("goal", thing.GoalId.Value.ToString()),
            ("text", thing.Text),
            ("unit", thing.UnitId.Value.ToString()),
            ("due", Canonical.Text(thing.Due)),
            ("source", thing.Source),
            ("sourceUnit", thing.SourceUnitId?.Value.ToString())
        );

    protected override Proposal Make(SteeringRecord record, Proposal? before, string? id, FormValues values)
    {
        var made = new Proposal
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new ProposalId(IdFrom(id)),
            FollowUpId = new FollowUpId(values.Id("followUp")!.Value),
            GoalId = new GoalId(values.Id("goal")!.Value),
            Text = values["text"],
            Source = values.Text("source"),
            SourceUnitId = values.Id("sourceUnit") is { } by ? new UnitId(by) : null,
            UnitId = new UnitId(values.Id("unit")!.Value),
            Due = values.Date("due")!.Value,
            ActivityId = before?.ActivityId,
            AssignmentId = before?.AssignmentId,
            IsExample = before?.IsExample ?? false,
        };
        made.Check(record);
        return made;
    }

    /// <summary>What it became is followed from here.</summary>
    protected override RuleCode? KeptBecause(SteeringRecord record, Proposal thing) => thing.IsOpen ? null : RuleCode.StillReferredTo;
}
