using Ledstjarna.App.Doors.Web.SignIn;
using Microsoft.Extensions.Configuration;

namespace Ledstjarna.App.Tests.Web.SignIn;

public sealed class OidcSettingsTests
{
    private static readonly Dictionary<string, string?> Least = new()
    {
        ["Ledstjarna:Oidc:0:Key"] = "vaggeryd",
        ["Ledstjarna:Oidc:0:Name"] = "Vaggeryds kommun",
        ["Ledstjarna:Oidc:0:Authority"] = "https://login.vaggeryd.example/adfs",
        ["Ledstjarna:Oidc:0:ClientId"] = "ledstjarna",
        ["Ledstjarna:Oidc:0:Organisation"] = "vaggeryd",
    };

    [Fact]
    public void Without_settings_there_are_no_providers() => Read([]).ShouldBeEmpty();

    [Fact]
    public void Five_settings_are_enough()
    {
        var provider = Read(Least).Single();
        provider.Scheme.ShouldBe("oidc:vaggeryd");
        provider.StartPath.ShouldBe("/logga-in/oidc/vaggeryd");
        provider.CallbackPath.ShouldBe("/logga-in/oidc/vaggeryd/svar");
        provider.ClientSecret.ShouldBeNull();
        provider.RoleClaim.ShouldBe("roles");
        provider.Roles.ShouldBeEmpty();
        provider.Scopes.ShouldBe(["openid", "profile", "email"]);
    }

    [Fact]
    public void The_rest_can_be_said()
    {
        var provider = Read(
                new(Least)
                {
                    ["Ledstjarna:Oidc:0:ClientSecret"] = "hemlig",
                    ["Ledstjarna:Oidc:0:RoleClaim"] = "realm_access.roles",
                    ["Ledstjarna:Oidc:0:Scopes"] = "openid  groups",
                    ["Ledstjarna:Oidc:0:Roles:chef"] = "Ansvarig@BUN",
                    ["Ledstjarna:Oidc:0:Roles:urn:vaggeryd:admin"] = "Administratör",
                    ["Ledstjarna:Oidc:0:Roles:0"] = "CN=Läsare,OU=Grupper=Läsare",
                }
            )
            .Single();
        provider.ClientSecret.ShouldBe("hemlig");
        provider.RoleClaim.ShouldBe("realm_access.roles");
        provider.Scopes.ShouldBe(["openid", "groups"]);
        provider.Roles.ShouldBe(
            new Dictionary<string, string>
            {
                ["chef"] = "Ansvarig@BUN",
                ["urn:vaggeryd:admin"] = "Administratör",
                ["CN=Läsare,OU=Grupper"] = "Läsare",
            },
            ignoreOrder: true
        );
    }

    [Fact]
    public void The_secret_is_not_written_out() =>
        Read(new(Least) { ["Ledstjarna:Oidc:0:ClientSecret"] = "hemlig" }).Single().ToString().ShouldNotContain("hemlig");

    [Theory]
    [InlineData("Key", null)]
    [InlineData("Key", " ")]
    [InlineData("Key", "Vaggeryd")]
    [InlineData("Key", "a/b")]
    [InlineData("Name", null)]
    [InlineData("Authority", null)]
    [InlineData("Authority", "login.vaggeryd.example")]
    [InlineData("Authority", "http://login.vaggeryd.example")]
    [InlineData("Authority", "ftp://127.0.0.1")]
    [InlineData("Authority", "https://login.vaggeryd.example/?a=b")]
    [InlineData("Authority", "https://a:b@login.vaggeryd.example/")]
    [InlineData("ClientId", null)]
    [InlineData("Organisation", null)]
    [InlineData("Organisation", "/evil.example")]
    [InlineData("Scopes", "profile email")]
    [InlineData("ClientSecert", "hemlig")]
    [InlineData("Roles:chef", "")]
    [InlineData("Roles:chef", "Ansvarig@")]
    [InlineData("Roles:chef", "Ansvarig@BUN@KS")]
    [InlineData("Roles:0", "=Ansvarig")]
    public void What_cannot_be_used_is_refused_by_name_in_two_languages(string name, string? value)
    {
        var wrong = Should.Throw<OidcSettingsException>(() => Read(new(Least) { [$"Ledstjarna:Oidc:0:{name}"] = value }));
        var variable = $"Ledstjarna__Oidc__0__{name.Replace(":", "__")}";
        wrong.Swedish.ShouldStartWith($"Inställningen {variable} ");
        wrong.English.ShouldStartWith($"The setting {variable} ");
        wrong.Message.ShouldBe($"{wrong.Swedish}\n{wrong.English}");
        wrong.Message.ShouldNotContain("hemlig");
    }

    [Theory]
    [InlineData("http://localhost:8080/realms/test")]
    [InlineData("http://127.0.0.1:8080")]
    public void On_this_machine_http_will_do(string authority) =>
        Read(new(Least) { ["Ledstjarna:Oidc:0:Authority"] = authority }).Single().Authority.ShouldBe(authority);

    [Fact]
    public void Two_cannot_have_the_same_key()
    {
        var second = Least.ToDictionary(s => s.Key.Replace(":0:", ":1:"), s => s.Value);
        Should.Throw<OidcSettingsException>(() => Read(new(Least.Concat(second)))).English.ShouldContain("Oidc__1__Key is already used");
        second["Ledstjarna:Oidc:1:Key"] = "habo";
        Read(new(Least.Concat(second))).Select(p => p.Key).ShouldBe(["vaggeryd", "habo"]);
    }

    private static IReadOnlyList<OidcProviderSettings> Read(Dictionary<string, string?> settings) =>
        OidcProviderSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}
