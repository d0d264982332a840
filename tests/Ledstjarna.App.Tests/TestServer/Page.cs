using System.Net;
using System.Text.RegularExpressions;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>A page as a person meets it: its status, its words without markup, its links.</summary>
public sealed partial record Page(HttpStatusCode StatusCode, string Html, string Text)
{
    public static async Task<Page> GetAsync(HttpClient client, string address)
    {
        using var response = await client.GetAsync(address);
        return await ReadAsync(response);
    }

    public static async Task<Page> ReadAsync(HttpResponseMessage response)
    {
        var html = await response.Content.ReadAsStringAsync();
        var main = MainPart().Match(html) is { Success: true } m ? m.Value : html;
        return new Page(response.StatusCode, html, Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(main, " ")), " "))
        {
            Location = response.Headers.Location?.OriginalString,
        };
    }

    /// <summary>Where the answer sends one on; null when it does not.</summary>
    public string? Location { get; private init; }

    public string Heading => Spaces().Replace(WebUtility.HtmlDecode(Tags().Replace(H1().Match(Html).Groups[1].Value, " ")), " ").Trim();

    /// <summary>How many script elements there are; every page has one, that of the product.</summary>
    public int Scripts => Html.Split("<script").Length - 1;

    /// <summary>Every address within the installation that the page leads to, without fragments.</summary>
    public IEnumerable<string> Links =>
        Hrefs().Matches(Html).Select(m => WebUtility.HtmlDecode(m.Groups[1].Value).Split('#')[0]).Where(h => h.StartsWith('/')).Distinct();

    [GeneratedRegex("<main.*?</main>", RegexOptions.Singleline)]
    private static partial Regex MainPart();

    [GeneratedRegex("<h1[^>]*>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex H1();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("""<a[^>]*href="([^"]+)""")]
    private static partial Regex Hrefs();
}
