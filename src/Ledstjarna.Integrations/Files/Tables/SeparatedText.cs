using System.Text;
using CsvHelper;

namespace Ledstjarna.Integrations.Files;

/// <summary>Rows parted by line breaks and cells by <see cref="Separator"/>, quoted as in RFC 4180. A quote within a cell that none opened is text.</summary>
internal static class SeparatedText
{
    public static Table Read(ReadOnlyMemory<byte> utf8, ReadingBudget budget)
    {
        var (separator, rows) = Hinted(utf8) ?? (Separator.Of(utf8.Span), utf8);
        var textAfterQuote = new HashSet<long>();
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            SkipEmptyLines = false,
            PoolStrings = true,
            OnMalformedRecord = m =>
            {
                if (m.Reason is CsvMalformedReason.TextAfterClosingQuote)
                {
                    textAfterQuote.Add(m.RecordNumber);
                }
            },
        };
        using var csv = CsvReader.Create(rows, options);
        var table = new TableBuilder(budget);
        for (var number = 1; csv.Read(); number++)
        {
            if (textAfterQuote.Contains(number))
            {
                throw new TableRefusedException(TableFault.TextAfterQuote, number);
            }

            if (IsOpen(csv.GetRawSpan(csv.FieldCount - 1)))
            {
                throw new TableRefusedException(TableFault.UnclosedQuote, number, csv.FieldCount);
            }

            table.StartRow(number);
            for (var column = 0; column < csv.FieldCount; column++)
            {
                table.Add(column, csv.GetString(column));
            }

            table.EndRow();
        }

        return table.Build();
    }

    /// <summary>Excel's own way to say it, in a first row that it does not show: <c>sep=;</c>.</summary>
    private static (char Separator, ReadOnlyMemory<byte> Rows)? Hinted(ReadOnlyMemory<byte> utf8)
    {
        var bytes = utf8.Span;
        if (bytes.Length < 6 || !Ascii.EqualsIgnoreCase(bytes[..4], "sep="u8) || !Separator.Candidates.Contains((char)bytes[4]))
        {
            return null;
        }

        return bytes[5..].StartsWith("\r\n"u8) ? ((char)bytes[4], utf8[7..])
            : bytes[5] is (byte)'\n' ? ((char)bytes[4], utf8[6..])
            : null;
    }

    /// <summary>Whether a row's last cell begins with a quote that none closes: then it has swallowed the rest of the text.</summary>
    private static bool IsOpen(ReadOnlySpan<byte> raw) => raw.StartsWith("\""u8) && raw.Count((byte)'"') % 2 == 1;
}
