using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Goals;

/// <summary>A node of a structure, with what it contributes to and the global goals it is linked to.</summary>
internal sealed class GoalEditor : Editor<Goal>
{
    public const string KindKey = "mal";

    public override string Key => KindKey;
    public override ThingName Name => new("mål eller mätområde", "målet", "mål och mätområden", "Nytt mål eller mätområde");
    public override string Group => "Målen";
    public override IReadOnlyList<Right> Rights => [Right.ManageGoals, Right.ManageUnitGoals];
    public override (string LastDay, string Decision)? Ending => ("to", "endedBy");

    public override Right RightFor(FormValues values) =>
        values["kind"] == nameof(GoalKind.Committee) ? Right.ManageUnitGoals : Right.ManageGoals;

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values)
    {
        var structure = values["structure"];
        return
        [
            new("structure", "Målstruktur", FieldKind.Choice) { IsRequired = true, Options = Choices.Structures(record) },
            new("parent", "Ligger under", FieldKind.Choice)
            {
                Hint = "Lämna tomt för ett mål på översta nivån.",
                Options = Choices.Goals(record, g => structure.Length == 0 || g.StructureId.Value.ToString() == structure),
            },
            new("kind", "Vems mål", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<GoalKind>(ChoiceWords.Name) },
            new("number", "Nummer")
            {
                IsRequired = true,
                MaxLength = 20,
                Hint = "Som ni skriver det: 4 eller 4.2.",
            },
            new("shortName", "Kort namn") { IsRequired = true },
            new("wording", "Formulering", FieldKind.PlainText) { MaxLength = 4000 },
            new("unit", "Ansvarig enhet", FieldKind.Choice)
            {
                Options = Choices.Units(record),
                Hint = "Äger nämndens eller bolagets mål; svarar för uppföljningen av andra.",
            },
            new("contributes", "Bidrar till", FieldKind.Choices)
            {
                Hint = "Bara för nämnders och bolags egna mål.",
                Options = Choices.Goals(
                    record,
                    g => g is { Level: 0, Kind: GoalKind.Council } && (structure.Length == 0 || g.StructureId.Value.ToString() == structure)
                ),
            },
            new("decision", "Beslut", FieldKind.Choice) { Options = Choices.Decisions(record) },
            new("globalGoals", "Globala mål", FieldKind.Choices)
            {
                IsAdvanced = true,
                Options = [.. Enumerable.Range(1, 17).Select(n => new Option(Canonical.Text(n), $"{n}. {GlobalGoalWords.Title(n)}"))],
            },
            new("mirrors", "Speglar förtydliganden nummer", FieldKind.Lines)
            {
                IsAdvanced = true,
                Hint = "För mätområden: ett nummer på varje rad.",
            },
            new("order", "Plats bland syskonen", FieldKind.WholeNumber) { IsAdvanced = true },
            new("weight", "Vikt", FieldKind.Number) { IsAdvanced = true, Hint = "1 om alla väger lika." },
            new("isKey", "Nyckeldel: drar ner det som ligger över om den inte är uppfylld", FieldKind.YesNo) { IsAdvanced = true },
            new("economyMark", "God ekonomisk hushållning", FieldKind.Choice)
            {
                IsAdvanced = true,
                IsRequired = true,
                Options = Choices.Of<EconomyMark>(ChoiceWords.Name),
            },
            new("from", "Gäller från och med", FieldKind.Date) { IsAdvanced = true, Hint = "Bara om det är senare än målstrukturen." },
            new("to", "Sista dag", FieldKind.Date) { IsAdvanced = true, Hint = "Bara om det avslutas före målstrukturen." },
            new("endedBy", "Avslutat genom beslut", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Decisions(record) },
        ];
    }

    public override FormValues Begin(SteeringRecord record, FormValues given)
    {
        var parent = record.Goals.FirstOrDefault(g => g.Id.Value.ToString() == given["parent"]);
        var structure =
            parent?.StructureId
            ?? (record.Structures.Count > 0 ? record.Structures.OrderByDescending(s => s.Validity.From).First().Id : null);
        var siblings = record.Goals.Where(g => g.StructureId == structure && g.ParentId == parent?.Id).ToList();
        return FormValues.Of(
            ("structure", given["structure"].Length > 0 ? given["structure"] : structure?.Value.ToString()),
            ("parent", parent?.Id.Value.ToString()),
            ("kind", (parent?.Kind ?? GoalKind.Council).ToString()),
            ("number", parent is null ? Canonical.Text(siblings.Count + 1) : $"{parent.Number}.{siblings.Count + 1}"),
            ("unit", parent?.UnitId?.Value.ToString()),
            ("order", Canonical.Text(siblings.Count == 0 ? 0 : siblings.Max(g => g.Order) + 1)),
            ("weight", "1"),
            ("economyMark", nameof(EconomyMark.None))
        );
    }

    public override string? SeenAt(SteeringRecord record, string id) =>
        FindThing(record, id) is { } goal ? $"mal/{Uri.EscapeDataString(goal.Number)}" : null;

    protected override IEnumerable<Goal> Things(SteeringRecord record) =>
        record.Structures.OrderByDescending(s => s.Validity.From).SelectMany(s => Choices.InOrder(record, s.Id));

    protected override string IdOf(Goal thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Goal thing) => Choices.Name(thing);

    protected override string? HeadingOf(SteeringRecord record, Goal thing) => Choices.StructureName(record, thing);

    protected override UnitId? UnitOf(SteeringRecord record, Goal thing) => thing.Kind == GoalKind.Committee ? thing.UnitId : null;

    protected override FormValues Read(SteeringRecord record, Goal thing) =>
        FormValues.Of(
            ("structure", thing.StructureId.Value.ToString()),
            ("parent", thing.ParentId?.Value.ToString()),
            ("kind", thing.Kind.ToString()),
            ("number", thing.Number),
            ("shortName", thing.ShortName),
            ("wording", thing.Wording),
            ("unit", thing.UnitId?.Value.ToString()),
            (
                "contributes",
                Canonical.Text(
                    Things(record)
                        .Where(g => record.Contributions.Any(c => c.GoalId == thing.Id && c.CouncilGoalId == g.Id))
                        .Select(g => g.Id.Value)
                )
            ),
            ("decision", thing.DecisionId?.Value.ToString()),
            (
                "globalGoals",
                string.Join(
                    '\n',
                    record.GlobalGoals.Where(l => l.GoalId == thing.Id).Select(l => l.GlobalGoal).Order().Select(n => Canonical.Text(n))
                )
            ),
            ("mirrors", string.Join('\n', thing.Mirrors)),
            ("order", Canonical.Text(thing.Order)),
            ("weight", Canonical.Text(thing.Weight)),
            ("isKey", Canonical.Text(thing.IsKey)),
            ("economyMark", thing.EconomyMark.ToString()),
            ("from", Canonical.Text(thing.Validity.From)),
            ("to", Canonical.Text(thing.Validity.To)),
            ("endedBy", thing.EndedBy?.Value.ToString())
        );

    protected override Goal Make(SteeringRecord record, Goal? before, string? id, FormValues values)
    {
        var structure =
            record.Structures.FirstOrDefault(s => s.Id.Value == values.Id("structure"))
            ?? throw new DomainRuleException(RuleCode.ChoiceUnknown, "structure");
        GoalId? parent = values.Id("parent") is { } p ? new GoalId(p) : null;
        var goal = new Goal
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new GoalId(IdFrom(id)),
            StructureId = structure.Id,
            ParentId = parent,
            Kind = parent is null
                ? values.Enum<GoalKind>("kind")
                : record.Goals.FirstOrDefault(g => g.Id == parent)?.Kind ?? values.Enum<GoalKind>("kind"),
            Level = GoalRules.LevelUnder(record, structure, parent),
            Number = values["number"],
            ShortName = values["shortName"],
            Wording = values.Text("wording"),
            Order = values.Whole("order") ?? 0,
            Weight = values.Number("weight") ?? 1,
            IsKey = values.Yes("isKey"),
            EconomyMark = values.Enum<EconomyMark>("economyMark"),
            UnitId = values.Id("unit") is { } u ? new UnitId(u) : null,
            DecisionId = values.Id("decision") is { } d ? new DecisionId(d) : null,
            Validity = new Validity(values.Date("from"), values.Date("to")),
            EndedBy = values.Id("endedBy") is { } e ? new DecisionId(e) : null,
            Mirrors = [.. values.Lines("mirrors").Select(Phrase)],
            IsExample = before?.IsExample ?? false,
        };
        GoalRules.Check(record, goal);
        return goal;
    }

    protected override IEnumerable<object> Parts(SteeringRecord record, Goal thing) =>
        [
            .. record.Contributions.Where(c => c.GoalId == thing.Id),
            .. record.GlobalGoals.Where(l => l.GoalId == thing.Id),
            .. GoalRules.Below(record, thing.Id),
        ];

    /// <summary>What it contributes to and is linked to; and the goals below, which follow it to another level or kind.</summary>
    protected override IEnumerable<object> MakeParts(SteeringRecord record, Goal? before, Goal thing, FormValues values)
    {
        var known = record.GlobalGoals.Where(l => l.GoalId == thing.Id).ToDictionary(l => l.GlobalGoal);
        foreach (var council in values.Ids("contributes").Select(c => new GoalId(c)))
        {
            GoalRules.CheckContribution(record, thing, council);
            yield return new Contribution
            {
                OrganisationId = thing.OrganisationId,
                GoalId = thing.Id,
                CouncilGoalId = council,
            };
        }

        foreach (var number in values.Lines("globalGoals").Select(n => int.Parse(n, CultureInfo.InvariantCulture)))
        {
            yield return known.GetValueOrDefault(number)
                ?? new GlobalGoalLink
                {
                    OrganisationId = thing.OrganisationId,
                    GoalId = thing.Id,
                    GlobalGoal = number,
                };
        }

        foreach (var below in GoalRules.Below(record, thing.Id))
        {
            yield return GoalMoves.Follow(below, thing, thing.Level - before!.Level);
        }
    }

    protected override RuleCode? KeptBecause(SteeringRecord record, Goal thing) =>
        new Retention(record).Keeps(thing) ? RuleCode.PartOfDecidedFollowUp
        : record.Goals.Any(g => g.ParentId == thing.Id) || record.Measures.Any(m => m.GoalId == thing.Id) ? RuleCode.StillReferredTo
        : null;

    private static int Phrase(string line) =>
        int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new DomainRuleException(RuleCode.NotAWholeNumber, "mirrors", line);
}
