using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.Demo;

internal sealed partial class DemoBuilder
{
    /// <summary>Who was asked in each follow-up, and what they said. In the open one only some have answered.</summary>
    private void AddRequests()
    {
        var record = Record();
        foreach (var followUp in record.FollowUps)
        {
            var situation = Situation.On(record, followUp.CutOff)!;
            foreach (var request in RequestPlan.Of(record, followUp, [], System.Guid.CreateVersion7))
            {
                var goal = situation.Goals.Single(g => g.Id == request.GoalId);
                var unit = _units.Single(u => u.Value == request.UnitId).Key;
                var said = _examples.Reports.SingleOrDefault(r => (r.FollowUp, r.Goal, r.Unit) == (followUp.CutOff, goal.Number, unit));
                var asked = request with
                {
                    Id = new RequestId(Guid($"request/{followUp.CutOff:yyyy-MM-dd}/{goal.Number}/{unit}")),
                    IsExample = true,
                };
                var isDone = followUp.IsDecided || said is not null || (request.JudgesGoal && IsJudged(record, followUp, goal.Number));
                _rows.Add(isDone ? Reported(situation, asked, said) : asked);
            }
        }
    }

    private static bool IsJudged(SteeringRecord record, FollowUp followUp, string goal) =>
        record.Judgements.Any(j => (j.FollowUpId, j.Subject, j.Of, j.Layer) == (followUp.Id, Subject.Goal, goal, Layer.Expert));

    /// <summary>The facts of the unit's figures, the judgements it made, and its own words where there are any.</summary>
    private static Request Reported(Situation situation, Request request, DemoExamples.ReportRow? said)
    {
        var scope = new RequestScope(situation, request);
        var facts = scope.Indicators.Select(i => FollowUpWords.Fact(situation, i)).OfType<string>().Select(f => $"- {f}").ToList();
        var comment = string.Join("\n\n", new[] { said?.Comment, facts.Count == 0 ? null : string.Join('\n', facts) }.OfType<string>());
        return request with
        {
            ReportedAt = Told(situation.CutOff).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc),
            ReportedBy = ChoiceWords.Name(Domain.Access.Role.Expert),
            Version = 1,
            Report = new Report
            {
                Statuses = [.. Statuses(situation, scope, request)],
                Comment = comment.Length == 0 ? null : comment,
                Analysis = said?.Analysis,
                Measures = said?.Measures,
                Effects = [.. (said?.Effects ?? []).Select(e => new ReportedEffect(e.Group, e.Effect, e.Text))],
            },
        };
    }

    /// <summary>The experts' judgements of what the request asks for.</summary>
    private static IEnumerable<ReportedStatus> Statuses(Situation situation, RequestScope scope, Request request)
    {
        var asked = scope
            .Indicators.Select(i => (Subject.Indicator, i.Code))
            .Concat(scope.Activities.Select(a => (Subject.Activity, a.Code)));
        var of = request.JudgesGoal && scope.Goal is { } goal ? asked.Append((Subject.Goal, goal.Number)) : asked;
        return situation
            .Record.Judgements.Where(j => j.FollowUpId == request.FollowUpId && j.Layer == Layer.Expert && of.Contains((j.Subject, j.Of)))
            .Select(j => new ReportedStatus(j.Subject, j.Of, j.Axis, j.Status, j.Reason));
    }
}
