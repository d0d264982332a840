using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>A follow-up to be taken one step on, or one back with a reason.</summary>
/// <param name="FollowUp">Which.</param>
/// <param name="Was">Where it was when the page was opened.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Why">The reason; needed to go back.</param>
public sealed record StepFollowUp(FollowUpId FollowUp, FollowUpState Was, FollowUpState To, string? Why);

/// <summary>Takes a follow-up from state to state. Opening it asks the units; going back from decided leaves what was frozen to see.</summary>
public sealed class StepFollowUpHandler(Ledger ledger, SteeringRecords records, TimeProvider time)
{
    /// <exception cref="DomainRuleException">It cannot go there, or someone was faster.</exception>
    public async Task HandleAsync(Actor actor, StepFollowUp command, CancellationToken cancellation)
    {
        actor.Require(Right.ManageFollowUps);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var followUp = FollowUpEntries.Find(record, command.FollowUp);
                if (followUp.State != command.Was)
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                }

                var stepped = FollowUpSteps.Step(followUp, command.To, command.Why);
                var fields = new List<FieldChange> { FollowUpEntries.State(followUp.State, stepped.State) };
                if (followUp.State == FollowUpState.Planned)
                {
                    fields.Add(new FieldChange("requests", "Begärda underlag", null, $"{await AskAsync(db, record, stepped, cancel)}"));
                }

                if (followUp.State == FollowUpState.Decided && !stepped.IsDecided)
                {
                    var now = time.GetUtcNow().UtcDateTime;
                    var standing = record
                        .Frozen.Select(f => f.Follow)
                        .Where(f => f.FollowUpId == followUp.Id && f is { IsWhole: true, Stands: true });
                    db.UpdateRange(standing.Select(f => f with { WithdrawnAt = now }));
                }

                db.Update(stepped);
                return [FollowUpEntries.Of(ChangeKind.Changed, stepped, fields, command.Why)];
            },
            cancellation
        );
    }

    /// <summary>Asks those who are not asked already.</summary>
    internal static async Task<int> AskAsync(LedstjarnaContext db, SteeringRecord record, FollowUp followUp, CancellationToken cancellation)
    {
        var before = record.FollowUps.Where(f => f.Kind == followUp.Kind && f.CutOff < followUp.CutOff).MaxBy(f => f.CutOff)?.Id;
        var known = await db.Set<Request>()
            .AsNoTracking()
            .Where(r => r.FollowUpId == followUp.Id || r.FollowUpId == before)
            .ToListAsync(cancellation);
        var asked = known.Where(r => r.FollowUpId == followUp.Id).Select(r => (r.GoalId, r.UnitId)).ToHashSet();
        var requests = RequestPlan
            .Of(record, followUp, [.. known.Where(r => r.FollowUpId == before)], Guid.CreateVersion7)
            .Where(r => !asked.Contains((r.GoalId, r.UnitId)))
            .ToList();
        db.AddRange(requests);
        return requests.Count;
    }
}
