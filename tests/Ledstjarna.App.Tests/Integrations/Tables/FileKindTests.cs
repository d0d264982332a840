using System.Text;
using Ledstjarna.Integrations.Files;
using static Ledstjarna.App.Tests.Integrations.Tables.Reading;

namespace Ledstjarna.App.Tests.Integrations.Tables;

/// <summary>What a file says it is, what it is, and how much of it is read.</summary>
public sealed class FileKindTests
{
    private static readonly byte[] Compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, .. new byte[504]];
    private static readonly Packed Book = Packed.Workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>");

    [Theory]
    [InlineData("a.xlsx")]
    [InlineData("A.XLSX")]
    [InlineData("../../etc/mål 2022.xlsx")]
    [InlineData("C:\\x\\a.b.xlsx")]
    public void A_workbook_is_known_by_its_ending(string name) => Read(Book.Zip(), name).Rows.Count.ShouldBe(1);

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.TSV")]
    [InlineData("a.txt")]
    public void A_text_is_known_by_its_ending(string name) => Read("a\tb"u8.ToArray(), name).Rows[0][1].ShouldBe("b");

    [Theory]
    [InlineData("a.ods")]
    [InlineData("a.xlsm")]
    [InlineData("a.xlsx.exe")]
    [InlineData("a")]
    [InlineData("")]
    public void Other_endings_are_refused(string name) => Refused(Book.Zip(), name, TableFault.UnknownKind);

    [Fact]
    public void Old_Excel_is_refused_whatever_it_is_called()
    {
        byte[] old = [.. Compound, .. Encoding.Unicode.GetBytes("Workbook"), .. new byte[100]];
        Refused(old, "a.xls", TableFault.OldExcel);
        Refused(Compound, "a.xls", TableFault.OldExcel);
        Refused("<html>"u8.ToArray(), "a.xls", TableFault.OldExcel);
        Refused(old, "a.xlsx", TableFault.OldExcel);
        Refused(old, "a.csv", TableFault.NotWhatItSays);
    }

    [Fact]
    public void A_workbook_behind_a_password_is_told_so()
    {
        Refused([.. Compound, .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]], "a.xlsx", TableFault.Encrypted);
        Refused(Compound, "a.xlsx", TableFault.Encrypted);
    }

    [Theory]
    [InlineData("a;b\n1;2")]
    [InlineData("%PDF-1.7")]
    [InlineData("PK")]
    [InlineData("<?xml version=\"1.0\"?>")]
    public void A_workbook_that_is_something_else_is_refused(string content) =>
        Refused(Encoding.ASCII.GetBytes(content), "a.xlsx", TableFault.NotWhatItSays);

    [Theory]
    [InlineData("%PDF-1.7")]
    [InlineData("{\\rtf1 x}")]
    [InlineData("<!doctype html><table>")]
    [InlineData("<HTML>")]
    [InlineData("\ufeff<?xml version=\"1.0\"?>")]
    public void A_text_that_is_something_else_is_refused(string content) =>
        Refused(Encoding.UTF8.GetBytes(content), "a.csv", TableFault.NotWhatItSays);

    [Fact]
    public void A_zip_is_not_a_text_and_not_always_a_workbook()
    {
        Refused(Book.Zip(), "a.csv", TableFault.NotWhatItSays);
        Refused(new Packed().With("word/document.xml", "<w/>").Zip(), "a.xlsx", TableFault.NotWhatItSays);
        Refused(new Packed().Zip(), "a.xlsx", TableFault.NotWhatItSays);
    }

    [Fact]
    public void Nothing_is_told_as_nothing()
    {
        Refused([], "a.csv", TableFault.Empty);
        Refused([], "a.xlsx", TableFault.Empty);
        Refused([0xef, 0xbb, 0xbf], "a.csv", TableFault.Empty);
        RefusedCsv("\n;;\n\n", TableFault.Empty);
        Refused(Packed.Workbook(""), TableFault.Empty);
        Refused(() => TableReader.ReadText("", TableLimits.Default), TableFault.Empty);
    }

    [Fact]
    public void The_limits_are_inclusive_and_told_with_place()
    {
        var limits = new TableLimits
        {
            Rows = 3,
            Columns = 4,
            Cells = 8,
            CellLength = 5,
        };
        Csv2("1\n2\n\n3").Rows.Count.ShouldBe(3);
        Fault("1\n2\n\n3\n4").ShouldBe((TableFault.TooManyRows, 5, null));
        Csv2("1;2;3;4;;;").Rows[0].Count.ShouldBe(4);
        Fault("1\n1;2;3;4;5").ShouldBe((TableFault.TooManyColumns, 2, 5));
        Csv2("1;2;3;4\n1;2;3;4").Rows.Count.ShouldBe(2);
        Fault("1;2;3;4\n1;2;3;4\n1").ShouldBe((TableFault.TooManyCells, 3, null));
        Csv2("ååååå").Rows[0][0].ShouldBe("ååååå");
        Fault("1\n;sexsex").ShouldBe((TableFault.CellTooLong, 2, 2));

        Table Csv2(string text) => Read(Encoding.UTF8.GetBytes(text), "a.csv", limits);
        (TableFault, int?, int?) Fault(string text)
        {
            var refusal = Should.Throw<TableRefusedException>(() => Csv2(text));
            return (refusal.Fault, refusal.Row, refusal.Column);
        }
    }

    [Fact]
    public void The_limits_hold_for_workbooks_as_well()
    {
        var limits = new TableLimits
        {
            Rows = 2,
            Columns = 3,
            CellLength = 5,
        };
        var row = "<row><c><v>1</v></c></row>";
        Xlsx(Packed.Workbook(row + row), limits).Rows.Count.ShouldBe(2);
        Refused(Packed.Workbook(row + row + row), TableFault.TooManyRows, limits).Row.ShouldBe(3);
        Refused(Packed.Workbook("<row r=\"2\"><c r=\"D2\"><v>1</v></c></row>"), TableFault.TooManyColumns, limits).Column.ShouldBe(4);
        Refused(Packed.Workbook("<row><c r=\"B1\" t=\"s\"><v>0</v></c></row>", "<si><t>sexsex</t></si>"), TableFault.CellTooLong, limits)
            .Column.ShouldBe(2);
        var runs = string.Concat(Enumerable.Repeat("<r><t>tre</t></r>", 1000));
        Refused(Packed.Workbook("<row><c t=\"s\"><v>0</v></c></row>", $"<si>{runs}</si>"), TableFault.CellTooLong, limits);
    }

    [Fact]
    public void As_shipped_two_hundred_columns_and_a_spreadsheets_longest_cell_are_read()
    {
        Csv(string.Join(';', Enumerable.Range(1, 200))).Rows[0].Count.ShouldBe(200);
        RefusedCsv(string.Join(';', Enumerable.Range(1, 201)), TableFault.TooManyColumns).Column.ShouldBe(201);
        Csv("a;" + new string('å', 32_767)).Rows[0][1].Length.ShouldBe(32_767);
        RefusedCsv("a;" + new string('å', 32_768), TableFault.CellTooLong).Column.ShouldBe(2);
        var longest = string.Concat(Enumerable.Repeat("&#x000E5;", 32_767));
        Xlsx(Packed.Workbook($"<row><c t=\"inlineStr\"><is><t>{longest}</t></is></c></row>")).Rows[0][0].Length.ShouldBe(32_767);
        RefusedCsv(string.Concat(Enumerable.Repeat("1\n", 200_001)), TableFault.TooManyRows).Row.ShouldBe(200_001);
    }

    [Fact]
    public void A_file_larger_than_the_limit_is_not_read_to_its_end()
    {
        var limits = new TableLimits { FileBytes = 100_000 };
        var endless = new Endless();
        Refused(() => TableReader.Read(endless, "a.csv", limits, CancellationToken.None), TableFault.TooLarge);
        endless.Given.ShouldBeLessThan(300_000);
        Refused(() => TableReader.ReadText(new string('å', 50_001), limits), TableFault.TooLarge);
        Read(
            new byte[100_000]
                .Select(_ => (byte)'\n')
                .Append((byte)'1')
                .Skip(1)
                .ToArray(),
            "a.csv",
            limits
        )
            .Rows[0]
            .Number.ShouldBe(100_000);
    }

    [Fact]
    public void A_reading_that_takes_too_long_is_ended()
    {
        var limits = new TableLimits { Time = TimeSpan.FromMilliseconds(20) };
        Refused(
            () => TableReader.Read(new Endless(), "a.csv", limits with { FileBytes = long.MaxValue }, CancellationToken.None),
            TableFault.TooSlow
        );
        Refused(Book, TableFault.TooSlow, limits with { Time = TimeSpan.Zero });
    }

    [Fact]
    public void A_reading_can_be_cancelled() =>
        Should.Throw<OperationCanceledException>(() =>
            TableReader.Read(new MemoryStream([1]), "a.csv", TableLimits.Default, new CancellationToken(true))
        );

    private sealed class Endless : MemoryStream
    {
        public long Given { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            buffer.Fill((byte)'1');
            Given += buffer.Length;
            Thread.Sleep(1);
            return buffer.Length;
        }
    }
}
