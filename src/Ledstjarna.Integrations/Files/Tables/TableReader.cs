using System.Text;

namespace Ledstjarna.Integrations.Files;

/// <summary>Reads a table from what someone sent. Nothing in it is trusted: not its name, not the sizes it states, not what its formulas came to.</summary>
public static class TableReader
{
    /// <summary>The table of a text file, or of a workbook's first visible sheet.</summary>
    /// <exception cref="TableRefusedException">It is not read, whole or in part.</exception>
    public static Table Read(Stream content, string fileName, TableLimits limits, CancellationToken cancellationToken) =>
        Read(content, fileName, sheetName: null, limits, cancellationToken);

    /// <param name="content">Read once, to its end or to the limit; left open.</param>
    /// <param name="fileName">Only its ending counts: .xlsx, .csv, .tsv or .txt.</param>
    /// <param name="sheetName">The sheet of a workbook, visible or not, letter case aside; null for the first visible. A text file has none and lets it be.</param>
    /// <param name="limits">How much is read.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <exception cref="TableRefusedException">It is not read, whole or in part.</exception>
    public static Table Read(Stream content, string fileName, string? sheetName, TableLimits limits, CancellationToken cancellationToken)
    {
        var isWorkbook = Path.GetExtension(fileName).ToUpperInvariant() switch
        {
            ".XLSX" => true,
            ".CSV" or ".TSV" or ".TXT" => false,
            ".XLS" => throw new TableRefusedException(TableFault.OldExcel),
            _ => throw new TableRefusedException(TableFault.UnknownKind),
        };
        var budget = new ReadingBudget(limits, cancellationToken);
        var file = budget.ReadAll(content);
        if (file.IsEmpty)
        {
            throw new TableRefusedException(TableFault.Empty);
        }

        return (isWorkbook, FileSignatures.Of(file.Span)) switch
        {
            (true, FileSignature.Zip) => Workbook.Read(file, sheetName, budget),
            (true, FileSignature.Compound) => throw new TableRefusedException(
                FileSignatures.IsOldExcel(file.Span) ? TableFault.OldExcel : TableFault.Encrypted
            ),
            (false, FileSignature.None) => SeparatedText.Read(TextEncoding.ToUtf8(file), budget),
            _ => throw new TableRefusedException(TableFault.NotWhatItSays),
        };
    }

    /// <summary>The table of a text that was pasted, from a spreadsheet as a rule; a row's number is its place in the paste.</summary>
    /// <exception cref="TableRefusedException">It is not read, whole or in part.</exception>
    public static Table ReadText(string pasted, TableLimits limits)
    {
        if (Encoding.UTF8.GetByteCount(pasted) > limits.FileBytes)
        {
            throw new TableRefusedException(TableFault.TooLarge);
        }

        return SeparatedText.Read(TextEncoding.ToUtf8(Encoding.UTF8.GetBytes(pasted)), new ReadingBudget(limits, CancellationToken.None));
    }
}
