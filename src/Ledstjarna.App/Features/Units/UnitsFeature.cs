using Ledstjarna.App.Doors.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Units;

/// <summary>The units: all of them, and one with what is its own.</summary>
public static class UnitsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "enheter",
            async (string kommun, string? datum, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<UnitsPage>(new { Visit = await visits.OpenAsync(kommun, datum, cancellation) })
        );
        organisation.MapGet(
            "enhet/{forkortning}",
            async (string kommun, string forkortning, string? datum, Visits visits, CancellationToken cancellation) =>
            {
                var visit = await visits.OpenAsync(kommun, datum, cancellation);
                var wanted = forkortning.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase); // the only sign that stays coded in an address
                var unit =
                    visit.Record.Units.FirstOrDefault(u => string.Equals(u.Abbreviation, wanted, StringComparison.OrdinalIgnoreCase))
                    ?? throw PageFaultException.NotFound("Enheten finns inte här", "Leta i listan över enheter.", UnitsLinks.All(visit));
                return new RazorComponentResult<UnitPage>(new { Visit = visit, Unit = unit });
            }
        );
    }
}
