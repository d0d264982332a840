using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Editing;

/// <summary>Removes what nothing rests on. What has been part of a decided follow-up stays, and is ended instead.</summary>
public sealed class RemoveThingHandler(Ledger ledger, SteeringRecords records)
{
    /// <exception cref="DomainRuleException">It has been part of a decided follow-up, or something still refers to it.</exception>
    public async Task HandleAsync(Actor actor, IEditor editor, string id, string? why, CancellationToken cancellation)
    {
        actor.RequireSomewhere(editor.Rights[0]);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                if (editor.Find(record, id) is not { } thing)
                {
                    return [];
                }

                actor.Require(editor.RightFor(thing.Values), thing.Unit);
                if (editor.Removal is null)
                {
                    throw new DomainRuleException(RuleCode.StillReferredTo); // there is one, and all the rest is its
                }

                if (editor.KeptBecause(record, id) is { } code)
                {
                    throw new DomainRuleException(code);
                }

                RowChanges.Replace(db, editor.Rows(record, id), []);
                var fields = FieldChanges.Between(editor.Fields(record, thing.Values), thing.Values, null);
                return [new ChangeEntry(ChangeKind.Removed, editor.Key, id, thing.Name, fields, why)];
            },
            cancellation
        );
    }
}
