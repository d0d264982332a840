using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Markdig;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Ledstjarna.App.Words;

/// <summary>
/// Text that people write, as Markdown, to HTML that is safe to show: paragraphs, headings, lists, emphasis, links and tables.
/// Everything else is shown as it was written. Takes any text, in bounded time, and never throws.
/// </summary>
public static class Markdown
{
    /// <summary>What is longer is cut here.</summary>
    public const int MaximumLength = 20_000;

    // Parsing takes quadratic time in how often these occur, and a table fills out every row to its widest. No one writes so many by hand.
    private const int MaximumBrackets = 1_000;
    private const int MaximumEmphasis = 4_000;
    private const int MaximumColumns = 50;

    // A short text can ask for a very long page: one long address, referred to a thousand times.
    private const int MaximumHtml = 20 * MaximumLength;

    internal static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly SearchValues<char> EmphasisMarks = SearchValues.Create('*', '_');
    private static readonly MarkdownPipeline Pipeline = BuildPipeline();

    public static string ToHtml(string? text)
    {
        var cut = Cut(text);
        if (Parse(cut) is not { } document)
        {
            return AsWritten(cut);
        }

        var html = new MarkdownHtml(MaximumHtml);
        return html.Write(document) ? html.ToString() : AsWritten(cut);
    }

    /// <summary>The same as blocks of a document that is handed over.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="firstLevel">The level that a heading with one mark gets: one below the heading that the text stands under.</param>
    /// <param name="home">
    /// Where the installation is, for links within it: a file is opened anywhere. Null makes such links only their words.
    /// </param>
    public static IReadOnlyList<Documents.Block> ToBlocks(string? text, int firstLevel = 1, Uri? home = null)
    {
        var cut = Cut(text);
        var blocks = Parse(cut) is { } document ? new MarkdownBlocks(firstLevel, home, MaximumHtml).Of(document) : null;
        return blocks ?? (cut.Length == 0 ? [] : [new Documents.Paragraph(cut)]);
    }

    /// <summary>The words alone on one line, for excerpts and lists.</summary>
    /// <param name="text">Markdown.</param>
    /// <param name="length">At most this many characters; what is longer ends between two words with "…".</param>
    public static string Plain(string? text, int length = MaximumLength)
    {
        var cut = Cut(text);
        var words = Parse(cut) is { } document ? string.Join(' ', document.Descendants<LeafBlock>().Select(Words)) : cut;
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= length)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', length - 1);
        return string.Concat(line.AsSpan(0, end > 0 ? end : length - 1).TrimEnd(",.;:–-"), "…");
    }

    /// <summary>What an inline part of a text says, without its markup.</summary>
    internal static string Words(Inline part) =>
        part switch
        {
            LiteralInline literal => literal.Content.ToString(),
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            AutolinkInline link => link.Url,
            LineBreakInline => " ",
            _ => "",
        };

    private static string Words(LeafBlock block) =>
        block.Inline is { } inline ? string.Concat(inline.FindDescendants<Inline>().Select(Words)) : "";

    private static string Cut(string? text)
    {
        var whole = text ?? "";
        return whole.Length <= MaximumLength ? whole : whole[..MaximumLength] + "…";
    }

    /// <summary>Null: too tangled to be read as Markdown.</summary>
    private static MarkdownDocument? Parse(string text)
    {
        if (!IsReasonable(text))
        {
            return null;
        }

        try
        {
            return Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException) // how Markdig says that something is nested too deeply
        {
            return null;
        }
    }

    private static bool IsReasonable(ReadOnlySpan<char> text)
    {
        if (text.Count('[') > MaximumBrackets || text.CountAny(EmphasisMarks) > MaximumEmphasis)
        {
            return false;
        }

        foreach (var line in text.EnumerateLines())
        {
            if (line.Count('|') > MaximumColumns)
            {
                return false;
            }
        }

        return true;
    }

    private static string AsWritten(string text) =>
        $"<p>{string.Join("<br />", text.ReplaceLineEndings("\n").Split('\n').Select(Encoder.Encode))}</p>";

    private static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UsePipeTables().UseAutoLinks();
        builder.BlockParsers.TryRemove<QuoteBlockParser>();
        builder.BlockParsers.TryRemove<FencedCodeBlockParser>();
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.TryRemove<ThematicBreakParser>();
        builder.InlineParsers.TryRemove<CodeInlineParser>();
        return builder.Build();
    }
}
