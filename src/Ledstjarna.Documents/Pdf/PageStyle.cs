using System.Globalization;
using System.Reflection;
using System.Text;

namespace Ledstjarna.Documents.Pdf;

/// <summary>How the page looks when printed, and what stands at its edges.</summary>
internal static class PageStyle
{
    private const string Small = "font: 9pt/1.3 Calibri, Carlito, Arial, \"Liberation Sans\", sans-serif; color: #4a5563";
    private static readonly string Common = Read();

    public static string Of(Document document)
    {
        var lines = document
            .HeaderLines.Select(CleanText.Edge)
            .Where(l => l.Length > 0)
            .DefaultIfEmpty(CleanText.Edge(document.Sender))
            .ToList();
        return $$"""
            {{Common}}
            @page {
              @top-left { content: {{Text(
                lines[..1]
            )}}; {{Small}}; font-weight: bold; white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: top; padding-top: 12mm }
              @top-right { content: {{Text(
                lines[1..]
            )}}; {{Small}}; white-space: pre-wrap; overflow-wrap: anywhere; vertical-align: top; padding-top: 12mm; text-align: right }
              @bottom-right { content: "Sida " counter(page) " av " counter(pages); {{Small}} }
            }
            """;
    }

    /// <summary>A style sheet's text, each letter by its number: nothing in it can end the text or the sheet.</summary>
    private static string Text(IEnumerable<string> lines)
    {
        var text = new StringBuilder("\"");
        foreach (var rune in string.Join('\n', lines).EnumerateRunes())
        {
            text.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
        }

        return text.Append('"').ToString();
    }

    private static string Read()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Page.css")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
