using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Years;

/// <summary>What could be made simpler: for those who may read what is being prepared.</summary>
internal static class SimplifyWeb
{
    public static void Map(IEndpointRouteBuilder organisation) =>
        organisation.MapGet(
            YearsLinks.SimplifyPath,
            async (string kommun, string? datum, string? utkast, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<SimplifyPage>(
                    new { View = new SimplifyView(await VisitAsync(kommun, datum, visits, cancellation), utkast) }
                )
        );

    /// <summary>What is to be made simpler is what is measured today: where no day is chosen, today rather than the latest follow-up's day.</summary>
    private static async Task<Visit> VisitAsync(string slug, string? date, Visits visits, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(slug, Right.ReadPreparation, cancellation);
        return string.IsNullOrWhiteSpace(date) && Situation.On(place.Record, place.Today) is { } today
            ? new Visit(place.Actor, today, false, place.Today)
            : await visits.OpenAsync(slug, date, cancellation);
    }
}
