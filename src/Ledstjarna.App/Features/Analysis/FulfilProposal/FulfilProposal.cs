using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Analysis;

/// <summary>What a proposal can become.</summary>
public enum Becomes
{
    /// <summary>Something its owner does.</summary>
    Activity,

    /// <summary>Something a body tells its owner to do.</summary>
    Assignment,

    /// <summary>An activity that the next ambition level counts.</summary>
    LevelLine,

    /// <summary>Only a proposal again: what it became stays by itself, and can be removed there.</summary>
    Proposal,
}

/// <summary>A proposal to be taken forward.</summary>
/// <param name="Proposal">Which.</param>
/// <param name="Becomes">What it becomes.</param>
/// <param name="Decision">The decision that tells the unit, for an assignment.</param>
/// <param name="Area">The area to count under, for a line in a level.</param>
/// <param name="Level">The draft it is written in.</param>
public sealed record FulfilProposal(ProposalId Proposal, Becomes Becomes, DecisionId? Decision, GoalId? Area, AmbitionLevelId? Level);

/// <summary>Makes a proposal an activity, an assignment or a line in a draft, with the rules and rights that those have of their own.</summary>
public sealed class FulfilProposalHandler(Ledger ledger, SteeringRecords records, Editors editors)
{
    /// <exception cref="DomainRuleException">It became something already, or what it is to become may not be so.</exception>
    public async Task HandleAsync(Actor actor, FulfilProposal command, CancellationToken cancellation)
    {
        actor.Require(Right.ManageFollowUps);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var proposal =
                    record.Proposals.FirstOrDefault(p => p.Id == command.Proposal)
                    ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                if (proposal.IsOpen == (command.Becomes == Becomes.Proposal))
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                }

                var made = new List<(object Row, ChangeEntry Entry)>();
                if (command.Decision is { } decision && record.Decisions.All(d => d.Id != decision))
                {
                    throw new DomainRuleException(RuleCode.DecisionMissing, "decision");
                }

                if (command.Becomes == Becomes.Assignment)
                {
                    made.Add(Make(actor, record, "uppdrag", AssignmentValues(proposal, command)));
                }
                else if (command.Becomes != Becomes.Proposal)
                {
                    made.Add(Make(actor, record, "aktivitet", ActivityValues(record, proposal)));
                    if (command.Becomes == Becomes.LevelLine)
                    {
                        var with = record with { Activities = [.. record.Activities, (Activity)made[0].Row] };
                        made.Add(Make(actor, with, "niva-matt", LineValues(command, (Activity)made[0].Row)));
                    }
                }

                var after = proposal with
                {
                    ActivityId = made.Select(m => m.Row).OfType<Activity>().FirstOrDefault()?.Id,
                    AssignmentId = made.Select(m => m.Row).OfType<Assignment>().FirstOrDefault()?.Id,
                };
                db.AddRange(made.Select(m => m.Row));
                db.Update(after);
                return
                [
                    .. made.Select(m => m.Entry),
                    new ChangeEntry(
                        ChangeKind.Changed,
                        ProposalEditor.KindKey,
                        after.Id.Value.ToString(),
                        after.Text,
                        [new FieldChange("became", "Blev", null, AnalysisWords.Name(command.Becomes))]
                    ),
                ];
            },
            cancellation
        );
    }

    private (object Row, ChangeEntry Entry) Make(Actor actor, SteeringRecord record, string key, FormValues values)
    {
        var editor = editors.Find(key)!;
        if (editor.Fields(record, values).FirstOrDefault(f => f.IsRequired && values[f.Name].Length == 0) is { } missing)
        {
            throw new DomainRuleException(RuleCode.Required, missing.Name);
        }

        var rows = editor.Build(record, null, values);
        actor.Require(editor.RightFor(values), editor.UnitOf(record, rows));
        DecisionRules.CheckForce(record, [], rows);
        var fields = FieldChanges.Between(editor.Fields(record, values), null, values);
        return (rows.Single(), new ChangeEntry(ChangeKind.Created, key, editor.IdOf(rows), editor.NameOf(record, rows), fields));
    }

    private static FormValues AssignmentValues(Proposal proposal, FulfilProposal command) =>
        FormValues.Of(
            ("decision", command.Decision?.Value.ToString()),
            ("text", proposal.Text),
            ("unit", proposal.UnitId.Value.ToString()),
            ("reportBy", Canonical.Text(proposal.Due))
        );

    private FormValues ActivityValues(SteeringRecord record, Proposal proposal)
    {
        var taken = record.Activities.Select(a => a.Code).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = record.Activities.Count + 1;
        while (taken.Contains($"A{number}"))
        {
            number++;
        }

        return editors
            .Find("aktivitet")!
            .Begin(record, new FormValues())
            .With("code", $"A{number}")
            .With("name", proposal.Text)
            .With("due", Canonical.Text(proposal.Due))
            .With("units", proposal.UnitId.Value.ToString());
    }

    private static FormValues LineValues(FulfilProposal command, Activity activity) =>
        FormValues.Of(
            ("level", command.Level?.Value.ToString()),
            ("area", command.Area?.Value.ToString()),
            ("activity", activity.Id.Value.ToString()),
            ("weight", "1")
        );
}
