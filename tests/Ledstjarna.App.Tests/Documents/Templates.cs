using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>Templates as a municipality might have them, and what may be wrong with one.</summary>
internal static class Templates
{
    public const string Main = "word/document.xml";
    public const string MainLinks = "word/_rels/document.xml.rels";
    public const string Types = "[Content_Types].xml";
    private const string W14 = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>
    /// Of a Swedish Word: style ids of its own, a header with a logotype and a link, text of last time with a comment, two sections, a list.
    /// </summary>
    public static byte[] Ordinary(WordprocessingDocumentType type = WordprocessingDocumentType.Document)
    {
        using var content = new MemoryStream();
        using (var file = WordprocessingDocument.Create(content, type))
        {
            file.PackageProperties.Creator = "Någon Handläggare";
            file.PackageProperties.Title = "Mall";
            file.AddExtendedFilePropertiesPart().Properties = new DocumentFormat.OpenXml.ExtendedProperties.Properties(
                new DocumentFormat.OpenXml.ExtendedProperties.Manager("Någon Chef")
            );
            var main = file.AddMainDocumentPart();
            main.Document = new W.Document(new W.Body { InnerXml = BodyXml() });
            main.AddNewPart<StyleDefinitionsPart>("rId1").Styles = new W.Styles { InnerXml = StylesXml };
            main.AddNewPart<NumberingDefinitionsPart>("rId2").Numbering = new W.Numbering { InnerXml = NumberingXml };
            main.AddNewPart<DocumentSettingsPart>("rId3").Settings = new W.Settings(
                new W.FootnoteDocumentWideProperties(new W.FootnoteSpecialReference { Id = -1 }, new W.FootnoteSpecialReference { Id = 0 })
            );
            main.AddNewPart<FootnotesPart>("rId4").Footnotes = Footnotes();
            main.AddNewPart<WordprocessingCommentsPart>("rId5").Comments = new W.Comments(
                new W.Comment(new W.Paragraph(new W.Run(new W.Text("Hemlig kommentar")))) { Id = "1", Author = "Någon Handläggare" }
            );
            main.AddHyperlinkRelationship(new Uri("file:///G:/Arkiv/x.docx"), isExternal: true, "rId6");
            Picture(main.AddImagePart(ImagePartType.Png, "rId7"));
            var header = main.AddNewPart<HeaderPart>("rId8");
            Picture(header.AddImagePart(ImagePartType.Png, "rId1"));
            header.AddHyperlinkRelationship(new Uri("https://www.exempel.se/"), isExternal: true, "rId2");
            header.Header = new W.Header(
                new W.Paragraph(
                    new W.Run(new W.Text("Exempel kommun")),
                    new W.Hyperlink(new W.Run(new W.Text("www.exempel.se"))) { Id = "rId2" }
                )
            );
            var footer = main.AddNewPart<FooterPart>("rId9");
            footer.Footer = new W.Footer { InnerXml = FieldXml("PAGE") };
            main.AddNewPart<HeaderPart>("rId10").Header = new W.Header(new W.Paragraph(new W.Run(new W.Text("Bilagans huvud"))));
        }

        return content.ToArray();
    }

    /// <summary>A paragraph with a field as Word writes one, its words in two pieces.</summary>
    public static string FieldXml(string words) =>
        $"""
            <w:p xmlns:w="{W14}"><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {words[
                ..2
            ]}</w:instrText></w:r><w:r><w:instrText xml:space="preserve">{words[
                2..
            ]} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
            """;

    /// <summary>The same package with a part written anew.</summary>
    public static byte[] With(byte[] file, string part, Func<string, string> change)
    {
        var parts = Unpack(file);
        var at = parts.FindIndex(p => p.Name == part);
        var text = Encoding.UTF8.GetString(parts[at].Content);
        var changed = change(text);
        changed.ShouldNotBe(text, "the template was to be changed");
        parts[at] = (part, Encoding.UTF8.GetBytes(changed));
        return Pack(parts);
    }

    /// <summary>The same package with more parts.</summary>
    public static byte[] Adding(byte[] file, params IEnumerable<(string Name, byte[] Content)> parts) =>
        Pack([.. Unpack(file), .. parts], CompressionLevel.Fastest);

    /// <summary>The same package with a part of nothing, packed as hard as can be.</summary>
    public static byte[] WithBomb(byte[] file, int size) =>
        Pack([.. Unpack(file), ("word/media/stor.png", new byte[size])], CompressionLevel.SmallestSize);

    public static byte[] Linking(string links, string part, string type, string target, bool isExternal, byte[]? file = null) =>
        With(
            file ?? Ordinary(),
            links,
            x =>
                x.Replace(
                    "</Relationships>",
                    $"<Relationship Id=\"mer{part}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{type}\" Target=\"{target}\" {(isExternal ? "TargetMode=\"External\"" : "")}/></Relationships>"
                )
        );

    public static List<(string Name, byte[] Content)> Unpack(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return [.. archive.Entries.Select(e => (e.FullName, Read(e)))];
    }

    private static byte[] Pack(IEnumerable<(string Name, byte[] Content)> parts, CompressionLevel level = CompressionLevel.Fastest)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var stream = archive.CreateEntry(name, level).Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }

    private static void Picture(ImagePart part)
    {
        using var content = new MemoryStream(Samples.Png(3, 3));
        part.FeedData(content);
    }

    private static W.Footnotes Footnotes() =>
        new(
            new W.Footnote(new W.Paragraph()) { Id = -1, Type = W.FootnoteEndnoteValues.Separator },
            new W.Footnote(new W.Paragraph()) { Id = 0, Type = W.FootnoteEndnoteValues.ContinuationSeparator },
            new W.Footnote(new W.Paragraph(new W.Run(new W.Text("Hemlig fotnot")))) { Id = 1 }
        );

    private static string BodyXml() =>
        $"""
            <w:p xmlns:w="{W14}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:pPr><w:sectPr>
            <w:headerReference w:type="default" r:id="rId8"/><w:footerReference w:type="default" r:id="rId9"/>
            <w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/>
            </w:sectPr></w:pPr><w:r><w:t>Gammal text från förra gången</w:t></w:r></w:p>
            <w:p xmlns:w="{W14}"><w:r><w:t>Mer gammal text</w:t></w:r></w:p>
            <w:sectPr xmlns:w="{W14}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <w:headerReference w:type="first" r:id="rId10"/><w:pgSz w:w="11906" w:h="16838"/>
            <w:pgMar w:top="2268" w:right="2268" w:bottom="1418" w:left="2268" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>
            """;

    private const string StylesXml = $"""
        <w:docDefaults xmlns:w="{W14}"><w:rPrDefault><w:rPr><w:rFonts w:ascii="Garamond" w:hAnsi="Garamond"/><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>
        <w:style xmlns:w="{W14}" w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:rPr><w:lang w:val="en-US"/></w:rPr></w:style>
        <w:style xmlns:w="{W14}" w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:color w:val="C00000"/></w:rPr></w:style>
        <w:style xmlns:w="{W14}" w:type="paragraph" w:styleId="Rubrik2"><w:name w:val="Heading 2"/><w:aliases w:val="Underrubrik"/><w:basedOn w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
        <w:style xmlns:w="{W14}" w:type="paragraph" w:customStyle="1" w:styleId="Heading3"><w:name w:val="Kommunens egen"/><w:basedOn w:val="Normal"/></w:style>
        <w:style xmlns:w="{W14}" w:type="character" w:styleId="Title"><w:name w:val="Kommunens tecken"/></w:style>
        """;

    private const string NumberingXml = $"""
        <w:abstractNum xmlns:w="{W14}" w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1"/></w:lvl></w:abstractNum>
        <w:num xmlns:w="{W14}" w:numId="4"><w:abstractNumId w:val="7"/></w:num>
        """;
}
