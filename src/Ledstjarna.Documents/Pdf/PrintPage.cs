using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Ledstjarna.Documents.Pdf;

/// <summary>A document as a web page that stands by itself: no script, nothing fetched, every word of others encoded.</summary>
internal sealed class PrintPage
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>A4 within its margins, in twentieths of a point.</summary>
    private const int TextWidth = 9070;

    private readonly StringBuilder _html = new();

    private PrintPage() { }

    public static string Of(Document document)
    {
        var page = new PrintPage();
        page.Write(document);
        return page._html.ToString();
    }

    private void Write(Document document)
    {
        var title = Encode(CleanText.Line(document.Title));
        _html.Append(
            Invariant,
            $"""
            <!DOCTYPE html>
            <html lang="{Encode(document.Language)}">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
            <title>{title}</title>
            <meta name="author" content="{Encode(CleanText.Line(document.Sender))}">
            <meta name="description" content="{Encode(CleanText.Line(document.Subject))}">
            <style>{PageStyle.Of(document)}</style>
            </head>
            <body>

            """
        );
        foreach (var line in new[] { Dates.Written(document.Date), CleanText.Line(document.Recipient) }.Where(l => l.Length > 0))
        {
            _html.Append(Invariant, $"<p class=\"case\">{Encode(line)}</p>\n");
        }

        _html.Append(Invariant, $"<h1>{title}</h1>\n");
        Write(document.Blocks);
        _html.Append("</body>\n</html>\n");
    }

    private void Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks)
        {
            Write(block);
            _html.Append('\n');
        }
    }

    private void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                _html.Append(Invariant, $"<h{heading.Level + 1}>{Encode(CleanText.Line(heading.Text))}</h{heading.Level + 1}>");
                break;
            case Paragraph paragraph:
                Write("p", paragraph.Runs);
                break;
            case BulletList list:
                Write("ul", "", list);
                break;
            case NumberedList list:
                Write("ol", list.Start == 1 ? "" : $" start=\"{list.Start}\"", list);
                break;
            case Facts facts:
                Write(facts);
                break;
            case Table table:
                Write(table);
                break;
            case Figure figure:
                Write(figure);
                break;
            case PageBreak:
                _html.Append("<div class=\"break\"></div>");
                break;
            default:
                throw new NotSupportedException($"A page has no {block.GetType().Name} yet.");
        }
    }

    private void Write(string name, string attributes, ListBlock list)
    {
        _html.Append(Invariant, $"<{name}{attributes}>");
        foreach (var item in list.Items)
        {
            _html.Append("<li>");
            if (item.Blocks is [Paragraph first, ..])
            {
                Write(first.Runs);
                Write(item.Blocks.Skip(1));
            }
            else
            {
                Write(item.Blocks);
            }

            _html.Append("</li>\n");
        }

        _html.Append(Invariant, $"</{name}>");
    }

    private void Write(Facts facts)
    {
        _html.Append("<dl>");
        foreach (var fact in facts.Items)
        {
            Write("dt", [new Run(CleanText.Line(fact.Term))]);
            Write("dd", fact.Runs);
        }

        _html.Append("</dl>");
    }

    private void Write(Table table)
    {
        _html.Append("<table>");
        if (CleanText.Line(table.Caption) is { Length: > 0 } caption)
        {
            _html.Append(Invariant, $"<caption>{Encode(caption)}</caption>");
        }

        var widths = ColumnWidths.Of(table, TextWidth);
        _html
            .Append("<colgroup>")
            .AppendJoin("", widths.Select(w => $"<col style=\"width:{w * 100 / TextWidth}%\">"))
            .Append("</colgroup>");
        _html.Append("<thead><tr>");
        foreach (var column in table.Columns)
        {
            Write("th", [new Run(column.Header)], " scope=\"col\"" + Number(column));
        }

        _html.Append("</tr></thead>\n<tbody>");
        foreach (var row in table.Rows)
        {
            _html.Append("<tr>");
            for (var i = 0; i < row.Count; i++)
            {
                var isHeader = i == 0 && table.HasHeaderColumn;
                Write(isHeader ? "th" : "td", row[i].Runs, (isHeader ? " scope=\"row\"" : "") + Number(table.Columns[i]));
            }

            _html.Append("</tr>\n");
        }

        _html.Append("</tbody></table>");
    }

    private static string Number(TableColumn column) => column.IsNumeric ? " class=\"number\"" : "";

    private void Write(Figure figure)
    {
        var width = figure.PixelWidth * 96.0 / figure.PixelsPerInch;
        var style = string.Create(Invariant, $"width:{width:0.##}px");
        var source = "data:image/png;base64," + Convert.ToBase64String(figure.Png.Span);
        _html.Append(
            Invariant,
            $"<figure><img style=\"{style}\" alt=\"{Encode(CleanText.Line(figure.AlternativeText))}\" src=\"{source}\">"
        );
        if (CleanText.Line(figure.Caption) is { Length: > 0 } caption)
        {
            _html.Append(Invariant, $"<figcaption>{Encode(caption)}</figcaption>");
        }

        _html.Append("</figure>");
    }

    private void Write(string name, IEnumerable<Run> runs, string attributes = "")
    {
        _html.Append(Invariant, $"<{name}{attributes}>");
        Write(runs);
        _html.Append(Invariant, $"</{name}>");
    }

    private void Write(IEnumerable<Run> runs)
    {
        foreach (var run in runs)
        {
            var text = string.Join("<br>", CleanText.Lines(run.Text).Split('\n').Select(Encode));
            // As em and strong they would be tagged by names that PDF readers of before PDF 2.0 take for errors.
            text = run.IsItalic ? $"<i>{text}</i>" : text;
            text = run.IsBold ? $"<b>{text}</b>" : text;
            _html.Append(run.Link is { } link ? $"<a href=\"{Encode(link.AbsoluteUri)}\">{text}</a>" : text);
        }
    }

    private static string Encode(string text) => Encoder.Encode(text);
}
