using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Ledstjarna.App.Tests.TestServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace Ledstjarna.App.Tests.Web;

/// <summary>With the limits that ship.</summary>
public sealed class AsShippedHouse(Server server) : House(server)
{
    protected override string[] Settings => [];
}

/// <summary>The same house behind a certificate, as strict about sign-in as it is shipped.</summary>
public sealed class HttpsHouse(Server server) : House(server)
{
    private X509Certificate2 _certificate = null!;

    protected override string[] Settings => ["--urls", "https://127.0.0.1:0"];

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        _certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        builder.WebHost.ConfigureKestrel(o => o.ConfigureHttpsDefaults(h => h.ServerCertificate = _certificate));
    }

    /// <summary>A client that trusts this house's certificate and no other, and follows no redirects.</summary>
    public HttpClient TrustingClient() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                SslOptions = new SslClientAuthenticationOptions
                {
                    CertificateChainPolicy = new X509ChainPolicy
                    {
                        TrustMode = X509ChainTrustMode.CustomRootTrust,
                        CustomTrustStore = { _certificate },
                        RevocationMode = X509RevocationMode.NoCheck,
                    },
                },
            }
        )
        {
            BaseAddress = Address,
        };
}

/// <summary>What holds over an encrypted connection only, and how often a password may be tried.</summary>
public sealed class HttpsTests(HttpsHouse https, AsShippedHouse http) : IClassFixture<HttpsHouse>, IClassFixture<AsShippedHouse>
{
    [Fact]
    public async Task Browsers_are_told_to_stay_on_the_encrypted_connection_there_and_only_there()
    {
        using var trusting = https.TrustingClient();
        using var safe = await trusting.GetAsync("/vaggeryd/logga-in");
        safe.Headers.GetValues("Strict-Transport-Security").Single().ShouldBe("max-age=31536000; includeSubDomains");
        using var client = http.Client();
        using var open = await client.GetAsync("/vaggeryd/logga-in");
        open.Headers.Contains("Strict-Transport-Security").ShouldBeFalse();
    }

    [Fact]
    public async Task Cookies_never_leave_the_encrypted_connection()
    {
        using var client = https.TrustingClient();
        using var form = await client.GetAsync("/vaggeryd/logga-in");
        var page = await Page.ReadAsync(form);
        string Hidden(string name) => page.Html.Split($"name=\"{name}\" value=\"")[1].Split('"')[0];
        using var content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", Hidden("__RequestVerificationToken")),
            new("konto", Hidden("konto")),
        ]);
        using var answer = await client.PostAsync("/vaggeryd/logga-in/demo", content);
        answer.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var cookies = form.Headers.GetValues("Set-Cookie").Concat(answer.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Count.ShouldBe(2);
        cookies.ShouldAllBe(c => c.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Passwords_tried_too_often_from_one_address_meet_a_page_that_says_to_wait()
    {
        using var client = http.Client();
        for (var i = 0; i < 10; i++)
        {
            using var attempt = await client.PostAsync("/vaggeryd/logga-in", new FormUrlEncodedContent([]));
            attempt.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        using var refused = await client.PostAsync("/vaggeryd/logga-in", new FormUrlEncodedContent([]));
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
        (await Page.ReadAsync(refused)).Text.ShouldContain("För många försök på kort tid");
        using var other = await client.GetAsync("/vaggeryd");
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_kind_of_answer_is_strict()
    {
        using var client = http.Client();
        foreach (
            var address in (string[])["/", "/vaggeryd", "/finns-inte", "/vaggeryd/personer", "/vaggeryd/mal/finns-inte", "/halsa/lever"]
        )
        {
            using var answer = await client.GetAsync(address);
            foreach (
                var header in (string[])
                    [
                        "Content-Security-Policy",
                        "X-Content-Type-Options",
                        "Referrer-Policy",
                        "Permissions-Policy",
                        "Cross-Origin-Opener-Policy",
                    ]
            )
            {
                answer.Headers.Contains(header).ShouldBeTrue($"{address} {header}");
            }
        }
    }
}
