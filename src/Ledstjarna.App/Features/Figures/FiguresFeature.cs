using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Recording;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Figures;

/// <summary>Figures in and out: typed, from a file, to a file.</summary>
public static class FiguresWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet("siffror", ShowAsync);
        organisation.MapPost("siffror", SaveAsync);
        ImportWeb.Map(organisation);
        ExportWeb.Map(organisation);
    }

    private static async Task<IResult> ShowAsync(
        string kommun,
        string? indikator,
        string? enhet,
        string? period,
        int? sparat,
        int? inlast,
        Visits visits,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.RecordFigures, cancellation);
        return new RazorComponentResult<GridPage>(
            new
            {
                Place = place,
                Grid = Grid(place, indikator, enhet, period),
                Recorded = sparat,
                BroughtIn = inlast,
            }
        );
    }

    private static async Task<IResult> SaveAsync(
        HttpContext http,
        string kommun,
        string? indikator,
        string? enhet,
        string? period,
        IFormCollection form,
        Visits visits,
        RecordFiguresHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.RecordFigures, cancellation);
        var grid = Grid(place, indikator, enhet, period);
        var sent = GridForm.Read(form, grid);
        if (sent.Errors.Count > 0)
        {
            return Page(place, grid, sent, null, StatusCodes.Status422UnprocessableEntity);
        }

        var result = await handler.HandleAsync(place.Actor, sent.Figures, null, cancellation);
        if (result.Overtaken.Count > 0)
        {
            return Page(place, grid, sent, result, StatusCodes.Status412PreconditionFailed);
        }

        var query = http
            .Request.Query.Where(q => q.Key != "sparat")
            .Select(q => $"{q.Key}={Uri.EscapeDataString(q.Value.ToString())}")
            .Append($"sparat={result.Recorded}");
        return Results.Redirect($"{FiguresLinks.Enter(place)}?{string.Join('&', query)}");
    }

    private static RazorComponentResult<GridPage> Page(Place place, FigureGrid grid, GridForm sent, RecordResult? result, int statusCode) =>
        new(
            new
            {
                Place = place,
                Grid = grid,
                Form = sent,
                Overtaken = result?.Overtaken ?? new Dictionary<Storage.Writing.FigureKey, Storage.Writing.CurrentFigure>(),
            }
        )
        {
            StatusCode = statusCode,
        };

    private static FigureGrid Grid(Place place, string? code, string? unit, string? period)
    {
        if (!string.IsNullOrWhiteSpace(code))
        {
            var indicator =
                place.Record.Indicators.FirstOrDefault(i => string.Equals(i.Code, code, StringComparison.OrdinalIgnoreCase))
                ?? throw PageFaultException.NotFound("Indikatorn finns inte här", "Välj en i listan.", FiguresLinks.Enter(place));
            place.Actor.Require(Right.RecordFigures, indicator.OwnerId);
            return FigureGrid.Of(place.Record, indicator, place.Today);
        }

        Unit? chosen = string.IsNullOrWhiteSpace(unit)
            ? null
            : place.Record.Units.FirstOrDefault(u => string.Equals(u.Abbreviation, unit, StringComparison.OrdinalIgnoreCase))
                ?? throw PageFaultException.NotFound("Enheten finns inte här", "Välj en i listan.", FiguresLinks.Enter(place));
        return FigureGrid.Of(place.Record, chosen, PeriodOf(place, period), place.Actor);
    }

    /// <summary>The one asked for; else the year that the newest figures are of.</summary>
    private static Period PeriodOf(Place place, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Newest(place.Record) ?? Period.Of(PeriodKind.Year, place.Today.Year - 1);
        }

        return Period.TryParse(text.Trim().ToUpperInvariant(), out var period)
            ? period
            : throw new PageFaultException(
                StatusCodes.Status400BadRequest,
                "Perioden går inte att läsa",
                "Skriv 2022, 2022T1, 2022Q1, 2022H1 eller 2022-05.",
                FiguresLinks.Enter(place)
            );
    }

    private static Period? Newest(SteeringRecord record) =>
        record.Observations.Where(o => o.Period.Kind == PeriodKind.Year && o.Value is not null).Select(o => (Period?)o.Period).Max();
}
