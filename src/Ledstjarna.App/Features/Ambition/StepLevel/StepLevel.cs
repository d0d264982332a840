using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
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
public sealed class StepLevelHandler(Ledger ledger, SteeringRecords records)
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
                    command.Decision,
                    new Validity(command.From, command.LastDay),
                    command.ForFollowUpsFrom
                );
                DecisionRules.CheckForce(record, [level], [stepped]);
                if (
                    string.IsNullOrWhiteSpace(command.Why)
                    && DecisionRules.OutsideCompetence(record, [level], [stepped]).ToList() is [var outside, ..]
                )
                {
                    warning = DecisionWords.Outside(record, outside);
                    return [];
                }

                var fields = Fields(record, level, stepped);
                if (stepped.State == LevelState.Adopted)
                {
                    var adoption = new LevelAdoption(record, stepped, Guid.CreateVersion7);
                    db.AddRange(adoption.Added);
                    db.UpdateRange(adoption.Changed);
                    fields.Add(new FieldChange("added", "Nytt i målen", null, Forms.Canonical.Text((int?)adoption.Added.Count)));
                    fields.Add(
                        new FieldChange(
                            "changed",
                            "Ändrat eller avslutat i målen",
                            null,
                            Forms.Canonical.Text((int?)adoption.Changed.Count)
                        )
                    );
                }

                db.Update(stepped);
                return [LevelEntries.Of(stepped, fields, command.Why)];
            },
            cancellation
        );
        return warning;
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
