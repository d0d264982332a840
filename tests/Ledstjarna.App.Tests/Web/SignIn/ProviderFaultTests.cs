using System.Net;
using System.Text.Json.Nodes;
using Ledstjarna.App.Doors.Web.SignIn;

namespace Ledstjarna.App.Tests.Web.SignIn;

/// <summary>Providers that are down, slow, in the middle of a change, or set up in another way than most.</summary>
public sealed class ProviderFaultTests : IAsyncLifetime
{
    private FakeProvider _provider = null!;
    private SignInApp _app = null!;
    private Browser _browser = null!;

    public ValueTask InitializeAsync() => StartAsync(s => s);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task A_provider_that_is_down_is_told_as_such_and_may_come_back()
    {
        _provider.Document = _ => throw new InvalidOperationException("down");
        await SignInAsync();
        ShouldHaveFailed("openid-configuration");
        _provider.Document = _ => { };
        await SignInAsync();
        _app.SignIns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_provider_that_nobody_answers_for_is_told_as_such()
    {
        await _provider.DisposeAsync();
        await SignInAsync();
        ShouldHaveFailed("openid-configuration");
    }

    [Fact]
    public async Task A_provider_that_goes_down_halfway_is_told_as_such()
    {
        await _browser.GoAsync("/logga-in/oidc/fejk");
        await _browser.FollowAsync("/svar?");
        await _provider.DisposeAsync();
        await _browser.FollowAsync();
        ShouldHaveFailed("/token");
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_in_time_is_given_up()
    {
        await DisposeAsync();
        await StartAsync(s => s, o => o.Backchannel.Timeout = TimeSpan.FromMilliseconds(300));
        _provider.Delay = TimeSpan.FromSeconds(30);
        await SignInAsync();
        ShouldHaveFailed("no answer in time");
    }

    [Theory]
    [InlineData("issuer", "https://evil.example", "is issued by 'https://evil.example'")]
    [InlineData("issuer", null, "is issued by ''")]
    [InlineData("authorization_endpoint", "http://login.vaggeryd.example/", "authorization_endpoint is not an https address")]
    [InlineData("authorization_endpoint", "javascript:alert(1)", "authorization_endpoint is not an https address")]
    [InlineData("authorization_endpoint", null, "authorization_endpoint is missing")]
    [InlineData("token_endpoint", "http://login.vaggeryd.example/", "token_endpoint is not an https address")]
    [InlineData("token_endpoint", null, "token_endpoint is missing")]
    [InlineData("jwks_uri", "/keys", "jwks_uri is not an https address")]
    [InlineData("jwks_uri", null, "jwks_uri is missing")]
    [InlineData("userinfo_endpoint", "http://login.vaggeryd.example/", "userinfo_endpoint is not an https address")]
    public async Task A_discovery_document_that_will_not_do_is_refused(string name, string? value, string reason)
    {
        _provider.Document = d => d[name] = value;
        await SignInAsync();
        ShouldHaveFailed(reason);
    }

    [Fact]
    public async Task A_discovery_document_without_end_is_not_read()
    {
        _provider.Document = d => d["mer"] = new string('x', 300 * 1024);
        await SignInAsync();
        ShouldHaveFailed("openid-configuration");
    }

    [Fact]
    public async Task The_providers_own_error_is_told_as_such()
    {
        _provider.Back = b =>
        {
            b.Remove("code");
            b["error"] = "temporarily_unavailable";
        };
        await SignInAsync();
        ShouldHaveFailed("temporarily_unavailable");
    }

    [Theory]
    [InlineData("id_token", "no id_token")]
    [InlineData("access_token", "the token endpoint answered 200")]
    public async Task An_answer_without_tokens_is_told_as_such(string missing, string reason)
    {
        _provider.Answer = a => a.Remove(missing);
        await SignInAsync();
        ShouldHaveFailed(reason);
    }

    [Fact]
    public async Task The_provider_is_asked_about_itself_once_an_hour_however_many_sign_in()
    {
        await SignInAsync();
        await SignInAsync();
        _provider.Discovered.ShouldBe(1);
        _app.Time.Later = TimeSpan.FromMinutes(61);
        await _browser.GoAsync("/logga-in/oidc/fejk");
        _provider.Discovered.ShouldBe(2);
    }

    [Fact]
    public async Task A_new_key_is_found_when_the_first_token_signed_with_it_comes()
    {
        await SignInAsync();
        var next = FakeProvider.NewKey("två");
        _provider.Published.Add(next);
        _provider.Credentials = FakeProvider.Sign(next);
        await SignInAsync();
        _app.SignIns.Count.ShouldBe(2);
        _provider.Discovered.ShouldBe(2);
        _provider.Published.Remove(FakeProvider.Key);
        await SignInAsync();
        _app.SignIns.Count.ShouldBe(3);
        _provider.Discovered.ShouldBe(2);
    }

    [Theory]
    [InlineData("hemlig", null, true)]
    [InlineData("hemlig", "client_secret_basic", true)]
    [InlineData("hemlig", "client_secret_post", false)]
    [InlineData(null, null, null)]
    public async Task The_secret_goes_the_way_the_provider_takes_it(string? secret, string? way, bool? inHeader)
    {
        await DisposeAsync();
        await StartAsync(s => s with { ClientSecret = secret });
        _provider.Document = d => d["token_endpoint_auth_methods_supported"] = way is null ? null : new JsonArray(way);
        await SignInAsync();
        _app.SignIns.Count.ShouldBe(1);
        (_provider.Asked.Header is not null).ShouldBe(inHeader == true);
        _provider.Asked.Form["client_secret"].ToString().ShouldBe(inHeader == false ? "hemlig" : "");
        _provider.Asked.Form["client_id"].ToString().ShouldBe(inHeader == true ? "" : "ledstjarna");
    }

    [Theory]
    [InlineData("roles", "\"chef\"")]
    [InlineData("https://vaggeryd.example/roller", """["chef","chef"]""")]
    [InlineData("a.b.c", """{"b.c":["chef"]}""")]
    public async Task Roles_are_found_where_the_setting_says(string path, string json)
    {
        await DisposeAsync();
        await StartAsync(s => s with { RoleClaim = path });
        _provider.IdToken = c =>
        {
            c.Remove("roles");
            c[path == "a.b.c" ? "a" : path] = JsonNode.Parse(json);
        };
        await SignInAsync();
        _app.SignIns.ShouldHaveSingleItem().Roles.ShouldBe(["Ansvarig@BUN"]);
    }

    [Fact]
    public async Task A_fault_of_our_own_is_not_blamed_on_the_sign_in()
    {
        _app.Decide = _ => throw new InvalidOperationException("a bug");
        await SignInAsync();
        _browser.Status.ShouldBe(HttpStatusCode.InternalServerError);
        _browser.Where.AbsolutePath.ShouldBe("/logga-in/oidc/fejk/svar");
        _browser.Html.ShouldNotContain("a bug");
        _app.Log.Errors.ShouldContain(e => e.Contains("a bug"));
    }

    private async ValueTask StartAsync(Func<OidcProviderSettings, OidcProviderSettings> setUp, Action<OidcOptions>? change = null)
    {
        _provider = await FakeProvider.StartAsync();
        _app = await SignInApp.StartAsync([setUp(_provider.Settings)], change);
        _browser = new Browser(_app.Address);
    }

    private async Task SignInAsync()
    {
        await _browser.GoAsync("/logga-in/oidc/fejk");
        await _browser.FollowAsync();
    }

    private void ShouldHaveFailed(string reason)
    {
        _browser.Where.PathAndQuery.ShouldBe("/vaggeryd/logga-in?fel=tjansten");
        _app.Log.Warnings.ShouldHaveSingleItem().Text.ShouldContain(reason);
        _app.SignIns.ShouldBeEmpty();
    }
}
