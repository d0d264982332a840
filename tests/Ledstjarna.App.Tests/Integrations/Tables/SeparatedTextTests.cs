using System.Diagnostics;
using System.Globalization;
using System.Text;
using Ledstjarna.Integrations.Files;
using static Ledstjarna.App.Tests.Integrations.Tables.Reading;

namespace Ledstjarna.App.Tests.Integrations.Tables;

public sealed class SeparatedTextTests
{
    private const string Swedish = "Kommun;Värde\r\nÅre;1,5\r\nMörbylånga;−2\r\n";

    public static TheoryData<string> Encodings => ["utf-8", "utf-8 bom", "utf-16", "utf-16be", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Swedish_letters_come_through_in_every_encoding(string name)
    {
        Encoding encoding = name switch
        {
            "utf-8" => new UTF8Encoding(false),
            "utf-8 bom" => new UTF8Encoding(true),
            "utf-16" => Encoding.Unicode,
            "utf-16be" => Encoding.BigEndianUnicode,
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!,
        };
        var text = name == "windows-1252" ? Swedish.Replace('−', '-') : Swedish;
        byte[] file = [.. encoding.Preamble, .. encoding.GetBytes(text)];
        Read(file, "kommuner.csv").Lines().ShouldBe(["1: Kommun|Värde", "2: Åre|1,5", $"3: Mörbylånga|{(text == Swedish ? '−' : '-')}2"]);
    }

    [Theory]
    [InlineData("a;b\n1,5;2,5\n", "1: a|b", "2: 1,5|2,5")]
    [InlineData("1,5;2,5\n3,5;4,5", "1: 1,5|2,5", "2: 3,5|4,5")]
    [InlineData("a,b\n1.5,\"2,5\"\n", "1: a|b", "2: 1.5|2,5")]
    [InlineData("a\tb\nx, y\tz; w\n", "1: a|b", "2: x, y|z; w")]
    [InlineData("a|b\n1|2\n", "1: a|b", "2: 1|2")]
    [InlineData("\"a;b;c\",d\n\"e;\"\"f\",g\n", "1: a;b;c|d", "2: e;\"f|g")]
    [InlineData("Värde\n1,5\n2,5\n", "1: Värde", "2: 1,5", "3: 2,5")]
    [InlineData("Statistik, maj\n\na;b;c\n1;2;3\n", "1: Statistik, maj", "3: a|b|c", "4: 1|2|3")]
    [InlineData("sep=|\r\na;b|c\n", "1: a;b|c")]
    [InlineData("SEP=,\na;b,c;d\n", "1: a;b|c;d")]
    [InlineData("ensam", "1: ensam")]
    public void What_parts_the_cells_is_found_out(string text, params string[] lines)
    {
        Csv(text).Lines().ShouldBe(lines);
        TableReader.ReadText(text, TableLimits.Default).Lines().ShouldBe(lines);
    }

    [Fact]
    public void The_cells_are_counted_right_whatever_they_hold()
    {
        Csv("a;b\n1,5;2,5\n").Rows[1].Count.ShouldBe(2);
        Csv("sep=|\r\na;b|c\n").Rows[0].Count.ShouldBe(2);
    }

    [Fact]
    public void Rows_are_numbered_as_a_spreadsheet_shows_them() =>
        Csv("a;b\n\n\"två\nrader\";1\n;;\nsist;2").Lines().ShouldBe(["1: a|b", "3: två\nrader|1", "5: sist|2"]);

    [Fact]
    public void Empty_cells_at_the_end_count_for_nothing_and_read_as_empty()
    {
        var row = Csv("a;;b;;;\n").Rows[0];
        (row.Count, row[0], row[1], row[2], row[3], row[99]).ShouldBe((3, "a", "", "b", "", ""));
        row.IsFormula(0).ShouldBeFalse();
        Csv("a" + new string(';', 5000)).Rows[0].Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("=1+1")]
    [InlineData("-5")]
    [InlineData("+46")]
    [InlineData("@SUM(A1)")]
    [InlineData("  mellanrum  ")]
    [InlineData("rör 5\" grova")]
    public void A_cell_is_kept_as_it_stands(string text)
    {
        var row = Csv($"namn;värde\n{text};1\n").Rows[1];
        (row[0], row[1]).ShouldBe((text, "1"));
    }

    [Fact]
    public void A_quote_that_never_closes_is_told_where_it_opens()
    {
        var refusal = RefusedCsv("a;b\n1;\"två\n3;4\n" + new string('x', 100_000), TableFault.UnclosedQuote);
        (refusal.Row, refusal.Column).ShouldBe((2, 2));
        RefusedCsv("a;b\nx\"y;\"z", TableFault.UnclosedQuote).Row.ShouldBe(2);
        RefusedCsv("a;\"b\"\"", TableFault.UnclosedQuote);
        RefusedCsv("\"", TableFault.UnclosedQuote);
        Csv("a;\"b\"\"\"").Rows[0][1].ShouldBe("b\"");
    }

    [Fact]
    public void Text_after_a_closing_quote_is_told_where_it_stands() =>
        RefusedCsv("a;b\n\n1;2\n\"hej\"då;1\n5;6\n", TableFault.TextAfterQuote).Row.ShouldBe(4);

    [Theory]
    [InlineData(new byte[] { 0x61, 0x00, 0x62 })]
    [InlineData(new byte[] { 0x61, 0xff, 0x01 })]
    [InlineData(new byte[] { 0xe5, 0x81, 0x20 })]
    [InlineData(new byte[] { 0xef, 0xbb, 0xbf, 0x61, 0xff, 0x61 })]
    [InlineData(new byte[] { 0xff, 0xfe, 0x00, 0xd8, 0x61, 0x00 })]
    [InlineData(new byte[] { 0xff, 0xfe, 0x00, 0x00, 0x61, 0x00, 0x00, 0x00 })]
    public void What_is_not_text_is_refused(byte[] file) => Refused(file, "a.csv", TableFault.NotText);

    [Fact]
    public void A_file_cut_in_the_middle_of_a_character_is_refused()
    {
        var utf8 = Encoding.UTF8.GetBytes("Östersund;Årjä");
        Refused(utf8[..^1], "a.csv", TableFault.CutOff);
        Refused([0xef, 0xbb, 0xbf, .. utf8[..^1]], "a.csv", TableFault.CutOff);
        Refused([0xff, 0xfe, 0x61], "a.csv", TableFault.CutOff);
    }

    [Fact]
    public void A_Western_file_that_ends_in_a_Swedish_letter_is_not_cut()
    {
        Read([(byte)'b', (byte)'r', 0xe5], "a.csv").Rows[0][0].ShouldBe("brå");
        Read([0xe5], "a.csv").Rows[0][0].ShouldBe("å");
    }

    [Fact]
    public void A_hundred_thousand_rows_are_read_at_once_and_kept_small()
    {
        var text = new StringBuilder("kommun;indikator;period;kön;värde;källa\n");
        for (var i = 0; i < 100_000; i++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{i % 290:0000};N{i % 200};{2000 + (i % 25)};T;{i * 0.1:0.0};Enkäten {i % 7}\n");
        }

        var file = Encoding.UTF8.GetBytes(text.ToString());
        Read(file, "a.csv").Rows.Count.ShouldBe(100_001);
        var (before, watch) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
        var table = Read(file, "a.csv");
        var (allocated, elapsed) = (GC.GetAllocatedBytesForCurrentThread() - before, watch.Elapsed);
        table.Rows[^1][4].ShouldBe("9999.9");
        elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
        allocated.ShouldBeLessThan(100_000_000);
        TestContext.Current.TestOutputHelper?.WriteLine($"{elapsed.TotalMilliseconds:0} ms, {allocated / 1_000_000} MB");
    }
}
