using System.Xml;
using System.Xml.Linq;

namespace Ledstjarna.App.Tests.Words;

/// <summary>What the HTML of a text may hold, asked of the parsed HTML and not of its letters.</summary>
internal static class Markup
{
    private static readonly string[] Elements =
    [
        "p",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "em",
        "strong",
        "a",
        "br",
        "table",
        "tr",
        "th",
        "td",
    ];
    private static readonly string[] Attributes = ["a href", "a rel", "th scope", "ol start"];

    public static XElement Parse(string html)
    {
        // Written by XML's rules too; only characters that XML does not know at all have to be let through.
        using var reader = XmlReader.Create(new StringReader($"<all>{html}</all>"), new() { CheckCharacters = false });
        return XElement.Load(reader);
    }

    /// <summary>Every element, attribute and address that should not be there.</summary>
    public static IEnumerable<string> Wrong(string html)
    {
        foreach (var element in Parse(html).Descendants())
        {
            var name = element.Name.ToString();
            if (!Elements.Contains(name) || (name == "a" && element.Ancestors("a").Any()))
            {
                yield return name;
            }

            foreach (var attribute in element.Attributes())
            {
                if (!Attributes.Contains($"{name} {attribute.Name}"))
                {
                    yield return $"{name} {attribute.Name}";
                }
            }

            if (name == "a" && !IsSafe((string)element.Attribute("href")!))
            {
                yield return (string)element.Attribute("href")!;
            }
        }
    }

    /// <summary>As a browser reads it: tabs and line breaks fall out anywhere, spaces and control characters in front.</summary>
    private static bool IsSafe(string address)
    {
        var read = string.Concat(address.Where(c => c is not ('\t' or '\n' or '\r')))
            .TrimStart([.. Enumerable.Range(0, 33).Select(i => (char)i)]);
        return Uri.TryCreate(new Uri("https://kommun.test/mal/"), read.Replace('\\', '/'), out var target)
            ? target.Scheme is "http" or "https" or "mailto"
            : !read.Contains("script", StringComparison.OrdinalIgnoreCase) && !read.Contains("data", StringComparison.OrdinalIgnoreCase);
    }
}
