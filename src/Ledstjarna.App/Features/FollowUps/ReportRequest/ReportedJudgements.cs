using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>What a report says of statuses, as judgements of the experts' layer.</summary>
internal static class ReportedJudgements
{
    /// <summary>Those that say something else than the latest of the experts' in the follow-up.</summary>
    public static List<RecordedJudgement> Of(SteeringRecord record, FollowUp followUp, Request request, string by, DateOnly today)
    {
        var scope = new RequestScope(Situation.On(record, followUp.CutOff)!, request);
        var made = new List<RecordedJudgement>();
        foreach (var said in request.Report.Statuses)
        {
            if (
                scope.Judged.FirstOrDefault(j => j.Subject == said.Subject && j.Of == said.Of) is not { } judged
                || judged.On(said.Axis) is not { } layers
            )
            {
                continue; // it is not asked for any more
            }

            var status = said.Status ?? layers.Computed;
            var last = record.Judgements.LastOrDefault(j =>
                j.FollowUpId == followUp.Id && j.Layer == Layer.Expert && (j.Subject, j.Of, j.Axis) == (said.Subject, said.Of, said.Axis)
            );
            if (last is null || last.Status != status || last.Reason != said.Reason)
            {
                made.Add(
                    new RecordedJudgement
                    {
                        OrganisationId = request.OrganisationId,
                        Id = new JudgementId(Guid.CreateVersion7()),
                        FollowUpId = followUp.Id,
                        Axis = said.Axis,
                        Layer = Layer.Expert,
                        Subject = said.Subject,
                        Of = said.Of,
                        Status = status,
                        Reason = said.Reason,
                        By = by,
                        On = today,
                        IsExample = request.IsExample,
                    }
                );
            }
        }

        return made;
    }
}
