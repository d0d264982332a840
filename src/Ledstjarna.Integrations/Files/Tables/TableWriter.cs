namespace Ledstjarna.Integrations.Files;

/// <summary>What a text file is written for.</summary>
public enum CsvForm
{
    /// <summary>For <see cref="TableReader"/>: every text comes back as it was.</summary>
    Exact,

    /// <summary>For opening in a spreadsheet: what it would run as a formula has an apostrophe before it, unless it is a plain figure.</summary>
    SpreadsheetSafe,
}

/// <summary>Writes tables that <see cref="TableReader"/> and spreadsheets read. Streams are left open.</summary>
public static class TableWriter
{
    /// <summary>UTF-8 with byte order mark, cells parted by semicolon, lines ended by CR LF, quotes where a reader would otherwise go wrong.</summary>
    /// <exception cref="ArgumentException">A text has a NUL or half a surrogate pair.</exception>
    public static void WriteCsv(Stream content, IEnumerable<IReadOnlyList<string>> rows, CsvForm form) =>
        SeparatedTextWriter.Write(content, rows, form);

    /// <summary>A workbook with one sheet, whose first row is a heading: bold, and in sight while the rest is scrolled.</summary>
    /// <param name="content">Need not be seekable.</param>
    /// <param name="sheetName">1–31 characters, as Excel will have them: none of <c>[]:*?/\</c>, no apostrophe first or last.</param>
    /// <param name="rows">No more, no wider and with no longer texts than a sheet holds: 1 048 576 rows, 16 384 columns, 32 767 characters.</param>
    /// <exception cref="ArgumentException">Excel would not open it.</exception>
    public static void WriteXlsx(Stream content, string sheetName, IEnumerable<IReadOnlyList<SheetCell>> rows) =>
        WorkbookWriter.Write(content, sheetName, rows);
}
