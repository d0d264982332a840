using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>An error in a decided follow-up, to be mended beside it.</summary>
public sealed record CorrectFollowUp(FollowUpId FollowUp, string Goal, string Text, Status? Status, DecisionId? Decision);

/// <summary>Adds a correction (rättelse). What was decided is left as it is.</summary>
public sealed class CorrectFollowUpHandler(Ledger ledger, SteeringRecords records, TimeProvider time)
{
    /// <exception cref="DomainRuleException">It is not decided yet, or there is no such goal in it.</exception>
    public async Task HandleAsync(Actor actor, CorrectFollowUp command, CancellationToken cancellation)
    {
        actor.Require(Right.DecideFollowUps);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var followUp = FollowUpEntries.Find(record, command.FollowUp);
                if (!followUp.IsDecided)
                {
                    throw new DomainRuleException(RuleCode.NotDecidedYet);
                }

                var goal =
                    Situation.On(record, followUp.CutOff)!.FindGoal(command.Goal)
                    ?? throw new DomainRuleException(RuleCode.GoalUnknown, "goal");
                db.Add(
                    new Correction
                    {
                        OrganisationId = actor.Organisation,
                        Id = new CorrectionId(Guid.CreateVersion7()),
                        FollowUpId = followUp.Id,
                        Subject = Subject.Goal,
                        Of = goal.Number,
                        Text = command.Text,
                        Status = command.Status,
                        On = DateOnly.FromDateTime(time.GetLocalNow().DateTime),
                        By = actor.Name,
                        DecisionId = command.Decision,
                    }
                );
                return
                [
                    FollowUpEntries.Of(
                        ChangeKind.Changed,
                        followUp,
                        [
                            new FieldChange(
                                $"correction {goal.Number}",
                                $"Rättelse, mål {goal.Number}",
                                null,
                                command.Text,
                                null,
                                command.Status is { } s ? $"{StatusWords.Name(s)}: {command.Text}" : command.Text
                            ),
                        ]
                    ),
                ];
            },
            cancellation
        );
    }
}
