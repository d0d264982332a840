using System.Globalization;
using System.Threading.RateLimiting;

namespace Ledstjarna.App.Doors.Web;

/// <summary>How often one address may try a password, and one person bring in files.</summary>
public static class Limits
{
    public const string SignIn = "sign-in";
    public const string Import = "import";

    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var signIn = configuration.GetValue("Ledstjarna:Limits:SignInPerMinute", 10);
        var import = configuration.GetValue("Ledstjarna:Limits:ImportPerMinute", 20);
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = (context, _) =>
            {
                context.HttpContext.Response.Headers.RetryAfter = 60.ToString(CultureInfo.InvariantCulture);
                return ValueTask.CompletedTask;
            };
            o.AddPolicy(SignIn, c => PerMinute(c.Connection.RemoteIpAddress?.ToString() ?? "", signIn));
            o.AddPolicy(
                Import,
                c =>
                    PerMinute(
                        c.User.Identity?.IsAuthenticated == true ? string.Join('/', c.User.Claims.Take(2).Select(x => x.Value)) : "",
                        import
                    )
            );
        });
    }

    private static RateLimitPartition<string> PerMinute(string who, int times) =>
        RateLimitPartition.GetFixedWindowLimiter(
            who,
            _ => new FixedWindowRateLimiterOptions { PermitLimit = times, Window = TimeSpan.FromMinutes(1) }
        );
}
