using Ledstjarna.Integrations.Files;
using static Ledstjarna.App.Tests.Integrations.Tables.Packed;
using static Ledstjarna.App.Tests.Integrations.Tables.Reading;

namespace Ledstjarna.App.Tests.Integrations.Tables;

public sealed class WorkbookTests
{
    private const string Styles = """
        <numFmts><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="0.0\ %"/>
        <numFmt numFmtId="166" formatCode="[h]:mm"/><numFmt numFmtId="167" formatCode="#,##0.00\ [$kr-41D];[Red]\-0&quot; dagar&quot;"/>
        <numFmt numFmtId="168" formatCode="mmm"/><numFmt numFmtId="169" formatCode="General"/></numFmts>
        <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>
        <cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="10"/><xf numFmtId="165"/><xf numFmtId="20"/><xf numFmtId="166"/>
        <xf numFmtId="167"/><xf numFmtId="168"/><xf numFmtId="169"/><xf/></cellXfs>
        """;

    [Theory]
    [InlineData("0.1", 0, "0.1")]
    [InlineData("0.10000000000000001", 0, "0.1")]
    [InlineData("0.30000000000000004", 0, "0.3")]
    [InlineData("33.333333333333336", 0, "33.3333333333333")]
    [InlineData("61", 0, "61")]
    [InlineData("-61.5", 0, "-61.5")]
    [InlineData("-0", 0, "0")]
    [InlineData("1E-5", 0, "0.00001")]
    [InlineData("1.5E+20", 0, "150000000000000000000")]
    [InlineData("1.5E+300", 0, "1.5E+300")]
    [InlineData("123456789012345", 0, "123456789012345")]
    [InlineData("61", 10, "61")]
    [InlineData("1234.5", 7, "1234.5")]
    [InlineData("1234.5", 9, "1234.5")]
    [InlineData("44804", 1, "2022-08-31")]
    [InlineData("44804", 2, "2022-08-31")]
    [InlineData("44804", 8, "2022-08-31")]
    [InlineData("44804.545138888891", 2, "2022-08-31 13:05:00")]
    [InlineData("61", 1, "1900-03-01")]
    [InlineData("60", 1, "60")]
    [InlineData("-1", 1, "-1")]
    [InlineData("2958465", 1, "9999-12-31")]
    [InlineData("2958466", 1, "2958466")]
    [InlineData("2958465.9999999", 1, "2958465.9999999")]
    [InlineData("0.035", 3, "3.5%")]
    [InlineData("0.57", 4, "57%")]
    [InlineData("-1.25", 4, "-125%")]
    [InlineData("1E+27", 4, "1E+27")]
    [InlineData("0.52083333333333337", 5, "12:30:00")]
    [InlineData("1.5", 6, "36:00:00")]
    public void A_number_is_written_out_as_its_style_shows_it(string value, int style, string text) =>
        Xlsx(Workbook($"<row r=\"1\"><c r=\"A1\" s=\"{style}\"><v>{value}</v></c></row>", styles: Styles)).Rows[0][0].ShouldBe(text);

    [Theory]
    [InlineData("<c t=\"s\"><v>0</v></c>", "Åre")]
    [InlineData("<c t=\"s\"><v>1</v></c>", "fet och mager")]
    [InlineData("<c t=\"s\"><v>2</v></c>", " rad\r\nrad ")]
    [InlineData("<c t=\"inlineStr\"><is><t>direkt</t></is></c>", "direkt")]
    [InlineData("<c t=\"inlineStr\"><is><t>_x005F_x000D_</t></is></c>", "_x000D_")]
    [InlineData("<c t=\"str\"><v>text</v></c>", "text")]
    [InlineData("<c t=\"b\"><v>1</v></c>", "SANT")]
    [InlineData("<c t=\"b\"><v>0</v></c>", "FALSKT")]
    [InlineData("<c t=\"e\"><v>#N/A</v></c>", "#N/A")]
    [InlineData("<c t=\"d\"><v>2022-08-31T00:00:00</v></c>", "2022-08-31")]
    [InlineData("<c t=\"d\"><v>2022-08-31</v></c>", "2022-08-31")]
    [InlineData("<c t=\"s\"><v>3</v></c>", "=1+1")]
    public void A_cell_of_every_kind_is_read(string cell, string text)
    {
        var shared = """
            <si><t>Åre</t></si><si><r><t>fet</t></r><r><t xml:space="preserve"> och </t></r><r><t>mager</t></r><rPh><t>uttal</t></rPh></si>
            <si><t xml:space="preserve"> rad_x000D_&#10;rad </t></si><si><t>=1+1</t></si>
            """;
        var row = Xlsx(Workbook($"<row>{cell}</row>", shared)).Rows[0];
        (row[0], row.IsFormula(0)).ShouldBe((text, false));
    }

    [Fact]
    public void A_formula_is_told_and_what_it_came_to_is_not()
    {
        var table = Xlsx(
            Workbook(
                """
                <row r="1"><c r="A1"><v>1</v></c><c r="B1"><f>A1*2</f><v>2</v></c><c r="C1"><f t="shared" ref="C1:C2" si="0">A1</f><v>1</v></c></row>
                <row r="2"><c r="A2" t="str"><f>HYPERLINK("http://x")</f><v>1</v></c><c r="B2"><v>7</v></c><c r="C2"><f t="shared" si="0"/><v>1</v></c></row>
                <row r="3"><c r="A3"><f t="array" ref="A3:B4">C1:D2*2</f><v>1</v></c><c r="B3"><v>2</v></c><c r="C3"><v>3</v></c></row>
                <row r="4"><c r="A4"><v>4</v></c><c r="B4"><v>5</v></c><c r="C4"><v>6</v></c></row>
                <row r="5"><c r="A5"><v>8</v></c></row>
                """
            )
        );
        table.Lines().ShouldBe(["1: 1|=A1*2|=A1", "2: =HYPERLINK(\"http://x\")|7|=", "3: =C1:D2*2|=|3", "4: =|=|6", "5: 8"]);
        table
            .Rows.Select(r => string.Concat(Enumerable.Range(0, 3).Select(c => r.IsFormula(c) ? 'F' : '-')))
            .ShouldBe(["-FF", "F-F", "FF-", "FF-", "---"]);
    }

    [Fact]
    public void Rows_and_cells_stand_where_they_say()
    {
        var table = Xlsx(
            Workbook(
                "<row r=\"3\"><c r=\"B3\"><v>1</v></c><c><v>2</v></c><c r=\"AA3\"><v>3</v></c></row><row><c r=\"A4\" s=\"0\"/></row><row><c><v>4</v></c></row>"
            )
        );
        table.Rows.Select(r => r.Number).ShouldBe([3, 5]);
        var row = table.Rows[0];
        (row[0], row[1], row[2], row[3], row[26], row.Count).ShouldBe(("", "1", "2", "", "3", 27));
        (Table.ColumnName(0), Table.ColumnName(25), Table.ColumnName(26), Table.ColumnName(27), Table.ColumnName(16_383)).ShouldBe(
            ("A", "Z", "AA", "AB", "XFD")
        );
    }

    [Fact]
    public void An_empty_cell_far_out_takes_no_room() =>
        Xlsx(Workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c><c r=\"XFD1\" s=\"0\"/></row>")).Rows[0].Count.ShouldBe(1);

    [Fact]
    public void Days_may_be_counted_from_1904()
    {
        var rows = "<row><c s=\"1\"><v>43342</v></c><c s=\"1\"><v>0</v></c><c s=\"1\"><v>2957004</v></c></row>";
        Xlsx(Workbook(rows, styles: Styles, bookProperties: "<workbookPr date1904=\"1\"/>"))
            .Lines()
            .ShouldBe(["1: 2022-08-31|1904-01-01|2957004"]);
    }

    [Fact]
    public void The_first_visible_sheet_is_read_or_the_one_named()
    {
        var book = Workbook("<row><c><v>1</v></c></row>")
            .With("xl/worksheets/sheet2.xml", $"<worksheet xmlns=\"{Main}\"><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>")
            .With(
                "xl/workbook.xml",
                Book(
                    """
                    <sheets><sheet name="Diagram" sheetId="3" r:id="c1"/><sheet name="Gömt" sheetId="1" state="hidden" r:id="s1"/>
                    <sheet name="Synligt" sheetId="2" r:id="s2"/></sheets>
                    """
                )
            );
        var table = Xlsx(book);
        (table.SheetName, table.Rows[0][0]).ShouldBe(("Synligt", "2"));
        Xlsx(book, sheet: "GÖMT").Rows[0][0].ShouldBe("1");
        Refused(book, TableFault.NoSheet, sheet: "Diagram");
        Refused(book, TableFault.NoSheet, sheet: "Blad9");
        Refused(
            book.With("xl/workbook.xml", Book("<sheets><sheet name=\"A\" state=\"veryHidden\" r:id=\"s1\"/></sheets>")),
            TableFault.NoSheet
        );
    }

    [Fact]
    public void A_strict_workbook_is_read_too()
    {
        var book = Workbook("<row><c t=\"s\"><v>0</v></c></row>", "<si><t>å</t></si>");
        var strict = new Packed();
        foreach (var (name, content) in book.Parts)
        {
            strict.With(
                name,
                System
                    .Text.Encoding.UTF8.GetString(content)
                    .Replace(Main, "http://purl.oclc.org/ooxml/spreadsheetml/main", StringComparison.Ordinal)
                    .Replace(
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
                        "http://purl.oclc.org/ooxml/officeDocument/relationships",
                        StringComparison.Ordinal
                    )
            );
        }

        Xlsx(strict).Rows[0][0].ShouldBe("å");
    }

    [Fact]
    public void A_workbook_needs_neither_styles_nor_shared_texts() =>
        Xlsx(Workbook("<row><c><v>1</v></c></row>").Without(SharedStrings).Without("xl/styles.xml")).Rows[0][0].ShouldBe("1");
}
