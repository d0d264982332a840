using System.Globalization;

namespace Ledstjarna.Integrations.Files;

/// <summary>Writes a workbook's numbers out as text, as their style has them shown.</summary>
/// <param name="forms">Of each style.</param>
/// <param name="from1904">Whether days are counted from 1904 instead of 1900.</param>
internal sealed class SheetNumbers(List<NumberForm> forms, bool from1904)
{
    private const string Plain = "0.############################";
    private const int SecondsOfDay = 86_400;

    /// <summary>Excel takes 1900 for a leap year: before 1 March that year its days are one off.</summary>
    private const int FirstSureDay = 61;

    /// <summary>Some ten thousand years; no more is a time.</summary>
    private const double LongestTime = 3_650_000;

    private DateTime FirstDay => from1904 ? new(1904, 1, 1) : new(1899, 12, 30);

    /// <returns>Null: it is no number, or no style.</returns>
    public string? Text(ReadOnlySpan<char> written, int style)
    {
        if (
            !double.TryParse(written, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            || !double.IsFinite(value)
            || style < 0
            || (style >= forms.Count && style > 0)
        )
        {
            return null;
        }

        return (style < forms.Count ? forms[style] : NumberForm.Number) switch
        {
            NumberForm.Percent => Decimal(value) is { } d ? (d * 100).ToString(Plain, CultureInfo.InvariantCulture) + "%" : Number(value),
            NumberForm.Day => Day(value) ?? Number(value),
            NumberForm.Time when value is >= 0 and <= LongestTime => Time(value),
            _ => Number(value),
        };
    }

    /// <summary>With the digits that spreadsheets show: the sixteenth and on are traces of computing in binary.</summary>
    private static string Number(double value) =>
        Decimal(value)?.ToString(Plain, CultureInfo.InvariantCulture) ?? value.ToString("G15", CultureInfo.InvariantCulture);

    /// <summary>Null when a decimal cannot hold all fifteen digits, or those of a hundred times more.</summary>
    private static decimal? Decimal(double value) =>
        value == 0 ? 0
        : Math.Abs(value) is >= 1e-13 and < 1e26
            ? decimal.Parse(value.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
        : null;

    /// <summary>The time of day only when there is one.</summary>
    public static string Day(DateTime time) =>
        time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>Null outside the days that a spreadsheet can show.</summary>
    private string? Day(double days)
    {
        var seconds = Math.Round(days * SecondsOfDay);
        return days >= (from1904 ? 0 : FirstSureDay) && seconds < (DateTime.MaxValue - FirstDay).TotalSeconds
            ? Day(FirstDay.AddSeconds(seconds))
            : null;
    }

    /// <summary>Hours may be more than a day has.</summary>
    private static string Time(double days)
    {
        var seconds = (long)Math.Round(days * SecondsOfDay);
        return string.Create(CultureInfo.InvariantCulture, $"{seconds / 3600:00}:{seconds / 60 % 60:00}:{seconds % 60:00}");
    }
}
