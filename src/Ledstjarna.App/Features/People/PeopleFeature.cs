using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.People;

/// <summary>Signing in and out, one's own account, and who may do what.</summary>
public static class PeopleWeb
{
    /// <summary>The rate limit on what tries a password.</summary>
    private const string SignInLimit = Limits.SignIn;

    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet("logga-in", SignInPageAsync);
        organisation.MapPost("logga-in", SignInAsync).RequireRateLimiting(SignInLimit);
        organisation.MapPost("logga-in/demo", DemoAsync);
        organisation.MapPost("logga-ut", SignOutAsync);
        organisation.MapPost("logga-ut-overallt", SignOutEverywhereAsync);
        organisation.MapGet("valj-losenord", ChoosePageAsync);
        organisation.MapPost("valj-losenord", ChooseAsync).RequireRateLimiting(SignInLimit);
        organisation.MapGet("mitt-konto", MyAccountAsync);
        organisation.MapPost("mitt-konto", ChangePasswordAsync).RequireRateLimiting(SignInLimit);
        PersonsWeb.Map(organisation);
    }

    private static async Task<IResult> SignInPageAsync(
        HttpContext http,
        string kommun,
        string? till,
        string? fel,
        Visits visits,
        Accounts accounts,
        IReadOnlyList<OidcProviderSettings> providers,
        CancellationToken cancellation
    )
    {
        var organisation = await visits.OrganisationAsync(kommun, cancellation);
        return Session.In(http, organisation.OrganisationId) is not null
            ? Results.Redirect(Back(till, organisation.Slug))
            : await PageAsync(
                organisation,
                Back(till, organisation.Slug),
                accounts,
                providers,
                cancellation,
                error: OidcFailures.Sentence(fel)
            );
    }

    private static async Task<IResult> SignInAsync(
        HttpContext http,
        string kommun,
        IFormCollection form,
        Visits visits,
        Accounts accounts,
        SignInHandler handler,
        IReadOnlyList<OidcProviderSettings> providers,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var organisation = await visits.OrganisationAsync(kommun, cancellation);
        var (email, back) = (form[FieldInputName(SignInForm.Email)].ToString(), Back(form["till"], organisation.Slug));
        var actor = Actor.Visitor(organisation.OrganisationId, organisation.IsDemo);
        var (result, account) = await handler.HandleAsync(actor, email, form[FieldInputName(SignInForm.Password)], cancellation);
        if (account is null || result != SignInResult.Welcome)
        {
            return await PageAsync(organisation, back, accounts, providers, cancellation, email, SignInWords.Refused(result));
        }

        await http.SignInAsync(Session.Scheme, Session.Principal(account, time.GetUtcNow()));
        return Results.Redirect(back);
    }

    /// <summary>In the demonstration and nowhere else.</summary>
    private static async Task<IResult> DemoAsync(
        HttpContext http,
        string kommun,
        IFormCollection form,
        Visits visits,
        Accounts accounts,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var organisation = await visits.OrganisationAsync(kommun, cancellation);
        if (
            !organisation.IsDemo
            || !Guid.TryParse(form["konto"], out var id)
            || await accounts.FindAsync(organisation.OrganisationId, new AccountId(id), cancellation)
                is not { Account: { IsActive: true, PasswordHash: null } account }
        )
        {
            throw PageFaultException.NotFound(
                "Rollen finns inte här",
                "Logga in med e-postadress och lösenord i stället.",
                PeopleLinks.SignIn(organisation.Slug)
            );
        }

        await http.SignInAsync(Session.Scheme, Session.Principal(account, time.GetUtcNow()));
        return Results.Redirect(Back(form["till"], organisation.Slug));
    }

    private static async Task<IResult> SignOutAsync(
        HttpContext http,
        string kommun,
        IFormCollection form,
        Visits visits,
        CancellationToken cancellation
    )
    {
        var organisation = await visits.OrganisationAsync(kommun, cancellation);
        _ = form;
        await http.SignOutAsync(Session.Scheme);
        return Results.Redirect($"/{organisation.Slug}");
    }

    private static async Task<IResult> SignOutEverywhereAsync(
        HttpContext http,
        string kommun,
        IFormCollection form,
        Visits visits,
        SignOutEverywhereHandler handler,
        CancellationToken cancellation
    )
    {
        _ = form;
        var place = await OwnAsync(kommun, visits, cancellation);
        await handler.HandleAsync(place.Actor, cancellation);
        await http.SignOutAsync(Session.Scheme);
        return Results.Redirect(PeopleLinks.SignIn(place.Organisation.Slug));
    }

    private static async Task<IResult> ChoosePageAsync(
        string kommun,
        string? nyckel,
        Visits visits,
        Accounts accounts,
        OneTimeLinks links,
        CancellationToken cancellation
    )
    {
        var organisation = await visits.OrganisationAsync(kommun, cancellation);
        var account = await OfLinkAsync(organisation, nyckel, accounts, links, cancellation);
        return new RazorComponentResult<ChoosePasswordPage>(new { Organisation = organisation, account.Email });
    }

    private static async Task<IResult> ChooseAsync(
        HttpContext http,
        string kommun,
        string? nyckel,
        IFormCollection form,
        Visits visits,
        Accounts accounts,
        OneTimeLinks links,
        ChangePasswordHandler handler,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var organisation = await visits.OrganisationAsync(kommun, cancellation);
        var account = await OfLinkAsync(organisation, nyckel, accounts, links, cancellation);
        var actor = Actor.Visitor(organisation.OrganisationId, mayRead: false) with { Account = account.Id, Name = account.Name };
        try
        {
            var (changed, refusal) = await handler.HandleAsync(
                actor,
                account.Id,
                account.Stamp,
                form[FieldInputName(SignInForm.NewPassword)],
                cancellation
            );
            if (changed is null || refusal is not null)
            {
                throw UsedLink(organisation.Slug);
            }

            await http.SignInAsync(Session.Scheme, Session.Principal(changed, time.GetUtcNow()));
            return Results.Redirect($"/{organisation.Slug}/arbeta");
        }
        catch (DomainRuleException e)
        {
            return new RazorComponentResult<ChoosePasswordPage>(
                new
                {
                    Organisation = organisation,
                    account.Email,
                    Error = $"{Swedish.Capital(RuleWords.Sentence(e))}.",
                }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        }
    }

    private static async Task<IResult> MyAccountAsync(
        HttpContext http,
        string kommun,
        string? sparat,
        Visits visits,
        OwnMails mails,
        CancellationToken cancellation
    )
    {
        var place = await OwnAsync(kommun, visits, cancellation);
        return MyPage(http, place, await mails.UnreadAsync(place.Actor, cancellation), isSaved: sparat is not null);
    }

    private static async Task<IResult> ChangePasswordAsync(
        HttpContext http,
        string kommun,
        IFormCollection form,
        Visits visits,
        ChangePasswordHandler handler,
        OwnMails mails,
        TimeProvider time,
        CancellationToken cancellation
    )
    {
        var place = await OwnAsync(kommun, visits, cancellation);
        var unread = await mails.UnreadAsync(place.Actor, cancellation);
        try
        {
            var (account, refusal) = await handler.HandleAsync(
                place.Actor,
                form[FieldInputName(SignInForm.Password)],
                form[FieldInputName(SignInForm.NewPassword)],
                cancellation
            );
            if (account is null || refusal is not null)
            {
                return MyPage(http, place, unread, ("losenord", "Det nuvarande lösenordet stämmer inte."));
            }

            await http.SignInAsync(Session.Scheme, Session.Principal(account, time.GetUtcNow()));
            return Results.Redirect($"{PeopleLinks.MyAccount(place)}?sparat=ja");
        }
        catch (DomainRuleException e)
        {
            return MyPage(http, place, unread, ("nytt", $"{Swedish.Capital(RuleWords.Sentence(e))}."));
        }
    }

    private static RazorComponentResult<MyAccountPage> MyPage(
        HttpContext http,
        Place place,
        int unreadMails,
        (string Field, string Sentence)? error = null,
        bool isSaved = false
    ) =>
        new(
            new
            {
                Place = place,
                Session.In(http, place.Organisation.OrganisationId)!.Account,
                Errors = new Dictionary<string, string>(StringComparer.Ordinal) { [error?.Field ?? ""] = error?.Sentence ?? "" },
                IsSaved = isSaved,
                UnreadMails = unreadMails,
            }
        )
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static async Task<Place> OwnAsync(string slug, Visits visits, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(slug, Right.SignIn, cancellation);
        return place.Actor.IsSignedIn ? place : throw new SignInNeededException(place.Organisation.Slug);
    }

    private static async Task<Account> OfLinkAsync(
        Domain.Organisations.Organisation organisation,
        string? secret,
        Accounts accounts,
        OneTimeLinks links,
        CancellationToken cancellation
    ) =>
        links.ReadChoosePassword(secret) is { } read
        && await accounts.FindAsync(organisation.OrganisationId, read.Account, cancellation) is { Account: { IsActive: true } account }
        && account.Stamp == read.Stamp
            ? account
            : throw UsedLink(organisation.Slug);

    private static PageFaultException UsedLink(string slug) =>
        PageFaultException.NotFound(
            "Länken går inte längre att använda",
            "Den är använd eller för gammal. Be kommunens administratör om en ny.",
            $"/{slug}/logga-in"
        );

    private static async Task<IResult> PageAsync(
        Domain.Organisations.Organisation organisation,
        string back,
        Accounts accounts,
        IReadOnlyList<OidcProviderSettings> providers,
        CancellationToken cancellation,
        string email = "",
        string? error = null
    )
    {
        var demo = organisation.IsDemo
            ? (await accounts.AllAsync(organisation.OrganisationId, cancellation)).Where(a =>
                a.Account is { IsActive: true, PasswordHash: null, Provider: null }
            )
            : [];
        return new RazorComponentResult<SignInPage>(
            new
            {
                Organisation = organisation,
                Back = back,
                Email = email,
                Error = error,
                Providers = providers.Where(p => p.Organisation == organisation.Slug).ToList(),
                DemoAccounts = demo.OrderBy(a => a.Grants.Select(g => (int)g.Role).DefaultIfEmpty().Min())
                    .Select(a => (a.Account.Id.Value, a.Account.Name))
                    .ToList(),
            }
        )
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static string FieldInputName(Field field) => Components.FieldInput.Prefix + field.Name;

    /// <summary>Only within the installation.</summary>
    private static string Back(string? address, string slug) => LocalUrl.IsLocal(address) ? address! : $"/{slug}";
}
