using System.Globalization;

namespace Ledstjarna.Domain.Indicators;

/// <summary>What someone meant by what stands where a figure should.</summary>
public enum FigureKind
{
    /// <summary>Nothing: no figure, and never zero.</summary>
    Blank,

    Value,

    /// <summary>A mark that a figure is missing, such as <c>..</c>: why must be asked, for the mark does not say.</summary>
    AsksForReason,

    NotANumber,
}

/// <summary>
/// A figure as people type it, and spreadsheets write it: <c>1 234,5</c>, <c>−3,5 %</c>, <c>0.1</c>. What can be read in two ways is refused
/// rather than guessed, but for one point or comma, which always begins the decimals: <c>1.234</c> is a little more than one.
/// </summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">Set when it is a value, and finite. A percentage is not divided: <c>3,5 %</c> is 3.5.</param>
/// <param name="IsPercent">Whether a percent sign follows.</param>
public readonly record struct FigureText(FigureKind Kind, double? Value = null, bool IsPercent = false)
{
    /// <summary>The largest figure, inclusive, of either sign.</summary>
    public const double Largest = 1e15;

    /// <summary>Beyond these a double no longer holds what was typed. Zeros before and after do not count.</summary>
    public const int SignificantDigits = 15;

    private const int Longest = 40;
    private const string Points = ".,";
    private const string Minuses = "-−–";

    // Ordinary, no-break, narrow no-break, thin and figure space.
    private const string Spaces = " \u00a0\u202f\u2009\u2007";
    private const string Apostrophes = "'’";

    private static readonly string[] MissingMarks = ["..", "…", ".", "-", "–", "—", "−", "x", "X"];

    /// <summary>Space around it is let be. Digits are 0–9, thousands stand in threes, and there is at least one digit on each side of the point.</summary>
    public static FigureText Parse(string? text)
    {
        var typed = (text ?? "").AsSpan().Trim();
        if (typed.IsEmpty)
        {
            return new(FigureKind.Blank);
        }

        foreach (var mark in MissingMarks)
        {
            if (typed.SequenceEqual(mark))
            {
                return new(FigureKind.AsksForReason);
            }
        }

        var isPercent = typed[^1] == '%';
        return typed.Length <= Longest && Number(isPercent ? typed[..^1].TrimEnd() : typed) is { } number
            ? new(FigureKind.Value, number, isPercent)
            : new(FigureKind.NotANumber);
    }

    private static double? Number(ReadOnlySpan<char> typed)
    {
        var isNegative = typed.Length > 0 && Minuses.Contains(typed[0], StringComparison.Ordinal);
        var unsigned = isNegative || typed.StartsWith('+') ? typed[1..] : typed;
        var point = unsigned.LastIndexOfAny(Points);
        var whole = point < 0 ? unsigned : unsigned[..point];
        var decimals = point < 0 ? default : unsigned[(point + 1)..];
        if (point >= 0 && !IsDigits(decimals))
        {
            return null;
        }

        // A point is a thousands separator only when a comma has already shown that it cannot be the decimal one, and the other way round.
        var otherPoint = point < 0 ? "" : Points.Replace(unsigned[point].ToString(), "", StringComparison.Ordinal);
        if (WithoutGroups(whole, otherPoint) is not { } digits || IsTooExact(digits, decimals))
        {
            return null;
        }

        var value = double.Parse($"{digits}.{decimals}0", NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        return value > Largest ? null
            : isNegative && value > 0 ? -value
            : value;
    }

    /// <summary>The digits alone, if they stand alone or in groups of three with one kind of separator. A grouped number does not begin with zero.</summary>
    private static string? WithoutGroups(ReadOnlySpan<char> whole, string otherPoint)
    {
        if (IsDigits(whole))
        {
            return whole.ToString();
        }

        foreach (var separators in (ReadOnlySpan<string>)[Spaces, Apostrophes, otherPoint])
        {
            var first = whole.IndexOfAny(separators);
            if (first is < 1 or > 3 || whole[0] == '0' || !IsDigits(whole[..first]))
            {
                continue;
            }

            var digits = whole[..first].ToString();
            for (var rest = whole[first..]; !rest.IsEmpty; rest = rest[4..])
            {
                if (rest.Length < 4 || !separators.Contains(rest[0], StringComparison.Ordinal) || !IsDigits(rest[1..4]))
                {
                    return null;
                }

                digits += rest[1..4].ToString();
            }

            return digits;
        }

        return null;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && !text.ContainsAnyExceptInRange('0', '9');

    private static bool IsTooExact(string whole, ReadOnlySpan<char> decimals) =>
        string.Concat(whole, decimals).AsSpan().Trim('0').Length > SignificantDigits;
}
