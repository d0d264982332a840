using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Editing;

/// <summary>Takes back the last change of a thing: as a change of its own, so that the log tells of both.</summary>
public sealed class UndoThingHandler(Ledger ledger, SteeringRecords records)
{
    /// <param name="actor">Must have the right to make the change that the undoing is.</param>
    /// <param name="editor">What kind of thing.</param>
    /// <param name="id">Which.</param>
    /// <param name="number">The link that is to be undone; it must still be the thing's last.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <returns>The thing's id, or null when undoing removed it.</returns>
    /// <exception cref="DomainRuleException">Someone changed it meanwhile, or what it was is not allowed any more.</exception>
    public async Task<string?> HandleAsync(Actor actor, IEditor editor, string id, long number, CancellationToken cancellation)
    {
        actor.RequireSomewhere(editor.Rights[0]);
        string? left = null;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var last = await db.Set<Change>()
                    .AsNoTracking()
                    .Where(c => c.ThingKind == editor.Key && c.ThingId == id)
                    .OrderByDescending(c => c.Number)
                    .FirstOrDefaultAsync(cancel);
                if (last is null || last.Kind == ChangeKind.Imported)
                {
                    throw new DomainRuleException(RuleCode.NothingToUndo);
                }

                if (last.Number != number)
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                }

                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                (left, var entry) = Undo(actor, editor, record, last, db);
                return [entry];
            },
            cancellation
        );
        return left;
    }

    private static (string? Id, ChangeEntry Entry) Undo(
        Actor actor,
        IEditor editor,
        SteeringRecord record,
        Change last,
        LedstjarnaContext db
    )
    {
        var now = editor.Find(record, last.ThingId);
        var values = now?.Values ?? new FormValues();
        foreach (var field in Ledger.FieldsOf(last))
        {
            if ((field.After ?? "") != values[field.Name])
            {
                throw new DomainRuleException(RuleCode.ChangedMeanwhile);
            }

            values = values.With(field.Name, field.Before);
        }

        if (now is not null)
        {
            actor.Require(editor.RightFor(now.Values), now.Unit);
        }

        var wasThere =
            last.Kind != ChangeKind.Created && (last.Kind != ChangeKind.Undone || Ledger.FieldsOf(last).Any(f => f.Before is not null));
        if (!wasThere && now is not null && editor.KeptBecause(record, last.ThingId) is { } code)
        {
            throw new DomainRuleException(code);
        }

        var fields = editor.Fields(record, values);
        if (Ledger.FieldsOf(last).Any(f => f.Before is not null && fields.All(known => known.Name != f.Name)))
        {
            throw new DomainRuleException(RuleCode.ChangedMeanwhile); // the form no longer holds what stood there
        }

        var rows = wasThere ? editor.Build(record, last.ThingId, values) : [];
        var before = now is null ? [] : editor.Rows(record, last.ThingId);
        Domain.Decisions.DecisionRules.CheckForce(record, before, rows);
        RowChanges.Replace(db, before, rows);
        if (!wasThere)
        {
            return (null, Entry(last.ThingId, last.ThingName, FieldChanges.Between(fields, now?.Values, null)));
        }

        actor.Require(editor.RightFor(values), editor.UnitOf(record, rows));
        var id = editor.IdOf(rows);
        return (id, Entry(id, editor.NameOf(record, rows), FieldChanges.Between(fields, now?.Values, values)));

        ChangeEntry Entry(string id, string name, IReadOnlyList<FieldChange> changes) =>
            new(ChangeKind.Undone, editor.Key, id, name, changes, $"Ångrar ändring {last.Number}");
    }
}
