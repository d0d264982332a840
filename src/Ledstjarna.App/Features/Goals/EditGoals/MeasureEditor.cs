using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Goals;

/// <summary>What is measured in a measurement area: an indicator or an activity, with its weight there.</summary>
internal sealed class MeasureEditor : GoalPartEditor<Measure>
{
    public const string KindKey = "matt";

    public override string Key => KindKey;
    public override ThingName Name => new("mått i mätområde", "måttet", "mått i mätområden", "Nytt mått i ett mätområde");
    public override string Group => "Det som mäts";
    public override IReadOnlyList<Right> Rights => [Right.ManageMeasures];
    public override (string LastDay, string Decision)? Ending => ("lastDay", "endedBy");

    public override Right RightFor(FormValues values) => Right.ManageMeasures;

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values)
    {
        var parents = record.Goals.Select(g => g.ParentId).ToHashSet();
        return
        [
            GoalField(record, g => !parents.Contains(g.Id)) with
            {
                Label = "Mätområde",
            },
            new("indicator", "Indikator", FieldKind.Choice)
            {
                Options = Choices.Indicators(record),
                Hint = "Välj en indikator eller en aktivitet.",
            },
            new("activity", "Aktivitet", FieldKind.Choice) { Options = Choices.Activities(record) },
            new("weight", "Vikt", FieldKind.Number) { IsAdvanced = true, Hint = "1 om alla väger lika." },
            new("isKey", "Nyckelmått", FieldKind.YesNo) { IsAdvanced = true },
            new("firstDay", "Räknas från och med", FieldKind.Date)
            {
                IsAdvanced = true,
                Hint = "Lämna tomt om den räknas så länge mätområdet finns.",
            },
            LastDay,
            EndedBy(record),
        ];
    }

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(("goal", given["goal"]), ("indicator", given["indicator"]), ("weight", "1"));

    protected override IEnumerable<Measure> Things(SteeringRecord record)
    {
        var places = record
            .Structures.OrderByDescending(s => s.Validity.From)
            .SelectMany(s => Choices.InOrder(record, s.Id))
            .Select((g, i) => (g.Id, i))
            .ToDictionary(p => p.Id, p => p.i);
        return record.Measures.OrderBy(m => places[m.GoalId]).ThenBy(m => m.Order);
    }

    protected override GoalId GoalIdOf(Measure part) => part.GoalId;

    protected override string IdOf(Measure thing) => string.Create(CultureInfo.InvariantCulture, $"{thing.GoalId.Value}.{thing.Order}");

    protected override string NameOf(SteeringRecord record, Measure thing) =>
        $"{GoalOf(record, thing)?.Number}: {record.Indicators.FirstOrDefault(i => i.Id == thing.IndicatorId)?.Name ?? record.Activities.FirstOrDefault(a => a.Id == thing.ActivityId)?.Name}";

    protected override FormValues Read(SteeringRecord record, Measure thing) =>
        FormValues.Of(
            ("goal", thing.GoalId.Value.ToString()),
            ("indicator", thing.IndicatorId?.Value.ToString()),
            ("activity", thing.ActivityId?.Value.ToString()),
            ("weight", Canonical.Text(thing.Weight)),
            ("isKey", Canonical.Text(thing.IsKey)),
            ("firstDay", Canonical.Text(thing.FirstDay)),
            ("lastDay", Canonical.Text(thing.LastDay)),
            ("endedBy", thing.EndedBy?.Value.ToString())
        );

    protected override Measure Make(SteeringRecord record, Measure? before, string? id, FormValues values)
    {
        var goal = Goal(record, values);
        var measure = new Measure
        {
            OrganisationId = record.Organisation.OrganisationId,
            GoalId = goal,
            Order = before is not null && before.GoalId == goal ? before.Order : Place(record, goal, id),
            IndicatorId = values.Id("indicator") is { } i ? new IndicatorId(i) : null,
            ActivityId = values.Id("activity") is { } a ? new ActivityId(a) : null,
            Weight = values.Number("weight") ?? 1,
            IsKey = values.Yes("isKey"),
            FirstDay = values.Date("firstDay"),
            LastDay = values.Date("lastDay"),
            EndedBy = Decision(values, "endedBy"),
        };
        CheckEnding(before is not null && new Retention(record).Keeps(before), before?.LastDay, values);
        GoalRules.Check(record, measure);
        return measure;
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, Measure thing) =>
        new Retention(record).Keeps(thing) ? RuleCode.PartOfDecidedFollowUp : null;

    /// <summary>Its own place where it comes back and that is free, else the last.</summary>
    private static int Place(SteeringRecord record, GoalId goal, string? id)
    {
        var taken = record.Measures.Where(m => m.GoalId == goal).Select(m => m.Order).ToHashSet();
        return
            id?.Split('.') is [var g, var place]
            && g == goal.Value.ToString()
            && int.TryParse(place, CultureInfo.InvariantCulture, out var own)
            && !taken.Contains(own)
            ? own
            : taken.DefaultIfEmpty(-1).Max() + 1;
    }
}
