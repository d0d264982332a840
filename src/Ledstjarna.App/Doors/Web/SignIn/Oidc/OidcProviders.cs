using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>Takes in the providers: a scheme each, and the address where sign-in begins.</summary>
public static class OidcProviders
{
    /// <summary>The cookie that a successful sign-in leaves.</summary>
    public const string CookieScheme = "ledstjarna";

    /// <param name="builder">Has, or will have, the cookie scheme.</param>
    /// <param name="providers">From <see cref="OidcProviderSettings.Read"/>.</param>
    /// <param name="signIn">Who that is here; null when the person has no business here.</param>
    public static AuthenticationBuilder AddOidcProviders(
        this AuthenticationBuilder builder,
        IReadOnlyList<OidcProviderSettings> providers,
        Func<HttpContext, OidcSignIn, Task<ClaimsPrincipal?>> signIn
    )
    {
        foreach (var provider in providers)
        {
            builder.AddOAuth<OidcOptions, OidcFlow>(provider.Scheme, provider.Name, o => Configure(o, provider, signIn));
        }

        return builder;
    }

    /// <summary>
    /// The addresses that the buttons lead to. Links, not forms: a page that lets forms go only to this site would stop the way on to the
    /// provider.
    /// </summary>
    public static void MapOidcProviders(this IEndpointRouteBuilder addresses, IReadOnlyList<OidcProviderSettings> providers)
    {
        foreach (var provider in providers)
        {
            addresses.MapGet(
                provider.StartPath,
                (string? till) => Results.Challenge(new AuthenticationProperties { RedirectUri = till }, [provider.Scheme])
            );
        }
    }

    private static void Configure(
        OidcOptions options,
        OidcProviderSettings provider,
        Func<HttpContext, OidcSignIn, Task<ClaimsPrincipal?>> signIn
    )
    {
        options.Provider = provider;
        options.SignIn = signIn;
        options.Backchannel = OidcBackchannel.Create();
        options.Discovery = new OidcDiscovery(provider.Authority, options.Backchannel);
        options.ClientId = provider.ClientId;
        options.AuthorizationEndpoint = ""; // the handler puts the provider's in front
        options.CallbackPath = provider.CallbackPath;
        options.SignInScheme = CookieScheme;
        options.UsePkce = true;
        options.CorrelationCookie.SameSite = SameSiteMode.Lax; // the way back is a plain redirect
        options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Events.OnRemoteFailure = OidcFailureAnswer.GiveAsync;
        foreach (var scope in provider.Scopes)
        {
            options.Scope.Add(scope);
        }
    }
}
