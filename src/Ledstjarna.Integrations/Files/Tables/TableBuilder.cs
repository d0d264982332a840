namespace Ledstjarna.Integrations.Files;

/// <summary>Gathers the rows and holds them to the limits, wherever they come from.</summary>
internal sealed class TableBuilder(ReadingBudget budget)
{
    private readonly TableLimits _limits = budget.Limits;
    private readonly List<TableRow> _rows = [];
    private readonly List<string> _cells = [];
    private readonly List<int> _formulas = [];
    private int _number;
    private int _cellCount;

    public void StartRow(int number)
    {
        budget.CheckTime();
        _number = number;
        _cells.Clear();
        _formulas.Clear();
    }

    /// <summary>Cells come from left to right; empty ones need not come at all.</summary>
    public void Add(int column, string text, bool isFormula = false)
    {
        if (text.Length == 0)
        {
            return;
        }

        if (column >= _limits.Columns)
        {
            throw Refused(TableFault.TooManyColumns, column);
        }

        if (text.Length > _limits.CellLength)
        {
            throw Refused(TableFault.CellTooLong, column);
        }

        if (!IsText(text))
        {
            throw Refused(TableFault.NotText, column);
        }

        while (_cells.Count < column)
        {
            _cells.Add("");
        }

        _cells.Add(text);
        if (isFormula)
        {
            _formulas.Add(column);
        }
    }

    public void EndRow()
    {
        if (_cells.Count == 0)
        {
            return;
        }

        _cellCount += _cells.Count;
        if (_rows.Count == _limits.Rows)
        {
            throw new TableRefusedException(TableFault.TooManyRows, _number);
        }

        if (_cellCount > _limits.Cells)
        {
            throw new TableRefusedException(TableFault.TooManyCells, _number);
        }

        _rows.Add(new TableRow(_number, [.. _cells], [.. _formulas]));
    }

    public Table Build(string? sheetName = null) =>
        _rows.Count > 0 ? new Table(_rows, sheetName) : throw new TableRefusedException(TableFault.Empty);

    /// <summary>A fault at a cell of the row that is being read.</summary>
    public TableRefusedException Refused(TableFault fault, int column, Exception? inner = null) => new(fault, _number, column + 1, inner);

    /// <summary>No database keeps a NUL, and half a surrogate pair is no character.</summary>
    private static bool IsText(string text)
    {
        if (text.Contains('\0', StringComparison.Ordinal))
        {
            return false;
        }

        for (var i = text.AsSpan().IndexOfAnyInRange('\ud800', '\udfff'); i >= 0 && i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return false;
            }
        }

        return true;
    }
}
