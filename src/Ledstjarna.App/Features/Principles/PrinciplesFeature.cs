using Ledstjarna.App.Doors.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Principles;

/// <summary>The rules by which figures become statuses, in words, and what each would say today.</summary>
public static class PrinciplesWeb
{
    public static void Map(IEndpointRouteBuilder organisation) =>
        organisation.MapGet(
            "principer",
            async (string kommun, string? datum, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<PrinciplesPage>(new { Visit = await visits.OpenAsync(kommun, datum, cancellation) })
        );
}
