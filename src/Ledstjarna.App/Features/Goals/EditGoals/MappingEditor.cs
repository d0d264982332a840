using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Goals;

/// <summary>A goal's or an indicator's place in another order of goals.</summary>
internal sealed class MappingEditor : Editor<Mapping>
{
    public override string Key => "koppling";
    public override ThingName Name => new("koppling", "kopplingen", "kopplingar till andra mål och målgrupper", "Ny koppling");
    public override string Group => "Målen";
    public override IReadOnlyList<Right> Rights => [Right.ManageGoals];

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("goal", "Mål", FieldKind.Choice) { Options = Choices.Goals(record), Hint = "Välj ett mål eller en indikator." },
            new("indicator", "Indikator", FieldKind.Choice) { Options = Choices.Indicators(record) },
            new("system", "Kopplas till", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<MappingSystem>(ChoiceWords.Name) },
            new("code", "Nummer där") { MaxLength = 40, Hint = "Till exempel 11.2. Lämna tomt om det inte har något." },
            new("title", "Namn där") { IsRequired = true, MaxLength = 300 },
        ];

    public override FormValues Begin(SteeringRecord record, FormValues given) =>
        FormValues.Of(("goal", given["goal"]), ("indicator", given["indicator"]));

    protected override IEnumerable<Mapping> Things(SteeringRecord record) => record.Mappings;

    protected override string IdOf(Mapping thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, Mapping thing) =>
        $"{(record.Goals.FirstOrDefault(g => g.Id == thing.GoalId) is { } goal ? Choices.Name(goal) : record.Indicators.FirstOrDefault(i => i.Id == thing.IndicatorId)?.Name)} → {ChoiceWords.Name(thing.System)} {thing.Code} {thing.Title}";

    protected override FormValues Read(SteeringRecord record, Mapping thing) =>
        FormValues.Of(
            ("goal", thing.GoalId?.Value.ToString()),
            ("indicator", thing.IndicatorId?.Value.ToString()),
            ("system", thing.System.ToString()),
            ("code", thing.Code),
            ("title", thing.Title)
        );

    protected override Mapping Make(SteeringRecord record, Mapping? before, string? id, FormValues values) =>
        values.Has("goal") == values.Has("indicator")
            ? throw new DomainRuleException(RuleCode.GoalUnknown, "goal")
            : new Mapping
            {
                OrganisationId = record.Organisation.OrganisationId,
                Id = before?.Id ?? new MappingId(IdFrom(id)),
                GoalId = values.Id("goal") is { } g ? new GoalId(g) : null,
                IndicatorId = values.Id("indicator") is { } i ? new IndicatorId(i) : null,
                System = values.Enum<MappingSystem>("system"),
                Code = values.Text("code"),
                Title = values["title"],
            };
}
