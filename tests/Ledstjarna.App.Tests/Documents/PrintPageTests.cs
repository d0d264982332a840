using System.Xml.Linq;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Pdf;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>The page that is printed.</summary>
public sealed class PrintPageTests
{
    private static readonly string Page = PrintPage.Of(Samples.Memo());

    [Fact]
    public void Has_a_language_and_a_title()
    {
        Page.ShouldContain("<html lang=\"sv-SE\">");
        Page.ShouldContain("<title>Uppdaterad ambitionsnivå för fullmäktiges mål för hållbar utveckling</title>");
    }

    [Fact]
    public void Has_one_first_heading_and_the_others_below_it()
    {
        var headings = Elements("h1", "h2", "h3", "h4", "h5").Select(h => $"{h.Name} {h.Value}");
        headings.ShouldBe([
            "h1 Uppdaterad ambitionsnivå för fullmäktiges mål för hållbar utveckling",
            "h2 Förslag till beslut",
            "h2 Sammanfattning av ärendet",
            "h2 Ärende",
            "h3 Mätområden",
            "h4 Utveckling",
            "h5 Handlingar",
            "h2 Beslutet ska skickas till",
        ]);
    }

    [Fact]
    public void A_table_has_a_caption_and_says_what_its_headings_are_for()
    {
        Elements("caption").Single().Value.ShouldBe("Mätområden med politiskt beslutat målvärde");
        Elements("th").Select(h => h.Attribute("scope")!.Value).ShouldBe(["col", "col", "col", "row", "row", "row"]);
        Elements("td").First().Attribute("class")!.Value.ShouldBe("number");
    }

    [Fact]
    public void A_picture_has_words_and_stands_in_the_page_itself()
    {
        var picture = Elements("img").Single();
        picture.Attribute("alt")!.Value.ShouldStartWith("Andelen trygga");
        picture.Attribute("src")!.Value.ShouldStartWith("data:image/png;base64,");
    }

    [Fact]
    public void Nothing_is_fetched_and_nothing_is_run()
    {
        Page.ShouldContain("content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\"");
        Page.ShouldNotContain("url(");
        Page.ShouldNotContain("@import");
        Elements("script", "link", "iframe", "object").ShouldBeEmpty();
    }

    [Fact]
    public void Lists_stand_within_each_other_and_keep_their_numbers()
    {
        Elements("ol").Select(l => l.Attribute("start")?.Value).ShouldBe([null, "3"]);
        Elements("ul").Single().Parent!.Name.LocalName.ShouldBe("li");
        Elements("li").Single(i => i.Value.StartsWith("Samråd")).Element("p")!.Value.ShouldBe("Löpande redovisningar är planerade.");
    }

    [Fact]
    public void A_page_break_is_one() => Elements("div").Single().Attribute("class")!.Value.ShouldBe("break");

    [Fact]
    public void Facts_are_terms_with_what_there_is_to_say() =>
        Elements("dl")
            .Single()
            .Elements()
            .Select(e => $"{e.Name} {e.Value}")
            .Take(2)
            .ShouldBe(["dt Handläggare", "dd Kommunledningskontoret"]);

    /// <summary>The body is written such that it can be read as XML, but for what never has an end.</summary>
    private static IEnumerable<XElement> Elements(params string[] names)
    {
        var body = Page[Page.IndexOf("<body>")..(Page.IndexOf("</body>") + 7)];
        var closed = System.Text.RegularExpressions.Regex.Replace(body, "<(img|col|br)\\b([^>]*)>", "<$1$2/>");
        return XElement.Parse(closed).Descendants().Where(e => names.Contains(e.Name.LocalName));
    }
}
