using System.IO.Compression;
using System.Text;
using Ledstjarna.Integrations.Files;
using static Ledstjarna.App.Tests.Integrations.Tables.Packed;
using static Ledstjarna.App.Tests.Integrations.Tables.Reading;

namespace Ledstjarna.App.Tests.Integrations.Tables;

/// <summary>Workbooks that are damaged, or made to harm.</summary>
public sealed class BadWorkbookTests
{
    private const string Row = "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>";
    private static readonly TableLimits Small = TableLimits.Default with { UnpackedBytes = 1_000_000 };

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        var file = Workbook(
                string.Concat(Enumerable.Range(1, 200).Select(i => $"<row r=\"{i}\"><c t=\"s\"><v>0</v></c></row>")),
                "<si><t>Åre</t></si>"
            )
            .Zip();
        Read(file, "a.xlsx").Rows.Count.ShouldBe(200);
        for (var length = 4; length < file.Length; length += 10)
        {
            Refused(file[..length], "a.xlsx", TableFault.CutOff);
        }

        for (var last = 1; last < 22; last++)
        {
            Refused(file[..^last], "a.xlsx", TableFault.CutOff);
        }
    }

    [Fact]
    public void A_changed_byte_never_changes_a_figure_unseen()
    {
        var rows = string.Concat(Enumerable.Range(1, 300).Select(i => $"<row r=\"{i}\"><c><v>{i * 7919 % 1000}</v></c></row>"));
        var file = Workbook(rows).Zip(CompressionLevel.NoCompression);
        var whole = Read(file, "a.xlsx").Lines();
        for (var at = 0; at < file.Length; at += 7)
        {
            var changed = file.ToArray();
            changed[at] ^= 1;
            try
            {
                Read(changed, "a.xlsx").Lines().ShouldBe(whole);
            }
            catch (TableRefusedException) { }
        }
    }

    [Theory]
    [InlineData(
        "xl/sharedStrings.xml",
        "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><si><t>&x;</t></si></sst>"
    )]
    [InlineData("xl/styles.xml", "<styleSheet/>")]
    [InlineData("xl/workbook.xml", "<workbook/>")]
    [InlineData("xl/worksheets/sheet1.xml", "<worksheet/>")]
    [InlineData("_rels/.rels", "<Relationships/>")]
    [InlineData("xl/_rels/workbook.xml.rels", "<Relationships/>")]
    public void A_document_type_is_refused_in_every_part(string part, string root)
    {
        const string Outside = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        var laughs =
            "<!DOCTYPE r [<!ENTITY a \"ha\">"
            + string.Concat(
                Enumerable
                    .Range(0, 9)
                    .Select(i => $"<!ENTITY {(char)('b' + i)} \"{string.Concat(Enumerable.Repeat($"&{(char)('a' + i)};", 10))}\">")
            )
            + "]>";
        Refused(Workbook(Row).With(part, Outside + root), TableFault.HasDtd);
        Refused(Workbook(Row).With(part, "<?xml version=\"1.0\"?><!-- x -->" + laughs + root), TableFault.HasDtd);
        Refused(Workbook(Row).With(part, [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Outside + root)]), TableFault.HasDtd);
    }

    [Fact]
    public void What_unpacks_to_too_much_is_refused_as_it_comes_out()
    {
        var bomb = Workbook(Row)
            .With(Sheet, $"<worksheet xmlns=\"{Main}\">{new string(' ', 900_000)}<a/>{new string(' ', 900_000)}</worksheet>");
        bomb.Zip().Length.ShouldBeLessThan(20_000);
        Refused(bomb, TableFault.TooLargeUnpacked, Small);
        Refused(bomb, TableFault.Empty);
    }

    [Fact]
    public void A_bomb_of_hundreds_of_megabytes_is_refused_within_the_limits_as_shipped()
    {
        var kilobyte = "<row>" + new string(' ', 1_013) + "</row>";
        var megabyte = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(kilobyte, 1000)));
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Workbook(Row).Without(Sheet).Parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }

            using var entry = zip.CreateEntry(Sheet).Open();
            entry.Write(Encoding.ASCII.GetBytes($"<worksheet xmlns=\"{Main}\"><sheetData>"));
            for (var i = 0; i < 300; i++)
            {
                entry.Write(megabyte);
            }
        }

        stream.Length.ShouldBeLessThan(3_000_000);
        Refused(stream.ToArray(), "a.xlsx", TableFault.TooLargeUnpacked);
    }

    [Fact]
    public void A_bomb_that_no_sheet_points_to_is_never_unpacked()
    {
        var inner = new Packed().With("inner", new byte[5_000_000]).Zip();
        var book = Workbook(Row)
            .With("xl/media/bomb.zip", new Packed().With("bomb", inner).Zip())
            .With("xl/media/zeros", new byte[50_000_000]);
        Xlsx(book, Small).Rows[0][0].ShouldBe("1");
    }

    [Fact]
    public void A_size_that_is_stated_too_small_is_not_believed()
    {
        var file = Workbook(Row)
            .With(
                Sheet,
                $"<worksheet xmlns=\"{Main}\">{string.Concat(Enumerable.Repeat($"<a>{new string(' ', 1000)}</a>", 2000))}</worksheet>"
            )
            .Zip();
        for (var at = 0; at < file.Length - 46; at++)
        {
            // The unpacked size stands at 24 in each entry of the directory, and at 22 before each file.
            var size =
                file.AsSpan(at).StartsWith("PK\x01\x02"u8) ? 24
                : file.AsSpan(at).StartsWith("PK\x03\x04"u8) ? 22
                : 0;
            if (size > 0)
            {
                BitConverter.TryWriteBytes(file.AsSpan(at + size), 100).ShouldBeTrue();
            }
        }

        var refusal = Should.Throw<TableRefusedException>(() => Read(file, "a.xlsx", Small));
        refusal.Fault.ShouldBeOneOf(TableFault.TooLargeUnpacked, TableFault.Damaged);
    }

    [Fact]
    public void More_packed_files_than_a_workbook_has_are_refused()
    {
        var book = Workbook(Row);
        for (var i = 0; i < 200; i++)
        {
            book.With($"xl/media/{i}", []);
        }

        Refused(book, TableFault.TooManyPackedFiles, TableLimits.Default with { PackedFiles = 205 });
        Xlsx(book, TableLimits.Default with { PackedFiles = 206 }).Rows.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("climbing")]
    [InlineData("absolute")]
    [InlineData("backslashes")]
    public void A_name_that_climbs_out_touches_no_file_system(string how)
    {
        var target = Path.Combine(Path.GetTempPath(), $"ledstjarna-evil-{Guid.NewGuid():N}.txt");
        var climbing = Path.GetRelativePath(Environment.CurrentDirectory, target);
        var name = how switch
        {
            "climbing" => climbing,
            "absolute" => target,
            _ => climbing.Replace('/', '\\'),
        };
        Xlsx(Workbook(Row).With(name, "evil")).Rows[0][0].ShouldBe("1");
        File.Exists(target).ShouldBeFalse();
        var links = Encoding.UTF8.GetString(Workbook(Row).Parts.Single(p => p.Name == "xl/_rels/workbook.xml.rels").Content);
        Refused(Workbook(Row).With("xl/_rels/workbook.xml.rels", links.Replace("worksheets/sheet1.xml", name)), TableFault.Damaged);
    }

    [Fact]
    public void Two_files_with_one_name_are_refused()
    {
        var book = Workbook(Row);
        book.Parts.Add((Sheet.ToUpperInvariant(), book.Parts[^1].Content));
        Refused(book, TableFault.Damaged);
    }

    [Theory]
    [InlineData("<a>", "")]
    [InlineData("<row a", " x=\"1\"")]
    [InlineData("<c><v>", "1")]
    [InlineData("<", "a")]
    public void What_never_ends_is_refused(string start, string repeated)
    {
        var endless =
            repeated.Length == 0
                ? string.Concat(Enumerable.Repeat(start, 100_000))
                : start + string.Concat(Enumerable.Range(0, 400_000).Select(i => repeated.Replace("x", $"x{i}", StringComparison.Ordinal)));
        Should.Throw<TableRefusedException>(() => Xlsx(Workbook(endless))).Fault.ShouldBeOneOf(TableFault.Damaged, TableFault.CellTooLong);
    }

    [Fact]
    public void A_long_text_in_pieces_is_never_shortened()
    {
        var escapes = string.Concat(Enumerable.Repeat("_x000D_", 20_000));
        string Cell(string text) => $"<row><c t=\"inlineStr\"><is><t>{text}</t></is></c></row>";
        Xlsx(Workbook(Cell($"{escapes}<![CDATA[slut]]>"))).Rows[0][0].ShouldBe(new string('\r', 20_000) + "slut");
        Refused(Workbook(Cell($"{escapes}<![CDATA[{escapes}]]>slut")), TableFault.CellTooLong);
    }

    [Fact]
    public void Sheets_and_links_by_the_hundred_thousand_are_looked_through_at_once()
    {
        var sheets = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<sheet r:id=\"n{i}\"/>"));
        var links = string.Concat(Enumerable.Range(0, 200_000).Select(i => $"<Relationship Id=\"m{i}\" Type=\"worksheet\" Target=\"a\"/>"));
        var book = Workbook(Row)
            .With("xl/workbook.xml", Book($"<sheets>{sheets}</sheets>"))
            .With("xl/_rels/workbook.xml.rels", $"<Relationships>{links}</Relationships>");
        Refused(book, TableFault.NoSheet);
    }

    [Fact]
    public void A_million_names_are_refused() =>
        Refused(Workbook(string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<a{i}/>"))), TableFault.Damaged);

    [Theory]
    [InlineData("<row r=\"0\"/>")]
    [InlineData("<row r=\"x\"/>")]
    [InlineData("<row r=\"2\"/><row r=\"2\"/>")]
    [InlineData("<row r=\"1048577\"/>")]
    [InlineData("<row r=\"1\"><c r=\"A2\"/></row>")]
    [InlineData("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>")]
    [InlineData("<row r=\"1\"><c r=\"XFE1\"/></row>")]
    [InlineData("<row r=\"1\"><c r=\"1\"/></row>")]
    [InlineData("<row><c t=\"s\"><v>0</v></c></row>")]
    [InlineData("<row><c t=\"s\"><v>-1</v></c></row>")]
    [InlineData("<row><c t=\"what\"><v>0</v></c></row>")]
    [InlineData("<row><c t=\"d\"><v>snart</v></c></row>")]
    [InlineData("<row><c s=\"1\"><v>0</v></c></row>")]
    [InlineData("<row><c s=\"-1\"><v>0</v></c></row>")]
    [InlineData("<row><c><v>1,5</v></c></row>")]
    [InlineData("<row><c><v>NaN</v></c></row>")]
    [InlineData("<row><c><v>1e999</v></c></row>")]
    [InlineData("<row><c></row>")]
    [InlineData("<row><c><v>&nbsp;</v></c></row>")]
    public void A_sheet_that_contradicts_itself_is_refused(string rows) => Refused(Workbook(rows), TableFault.Damaged);

    [Fact]
    public void Characters_that_are_no_text_are_told_where_they_stand()
    {
        foreach (var text in new[] { "_x0000_", "a_xD83D_", "_xDE00_b" })
        {
            var refusal = Refused(
                Workbook($"<row r=\"4\"><c r=\"C4\" t=\"inlineStr\"><is><t>{text}</t></is></c></row>"),
                TableFault.NotText
            );
            (refusal.Row, refusal.Column).ShouldBe((4, 3));
        }

        Xlsx(Workbook("<row><c t=\"inlineStr\"><is><t>_xD83D__xDE00_</t></is></c></row>")).Rows[0][0].ShouldBe("😀");
    }

    [Fact]
    public void A_missing_part_is_refused()
    {
        Refused(Workbook(Row).Without(Sheet), TableFault.Damaged);
        Refused(Workbook(Row).Without("_rels/.rels"), TableFault.NotWhatItSays);
        Refused(Workbook(Row).Without("xl/workbook.xml"), TableFault.NotWhatItSays);
        Refused(Workbook(Row).Without("xl/_rels/workbook.xml.rels"), TableFault.NoSheet);
    }

    [Fact]
    public void A_packed_file_behind_a_password_is_told_so()
    {
        var file = Workbook(Row).Zip();
        for (var at = 0; at < file.Length - 46; at++)
        {
            if (file.AsSpan(at).StartsWith("PK\x01\x02"u8))
            {
                file[at + 8] |= 1;
            }
        }

        Refused(file, "a.xlsx", TableFault.Encrypted);
    }
}
