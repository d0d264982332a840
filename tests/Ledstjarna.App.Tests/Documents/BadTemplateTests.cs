using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using Ledstjarna.Documents.Word;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>Templates that are not built on: each says why, and nothing is written.</summary>
public sealed class BadTemplateTests
{
    private const string HeaderLinks = "word/_rels/header1.xml.rels";
    private static readonly byte[] Ordinary = Templates.Ordinary();

    [Theory]
    [InlineData(WordprocessingDocumentType.MacroEnabledDocument)]
    [InlineData(WordprocessingDocumentType.MacroEnabledTemplate)]
    public void Macros(WordprocessingDocumentType type) => Fault(Templates.Ordinary(type)).ShouldBe(BaseFault.Macros);

    [Fact]
    public void Macros_in_a_file_that_says_it_has_none() =>
        Fault(
                Templates.Linking(
                    Templates.MainLinks,
                    "vba",
                    "vbaProject",
                    "vbaProject.bin",
                    isExternal: false,
                    Templates.Adding(Ordinary, ("word/vbaProject.bin", [1, 2, 3]))
                )
            )
            .ShouldBe(BaseFault.Macros);

    [Theory]
    [InlineData("attachedTemplate", "file:///G:/Mallar/mall.dotm", true, BaseFault.AttachedTemplate)]
    [InlineData("attachedTemplate", "https://exempel.se/mall.dotm", true, BaseFault.AttachedTemplate)]
    [InlineData("image", "https://exempel.se/bild.png", true, BaseFault.ExternalContent)]
    [InlineData("frame", "https://exempel.se/", true, BaseFault.ExternalContent)]
    [InlineData("subDocument", "annan.docx", false, BaseFault.ExternalContent)]
    [InlineData("aFChunk", "bit.html", false, BaseFault.EmbeddedObject)]
    [InlineData("oleObject", "embeddings/oleObject1.bin", false, BaseFault.EmbeddedObject)]
    [InlineData("oleObject", "file:///C:/x.xlsx", true, BaseFault.EmbeddedObject)]
    [InlineData("control", "activeX/activeX1.xml", false, BaseFault.EmbeddedObject)]
    public void What_is_fetched_or_run(string type, string target, bool isExternal, BaseFault fault) =>
        Fault(Templates.Linking(Templates.MainLinks, "x", type, target, isExternal)).ShouldBe(fault);

    [Fact]
    public void What_is_fetched_by_a_header() =>
        Fault(Templates.Linking(HeaderLinks, "x", "image", "https://exempel.se/bild.png", isExternal: true))
            .ShouldBe(BaseFault.ExternalContent);

    [Fact]
    public void A_link_in_a_header_that_leads_into_a_computer() =>
        Fault(Templates.With(Ordinary, HeaderLinks, x => x.Replace("https://www.exempel.se/", "file:///C:/x.exe")))
            .ShouldBe(BaseFault.ExternalContent);

    [Fact]
    public void A_picture_that_an_old_drawing_fetches_by_itself() =>
        Fault(
                Templates.With(
                    Ordinary,
                    "word/header1.xml",
                    x =>
                        x.Replace(
                            "<w:t>Exempel kommun</w:t>",
                            "<w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:imagedata src=\"http://exempel.se/b.png\"/></v:shape></w:pict>"
                        )
                )
            )
            .ShouldBe(BaseFault.ExternalContent);

    [Theory]
    [InlineData("INCLUDEPICTURE \"https://exempel.se/b.png\"")]
    [InlineData("INCLUDETEXT \"C:\\\\hemligt.docx\"")]
    [InlineData("DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe")]
    [InlineData("LINK Excel.Sheet.8 \"C:\\\\x.xls\"")]
    public void Fields_that_fetch(string words) => Fault(WithFooter(Templates.FieldXml(words))).ShouldBe(BaseFault.Field);

    [Theory]
    [InlineData("PAGE")]
    [InlineData("NUMPAGES \\* Arabic")]
    [InlineData("STYLEREF \"Rubrik 1\"")]
    [InlineData("= 1 + 1")]
    public void Fields_that_count_or_repeat_are_let_in(string words) => Fault(WithFooter(Templates.FieldXml(words))).ShouldBeNull();

    [Fact]
    public void A_field_whose_name_another_field_makes()
    {
        var inner = Templates.FieldXml("IF 1 = 1 \"DDEAUTO\"");
        var runs = inner[(inner.IndexOf('>') + 1)..inner.LastIndexOf("</w:p>")];
        var begin = runs.IndexOf("<w:instrText");
        var outer = Templates.FieldXml("cmd");
        var nested = outer.Insert(outer.IndexOf("</w:r>") + 6, runs);
        begin.ShouldBeGreaterThan(0);
        Fault(WithFooter(nested)).ShouldBe(BaseFault.Field);
    }

    [Fact]
    public void A_simple_field_that_fetches() =>
        Fault(
                WithFooter(
                    "<w:p xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:fldSimple w:instr=\"INCLUDETEXT x\"/></w:p>"
                )
            )
            .ShouldBe(BaseFault.Field);

    [Fact]
    public void A_part_that_unpacks_without_end() =>
        Fault(Templates.WithBomb(Ordinary, BaseFile.MostUnpacked / 4)).ShouldBe(BaseFault.TooLargeUnpacked);

    [Fact]
    public void Parts_that_together_are_too_large()
    {
        var noise = new byte[BaseFile.MostUnpacked / 4];
        var random = new Random(1);
        for (var i = 0; i < noise.Length; i += 16)
        {
            noise[i] = (byte)random.Next();
        }

        var file = Templates.Adding(Ordinary, Enumerable.Range(0, 5).Select(part => ($"word/media/stor{part}.png", noise)));
        file.Length.ShouldBeLessThan(BaseFile.MostBytes);
        Fault(file).ShouldBe(BaseFault.TooLargeUnpacked);
    }

    [Fact]
    public void More_parts_than_a_template_has_use_for()
    {
        using var content = new MemoryStream();
        using (var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true))
        {
            for (var i = 0; i <= BaseFile.MostPackedFiles; i++)
            {
                archive.CreateEntry($"{i}");
            }
        }

        Fault(content.ToArray()).ShouldBe(BaseFault.TooManyPackedFiles);
    }

    [Fact]
    public void A_file_that_is_too_large() => Fault([.. Ordinary, .. new byte[BaseFile.MostBytes]]).ShouldBe(BaseFault.TooLarge);

    [Theory]
    [InlineData("")]
    [InlineData("Detta är ingen Wordfil")]
    [InlineData("%PDF-1.7")]
    public void Another_kind_of_file(string text) => Fault(Encoding.UTF8.GetBytes(text)).ShouldBe(BaseFault.NotWord);

    [Fact]
    public void Another_kind_of_package() =>
        Fault(
                Templates.With(
                    Ordinary,
                    Templates.Types,
                    x => x.Replace("wordprocessingml.document.main+xml", "presentationml.presentation.main+xml")
                )
            )
            .ShouldBe(BaseFault.NotWord);

    [Theory]
    [InlineData("EncryptedPackage", BaseFault.Encrypted)]
    [InlineData("WordDocument", BaseFault.OldWord)]
    [InlineData("Workbook", BaseFault.NotWord)]
    public void The_container_of_old_word_and_of_passwords(string stream, BaseFault fault) =>
        Fault([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[500], .. Encoding.Unicode.GetBytes(stream), .. new byte[500]])
            .ShouldBe(fault);

    [Fact]
    public void The_strict_form() =>
        Fault(
                Templates.With(
                    Ordinary,
                    "_rels/.rels",
                    x =>
                        x.Replace(
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
                            "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
                        )
                )
            )
            .ShouldBe(BaseFault.Strict);

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.9)]
    [InlineData(0.999)]
    public void A_file_without_its_end(double share) => Fault(Ordinary[..(int)(Ordinary.Length * share)]).ShouldBe(BaseFault.CutOff);

    [Fact]
    public void Xml_that_is_none() => Fault(Templates.With(Ordinary, "word/styles.xml", x => x[..^5])).ShouldBe(BaseFault.Damaged);

    [Fact]
    public void Xml_with_a_document_type() =>
        Fault(Templates.With(Ordinary, "word/styles.xml", x => x.Insert(x.IndexOf("?>") + 2, "<!DOCTYPE a [<!ENTITY b \"c\">]>")))
            .ShouldBe(BaseFault.HasDtd);

    [Fact]
    public void Xml_that_is_nested_without_end()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:p>", 100_000)) + string.Concat(Enumerable.Repeat("</w:p>", 100_000));
        Fault(Templates.With(Ordinary, Templates.Main, x => x.Replace("<w:body>", "<w:body>" + deep))).ShouldBe(BaseFault.Damaged);
    }

    [Fact]
    public void A_number_that_is_none() =>
        Fault(Templates.With(Ordinary, "word/numbering.xml", x => x.Replace("w:numId=\"4\"", "w:numId=\"fyra\"")))
            .ShouldBe(BaseFault.Damaged);

    [Fact]
    public void Two_parts_with_one_name() =>
        Fault(Templates.Adding(Ordinary, ("WORD/document.xml", "<a/>"u8.ToArray()))).ShouldBe(BaseFault.Damaged);

    [Fact]
    public void The_ordinary_one_is_let_in() => Fault(Ordinary).ShouldBeNull();

    private static byte[] WithFooter(string paragraph) =>
        Templates.With(
            Ordinary,
            "word/footer1.xml",
            x => x[..(x.IndexOf("<w:p ") is >= 0 and var at ? at : x.IndexOf("<w:p>"))] + paragraph + "</w:ftr>"
        );

    /// <summary>Null when it is built on.</summary>
    private static BaseFault? Fault(byte[] template)
    {
        using var target = new MemoryStream();
        try
        {
            WordFile.Write(target, Samples.Memo(), new MemoryStream(template, writable: false));
            return null;
        }
        catch (BaseRefusedException e)
        {
            target.Length.ShouldBe(0);
            return e.Fault;
        }
    }
}
