using System.Text;

namespace Ledstjarna.App.Doors.Web;

/// <summary>A table to open in a spreadsheet: UTF-8 with its mark, semicolons, and no cell that a spreadsheet would run as a formula.</summary>
public static class CsvFile
{
    private static readonly Encoding WithMark = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);

    /// <param name="name">The file's name; ASCII.</param>
    /// <param name="rows">The headings first.</param>
    public static IResult Of(string name, IEnumerable<IReadOnlyList<string>> rows)
    {
        var text = string.Concat(rows.Select(r => $"{string.Join(';', r.Select(Cell))}\r\n"));
        return Results.File([.. WithMark.GetPreamble(), .. WithMark.GetBytes(text)], "text/csv; charset=utf-8", name);
    }

    /// <summary>A text as a cell: what looks like a formula gets an apostrophe before it, and what would break the row stands in quotes.</summary>
    public static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? $"'{text}" : text;
        return safe.AsSpan().IndexOfAny(";\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
