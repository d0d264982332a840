using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.GetStarted;

/// <summary>A unit to begin with.</summary>
public sealed record NewUnit(string Abbreviation, string Name, UnitKind Kind, string? Parent);

/// <summary>Adds several units at once, all or none. One whose abbreviation is there already is left as it is.</summary>
public sealed class AddUnitsHandler(Ledger ledger, SteeringRecords records)
{
    public async Task HandleAsync(Actor actor, IReadOnlyList<NewUnit> units, CancellationToken cancellation)
    {
        actor.Require(Right.ManageOrganisation);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var known = record.Units.ToDictionary(u => u.Abbreviation, u => u.Id, StringComparer.OrdinalIgnoreCase);
                var entries = new List<ChangeEntry>();
                foreach (
                    var unit in units.Where(u => !known.ContainsKey(u.Abbreviation)).DistinctBy(u => u.Abbreviation.ToUpperInvariant())
                )
                {
                    var row = new Unit
                    {
                        OrganisationId = actor.Organisation,
                        Id = new UnitId(Guid.CreateVersion7()),
                        Kind = unit.Kind,
                        Abbreviation = unit.Abbreviation,
                        Name = unit.Name,
                        ParentId = unit.Parent is { } p && known.TryGetValue(p, out var parent) ? parent : null,
                    };
                    GoalRules.Check(record, row);
                    known[row.Abbreviation] = row.Id;
                    db.Add(row);
                    entries.Add(
                        new ChangeEntry(
                            ChangeKind.Imported,
                            "enhet",
                            row.Id.Value.ToString(),
                            row.Name,
                            [
                                new FieldChange("name", "Namn", null, row.Name),
                                new FieldChange("abbreviation", "Förkortning", null, row.Abbreviation),
                            ]
                        )
                    );
                }

                return entries;
            },
            cancellation
        );
    }
}
