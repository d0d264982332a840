using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Statistics;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Storage.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Indicators;

/// <summary>What is measured: the list, and one indicator with all its figures.</summary>
public static class IndicatorsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "indikatorer",
            async (string kommun, string? datum, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<IndicatorsPage>(new { Visit = await visits.OpenAsync(kommun, datum, cancellation) })
        );
        organisation.MapGet(
            "indikator/{kod}",
            async (string kommun, string kod, string? datum, Visits visits, StatisticsChanges changes, CancellationToken cancellation) =>
            {
                var visit = await visits.OpenAsync(kommun, datum, cancellation);
                var indicator =
                    visit.Record.Indicators.FirstOrDefault(i => string.Equals(i.Code, kod, StringComparison.OrdinalIgnoreCase))
                    ?? throw PageFaultException.NotFound(
                        "Indikatorn finns inte här",
                        "Leta i listan över indikatorer.",
                        IndicatorsLinks.All(visit)
                    );
                return new RazorComponentResult<IndicatorPage>(
                    new
                    {
                        Visit = visit,
                        Indicator = indicator,
                        Changes = await UnseenAsync(visit, indicator, changes, cancellation),
                    }
                );
            }
        );
    }

    /// <summary>What the source has changed of the indicator's key figure, for those who can see to it.</summary>
    private static async Task<IReadOnlyList<FactsChange>> UnseenAsync(
        Visit visit,
        Indicator indicator,
        StatisticsChanges changes,
        CancellationToken cancellation
    )
    {
        return visit.Actor.MaySomewhere(Right.ManageMeasures)
            ? [.. (await UnseenChanges.OfAsync(visit.Record, [indicator], changes, cancellation)).Select(c => c.Change)]
            : [];
    }
}
