using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Goals;

/// <summary>A political strategy, the adopted one or a competing proposal, and the goals it feeds.</summary>
internal sealed class StrategyEditor : GoalPartEditor<Strategy>
{
    public override string Key => "strategi";
    public override ThingName Name => new("politisk strategi", "strategin", "politiska strategier", "Ny politisk strategi");
    public override IReadOnlyList<Right> Rights => [Right.ManageStrategies];
    public override (string LastDay, string Decision)? Ending => ("lastDay", "endedBy");

    public override Right RightFor(FormValues values) => Right.ManageStrategies;

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            GoalField(record),
            new("text", "Strategin i ord", FieldKind.LongText) { IsRequired = true, MaxLength = 4000 },
            new("state", "Läge", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<StrategyState>(ChoiceWords.Name) },
            new("proposer", "Förslagsställare") { Hint = "Organ eller partigrupp." },
            new("decision", "Beslut", FieldKind.Choice) { Options = Choices.Decisions(record) },
            new("alsoFeeds", "Bidrar också till", FieldKind.Choices)
            {
                IsAdvanced = true,
                Options = Choices.Goals(record, g => g.Kind == GoalKind.Council),
            },
            new("competesWith", "Ställdes mot", FieldKind.Choice)
            {
                IsAdvanced = true,
                Options = [.. record.Strategies.Select(s => new Option(s.Id.Value.ToString(), NameOf(record, s)))],
            },
            new("reservations", "Reservationer", FieldKind.LongText) { IsAdvanced = true, MaxLength = 4000 },
            new("order", "Plats i listan", FieldKind.WholeNumber) { IsAdvanced = true },
            LastDay,
            EndedBy(record),
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(
            ("goal", given["goal"]),
            ("state", nameof(StrategyState.Proposed)),
            ("order", Canonical.Text(record.Strategies.Count))
        );

    protected override IEnumerable<Strategy> Things(SteeringRecord record) =>
        record.Strategies.OrderBy(s => GoalOf(record, s)?.Number, Swedish.Order);

    protected override GoalId GoalIdOf(Strategy part) => part.GoalId;

    protected override string IdOf(Strategy thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Strategy thing) =>
        $"{GoalOf(record, thing)?.Number}: {(thing.Text.Length > 80 ? thing.Text[..80] + "…" : thing.Text)}";

    protected override FormValues Read(SteeringRecord record, Strategy thing) =>
        FormValues.Of(
            ("goal", thing.GoalId.Value.ToString()),
            ("text", thing.Text),
            ("state", thing.State.ToString()),
            ("proposer", thing.Proposer),
            ("decision", thing.DecisionId?.Value.ToString()),
            (
                "alsoFeeds",
                string.Join(
                    '\n',
                    Choices
                        .Goals(record, g => record.StrategyGoals.Any(s => s.StrategyId == thing.Id && s.GoalId == g.Id))
                        .Select(o => o.Value)
                )
            ),
            ("competesWith", thing.CompetesWithId?.Value.ToString()),
            ("reservations", thing.Reservations),
            ("order", Canonical.Text(thing.Order)),
            ("lastDay", Canonical.Text(thing.LastDay)),
            ("endedBy", thing.EndedBy?.Value.ToString())
        );

    protected override Strategy Make(SteeringRecord record, Strategy? before, string? id, FormValues values)
    {
        var strategy = new Strategy
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = before?.Id ?? new StrategyId(IdFrom(id)),
            GoalId = Goal(record, values),
            Order = values.Whole("order") ?? 0,
            Text = values["text"],
            State = values.Enum<StrategyState>("state"),
            Proposer = values.Text("proposer"),
            CompetesWithId = values.Id("competesWith") is { } c ? new StrategyId(c) : null,
            Reservations = values.Text("reservations"),
            DecisionId = Decision(values, "decision"),
            LastDay = values.Date("lastDay"),
            EndedBy = Decision(values, "endedBy"),
        };
        CheckEnding(before is not null && new Retention(record).Keeps(before.GoalId), before?.LastDay, values);
        return strategy.CompetesWithId == strategy.Id
            ? throw new DomainRuleException(RuleCode.ParentBelowItself, "competesWith")
            : strategy;
    }

    protected override IEnumerable<object> Parts(SteeringRecord record, Strategy thing) =>
        record.StrategyGoals.Where(s => s.StrategyId == thing.Id);

    protected override IEnumerable<object> MakeParts(SteeringRecord record, Strategy? before, Strategy thing, FormValues values) =>
        values
            .Ids("alsoFeeds")
            .Where(g => g != thing.GoalId.Value)
            .Select(g => new StrategyGoal
            {
                OrganisationId = thing.OrganisationId,
                StrategyId = thing.Id,
                GoalId = new GoalId(g),
            });

    protected override RuleCode? KeptBecause(SteeringRecord record, Strategy thing) =>
        thing.State == StrategyState.Adopted && new Retention(record).Keeps(thing.GoalId) ? RuleCode.PartOfDecidedFollowUp
        : record.Strategies.Any(s => s.CompetesWithId == thing.Id) ? RuleCode.StillReferredTo
        : null;
}
