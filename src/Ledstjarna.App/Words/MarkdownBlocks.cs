using Ledstjarna.Documents;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using MarkdownBlock = Markdig.Syntax.Block;
using MarkdownCell = Markdig.Extensions.Tables.TableCell;
using MarkdownListBlock = Markdig.Syntax.ListBlock;
using MarkdownTable = Markdig.Extensions.Tables.Table;

namespace Ledstjarna.App.Words;

/// <summary>
/// What people write, as blocks of a document to hand over: the same that <see cref="MarkdownHtml"/> lets through, and nothing else.
/// </summary>
/// <param name="firstLevel">The level that a heading with one mark gets.</param>
/// <param name="home">What addresses within the installation begin with; null makes such links only their words.</param>
/// <param name="maximum">Makes at most about this many characters and blocks.</param>
internal sealed class MarkdownBlocks(int firstLevel, Uri? home, int maximum)
{
    private const int MaximumDepth = 64;
    private int _size;

    /// <returns>Null when it grew too long; what is made so far is then of no use.</returns>
    public IReadOnlyList<Documents.Block>? Of(ContainerBlock blocks)
    {
        var made = Of(blocks, 0).ToList();
        return _size <= maximum ? made : null;
    }

    private IEnumerable<Documents.Block> Of(ContainerBlock blocks, int depth) =>
        blocks.TakeWhile(_ => ++_size <= maximum).SelectMany(b => Of(b, depth + 1));

    private IEnumerable<Documents.Block> Of(MarkdownBlock block, int depth)
    {
        switch (block)
        {
            case HeadingBlock heading when Words(heading.Inline) is { Length: > 0 } words:
                yield return new Heading(Math.Min(heading.Level + firstLevel - 1, Heading.Deepest), words);
                break;
            case HeadingBlock:
                break;
            case LeafBlock leaf when Runs(leaf.Inline) is { Count: > 0 } runs:
                yield return new Paragraph(runs);
                break;
            case MarkdownListBlock list when depth < MaximumDepth:
                var items = list.OfType<ListItemBlock>().Select(i => new ListItem([.. Of(i, depth)])).ToList();
                yield return list.IsOrdered ? new NumberedList(items, Start(list)) : new BulletList(items);
                break;
            case MarkdownListBlock list:
                yield return new Paragraph(string.Join('\n', list.Descendants<LeafBlock>().Select(l => Words(l.Inline))));
                break;
            case MarkdownTable table:
                foreach (var made in Of(table))
                {
                    yield return made;
                }

                break;
        }
    }

    private static int Start(MarkdownListBlock list) =>
        int.TryParse(list.OrderedStart, Swedish.Culture, out var start) ? Math.Max(start, 0) : 1;

    /// <summary>A table without a caption, for Markdown has none.</summary>
    private IEnumerable<Documents.Block> Of(MarkdownTable table)
    {
        var rows = table.OfType<TableRow>().Select(r => r.OfType<MarkdownCell>().Select(Cell).ToList()).ToList();
        var columns = rows.Count > 0 ? Math.Min(rows.Max(r => r.Count), Documents.Table.MostColumns) : 0;
        if (columns == 0)
        {
            yield break;
        }

        var header = rows[0].Take(columns).Select(c => string.Concat(c.Runs.Select(r => r.Text))).ToList();
        yield return new Documents.Table(
            "",
            [.. Enumerable.Range(0, columns).Select(i => new TableColumn(i < header.Count ? header[i] : "", IsNumeric(table, i)))],
            [.. rows.Skip(1).Select(r => Filled(r, columns))]
        );
    }

    private static IReadOnlyList<Documents.TableCell> Filled(List<Documents.TableCell> row, int columns) =>
        [.. row.Take(columns), .. Enumerable.Repeat(new Documents.TableCell(""), Math.Max(0, columns - row.Count))];

    private static bool IsNumeric(MarkdownTable table, int column) =>
        column < table.ColumnDefinitions.Count && table.ColumnDefinitions[column].Alignment == TableColumnAlign.Right;

    private Documents.TableCell Cell(MarkdownCell cell)
    {
        _size++;
        return new([.. cell.OfType<LeafBlock>().SelectMany(l => Runs(l.Inline))]);
    }

    private static string Words(ContainerInline? inline) =>
        inline is null ? "" : string.Concat(inline.FindDescendants<Inline>().Select(Markdown.Words)).Trim();

    private List<Run> Runs(ContainerInline? inline)
    {
        var runs = new List<Run>();
        if (inline is not null)
        {
            Add(runs, inline, new Run(""), 0);
        }

        return runs;
    }

    private void Add(List<Run> runs, ContainerInline parts, Run look, int depth)
    {
        if (depth > MaximumDepth)
        {
            Add(runs, Words(parts), look);
            return;
        }

        foreach (var part in parts.TakeWhile(_ => _size <= maximum))
        {
            switch (part)
            {
                case EmphasisInline emphasis:
                    Add(
                        runs,
                        emphasis,
                        emphasis.DelimiterCount > 1 ? look with { IsBold = true } : look with { IsItalic = true },
                        depth + 1
                    );
                    break;
                case LinkInline link:
                    Add(runs, link, Linked(look, link.GetDynamicUrl?.Invoke() ?? link.Url), depth + 1);
                    break;
                case AutolinkInline auto:
                    Add(runs, auto.Url, Linked(look, auto.IsEmail ? "mailto:" + auto.Url : auto.Url));
                    break;
                case LineBreakInline:
                    Add(runs, "\n", look); // people who press Enter mean it
                    break;
                case ContainerInline other:
                    Add(runs, other, look, depth + 1);
                    break;
                default:
                    Add(runs, Markdown.Words(part), look);
                    break;
            }
        }
    }

    private void Add(List<Run> runs, string text, Run look)
    {
        _size += text.Length + 1 + (look.Link?.OriginalString.Length ?? 0);
        if (text.Length > 0)
        {
            runs.Add(look with { Text = text });
        }
    }

    /// <summary>An address that is not allowed, or a link within a link, is only its words.</summary>
    private Run Linked(Run look, string? address)
    {
        if (look.Link is not null || !LinkAddress.IsAllowed(address))
        {
            return look;
        }

        var isWhole = Uri.TryCreate(address, UriKind.Absolute, out var whole) && whole.Scheme != Uri.UriSchemeFile;
        if (!isWhole && (home is null || !Uri.TryCreate(home, address, out whole)))
        {
            return look;
        }

        return Run.MayLeadTo(whole!) ? look with { Link = whole } : look;
    }
}
