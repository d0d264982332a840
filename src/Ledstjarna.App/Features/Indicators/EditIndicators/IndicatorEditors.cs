using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.App.Features.Indicators;

internal sealed class IndicatorEditor : Editor<Indicator>
{
    public const string KindKey = "indikator";

    public override string Key => KindKey;
    public override ThingName Name => new("indikator", "indikatorn", "indikatorer", "Ny indikator");
    public override string Group => "Det som mäts";
    public override IReadOnlyList<Right> Rights => [Right.ManageMeasures];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("name", "Namn") { IsRequired = true, MaxLength = 300 },
            new("definition", "Fråga eller definition", FieldKind.LongText)
            {
                MaxLength = 4000,
                Hint = "Vad som frågas, eller hur det räknas.",
            },
            new("unit", "Enhet")
            {
                IsRequired = true,
                MaxLength = 60,
                Hint = "Till exempel %, index eller per 100 000 invånare.",
            },
            new("direction", "Vad är bra", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<Direction>(ChoiceWords.Name) },
            new("quality", "Kvalitet", FieldKind.Choice)
            {
                IsRequired = true,
                Options = Choices.Of<QualityKind>(ChoiceWords.Name),
                Hint = "Faktisk räknas, upplevd frågas om.",
            },
            new("source", "Källa") { IsRequired = true, MaxLength = 300 },
            new("owner", "Följs upp av", FieldKind.Choice) { Options = Choices.Units(record) },
            new("cadence", "Månader mellan mätningar", FieldKind.Number) { IsRequired = true, Hint = "12 för varje år, 24 för vartannat." },
            new("code", "Kod")
            {
                IsRequired = true,
                MaxLength = 40,
                Hint = "Kort och beständig; står i adresser och importfiler.",
            },
            new("lag", "Månader tills siffran kommer", FieldKind.Number) { IsAdvanced = true, Hint = "Från periodens slut." },
            new("decimals", "Decimaler", FieldKind.WholeNumber) { IsAdvanced = true },
            new("carry", "Får användas så många mätningar för länge", FieldKind.Number)
            {
                IsAdvanced = true,
                Hint = "Tomt: som principen säger.",
            },
            new("substitute", "Ersättare", FieldKind.Choice)
            {
                IsAdvanced = true,
                Options = Choices.Indicators(record),
                Hint = "Träder in när det inte finns något användbart värde.",
            },
            new("smallestAnswers", "Minsta antal svar som visas", FieldKind.WholeNumber) { IsAdvanced = true },
            new("sourceKind", "Siffrorna hämtas från", FieldKind.Choice)
            {
                IsAdvanced = true,
                IsRequired = true,
                Options = Choices.Of<SourceKind>(ChoiceWords.Name),
            },
            new("keyFigure", "Nyckeltal som siffrorna hämtas från", FieldKind.Choice)
            {
                IsAdvanced = true,
                Options =
                [
                    .. record
                        .Indicators.Select(i => i.KeyFigureCode ?? "")
                        .Prepend(values["keyFigure"])
                        .Where(k => k.Length > 0)
                        .Distinct(StringComparer.Ordinal)
                        .Select(k => new Option(k, k)),
                ],
                Hint = "Ett nytt väljs på nyckeltalets egen sida, under Jämför.",
            },
            new("level", "Nivå", FieldKind.Choice)
            {
                IsAdvanced = true,
                IsRequired = true,
                Options = Choices.Of<IndicatorLevel>(ChoiceWords.Name),
            },
            new("sourceAddress", "Källans adress") { IsAdvanced = true, MaxLength = 500 },
            new("comparison", "Samma som jämförelsetalet", FieldKind.Choice)
            {
                IsAdvanced = true,
                Options = [.. record.ComparisonFigures.Select(f => new Option(f.Code, f.Name))],
            },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(
            ("cadence", "12"),
            ("direction", nameof(Direction.Higher)),
            ("quality", nameof(QualityKind.Actual)),
            ("sourceKind", nameof(SourceKind.Manual)),
            ("level", nameof(IndicatorLevel.Local)),
            ("decimals", "0"),
            ("lag", "0"),
            ("code", "I" + (record.Indicators.Count + 1).ToString(CultureInfo.InvariantCulture))
        );

    public override string? SeenAt(SteeringRecord record, string id) =>
        FindThing(record, id) is { } indicator ? $"indikator/{Uri.EscapeDataString(indicator.Code)}" : null;

    protected override IEnumerable<Indicator> Things(SteeringRecord record) => record.Indicators;

    protected override string IdOf(Indicator thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Indicator thing) => thing.Name;

    protected override FormValues Read(SteeringRecord record, Indicator thing) =>
        FormValues.Of(
            ("name", thing.Name),
            ("definition", thing.Definition),
            ("unit", thing.Unit),
            ("direction", thing.Direction.ToString()),
            ("quality", thing.Quality.ToString()),
            ("source", thing.Source),
            ("owner", thing.OwnerId?.Value.ToString()),
            ("cadence", Canonical.Text(thing.CadenceMonths)),
            ("code", thing.Code),
            ("lag", Canonical.Text(thing.LagMonths)),
            ("decimals", Canonical.Text(thing.Decimals)),
            ("carry", Canonical.Text(thing.Carry)),
            ("substitute", thing.SubstituteId?.Value.ToString()),
            ("smallestAnswers", Canonical.Text(thing.SmallestAnswers)),
            ("sourceKind", thing.SourceKind.ToString()),
            ("level", thing.Level.ToString()),
            ("sourceAddress", thing.SourceAddress),
            ("comparison", thing.ComparisonCode),
            ("keyFigure", thing.KeyFigureCode)
        );

    protected override Indicator Make(SteeringRecord record, Indicator? before, string? id, FormValues values)
    {
        var indicator = new Indicator
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new IndicatorId(IdFrom(id)),
            Code = values["code"],
            Name = values["name"],
            Definition = values.Text("definition"),
            Unit = values["unit"],
            Decimals = values.Whole("decimals") ?? 0,
            Direction = values.Enum<Direction>("direction"),
            Quality = values.Enum<QualityKind>("quality"),
            CadenceMonths = values.Number("cadence")!.Value,
            LagMonths = values.Number("lag") ?? 0,
            Carry = values.Number("carry"),
            SourceKind = values.Enum<SourceKind>("sourceKind"),
            Source = values["source"],
            SourceAddress = values.Text("sourceAddress"),
            Level = values.Enum<IndicatorLevel>("level"),
            OwnerId = values.Id("owner") is { } o ? new UnitId(o) : null,
            SubstituteId = values.Id("substitute") is { } s ? new IndicatorId(s) : null,
            SmallestAnswers = values.Whole("smallestAnswers"),
            ComparisonCode = values.Text("comparison"),
            KeyFigureCode = values.Text("keyFigure"),
            IsExample = before?.IsExample ?? false,
        };
        MeasuringRules.Check(record, indicator);
        return indicator;
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, Indicator thing) =>
        new Retention(record).Keeps(thing) ? RuleCode.PartOfDecidedFollowUp
        : record.Measures.Any(m => m.IndicatorId == thing.Id) || record.Observations.Any(o => o.IndicatorId == thing.Id)
            ? RuleCode.StillReferredTo
        : null;
}

internal sealed class BreakEditor : Editor<IndicatorBreak>
{
    public override string Key => "omlaggning";
    public override ThingName Name => new("omläggning", "omläggningen", "omläggningar", "Ny omläggning");
    public override string Group => "Det som mäts";
    public override IReadOnlyList<Right> Rights => [Right.ManageMeasures];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("indicator", "Indikator", FieldKind.Choice) { IsRequired = true, Options = Choices.Indicators(record) },
            new("day", "Från och med", FieldKind.Date)
            {
                IsRequired = true,
                Hint = "Värden för perioder som slutar före går inte att jämföra med dem efter.",
            },
            new("reason", "Varför", FieldKind.PlainText) { IsRequired = true, MaxLength = 4000 },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) => FormValues.Of(("indicator", given["indicator"]));

    protected override IEnumerable<IndicatorBreak> Things(SteeringRecord record) => record.Breaks;

    protected override string IdOf(IndicatorBreak thing) => $"{thing.IndicatorId.Value}.{Swedish.Date(thing.Day)}";

    protected override string NameOf(SteeringRecord record, IndicatorBreak thing) =>
        $"{record.Indicators.FirstOrDefault(i => i.Id == thing.IndicatorId)?.Name}, {Swedish.Date(thing.Day)}";

    protected override FormValues Read(SteeringRecord record, IndicatorBreak thing) =>
        FormValues.Of(("indicator", thing.IndicatorId.Value.ToString()), ("day", Canonical.Text(thing.Day)), ("reason", thing.Reason));

    protected override IndicatorBreak Make(SteeringRecord record, IndicatorBreak? before, string? id, FormValues values)
    {
        var made = new IndicatorBreak
        {
            OrganisationId = record.Organisation.OrganisationId,
            IndicatorId = new IndicatorId(values.Id("indicator")!.Value),
            Day = values.Date("day")!.Value,
            Reason = values["reason"],
        };
        return (before is null || IdOf(before) != IdOf(made)) && FindThing(record, IdOf(made)) is not null
            ? throw new DomainRuleException(RuleCode.IdRepeated, "day")
            : made;
    }
}

internal sealed class ActivityEditor : Editor<Activity>
{
    public override string Key => "aktivitet";
    public override ThingName Name => new("aktivitet", "aktiviteten", "aktiviteter", "Ny aktivitet");
    public override string Group => "Det som mäts";
    public override IReadOnlyList<Right> Rights => [Right.ManageActivities];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("name", "Vad som ska göras") { IsRequired = true, MaxLength = 300 },
            new("state", "Läge", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<ActivityState>(StatusWords.Name) },
            new("due", "Klar senast", FieldKind.Date) { IsRequired = true },
            new("finishedOn", "Blev klar", FieldKind.Date),
            new("units", "Ansvariga enheter", FieldKind.Choices) { Options = Choices.Units(record) },
            new("code", "Kod")
            {
                IsRequired = true,
                MaxLength = 40,
                IsAdvanced = true,
            },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(
            ("state", nameof(ActivityState.NotStarted)),
            ("code", "A" + (record.Activities.Count + 1).ToString(CultureInfo.InvariantCulture))
        );

    protected override IEnumerable<Activity> Things(SteeringRecord record) => record.Activities;

    protected override string IdOf(Activity thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Activity thing) => thing.Name;

    /// <summary>The first of the responsible units, as they stand in the list.</summary>
    protected override UnitId? UnitOf(SteeringRecord record, Activity thing) =>
        thing.ResponsibleUnits.Count > 0 ? new UnitId(thing.ResponsibleUnits[0]) : null;

    protected override FormValues Read(SteeringRecord record, Activity thing) =>
        FormValues.Of(
            ("name", thing.Name),
            ("state", thing.State.ToString()),
            ("due", Canonical.Text(thing.Due)),
            ("finishedOn", Canonical.Text(thing.FinishedOn)),
            ("units", string.Join('\n', Choices.Units(record, u => thing.ResponsibleUnits.Contains(u.Id.Value)).Select(o => o.Value))),
            ("code", thing.Code)
        );

    protected override Activity Make(SteeringRecord record, Activity? before, string? id, FormValues values)
    {
        var activity = new Activity
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new ActivityId(IdFrom(id)),
            Code = values["code"],
            Name = values["name"],
            State = values.Enum<ActivityState>("state"),
            Due = values.Date("due")!.Value,
            FinishedOn = values.Date("finishedOn"),
            ResponsibleUnits = values.Ids("units"),
            IsExample = before?.IsExample ?? false,
        };
        MeasuringRules.Check(record, activity);
        return activity;
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, Activity thing) =>
        new Retention(record).Keeps(thing) ? RuleCode.PartOfDecidedFollowUp
        : record.Measures.Any(m => m.ActivityId == thing.Id) ? RuleCode.StillReferredTo
        : null;
}
