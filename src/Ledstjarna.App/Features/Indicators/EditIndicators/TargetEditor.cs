using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

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
            new("indicator", "Indikator", FieldKind.Choice) { IsRequired = true, Options = Choices.Indicators(record) },
            new("kind", "Slag", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<TargetKind>(ChoiceWords.Name) },
            new("low", "Minst", FieldKind.Number) { Hint = "För ”minst” och ”mellan”." },
            new("high", "Högst", FieldKind.Number) { Hint = "För ”högst” och ”mellan”." },
            new("partlyLow", "Gräns för ”delvis”, nedåt", FieldKind.Number) { Hint = "Det lägsta värde som ändå är delvis uppfyllt." },
            new("partlyHigh", "Gräns för ”delvis”, uppåt", FieldKind.Number) { Hint = "Det högsta värde som ändå är delvis uppfyllt." },
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
            new("meanOf", "Räknas på medelvärdet av så många värden", FieldKind.WholeNumber) { IsAdvanced = true },
            new("since", "Riktningen räknas från perioden")
            {
                IsAdvanced = true,
                MaxLength = 10,
                Hint = "Bara för en riktning: 2022 eller 2022T1.",
            },
            new("lastDay", "Sista dag", FieldKind.Date) { IsAdvanced = true },
            new("endedBy", "Avslutat genom beslut", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Decisions(record) },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(
            ("indicator", given["indicator"]),
            (
                "kind",
                record.Indicators.FirstOrDefault(i => i.Id.Value.ToString() == given["indicator"])?.Direction switch
                {
                    Direction.Lower => nameof(TargetKind.AtMost),
                    Direction.Range => nameof(TargetKind.Between),
                    _ => nameof(TargetKind.AtLeast),
                }
            )
        );

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
        FormValues.Of(
            ("indicator", thing.IndicatorId.Value.ToString()),
            ("kind", thing.Kind.ToString()),
            ("low", Canonical.Text(thing.Low)),
            ("high", Canonical.Text(thing.High)),
            ("partlyLow", Canonical.Text(thing.PartlyLow)),
            ("partlyHigh", Canonical.Text(thing.PartlyHigh)),
            ("decision", thing.DecisionId?.Value.ToString()),
            ("basedOn", thing.BasedOn),
            ("from", Canonical.Text(thing.From)),
            ("due", Canonical.Text(thing.Due)),
            ("meanOf", Canonical.Text(thing.MeanOf)),
            ("since", thing.Since?.ToString()),
            ("lastDay", Canonical.Text(thing.LastDay)),
            ("endedBy", thing.EndedBy?.Value.ToString())
        );

    protected override Target Make(SteeringRecord record, Target? before, string? id, FormValues values)
    {
        var target = new Target(
            record.Organisation.OrganisationId,
            before?.Id ?? new TargetId(IdFrom(id)),
            new IndicatorId(values.Id("indicator")!.Value),
            Level(values),
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

    private static TargetLevel Level(FormValues values)
    {
        var level = values.Enum<TargetKind>("kind") switch
        {
            TargetKind.AtLeast => TargetLevel.AtLeast(Needed(values, "low"), values.Number("partlyLow")),
            TargetKind.AtMost => TargetLevel.AtMost(Needed(values, "high"), values.Number("partlyHigh")),
            TargetKind.Between => TargetLevel.Between(
                Needed(values, "low"),
                Needed(values, "high"),
                values.Number("partlyLow"),
                values.Number("partlyHigh")
            ),
            _ => TargetLevel.Improve(values.Text("since") is { } since ? Period.Parse(since, "since") : null),
        };
        return level with { From = values.Date("from"), Due = values.Date("due"), MeanOf = values.Whole("meanOf") };
    }

    private static double Needed(FormValues values, string field) =>
        values.Number(field) ?? throw new DomainRuleException(RuleCode.Required, field);
}
