using System.IO.Compression;
using System.Text;

namespace Ledstjarna.App.Tests.Integrations.Tables;

/// <summary>Workbooks made by hand, part by part, so that a test can put something wrong in any of them.</summary>
internal sealed class Packed
{
    public const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    public const string Sheet = "xl/worksheets/sheet1.xml";
    public const string SharedStrings = "xl/sharedStrings.xml";
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Links = "http://schemas.openxmlformats.org/package/2006/relationships";

    /// <summary>By name; names may be repeated.</summary>
    public List<(string Name, byte[] Content)> Parts { get; } = [];

    public static Packed Workbook(string rows, string sharedStrings = "", string styles = "", string bookProperties = "") =>
        new Packed()
            .With(
                "_rels/.rels",
                $"""<Relationships xmlns="{Links}"><Relationship Id="a" Type="{Office}/officeDocument" Target="/xl/workbook.xml"/></Relationships>"""
            )
            .With("xl/workbook.xml", Book($"{bookProperties}<sheets><sheet name=\"Blad1\" sheetId=\"1\" r:id=\"s1\"/></sheets>"))
            .With(
                "xl/_rels/workbook.xml.rels",
                $"""
                <Relationships xmlns="{Links}"><Relationship Id="s1" Type="{Office}/worksheet" Target="worksheets/sheet1.xml"/>
                <Relationship Id="s2" Type="{Office}/worksheet" Target="../xl/worksheets/sheet2.xml"/>
                <Relationship Id="c1" Type="{Office}/chartsheet" Target="chartsheets/sheet1.xml"/>
                <Relationship Id="x" Type="{Office}/sharedStrings" Target="sharedStrings.xml"/>
                <Relationship Id="y" Type="{Office}/styles" Target="styles.xml"/></Relationships>
                """
            )
            .With(SharedStrings, $"<sst xmlns=\"{Main}\">{sharedStrings}</sst>")
            .With("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>")
            .With(Sheet, $"<worksheet xmlns=\"{Main}\"><sheetData>{rows}</sheetData></worksheet>");

    public static string Book(string content) => $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\">{content}</workbook>";

    /// <summary>Adds a part, or puts it in place of the one with that name.</summary>
    public Packed With(string name, string content) => With(name, Encoding.UTF8.GetBytes(content));

    public Packed With(string name, byte[] content)
    {
        Parts.RemoveAll(p => p.Name == name);
        Parts.Add((name, content));
        return this;
    }

    public Packed Without(string name)
    {
        Parts.RemoveAll(p => p.Name == name);
        return this;
    }

    public byte[] Zip(CompressionLevel level = CompressionLevel.Fastest)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in Parts)
            {
                using var entry = zip.CreateEntry(name, level).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
