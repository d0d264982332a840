using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.People;

/// <summary>Who may do what, for the administrator.</summary>
internal static class PersonsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "personer",
            async (string kommun, Visits visits, Accounts accounts, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.ManagePeople, cancellation);
                return new RazorComponentResult<PersonsPage>(
                    new { Place = place, People = await accounts.AllAsync(place.Organisation.OrganisationId, cancellation) }
                );
            }
        );
        organisation.MapGet(
            "personer/ny",
            async (string kommun, Visits visits, CancellationToken cancellation) =>
                Page(await visits.EnterAsync(kommun, Right.ManagePeople, cancellation), null, FormValues.Of(("isActive", Field.Yes)))
        );
        organisation.MapGet("personer/{id:guid}", ShowAsync);
        organisation.MapPost(
            "personer/ny",
            (string kommun, IFormCollection form, Visits v, Accounts a, SavePersonHandler h, CancellationToken c) =>
                SaveAsync(kommun, null, form, v, a, h, c)
        );
        organisation.MapPost(
            "personer/{id:guid}",
            (string kommun, Guid id, IFormCollection form, Visits v, Accounts a, SavePersonHandler h, CancellationToken c) =>
                SaveAsync(kommun, id, form, v, a, h, c)
        );
    }

    private static async Task<IResult> ShowAsync(
        HttpContext http,
        string kommun,
        Guid id,
        string? sparat,
        Visits visits,
        Accounts accounts,
        OneTimeLinks links,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManagePeople, cancellation);
        var person = await FindAsync(place, id, accounts, cancellation);
        var link =
            $"{http.Request.Scheme}://{http.Request.Host}{PeopleLinks.ChoosePassword(place.Organisation.Slug, links.ChoosePassword(person.Account))}";
        return Page(place, person, Values(person), isSaved: sparat is not null, link: link);
    }

    private static async Task<IResult> SaveAsync(
        string kommun,
        Guid? id,
        IFormCollection form,
        Visits visits,
        Accounts accounts,
        SavePersonHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManagePeople, cancellation);
        var person = id is null ? null : await FindAsync(place, id.Value, accounts, cancellation);
        var sent = SentForm.Read(form, PersonWords.Fields(place.Record));
        if (sent.Errors.Count > 0)
        {
            return Page(place, person, sent.Values, sent.Errors);
        }

        try
        {
            var saved = await handler.HandleAsync(
                place.Actor,
                place.Record,
                new SavePerson(
                    person?.Account.Id,
                    sent.Values["name"],
                    sent.Values["email"],
                    sent.Values.Yes("isActive"),
                    [.. sent.Values.Lines("grants").Select(PersonWords.Read)]
                ),
                cancellation
            );
            return Results.Redirect($"{PeopleLinks.Persons(place)}/{saved.Value}?sparat=ja");
        }
        catch (DomainRuleException e)
        {
            return Page(
                place,
                person,
                sent.Values,
                new Dictionary<string, string>(StringComparer.Ordinal) { [e.Field] = $"{Swedish.Capital(RuleWords.Sentence(e))}." }
            );
        }
    }

    private static async Task<AccountWithGrants> FindAsync(Place place, Guid id, Accounts accounts, CancellationToken cancellation) =>
        await accounts.FindAsync(place.Organisation.OrganisationId, new AccountId(id), cancellation)
        ?? throw PageFaultException.NotFound("Personen finns inte här", "Leta i listan över personer.", PeopleLinks.Persons(place));

    private static FormValues Values(AccountWithGrants person) =>
        FormValues.Of(
            ("name", person.Account.Name),
            ("email", person.Account.Email),
            ("isActive", Canonical.Text(person.Account.IsActive)),
            ("grants", string.Join('\n', person.Grants.Select(PersonWords.Value)))
        );

    private static RazorComponentResult<PersonPage> Page(
        Place place,
        AccountWithGrants? person,
        FormValues values,
        IReadOnlyDictionary<string, string>? errors = null,
        bool isSaved = false,
        string? link = null
    ) =>
        new(
            new
            {
                Place = place,
                Person = person,
                Values = values,
                Errors = errors ?? new Dictionary<string, string>(StringComparer.Ordinal),
                IsSaved = isSaved,
                Link = link,
            }
        )
        {
            StatusCode = errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
