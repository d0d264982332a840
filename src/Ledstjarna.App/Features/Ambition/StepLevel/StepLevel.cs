using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>A level to be taken one step on.</summary>
/// <param name="Level">Which.</param>
/// <param name="Was">Where it was when the page was opened.</param>
/// <param name="To">Where it goes.</param>
/// <param name="Decision">The decision, where a body has said its word.</param>
/// <param name="From">The first day it is valid, where it is adopted.</param>
/// <param name="LastDay">The last day, where one is known already.</param>
/// <param name="ForFollowUpsFrom">The first cut-off it is used for, where it is adopted.</param>
/// <param name="Why">The reason given; needed when the body may not decide it.</param>
public sealed record StepLevel(
    AmbitionLevelId Level,
    LevelState Was,
    LevelState To,
    DecisionId? Decision,
    DateOnly? From,
    DateOnly? LastDay,
    DateOnly? ForFollowUpsFrom,
    string? Why
);

/// <summary>Takes a level on. An adopted one comes into force in the same moment: its areas, measures and targets become the goals'.</summary>
public sealed class StepLevelHandler(Ledger ledger, SteeringRecords records, Editors editors)
{
    /// <returns>Null, or a warning that asks for a reason: nothing is then changed.</returns>
    /// <exception cref="DomainRuleException">It cannot go there, or someone was faster.</exception>
    public async Task<string?> HandleAsync(Actor actor, StepLevel command, CancellationToken cancellation)
    {
        actor.RequireSomewhere(Right.ManageLevels);
        string? warning = null;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var level = LevelEntries.Find(actor, record, command.Level);
                if (level.State != command.Was)
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                }

                var stepped = LevelSteps.Step(
                    level,
                    command.To,
                    record.Decisions.FirstOrDefault(d => d.Id == command.Decision),
                    new Validity(command.From, command.LastDay),
                    command.ForFollowUpsFrom
                );
                var adoption = stepped.State == LevelState.Adopted ? new LevelAdoption(record, stepped, Guid.CreateVersion7) : null;
                warning = Reasons.Asked(
                    record,
                    [level, .. record.Goals, .. record.Measures, .. record.Targets],
                    [stepped, .. adoption?.Added ?? [], .. adoption?.Changed ?? []],
                    command.Why
                );
                if (warning is not null)
                {
                    return [];
                }

                var entries = new List<ChangeEntry> { LevelEntries.Of(stepped, Fields(record, level, stepped), command.Why) };
                if (adoption is not null)
                {
                    db.AddRange(adoption.Added);
                    db.UpdateRange(adoption.Changed);
                    db.RemoveRange(adoption.Removed);
                    entries.AddRange(Entries(record, adoption, $"Ambitionsnivån {stepped.Name} beslutades."));
                }

                db.Update(stepped);
                return entries;
            },
            cancellation
        );
        return warning;
    }

    /// <summary>A link in the log for each goal, measure and target, as if each had been changed by its own form.</summary>
    private IEnumerable<ChangeEntry> Entries(SteeringRecord before, LevelAdoption adoption, string why)
    {
        foreach (var row in adoption.Added.Concat(adoption.Changed).Concat(adoption.Removed))
        {
            var editor = editors.Find(
                row switch
                {
                    Goal => "mal",
                    Measure => "matt",
                    Target => "malvarde",
                    _ => throw new InvalidOperationException($"A level does not write {row.GetType().Name}."),
                }
            )!;
            var id = editor.IdOf([row]);
            var (was, now) = (editor.Find(before, id), editor.Find(adoption.After, id));
            var fields = FieldChanges.Between(editor.Fields(adoption.After, (now ?? was)!.Values), was?.Values, now?.Values);
            if (fields.Count > 0)
            {
                var kind =
                    was is null ? ChangeKind.Created
                    : now is null ? ChangeKind.Removed
                    : editor.Ending is { } ending && fields.Any(f => f.Name == ending.LastDay && f.After is not null) ? ChangeKind.Ended
                    : ChangeKind.Changed;
                yield return new ChangeEntry(kind, editor.Key, id, (now ?? was)!.Name, fields, why);
            }
        }
    }

    private static List<FieldChange> Fields(SteeringRecord record, AmbitionLevel before, AmbitionLevel after)
    {
        var fields = new List<FieldChange>
        {
            new(
                "state",
                "Läge",
                before.State.ToString(),
                after.State.ToString(),
                DecisionWords.Name(before.State),
                DecisionWords.Name(after.State)
            ),
        };
        if (record.Decisions.FirstOrDefault(d => d.Id == after.DecisionId) is { } decision)
        {
            fields.Add(
                new FieldChange("decision", "Beslut", null, decision.Id.Value.ToString(), null, PlaceWords.Reference(record, decision))
            );
        }

        if (after.Validity.From is { } from)
        {
            fields.Add(new FieldChange("from", "Gäller från och med", null, Swedish.Date(from)));
        }

        if (after.ForFollowUpsFrom is { } first)
        {
            fields.Add(new FieldChange("forFollowUpsFrom", "Används från och med uppföljningen", null, Swedish.Date(first)));
        }

        return fields;
    }
}
