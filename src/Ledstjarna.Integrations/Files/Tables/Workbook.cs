using System.Xml;

namespace Ledstjarna.Integrations.Files;

/// <summary>A workbook as Excel has written it since 2007 (.xlsx): zipped XML.</summary>
internal static class Workbook
{
    public static Table Read(ReadOnlyMemory<byte> file, string? sheetName, ReadingBudget budget)
    {
        try
        {
            using var files = PackedFiles.Open(file, budget);
            return Read(files, sheetName, budget);
        }
        catch (XmlException e)
        {
            throw new TableRefusedException(PackedXml.IsDtd(e) ? TableFault.HasDtd : TableFault.Damaged, inner: e);
        }
        catch (Exception e) when (e is InvalidDataException or IOException or NotSupportedException)
        {
            throw new TableRefusedException(TableFault.Damaged, inner: e);
        }
    }

    private static Table Read(PackedFiles files, string? sheetName, ReadingBudget budget)
    {
        var name = files.LinksOf("").Find(l => l.Kind == "officeDocument").Name ?? "";
        using var xml = files.Read(name);
        if (xml is null || xml.Name != "workbook")
        {
            throw new TableRefusedException(TableFault.NotWhatItSays);
        }

        var links = files.LinksOf(name);
        var (sheet, from1904) = FindSheet(xml, links, sheetName);
        var numbers = new SheetNumbers(Part(files, links, "styles") is { } styles ? NumberForms.Read(styles) : [], from1904);
        var texts = Part(files, links, "sharedStrings") is { } shared ? SharedTexts.Read(shared, budget.Limits) : [];
        using var rows = files.Read(sheet.File) ?? throw new TableRefusedException(TableFault.Damaged);
        var table = new TableBuilder(budget);
        new SheetRows(rows, table, budget.Limits, texts, numbers).Read();
        return table.Build(sheet.Name);
    }

    /// <summary>The sheet with the name, or the first that is visible and holds cells; and whether days are counted from 1904.</summary>
    private static ((string Name, string File) Sheet, bool From1904) FindSheet(
        PackedXml workbook,
        List<PackedLink> links,
        string? sheetName
    )
    {
        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var link in links.Where(l => l.Kind == "worksheet"))
        {
            files.TryAdd(link.Id, link.Name);
        }

        var (found, from1904) = (default((string, string)?), false);
        foreach (var element in workbook.Children())
        {
            if (element == "workbookPr")
            {
                from1904 = PackedXml.IsTrue(workbook["date1904"]);
            }

            foreach (var child in element == "sheets" ? workbook.Children() : [])
            {
                var (name, isVisible, id) = (workbook["name"] ?? "", workbook["state"] is null or "visible", workbook.LinkId ?? "");
                var isWanted = sheetName is null ? isVisible : name.Equals(sheetName, StringComparison.OrdinalIgnoreCase);
                if (found is null && isWanted && files.TryGetValue(id, out var file))
                {
                    found = (name, file);
                }
            }
        }

        workbook.Finish();
        return (found ?? throw new TableRefusedException(TableFault.NoSheet), from1904);
    }

    private static PackedXml? Part(PackedFiles files, List<PackedLink> links, string kind) =>
        links.Find(l => l.Kind == kind).Name is { } name ? files.Read(name) : null;
}
