using Ledstjarna.App.Components;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.GetStarted;

/// <summary>From an empty installation to a municipality that can begin to work.</summary>
public static class GetStartedWeb
{
    /// <summary>The one address outside any organisation: for the one who has the link of the first start.</summary>
    public static void MapFirstStart(IEndpointRouteBuilder app)
    {
        app.MapGet("/kom-igang", FirstStartAsync);
        app.MapPost("/kom-igang", CreateAsync).RequireRateLimiting(Limits.SignIn);
    }

    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "kom-igang",
            async (string kommun, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<GetStartedPage>(
                    new { Place = await visits.EnterAsync(kommun, Right.ManageOrganisation, cancellation) }
                )
        );
        organisation.MapGet(
            "kom-igang/enheter",
            async (string kommun, Visits visits, CancellationToken cancellation) =>
                UnitsPage(await visits.EnterAsync(kommun, Right.ManageOrganisation, cancellation), "", null)
        );
        organisation.MapPost("kom-igang/enheter", AddUnitsAsync);
    }

    private static async Task<IResult> FirstStartAsync(
        string? nyckel,
        Database database,
        OneTimeLinks links,
        CancellationToken cancellation
    )
    {
        await RequireFirstStartAsync(nyckel, database, links, cancellation);
        return Page(nyckel!, new FormValues(), new Dictionary<string, string>(StringComparer.Ordinal));
    }

    private static async Task<IResult> CreateAsync(
        string? nyckel,
        IFormCollection form,
        Database database,
        OneTimeLinks links,
        CreateOrganisationHandler handler,
        CancellationToken cancellation
    )
    {
        await RequireFirstStartAsync(nyckel, database, links, cancellation);
        var sent = SentForm.Read(form, FirstStartPage.Fields);
        if (sent.Errors.Count > 0)
        {
            return Page(nyckel!, sent.Values, sent.Errors);
        }

        try
        {
            var (administrator, slug) = await handler.HandleAsync(
                Actor.Operator(default),
                new CreateOrganisation(sent.Values["municipalityCode"], sent.Values["name"], sent.Values["email"]),
                cancellation
            );
            return Results.Redirect(People.PeopleLinks.ChoosePassword(slug, links.ChoosePassword(administrator)));
        }
        catch (DomainRuleException e)
        {
            return Page(
                nyckel!,
                sent.Values,
                new Dictionary<string, string>(StringComparer.Ordinal) { [e.Field] = $"{Swedish.Capital(RuleWords.Sentence(e))}." }
            );
        }
    }

    private static async Task<IResult> AddUnitsAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        AddUnitsHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageOrganisation, cancellation);
        var text = form[FieldInput.Prefix + "units"].ToString();
        try
        {
            await handler.HandleAsync(place.Actor, UnitLines.Read(text), cancellation);
            return Results.Redirect($"/{place.Organisation.Slug}/kom-igang");
        }
        catch (DomainRuleException e)
        {
            return UnitsPage(place, text, $"{Swedish.Capital(RuleWords.Sentence(e))}. Inget är sparat.");
        }
    }

    private static RazorComponentResult<StartUnitsPage> UnitsPage(Place place, string text, string? error) =>
        new(
            new
            {
                Place = place,
                Text = text.Length > 0 ? text : UnitLines.Usual(place.Record.Units),
                Error = error,
            }
        )
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static RazorComponentResult<FirstStartPage> Page(
        string secret,
        FormValues values,
        IReadOnlyDictionary<string, string> errors
    ) =>
        new(
            new
            {
                Secret = secret,
                Values = values,
                Errors = errors,
            }
        )
        {
            StatusCode = errors.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    /// <summary>Used up when there is an organisation that is not the demonstration.</summary>
    private static async Task RequireFirstStartAsync(string? secret, Database database, OneTimeLinks links, CancellationToken cancellation)
    {
        if (!links.IsFirstStart(secret) || (await database.OrganisationsAsync(cancellation)).Any(o => !o.IsDemo))
        {
            throw PageFaultException.NotFound(
                "Länken går inte att använda",
                "Den är använd eller för gammal. Starta om Ledstjärna för en ny, eller lägg upp en administratör med kommandot ledstjarna admin create."
            );
        }
    }
}
