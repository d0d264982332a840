using System.Globalization;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>What bodies have decided, what it governs, and what came of what they asked for.</summary>
public static class DecisionsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        MeetingWeb.Map(organisation);
        SetMinutesWeb.Map(organisation);
        ReportAssignmentWeb.Map(organisation);
        organisation.MapGet(
            "beslut",
            async (string kommun, string? organ, string? ar, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<DecisionsPage>(
                    new
                    {
                        Place = await visits.EnterAsync(kommun, Right.Read, cancellation),
                        Body = organ,
                        Year = int.TryParse(ar, CultureInfo.InvariantCulture, out var year) ? year : (int?)null,
                    }
                )
        );
        organisation.MapGet(
            "beslut/{id:guid}",
            async (string kommun, Guid id, string? protokoll, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                return Page(place, Find(place, id), new FormValues(), null, protokoll is not null);
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

    internal static Decision Find(Place place, Guid id) =>
        place.Record.Decisions.FirstOrDefault(d => d.Id == new DecisionId(id))
        ?? throw PageFaultException.NotFound("Beslutet finns inte här", "Leta i listan över beslut.", DecisionsLinks.All(place));

    /// <param name="place">Where, and who.</param>
    /// <param name="decision">Which.</param>
    /// <param name="values">Of the form for the minutes.</param>
    /// <param name="error">Why the minutes are as they were. Null: nothing was refused.</param>
    /// <param name="isSaved">Whether they were just changed.</param>
    internal static RazorComponentResult<DecisionPage> Page(
        Place place,
        Decision decision,
        FormValues values,
        string? error,
        bool isSaved = false
    ) =>
        new(
            new
            {
                Place = place,
                Decision = decision,
                Values = values,
                Error = error,
                IsSaved = isSaved,
            }
        )
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
