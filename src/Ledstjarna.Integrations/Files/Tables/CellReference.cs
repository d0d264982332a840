using System.Globalization;

namespace Ledstjarna.Integrations.Files;

/// <summary>A cell's place as a workbook writes it.</summary>
/// <param name="Column">From 0.</param>
/// <param name="Row">From 1.</param>
internal readonly record struct CellReference(int Column, int Row)
{
    public const int LastRow = 1_048_576;
    public const int Columns = 16_384;

    /// <summary>Such as <c>AB12</c>, and nothing else.</summary>
    public static CellReference? Parse(ReadOnlySpan<char> text)
    {
        var letters = text.IndexOfAnyExceptInRange('A', 'Z');
        if (letters is < 1 or > 3)
        {
            return null;
        }

        var column = 0;
        foreach (var letter in text[..letters])
        {
            column = (column * 26) + (letter - 'A' + 1);
        }

        return
            column <= Columns
            && int.TryParse(text[letters..], NumberStyles.None, CultureInfo.InvariantCulture, out var row)
            && row is >= 1 and <= LastRow
            ? new(column - 1, row)
            : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Table.ColumnName(Column)}{Row}");
}

/// <summary>The cells from one corner to the other, both included.</summary>
internal readonly record struct CellArea(CellReference First, CellReference Last)
{
    /// <summary>Such as <c>A1:B3</c>. Null when it is a single cell, or nothing.</summary>
    public static CellArea? Parse(ReadOnlySpan<char> text) =>
        text.IndexOf(':') is > 0 and var colon
        && CellReference.Parse(text[..colon]) is { } first
        && CellReference.Parse(text[(colon + 1)..]) is { } last
            ? new(first, last)
            : null;

    public bool Contains(int column, int row) => column >= First.Column && column <= Last.Column && row >= First.Row && row <= Last.Row;
}
