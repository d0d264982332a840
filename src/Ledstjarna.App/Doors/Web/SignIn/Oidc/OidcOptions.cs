using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.OAuth;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>One provider's scheme.</summary>
public sealed class OidcOptions : OAuthOptions
{
    public OidcProviderSettings Provider { get; set; } = null!;

    /// <summary>Who that is here; null when the person has no business here.</summary>
    public Func<HttpContext, OidcSignIn, Task<ClaimsPrincipal?>> SignIn { get; set; } = null!;

    internal OidcDiscovery Discovery { get; set; } = null!;

    /// <summary>OAuth would have a secret and fixed addresses; a public client has no secret, and the addresses are asked for.</summary>
    public override void Validate()
    {
        if (Provider is null || SignIn is null || Discovery is null)
        {
            throw new InvalidOperationException($"Schemes of this kind come from {nameof(OidcProviders.AddOidcProviders)}.");
        }
    }
}
