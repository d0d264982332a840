using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Word;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>A Word file that was written, opened again with the library that knows the format.</summary>
internal sealed class WordReading : IDisposable
{
    private readonly MemoryStream _content;

    private WordReading(byte[] bytes)
    {
        Bytes = bytes;
        _content = new MemoryStream(bytes, writable: false);
        File = WordprocessingDocument.Open(_content, isEditable: false);
    }

    public byte[] Bytes { get; }

    public WordprocessingDocument File { get; }

    public MainDocumentPart Main => File.MainDocumentPart!;

    public W.Body Body => Main.Document!.Body!;

    public IEnumerable<W.Paragraph> Paragraphs => Body.Elements<W.Paragraph>();

    public static byte[] Write(Document document, byte[]? template = null)
    {
        using var target = new MemoryStream();
        using var source = template is null ? null : new MemoryStream(template, writable: false);
        WordFile.Write(target, document, source);
        return target.ToArray();
    }

    public static WordReading Of(Document document, byte[]? template = null) => new(Write(document, template));

    /// <summary>What the format's own rules find wrong.</summary>
    public IEnumerable<string> Errors() =>
        new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(File).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}");

    /// <summary>The name, as Word knows it, of the style a paragraph has.</summary>
    public string StyleOf(W.Paragraph paragraph) =>
        Styles.Single(s => s.StyleId == (paragraph.ParagraphProperties?.ParagraphStyleId?.Val ?? "Normal")).StyleName!.Val!.Value!;

    public IEnumerable<W.Style> Styles => Main.StyleDefinitionsPart!.Styles!.Elements<W.Style>();

    public W.Paragraph Saying(string beginning) => Body.Descendants<W.Paragraph>().First(p => p.InnerText.StartsWith(beginning));

    public void Dispose()
    {
        File.Dispose();
        _content.Dispose();
    }
}
