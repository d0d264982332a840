using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>Decides whether an id_token proves who someone is: signed by the provider, for us, for this sign-in, and still valid.</summary>
internal static class IdTokens
{
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(2);

    /// <summary>Never "none", and never a shared secret: what is public could then sign.</summary>
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.RsaSsaPssSha384,
        SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256,
        SecurityAlgorithms.EcdsaSha384,
        SecurityAlgorithms.EcdsaSha512,
    ];

    /// <summary>What the token says.</summary>
    /// <param name="token">As the token endpoint gave it.</param>
    /// <param name="settings">Whom it must be from and for.</param>
    /// <param name="discovery">The keys; asked for anew once when the token is signed with one we have not seen.</param>
    /// <param name="nonce">What we sent along when the sign-in began.</param>
    /// <param name="now">The time.</param>
    /// <exception cref="OidcException">It does not prove it.</exception>
    public static async Task<JsonElement> ReadAsync(
        string token,
        OidcProviderSettings settings,
        OidcDiscovery discovery,
        string nonce,
        DateTimeOffset now
    )
    {
        var provider = await discovery.ReadAsync(now);
        var result = await ValidateAsync(token, settings, provider, now);
        if (result.Exception is SecurityTokenSignatureKeyNotFoundException)
        {
            result = await ValidateAsync(token, settings, await discovery.ReadAgainAsync(provider, now), now);
        }

        if (!result.IsValid)
        {
            throw Untrusted($"the id_token is refused: {result.Exception.Message}", result.Exception);
        }

        var payload = Base64UrlEncoder.DecodeBytes(((JsonWebToken)result.SecurityToken).EncodedPayload);
        var claims = JsonElement.Parse(payload);
        return OidcClaims.Text(claims, "nonce") != nonce ? throw Untrusted("the id_token has another nonce")
            : !IsForUs(claims, settings.ClientId) ? throw Untrusted("the id_token is given to another client")
            : OidcClaims.Text(claims, "sub") is null ? throw Untrusted("the id_token does not say who")
            : claims;
    }

    private static Task<TokenValidationResult> ValidateAsync(
        string token,
        OidcProviderSettings settings,
        OidcProvider provider,
        DateTimeOffset now
    ) =>
        new JsonWebTokenHandler().ValidateTokenAsync(
            token,
            new TokenValidationParameters
            {
                ValidIssuer = settings.Authority,
                ValidAudience = settings.ClientId,
                IssuerSigningKeys = provider.Keys,
                ValidAlgorithms = Algorithms,
                LifetimeValidator = (from, to, _, _) => to > (now - ClocksDiffer).UtcDateTime && !(from > (now + ClocksDiffer).UtcDateTime),
            }
        );

    /// <summary>The client a token was given to is named when it is meant for several.</summary>
    private static bool IsForUs(JsonElement claims, string clientId) =>
        OidcClaims.Text(claims, "azp") is { } given ? given == clientId : OidcClaims.Texts(claims, "aud").Count == 1;

    private static OidcException Untrusted(string reason, Exception? inner = null) => new(OidcFailure.Untrusted, reason, inner);
}
