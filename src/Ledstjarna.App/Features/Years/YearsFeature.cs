using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Years;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Years;

/// <summary>The goals over time: year by year, since last time, how stable they are, and what could be made simpler.</summary>
public static class YearsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            YearsLinks.PicturePath,
            async (string kommun, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                return new RazorComponentResult<PicturePage>(new { Place = place, Picture = AnnualPicture.Of(place.Record, place.Today) });
            }
        );
        organisation.MapGet(
            $"{YearsLinks.PicturePath}.csv",
            async (string kommun, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                return CsvFile.Of(
                    $"arsbild-{place.Organisation.Slug}.csv",
                    PictureRows.Of(place.Record, AnnualPicture.Of(place.Record, place.Today))
                );
            }
        );
        organisation.MapGet(
            YearsLinks.SincePath,
            async (string kommun, string? datum, Visits visits, CancellationToken cancellation) =>
            {
                var visit = await visits.OpenAsync(kommun, datum, cancellation);
                return new RazorComponentResult<SinceLastPage>(new { Visit = visit, Since = SinceLast.Of(visit.Situation) });
            }
        );
        organisation.MapGet(
            YearsLinks.StabilityPath,
            async (string kommun, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                return new RazorComponentResult<StabilityPage>(new { Place = place, Principles = Stability.Of(place.Record) });
            }
        );
        SimplifyWeb.Map(organisation);
    }
}
