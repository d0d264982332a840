using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>Points a follow-up to the auditors' statement on it. It may come before or after the decision, and changes nothing that is frozen.</summary>
public sealed class AttachStatementHandler(Ledger ledger, SteeringRecords records)
{
    /// <param name="actor">Who.</param>
    /// <param name="followUp">Which follow-up.</param>
    /// <param name="document">A document of a matter. Null: the statement is taken away.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <exception cref="DomainRuleException">There is no such document.</exception>
    public async Task HandleAsync(Actor actor, FollowUpId followUp, MatterDocumentId? document, CancellationToken cancellation)
    {
        actor.Require(Right.DecideFollowUps);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var before = FollowUpEntries.Find(record, followUp);
                var named = record.MatterDocuments.ToDictionary(d => d.Id, d => d.Title);
                if (document is { } id && !named.ContainsKey(id))
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                }

                if (before.StatementId == document)
                {
                    return [];
                }

                db.Update(before with { StatementId = document });
                return
                [
                    FollowUpEntries.Of(
                        ChangeKind.Changed,
                        before,
                        [new FieldChange("statement", "Revisorernas utlåtande", Title(before.StatementId), Title(document))]
                    ),
                ];

                string? Title(MatterDocumentId? of) => of is { } d ? named.GetValueOrDefault(d) : null;
            },
            cancellation
        );
    }
}
