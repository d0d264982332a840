using System.Net;
using System.Net.Http.Headers;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>
/// OpenID Connect's code flow on top of the framework's OAuth, which keeps state, the correlation cookie and PKCE: this adds discovery, the
/// nonce and the id_token.
/// </summary>
public sealed class OidcFlow(IOptionsMonitor<OidcOptions> options, ILoggerFactory loggers, UrlEncoder encoder)
    : OAuthHandler<OidcOptions>(options, loggers, encoder)
{
    private const string Nonce = "nonce";
    private const string Begun = "begun";

    /// <summary>How the framework remembers the PKCE verifier.</summary>
    private const string Verifier = "code_verifier";

    private OidcProvider? _provider;

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (!LocalUrl.IsLocal(properties.RedirectUri))
        {
            properties.RedirectUri = $"/{Options.Provider.Organisation}";
        }

        try
        {
            _provider = await ProviderAsync();
        }
        catch (OidcException e)
        {
            OidcFailureAnswer.Give(Context, Options.Provider, e.Failure, e);
            return;
        }

        await base.HandleChallengeAsync(properties);
    }

    protected override string BuildChallengeUrl(AuthenticationProperties properties, string redirectUri)
    {
        var nonce = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        properties.Items[Nonce] = nonce;
        properties.Items[Begun] = TimeProvider.GetUtcNow().ToString("O", null);
        var query = QueryHelpers.ParseQuery(base.BuildChallengeUrl(properties, redirectUri));
        query["nonce"] = nonce;
        return QueryHelpers.AddQueryString(_provider!.Document.AuthorizationEndpoint.AbsoluteUri, query);
    }

    protected override Task<HandleRequestResult> HandleAccessDeniedErrorAsync(AuthenticationProperties properties) =>
        Task.FromResult(HandleRequestResult.Fail(new OidcException(OidcFailure.Cancelled, "access_denied"), properties));

    protected override async Task<OAuthTokenResponse> ExchangeCodeAsync(OAuthCodeExchangeContext context)
    {
        RequireFresh(context.Properties);
        var document = (await ProviderAsync()).Document;
        RequireIssuer(document);
        using var request = new HttpRequestMessage(HttpMethod.Post, document.TokenEndpoint);
        request.Content = new FormUrlEncodedContent(TokenForm(request, document, context));
        var (status, body) = await Backchannel.AskAsync(request, Context.RequestAborted);
        var error = OidcClaims.Text(body, "error");
        return status == HttpStatusCode.OK && OidcClaims.Text(body, "access_token") is not null
            ? OAuthTokenResponse.Success(JsonDocument.Parse(body.GetRawText()))
            : throw new OidcException(
                error == "invalid_grant" ? OidcFailure.Stale : OidcFailure.ProviderFault,
                $"the token endpoint answered {(int)status} {error}"
            );
    }

    protected override async Task<AuthenticationTicket> CreateTicketAsync(
        ClaimsIdentity identity,
        AuthenticationProperties properties,
        OAuthTokenResponse tokens
    )
    {
        var token =
            OidcClaims.Text(tokens.Response!.RootElement, "id_token")
            ?? throw new OidcException(OidcFailure.ProviderFault, "the token endpoint gave no id_token");
        var now = TimeProvider.GetUtcNow();
        var claims = await IdTokens.ReadAsync(token, Options.Provider, Options.Discovery, properties.Items[Nonce]!, now);
        var person = OidcPerson.From(claims, Options.Provider);
        if (person.LacksSomething && (await ProviderAsync()).Document.UserInfoEndpoint is { } more)
        {
            person = person.FilledInFrom(await UserInfoAsync(more, tokens.AccessToken!, person.Subject), Options.Provider);
        }

        var signIn = person.SignIn(Options.Provider, properties.RedirectUri!);
        var principal =
            await Options.SignIn(Context, signIn)
            ?? throw new OidcException(OidcFailure.NoAccess, $"{signIn.Subject} has no access; roles: {string.Join(", ", signIn.Roles)}");

        // Only where to go on: nonce and verifier have done their work and do not belong in a cookie.
        return new AuthenticationTicket(principal, new AuthenticationProperties { RedirectUri = signIn.ReturnUrl }, Scheme.Name);
    }

    private Task<OidcProvider> ProviderAsync() => Options.Discovery.ReadAsync(TimeProvider.GetUtcNow()).WaitAsync(Context.RequestAborted);

    /// <summary>The cookie ends by itself in the browser; this ends it where it was copied.</summary>
    private void RequireFresh(AuthenticationProperties properties)
    {
        var begun = DateTimeOffset.Parse(properties.Items[Begun]!, null);
        if (TimeProvider.GetUtcNow() - begun > Options.RemoteAuthenticationTimeout)
        {
            throw new OidcException(OidcFailure.Stale, $"begun {begun:O}");
        }
    }

    /// <summary>An answer from one provider must not pass for another's (RFC 9207).</summary>
    private void RequireIssuer(OidcDocument document)
    {
        string? issuer = Request.Query["iss"];
        if (issuer is null ? document.AnswerNamesIssuer : issuer != Options.Provider.Authority)
        {
            throw new OidcException(OidcFailure.Untrusted, "the answer names another issuer, or none");
        }
    }

    private Dictionary<string, string> TokenForm(HttpRequestMessage request, OidcDocument document, OAuthCodeExchangeContext context)
    {
        var form = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = context.Code,
            ["redirect_uri"] = context.RedirectUri,
            ["code_verifier"] = context.Properties.Items[Verifier]!,
        };
        if (Options.Provider.ClientSecret is { } secret && document.SecretInHeader)
        {
            var pair = $"{Uri.EscapeDataString(Options.ClientId)}:{Uri.EscapeDataString(secret)}";
            request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.ASCII.GetBytes(pair)));
            return form;
        }

        form["client_id"] = Options.ClientId;
        if (Options.Provider.ClientSecret is { } inForm)
        {
            form["client_secret"] = inForm;
        }

        return form;
    }

    private async Task<JsonElement> UserInfoAsync(Uri address, string accessToken, string subject)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        var claims = await Backchannel.ReadAsync(request, Context.RequestAborted);
        return OidcClaims.Text(claims, "sub") == subject
            ? claims
            : throw new OidcException(OidcFailure.Untrusted, "userinfo is about someone else");
    }
}
