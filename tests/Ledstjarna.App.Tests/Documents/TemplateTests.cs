using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using Ledstjarna.Documents;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>A document on the organisation's own template: its look, our text, and nothing of what stood there before.</summary>
public sealed class TemplateTests : IDisposable
{
    private static readonly byte[] Template = Templates.Ordinary();
    private readonly WordReading _memo = WordReading.Of(Samples.Memo(), Template);

    public void Dispose() => _memo.Dispose();

    [Fact]
    public void Follows_the_rules_of_the_format() => _memo.Errors().ShouldBeEmpty();

    [Fact]
    public void The_same_document_on_the_same_template_gives_the_same_bytes() =>
        WordReading.Write(Samples.Memo(), Template).ShouldBe(_memo.Bytes);

    [Fact]
    public void Our_text_stands_in_place_of_theirs()
    {
        _memo.Body.InnerText.ShouldContain("godkänna uppdaterad ambitionsnivå");
        var everything = string.Concat(Templates.Unpack(_memo.Bytes).Select(p => Encoding.UTF8.GetString(p.Content)));
        everything.ShouldContain("Exempel kommun");
        foreach (var gone in new[] { "Gammal text", "Hemlig", "Någon", "Arkiv", "Mall<" })
        {
            everything.ShouldNotContain(gone);
        }
    }

    [Fact]
    public void Their_page_header_and_footer_are_kept_also_those_a_section_takes_over_from_the_one_before()
    {
        var section = _memo.Body.Elements<W.SectionProperties>().Single();
        section.GetFirstChild<W.PageMargin>()!.Left!.Value.ShouldBe(2268u);
        var headers = section.Elements<W.HeaderReference>().ToDictionary(h => h.Type!.Value, h => Edge(h.Id!).InnerText);
        headers[W.HeaderFooterValues.Default].ShouldBe("Exempel kommunwww.exempel.se");
        headers[W.HeaderFooterValues.First].ShouldBe("Bilagans huvud");
        Edge(section.Elements<W.FooterReference>().Single().Id!).Descendants<W.FieldCode>().ShouldNotBeEmpty();
        ((HeaderPart)_memo.Main.GetPartById(section.Elements<W.HeaderReference>().Single(h => h.Type! == W.HeaderFooterValues.Default).Id!))
            .ImageParts.Count()
            .ShouldBe(1);
    }

    [Fact]
    public void With_a_header_of_theirs_our_lines_stand_above_the_text() =>
        _memo
            .Paragraphs.Take(4)
            .Select(p => p.InnerText)
            .ShouldBe(["Kommunledningskontoret", "Dnr KS 2019/160", "2022-06-08", "Till kommunstyrelsen"]);

    [Fact]
    public void Without_any_they_get_ours()
    {
        var bare = Templates.With(Template, Templates.Main, x => RemoveAll(RemoveAll(x, "<w:headerReference"), "<w:footerReference"));
        using var file = WordReading.Of(Samples.Memo(), bare);
        file.Errors().ShouldBeEmpty();
        file.Main.HeaderParts.Single().Header!.InnerText.ShouldContain("Dnr KS 2019/160");
        file.Main.FooterParts.Single().Footer!.InnerText.ShouldStartWith("Sida ");
        file.Paragraphs.First().InnerText.ShouldBe("2022-06-08");
    }

    [Fact]
    public void Their_styles_are_found_by_name_and_left_as_they_are()
    {
        var heading = _memo.Saying("Förslag till beslut");
        heading.ParagraphProperties!.ParagraphStyleId!.Val!.Value.ShouldBe("Rubrik1");
        _memo.Styles.Single(s => s.StyleId == "Rubrik1").StyleRunProperties!.Color!.Val!.Value.ShouldBe("C00000");
        _memo.Saying("Mätområden").ParagraphProperties!.ParagraphStyleId!.Val!.Value.ShouldBe("Rubrik2");
        _memo.Styles.Count(s => s.StyleName!.Val!.Value!.StartsWith("heading 1")).ShouldBe(1);
    }

    [Fact]
    public void Styles_they_lack_are_added_under_ids_that_are_free()
    {
        var heading = _memo.Saying("Utveckling").ParagraphProperties!.ParagraphStyleId!.Val!.Value!;
        heading.ShouldBe("Heading32");
        var added = _memo.Styles.Single(s => s.StyleId == heading);
        added.StyleName!.Val!.Value.ShouldBe("heading 3");
        added.BasedOn!.Val!.Value.ShouldBe("Normal");
        _memo.StyleOf(_memo.Saying("Uppdaterad ambitionsnivå för fullmäktiges")).ShouldBe("Title");
        _memo.Styles.Select(s => s.StyleId!.Value).ShouldBeUnique();
    }

    [Fact]
    public void The_text_is_in_the_language_of_the_document()
    {
        var languages = _memo.Main.StyleDefinitionsPart!.Styles!.Descendants<W.Languages>().Select(l => l.Val!.Value).ToList();
        languages.Count.ShouldBe(2);
        languages.ShouldAllBe(l => l == "sv-SE");
    }

    [Fact]
    public void Their_lists_are_kept_beside_ours()
    {
        var numbering = _memo.Main.NumberingDefinitionsPart!.Numbering!;
        numbering.Elements<W.AbstractNum>().Select(a => a.AbstractNumberId!.Value).ShouldBe([7, 8, 9]);
        numbering.Elements<W.NumberingInstance>().Select(n => n.NumberID!.Value).ShouldBe([4, 5, 6, 7]);
    }

    [Fact]
    public void The_file_says_that_it_is_ours()
    {
        _memo.File.PackageProperties.Creator.ShouldBe("Kommunledningskontoret");
        _memo.File.PackageProperties.Title.ShouldNotBeNull().ShouldStartWith("Uppdaterad");
        _memo.File.ExtendedFilePropertiesPart.ShouldBeNull();
    }

    [Fact]
    public void A_template_saved_as_a_template_gives_a_document()
    {
        using var file = WordReading.Of(Samples.Memo(), Templates.Ordinary(WordprocessingDocumentType.Template));
        file.File.DocumentType.ShouldBe(WordprocessingDocumentType.Document);
        file.Errors().ShouldBeEmpty();
    }

    [Fact]
    public void What_we_wrote_can_be_a_template()
    {
        using var file = WordReading.Of(Samples.Memo() with { Recipient = "Till nämnden" }, WordReading.Write(Samples.Memo()));
        file.Errors().ShouldBeEmpty();
        file.Body.InnerText.ShouldContain("Till nämnden");
        file.Body.InnerText.ShouldNotContain("Till kommunstyrelsen");
        file.Main.ImageParts.Count().ShouldBe(1);
    }

    [Fact]
    public void Any_text_can_stand_on_a_template()
    {
        using var file = WordReading.Of(Samples.AllHostile(), Template);
        file.Errors().ShouldBeEmpty();
    }

    private OpenXmlPartRootElement Edge(StringValue id) => _memo.Main.GetPartById(id.Value!).RootElement!;

    private static string RemoveAll(string xml, string start)
    {
        for (var at = xml.IndexOf(start); at >= 0; at = xml.IndexOf(start))
        {
            xml = xml.Remove(at, xml.IndexOf("/>", at) + 2 - at);
        }

        return xml;
    }
}
