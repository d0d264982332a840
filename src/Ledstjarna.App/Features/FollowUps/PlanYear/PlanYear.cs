using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>Plans a year: its ordinary follow-ups, made from those of the year before. Those that are there already are left as they are.</summary>
public sealed class PlanYearHandler(Ledger ledger, SteeringRecords records)
{
    /// <returns>How many were added.</returns>
    /// <exception cref="DomainRuleException">No goals are valid in the year.</exception>
    public async Task<int> HandleAsync(Actor actor, int year, CancellationToken cancellation)
    {
        actor.Require(Right.ManageFollowUps);
        var added = 0;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var planned = YearPlan.Of(record, year, Guid.CreateVersion7);
                db.AddRange(planned);
                added = planned.Count;
                return
                [
                    .. planned.Select(f =>
                        FollowUpEntries.Of(
                            ChangeKind.Created,
                            f,
                            [
                                new FieldChange("cutOff", "Mätdag", null, Swedish.Date(f.CutOff)),
                                new FieldChange("expertsBy", "Sakkunniga senast", null, f.ExpertsBy is { } d ? Swedish.Date(d) : null),
                                new FieldChange("unitsBy", "Nämnder och bolag senast", null, f.UnitsBy is { } u ? Swedish.Date(u) : null),
                                new FieldChange("boardBy", "Styrelsen beslutar", null, f.BoardBy is { } b ? Swedish.Date(b) : null),
                            ]
                        )
                    ),
                ];
            },
            cancellation
        );
        return added;
    }
}
