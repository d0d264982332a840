using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>What bodies have decided, what it governs, and what came of what they asked for.</summary>
public static class DecisionsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        MeetingWeb.Map(organisation);
        organisation.MapGet(
            "beslut",
            async (string kommun, string? organ, int? ar, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<DecisionsPage>(
                    new
                    {
                        Place = await visits.EnterAsync(kommun, Right.Read, cancellation),
                        Body = organ,
                        Year = ar,
                    }
                )
        );
        organisation.MapGet(
            "beslut/{id:guid}",
            async (string kommun, Guid id, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                var decision =
                    place.Record.Decisions.FirstOrDefault(d => d.Id == new DecisionId(id))
                    ?? throw PageFaultException.NotFound(
                        "Beslutet finns inte här",
                        "Leta i listan över beslut.",
                        DecisionsLinks.All(place)
                    );
                return new RazorComponentResult<DecisionPage>(new { Place = place, Decision = decision });
            }
        );
        organisation.MapGet(
            "uppdrag",
            async (string kommun, string? enhet, string? lage, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<AssignmentsPage>(
                    new
                    {
                        Place = await visits.EnterAsync(kommun, Right.Read, cancellation),
                        UnitCode = enhet,
                        StateName = lage,
                    }
                )
        );
    }
}
