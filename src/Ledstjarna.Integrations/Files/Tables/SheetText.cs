using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledstjarna.Integrations.Files;

/// <summary>Text in a workbook: a character that XML cannot hold is written <c>_x000D_</c>, and what happens to look so has its first mark escaped.</summary>
internal static partial class SheetText
{
    /// <summary>The characters that a longest cell may take when each is escaped: what is longer is too long once decoded, too.</summary>
    public static long LongestWritten(TableLimits limits) => 7L * limits.CellLength;

    public static string Decode(string written) =>
        written.Contains("_x", StringComparison.Ordinal)
            ? Escape()
                .Replace(
                    written,
                    m => $"{(char)ushort.Parse(m.ValueSpan[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)}"
                )
            : written;

    public static string Encode(string text) => NeedsEscape().Replace(text, m => $"_x{(int)m.ValueSpan[0]:X4}_");

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();

    /// <summary>Control characters, half surrogate pairs, what is no character, and an underscore that could be taken for the beginning of an escape.</summary>
    [GeneratedRegex(
        @"[\x00-\x08\x0b-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]|_(?=x[0-9A-Fa-f]{4})",
        RegexOptions.None,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NeedsEscape();
}
