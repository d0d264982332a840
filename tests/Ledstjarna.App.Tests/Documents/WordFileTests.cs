using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Word;
using A = DocumentFormat.OpenXml.Drawing;
using W = DocumentFormat.OpenXml.Wordprocessing;
using WP = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>A Word file without a template: what a person sees in it, and what a screen reader and Word's navigation go by.</summary>
public sealed class WordFileTests : IDisposable
{
    private readonly WordReading _memo = WordReading.Of(Samples.Memo());

    public void Dispose() => _memo.Dispose();

    [Fact]
    public void Follows_the_rules_of_the_format() => _memo.Errors().ShouldBeEmpty();

    [Fact]
    public void The_same_document_gives_the_same_bytes() => WordReading.Write(Samples.Memo()).ShouldBe(_memo.Bytes);

    [Fact]
    public void Headings_have_the_styles_that_navigation_goes_by()
    {
        Outline(_memo)
            .ShouldBe([
                "Title: Uppdaterad ambitionsnivå för fullmäktiges mål för hållbar utveckling",
                "heading 1: Förslag till beslut",
                "heading 1: Sammanfattning av ärendet",
                "heading 1: Ärende",
                "heading 2: Mätområden",
                "heading 3: Utveckling",
                "heading 4: Handlingar",
                "heading 1: Beslutet ska skickas till",
            ]);
        var levels = _memo
            .Styles.Where(s => s.StyleName!.Val!.Value!.StartsWith("heading"))
            .Select(s => s.StyleParagraphProperties!.OutlineLevel!.Val!.Value);
        levels.ShouldBe([0, 1, 2, 3]);
    }

    [Fact]
    public void Says_what_it_is_in_which_language_and_from_whom()
    {
        var properties = _memo.File.PackageProperties;
        properties.Title.ShouldBe("Uppdaterad ambitionsnivå för fullmäktiges mål för hållbar utveckling");
        properties.Subject.ShouldBe("Tjänsteskrivelse");
        properties.Creator.ShouldBe("Kommunledningskontoret");
        properties.LastModifiedBy.ShouldBe("Kommunledningskontoret");
        properties.Language.ShouldBe("sv-SE");
        properties.Created.ShouldNotBeNull().ToUniversalTime().ShouldBe(new DateTime(2022, 6, 8, 0, 0, 0, DateTimeKind.Utc));
        var defaults = _memo.Main.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        defaults.Languages!.Val!.Value.ShouldBe("sv-SE");
    }

    [Fact]
    public void Opens_with_the_day_and_who_it_is_for() =>
        _memo.Paragraphs.Take(2).Select(p => p.InnerText).ShouldBe(["2022-06-08", "Till kommunstyrelsen"]);

    [Fact]
    public void Every_page_says_who_sends_it_and_which_page_it_is()
    {
        _memo.Main.HeaderParts.Single().Header!.InnerText.ShouldBe("KommunledningskontoretDnr KS 2019/160");
        var footer = _memo.Main.FooterParts.Single().Footer!;
        footer.InnerText.ShouldBe("Sida 1 av 1");
        footer.Descendants<W.SimpleField>().Select(f => f.Instruction!.Value).ShouldBe(["PAGE", "NUMPAGES"]);
        var section = _memo.Body.Elements<W.SectionProperties>().Single();
        section.Elements<W.HeaderReference>().Single().Id!.Value.ShouldBe(_memo.Main.GetIdOfPart(_memo.Main.HeaderParts.Single()));
        section.Elements<W.FooterReference>().Single().Id!.Value.ShouldBe(_memo.Main.GetIdOfPart(_memo.Main.FooterParts.Single()));
    }

    [Fact]
    public void Without_lines_of_its_own_the_header_says_the_sender()
    {
        using var file = WordReading.Of(Samples.Memo() with { HeaderLines = [] });
        file.Main.HeaderParts.Single().Header!.InnerText.ShouldBe("Kommunledningskontoret");
    }

    [Fact]
    public void Each_numbered_list_counts_from_its_own_start()
    {
        var (first, last) = (NumberOf("Bakgrund"), NumberOf("Förslag till ambitionsnivå"));
        first.Level.ShouldBe(0);
        last.Number.ShouldNotBe(first.Number);
        Starts(first.Number).ShouldBe(1);
        Starts(last.Number).ShouldBe(3);
        FormatOf(first).ShouldBe(W.NumberFormatValues.Decimal);
        NumberOf("Samråd").ShouldBe(first);
    }

    [Fact]
    public void A_list_within_a_list_is_a_level_further_in()
    {
        var inner = NumberOf("§ 2");
        inner.Level.ShouldBe(1);
        FormatOf(inner).ShouldBe(W.NumberFormatValues.Bullet);
    }

    [Fact]
    public void More_text_of_the_same_item_has_no_number_and_stands_as_far_in()
    {
        var properties = _memo.Saying("Löpande").ParagraphProperties!;
        properties.NumberingProperties.ShouldBeNull();
        properties.Indentation!.Left!.Value.ShouldBe("425");
    }

    [Fact]
    public void A_table_repeats_its_headings_and_says_what_it_shows()
    {
        var table = _memo.Body.Elements<W.Table>().Single();
        var rows = table.Elements<W.TableRow>().ToList();
        rows.Select(r => r.TableRowProperties!.Elements<W.TableHeader>().Any()).ShouldBe([true, false, false, false]);
        rows[0].InnerText.ShouldBe("MätområdeUtfall 2021Målvärde");
        var properties = table.GetFirstChild<W.TableProperties>()!;
        properties.TableCaption!.Val!.Value.ShouldBe("Mätområden med politiskt beslutat målvärde");
        properties.TableDescription!.Val!.Value.ShouldBe("En rad för varje mätområde, med utfall och målvärde.");
        properties.TableLook!.FirstRow!.Value.ShouldBeTrue();
        properties.TableLook.FirstColumn!.Value.ShouldBeTrue();
        _memo.StyleOf((W.Paragraph)table.PreviousSibling()!).ShouldBe("caption");
    }

    [Fact]
    public void Figures_stand_to_the_right_and_words_to_the_left()
    {
        var cells = _memo.Body.Elements<W.Table>().Single().Elements<W.TableRow>().Last().Descendants<W.Paragraph>().ToList();
        cells
            .Select(c => c.ParagraphProperties!.Justification?.Val?.Value)
            .ShouldBe([null, W.JustificationValues.Right, W.JustificationValues.Right]);
    }

    [Fact]
    public void A_table_fills_the_width_of_the_text()
    {
        var widths = _memo.Body.Descendants<W.GridColumn>().Select(c => int.Parse(c.Width!.Value!, CultureInfo.InvariantCulture)).ToList();
        widths.Count.ShouldBe(3);
        widths.Sum().ShouldBeInRange(9060, 9070);
        widths[0].ShouldBeGreaterThan(widths[1]);
    }

    [Fact]
    public void A_picture_has_its_words_and_is_no_wider_than_the_text()
    {
        var inline = _memo.Body.Descendants<WP.Inline>().Single();
        inline.DocProperties!.Description!.Value.ShouldBe("Andelen trygga ökade från 71 till 78 procent mellan 2018 och 2022.");
        (inline.Extent!.Cx!.Value / 635).ShouldBeLessThanOrEqualTo(9070);
        ((double)inline.Extent.Cx.Value / inline.Extent.Cy!.Value).ShouldBe(1200.0 / 500, 0.01);
        var picture = (ImagePart)_memo.Main.GetPartById(inline.Descendants<A.Blip>().Single().Embed!.Value!);
        using var content = picture.GetStream();
        content.Length.ShouldBe(Samples.Png(1200, 500).Length);
        _memo.StyleOf(_memo.Saying("Trygghet 2018")).ShouldBe("caption");
    }

    [Fact]
    public void Bold_italic_and_links_are_kept()
    {
        var paragraph = _memo.Saying("Ett urval");
        Run(paragraph, "politiskt").RunProperties!.Bold.ShouldNotBeNull();
        Run(paragraph, "sakkunniga").RunProperties!.Italic.ShouldNotBeNull();
        Run(paragraph, "Ett urval").RunProperties.ShouldBeNull();
        var link = paragraph.Elements<W.Hyperlink>().Single();
        link.InnerText.ShouldBe("Kolada");
        _memo.Main.HyperlinkRelationships.Single(r => r.Id == link.Id).Uri.OriginalString.ShouldBe("https://www.kolada.se/?a=1&b=%C3%A5");
    }

    [Fact]
    public void A_page_break_leaves_no_empty_line()
    {
        _memo.Saying("Beslutet ska").ParagraphProperties!.PageBreakBefore.ShouldNotBeNull();
        _memo.Saying("Förslag till beslut").ParagraphProperties!.PageBreakBefore.ShouldBeNull();
        _memo.Paragraphs.ShouldAllBe(p => p.InnerText.Length > 0 || p.Descendants<W.Drawing>().Any());
    }

    [Fact]
    public void A_document_may_end_with_a_table()
    {
        using var file = WordReading.Of(Samples.Memo() with { Blocks = [new PageBreak(), Samples.Comparison()] });
        file.Errors().ShouldBeEmpty();
        file.Body.Elements<W.Table>().Single().NextSibling().ShouldBeOfType<W.Paragraph>();
    }

    [Fact]
    public void Lists_may_be_nested_deeper_than_Word_has_levels()
    {
        ListBlock list = new NumberedList([new ListItem("innerst")]);
        for (var depth = 0; depth < 20; depth++)
        {
            list = new BulletList([new ListItem([new Paragraph("yttre"), list])]);
        }

        using var file = WordReading.Of(Samples.Memo() with { Blocks = [list] });
        file.Errors().ShouldBeEmpty();
        file.Saying("innerst").Descendants<W.NumberingLevelReference>().Single().Val!.Value.ShouldBe(8);
    }

    [Fact]
    public void Can_be_written_to_what_only_takes_bytes()
    {
        using var target = new ForwardOnly();
        WordFile.Write(target, Samples.Memo());
        using var file = WordprocessingDocument.Open(new MemoryStream(target.Written.ToArray()), isEditable: false);
        file.MainDocumentPart!.Document!.InnerText.ShouldBe(_memo.Main.Document!.InnerText);
    }

    private static W.Run Run(W.Paragraph paragraph, string beginning) =>
        paragraph.Descendants<W.Run>().Single(r => r.InnerText.StartsWith(beginning));

    private static IEnumerable<string> Outline(WordReading file) =>
        file
            .Paragraphs.Select(p => (Style: file.StyleOf(p), p.InnerText))
            .Where(p => p.Style == "Title" || p.Style.StartsWith("heading"))
            .Select(p => $"{p.Style}: {p.InnerText}");

    private (int Number, int Level) NumberOf(string beginning)
    {
        var item = _memo.Paragraphs.Single(p =>
            p.InnerText.StartsWith(beginning) && p.ParagraphProperties?.NumberingProperties is not null
        );
        var numbering = item.ParagraphProperties!.NumberingProperties!;
        return (numbering.NumberingId!.Val!.Value, numbering.NumberingLevelReference!.Val!.Value);
    }

    private W.NumberingInstance Instance(int number) =>
        _memo.Main.NumberingDefinitionsPart!.Numbering!.Elements<W.NumberingInstance>().Single(n => n.NumberID! == number);

    private int Starts(int number) => Instance(number).Elements<W.LevelOverride>().Single().StartOverrideNumberingValue!.Val!.Value;

    private W.NumberFormatValues FormatOf((int Number, int Level) place) =>
        _memo
            .Main.NumberingDefinitionsPart!.Numbering!.Elements<W.AbstractNum>()
            .Single(a => a.AbstractNumberId!.Value == Instance(place.Number).AbstractNumId!.Val!.Value)
            .Elements<W.Level>()
            .Single(l => l.LevelIndex! == place.Level)
            .NumberingFormat!.Val!.Value;

    private sealed class ForwardOnly : Stream
    {
        public MemoryStream Written { get; } = new();
        public override bool CanRead => false;
        public override bool CanSeek => false;
        public override bool CanWrite => true;
        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Written.Write(buffer, offset, count);
    }
}
