using System.Diagnostics;
using Ledstjarna.App.Components;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Doors.Web;

/// <summary>Around every request: an id in the log and in the answer, headers that keep browsers strict, and a helpful page when something is wrong.</summary>
public sealed partial class RequestGuard(RequestDelegate next, ILogger<RequestGuard> log)
{
    public async Task InvokeAsync(HttpContext context)
    {
        var id = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        using var scope = log.BeginScope(new KeyValuePair<string, object>[] { new("RequestId", id) });
        SetHeaders(context, id);
        var started = Stopwatch.GetTimestamp();
        try
        {
            if (HttpMethods.IsHead(context.Request.Method))
            {
                context.Request.Method = HttpMethods.Get; // the server leaves the body out
            }

            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentLength: null, ContentType: null })
            {
                await ShowAsync(context, FaultOf(context.Response.StatusCode));
            }
        }
        catch (PageFaultException fault) when (!context.Response.HasStarted)
        {
            await ShowAsync(context, fault);
        }
        catch (SignInNeededException e) when (!context.Response.HasStarted)
        {
            var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : $"/{e.Slug}";
            context.Response.Redirect($"/{e.Slug}/logga-in?till={Uri.EscapeDataString(back)}");
        }
        catch (DomainRuleException e) when (!context.Response.HasStarted)
        {
            await ShowAsync(
                context,
                new PageFaultException(
                    StatusCodes.Status409Conflict,
                    "Det gick inte att genomföra",
                    $"{Swedish.Capital(RuleWords.Sentence(e))}. Inget är ändrat. Gå tillbaka och försök igen."
                )
            );
        }
        catch (BadHttpRequestException e) when (!context.Response.HasStarted)
        {
            await ShowAsync(context, FaultOf(e.StatusCode));
        }
        catch (UnauthorizedAccessException) when (!context.Response.HasStarted)
        {
            await ShowAsync(
                context,
                new PageFaultException(
                    StatusCodes.Status403Forbidden,
                    "Du har inte rätt till det här",
                    "Be kommunens administratör om rättigheten."
                )
            );
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The visitor left; there is no one to answer.
        }
        catch (Exception e) when (!context.Response.HasStarted)
        {
            LogFault(log, e, context.Request.Path);
            await ShowAsync(
                context,
                new PageFaultException(
                    StatusCodes.Status500InternalServerError,
                    "Något gick fel hos oss",
                    $"Försök igen om en stund. Går det inte, uppge felets nummer: {id}."
                )
            );
        }
        finally
        {
            LogRequest(
                log,
                context.Request.Method,
                context.Request.Path,
                context.Response.StatusCode,
                Stopwatch.GetElapsedTime(started).TotalMilliseconds
            );
        }
    }

    /// <summary>What there is to say of an answer that the framework gave without words.</summary>
    private static PageFaultException FaultOf(int statusCode) =>
        statusCode switch
        {
            StatusCodes.Status404NotFound => PageFaultException.NotFound(
                "Sidan finns inte",
                "Kontrollera adressen, eller gå till startsidan."
            ),
            StatusCodes.Status405MethodNotAllowed => new(
                statusCode,
                "Det går inte här",
                "Sidan kan bara läsas. Gå till startsidan och börja därifrån."
            ),
            StatusCodes.Status413PayloadTooLarge => new(
                statusCode,
                "Det du skickade är för stort",
                "Dela upp det och skicka en del i taget."
            ),
            StatusCodes.Status429TooManyRequests => new(statusCode, "För många försök på kort tid", "Vänta en minut och försök igen."),
            _ => new(
                statusCode,
                "Formuläret gick inte att läsa",
                "Det kan ha varit öppet för länge. Gå tillbaka, ladda om sidan och skicka igen; det du skrev finns kvar som utkast."
            ),
        };

    private static void SetHeaders(HttpContext context, string id)
    {
        var headers = context.Response.Headers;
        headers["X-Request-Id"] = id;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy =
            "default-src 'self'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }

    private static Task ShowAsync(HttpContext context, PageFaultException fault)
    {
        var id = context.Response.Headers["X-Request-Id"].ToString();
        var retryAfter = context.Response.Headers.RetryAfter;
        context.Response.Clear();
        SetHeaders(context, id);
        context.Response.Headers.RetryAfter = retryAfter;
        return new RazorComponentResult<FaultPage>(new { Fault = fault }) { StatusCode = fault.StatusCode }.ExecuteAsync(context);
    }

    [LoggerMessage(LogLevel.Error, "Request {Path} failed")]
    private static partial void LogFault(ILogger logger, Exception exception, string path);

    [LoggerMessage(LogLevel.Information, "{Method} {Path} {StatusCode} {Milliseconds:0.0} ms")]
    private static partial void LogRequest(ILogger logger, string method, string path, int statusCode, double milliseconds);
}
