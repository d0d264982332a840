using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>Asks units that have come to own something since the follow-up was opened. Those asked already are left alone.</summary>
public sealed class AskUnitsHandler(Ledger ledger, SteeringRecords records)
{
    /// <returns>How many were asked.</returns>
    /// <exception cref="DomainRuleException">The follow-up takes no reports.</exception>
    public async Task<int> HandleAsync(Actor actor, FollowUpId id, CancellationToken cancellation)
    {
        actor.Require(Right.ManageFollowUps);
        var asked = 0;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var followUp = FollowUpEntries.Find(record, id);
                if (!followUp.TakesReports)
                {
                    throw new DomainRuleException(RuleCode.FollowUpClosed);
                }

                asked = await StepFollowUpHandler.AskAsync(db, record, followUp, cancel);
                return asked == 0
                    ? []
                    :
                    [
                        FollowUpEntries.Of(
                            ChangeKind.Changed,
                            followUp,
                            [new FieldChange("requests", "Begärda underlag", null, $"{asked}")]
                        ),
                    ];
            },
            cancellation
        );
        return asked;
    }
}
