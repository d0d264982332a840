using Ledstjarna.App.Forms;
using Ledstjarna.App.Recording;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>What a body decided of a follow-up.</summary>
/// <param name="FollowUp">Which.</param>
/// <param name="Body">The board or the council decides the whole; any other body its own goals.</param>
/// <param name="Decision">The § it was decided with.</param>
/// <param name="Statuses">What the body judged otherwise than the experts, with reasons.</param>
/// <param name="Why">Why, where the body may not decide it.</param>
public sealed record DecideFollowUp(
    FollowUpId FollowUp,
    UnitId Body,
    DecisionId Decision,
    IReadOnlyList<ReportedStatus> Statuses,
    string? Why
);

/// <summary>Registers what a body decided, beside what the experts said, and freezes all that it rests on in the same moment.</summary>
public sealed class DecideFollowUpHandler(Ledger ledger, SteeringRecords records, TimeProvider time)
{
    /// <returns>Null, or a warning that asks for a reason: nothing is then changed.</returns>
    /// <exception cref="DomainRuleException">There is nothing for the body to decide, the decision brings nothing into force, or a reason is missing.</exception>
    public async Task<string?> HandleAsync(Actor actor, DecideFollowUp command, CancellationToken cancellation)
    {
        actor.Require(Right.DecideFollowUps, command.Body);
        string? warning = null;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var followUp = FollowUpEntries.Find(record, command.FollowUp);
                var part = FollowUpPart.Of(record, followUp, command.Body);
                var decision = Decision(record, command);
                var decided = part.IsWhole ? followUp with { State = FollowUpState.Decided, DecisionId = decision.Id } : followUp;
                warning = Reasons.Asked(record, [followUp], [followUp with { DecisionId = decision.Id }], command.Why);
                if (warning is not null)
                {
                    return [];
                }

                var now = time.GetLocalNow();
                var judgements = command.Statuses.Select(s => Judgement(part, s, decision, DateOnly.FromDateTime(now.DateTime))).ToList();
                var situation = Situation.On(record with { Judgements = [.. record.Judgements, .. judgements] }, followUp.CutOff)!;
                db.AddRange(judgements);
                db.Update(decided);
                var frozen = new FrozenFollowUp
                {
                    OrganisationId = actor.Organisation,
                    Id = new FrozenId(Guid.CreateVersion7()),
                    FollowUpId = followUp.Id,
                    Number = record.Frozen.Count(f => f.Follow.FollowUpId == followUp.Id) + 1,
                    BodyId = command.Body,
                    DecisionId = decision.Id,
                    IsWhole = part.IsWhole,
                    At = now.UtcDateTime,
                    By = actor.Name,
                };
                await FollowUpFreezer.FreezeAsync(db, followUp, frozen, FrozenRatings.Of(situation), cancel);
                return
                [
                    FollowUpEntries.Of(
                        ChangeKind.Changed,
                        followUp,
                        Fields(record, followUp, decided, part, decision, judgements),
                        command.Why
                    ),
                ];
            },
            cancellation
        );
        return warning;
    }

    private static Decision Decision(SteeringRecord record, DecideFollowUp command) =>
        record.Decisions.FirstOrDefault(d => d.Id == command.Decision && d.BodyId == command.Body)
        ?? throw new DomainRuleException(RuleCode.DecisionMissing, "decision");

    private static RecordedJudgement Judgement(FollowUpPart part, ReportedStatus said, Decision decision, DateOnly today) =>
        said.Subject == Subject.Goal && part.Goals.All(g => g.Number != said.Of)
            ? throw new DomainRuleException(RuleCode.NoPartToDecide)
            : new RecordedJudgement
            {
                OrganisationId = decision.OrganisationId,
                Id = new JudgementId(Guid.CreateVersion7()),
                FollowUpId = part.FollowUp.Id,
                Axis = said.Axis,
                Layer = Layer.Decided,
                Subject = said.Subject,
                Of = said.Of,
                Status = said.Status ?? throw new DomainRuleException(RuleCode.Required, "status"),
                Reason = said.Reason,
                By = part.Body.Name,
                On = today,
                DecisionId = decision.Id,
                IsExample = decision.IsExample,
            };

    private static List<FieldChange> Fields(
        SteeringRecord record,
        FollowUp before,
        FollowUp after,
        FollowUpPart part,
        Decision decision,
        List<RecordedJudgement> judgements
    )
    {
        var fields = new List<FieldChange>
        {
            new("decision", $"Beslut, {part.Body.Name}", null, decision.Id.Value.ToString(), null, PlaceWords.Reference(record, decision)),
        };
        if (before.State != after.State)
        {
            fields.Add(FollowUpEntries.State(before.State, after.State));
        }

        fields.AddRange(
            judgements.Select(j => new FieldChange(
                $"{j.Subject} {j.Of} {j.Axis}",
                $"{(j.Subject == Subject.Goal ? "Mål " : "")}{j.Of}, {FollowUpWords.Name(j.Axis)}",
                null,
                j.Status.ToString(),
                null,
                StatusWords.Name(j.Status, j.Axis)
            ))
        );
        return fields;
    }
}
