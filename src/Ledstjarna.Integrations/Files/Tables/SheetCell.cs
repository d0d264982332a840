namespace Ledstjarna.Integrations.Files;

/// <summary>A cell to be written in a workbook: text, which is never taken for a formula or a number, or a number.</summary>
public readonly record struct SheetCell
{
    private readonly string? _text;

    private SheetCell(string? text, double? number)
    {
        _text = text;
        Value = number;
    }

    /// <summary>Empty when it is a number.</summary>
    public string Text => _text ?? "";

    /// <summary>Finite. Null when it is text.</summary>
    public double? Value { get; }

    public static SheetCell OfText(string? text) => new(text, null);

    /// <param name="number">Null leaves the cell empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">It is not finite, and no sheet can hold it.</exception>
    public static SheetCell OfNumber(double? number) =>
        number is { } n && !double.IsFinite(n) ? throw new ArgumentOutOfRangeException(nameof(number)) : new(null, number);
}
