using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.App.Features.Indicators;

/// <summary>A target: an expert's with what it comes from, or a body's with its decision.</summary>
internal sealed class TargetEditor : Editor<Target>
{
    public const string KindKey = "malvarde";

    public override string Key => KindKey;
    public override ThingName Name => new("målvärde", "målvärdet", "målvärden", "Nytt målvärde");
    public override string Group => "Det som mäts";
    public override IReadOnlyList<Right> Rights => [Right.ManageMeasures, Right.ManagePoliticalTargets];
    public override (string LastDay, string Decision)? Ending => ("lastDay", "endedBy");

    /// <summary>Only those who may register what a body decided touch a political target.</summary>
    public override Right RightFor(FormValues values) => values.Has("decision") ? Right.ManagePoliticalTargets : Right.ManageMeasures;

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            .. TargetFields.Of(record),
            new("decision", "Politiskt beslut", FieldKind.Choice)
            {
                Options = Choices.Decisions(record),
                Hint = "Ett politiskt målvärde ändras bara genom ett nytt beslut.",
            },
            new("basedOn", "Vad det bygger på")
            {
                MaxLength = 500,
                Hint = "För sakkunnigas målvärden: nationellt, regionalt eller lokalt mål, eller tidigare styrdokument.",
            },
            new("from", "Gäller från och med", FieldKind.Date)
            {
                IsAdvanced = true,
                Hint = "Målvärden med samma datum hör ihop som ett paket.",
            },
            new("due", "Ska vara nått", FieldKind.Date) { IsAdvanced = true },
            .. TargetFields.Advanced,
            new("lastDay", "Sista dag", FieldKind.Date) { IsAdvanced = true },
            new("endedBy", "Avslutat genom beslut", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Decisions(record) },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) => TargetFields.Begin(record, given);

    public override string? SeenAt(SteeringRecord record, string id) =>
        FindThing(record, id) is { } target ? $"indikator/{Uri.EscapeDataString(IndicatorOf(record, target).Code)}" : null;

    protected override IEnumerable<Target> Things(SteeringRecord record) =>
        record.Targets.OrderBy(t => IndicatorOf(record, t).Name, Swedish.Order).ThenBy(t => t.From).ThenBy(t => t.Due);

    protected override string IdOf(Target thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Target thing)
    {
        var indicator = IndicatorOf(record, thing);
        return $"{indicator.Name}: {IndicatorWords.Target(indicator, thing.Level())}{(thing.Due is { } due ? $" {Swedish.Date(due)}" : "")}";
    }

    /// <summary>A political target is the deciding body's.</summary>
    protected override UnitId? UnitOf(SteeringRecord record, Target thing) =>
        record.Decisions.FirstOrDefault(d => d.Id == thing.DecisionId)?.BodyId;

    protected override FormValues Read(SteeringRecord record, Target thing) =>
        TargetFields
            .Read(thing.IndicatorId, thing.Level())
            .With("decision", thing.DecisionId?.Value.ToString())
            .With("basedOn", thing.BasedOn)
            .With("from", Canonical.Text(thing.From))
            .With("due", Canonical.Text(thing.Due))
            .With("lastDay", Canonical.Text(thing.LastDay))
            .With("endedBy", thing.EndedBy?.Value.ToString());

    protected override Target Make(SteeringRecord record, Target? before, string? id, FormValues values)
    {
        var target = new Target(
            record.Organisation.OrganisationId,
            before?.Id ?? new TargetId(IdFrom(id)),
            new IndicatorId(values.Id("indicator")!.Value),
            TargetFields.Level(values) with
            {
                From = values.Date("from"),
                Due = values.Date("due"),
            },
            values.Id("decision") is { } d ? new DecisionId(d) : null,
            values.Text("basedOn")
        )
        {
            LastDay = values.Date("lastDay"),
            EndedBy = values.Id("endedBy") is { } e ? new DecisionId(e) : null,
            IsExample = before?.IsExample ?? false,
        };
        MeasuringRules.Check(record, target);
        return target;
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, Target thing) =>
        new Retention(record).Keeps(thing) ? RuleCode.PartOfDecidedFollowUp
        : thing.Provenance == Provenance.Political ? RuleCode.DecisionMissing
        : null;

    private static Indicator IndicatorOf(SteeringRecord record, Target target) => record.Indicators.Single(i => i.Id == target.IndicatorId);
}
