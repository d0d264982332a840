using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Ledstjarna.App.Tests.Web.SignIn;

/// <summary>What a proper provider never does, and must not get anyone in.</summary>
public sealed class LyingProviderTests : IAsyncLifetime
{
    private FakeProvider _provider = null!;
    private SignInApp _app = null!;
    private Browser _browser = null!;

    public async ValueTask InitializeAsync()
    {
        _provider = await FakeProvider.StartAsync();
        _app = await SignInApp.StartAsync([_provider.Settings]);
        _browser = new Browser(_app.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
        await _provider.DisposeAsync();
    }

    [Fact]
    public async Task The_truth_is_believed()
    {
        await SignInAsync();
        _browser.Where.PathAndQuery.ShouldBe("/vaggeryd");
        _app.SignIns.ShouldHaveSingleItem().Roles.ShouldBe(["Ansvarig@BUN"]);
    }

    [Theory]
    [InlineData("nonce", "\"annan\"", "another nonce")]
    [InlineData("nonce", null, "another nonce")]
    [InlineData("iss", "\"https://evil.example\"", "IDX10205")]
    [InlineData("iss", null, "IDX10211")]
    [InlineData("aud", "\"annan\"", "IDX10214")]
    [InlineData("aud", null, "IDX10206")]
    [InlineData("aud", """["ledstjarna","annan"]""", "given to another client")]
    [InlineData("azp", "\"annan\"", "given to another client")]
    [InlineData("exp", "1700000000", "IDX10230")]
    [InlineData("exp", null, "IDX10230")]
    [InlineData("nbf", "4000000000", "IDX10230")]
    [InlineData("sub", null, "does not say who")]
    [InlineData("sub", "7", "does not say who")]
    public async Task A_token_with_a_wrong_claim_is_refused(string claim, string? json, string reason)
    {
        _provider.IdToken = c =>
        {
            c.Remove(claim);
            if (json is not null)
            {
                c[claim] = JsonNode.Parse(json);
            }
        };
        await SignInAsync();
        ShouldHaveFailed("svaret", reason);
    }

    [Fact]
    public async Task A_token_for_several_is_fine_when_it_was_given_to_us()
    {
        _provider.IdToken = c => (c["aud"], c["azp"]) = (new JsonArray("ledstjarna", "annan"), "ledstjarna");
        await SignInAsync();
        _app.SignIns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_token_signed_with_someone_elses_key_of_the_same_name_is_refused()
    {
        _provider.Credentials = FakeProvider.Sign(FakeProvider.NewKey("ett"));
        await SignInAsync();
        ShouldHaveFailed("svaret", "IDX10511");
    }

    [Fact]
    public async Task A_token_signed_with_a_key_nobody_published_is_refused_after_asking_once_more()
    {
        _provider.Credentials = FakeProvider.Sign(FakeProvider.NewKey("okänd"));
        await SignInAsync();
        ShouldHaveFailed("svaret", "IDX10503");
        _provider.Discovered.ShouldBe(2);
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        _provider.Credentials = null;
        await SignInAsync();
        ShouldHaveFailed("svaret", "IDX10504");
    }

    [Fact]
    public async Task A_token_signed_with_what_is_public_is_refused()
    {
        var known = Encoding.ASCII.GetBytes(Convert.ToBase64String(FakeProvider.Key.Rsa.ExportSubjectPublicKeyInfo()));
        _provider.Credentials = new SigningCredentials(new SymmetricSecurityKey(known) { KeyId = "ett" }, SecurityAlgorithms.HmacSha256);
        await SignInAsync();
        ShouldHaveFailed("svaret", "IDX");
    }

    [Theory]
    [InlineData("inte.en.token")]
    [InlineData("x")]
    public async Task What_is_no_token_is_refused(string token)
    {
        _provider.Answer = a => a["id_token"] = token;
        await SignInAsync();
        ShouldHaveFailed("svaret", "IDX");
    }

    [Fact]
    public async Task An_answer_in_another_issuers_name_is_refused()
    {
        _provider.Back = b => b["iss"] = "https://evil.example";
        await SignInAsync();
        ShouldHaveFailed("svaret", "another issuer");
    }

    [Fact]
    public async Task Who_promises_to_name_itself_must()
    {
        _provider.Document = d => d["authorization_response_iss_parameter_supported"] = true;
        await SignInAsync();
        ShouldHaveFailed("svaret", "another issuer, or none");
        _provider.Back = b => b["iss"] = _provider.Authority;
        await SignInAsync();
        _app.SignIns.Count.ShouldBe(1);
    }

    [Fact]
    public async Task More_about_someone_else_is_refused()
    {
        _provider.Document = d => d["userinfo_endpoint"] = $"{_provider.Authority}/userinfo";
        _provider.UserInfo = new JsonObject { ["sub"] = "olle", ["name"] = "Olle" };
        await SignInAsync();
        ShouldHaveFailed("svaret", "someone else");
    }

    [Fact]
    public async Task What_is_signed_goes_before_what_is_only_said()
    {
        _provider.Document = d => d["userinfo_endpoint"] = $"{_provider.Authority}/userinfo";
        _provider.UserInfo = new JsonObject
        {
            ["sub"] = "anna",
            ["name"] = "Anna",
            ["roles"] = new JsonArray("okänd"),
        };
        await SignInAsync();
        var signIn = _app.SignIns.ShouldHaveSingleItem();
        signIn.Name.ShouldBe("Anna");
        signIn.Roles.ShouldBe(["Ansvarig@BUN"]);
    }

    [Fact]
    public async Task The_person_learns_a_code_and_the_log_the_reason_under_the_same_number_without_secrets()
    {
        var token = "";
        _provider.IdToken = c => c["aud"] = "annan";
        _provider.Answer = a => token = a["id_token"]!.GetValue<string>();
        await _browser.GoAsync("/logga-in/oidc/fejk");
        await _browser.FollowAsync("/logga-in?");
        _browser.Next!.Query.ShouldBe("?fel=svaret");
        var line = _app.Log.Warnings.ShouldHaveSingleItem();
        line.Text.ShouldContain("Sign-in with fejk failed, svaret: the id_token is refused");
        line.RequestId.ShouldBe(_browser.RequestId);
        foreach (var secret in new[] { token, token.Split('.')[1], "nyckel-till-mer", _provider.Asked.Form["code_verifier"].ToString() })
        {
            _app.Log.All.ShouldNotContain(secret);
        }
    }

    private async Task SignInAsync()
    {
        await _browser.GoAsync("/logga-in/oidc/fejk");
        await _browser.FollowAsync();
    }

    private void ShouldHaveFailed(string code, string reason)
    {
        _browser.Where.PathAndQuery.ShouldBe($"/vaggeryd/logga-in?fel={code}");
        _app.Log.Warnings.ShouldHaveSingleItem().Text.ShouldContain(reason);
        _app.SignIns.ShouldBeEmpty();
    }
}
