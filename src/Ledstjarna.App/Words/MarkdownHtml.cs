using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ledstjarna.App.Words;

/// <summary>
/// Writes the elements it knows, and no others: whatever else a document may hold comes out as text. So nothing is let in that is not named here.
/// </summary>
/// <param name="maximum">Writes at most about this many characters.</param>
internal sealed class MarkdownHtml(int maximum)
{
    private const int MaximumDepth = 64;
    private const int FirstHeading = 3; // the page itself has the first two

    private readonly StringBuilder _html = new();
    private bool _isInLink;

    public override string ToString() => _html.ToString();

    /// <returns>False when it grew too long; what is written so far is then of no use.</returns>
    public bool Write(ContainerBlock blocks, int depth = 0)
    {
        foreach (var block in blocks)
        {
            if (_html.Length > maximum)
            {
                return false;
            }

            Write(block, depth + 1);
        }

        return _html.Length <= maximum;
    }

    private void Write(Block block, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading:
                var level = Math.Min(heading.Level + FirstHeading - 1, 6);
                Element($"h{level}", heading);
                break;
            case ParagraphBlock { Parent: ListItemBlock { Parent: ListBlock { IsLoose: false } } } line:
                Write(line.Inline);
                break;
            case LeafBlock leaf:
                Element("p", leaf);
                break;
            case ListBlock list:
                Element(list.IsOrdered ? "ol" : "ul", list, depth, Start(list));
                break;
            case ListItemBlock item:
                Element("li", item, depth);
                break;
            case Table table:
                Write(table);
                break;
        }
    }

    private void Element(string name, LeafBlock leaf)
    {
        if (leaf.Inline?.FirstChild is null)
        {
            return;
        }

        _html.Append('<').Append(name).Append('>');
        Write(leaf.Inline);
        _html.Append("</").Append(name).Append('>');
    }

    private void Element(string name, ContainerBlock container, int depth, string attributes = "")
    {
        _html.Append('<').Append(name).Append(attributes).Append('>');
        Write(container, depth);
        _html.Append("</").Append(name).Append('>');
    }

    private static string Start(ListBlock list) =>
        list.IsOrdered && int.TryParse(list.OrderedStart, Swedish.Culture, out var start) && start != 1 ? $" start=\"{start}\"" : "";

    private void Write(Table table)
    {
        _html.Append("<table>");
        foreach (var row in table.OfType<TableRow>())
        {
            var (name, attributes) = row.IsHeader ? ("th", " scope=\"col\"") : ("td", "");
            _html.Append("<tr>");
            foreach (var cell in row.OfType<TableCell>())
            {
                _html.Append('<').Append(name).Append(attributes).Append('>');
                foreach (var line in cell.OfType<LeafBlock>())
                {
                    Write(line.Inline);
                }

                _html.Append("</").Append(name).Append('>');
            }

            _html.Append("</tr>");
            if (_html.Length > maximum)
            {
                return;
            }
        }

        _html.Append("</table>");
    }

    private void Write(ContainerInline? parts, int depth = 0)
    {
        if (parts is null || _html.Length > maximum)
        {
            return;
        }

        if (depth > MaximumDepth)
        {
            Text(string.Concat(parts.FindDescendants<Inline>().Select(Markdown.Words)));
            return;
        }

        foreach (var part in parts)
        {
            Write(part, depth + 1);
        }
    }

    private void Write(Inline part, int depth)
    {
        switch (part)
        {
            case EmphasisInline emphasis:
                var name = emphasis.DelimiterCount > 1 ? "strong" : "em";
                _html.Append('<').Append(name).Append('>');
                Write(emphasis, depth);
                _html.Append("</").Append(name).Append('>');
                break;
            case LinkInline link:
                Link(link.GetDynamicUrl?.Invoke() ?? link.Url, () => Write(link, depth));
                break;
            case AutolinkInline { IsEmail: true } mail:
                Link("mailto:" + mail.Url, () => Text(mail.Url));
                break;
            case AutolinkInline auto:
                Link(auto.Url, () => Text(auto.Url));
                break;
            case LineBreakInline:
                _html.Append("<br />"); // people who press Enter mean it
                break;
            case ContainerInline other:
                Write(other, depth);
                break;
            default:
                Text(Markdown.Words(part));
                break;
        }
    }

    /// <summary>An address that is not allowed, or a link within a link, is only its words.</summary>
    private void Link(string? address, Action words)
    {
        if (_isInLink || !LinkAddress.IsAllowed(address))
        {
            words();
            return;
        }

        _html.Append("<a href=\"").Append(Markdown.Encoder.Encode(address)).Append("\" rel=\"noopener nofollow\">");
        _isInLink = true;
        words();
        _isInLink = false;
        _html.Append("</a>");
    }

    private void Text(string text) => _html.Append(Markdown.Encoder.Encode(text));
}
