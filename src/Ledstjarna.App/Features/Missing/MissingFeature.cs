using Ledstjarna.App.Doors.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Missing;

/// <summary>The missing-data register: every figure that is expected and not there, as a page and as a file.</summary>
public static class MissingWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "bortfall",
            async (string kommun, string? datum, string? enhet, string? mal, Visits visits, CancellationToken cancellation) =>
            {
                var visit = await visits.OpenAsync(kommun, datum, cancellation);
                return new RazorComponentResult<MissingPage>(new { Visit = visit, Choice = new RegisterChoice(visit, enhet, mal) });
            }
        );
        organisation.MapGet(
            "bortfall.csv",
            async (string kommun, string? datum, string? enhet, string? mal, Visits visits, CancellationToken cancellation) =>
            {
                var visit = await visits.OpenAsync(kommun, datum, cancellation);
                var name = $"bortfall-{visit.Organisation.Slug}-{Words.Swedish.Date(visit.Situation.CutOff)}.csv";
                return CsvFile.Of(name, RegisterRows.Of(visit, new RegisterChoice(visit, enhet, mal).Figures));
            }
        );
    }
}
