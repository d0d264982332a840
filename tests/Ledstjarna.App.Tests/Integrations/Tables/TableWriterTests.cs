using System.IO.Compression;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Ledstjarna.Integrations.Files;
using static Ledstjarna.App.Tests.Integrations.Tables.Reading;

namespace Ledstjarna.App.Tests.Integrations.Tables;

public sealed class TableWriterTests
{
    private const string Typed = "abåäö 0123456789.,;|\t\n\r\"'=+-@%_x<&>\ufeff\u00a0−\u0001\uffff";

    [Fact]
    public void A_text_file_quotes_where_a_reader_would_go_wrong() =>
        Encoding
            .UTF8.GetString(Csv(CsvForm.Exact, ["Kommun", "Andel, %"], ["Åre", "1,5"], [], ["=1+1", "sa \"ja\"", " två\nrader "]))
            .ShouldBe("\ufeffKommun;\"Andel, %\"\r\nÅre;\"1,5\"\r\n\r\n=1+1;\"sa \"\"ja\"\"\";\" två\nrader \"\r\n");

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"")]
    [InlineData("+46 70", "'+46 70")]
    [InlineData("-", "'-")]
    [InlineData("-2+3+cmd", "'-2+3+cmd")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "\"'\t=1\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("-3,5", "\"-3,5\"")]
    [InlineData("-3.5 %", "-3.5 %")]
    [InlineData("+7", "+7")]
    [InlineData("−3", "−3")]
    [InlineData("'redan", "'redan")]
    [InlineData("a=b", "a=b")]
    [InlineData("", "")]
    public void What_a_spreadsheet_would_run_gets_an_apostrophe(string cell, string written) =>
        Encoding.UTF8.GetString(Csv(CsvForm.SpreadsheetSafe, [cell])).ShouldBe($"\ufeff{written}\r\n");

    [Fact]
    public void No_cell_of_a_safe_file_is_run() =>
        Prop.ForAll(
                Tables(),
                rows =>
                    Nonblank(rows, 1) is not { } some
                    || Read(Csv(CsvForm.SpreadsheetSafe, some), "a.csv")
                        .Rows.SelectMany(r => Enumerable.Range(0, r.Count).Select(c => r[c]))
                        .All(c =>
                            c.Length == 0
                            || !"=@\t\r".Contains(c[0]) && (c[0] is not ('+' or '-') || c.Length > 1 && "0123456789".Contains(c[1]))
                        )
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Every_text_written_exactly_comes_back_as_it_was() =>
        Prop.ForAll(Tables(), rows => Nonblank(rows, 1) is not { } some || Same(Read(Csv(CsvForm.Exact, some), "a.csv"), some))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000));

    [Theory]
    [InlineData("sep=", "")]
    [InlineData("<html>", "x")]
    [InlineData("%PDF-1", "x")]
    [InlineData("PK\u0003\u0004", "x")]
    [InlineData("\ufeff", "x")]
    [InlineData("a,b", "")]
    public void What_looks_like_something_else_comes_back_too(string first, string second) =>
        Same(
                Read(Csv(CsvForm.Exact, [first, second], ["1"]), "a.csv"),
                [
                    [first, second],
                    ["1"],
                ]
            )
            .ShouldBeTrue();

    [Fact]
    public void What_no_text_has_is_not_written()
    {
        Should.Throw<ArgumentException>(() => Csv(CsvForm.Exact, ["a\0"]));
        Should.Throw<ArgumentException>(() => Csv(CsvForm.Exact, ["a\ud83d"]));
    }

    [Fact]
    public void Every_text_written_in_a_workbook_comes_back_as_it_was() =>
        Prop.ForAll(
                Tables(),
                rows =>
                    Nonblank(rows, 1) is not { } some
                    || Same(Read(Xlsx([.. some.Select(r => r.Select(SheetCell.OfText).ToArray())]), "a.xlsx"), some)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void Every_number_of_fifteen_digits_comes_back_as_it_was() =>
        Prop.ForAll(
                Gen.Choose(-999_999_999, 999_999_999)
                    .SelectMany(whole => Gen.Choose(0, 999_999).Select(millionths => whole + (millionths / 1_000_000m)))
                    .ToArbitrary(),
                number =>
                    Read(Xlsx([SheetCell.OfText("x"), SheetCell.OfNumber((double)number)]), "a.xlsx").Rows[0][1]
                    == number.ToString("0.######", System.Globalization.CultureInfo.InvariantCulture)
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    [Fact]
    public void A_workbook_keeps_text_text_and_numbers_numbers()
    {
        var file = Xlsx(
            [SheetCell.OfText("Kommun"), SheetCell.OfText("Värde")],
            [SheetCell.OfText("=1+1"), SheetCell.OfNumber(0.1)],
            [],
            [default, SheetCell.OfNumber(null), SheetCell.OfText("0123")]
        );
        var table = Read(file, "a.xlsx");
        table.Lines().ShouldBe(["1: Kommun|Värde", "2: =1+1|0.1", "4: ||0123"]);
        (table.SheetName, table.Rows[1].IsFormula(0)).ShouldBe(("Mått", false));
        using var zip = new ZipArchive(new MemoryStream(file));
        using var sheet = new StreamReader(zip.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        var xml = sheet.ReadToEnd();
        xml.ShouldContain("state=\"frozen\"");
        xml.ShouldContain("<c r=\"A1\" s=\"1\" t=\"inlineStr\">");
        xml.ShouldContain("<c r=\"B2\"><v>0.1</v></c>");
    }

    [Fact]
    public void The_same_rows_give_the_same_bytes() => Xlsx([SheetCell.OfText("a")]).ShouldBe(Xlsx([SheetCell.OfText("a")]));

    [Theory]
    [InlineData("")]
    [InlineData("tjänster 2022/2023")]
    [InlineData("'citat")]
    [InlineData("en fliknamn som är längre än trettioett tecken")]
    public void A_name_that_Excel_does_not_take_is_not_written(string name) =>
        Should.Throw<ArgumentException>(() => TableWriter.WriteXlsx(new MemoryStream(), name, []));

    [Fact]
    public void What_no_sheet_holds_is_not_written()
    {
        Should.Throw<ArgumentException>(() => Xlsx([SheetCell.OfText(new string('x', 32_768))]));
        Should.Throw<ArgumentException>(() => Xlsx(new SheetCell[16_385]));
        Should.Throw<ArgumentOutOfRangeException>(() => SheetCell.OfNumber(double.NaN));
        Should.Throw<ArgumentOutOfRangeException>(() => SheetCell.OfNumber(double.PositiveInfinity));
    }

    private static byte[] Csv(CsvForm form, params string[][] rows)
    {
        using var stream = new MemoryStream();
        TableWriter.WriteCsv(stream, rows, form);
        return stream.ToArray();
    }

    private static byte[] Xlsx(params SheetCell[][] rows)
    {
        using var stream = new MemoryStream();
        TableWriter.WriteXlsx(stream, "Mått", rows);
        return stream.ToArray();
    }

    private static Arbitrary<string[][]> Tables()
    {
        var escape = Gen.Elements("_x000D_", "_x0041", "😀", "sep=", "\r\n");
        var cell = Gen.OneOf(Gen.Elements([.. Typed]).Select(c => $"{c}"), escape).ListOf().Select(string.Concat);
        return cell.ArrayOf().ArrayOf().ToArbitrary();
    }

    /// <summary>A table has something in it; one without is not read at all.</summary>
    private static string[][]? Nonblank(string[][] rows, int least) => rows.Count(r => r.Any(c => c.Length > 0)) >= least ? rows : null;

    private static bool Same(Table table, string[][] rows)
    {
        var read = table.Rows.ToDictionary(r => r.Number);
        return rows.Index()
            .All(r =>
                read.TryGetValue(r.Index + 1, out var row)
                    ? row.Count <= r.Item.Length && r.Item.Index().All(c => row[c.Index] == c.Item)
                    : r.Item.All(c => c.Length == 0)
            );
    }
}
