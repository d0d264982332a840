using DocumentFormat.OpenXml;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>A document's blocks, as Word has them.</summary>
internal sealed class WordBody(StyleIds styles, WordLists lists, FileLinks links, TextArea area)
{
    /// <summary>What stands between a table and the text below it.</summary>
    private const string AfterTable = "240";

    private readonly WordRuns _runs = new(styles, links);
    private readonly WordFigures _figures = new(styles, links, area);
    private readonly List<OpenXmlElement> _body = [];
    private bool _isPageBroken;

    /// <summary>All of it. The header lines come first when they are in no header of ours.</summary>
    public IEnumerable<OpenXmlElement> Of(Document document, bool withHeaderLines)
    {
        var opening = withHeaderLines ? document.HeaderLines : [];
        foreach (var line in opening.Append(Dates.Written(document.Date)).Append(document.Recipient ?? ""))
        {
            if (CleanText.Line(line) is { Length: > 0 } text)
            {
                _body.Add(new W.Paragraph(Style("CaseLine"), WordRuns.Text(text)));
            }
        }

        _body.Add(new W.Paragraph(Style("Title"), WordRuns.Text(CleanText.Line(document.Title))));
        Add(document.Blocks, level: -1);
        if (_body[^1] is W.Table)
        {
            _body.Add(new W.Paragraph()); // Word lets nothing end with a table
        }

        return _body;
    }

    /// <summary>The level is that of the list which the blocks stand in; -1 for none.</summary>
    private void Add(IEnumerable<Block> blocks, int level)
    {
        foreach (var block in blocks)
        {
            var (first, isOnNewPage) = (_body.Count, _isPageBroken);
            Add(block, level);
            if (isOnNewPage && _body.Count > first)
            {
                BreakBefore(first);
            }
        }
    }

    /// <summary>A break of its own would leave an empty line at the top of the page.</summary>
    private void BreakBefore(int place)
    {
        if (_body[place] is not W.Paragraph paragraph)
        {
            _body.Insert(place, paragraph = new W.Paragraph());
        }

        (paragraph.ParagraphProperties ??= new W.ParagraphProperties()).PageBreakBefore = new W.PageBreakBefore();
        _isPageBroken = false;
    }

    private void Add(Block block, int level)
    {
        switch (block)
        {
            case Heading heading:
                _body.Add(new W.Paragraph(Style($"Heading{heading.Level}"), WordRuns.Text(CleanText.Line(heading.Text))));
                break;
            case Paragraph paragraph when level >= 0:
                Add(Style("ListParagraph", new W.Indentation { Left = $"{WordLists.Indent(level)}" }), _runs.Of(paragraph.Runs));
                break;
            case Paragraph paragraph:
                Add(new W.ParagraphProperties(), _runs.Of(paragraph.Runs));
                break;
            case ListBlock list:
                Add(list, level + 1);
                break;
            case Facts facts:
                AddFacts(facts);
                break;
            case Table table:
                _body.AddRange(new WordTables(styles, _runs, area.Width).Of(table));
                break;
            case Figure figure:
                _body.AddRange(_figures.Of(figure));
                break;
            case PageBreak:
                _isPageBroken = true;
                break;
            default:
                throw new NotSupportedException($"Word has no {block.GetType().Name} yet.");
        }
    }

    private void Add(ListBlock list, int level)
    {
        var number = lists.NumberOf(list, level);
        foreach (var item in list.Items)
        {
            var properties = Style(
                "ListParagraph",
                new W.NumberingProperties(
                    new W.NumberingLevelReference { Val = Math.Min(level, WordLists.Deepest) },
                    new W.NumberingId { Val = number }
                )
            );
            var first = item.Blocks.Count > 0 ? item.Blocks[0] as Paragraph : null;
            Add(properties, _runs.Of(first?.Runs ?? []));
            Add(first is null ? item.Blocks : item.Blocks.Skip(1), level);
        }
    }

    private void AddFacts(Facts facts)
    {
        foreach (var fact in facts.Items)
        {
            var term = new W.RunProperties(new W.Bold(), new W.BoldComplexScript());
            Add(Style("Fact"), [WordRuns.Text($"{CleanText.Line(fact.Term)}:", term), WordRuns.Text("\t"), .. _runs.Of(fact.Runs)]);
        }
    }

    private void Add(W.ParagraphProperties properties, IEnumerable<OpenXmlElement> content)
    {
        if (_body.Count > 0 && _body[^1] is W.Table)
        {
            properties.SpacingBetweenLines = new W.SpacingBetweenLines { Before = AfterTable };
        }

        var paragraph = new W.Paragraph();
        if (properties.HasChildren)
        {
            paragraph.ParagraphProperties = properties;
        }

        paragraph.Append(content);
        _body.Add(paragraph);
    }

    private W.ParagraphProperties Style(string own, OpenXmlElement? more = null)
    {
        var properties = new W.ParagraphProperties(new W.ParagraphStyleId { Val = styles[own] });
        if (more is not null)
        {
            properties.AppendChild(more);
        }

        return properties;
    }
}
