using Microsoft.AspNetCore.Authentication;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>What happens when a sign-in fails: the reason to the log, a code to the person.</summary>
internal static partial class OidcFailureAnswer
{
    /// <summary>For what went wrong on the way back. A fault of our own is no failed sign-in, and is left to be treated as any other.</summary>
    public static Task GiveAsync(RemoteFailureContext context)
    {
        OidcFailure? failure = context.Failure switch
        {
            OidcException e => e.Failure,
            AuthenticationFailureException e when e.Data.Contains("error") => OidcFailure.ProviderFault,
            AuthenticationFailureException => OidcFailure.Stale, // no state, another's state, no cookie, no code
            _ => null,
        };
        if (failure is { } known)
        {
            Give(context.HttpContext, ((OidcOptions)context.Options).Provider, known, context.Failure!);
            context.HandleResponse();
        }

        return Task.CompletedTask;
    }

    public static void Give(HttpContext context, OidcProviderSettings provider, OidcFailure failure, Exception reason)
    {
        var log = context.RequestServices.GetRequiredService<ILogger<OidcFlow>>();
        var code = OidcFailures.Code(failure);
        LogFailure(log, provider.Key, code, reason.Message);
        context.Response.Redirect($"/{provider.Organisation}/logga-in?fel={code}");
    }

    [LoggerMessage(LogLevel.Warning, "Sign-in with {Provider} failed, {Failure}: {Reason}")]
    private static partial void LogFailure(ILogger logger, string provider, string failure, string reason);
}
