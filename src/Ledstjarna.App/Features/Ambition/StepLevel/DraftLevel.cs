using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>A draft to be made.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="From">The level it is a copy of. Null: of what stands.</param>
/// <param name="Body">Whose goals, where it is of what stands.</param>
/// <param name="Structure">In which structure it is to be. A copy into another structure keeps the numbers that are there too.</param>
public sealed record DraftLevel(string Name, AmbitionLevelId? From, UnitId Body, GoalStructureId Structure);

/// <summary>Makes a draft by copy: of another level, or of what stands in the goals.</summary>
public sealed class DraftLevelHandler(Ledger ledger, SteeringRecords records, TimeProvider time)
{
    /// <returns>The draft's id.</returns>
    /// <exception cref="DomainRuleException">The level, body or structure is not there any more.</exception>
    public async Task<AmbitionLevelId> HandleAsync(Actor actor, DraftLevel command, CancellationToken cancellation)
    {
        actor.Require(Right.ManageLevels, command.Body);
        var id = new AmbitionLevelId(Guid.CreateVersion7());
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var from = record.AmbitionLevels.FirstOrDefault(l => l.Id == command.From);
                if (command.From is not null && from is null)
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile, "from");
                }

                if (from is not null && from.BodyId != command.Body)
                {
                    throw new DomainRuleException(RuleCode.OtherGoalsThanTheCopied, "body");
                }

                if (from is not null && from.StructureId != command.Structure)
                {
                    throw new DomainRuleException(RuleCode.OtherGoalsThanTheCopied, "structure");
                }

                var structure =
                    record.Structures.FirstOrDefault(s => s.Id == (from?.StructureId ?? command.Structure))
                    ?? throw new DomainRuleException(RuleCode.StructureUnknown, "structure");
                var body =
                    record.Units.FirstOrDefault(u => u.Id == (from?.BodyId ?? command.Body))
                    ?? throw new DomainRuleException(RuleCode.UnitUnknown, "body");
                actor.Require(Right.ManageLevels, body.Id);
                var draft = new AmbitionLevel
                {
                    OrganisationId = actor.Organisation,
                    Id = id,
                    Name = command.Name,
                    BodyId = body.Id,
                    StructureId = structure.Id,
                    PrincipleId = from?.PrincipleId ?? structure.PrincipleId,
                    CopiedFromId = from?.Id,
                    MatterId = from?.MatterId,
                };
                var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
                var day =
                    structure.Validity.To is { } to && to < today ? to
                    : structure.Validity.From is { } start && start > today ? start
                    : today;
                var content = from is null
                    ? LevelContent.Standing(record, draft, day, Guid.CreateVersion7)
                    : LevelContent.Of(record, from).CopyTo(draft, Guid.CreateVersion7);
                db.Add(draft);
                db.AddRange(content.Rows);
                return
                [
                    new ChangeEntry(
                        ChangeKind.Created,
                        LevelEditor.KindKey,
                        id.Value.ToString(),
                        draft.Name,
                        [
                            new FieldChange("name", "Namn", null, draft.Name),
                            new FieldChange("copyOf", "Kopia av", null, from?.Name ?? "det som gäller"),
                            new FieldChange("areas", "Antal mätområden", null, Forms.Canonical.Text((int?)content.Areas.Count)),
                            new FieldChange(
                                "targets",
                                "Antal politiska målvärden",
                                null,
                                Forms.Canonical.Text((int?)content.Targets.Count)
                            ),
                        ]
                    ),
                ];
            },
            cancellation
        );
        return id;
    }
}
