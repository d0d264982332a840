using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Goals;

/// <summary>A goal to be put right before or after one of its siblings. Said by the sibling, so that it means the same when sent twice.</summary>
public sealed record PlaceGoal(GoalId Goal, GoalId Beside, bool After);

/// <summary>A goal to be moved to stand last under another.</summary>
/// <param name="Goal">Which.</param>
/// <param name="From">What it stood under when the form was opened. Null: at the top.</param>
/// <param name="Parent">What it is to stand under. Null: at the top.</param>
/// <param name="Decision">The decision behind it. Null: as before.</param>
/// <param name="Why">The reason given.</param>
public sealed record MoveGoal(GoalId Goal, GoalId? From, GoalId? Parent, DecisionId? Decision, string? Why);

/// <summary>Puts the goals of a structure in order.</summary>
public sealed class OrderGoalsHandler(Ledger ledger, SteeringRecords records)
{
    private static readonly GoalEditor Editor = new();

    /// <exception cref="DomainRuleException">The goal or its sibling is not there any more.</exception>
    public Task HandleAsync(Actor actor, PlaceGoal command, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            command.Goal,
            (record, goal) =>
            {
                var placed = GoalMoves.Beside(record, goal, command.Beside, command.After);
                return ([], [.. placed], [.. placed.Select(g => Placed(record, g, goal))]);
            },
            cancellation
        );

    /// <exception cref="DomainRuleException">The goal is not there any more or has been moved meanwhile, or cannot stand there.</exception>
    public Task HandleAsync(Actor actor, MoveGoal command, CancellationToken cancellation) =>
        WriteAsync(
            actor,
            command.Goal,
            (record, goal) =>
            {
                if (goal.ParentId == command.Parent)
                {
                    return ([], [], []);
                }

                if (goal.ParentId != command.From)
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                }

                if (
                    command.Parent is { } parent
                    && record.Goals.FirstOrDefault(g => g.Id == parent) is var under
                    && under?.Kind != goal.Kind
                )
                {
                    throw new DomainRuleException(under is null ? RuleCode.GoalUnknown : RuleCode.ChoiceUnknown, "parent");
                }

                var id = goal.Id.Value.ToString();
                var before = Editor.Find(record, id)!.Values;
                var last = record.Goals.Where(g =>
                    g.StructureId == goal.StructureId && g.ParentId == command.Parent && g.Kind == goal.Kind
                );
                var after = before
                    .With("parent", command.Parent?.Value.ToString())
                    .With("order", Canonical.Text(last.Select(g => g.Order).DefaultIfEmpty(-1).Max() + 1))
                    .With("decision", command.Decision?.Value.ToString() ?? before["decision"]);
                var changes = FieldChanges.Between(Editor.Fields(record, after), before, after);
                var (rows, made) = (Editor.Rows(record, id), Editor.Build(record, id, after));
                Reasons.Require(record, rows, made, command.Why);
                return (rows, made, [new ChangeEntry(ChangeKind.Changed, Editor.Key, id, Choices.Name(goal), changes, command.Why)]);
            },
            cancellation
        );

    private Task<IReadOnlyList<Change>> WriteAsync(
        Actor actor,
        GoalId id,
        Func<SteeringRecord, Goal, (IReadOnlyList<object> Before, IReadOnlyList<object> After, IReadOnlyList<ChangeEntry> Entries)> work,
        CancellationToken cancellation
    )
    {
        actor.RequireSomewhere(Right.ManageGoals);
        return ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var goal = record.Goals.FirstOrDefault(g => g.Id == id) ?? throw new DomainRuleException(RuleCode.GoalUnknown);
                var thing = Editor.Find(record, id.Value.ToString())!;
                actor.Require(Editor.RightFor(thing.Values), thing.Unit);
                var (before, after, entries) = work(record, goal);
                RowChanges.Replace(
                    db,
                    before.Count > 0 ? before : [.. after.Select(a => record.Goals.Single(g => g.Id == ((Goal)a).Id))],
                    after
                );
                return entries;
            },
            cancellation
        );
    }

    private static ChangeEntry Placed(SteeringRecord record, Goal placed, Goal moved)
    {
        var was = record.Goals.Single(g => g.Id == placed.Id).Order;
        var label = Editor.Fields(record, new FormValues()).Single(f => f.Name == "order").Label;
        var (before, after) = (was.ToString(CultureInfo.InvariantCulture), placed.Order.ToString(CultureInfo.InvariantCulture));
        return new ChangeEntry(
            ChangeKind.Changed,
            Editor.Key,
            placed.Id.Value.ToString(),
            Choices.Name(placed),
            [new FieldChange("order", label, before, after)],
            placed.Id == moved.Id ? null : $"{Choices.Name(moved)} flyttades"
        );
    }
}
