using System.Globalization;
using Ledstjarna.App.Doors;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.Indicators;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Kolada;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>National statistics: the catalogue of key figures, each for all municipalities, and the indicators that take their figures from them.</summary>
public static class StatisticsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet("nyckeltal", CatalogueAsync);
        organisation.MapGet("nyckeltal/{nyckeltal}", KeyFigureAsync);
        organisation.MapGet("nyckeltal/{nyckeltal}/knyt", BindFormAsync);
        organisation.MapPost("nyckeltal/{nyckeltal}/knyt", BindAsync);
        organisation.MapGet("statistik", ChangesAsync);
        organisation.MapPost("statistik", HandleChangeAsync);
        organisation.MapGet("statistik/hamtningar", ImportsAsync);
        organisation.MapPost("statistik/hamtningar", FetchAsync);
        ScbWeb.Map(organisation);
    }

    private static async Task<IResult> CatalogueAsync(
        string kommun,
        [AsParameters] CatalogueQuery asked,
        Visits visits,
        KeyFigures keyFigures,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
        var question = new KeyFigureQuestion(
            asked.Words,
            CatalogueQuery.NotBlank(asked.Omrade),
            CatalogueQuery.NotBlank(asked.Mangd),
            asked.ByGender,
            asked.WithDiscontinued,
            place.Organisation.IsDemo
        );
        return new RazorComponentResult<CataloguePage>(
            new
            {
                Visit = place,
                Asked = asked,
                Found = asked.IsTooLong ? new FoundKeyFigures([], 0) : await keyFigures.FindAsync(question, asked.Page, cancellation),
                OperatingAreas = await keyFigures.OperatingAreasAsync(cancellation),
                Sets = await keyFigures.SetsAsync(cancellation),
                All = await keyFigures.CountAsync(cancellation),
            }
        );
    }

    private static async Task<IResult> KeyFigureAsync(
        string kommun,
        string nyckeltal,
        string? kommunkod,
        string? ar,
        string? kon,
        string? grupp,
        Visits visits,
        KeyFigurePages pages,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
        var view = await pages.ViewAsync(
            place,
            await FindAsync(place, nyckeltal, pages, cancellation),
            kommunkod,
            ar,
            kon,
            grupp,
            cancellation
        );
        return new RazorComponentResult<KeyFigurePage>(new { Visit = place, View = view });
    }

    private static async Task<IResult> BindFormAsync(
        string kommun,
        string nyckeltal,
        string? indikator,
        Visits visits,
        KeyFigurePages pages,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageMeasures, cancellation);
        var keyFigure = await FindAsync(place, nyckeltal, pages, cancellation);
        var chosen = Indicator(place, indikator);
        var (name, unit) = chosen is null ? BindIndicatorHandler.Proposal(keyFigure) : (chosen.Name, chosen.Unit);
        var direction = chosen?.Direction ?? (KoladaShipped.Directions.TryGetValue(keyFigure.Code, out var judged) ? judged : null);
        var values = FormValues.Of(
            ("name", name),
            ("unit", unit),
            ("direction", direction?.ToString()),
            ("owner", chosen?.OwnerId?.Value.ToString())
        );
        return Form(place, keyFigure, chosen, values, new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private static async Task<IResult> BindAsync(
        string kommun,
        string nyckeltal,
        IFormCollection form,
        Visits visits,
        KeyFigurePages pages,
        BindIndicatorHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageMeasures, cancellation);
        var keyFigure = await FindAsync(place, nyckeltal, pages, cancellation);
        var chosen = Indicator(place, form["indikator"]);
        var sent = SentForm.Read(form, BindFields(place, keyFigure));
        if (sent.Errors.Count > 0)
        {
            return Form(place, keyFigure, chosen, sent.Values, sent.Errors);
        }

        try
        {
            var (code, _) = await handler.HandleAsync(
                place.Actor,
                new BindIndicator(
                    keyFigure,
                    chosen?.Code,
                    sent.Values["name"],
                    sent.Values["unit"],
                    sent.Values.Enum<Direction>("direction"),
                    sent.Values.Id("owner") is { } owner ? new UnitId(owner) : null
                ),
                cancellation
            );
            return Results.Redirect(IndicatorsLinks.Indicator(place, code));
        }
        catch (DomainRuleException e)
        {
            var fields = BindFields(place, keyFigure);
            var field = fields.FirstOrDefault(f => f.Name == e.Field)?.Name ?? "";
            return Form(
                place,
                keyFigure,
                chosen,
                sent.Values,
                new Dictionary<string, string>(StringComparer.Ordinal) { [field] = $"{Swedish.Capital(RuleWords.Sentence(e))}." }
            );
        }
    }

    private static async Task<IResult> ChangesAsync(
        string kommun,
        string? sedan,
        Visits visits,
        StatisticsChanges changes,
        KeyFigures keyFigures,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
        var moments = Moments(place);
        var chosen = DateText.TryParse(sedan?.Trim(), out var day) ? day : moments[0].Day;
        var codes = place.Record.Indicators.Select(i => i.KeyFigureCode).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var bound = await keyFigures.FindAsync(codes, cancellation);
        var since = chosen.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc);
        return new RazorComponentResult<ChangesPage>(
            new
            {
                Visit = place,
                Since = chosen,
                SinceWords = moments.FirstOrDefault(m => m.Day == chosen).Name ?? Swedish.LongDate(chosen),
                Moments = moments.Exists(m => m.Day == chosen) ? moments : [(chosen, Swedish.LongDate(chosen)), .. moments],
                Bound = bound,
                Values = await changes.ValuesAsync(codes, place.Organisation.MunicipalityCode.Value, since, cancellation),
                Facts = (await changes.FactsAsync(codes, since, cancellation)).Where(c => c.IsMaterial).ToList(),
                Handled = place.Record.HandledFactsChanges.Select(h => (h.IndicatorId, h.ImportId)).ToHashSet(),
            }
        );
    }

    /// <summary>The follow-ups, the latest first, and a year ago.</summary>
    private static List<(DateOnly Day, string Name)> Moments(Place place) =>
        [
            .. place
                .Record.FollowUps.Where(f => f.CutOff <= place.Today)
                .OrderByDescending(f => f.CutOff)
                .Select(f => (f.CutOff, PlaceWords.Name(f))),
            (place.Today.AddYears(-1), "ett år sedan"),
            (place.Today.AddYears(-10), "tio år sedan"),
        ];

    private static async Task<IResult> HandleChangeAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        HandleFactsChangeHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageMeasures, cancellation);
        _ = int.TryParse(form["hamtning"], NumberStyles.None, CultureInfo.InvariantCulture, out var import);
        await handler.HandleAsync(place.Actor, form["indikator"].ToString(), import, form["svar"] == "omlaggning", cancellation);
        return Results.Redirect(StatisticsLinks.Changes(place));
    }

    private static async Task<IResult> ImportsAsync(
        string kommun,
        Visits visits,
        StatisticsImports imports,
        StatisticsSettings settings,
        CancellationToken cancellation
    ) =>
        new RazorComponentResult<ImportsPage>(
            new
            {
                Visit = await visits.EnterAsync(kommun, Right.Read, cancellation),
                Imports = await imports.LatestAsync(30, cancellation),
                IsOn = settings.Sources.Count > 0,
            }
        );

    private static async Task<IResult> FetchAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        FetchRequests requests,
        StopImportHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.FetchStatistics, cancellation);
        if (int.TryParse(form["stoppa"], NumberStyles.None, CultureInfo.InvariantCulture, out var import))
        {
            await handler.HandleAsync(place.Actor, import, cancellation);
        }
        else
        {
            requests.Ask();
        }

        return Results.Redirect(StatisticsLinks.Imports(place));
    }

    private static RazorComponentResult<BindPage> Form(
        Place place,
        KeyFigure keyFigure,
        Indicator? chosen,
        FormValues values,
        IReadOnlyDictionary<string, string> errors
    ) =>
        new(
            new
            {
                Visit = place,
                KeyFigure = keyFigure,
                Chosen = chosen,
                Fields = BindFields(place, keyFigure),
                Values = values,
                Errors = errors,
            }
        )
        {
            StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };

    private static IReadOnlyList<Field> BindFields(Place place, KeyFigure keyFigure) =>
        [
            new("name", "Namn") { IsRequired = true, MaxLength = 300 },
            new("unit", "Enhet")
            {
                IsRequired = true,
                MaxLength = 60,
                Hint = keyFigure.Facts.Parts.Unit is null ? "Källan anger ingen. Skriv till exempel %, antal eller index." : null,
            },
            new("direction", "Vad är bra", FieldKind.Choice)
            {
                IsRequired = true,
                Options = Choices.Of<Direction>(ChoiceWords.Name),
                Hint = KoladaShipped.Directions.ContainsKey(keyFigure.Code)
                    ? "Källan säger det inte. Det som är valt är ett förslag; kontrollera att det stämmer för er."
                    : "Källan säger det inte, så det behöver ni avgöra.",
            },
            new("owner", "Följs upp av", FieldKind.Choice) { Options = Choices.Units(place.Record) },
        ];

    private static Indicator? Indicator(Place place, string? code) =>
        string.IsNullOrWhiteSpace(code)
            ? null
            : place.Record.Indicators.FirstOrDefault(i => string.Equals(i.Code, code.Trim(), StringComparison.OrdinalIgnoreCase))
                ?? throw PageFaultException.NotFound(
                    "Indikatorn finns inte här",
                    "Den kan ha tagits bort. Välj nyckeltalet på nytt och sedan en indikator i listan.",
                    StatisticsLinks.Find(place)
                );

    private static async Task<KeyFigure> FindAsync(Place place, string code, KeyFigurePages pages, CancellationToken cancellation) =>
        await pages.FindAsync(place, code, cancellation)
        ?? throw PageFaultException.NotFound(
            "Nyckeltalet finns inte",
            "Kontrollera koden, eller sök i katalogen.",
            StatisticsLinks.Find(place)
        );
}
