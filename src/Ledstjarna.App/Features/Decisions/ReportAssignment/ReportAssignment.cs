using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>What a unit says came of an assignment. The body that gave it decides afterwards whether it is closed.</summary>
public sealed class ReportAssignmentHandler(Ledger ledger, SteeringRecords records, TimeProvider time)
{
    private static readonly AssignmentEditor Editor = new();

    /// <param name="actor">Must have the right for the unit that was told.</param>
    /// <param name="id">Which.</param>
    /// <param name="report">What came of it.</param>
    /// <param name="opened">What was reported when the page was opened.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <returns>The decision that gave it.</returns>
    /// <exception cref="DomainRuleException">Nothing is said, it has ended, or someone reported meanwhile.</exception>
    public async Task<DecisionId> HandleAsync(Actor actor, AssignmentId id, string? report, string? opened, CancellationToken cancellation)
    {
        actor.RequireSomewhere(Right.ReportAssignments);
        DecisionId given = default;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var before = record.Assignments.FirstOrDefault(a => a.Id == id) ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                actor.Require(Right.ReportAssignments, before.UnitId);
                given = before.DecisionId;
                if (string.IsNullOrWhiteSpace(report))
                {
                    throw new DomainRuleException(RuleCode.Required, "report");
                }

                if ((before.Report ?? "") != (opened ?? "") || before.ClosedById is not null || before.WithdrawnById is not null)
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                }

                var after = before with
                {
                    Report = report.Trim(),
                    ReportedOn = before.ReportedOn ?? DateOnly.FromDateTime(time.GetLocalNow().DateTime),
                };
                DecisionRules.Check(record, after);
                db.Update(after);
                return
                [
                    new ChangeEntry(
                        ChangeKind.Changed,
                        Editor.Key,
                        id.Value.ToString(),
                        Editor.Named(record, after),
                        Editor.Changes(record, before, after)
                    ),
                ];
            },
            cancellation
        );
        return given;
    }
}

internal static class ReportAssignmentWeb
{
    public static void Map(IEndpointRouteBuilder organisation) =>
        organisation.MapPost(
            "uppdrag/{id:guid}/rapport",
            async (
                string kommun,
                Guid id,
                IFormCollection form,
                Visits visits,
                ReportAssignmentHandler handler,
                CancellationToken cancellation
            ) =>
            {
                var place = await visits.EnterAsync(kommun, Right.ReportAssignments, cancellation);
                var assignment =
                    place.Record.Assignments.FirstOrDefault(a => a.Id == new AssignmentId(id))
                    ?? throw PageFaultException.NotFound(
                        "Uppdraget finns inte här",
                        "Leta i listan över uppdrag.",
                        DecisionsLinks.Assignments(place)
                    );
                try
                {
                    var given = await handler.HandleAsync(
                        place.Actor,
                        assignment.Id,
                        form["rapport"].ToString().Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n"),
                        form["last"].ToString().ReplaceLineEndings("\n"),
                        cancellation
                    );
                    return Results.Redirect($"{DecisionsLinks.All(place)}/{given.Value}#uppdrag-{id}");
                }
                catch (DomainRuleException e)
                {
                    throw new PageFaultException(
                        StatusCodes.Status422UnprocessableEntity,
                        "Återrapporten är inte sparad",
                        $"{Swedish.Capital(RuleWords.Sentence(e))}. Gå tillbaka i webbläsaren, så står din text kvar.",
                        $"{DecisionsLinks.All(place)}/{assignment.DecisionId.Value}"
                    );
                }
            }
        );
}
