using System.Globalization;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Integrations.Files;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Figures;

/// <summary>All figures that one may record, as a file that the import takes.</summary>
internal static class ExportWeb
{
    public static void Map(IEndpointRouteBuilder organisation) =>
        organisation.MapGet(
            "siffror.csv",
            async (string kommun, string? form, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.RecordFigures, cancellation);
                var content = new MemoryStream();
                TableWriter.WriteCsv(content, Rows(place), form == "kalkylark" ? CsvForm.SpreadsheetSafe : CsvForm.Exact);
                content.Position = 0;
                return Results.File(
                    content,
                    "text/csv; charset=utf-8",
                    $"siffror-{place.Organisation.Slug}-{Swedish.Date(place.Today)}.csv"
                );
            }
        );

    private static IEnumerable<IReadOnlyList<string>> Rows(Place place)
    {
        yield return FigureColumns.Headings;
        var own = place.Record.Indicators.Where(i => place.Actor.May(Right.RecordFigures, i.OwnerId)).ToDictionary(i => i.Id);
        foreach (
            var (key, figure) in LatestFigures
                .Of(place.Record, o => own.ContainsKey(o.IndicatorId))
                .Where(f => f.Value.Missing != MissingReason.Withdrawn)
                .OrderBy(f => own[f.Key.Indicator].Code, StringComparer.Ordinal)
                .ThenBy(f => f.Key.Period)
                .ThenBy(f => f.Key.Breakdown)
        )
        {
            yield return Row(own[key.Indicator], key, figure);
        }
    }

    private static string[] Row(Indicator indicator, FigureKey key, CurrentFigure figure) =>
        [
            indicator.Code,
            key.Period.ToString(),
            ChoiceWords.Name(key.Breakdown).ToLowerInvariant(),
            figure.Value is { } v ? FigureWords.InFile(v) : "..",
            figure.Missing is { } m ? StatusWords.Reason(m) : "",
            figure.ExpectedOn is { } day ? Swedish.Date(day) : "",
            figure.Margin is { } margin ? FigureWords.InFile(margin) : "",
            figure.Answers?.ToString(CultureInfo.InvariantCulture) ?? "",
            figure.IsPreliminary ? "ja" : "nej",
            figure.Note ?? "",
            indicator.Name,
        ];
}
