using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.History;
using Ledstjarna.Integrations.Files;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Goals;

/// <summary>Makes a goal structure, with all that belongs to it, of one sheet: all of it, or nothing where a cell is wrong.</summary>
public sealed class ImportGoalsHandler(Ledger ledger, SteeringRecords records)
{
    /// <returns>The sheet as it was read; without errors it has been made.</returns>
    /// <exception cref="DomainRuleException">The structure itself cannot be.</exception>
    public async Task<GoalSheet> HandleAsync(Actor actor, NewStructure structure, Table table, CancellationToken cancellation)
    {
        actor.Require(Right.ImportGoals);
        GoalSheet? sheet = null;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                sheet = GoalSheet.Read(record, structure, table);
                if (sheet.Structure is not { } made)
                {
                    return [];
                }

                DecisionRules.CheckForce(record, [], [made]);
                db.AddRange(sheet.Rows);
                return
                [
                    new ChangeEntry(
                        ChangeKind.Imported,
                        "malstruktur",
                        made.Id.Value.ToString(),
                        made.Name,
                        [
                            .. sheet.Goals.Select(g => new FieldChange($"goal.{g.Number}", $"Mål {g.Number}", null, g.ShortName)),
                            .. sheet.Indicators.Select(i => new FieldChange($"indicator.{i.Code}", $"Indikator {i.Code}", null, i.Name)),
                            .. sheet.Activities.Select(a => new FieldChange($"activity.{a.Code}", $"Aktivitet {a.Code}", null, a.Name)),
                        ],
                        "Inläst från ett ark"
                    ),
                ];
            },
            cancellation
        );
        return sheet!;
    }
}
