namespace Ledstjarna.Integrations.Files;

/// <summary>Why a file is not read.</summary>
public enum TableFault
{
    /// <summary>No row has any text.</summary>
    Empty,
    TooLarge,
    TooLargeUnpacked,

    /// <summary>More files packed in a workbook than one has use for.</summary>
    TooManyPackedFiles,
    TooManyRows,
    TooManyColumns,
    TooManyCells,
    CellTooLong,
    TooSlow,

    /// <summary>The name ends in none of .xlsx, .csv, .tsv and .txt.</summary>
    UnknownKind,

    /// <summary>The content is of another kind than the name says.</summary>
    NotWhatItSays,

    /// <summary>The .xls of before 2007.</summary>
    OldExcel,

    /// <summary>Protected with a password.</summary>
    Encrypted,

    /// <summary>The end is not there.</summary>
    CutOff,

    /// <summary>A workbook that contradicts itself or its checksums.</summary>
    Damaged,

    /// <summary>A workbook with a document type definition, which none needs and attacks use.</summary>
    HasDtd,

    /// <summary>Characters that no text has.</summary>
    NotText,

    /// <summary>A quote opens a cell and none closes it.</summary>
    UnclosedQuote,

    /// <summary>Text stands between the quote that closes a cell and the next cell.</summary>
    TextAfterQuote,

    /// <summary>No sheet has the name asked for, or none is visible.</summary>
    NoSheet,
}

/// <summary>A file or a paste that is not read, and where in it the reason stands.</summary>
/// <param name="fault">Stable: doors translate it to a sentence.</param>
/// <param name="row">1-based, as <see cref="TableRow.Number"/>. Null when no single row is at fault.</param>
/// <param name="column">1-based. Null when no single column is at fault.</param>
/// <param name="inner">What a reader further down said, for the log.</param>
public sealed class TableRefusedException(TableFault fault, int? row = null, int? column = null, Exception? inner = null)
    : Exception($"{fault} {(column is { } c ? Table.ColumnName(c - 1) : "")}{row}".TrimEnd(), inner)
{
    public TableFault Fault { get; } = fault;
    public int? Row { get; } = row;
    public int? Column { get; } = column;
}
