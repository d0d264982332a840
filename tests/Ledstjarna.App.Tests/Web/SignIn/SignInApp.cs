using System.Collections.Concurrent;
using System.Security.Claims;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Doors.Web.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.App.Tests.Web.SignIn;

/// <summary>The least application that people can sign in to: the guard, the cookie, the providers, and a page that says who one is.</summary>
internal sealed class SignInApp : IAsyncDisposable
{
    private WebApplication _app = null!;

    private SignInApp() { }

    public Uri Address => new(_app.Urls.Single());

    public ConcurrentQueue<OidcSignIn> SignIns { get; } = new();

    public LogLines Log { get; } = new();

    public AdjustableTime Time { get; } = new();

    /// <summary>What the application makes of a sign-in; by default everyone is let in under their subject.</summary>
    public Func<OidcSignIn, ClaimsPrincipal?> Decide { get; set; } =
        s => new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, s.Subject)], OidcProviders.CookieScheme));

    public static async Task<SignInApp> StartAsync(IReadOnlyList<OidcProviderSettings> providers, Action<OidcOptions>? change = null)
    {
        var app = new SignInApp();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore().AddDataProtection();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton<AssetUrls>();
        builder.Services.AddSingleton<TimeProvider>(app.Time);
        builder.Services.AddSingleton<ILoggerProvider>(app.Log);
        builder
            .Services.AddAuthentication(OidcProviders.CookieScheme)
            .AddCookie(OidcProviders.CookieScheme)
            .AddOidcProviders(
                providers,
                (_, signIn) =>
                {
                    app.SignIns.Enqueue(signIn);
                    return Task.FromResult(app.Decide(signIn));
                }
            );
        builder.Services.PostConfigureAll<OidcOptions>(o => change?.Invoke(o));
        app._app = builder.Build();
        app._app.UseMiddleware<RequestGuard>();
        app._app.UseRouting();
        app._app.UseAuthentication();
        app._app.MapOidcProviders(providers);
        app._app.MapGet("/{organisation}/logga-in", (string? fel) => $"fel: {fel}");
        app._app.MapGet("/{**plats}", (HttpContext context) => $"här: {context.User.Identity?.Name}");
        await app._app.StartAsync();
        return app;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}

/// <summary>The machine's time, or later.</summary>
internal sealed class AdjustableTime : TimeProvider
{
    public TimeSpan Later { get; set; }

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Later;
}
