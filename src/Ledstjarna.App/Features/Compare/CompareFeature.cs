using Ledstjarna.App.Doors.Web;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Compare;

/// <summary>Any municipality's place among all, figure by figure. The address holds the choice and can be shared.</summary>
public static class CompareWeb
{
    public static void Map(IEndpointRouteBuilder organisation) =>
        organisation.MapGet(
            "jamfor",
            async (
                string kommun,
                string? kommunkod,
                string? datum,
                Visits visits,
                ComparisonReading reading,
                CancellationToken cancellation
            ) =>
            {
                var visit = await visits.OpenAsync(kommun, datum, cancellation);
                var set = await reading.ReadAsync(cancellation);
                var code = string.IsNullOrWhiteSpace(kommunkod) ? visit.Organisation.MunicipalityCode.Value : kommunkod.Trim();
                var chosen =
                    set.Municipalities.FirstOrDefault(m => m.Code.Value == code)
                    ?? throw PageFaultException.NotFound(
                        "Kommunen finns inte bland de 290",
                        "Välj en kommun i listan, eller ange dess fyrsiffriga kod.",
                        visit.Url("jamfor")
                    );
                return new RazorComponentResult<ComparePage>(
                    new
                    {
                        Visit = visit,
                        Set = set,
                        Chosen = chosen,
                    }
                );
            }
        );
}
