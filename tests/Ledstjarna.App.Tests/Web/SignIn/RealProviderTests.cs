using System.Net;
using Ledstjarna.App.Doors.Web.SignIn;

namespace Ledstjarna.App.Tests.Web.SignIn;

/// <summary>The whole way, through a provider that others use too.</summary>
public sealed class RealProviderTests(RealProvider provider) : IClassFixture<RealProvider>, IAsyncLifetime
{
    private SignInApp _app = null!;
    private Browser _browser = null!;

    private OidcProviderSettings Stad =>
        new()
        {
            Key = "stad",
            Name = "Staden",
            Authority = provider.Stad,
            ClientId = "ledstjarna",
            ClientSecret = "inte hemligt: +/=%",
            Organisation = "vaggeryd",
            Scopes = ["openid", "profile", "email", "roller"],
            Roles = new Dictionary<string, string> { ["chef"] = "Ansvarig@BUN" },
        };

    private OidcProviderSettings Bygd =>
        Stad with
        {
            Key = "bygd",
            Name = "Bygden",
            Authority = provider.Bygd,
            ClientSecret = null,
            Organisation = "habo",
            RoleClaim = "realm_access.roles",
            Roles = new Dictionary<string, string> { ["annat"] = "Läsare" },
        };

    public async ValueTask InitializeAsync()
    {
        _app = await SignInApp.StartAsync([Stad, Bygd]);
        _browser = new Browser(_app.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Who_signs_in_comes_back_as_themselves_to_where_they_were()
    {
        await SignInAsync("/logga-in/oidc/stad?till=/vaggeryd/mal/2%3Fdatum=2022-12-31", "anna");
        _browser.Where.PathAndQuery.ShouldBe("/vaggeryd/mal/2?datum=2022-12-31");
        _browser.Html.ShouldBe("här: anna");
        var signIn = _app.SignIns.ShouldHaveSingleItem();
        signIn.ShouldBe(signIn with { ProviderKey = "stad", Subject = "anna", Name = "Anna Åkesson", Email = "anna@kommun.example" });
        signIn.Roles.ShouldBe(["Ansvarig@BUN"]);
        signIn.ReturnUrl.ShouldBe("/vaggeryd/mal/2?datum=2022-12-31");
        _app.Log.Errors.ShouldBeEmpty();
        _app.Log.Warnings.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_public_client_with_nested_roles_in_its_token_will_do()
    {
        await SignInAsync("/logga-in/oidc/bygd", "anna");
        _browser.Where.AbsolutePath.ShouldBe("/habo");
        var signIn = _app.SignIns.ShouldHaveSingleItem();
        signIn.ShouldBe(signIn with { ProviderKey = "bygd", Subject = "anna", Name = "Anna Åkesson", Email = "anna@kommun.example" });
        signIn.Roles.ShouldBe(["Läsare"]);
    }

    [Theory]
    [InlineData("stad")]
    [InlineData("bygd")]
    public async Task An_address_nobody_verified_and_roles_nobody_mapped_are_left_out(string key)
    {
        await SignInAsync($"/logga-in/oidc/{key}", "olle");
        var signIn = _app.SignIns.ShouldHaveSingleItem();
        signIn.Email.ShouldBeNull();
        signIn.Roles.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_sign_ins_begun_side_by_side_both_find_home()
    {
        await ToAnswerAsync("/logga-in/oidc/stad?till=/vaggeryd/ett", "anna");
        var first = _browser.Next!;
        await _browser.GoAsync(_app.Address.AbsoluteUri);
        await ToAnswerAsync("/logga-in/oidc/bygd?till=/habo/tva", "olle");
        await _browser.FollowAsync();
        _browser.Where.AbsolutePath.ShouldBe("/habo/tva");
        await _browser.GoAsync(first.AbsoluteUri);
        await _browser.FollowAsync();
        _browser.Where.AbsolutePath.ShouldBe("/vaggeryd/ett");
        _app.SignIns.Select(s => (s.ProviderKey, s.Subject)).ShouldBe([("bygd", "olle"), ("stad", "anna")]);
    }

    [Fact]
    public async Task Who_says_no_is_back_at_the_sign_in_page()
    {
        await _browser.GoAsync("/logga-in/oidc/stad");
        await _browser.FollowAsync();
        await _browser.ClickAsync("Cancel");
        await _browser.FollowAsync();
        ShouldHaveFailed("vaggeryd", "avbruten", "access_denied");
    }

    [Fact]
    public async Task Who_is_not_known_here_is_told_so()
    {
        _app.Decide = _ => null;
        await SignInAsync("/logga-in/oidc/bygd", "anna");
        _browser.Where.PathAndQuery.ShouldBe("/habo/logga-in?fel=obehorig");
        _app.Log.Warnings.ShouldHaveSingleItem().Text.ShouldContain("anna has no access; roles: Läsare");
        await _browser.GoAsync("/habo");
        _browser.Html.ShouldBe("här: ");
    }

    [Theory]
    [InlineData("state=", "state=x")]
    [InlineData("state=", "stat=")]
    public async Task A_state_that_was_tampered_with_is_refused(string from, string to)
    {
        await ToAnswerAsync("/logga-in/oidc/stad", "anna");
        await _browser.GoAsync(_browser.Next!.AbsoluteUri.Replace(from, to));
        await _browser.FollowAsync();
        ShouldHaveFailed("vaggeryd", "for-sent", "state");
    }

    [Fact]
    public async Task An_answer_to_one_provider_does_not_pass_for_anothers()
    {
        await ToAnswerAsync("/logga-in/oidc/stad", "anna");
        await _browser.GoAsync(_browser.Next!.AbsoluteUri.Replace("/stad/", "/bygd/"));
        await _browser.FollowAsync();
        ShouldHaveFailed("habo", "for-sent", "state");
    }

    [Fact]
    public async Task An_answer_that_someone_else_asked_for_is_refused()
    {
        await ToAnswerAsync("/logga-in/oidc/stad", "anna");
        using var other = new Browser(_app.Address);
        await other.GoAsync(_browser.Next!.AbsoluteUri);
        await other.FollowAsync();
        other.Where.PathAndQuery.ShouldBe("/vaggeryd/logga-in?fel=for-sent");
        _app.SignIns.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_works_once()
    {
        await ToAnswerAsync("/logga-in/oidc/stad", "anna");
        var answer = _browser.Next!;
        await _browser.FollowAsync();
        await _browser.GoAsync(answer.AbsoluteUri);
        await _browser.FollowAsync();
        _browser.Where.PathAndQuery.ShouldBe("/vaggeryd/logga-in?fel=for-sent");
        _app.SignIns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_works_once_even_for_who_kept_the_cookie()
    {
        await ToAnswerAsync("/logga-in/oidc/stad", "anna");
        var answer = _browser.Next!;
        using var thief = new Browser(_app.Address);
        thief.Cookies.Add(_browser.Cookies.GetCookies(answer));
        await _browser.FollowAsync();
        await thief.GoAsync(answer.AbsoluteUri);
        await thief.FollowAsync();
        thief.Where.PathAndQuery.ShouldBe("/vaggeryd/logga-in?fel=for-sent");
        _app.Log.Warnings.ShouldHaveSingleItem().Text.ShouldContain("invalid_grant");
        _app.SignIns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_does_not_keep()
    {
        await ToAnswerAsync("/logga-in/oidc/stad", "anna");
        _app.Time.Later = TimeSpan.FromMinutes(16);
        await _browser.FollowAsync();
        ShouldHaveFailed("vaggeryd", "for-sent", "begun");
    }

    [Fact]
    public async Task Nobody_is_sent_on_to_another_site()
    {
        foreach (
            var elsewhere in new[] { "https://evil.example/", "//evil.example", "/\\evil.example", "/\t/evil.example", "/%2Fevil.example" }
        )
        {
            await SignInAsync($"/logga-in/oidc/stad?till={Uri.EscapeDataString(elsewhere)}", "anna");
            _browser.Where.ShouldBe(new Uri(_app.Address, "/vaggeryd"));
            _browser.Status.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Fact]
    public async Task A_wrong_secret_is_told_to_the_log_alone()
    {
        await using var app = await SignInApp.StartAsync([Stad with { ClientSecret = "gissat" }]);
        using var browser = new Browser(app.Address);
        await ToAnswerAsync(browser, "/logga-in/oidc/stad", "anna");
        await browser.FollowAsync();
        browser.Where.PathAndQuery.ShouldBe("/vaggeryd/logga-in?fel=tjansten");
        app.Log.Warnings.ShouldHaveSingleItem().Text.ShouldContain("the token endpoint answered 401 invalid_client");
        app.Log.All.ShouldNotContain("gissat");
    }

    private void ShouldHaveFailed(string organisation, string code, string reason)
    {
        _browser.Where.PathAndQuery.ShouldBe($"/{organisation}/logga-in?fel={code}");
        _app.Log.Warnings.ShouldHaveSingleItem().Text.ShouldContain(reason);
        _app.SignIns.ShouldBeEmpty();
    }

    private async Task SignInAsync(string start, string who)
    {
        await ToAnswerAsync(start, who);
        await _browser.FollowAsync();
    }

    private Task ToAnswerAsync(string start, string who) => ToAnswerAsync(_browser, start, who);

    /// <summary>Through the provider's pages, as far as they ask, to where it sends the person back.</summary>
    private static async Task ToAnswerAsync(Browser browser, string start, string who)
    {
        var home = browser.Where;
        await browser.GoAsync(start);
        await browser.FollowAsync("/svar?");
        for (var page = 0; browser.Next is null; page++)
        {
            page.ShouldBeLessThan(5, $"{browser.Where} {browser.Html}");
            await (
                browser.Html.Contains("name=\"login\"") ? browser.SubmitAsync(("login", who), ("password", "-")) : browser.SubmitAsync()
            );
            await browser.FollowAsync("/svar?");
        }

        browser.Next.Port.ShouldBe(home.Port);
    }
}
