using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>What stands above and below the text on every page: who sends it and the diary number, and which page of how many.</summary>
internal static class PageEdges
{
    /// <summary>Adds those of the two that the section lacks.</summary>
    /// <returns>Whether the header is ours and has the document's lines.</returns>
    public static bool Ensure(MainDocumentPart main, W.SectionProperties section, StyleIds styles, Document document, int textWidth)
    {
        if (!section.Elements<W.FooterReference>().Any())
        {
            var footer = main.AddNewPart<FooterPart>("pages");
            footer.Footer = new W.Footer(Pages(styles));
            section.PrependChild(new W.FooterReference { Type = W.HeaderFooterValues.Default, Id = "pages" });
        }

        if (section.Elements<W.HeaderReference>().Any())
        {
            return false;
        }

        var header = main.AddNewPart<HeaderPart>("sender");
        header.Header = new W.Header(Sender(styles, document, textWidth));
        section.PrependChild(new W.HeaderReference { Type = W.HeaderFooterValues.Default, Id = "sender" });
        return true;
    }

    /// <summary>The first line to the left, the others below each other to the right.</summary>
    private static IEnumerable<W.Paragraph> Sender(StyleIds styles, Document document, int textWidth)
    {
        var lines = document
            .HeaderLines.Select(CleanText.Edge)
            .Where(l => l.Length > 0)
            .DefaultIfEmpty(CleanText.Edge(document.Sender))
            .ToList();
        for (var right = 1; right < Math.Max(lines.Count, 2); right++)
        {
            var properties = new W.ParagraphProperties(
                new W.ParagraphStyleId { Val = styles["Header"] },
                new W.Tabs(
                    new W.TabStop { Val = W.TabStopValues.Clear, Position = 4536 },
                    new W.TabStop { Val = W.TabStopValues.Clear, Position = 9072 },
                    new W.TabStop { Val = W.TabStopValues.Right, Position = textWidth }
                )
            );
            var paragraph = new W.Paragraph(properties);
            if (right == 1)
            {
                paragraph.AppendChild(WordRuns.Text(lines[0], new W.RunProperties(new W.Bold(), new W.BoldComplexScript())));
            }

            if (right < lines.Count)
            {
                paragraph.AppendChild(WordRuns.Text("\t" + lines[right]));
            }

            yield return paragraph;
        }
    }

    private static W.Paragraph Pages(StyleIds styles) =>
        new(
            new W.ParagraphProperties(
                new W.ParagraphStyleId { Val = styles["Footer"] },
                new W.Justification { Val = W.JustificationValues.Right }
            ),
            WordRuns.Text("Sida "),
            Field("PAGE"),
            WordRuns.Text(" av "),
            Field("NUMPAGES")
        );

    /// <summary>Word counts when it shows the page; until then it says 1.</summary>
    private static W.SimpleField Field(string what) => new W.SimpleField(WordRuns.Text("1")) { Instruction = what };
}
