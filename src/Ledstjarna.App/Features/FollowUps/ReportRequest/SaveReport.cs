using Ledstjarna.App.Recording;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>What someone says in answer to a request.</summary>
/// <param name="Request">Which.</param>
/// <param name="Opened">The report's version when the form was opened.</param>
/// <param name="Report">All that stands in the form.</param>
/// <param name="Figures">The figures that are other than when it was opened.</param>
/// <param name="IsDone">Whether it is handed in; else it is kept as a draft, and nothing is judged.</param>
public sealed record SaveReport(RequestId Request, int Opened, Report Report, IReadOnlyList<NewFigure> Figures, bool IsDone);

/// <summary>How it went.</summary>
/// <param name="Theirs">The request as someone else had saved it since the form was opened; nothing is then saved. Null: no one had.</param>
/// <param name="Figures">How the figures went.</param>
public sealed record SaveReportResult(Request? Theirs, RecordResult Figures);

/// <summary>Saves a report with its figures and judgements, all or nothing.</summary>
public sealed class SaveReportHandler(Ledger ledger, SteeringRecords records, TimeProvider time)
{
    /// <exception cref="DomainRuleException">The follow-up takes no more, the last day is over, or a reason is missing.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another unit's, and the person is not asked.</exception>
    public async Task<SaveReportResult> HandleAsync(Actor actor, SaveReport command, CancellationToken cancellation)
    {
        actor.RequireSomewhere(Right.Report);
        command.Report.Check();
        var result = new SaveReportResult(null, new RecordResult(0, new Dictionary<FigureKey, CurrentFigure>()));
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var request = await RequestAccess.FindAsync(db, actor, command.Request, cancel);
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var followUp = FollowUpEntries.Find(record, request.FollowUpId);
                var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
                request.RequireOpen(followUp, today);
                RequireUndecided(record, request);
                if (request.Version != command.Opened)
                {
                    result = result with { Theirs = request };
                    return [];
                }

                var entries = new List<ChangeEntry>();
                if (command.Figures.Count > 0)
                {
                    var (figures, entry) = await FigureRecording.RecordAsync(db, actor, command.Figures, null, today, cancel);
                    result = result with { Figures = figures };
                    if (figures.Overtaken.Count > 0)
                    {
                        return [];
                    }

                    entries.AddRange(entry is null ? [] : [entry]);
                }

                if (ReportEntry.Same(request.Report, command.Report) && !(command.IsDone && !request.IsReported))
                {
                    return entries;
                }

                var saved = request with
                {
                    Report = command.Report,
                    Version = request.Version + 1,
                    ReportedAt = command.IsDone ? time.GetUtcNow().UtcDateTime : null,
                    ReportedBy = command.IsDone ? actor.Name : null,
                };
                var judgements = command.IsDone ? Judge(actor, record, followUp, saved, today) : [];
                db.AddRange(judgements);
                db.Update(saved);
                entries.Add(ReportEntry.Of(record, request, saved));
                return entries;
            },
            cancellation
        );
        return result;
    }

    /// <exception cref="DomainRuleException">The unit's body has decided its own part, and the goal is in it.</exception>
    private static void RequireUndecided(SteeringRecord record, Request request)
    {
        if (
            record.Goals.FirstOrDefault(g => g.Id == request.GoalId) is { Kind: GoalKind.Committee, UnitId: { } unit }
            && record.FrozenPart(request.FollowUpId, unit) is not null
        )
        {
            throw new DomainRuleException(RuleCode.FollowUpClosed);
        }
    }

    /// <summary>The experts' judgements of what is handed in: those that say something else than the latest of theirs.</summary>
    private static List<RecordedJudgement> Judge(Actor actor, SteeringRecord record, FollowUp followUp, Request request, DateOnly today)
    {
        var judgements = ReportedJudgements.Of(record, followUp, request, actor.Name, today);

        // The engine asks for a reason where one departs from what lies under.
        _ = Situation.On(record with { Judgements = [.. record.Judgements, .. judgements] }, followUp.CutOff);
        return judgements;
    }
}
