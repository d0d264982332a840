using System.Net;
using System.Text.RegularExpressions;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>Finds things in a page by what they say.</summary>
public static partial class LinksOf
{
    /// <summary>Where the first link leads whose words begin so.</summary>
    public static string Text(string html, string text) =>
        Links()
            .Matches(html)
            .Where(m => Plain(m.Groups["text"].Value).StartsWith(text, StringComparison.Ordinal))
            .Select(m => WebUtility.HtmlDecode(m.Groups["href"].Value))
            .FirstOrDefault()
        ?? throw new InvalidOperationException($"no link says {text}");

    /// <summary>The value of the first option whose words begin so.</summary>
    public static string Option(string html, string text) =>
        Options()
            .Matches(html)
            .Where(m => Plain(m.Groups["text"].Value).StartsWith(text, StringComparison.Ordinal))
            .Select(m => WebUtility.HtmlDecode(m.Groups["value"].Value))
            .FirstOrDefault()
        ?? throw new InvalidOperationException($"no option says {text}");

    private static string Plain(string html) => WebUtility.HtmlDecode(Tags().Replace(html, "")).Replace('\u00a0', ' ').Trim();

    [GeneratedRegex("<a[^>]*?href=\"(?<href>[^\"]*)\"[^>]*>(?<text>.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Links();

    [GeneratedRegex("<option[^>]*?value=\"(?<value>[^\"]*)\"[^>]*>(?<text>[^<]*)<")]
    private static partial Regex Options();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
