using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Ledstjarna.Integrations.Files;

/// <summary>Writes the least that makes a workbook. The same rows give the same bytes.</summary>
internal static class WorkbookWriter
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Package = "http://schemas.openxmlformats.org/package/2006";
    private const string Sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml";

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("[]:*?/\\");

    private const string ContentTypes = $"""
        <Types xmlns="{Package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{Sheets}.sheet.main+xml"/>
        <Override PartName="/xl/worksheets/sheet1.xml" ContentType="{Sheets}.worksheet+xml"/>
        <Override PartName="/xl/styles.xml" ContentType="{Sheets}.styles+xml"/></Types>
        """;

    private const string PackageLinks = $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/officeDocument" Target="xl/workbook.xml"/></Relationships>
        """;

    private const string WorkbookLinks = $"""
        <Relationships xmlns="{Package}/relationships"><Relationship Id="rId1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>
        <Relationship Id="rId2" Type="{Office}/styles" Target="styles.xml"/></Relationships>
        """;

    /// <summary>Style 0 is plain, style 1 bold.</summary>
    private const string Styles = $"""
        <styleSheet xmlns="{Main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>
        <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
        <borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>
        <cellXfs count="2"><xf xfId="0"/><xf fontId="1" xfId="0" applyFont="1"/></cellXfs></styleSheet>
        """;

    public static void Write(Stream content, string sheetName, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        if (
            sheetName.Length is < 1 or > 31
            || sheetName.AsSpan().ContainsAny(NotInNames)
            || sheetName.StartsWith('\'')
            || sheetName.EndsWith('\'')
        )
        {
            throw new ArgumentException("Excel does not take this name for a sheet.", nameof(sheetName));
        }

        using var archive = new ZipArchive(content, ZipArchiveMode.Create, leaveOpen: true);
        Pack(archive, "[Content_Types].xml", xml => xml.WriteRaw(ContentTypes));
        Pack(archive, "_rels/.rels", xml => xml.WriteRaw(PackageLinks));
        Pack(archive, "xl/workbook.xml", xml => WriteBook(xml, sheetName));
        Pack(archive, "xl/_rels/workbook.xml.rels", xml => xml.WriteRaw(WorkbookLinks));
        Pack(archive, "xl/styles.xml", xml => xml.WriteRaw(Styles));
        Pack(archive, "xl/worksheets/sheet1.xml", xml => WriteSheet(xml, rows));
    }

    private static void Pack(ZipArchive archive, string name, Action<XmlWriter> write)
    {
        var entry = archive.CreateEntry(name);
        entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        using var stream = entry.Open();
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
            NewLineHandling = NewLineHandling.Entitize,
        };
        using var xml = XmlWriter.Create(stream, settings);
        xml.WriteStartDocument(standalone: true);
        write(xml);
    }

    private static void WriteBook(XmlWriter xml, string sheetName)
    {
        xml.WriteStartElement("workbook", Main);
        xml.WriteStartElement("sheets", Main);
        xml.WriteStartElement("sheet", Main);
        xml.WriteAttributeString("name", sheetName);
        xml.WriteAttributeString("sheetId", "1");
        xml.WriteAttributeString("r", "id", Office, "rId1");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter xml, IEnumerable<IReadOnlyList<SheetCell>> rows)
    {
        xml.WriteStartElement("worksheet", Main);
        xml.WriteRaw(
            """<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>"""
        );
        xml.WriteStartElement("sheetData", Main);
        var number = 0;
        foreach (var row in rows)
        {
            if (++number > CellReference.LastRow || row.Count > CellReference.Columns)
            {
                throw new ArgumentException("A sheet does not hold so many rows or columns.", nameof(rows));
            }

            xml.WriteStartElement("row", Main);
            xml.WriteAttributeString("r", number.ToString(CultureInfo.InvariantCulture));
            for (var column = 0; column < row.Count; column++)
            {
                WriteCell(xml, row[column], new CellReference(column, number));
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteCell(XmlWriter xml, SheetCell cell, CellReference place)
    {
        if (cell is { Text: "", Value: null })
        {
            return;
        }

        if (cell.Text.Length > TableLimits.Default.CellLength)
        {
            throw new ArgumentException($"The text of {place} is longer than a cell holds.", nameof(cell));
        }

        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("r", place.ToString());
        if (place.Row == 1)
        {
            xml.WriteAttributeString("s", "1");
        }

        if (cell.Value is { } number)
        {
            xml.WriteElementString("v", Main, number.ToString("R", CultureInfo.InvariantCulture));
        }
        else
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is", Main);
            xml.WriteStartElement("t", Main);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            xml.WriteString(SheetText.Encode(cell.Text));
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }
}
