using System.Net;
using System.Text.Json;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>What we ask the provider ourselves, past the person's browser.</summary>
internal static class OidcBackchannel
{
    /// <summary>An answer must be here within this time, and be no longer than 256 kB; redirects are not followed.</summary>
    public static HttpClient Create() =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(10),
            MaxResponseContentBufferSize = 256 * 1024,
        };

    /// <summary>Whether what is said to the address stays between us: encrypted, or on this machine.</summary>
    public static bool MayCall(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback);

    /// <exception cref="OidcException">No answer, too long an answer, or none in JSON.</exception>
    public static async Task<(HttpStatusCode Status, JsonElement Body)> AskAsync(
        this HttpClient http,
        HttpRequestMessage request,
        CancellationToken cancellation
    )
    {
        try
        {
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseContentRead, cancellation);
            await using var body = await response.Content.ReadAsStreamAsync(cancellation);
            using var document = await JsonDocument.ParseAsync(body, default, cancellation);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? (response.StatusCode, document.RootElement.Clone())
                : throw Fault(request, "the answer is no JSON object");
        }
        catch (Exception e) when (e is HttpRequestException or JsonException)
        {
            throw Fault(request, e.Message, e);
        }
        catch (OperationCanceledException e) when (!cancellation.IsCancellationRequested)
        {
            throw Fault(request, "no answer in time", e);
        }
    }

    /// <exception cref="OidcException">As above, or an answer that says that it went wrong.</exception>
    public static async Task<JsonElement> ReadAsync(this HttpClient http, HttpRequestMessage request, CancellationToken cancellation)
    {
        var (status, body) = await http.AskAsync(request, cancellation);
        return status == HttpStatusCode.OK ? body : throw Fault(request, $"answered {(int)status}");
    }

    private static OidcException Fault(HttpRequestMessage request, string what, Exception? inner = null) =>
        new(OidcFailure.ProviderFault, $"{request.RequestUri}: {what}", inner);
}
