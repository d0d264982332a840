using Ledstjarna.App.Doors.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Overview;

/// <summary>How it is going, at a glance: for the one who works with it, and for the politician on one page.</summary>
public static class OverviewWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "",
            async (string kommun, string? datum, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<OverviewPage>(new { Visit = await visits.OpenAsync(kommun, datum, cancellation) })
        );
        organisation.MapGet(
            "laget",
            async (string kommun, string? datum, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<OnePage>(new { Visit = await visits.OpenAsync(kommun, datum, cancellation) })
        );
    }
}
