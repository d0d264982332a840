using System.Globalization;
using System.Security.Claims;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage.Reading;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>How long a session lasts.</summary>
/// <param name="Idle">Without a request.</param>
/// <param name="Longest">From sign-in, however busy.</param>
public sealed record SessionLimits(TimeSpan Idle, TimeSpan Longest)
{
    public static SessionLimits Read(IConfiguration configuration) =>
        new(
            TimeSpan.FromMinutes(configuration.GetValue("Ledstjarna:Session:IdleMinutes", 60)),
            TimeSpan.FromHours(configuration.GetValue("Ledstjarna:Session:LongestHours", 12))
        );
}

/// <summary>A cookie that says who is signed in where. Every request asks the database whether it still holds.</summary>
public static class Session
{
    public const string Scheme = "ledstjarna";
    private const string OrganisationClaim = "organisation";
    private const string AccountClaim = "account";
    private const string StampClaim = "stamp";
    private const string StartClaim = "start";
    private static readonly object SignedIn = new();

    public static AuthenticationBuilder Add(IServiceCollection services, SessionLimits limits) =>
        services
            .AddAuthentication(Scheme)
            .AddCookie(
                Scheme,
                o =>
                {
                    o.Cookie.Name = Scheme;
                    o.Cookie.HttpOnly = true;
                    o.Cookie.SameSite = SameSiteMode.Lax;
                    o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                    o.ExpireTimeSpan = limits.Idle;
                    o.SlidingExpiration = true;
                    o.Events.OnValidatePrincipal = c => ValidateAsync(c, limits);
                }
            );

    public static ClaimsPrincipal Principal(Account account, DateTimeOffset now) =>
        new(
            new ClaimsIdentity(
                [
                    new Claim(OrganisationClaim, account.OrganisationId.Value.ToString()),
                    new Claim(AccountClaim, account.Id.Value.ToString()),
                    new Claim(StampClaim, account.Stamp.ToString()),
                    new Claim(StartClaim, now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
                ],
                Scheme
            )
        );

    /// <summary>Who is signed in to an organisation at this request; null when no one is, or somewhere else.</summary>
    public static AccountWithGrants? In(HttpContext context, OrganisationId organisation) =>
        context.Items[SignedIn] is AccountWithGrants who && who.Account.OrganisationId == organisation ? who : null;

    private static async Task ValidateAsync(CookieValidatePrincipalContext context, SessionLimits limits)
    {
        var services = context.HttpContext.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        var who =
            Id(context.Principal, OrganisationClaim) is { } organisation
            && Id(context.Principal, AccountClaim) is { } account
            && long.TryParse(context.Principal!.FindFirstValue(StartClaim), CultureInfo.InvariantCulture, out var start)
            && now < DateTimeOffset.FromUnixTimeSeconds(start) + limits.Longest
                ? await services
                    .GetRequiredService<Accounts>()
                    .FindAsync(new OrganisationId(organisation), new AccountId(account), context.HttpContext.RequestAborted)
                : null;
        if (who is { Account.IsActive: true } && who.Account.Stamp == Id(context.Principal, StampClaim))
        {
            context.HttpContext.Items[SignedIn] = who;
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(Scheme);
    }

    private static Guid? Id(ClaimsPrincipal? principal, string claim) =>
        Guid.TryParse(principal?.FindFirstValue(claim), out var id) ? id : null;
}
