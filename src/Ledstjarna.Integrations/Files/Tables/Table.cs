namespace Ledstjarna.Integrations.Files;

/// <summary>Rows of text from a file or a paste, in order. Rows without any text are left out, and there is at least one row.</summary>
/// <param name="Rows">With their numbers in the source.</param>
/// <param name="SheetName">The sheet that was read; null where there are no sheets.</param>
public sealed record Table(IReadOnlyList<TableRow> Rows, string? SheetName)
{
    /// <summary>As a spreadsheet heads it: A for index 0, AB for 27.</summary>
    public static string ColumnName(int column) =>
        column < 26 ? $"{(char)('A' + column)}" : ColumnName((column / 26) - 1) + ColumnName(column % 26);
}

/// <summary>One row. Cells are counted from 0, and every cell past the last that has text is empty.</summary>
public sealed class TableRow
{
    private readonly string[] _cells;
    private readonly int[] _formulas;

    internal TableRow(int number, string[] cells, int[] formulas)
    {
        Number = number;
        _cells = cells;
        _formulas = formulas;
    }

    /// <summary>1-based, as a spreadsheet shows it: blank rows count, and a line break in a quoted cell does not.</summary>
    public int Number { get; }

    /// <summary>Up to and including the last cell that has text.</summary>
    public int Count => _cells.Length;

    /// <summary>
    /// As it stands in a text file, untrimmed. From a workbook: numbers with a decimal point and the digits a spreadsheet shows (at most 15),
    /// percentages as <c>3.5%</c>, days as <c>2022-08-31</c>, with time <c>2022-08-31 13:05:00</c>, truth as SANT and FALSKT, and a formula as
    /// its own text after <c>=</c>.
    /// </summary>
    public string this[int column] => column < _cells.Length ? _cells[column] : "";

    /// <summary>Whether a workbook computes the cell. What it last came to is not told: nothing says that it is still true.</summary>
    public bool IsFormula(int column) => Array.IndexOf(_formulas, column) >= 0;
}
