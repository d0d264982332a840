using System.Net;
using System.Text.RegularExpressions;

namespace Ledstjarna.App.Tests.Web.SignIn;

/// <summary>Someone with a browser and its cookies, who follows redirects one at a time.</summary>
internal sealed partial class Browser : IDisposable
{
    private readonly HttpClient _client;

    public Browser(Uri start)
    {
        Cookies = new CookieContainer();
        _client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies });
        Where = start;
    }

    public CookieContainer Cookies { get; }

    /// <summary>The address of the page, or of the redirect that was not followed.</summary>
    public Uri Where { get; private set; }

    public HttpStatusCode Status { get; private set; }

    public string RequestId { get; private set; } = "";

    public string Html { get; private set; } = "";

    /// <summary>Where the answer leads on to; null for a page.</summary>
    public Uri? Next { get; private set; }

    public Task GoAsync(string address) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(Where, address)));

    /// <summary>Follows redirects until there is a page, or until the next address has a part that is waited for.</summary>
    public async Task FollowAsync(string? until = null)
    {
        for (var i = 0; Next is not null && (until is null || !Next.AbsoluteUri.Contains(until)); i++)
        {
            i.ShouldBeLessThan(20);
            await GoAsync(Next.AbsoluteUri);
        }
    }

    /// <summary>Fills in the page's form and sends it.</summary>
    public Task SubmitAsync(params (string Name, string Value)[] filledIn)
    {
        var fields = Hidden().Matches(Html).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        foreach (var (name, value) in filledIn)
        {
            fields[name] = value;
        }

        var action = WebUtility.HtmlDecode(Action().Match(Html).Groups[1].Value);
        return SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(Where, action)) { Content = new FormUrlEncodedContent(fields) });
    }

    public Task ClickAsync(string text)
    {
        var link = Link().Matches(Html).First(m => m.Groups[2].Value.Contains(text));
        return GoAsync(WebUtility.HtmlDecode(link.Groups[1].Value));
    }

    public void Dispose() => _client.Dispose();

    private async Task SendAsync(HttpRequestMessage request)
    {
        using var response = await _client.SendAsync(request);
        Where = request.RequestUri!;
        Status = response.StatusCode;
        RequestId = response.Headers.TryGetValues("X-Request-Id", out var ids) ? ids.Single() : "";
        Next = response.Headers.Location is { } next ? new Uri(Where, next) : null;
        Html = await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("""<input type="hidden" name="([^"]+)" value="([^"]*)""")]
    private static partial Regex Hidden();

    [GeneratedRegex("""<form[^>]*action="([^"]+)""")]
    private static partial Regex Action();

    [GeneratedRegex("""<a [^>]*href="([^"]+)"[^>]*>(.*?)</a>""")]
    private static partial Regex Link();
}
