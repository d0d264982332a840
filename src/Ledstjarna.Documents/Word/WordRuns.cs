using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>Pieces of text, as Word has them.</summary>
internal sealed class WordRuns(StyleIds styles, FileLinks links)
{
    public IEnumerable<OpenXmlElement> Of(IEnumerable<Run> runs) => runs.Select(Of);

    private OpenXmlElement Of(Run run)
    {
        if (run.Link is not { } address)
        {
            return Text(run.Text, new W.RunProperties(), run);
        }

        var style = new W.RunProperties(new W.RunStyle { Val = styles["Hyperlink"] });
        return new W.Hyperlink(Text(run.Text, style, run)) { Id = links.To(address), History = true };
    }

    /// <summary>A line break and a tab are elements of their own.</summary>
    public static W.Run Text(string text, W.RunProperties? properties = null)
    {
        var run = new W.Run();
        if (properties?.HasChildren == true)
        {
            run.RunProperties = properties;
        }

        var rest = CleanText.Lines(text).AsSpan();
        while (!rest.IsEmpty)
        {
            var end = rest.IndexOfAny('\n', '\t') is >= 0 and var found ? found : rest.Length;
            if (end > 0)
            {
                run.AppendChild(new W.Text(rest[..end].ToString()) { Space = SpaceProcessingModeValues.Preserve });
            }

            if (end < rest.Length)
            {
                run.AppendChild<OpenXmlElement>(rest[end] == '\n' ? new W.Break() : new W.TabChar());
                end++;
            }

            rest = rest[end..];
        }

        return run;
    }

    private static W.Run Text(string text, W.RunProperties properties, Run look)
    {
        if (look.IsBold)
        {
            properties.AppendChild(new W.Bold());
            properties.AppendChild(new W.BoldComplexScript());
        }

        if (look.IsItalic)
        {
            properties.AppendChild(new W.Italic());
            properties.AppendChild(new W.ItalicComplexScript());
        }

        return Text(text, properties);
    }
}
