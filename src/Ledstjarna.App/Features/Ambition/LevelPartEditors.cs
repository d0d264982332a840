using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>Something in one level: whose it is, whether it may be changed and where it is seen is the level's matter.</summary>
internal abstract class LevelPartEditor<T> : Editor<T>
    where T : class
{
    public override string Group => "Ambitionsnivån";
    public override IReadOnlyList<Right> Rights => [Right.ManageLevels];

    public override string? SeenAt(SteeringRecord record, string id) =>
        FindThing(record, id) is { } part ? $"nivaer/{LevelIdOf(part).Value}" : null;

    protected abstract AmbitionLevelId LevelIdOf(T part);

    protected static Field LevelField(SteeringRecord record, FormValues values) =>
        new("level", "Ambitionsnivå", FieldKind.Choice)
        {
            IsRequired = true,
            IsFixed = values.Has("level"),
            Options =
            [
                .. record
                    .AmbitionLevels.Where(l => l.IsOpen || l.Id.Value.ToString() == values["level"])
                    .Select(l => new Option(l.Id.Value.ToString(), l.Name)),
            ],
        };

    protected static AmbitionLevel Level(SteeringRecord record, FormValues values) =>
        record.AmbitionLevels.FirstOrDefault(l => l.Id.Value == values.Id("level")) switch
        {
            null => throw new DomainRuleException(RuleCode.Required, "level"),
            { IsOpen: false } => throw new DomainRuleException(RuleCode.LevelLocked),
            var level => level,
        };

    protected override string? HeadingOf(SteeringRecord record, T thing) => LevelOf(record, thing).Name;

    protected override UnitId? UnitOf(SteeringRecord record, T thing) => LevelOf(record, thing).BodyId;

    protected override RuleCode? LockedBecause(SteeringRecord record, T thing) =>
        LevelOf(record, thing).IsOpen ? null : RuleCode.LevelLocked;

    protected override RuleCode? KeptBecause(SteeringRecord record, T thing) => LockedBecause(record, thing);

    private AmbitionLevel LevelOf(SteeringRecord record, T part) => record.AmbitionLevels.Single(l => l.Id == LevelIdOf(part));

    protected static IReadOnlyList<Option> AreasOf(SteeringRecord record, FormValues values) =>
        [
            .. record
                .AmbitionAreas.Where(a => a.LevelId.Value.ToString() == values["level"])
                .OrderBy(a => a.Number, Swedish.Order)
                .Select(a => new Option(a.GoalId.Value.ToString(), $"{a.Number} {a.ShortName}")),
        ];
}

internal sealed class LevelAreaEditor : LevelPartEditor<AmbitionArea>
{
    public const string KindKey = "niva-omrade";

    public override string Key => KindKey;
    public override ThingName Name => new("mätområde i en nivå", "mätområdet", "mätområden i nivåer", "Nytt mätområde");

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values)
    {
        var level = record.AmbitionLevels.FirstOrDefault(l => l.Id.Value.ToString() == values["level"]);
        return
        [
            LevelField(record, values),
            new("parent", "Ligger under", FieldKind.Choice)
            {
                Options = Choices.Goals(
                    record,
                    g =>
                        level is not null
                        && g.StructureId == level.StructureId
                        && LevelContent.IsOf(record.Units.Single(u => u.Id == level.BodyId), GoalRules.TopOf(record, g))
                        && record.AmbitionAreas.All(a => a.GoalId != g.Id || a.LevelId.Value.ToString() != values["level"])
                ),
            },
            new("number", "Nummer") { IsRequired = true, MaxLength = 20 },
            new("name", "Namn") { IsRequired = true },
            new("mirrors", "Speglar förtydligandena", FieldKind.Lines)
            {
                Hint = "Numren på målets förtydliganden, ett på varje rad.",
                MaxLength = 100,
            },
            new("weight", "Vikt", FieldKind.Number) { IsAdvanced = true, IsRequired = true },
            new("key", "Nyckel: rött här sänker målet", FieldKind.YesNo) { IsAdvanced = true },
            new("order", "Ordning", FieldKind.WholeNumber) { IsAdvanced = true, IsRequired = true },
        ];
    }

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(("level", given["level"]), ("parent", given["parent"]), ("weight", "1"), ("order", "99"));

    protected override AmbitionLevelId LevelIdOf(AmbitionArea part) => part.LevelId;

    protected override IEnumerable<AmbitionArea> Things(SteeringRecord record) => record.AmbitionAreas;

    protected override string IdOf(AmbitionArea thing) => $"{thing.LevelId.Value}.{thing.GoalId.Value}";

    protected override string NameOf(SteeringRecord record, AmbitionArea thing) => $"{thing.Number} {thing.ShortName}";

    protected override FormValues Read(SteeringRecord record, AmbitionArea thing) =>
        FormValues.Of(
            ("level", thing.LevelId.Value.ToString()),
            ("parent", thing.ParentId?.Value.ToString()),
            ("number", thing.Number),
            ("name", thing.ShortName),
            ("mirrors", string.Join('\n', thing.Mirrors.Select(m => Canonical.Text((int?)m)))),
            ("weight", Canonical.Text(thing.Weight)),
            ("key", Canonical.Text(thing.IsKey)),
            ("order", Canonical.Text((int?)thing.Order))
        );

    protected override AmbitionArea Make(SteeringRecord record, AmbitionArea? before, string? id, FormValues values)
    {
        var level = Level(record, values);
        var made = new AmbitionArea
        {
            OrganisationId = level.OrganisationId,
            LevelId = level.Id,
            GoalId = before?.GoalId ?? new GoalId(IdFrom(id?[(id.IndexOf('.', StringComparison.Ordinal) + 1)..])),
            ParentId = values.Id("parent") is { } p ? new GoalId(p) : null,
            Number = values["number"],
            ShortName = values["name"],
            Order = values.Whole("order")!.Value,
            Weight = values.Number("weight")!.Value,
            IsKey = values.Yes("key"),
            Mirrors = [.. values.Lines("mirrors").Select(Number).Distinct()],
            IsExample = before?.IsExample ?? false,
        };
        LevelRules.Check(record, level, made, before is null);
        return made;
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, AmbitionArea thing) =>
        LockedBecause(record, thing)
        ?? (record.AmbitionMeasures.Any(m => m.LevelId == thing.LevelId && m.AreaId == thing.GoalId) ? RuleCode.StillReferredTo : null);

    private static int Number(string line) =>
        int.TryParse(line, System.Globalization.CultureInfo.InvariantCulture, out var n) && n > 0
            ? n
            : throw new DomainRuleException(RuleCode.NotAWholeNumber, "mirrors", line);
}

internal sealed class LevelMeasureEditor : LevelPartEditor<AmbitionMeasure>
{
    public const string KindKey = "niva-matt";

    public override string Key => KindKey;
    public override ThingName Name =>
        new(
            "indikator eller aktivitet i en nivå",
            "indikatorn eller aktiviteten",
            "indikatorer och aktiviteter i nivåer",
            "Ny indikator eller aktivitet"
        );

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            LevelField(record, values),
            new("area", "Mätområde", FieldKind.Choice) { IsRequired = true, Options = AreasOf(record, values) },
            new("indicator", "Indikator", FieldKind.Choice) { Options = Choices.Indicators(record) },
            new("activity", "Eller aktivitet", FieldKind.Choice) { Options = Choices.Activities(record) },
            new("weight", "Vikt", FieldKind.Number) { IsAdvanced = true, IsRequired = true },
            new("key", "Nyckel: rött här sänker målet", FieldKind.YesNo) { IsAdvanced = true },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(("level", given["level"]), ("area", given["area"]), ("weight", "1"));

    protected override AmbitionLevelId LevelIdOf(AmbitionMeasure part) => part.LevelId;

    protected override IEnumerable<AmbitionMeasure> Things(SteeringRecord record) => record.AmbitionMeasures;

    protected override string IdOf(AmbitionMeasure thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, AmbitionMeasure thing) => LevelWords.Name(record, thing);

    protected override FormValues Read(SteeringRecord record, AmbitionMeasure thing) =>
        FormValues.Of(
            ("level", thing.LevelId.Value.ToString()),
            ("area", thing.AreaId.Value.ToString()),
            ("indicator", thing.IndicatorId?.Value.ToString()),
            ("activity", thing.ActivityId?.Value.ToString()),
            ("weight", Canonical.Text(thing.Weight)),
            ("key", Canonical.Text(thing.IsKey))
        );

    protected override AmbitionMeasure Make(SteeringRecord record, AmbitionMeasure? before, string? id, FormValues values)
    {
        var level = Level(record, values);
        var made = new AmbitionMeasure
        {
            OrganisationId = level.OrganisationId,
            Id = before?.Id ?? new AmbitionMeasureId(IdFrom(id)),
            LevelId = level.Id,
            AreaId = new GoalId(values.Id("area")!.Value),
            Order =
                before?.Order
                ?? record.AmbitionMeasures.Where(m => m.LevelId == level.Id).Select(m => m.Order).DefaultIfEmpty(-1).Max() + 1,
            IndicatorId = values.Id("indicator") is { } i ? new IndicatorId(i) : null,
            ActivityId = values.Id("activity") is { } a ? new ActivityId(a) : null,
            Weight = values.Number("weight")!.Value,
            IsKey = values.Yes("key"),
        };
        LevelRules.Check(record, made);
        return made;
    }

    public override string? Removal => base.Removal + " Ett politiskt målvärde som bara hör hit följer med.";

    /// <summary>The political targets of an indicator that nothing else in the level measures.</summary>
    protected override IEnumerable<object> Parts(SteeringRecord record, AmbitionMeasure thing) =>
        record.AmbitionMeasures.Any(m => m.Id != thing.Id && m.LevelId == thing.LevelId && m.IndicatorId == thing.IndicatorId)
            ? []
            : record.AmbitionTargets.Where(t => t.LevelId == thing.LevelId && t.IndicatorId == thing.IndicatorId);

    protected override IEnumerable<object> MakeParts(
        SteeringRecord record,
        AmbitionMeasure? before,
        AmbitionMeasure thing,
        FormValues values
    ) => before?.IndicatorId == thing.IndicatorId ? Parts(record, thing) : [];
}

/// <summary>A political target in a level: the same fields as a target has, but for what a decision gives it.</summary>
internal sealed class LevelTargetEditor : LevelPartEditor<AmbitionTarget>
{
    public const string KindKey = "niva-malvarde";

    public override string Key => KindKey;
    public override ThingName Name => new("målvärde i en nivå", "målvärdet", "målvärden i nivåer", "Nytt politiskt målvärde");

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            LevelField(record, values),
            .. TargetFields.Of(record),
            new("due", "Ska vara nått", FieldKind.Date) { Hint = "Lämna tomt om det gäller hela tiden." },
            new("why", "Varför det är så", FieldKind.PlainText) { MaxLength = 1000, Hint = "Följer med när nivåer jämförs." },
            .. TargetFields.Advanced,
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        TargetFields.Begin(record, given).With("level", given["level"]);

    protected override AmbitionLevelId LevelIdOf(AmbitionTarget part) => part.LevelId;

    protected override IEnumerable<AmbitionTarget> Things(SteeringRecord record) => record.AmbitionTargets;

    protected override string IdOf(AmbitionTarget thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, AmbitionTarget thing)
    {
        var indicator = record.Indicators.Single(i => i.Id == thing.IndicatorId);
        return $"{indicator.Name}: {IndicatorWords.Target(indicator, thing.Level())}";
    }

    protected override FormValues Read(SteeringRecord record, AmbitionTarget thing) =>
        TargetFields
            .Read(thing.IndicatorId, thing.Level())
            .With("level", thing.LevelId.Value.ToString())
            .With("due", Canonical.Text(thing.Due))
            .With("why", thing.Why);

    protected override AmbitionTarget Make(SteeringRecord record, AmbitionTarget? before, string? id, FormValues values)
    {
        var level = Level(record, values);
        var made = new AmbitionTarget(
            level.OrganisationId,
            before?.Id ?? new AmbitionTargetId(IdFrom(id)),
            level.Id,
            new IndicatorId(values.Id("indicator")!.Value),
            TargetFields.Level(values) with
            {
                Due = values.Date("due"),
            }
        )
        {
            Why = values.Text("why"),
            IsExample = before?.IsExample ?? false,
        };
        LevelRules.Check(record, made);
        return made;
    }
}
