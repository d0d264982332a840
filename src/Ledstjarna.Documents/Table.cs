namespace Ledstjarna.Documents;

/// <summary>Figures or words in rows and columns. Never for making a layout: it is read aloud cell by cell with its headings.</summary>
/// <param name="Caption">Shown above; what the table shows, in a few words.</param>
/// <param name="Columns">1 to 63.</param>
/// <param name="Rows">Below the headings.</param>
public sealed record Table(string Caption, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows) : Block
{
    /// <summary>What Word can have.</summary>
    public const int MostColumns = 63;

    public IReadOnlyList<TableColumn> Columns { get; } =
        Columns.Count is >= 1 and <= MostColumns ? Columns : throw new ArgumentException("1 to 63 columns.", nameof(Columns));

    /// <summary>Each with as many cells as there are columns.</summary>
    public IReadOnlyList<IReadOnlyList<TableCell>> Rows { get; } =
        Rows.All(r => r.Count == Columns.Count) ? Rows : throw new ArgumentException("A row has another number of cells.", nameof(Rows));

    /// <summary>Whether the first cell of a row says what the row is about.</summary>
    public bool HasHeaderColumn { get; init; }

    /// <summary>For those who cannot see it: how it is laid out, where that is not plain from the headings.</summary>
    public string? Description { get; init; }
}

/// <summary>A column and its heading.</summary>
/// <param name="Header">What the cells below say.</param>
/// <param name="IsNumeric">Figures: to the right, with room for each on one line.</param>
public sealed record TableColumn(string Header, bool IsNumeric = false);

/// <summary>What stands in one place of a table; empty for nothing.</summary>
public sealed record TableCell(IReadOnlyList<Run> Runs)
{
    public TableCell(string text)
        : this(text.Length == 0 ? [] : [new Run(text)]) { }
}
