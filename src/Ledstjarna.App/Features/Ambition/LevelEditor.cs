using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>A level as a whole. New ones are made as drafts from another or from what stands.</summary>
internal sealed class LevelEditor : Editor<AmbitionLevel>
{
    public const string KindKey = "niva";

    public override string Key => KindKey;
    public override ThingName Name => new("ambitionsnivå", "ambitionsnivån", "ambitionsnivåer", "");
    public override string Group => "Ambitionsnivån";
    public override IReadOnlyList<Right> Rights => [Right.ManageLevels];
    public override bool CanAdd => false;
    public override string? Removal =>
        "Utkastet slängs med allt det innehåller. Ändringsloggen minns att det fanns, men det går inte att få tillbaka.";

    public override IReadOnlyList<Field> Fields(SteeringRecord record, FormValues values) =>
        [
            new("name", "Namn") { IsRequired = true, MaxLength = 200 },
            new("principle", "Princip för bedömning", FieldKind.Choice) { IsRequired = true, Options = Choices.Principles(record) },
            new("matter", "Ärende", FieldKind.Choice) { Options = Choices.Matters(record) },
            new("note", "Vad nivån ändrar och varför", FieldKind.LongText) { MaxLength = 4000 },
        ];

    public override string? SeenAt(SteeringRecord record, string id) => $"nivaer/{id}";

    protected override IEnumerable<AmbitionLevel> Things(SteeringRecord record) => record.AmbitionLevels;

    protected override string IdOf(AmbitionLevel thing) => thing.Id.Value.ToString();

    protected override string NameOf(SteeringRecord record, AmbitionLevel thing) => thing.Name;

    protected override UnitId? UnitOf(SteeringRecord record, AmbitionLevel thing) => thing.BodyId;

    protected override FormValues Read(SteeringRecord record, AmbitionLevel thing) =>
        FormValues.Of(
            ("name", thing.Name),
            ("principle", thing.PrincipleId.Value.ToString()),
            ("matter", thing.MatterId?.Value.ToString()),
            ("note", thing.Note)
        );

    protected override AmbitionLevel Make(SteeringRecord record, AmbitionLevel? before, string? id, FormValues values) =>
        (before ?? throw new DomainRuleException(RuleCode.NothingToUndo)) with
        {
            Name = values["name"],
            PrincipleId = new PrincipleId(values.Id("principle")!.Value),
            MatterId = values.Id("matter") is { } m ? new MatterId(m) : null,
            Note = values.Text("note"),
        };

    protected override RuleCode? LockedBecause(SteeringRecord record, AmbitionLevel thing) => thing.IsOpen ? null : RuleCode.LevelLocked;

    protected override RuleCode? KeptBecause(SteeringRecord record, AmbitionLevel thing) =>
        !thing.IsOpen ? RuleCode.LevelLocked
        : record.AmbitionLevels.Any(l => l.CopiedFromId == thing.Id) ? RuleCode.StillReferredTo
        : null;

    /// <summary>A draft that is thrown away goes with all it holds.</summary>
    protected override IEnumerable<object> Parts(SteeringRecord record, AmbitionLevel thing) => LevelContent.Of(record, thing).Rows;

    protected override IEnumerable<object> MakeParts(
        SteeringRecord record,
        AmbitionLevel? before,
        AmbitionLevel thing,
        FormValues values
    ) => LevelContent.Of(record, thing).Rows;
}
