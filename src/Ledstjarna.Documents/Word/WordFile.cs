using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.Documents.Word;

/// <summary>A document as a Word file (.docx), to be gone on with by those who receive it.</summary>
public static class WordFile
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <param name="target">Written to from where it stands; it need not be possible to read or to move in.</param>
    /// <param name="document">What the file is to hold.</param>
    /// <param name="template">
    /// The organisation's own .docx or .dotx. Its styles, headers, footers and page are kept; what stands in its text is not, and what it lacks is
    /// added. Header lines stand on every page if the base has no header, else above the text of the first. Null: our own look.
    /// </param>
    /// <exception cref="BaseRefusedException">The template is none that may be built on. Nothing has been written.</exception>
    public static void Write(Stream target, Document document, Stream? template = null)
    {
        using var file = template is null ? New(document) : On(template, document);
        file.Position = 0;
        PackedAgain.Write(target, file);
    }

    private static MemoryStream New(Document document)
    {
        var content = new MemoryStream();
        using var file = WordprocessingDocument.Create(content, WordprocessingDocumentType.Document, autoSave: true);
        var main = file.AddNewPart<MainDocumentPart>(MediaType + ".main+xml", "document");
        main.Document = new W.Document(new W.Body(TextArea.NewPage()));
        NewParts.Add(main, document.Language);
        Fill(file, main, document);
        return content;
    }

    private static MemoryStream On(Stream template, Document document)
    {
        var content = BaseFile.Read(template);
        return BaseFile.Guard(() =>
        {
            using var file = WordprocessingDocument.Open(content, isEditable: true);
            Fill(file, BaseText.Clear(file), document);
            return content;
        });
    }

    private static void Fill(WordprocessingDocument file, MainDocumentPart main, Document document)
    {
        var body = main.Document.Body!;
        var section = body.GetFirstChild<W.SectionProperties>() ?? body.AppendChild(TextArea.NewPage());
        var area = TextArea.Of(section);
        var styles = StyleIds.Ensure(main, document.Language);
        var hasOurHeader = PageEdges.Ensure(main, section, styles, document, area.Width);
        var text = new WordBody(styles, new WordLists(main), new FileLinks(main), area).Of(document, withHeaderLines: !hasOurHeader);
        foreach (var element in text)
        {
            body.InsertBefore(element, section);
        }

        FileProperties.Write(file, document);
    }
}
