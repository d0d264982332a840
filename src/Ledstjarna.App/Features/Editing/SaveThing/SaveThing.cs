using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Editing;

/// <summary>A form as it was sent in.</summary>
/// <param name="Editor">What kind of thing.</param>
/// <param name="Id">Which; null for a new one.</param>
/// <param name="Values">What it is to be.</param>
/// <param name="Opened">What it was when the form was opened: shows whether someone else has changed it since. Empty for a new one.</param>
/// <param name="Why">The reason given.</param>
public sealed record SaveThing(IEditor Editor, string? Id, FormValues Values, FormValues Opened, string? Why);

/// <summary>How it went.</summary>
public abstract record SaveResult
{
    /// <param name="Id">Its id now.</param>
    /// <param name="Name">What it is called.</param>
    /// <param name="Changed">False when it was so already, and nothing was written.</param>
    public sealed record Saved(string Id, string Name, bool Changed) : SaveResult;

    /// <param name="Errors">Sentences by field; "" for the whole.</param>
    public sealed record Refused(IReadOnlyDictionary<string, string> Errors) : SaveResult;

    /// <summary>Someone else saved in between.</summary>
    /// <param name="Now">As it is saved.</param>
    public sealed record Overtaken(Thing Now) : SaveResult;

    /// <summary>It is not there any more, or is of a kind that no more are made of.</summary>
    public sealed record Gone : SaveResult;
}

/// <summary>Makes or changes a thing, and leaves one link in the log.</summary>
public sealed class SaveThingHandler(Ledger ledger, SteeringRecords records)
{
    public async Task<SaveResult> HandleAsync(Actor actor, SaveThing command, CancellationToken cancellation)
    {
        actor.RequireSomewhere(command.Editor.RightFor(command.Values));
        SaveResult? result = null;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                (result, var entry) = Save(actor, command, record, db);
                return entry is null ? [] : [entry];
            },
            cancellation
        );
        return result!;
    }

    private static (SaveResult, ChangeEntry?) Save(Actor actor, SaveThing command, SteeringRecord record, LedstjarnaContext db)
    {
        var editor = command.Editor;
        var now = command.Id is null ? null : editor.Find(record, command.Id);
        if (command.Id is null ? !editor.CanAdd : now is null)
        {
            return (new SaveResult.Gone(), null);
        }

        if (now is not null)
        {
            actor.Require(editor.RightFor(now.Values), now.Unit);
            if (editor.Fields(record, now.Values).Any(f => f.Kind != FieldKind.Hidden && now.Values[f.Name] != command.Opened[f.Name]))
            {
                return (new SaveResult.Overtaken(now), null);
            }
        }

        try
        {
            var rows = editor.Build(record, command.Id, command.Values);
            var before = now is null ? [] : editor.Rows(record, command.Id!);
            if (Reasons.Asked(record, before, rows, command.Why) is { } asked)
            {
                return (Refused(asked), null);
            }

            var (right, unit) = (editor.RightFor(command.Values), editor.UnitOf(record, rows));
            if (!actor.May(right, unit))
            {
                return (Refused(Reasons.NotYours(record, actor, right, unit)), null);
            }

            var (id, name) = (editor.IdOf(rows), editor.NameOf(record, rows));
            var fields = FieldChanges.Between(editor.Fields(record, command.Values), now?.Values, command.Values);
            if (now is not null && fields.Count == 0)
            {
                return (new SaveResult.Saved(id, name, Changed: false), null);
            }

            RowChanges.Replace(db, before, rows);
            var kind =
                now is null ? ChangeKind.Created
                : editor.Ending is { } ending && fields.Any(f => f.Name == ending.LastDay && f.After is not null) ? ChangeKind.Ended
                : ChangeKind.Changed;
            return (new SaveResult.Saved(id, name, Changed: true), new ChangeEntry(kind, editor.Key, id, name, fields, command.Why));
        }
        catch (DomainRuleException e)
        {
            return (Refused(editor.Fields(record, command.Values), e), null);
        }
    }

    private static SaveResult.Refused Refused(string sentence) =>
        new(new Dictionary<string, string>(StringComparer.Ordinal) { [""] = sentence });

    /// <summary>A refusal at the form's field, where it has the one that the domain names.</summary>
    public static SaveResult.Refused Refused(IReadOnlyList<Field> fields, DomainRuleException e)
    {
        var field = fields.FirstOrDefault(f => f.Name == e.Field);
        return new SaveResult.Refused(
            new Dictionary<string, string>(StringComparer.Ordinal) { [field?.Name ?? ""] = $"{Swedish.Capital(RuleWords.Sentence(e))}." }
        );
    }
}
