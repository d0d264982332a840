using System.IO.Compression;
using System.Xml.Linq;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Pdf;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>Whatever text stands anywhere, the file is whole.</summary>
public sealed class HostileTextTests
{
    [Fact]
    public void A_word_file_holds_any_text()
    {
        using var file = WordReading.Of(Samples.AllHostile());
        file.Errors().ShouldBeEmpty();
        var text = file.Paragraphs.Select(p => p.InnerText).First(t => t.Contains("ny rad"));
        text.ShouldStartWith("<script>alert(1)</script>]]>&amp;\"'\ufffd \ufffd \ufffd 👩‍👩‍👧 ååå");
        file.Body.Descendants<W.Break>().ShouldNotBeEmpty();
        file.File.PackageProperties.Title.ShouldNotBeNull().ShouldContain("ny rad tabb sist");
    }

    [Fact]
    public void Every_part_of_the_word_file_is_xml_that_anyone_can_read()
    {
        using var archive = new ZipArchive(new MemoryStream(WordReading.Write(Samples.AllHostile())));
        var parts = archive.Entries.Where(e => e.Name.EndsWith(".xml") || e.Name.EndsWith(".rels")).ToList();
        parts.Count.ShouldBeGreaterThan(8);
        foreach (var part in parts)
        {
            using var stream = part.Open();
            Should.NotThrow(() => XDocument.Load(stream), part.FullName);
        }
    }

    [Fact]
    public void A_page_to_print_has_no_elements_of_others()
    {
        var page = PrintPage.Of(Samples.AllHostile());
        page.ShouldContain("&lt;script&gt;");
        page.ShouldNotContain("<script");
        page.ShouldNotContain("alert(1)</style");
        page.Where(c => char.IsControl(c) && c is not ('\n' or '\t')).ShouldBeEmpty();
        page.ShouldContain("href=\"https://exempel.se/?q=%3C%22&#x27;&amp;%3E%C3%A5\"");
    }

    [Fact]
    public void Words_in_the_style_sheet_cannot_end_it()
    {
        var page = PrintPage.Of(Samples.Memo() with { HeaderLines = ["\"} body { display: none } </style><p>"] });
        var style = page[page.IndexOf("<style>")..page.IndexOf("</style>")];
        style.ShouldNotContain("display: none");
        style.ShouldContain("content: \"\\22 \\7d \\20 ");
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://exempel.se/")]
    [InlineData("data:text/html,x")]
    public void A_link_leads_to_the_web_or_to_an_address_and_nowhere_else(string address)
    {
        Ledstjarna.Documents.Run.MayLeadTo(new Uri(address)).ShouldBeFalse();
        Should.Throw<ArgumentException>(() => new Run("x") { Link = new Uri(address) });
    }

    [Fact]
    public void An_address_that_Word_could_not_open_is_refused()
    {
        Ledstjarna.Documents.Run.MayLeadTo(new Uri("https://exempel.se/" + new string('a', 1900))).ShouldBeTrue();
        Ledstjarna.Documents.Run.MayLeadTo(new Uri("https://exempel.se/" + new string('å', 1900))).ShouldBeFalse();
        Ledstjarna.Documents.Run.MayLeadTo(new Uri("/mal/4", UriKind.Relative)).ShouldBeFalse();
    }
}
