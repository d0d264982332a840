using System.Text.Json;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>The part of a provider's discovery document that we use.</summary>
/// <param name="AuthorizationEndpoint">Where people are sent to sign in.</param>
/// <param name="TokenEndpoint">Where we exchange the code.</param>
/// <param name="KeysAddress">The provider's public keys.</param>
/// <param name="UserInfoEndpoint">More about the person, where the provider has it.</param>
/// <param name="SecretInHeader">Whether the client's secret is sent as Basic authentication, the standard's default, or in the form.</param>
/// <param name="AnswerNamesIssuer">Whether every answer by way of the browser says who it is from.</param>
internal sealed record OidcDocument(
    Uri AuthorizationEndpoint,
    Uri TokenEndpoint,
    Uri KeysAddress,
    Uri? UserInfoEndpoint,
    bool SecretInHeader,
    bool AnswerNamesIssuer
)
{
    /// <param name="json">The document as fetched.</param>
    /// <param name="authority">Who must have issued it.</param>
    /// <exception cref="OidcException">It is another's, or says something we cannot follow.</exception>
    public static OidcDocument Read(JsonElement json, string authority)
    {
        if (OidcClaims.Text(json, "issuer") is var issuer && issuer != authority)
        {
            throw Fault($"the discovery document is issued by '{issuer}', the setting Authority says '{authority}'");
        }

        return new OidcDocument(
            Address(json, "authorization_endpoint") ?? throw Fault("authorization_endpoint is missing"),
            Address(json, "token_endpoint") ?? throw Fault("token_endpoint is missing"),
            Address(json, "jwks_uri") ?? throw Fault("jwks_uri is missing"),
            Address(json, "userinfo_endpoint"),
            OidcClaims.Texts(json, "token_endpoint_auth_methods_supported") is var ways
                && (ways.Count == 0 || ways.Contains("client_secret_basic", StringComparer.Ordinal)),
            json.TryGetProperty("authorization_response_iss_parameter_supported", out var names) && names.ValueKind == JsonValueKind.True
        );
    }

    private static Uri? Address(JsonElement json, string name) =>
        OidcClaims.Text(json, name) is not { } text ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && OidcBackchannel.MayCall(address) ? address
        : throw Fault($"{name} is not an https address");

    private static OidcException Fault(string reason) => new(OidcFailure.ProviderFault, reason);
}
