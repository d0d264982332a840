using Ledstjarna.App.Words;
using Ledstjarna.Documents;

namespace Ledstjarna.App.Tests.Words;

/// <summary>What people write, in a document that is handed over.</summary>
public sealed class MarkdownBlocksTests
{
    private static readonly Uri Home = new("https://mal.exempel.se/kommun/");

    [Fact]
    public void Headings_begin_where_they_are_told_to_and_go_no_deeper_than_there_are() =>
        Markdown
            .ToBlocks("# Ett\n\n## Två\n\n##### Fem", firstLevel: 2)
            .Cast<Heading>()
            .Select(h => (h.Level, h.Text))
            .ShouldBe([(2, "Ett"), (3, "Två"), (4, "Fem")]);

    [Fact]
    public void Emphasis_and_line_breaks_are_kept()
    {
        var runs = Runs("Ett **fet *båda*** slut\nny rad");
        string.Concat(runs.Select(r => r.Text)).ShouldBe("Ett fet båda slut\nny rad");
        runs.Single(r => r.Text == "fet ").ShouldBe(new Run("fet ") { IsBold = true });
        runs.Single(r => r.Text == "båda").ShouldBe(new Run("båda") { IsBold = true, IsItalic = true });
        runs[0].ShouldBe(new Run("Ett "));
    }

    [Theory]
    [InlineData("[SCB](https://www.scb.se)", "https://www.scb.se/")]
    [InlineData("<namn@kommun.se>", "mailto:namn@kommun.se")]
    [InlineData("Se https://scb.se", "https://scb.se/")]
    [InlineData("[Mål](/kommun/mal/4)", "https://mal.exempel.se/kommun/mal/4")]
    [InlineData("[Mål](mal/4#skal)", "https://mal.exempel.se/kommun/mal/4#skal")]
    [InlineData("![Karta](/karta.png)", "https://mal.exempel.se/karta.png")]
    public void A_link_is_whole_wherever_the_file_is_opened(string text, string address) =>
        Runs(text, Home).Single(r => r.Link is not null).Link!.AbsoluteUri.ShouldBe(address);

    [Theory]
    [InlineData("[här](javascript:alert(1))")]
    [InlineData("[här](//exempel.se/x)")]
    [InlineData("[här](file:///etc/passwd)")]
    [InlineData("[här](ftp://exempel.se)")]
    public void An_address_that_is_not_allowed_is_only_its_words(string text) => Runs(text, Home).ShouldBe([new Run("här")]);

    [Fact]
    public void Without_a_home_a_link_within_the_installation_is_only_its_words() => Runs("[Mål](/mal/4)").ShouldBe([new Run("Mål")]);

    [Fact]
    public void Lists_stand_within_each_other()
    {
        var list = Markdown.ToBlocks("3. tre\n   - inre\n4. fyra").Single().ShouldBeOfType<NumberedList>();
        list.Start.ShouldBe(3);
        list.Items.Count.ShouldBe(2);
        list.Items[0].Blocks[0].ShouldBeOfType<Paragraph>().Runs.Single().Text.ShouldBe("tre");
        list.Items[0].Blocks[1].ShouldBeOfType<BulletList>().Items.Count.ShouldBe(1);
    }

    [Fact]
    public void A_table_keeps_its_headings_and_which_columns_stand_to_the_right()
    {
        var table = Markdown.ToBlocks("Vad|Värde\n-|-:\nSjuk*tal*|8,9\n|bara|").Single().ShouldBeOfType<Table>();
        table.Columns.ShouldBe([new TableColumn("Vad"), new TableColumn("Värde", IsNumeric: true)]);
        table
            .Rows.Select(r => string.Join('|', r.Select(c => string.Concat(c.Runs.Select(n => n.Text)))))
            .ShouldBe(["Sjuktal|8,9", "bara|"]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("  \n")]
    [InlineData("#")]
    public void Nothing_gives_nothing(string? text) => Markdown.ToBlocks(text).ShouldBeEmpty();

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("`kod` & <b>fet</b>")]
    [InlineData("> citat")]
    public void What_is_no_markdown_here_is_shown_as_written(string text) => string.Concat(Runs(text).Select(r => r.Text)).ShouldBe(text);

    [Fact]
    public void What_is_too_tangled_is_shown_as_written()
    {
        var text = new string('[', 1500);
        Markdown.ToBlocks(text).Single().ShouldBeOfType<Paragraph>().Runs.ShouldBe([new Run(text)]);
    }

    [Fact]
    public void A_short_text_cannot_ask_for_a_very_long_document()
    {
        var address = "https://exempel.se/" + new string('a', 1500);
        var text = $"[x]: {address}\n\n" + string.Concat(Enumerable.Repeat("[x] ", 900));
        var blocks = Markdown.ToBlocks(text);
        blocks.Single().ShouldBeOfType<Paragraph>().Runs.Single().Text.ShouldStartWith("[x]: https");
    }

    [Fact]
    public void Deep_nesting_ends()
    {
        var text = string.Concat(Enumerable.Range(0, 60).Select(i => new string(' ', i * 2) + "- a\n"));
        Should.NotThrow(() => Markdown.ToBlocks(text).Count);
    }

    private static IReadOnlyList<Run> Runs(string text, Uri? home = null) =>
        Markdown.ToBlocks(text, home: home).Single().ShouldBeOfType<Paragraph>().Runs;
}
