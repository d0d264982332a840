using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Ledstjarna.App.Doors.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Ledstjarna.App.Tests.Web.SignIn;

/// <summary>A provider with keys of its own that says yes to everyone, and that can be made to lie.</summary>
internal sealed class FakeProvider : IAsyncDisposable
{
    private readonly WebApplication _app;
    private string _nonce = "";
    private string _challenge = "";

    private FakeProvider(WebApplication app)
    {
        _app = app;
        Credentials = Sign(Key);
    }

    public string Authority => _app.Urls.Single();

    public OidcProviderSettings Settings =>
        new()
        {
            Key = "fejk",
            Name = "Fejk",
            Authority = Authority,
            ClientId = "ledstjarna",
            Organisation = "vaggeryd",
            Roles = new Dictionary<string, string> { ["chef"] = "Ansvarig@BUN" },
        };

    /// <summary>One for all tests; making them takes time.</summary>
    public static RsaSecurityKey Key { get; } = NewKey("ett");

    /// <summary>What is published.</summary>
    public List<SecurityKey> Published { get; } = [];

    /// <summary>What signs.</summary>
    public SigningCredentials? Credentials { get; set; }

    /// <summary>Changes to the discovery document; called each time someone reads it.</summary>
    public Action<JsonObject> Document { get; set; } = _ => { };

    /// <summary>Changes to what the id_token says.</summary>
    public Action<JsonObject> IdToken { get; set; } = _ => { };

    /// <summary>Changes to the token endpoint's answer.</summary>
    public Action<JsonObject> Answer { get; set; } = _ => { };

    public JsonObject UserInfo { get; set; } = [];

    /// <summary>Changes to what comes back by way of the browser.</summary>
    public Action<Dictionary<string, string?>> Back { get; set; } = _ => { };

    /// <summary>How many times the discovery document was read.</summary>
    public int Discovered { get; private set; }

    /// <summary>The form that was last posted to the token endpoint, and its Authorization header.</summary>
    public (IFormCollection Form, string? Header) Asked { get; private set; }

    public TimeSpan Delay { get; set; }

    public static async Task<FakeProvider> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        var app = builder.Build();
        var provider = new FakeProvider(app);
        provider.Published.Add(Key);
        app.UseRouting();
        app.MapGet("/.well-known/openid-configuration", provider.DiscoverAsync);
        app.MapGet("/authorize", provider.Authorize);
        app.MapPost("/token", provider.TokenAsync);
        app.MapGet("/keys", provider.KeysAsync);
        app.MapGet("/userinfo", context => WriteAsync(context, provider.UserInfo));
        await app.StartAsync();
        return provider;
    }

    public static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    public static SigningCredentials Sign(SecurityKey key) => new(key, SecurityAlgorithms.RsaSha256);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task DiscoverAsync(HttpContext context)
    {
        Discovered++;
        await Task.Delay(Delay, context.RequestAborted);
        var document = new JsonObject
        {
            ["issuer"] = Authority,
            ["authorization_endpoint"] = $"{Authority}/authorize?plats=1",
            ["token_endpoint"] = $"{Authority}/token",
            ["jwks_uri"] = $"{Authority}/keys",
        };
        Document(document);
        await WriteAsync(context, document);
    }

    private void Authorize(HttpContext context)
    {
        var asked = context.Request.Query;
        asked["plats"].ShouldBe(["1"]);
        asked["response_type"].ShouldBe(["code"]);
        asked["code_challenge_method"].ShouldBe(["S256"]);
        (_nonce, _challenge) = (asked["nonce"]!, asked["code_challenge"]!);
        var back = new Dictionary<string, string?> { ["code"] = "kod", ["state"] = asked["state"] };
        Back(back);
        context.Response.Redirect(QueryHelpers.AddQueryString(asked["redirect_uri"]!, back));
    }

    private async Task TokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Asked = (form, context.Request.Headers.Authorization);
        Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"]!))).ShouldBe(_challenge);
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject
        {
            ["iss"] = Authority,
            ["aud"] = "ledstjarna",
            ["sub"] = "anna",
            ["iat"] = now,
            ["exp"] = now + 300,
            ["nonce"] = _nonce,
            ["roles"] = new JsonArray("chef"),
        };
        IdToken(claims);
        var handler = new JsonWebTokenHandler();
        var answer = new JsonObject
        {
            ["access_token"] = "nyckel-till-mer",
            ["token_type"] = "Bearer",
            ["id_token"] = Credentials is null
                ? handler.CreateToken(claims.ToJsonString())
                : handler.CreateToken(claims.ToJsonString(), Credentials),
        };
        Answer(answer);
        context.Response.StatusCode = answer.ContainsKey("error") ? 400 : 200;
        await WriteAsync(context, answer);
    }

    private Task KeysAsync(HttpContext context)
    {
        var keys = new JsonArray();
        foreach (var key in Published)
        {
            var published = JsonWebKeyConverter.ConvertFromSecurityKey(key);
            keys.Add(
                new JsonObject
                {
                    ["kty"] = published.Kty,
                    ["kid"] = published.Kid,
                    ["n"] = published.N,
                    ["e"] = published.E,
                }
            );
        }

        return WriteAsync(context, new JsonObject { ["keys"] = keys });
    }

    private static Task WriteAsync(HttpContext context, JsonObject json)
    {
        context.Response.ContentType = "application/json";
        return context.Response.WriteAsync(json.ToJsonString(JsonSerializerOptions.Web));
    }
}
