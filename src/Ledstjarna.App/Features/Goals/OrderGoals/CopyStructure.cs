using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Goals;

/// <summary>A structure to be copied.</summary>
/// <param name="Structure">Which.</param>
/// <param name="Name">The copy's.</param>
/// <param name="From">The copy's first day. The old one ends the day before, where it has no end.</param>
/// <param name="Decision">The decision behind the copy. Null: none yet.</param>
/// <param name="Parts">What follows.</param>
/// <param name="Why">The reason given; needed when the body may not decide it.</param>
public sealed record CopyStructure(
    GoalStructureId Structure,
    string Name,
    DateOnly From,
    DecisionId? Decision,
    CopiedParts Parts,
    string? Why
);

/// <summary>Copies a structure with all that belongs to its goals: all of it or nothing.</summary>
public sealed class CopyStructureHandler(Ledger ledger, SteeringRecords records)
{
    private static readonly StructureEditor Editor = new();

    /// <returns>The copy's id.</returns>
    /// <exception cref="DomainRuleException">The structure is not there any more, or the copy cannot be valid from that day.</exception>
    public async Task<GoalStructureId> HandleAsync(Actor actor, CopyStructure command, CancellationToken cancellation)
    {
        actor.Require(Right.ManageGoals);
        var id = new GoalStructureId(Guid.CreateVersion7());
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var old =
                    record.Structures.FirstOrDefault(s => s.Id == command.Structure)
                    ?? throw new DomainRuleException(RuleCode.StructureUnknown);
                var made = new GoalStructure
                {
                    OrganisationId = actor.Organisation,
                    Id = id,
                    Name = command.Name,
                    Stem = old.Stem,
                    LevelNames = old.LevelNames,
                    Validity = new Validity(command.From, null),
                    DecisionId = command.Decision,
                    PrincipleId = old.PrincipleId,
                };
                Reasons.Require(record, [], [made], command.Why);
                var copy = new StructureCopy(record, old, made, command.Parts, Guid.CreateVersion7);
                db.Add(made);
                db.AddRange(copy.Goals);
                db.AddRange(copy.Parts);
                db.UpdateRange(copy.Documents);
                var entries = new List<ChangeEntry> { Created(made, old, copy) };
                if (copy.Ended is { } ended)
                {
                    db.Update(ended);
                    entries.Add(Ended(ended));
                }

                return entries;
            },
            cancellation
        );
        return id;

        ChangeEntry Created(GoalStructure made, GoalStructure old, StructureCopy copy) =>
            new(
                ChangeKind.Created,
                Editor.Key,
                made.Id.Value.ToString(),
                made.Name,
                [
                    new FieldChange("copyOf", "Kopia av", null, old.Id.Value.ToString(), null, old.Name),
                    new FieldChange("name", "Namn", null, made.Name),
                    new FieldChange("from", "Gäller från och med", null, Swedish.Date(command.From)),
                    new FieldChange("goals", "Antal mål och mätområden", null, Canonical.Text(copy.Goals.Count)),
                    new FieldChange("parts", "Antal kopplingar", null, Canonical.Text(copy.Parts.Count)),
                    new FieldChange("documents", "Antal styrdokument", null, Canonical.Text(copy.Documents.Count)),
                ]
            );

        ChangeEntry Ended(GoalStructure ended) =>
            new(
                ChangeKind.Ended,
                Editor.Key,
                ended.Id.Value.ToString(),
                ended.Name,
                [new FieldChange("to", "Gäller till och med", null, Canonical.Text(ended.Validity.To))],
                $"{command.Name} tar vid"
            );
    }
}
