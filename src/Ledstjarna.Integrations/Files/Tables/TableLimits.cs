namespace Ledstjarna.Integrations.Files;

/// <summary>How much of a file is read before it is refused. All are inclusive.</summary>
public sealed record TableLimits
{
    public static TableLimits Default { get; } = new();

    /// <summary>Of the file as it was sent, or of pasted text as UTF-8.</summary>
    public long FileBytes { get; init; } = 20 * 1024 * 1024;

    /// <summary>Of everything that is unpacked from a workbook, counted as it comes out.</summary>
    public long UnpackedBytes { get; init; } = 200 * 1024 * 1024;

    /// <summary>Files packed in a workbook.</summary>
    public int PackedFiles { get; init; } = 10_000;

    /// <summary>Rows with text.</summary>
    public int Rows { get; init; } = 200_000;

    public int Columns { get; init; } = 200;

    /// <summary>In all rows, empty cells between others included.</summary>
    public int Cells { get; init; } = 5_000_000;

    /// <summary>UTF-16 characters, as a spreadsheet counts them.</summary>
    public int CellLength { get; init; } = 32_767;

    /// <summary>By the clock, from the first byte asked for.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(30);
}
