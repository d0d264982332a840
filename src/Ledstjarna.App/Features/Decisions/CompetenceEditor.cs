using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>The table of who may decide what: one line for every kind of thing.</summary>
internal sealed class CompetenceEditor : Editor<Competence>
{
    public override string Key => "beslutanderatt";
    public override ThingName Name => new("beslutanderätt", "beslutanderätten", "beslutanderätt", "");
    public override string Group => "Organisationen";
    public override IReadOnlyList<Right> Rights => [Right.ManageOrganisation];
    public override bool CanAdd => false;

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("bodies", "Får besluta", FieldKind.Choices)
            {
                Options = [.. Choices.Of<UnitKind>(ChoiceWords.Name).Where(o => Enum.Parse<UnitKind>(o.Value) < UnitKind.Administration)],
                Hint = "När något annat organ beslutar varnar Ledstjärna och ber om ett skäl.",
            },
        ];

    /// <summary>One that is as it ships is no row.</summary>
    public override IReadOnlyList<object> Rows(SteeringRecord record, string id) => [.. record.Competences.Where(c => IdOf(c) == id)];

    protected override IEnumerable<Competence> Things(SteeringRecord record) =>
        Enum.GetValues<GovernedKind>().Select(k => Competence.Of(record, k));

    protected override string IdOf(Competence thing) => thing.Kind.ToString();

    protected override string NameOf(SteeringRecord record, Competence thing) => DecisionWords.Name(thing.Kind);

    protected override FormValues Read(SteeringRecord record, Competence thing) =>
        FormValues.Of(("bodies", string.Join('\n', thing.Bodies)));

    protected override Competence Make(SteeringRecord record, Competence? before, string? id, FormValues values) =>
        new()
        {
            OrganisationId = record.Organisation.OrganisationId,
            Kind = Enum.Parse<GovernedKind>(id!),
            Bodies = values.Lines("bodies"),
        };

    protected override Domain.RuleCode? KeptBecause(SteeringRecord record, Competence thing) => Domain.RuleCode.StillReferredTo;
}
