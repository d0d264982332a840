using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Storage.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Goals;

/// <summary>The goals: the whole tree, one goal with all that belongs to it, and who contributes to what.</summary>
public static class GoalsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        ImportGoalsWeb.Map(organisation);
        OrderGoalsWeb.Map(organisation);
        organisation.MapGet(
            "mal/{nummer}",
            async (string kommun, string nummer, string? datum, Visits visits, Requests requests, CancellationToken cancellation) =>
            {
                var visit = await visits.OpenAsync(kommun, datum, cancellation);
                var goal =
                    visit.Situation.FindGoal(nummer)
                    ?? throw PageFaultException.NotFound(
                        "Målet finns inte här",
                        $"Målstrukturen som gällde {Words.Swedish.Date(visit.Situation.CutOff)} har inget mål med det numret. Leta i målträdet, eller välj ett annat datum.",
                        GoalsLinks.Tree(visit)
                    );
                return new RazorComponentResult<GoalPage>(
                    new
                    {
                        Visit = visit,
                        Goal = goal,
                        Reports = await ReportsAsync(visit, requests, cancellation),
                    }
                );
            }
        );
        organisation.MapGet(
            "maltrad",
            async (string kommun, string? datum, string? enhet, string? status, Visits visits, CancellationToken cancellation) =>
            {
                var visit = await visits.OpenAsync(kommun, datum, cancellation);
                var wanted = Enum.TryParse<Status>(status, out var s) && Enum.IsDefined(s) ? s : (Status?)null;
                return new RazorComponentResult<TreePage>(new { Visit = visit, Filter = new TreeFilter(visit.Situation, enhet, wanted) });
            }
        );
        organisation.MapGet(
            "bidrag",
            async (string kommun, string? datum, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<ContributionsPage>(new { Visit = await visits.OpenAsync(kommun, datum, cancellation) })
        );
    }

    /// <summary>What units have handed in; before it is decided only for those who may see what is being prepared.</summary>
    private static async Task<IReadOnlyList<Request>> ReportsAsync(Visit visit, Requests requests, CancellationToken cancellation) =>
        visit.Situation is { IsFrozen: true, Record.Requests.Count: > 0 } || visit.Actor.MaySomewhere(Right.ReadPreparation)
            ? [.. (await requests.OfAsync(visit.Situation, cancellation)).Where(r => r.IsReported)]
            : [];
}
