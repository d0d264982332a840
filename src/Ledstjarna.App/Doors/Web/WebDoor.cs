using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.App.Features.Compare;
using Ledstjarna.App.Words;
using Ledstjarna.Documents.Pdf;
using Ledstjarna.Integrations.Mail;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Reading;
using Microsoft.AspNetCore.Http.Features;

namespace Ledstjarna.App.Doors.Web;

/// <summary>The web server: pages on the loopback address unless told otherwise.</summary>
public static class WebDoor
{
    public const string DefaultAddress = "http://127.0.0.1:5080";

    /// <param name="arguments">As on the command line: <c>--urls</c> and other settings.</param>
    /// <param name="database">The opened database. It is the caller's to close.</param>
    /// <param name="configure">Changes for tests.</param>
    public static WebApplication Build(string[] arguments, Database database, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                Args = arguments,
                ApplicationName = typeof(WebDoor).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseStaticWebAssets();
        if (string.IsNullOrEmpty(builder.Configuration["urls"]))
        {
            builder.WebHost.UseUrls(DefaultAddress);
        }

        // Long enough for an address to be answered with words about its length.
        builder.WebHost.ConfigureKestrel(o => o.Limits.MaxRequestLineSize = 64 * 1024);
        builder.Logging.ClearProviders().AddJsonConsole(o => o.IncludeScopes = true);
        builder.Logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning).AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        builder.Logging.AddFilter("Microsoft.Hosting.Lifetime", LogLevel.Warning);
        builder.Services.AddRazorComponents();

        builder.Services.AddHttpContextAccessor();
        builder.Services.AddAntiforgery(o =>
        {
            o.Cookie.Name = "ledstjarna-form";
            o.Cookie.SameSite = SameSiteMode.Strict;
            o.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });

        // A grid of figures is thousands of fields.
        builder.Services.Configure<FormOptions>(o => (o.ValueCountLimit, o.KeyLengthLimit, o.ValueLengthLimit) = (50_000, 300, 20_000_000));
        KeysInDatabase.Add(builder.Services, database);
        var providers = OidcProviderSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(providers);
        Session.Add(builder.Services, SessionLimits.Read(builder.Configuration)).AddOidcProviders(providers, OidcAccounts.SignInAsync);
        Limits.Add(builder.Services, builder.Configuration);
        Handlers.Add(builder.Services);
        builder.Services.AddSingleton(StatisticsSettings.Read(builder.Configuration));
        builder.Services.AddSingleton(new MailSender(MailSettings.Read(builder.Configuration)));
        builder.Services.AddHostedService<DailyAnchors>();
        builder.Services.AddHostedService<MailDelivery>();
        builder.Services.AddHostedService<HourlyReminders>();
        builder.Services.AddHostedService<StatisticsFetching>();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        builder.Services.AddSingleton(database);
        builder.Services.AddSingleton<NationalStatistics>();
        builder.Services.AddSingleton<SteeringRecords>();
        builder.Services.AddSingleton<Visits>();
        builder.Services.AddSingleton<AssetUrls>();
        builder.Services.AddSingleton<ComparisonReading>();
        builder.Services.AddSingleton(new PdfPrinter(new PdfOptions { Chromium = builder.Configuration["Ledstjarna:Chromium"] }));
        builder.Services.AddSingleton(TimeProvider.System);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseMiddleware<RequestGuard>();
        app.UseRouting(); // after the guard, which may say what is asked for in another way
        app.UseRequestLocalization(o =>
            (o.DefaultRequestCulture, o.SupportedCultures, o.RequestCultureProviders) = (new(Swedish.Culture), [Swedish.Culture], [])
        );
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAntiforgery();
        app.MapStaticAssets();
        app.MapOidcProviders(providers);
        Addresses.Map(app);
        return app;
    }
}
