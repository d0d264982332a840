using System.Buffers;
using System.Text;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Integrations.Files;

internal static class SeparatedTextWriter
{
    /// <summary>Every separator that a reader may look for, not only ours: an unquoted comma could make it choose the comma.</summary>
    private static readonly SearchValues<char> Quoted = SearchValues.Create(Separator.Candidates + "\"\r\n");

    public static void Write(Stream content, IEnumerable<IReadOnlyList<string>> rows, CsvForm form)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);
        using var text = new StreamWriter(content, encoding, bufferSize: 16 * 1024, leaveOpen: true);
        var isFirst = true;
        foreach (var row in rows)
        {
            for (var column = 0; column < row.Count; column++)
            {
                if (column > 0)
                {
                    text.Write(';');
                }

                var cell = form == CsvForm.SpreadsheetSafe ? Safe(row[column]) : row[column];
                text.Write(NeedsQuotes(cell, isFirst) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell);
                isFirst = false;
            }

            text.Write("\r\n");
            isFirst = false;
        }
    }

    /// <summary>The first cell must not look like another kind of file, Excel's word on separators, or one more byte order mark.</summary>
    private static bool NeedsQuotes(string cell, bool isFirst)
    {
        if (cell.Contains('\0', StringComparison.Ordinal))
        {
            throw new ArgumentException("A text has a NUL, which no reader of text takes.", nameof(cell));
        }

        return cell.AsSpan().ContainsAny(Quoted)
            || isFirst
                && (
                    cell.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)
                    || cell.StartsWith('\ufeff')
                    || FileSignatures.Of(Encoding.UTF8.GetBytes(cell)) != FileSignature.None
                );
    }

    /// <summary>Signs begin a formula but also a figure, which is harmless and must stay one.</summary>
    private static string Safe(string cell) =>
        cell.Length > 0 && cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !IsFigure(cell) ? "'" + cell : cell;

    private static bool IsFigure(string cell) => cell[0] is '+' or '-' && FigureText.Parse(cell).Kind == FigureKind.Value;
}
