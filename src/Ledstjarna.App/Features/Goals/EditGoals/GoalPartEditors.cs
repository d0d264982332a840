using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Goals;

/// <summary>Something that belongs to one goal: whose it is, and where it is seen, is the goal's matter.</summary>
internal abstract class GoalPartEditor<T> : Editor<T>
    where T : class
{
    public override string Group => "Målen";
    public override IReadOnlyList<Right> Rights => [Right.ManageGoals, Right.ManageUnitGoals];

    public override string? SeenAt(SteeringRecord record, string id) =>
        FindThing(record, id) is { } part && GoalOf(record, part) is { } goal ? $"mal/{Uri.EscapeDataString(goal.Number)}" : null;

    public override FormValues Begin(SteeringRecord record, FormValues given) => FormValues.Of(("goal", given["goal"]));

    protected abstract GoalId GoalIdOf(T part);

    protected Goal? GoalOf(SteeringRecord record, T part) => record.Goals.FirstOrDefault(g => g.Id == GoalIdOf(part));

    protected override string? HeadingOf(SteeringRecord record, T thing) =>
        GoalOf(record, thing) is { } goal ? Choices.StructureName(record, goal) : null;

    /// <summary>A body secretary manages the parts of the unit's own goals; the others' are no unit's.</summary>
    protected override UnitId? UnitOf(SteeringRecord record, T thing) =>
        GoalOf(record, thing) is { Kind: GoalKind.Committee } goal ? goal.UnitId : null;

    public override Right RightFor(FormValues values) => Right.ManageUnitGoals;

    protected static GoalId Goal(SteeringRecord record, FormValues values, string field = "goal") =>
        values.Id(field) is { } id && record.Goals.Any(g => g.Id.Value == id)
            ? new GoalId(id)
            : throw new DomainRuleException(RuleCode.GoalUnknown, field);

    protected static Field GoalField(SteeringRecord record, Func<Goal, bool>? among = null) =>
        new("goal", "Mål", FieldKind.Choice) { IsRequired = true, Options = Choices.Goals(record, among) };

    protected static Field LastDay => new("lastDay", "Sista dag", FieldKind.Date) { IsAdvanced = true, Hint = "Bara om det avslutas." };

    protected static Field EndedBy(SteeringRecord record) =>
        new("endedBy", "Avslutat genom beslut", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Decisions(record) };

    protected static DecisionId? Decision(FormValues values, string field) => values.Id(field) is { } d ? new DecisionId(d) : null;

    /// <summary>What has been part of a decided follow-up is ended by a decision.</summary>
    protected static void CheckEnding(bool isKept, DateOnly? was, FormValues values)
    {
        if (isKept && values.Date("lastDay") is { } day && day != was && !values.Has("endedBy"))
        {
            throw new DomainRuleException(RuleCode.DecisionMissing, "endedBy");
        }
    }
}

internal sealed class ClarificationEditor : GoalPartEditor<Clarification>
{
    public override string Key => "fortydligande";
    public override ThingName Name => new("förtydligande", "förtydligandet", "förtydliganden", "Nytt förtydligande");
    public override (string LastDay, string Decision)? Ending => ("lastDay", "endedBy");

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            GoalField(record),
            new("number", "Nummer", FieldKind.WholeNumber) { IsRequired = true, Hint = "1 för målets första." },
            new("text", "Vad målet betyder", FieldKind.PlainText) { IsRequired = true, MaxLength = 4000 },
            LastDay,
            EndedBy(record),
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(
            ("goal", given["goal"]),
            (
                "number",
                Canonical.Text(
                    record
                        .Clarifications.Where(c => c.GoalId.Value.ToString() == given["goal"])
                        .Select(c => c.Number)
                        .DefaultIfEmpty()
                        .Max() + 1
                )
            )
        );

    protected override IEnumerable<Clarification> Things(SteeringRecord record) =>
        record.Clarifications.OrderBy(c => GoalOf(record, c)?.Number, Swedish.Order).ThenBy(c => c.Number);

    protected override GoalId GoalIdOf(Clarification part) => part.GoalId;

    protected override string IdOf(Clarification thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{thing.GoalId.Value}.{thing.Number}");

    protected override string NameOf(SteeringRecord record, Clarification thing) =>
        $"Mål {GoalOf(record, thing)?.Number}, nr {thing.Number}: {thing.Text}";

    protected override FormValues Read(SteeringRecord record, Clarification thing) =>
        FormValues.Of(
            ("goal", thing.GoalId.Value.ToString()),
            ("number", Canonical.Text(thing.Number)),
            ("text", thing.Text),
            ("lastDay", Canonical.Text(thing.LastDay)),
            ("endedBy", thing.EndedBy?.Value.ToString())
        );

    protected override Clarification Make(SteeringRecord record, Clarification? before, string? id, FormValues values)
    {
        CheckEnding(before is not null && new Retention(record).Keeps(before), before?.LastDay, values);
        var made = new Clarification
        {
            OrganisationId = record.Organisation.OrganisationId,
            GoalId = Goal(record, values),
            Number = values.Whole("number")!.Value,
            Text = values["text"],
            LastDay = values.Date("lastDay"),
            EndedBy = Decision(values, "endedBy"),
            IsExample = before?.IsExample ?? false,
        };
        return (before is null || IdOf(before) != IdOf(made)) && FindThing(record, IdOf(made)) is not null
            ? throw new DomainRuleException(RuleCode.NumberTaken, "number")
            : made;
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, Clarification thing) =>
        new Retention(record).Keeps(thing) ? RuleCode.PartOfDecidedFollowUp : null;
}

internal sealed class ExpectedOutcomeEditor : GoalPartEditor<ExpectedOutcome>
{
    public override string Key => "forvantan";
    public override ThingName Name =>
        new("förväntad måluppfyllelse", "den förväntade måluppfyllelsen", "förväntad måluppfyllelse", "Ny förväntad måluppfyllelse");

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            GoalField(record),
            new("budgetYear", "Budgetår", FieldKind.WholeNumber) { Hint = "Lämna tomt för hela mandatperioden." },
            new("text", "Vad som väntas", FieldKind.LongText) { IsRequired = true, MaxLength = 4000 },
        ];

    protected override IEnumerable<ExpectedOutcome> Things(SteeringRecord record) =>
        record.ExpectedOutcomes.OrderBy(o => GoalOf(record, o)?.Number, Swedish.Order).ThenBy(o => o.BudgetYear);

    protected override GoalId GoalIdOf(ExpectedOutcome part) => part.GoalId;

    protected override string IdOf(ExpectedOutcome thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{thing.GoalId.Value}.{thing.BudgetYear}");

    protected override string NameOf(SteeringRecord record, ExpectedOutcome thing) =>
        $"Mål {GoalOf(record, thing)?.Number}, {(thing.BudgetYear == 0 ? "hela mandatperioden" : thing.BudgetYear)}: {thing.Text}";

    protected override FormValues Read(SteeringRecord record, ExpectedOutcome thing) =>
        FormValues.Of(
            ("goal", thing.GoalId.Value.ToString()),
            ("budgetYear", thing.BudgetYear == 0 ? "" : Canonical.Text(thing.BudgetYear)),
            ("text", thing.Text)
        );

    protected override ExpectedOutcome Make(SteeringRecord record, ExpectedOutcome? before, string? id, FormValues values)
    {
        var made = new ExpectedOutcome
        {
            OrganisationId = record.Organisation.OrganisationId,
            GoalId = Goal(record, values),
            BudgetYear = values.Whole("budgetYear") is { } year
                ? (year is >= 1900 and <= 2200 ? year : throw new DomainRuleException(RuleCode.TooLarge, "budgetYear"))
                : 0,
            Text = values["text"],
            IsExample = before?.IsExample ?? false,
        };
        return (before is null || IdOf(before) != IdOf(made)) && FindThing(record, IdOf(made)) is not null
            ? throw new DomainRuleException(RuleCode.NumberTaken, "budgetYear")
            : made;
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, ExpectedOutcome thing) =>
        new Retention(record).Keeps(thing.GoalId) ? RuleCode.PartOfDecidedFollowUp : null;
}

internal sealed class GoalSourceEditor : GoalPartEditor<GoalSource>
{
    public override string Key => "underlag";
    public override ThingName Name => new("underlag", "underlaget", "underlag till mål", "Nytt underlag");

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            GoalField(record),
            new("kind", "Slag", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<GoalSourceKind>(ChoiceWords.Name) },
            new("title", "Vad det är") { IsRequired = true, MaxLength = 300 },
            new("note", "Vad målet hämtar från det", FieldKind.LongText) { MaxLength = 4000 },
            new("decision", "Beslut", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Decisions(record) },
            new("document", "Styrdokument", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Documents(record) },
            new("address", "Adress på webben") { IsAdvanced = true, MaxLength = 500 },
        ];

    protected override IEnumerable<GoalSource> Things(SteeringRecord record) => record.GoalSources;

    protected override GoalId GoalIdOf(GoalSource part) => part.GoalId;

    protected override string IdOf(GoalSource thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, GoalSource thing) => $"Mål {GoalOf(record, thing)?.Number}: {thing.Title}";

    protected override FormValues Read(SteeringRecord record, GoalSource thing) =>
        FormValues.Of(
            ("goal", thing.GoalId.Value.ToString()),
            ("kind", thing.Kind.ToString()),
            ("title", thing.Title),
            ("note", thing.Note),
            ("decision", thing.DecisionId?.Value.ToString()),
            ("document", thing.DocumentId?.Value.ToString()),
            ("address", thing.Address)
        );

    protected override GoalSource Make(SteeringRecord record, GoalSource? before, string? id, FormValues values) =>
        new()
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new GoalSourceId(IdFrom(id)),
            GoalId = Goal(record, values),
            Kind = values.Enum<GoalSourceKind>("kind"),
            Title = values["title"],
            Note = values.Text("note"),
            Address = values.Text("address"),
            DecisionId = Decision(values, "decision"),
            DocumentId = values.Id("document") is { } d ? new DocumentId(d) : null,
        };
}

internal sealed class ConventionEditor : GoalPartEditor<ConventionEffect>
{
    public override string Key => "barnkonvention";
    public override ThingName Name =>
        new("koppling till barnkonventionen", "kopplingen", "kopplingar till barnkonventionen", "Ny koppling till barnkonventionen");

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            GoalField(record),
            new("article", "Artikel", FieldKind.WholeNumber) { IsRequired = true, Hint = "1–54" },
            new("effect", "Verkan", FieldKind.Choice)
            {
                IsRequired = true,
                Options = [new("1", "Positiv (+)"), new("0", "Ingen (0)"), new("-1", "Negativ (−)")],
            },
            new("text", "Hur", FieldKind.LongText) { MaxLength = 4000 },
            new("isEspecially", "Gäller särskilt det här målet", FieldKind.YesNo) { IsAdvanced = true },
        ];

    protected override IEnumerable<ConventionEffect> Things(SteeringRecord record) =>
        record.ConventionEffects.OrderBy(e => e.Article).ThenBy(e => GoalOf(record, e)?.Number, Swedish.Order);

    protected override GoalId GoalIdOf(ConventionEffect part) => part.GoalId;

    protected override string IdOf(ConventionEffect thing) =>
        string.Create(CultureInfo.InvariantCulture, $"{thing.GoalId.Value}.{thing.Article}");

    protected override string NameOf(SteeringRecord record, ConventionEffect thing) =>
        $"Artikel {thing.Article}, mål {GoalOf(record, thing)?.Number}";

    protected override FormValues Read(SteeringRecord record, ConventionEffect thing) =>
        FormValues.Of(
            ("goal", thing.GoalId.Value.ToString()),
            ("article", Canonical.Text(thing.Article)),
            ("effect", Canonical.Text(thing.Effect)),
            ("text", thing.Text),
            ("isEspecially", Canonical.Text(thing.IsEspecially))
        );

    protected override ConventionEffect Make(SteeringRecord record, ConventionEffect? before, string? id, FormValues values)
    {
        var made = new ConventionEffect
        {
            OrganisationId = record.Organisation.OrganisationId,
            GoalId = Goal(record, values),
            Article = values.Whole("article")!.Value,
            Effect = values.Whole("effect")!.Value,
            IsEspecially = values.Yes("isEspecially"),
            Text = values.Text("text"),
        };
        return (before is null || IdOf(before) != IdOf(made)) && FindThing(record, IdOf(made)) is not null
            ? throw new DomainRuleException(RuleCode.NumberTaken, "article")
            : made;
    }
}
