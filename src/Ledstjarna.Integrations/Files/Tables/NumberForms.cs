using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledstjarna.Integrations.Files;

/// <summary>What a number in a workbook is shown as.</summary>
internal enum NumberForm
{
    Number,
    Percent,
    Day,

    /// <summary>Hours, minutes and seconds without a day.</summary>
    Time,
}

/// <summary>Tells from a workbook's styles what its numbers are: only the style tells a day from the number it is kept as.</summary>
internal static partial class NumberForms
{
    /// <summary>Characters that Excel lets a code have.</summary>
    private const int LongestCode = 255;

    /// <summary>The form of each style, in the order cells point to them.</summary>
    public static List<NumberForm> Read(PackedXml xml)
    {
        using var _ = xml;
        var custom = new Dictionary<string, NumberForm>(StringComparer.Ordinal);
        var styles = new List<string>();
        foreach (var group in xml.Children())
        {
            foreach (var element in group is "numFmts" or "cellXfs" ? xml.Children() : [])
            {
                if (element == "numFmt" && xml["numFmtId"] is { } id)
                {
                    custom[id] = Of(xml["formatCode"] ?? "");
                }
                else if (element == "xf")
                {
                    styles.Add(xml["numFmtId"] ?? "0");
                }
            }
        }

        xml.Finish();
        return [.. styles.Select(s => custom.TryGetValue(s, out var form) ? form : BuiltIn(s))];
    }

    /// <summary>The forms that have a number instead of a code; 27–36 and 50–58 are days of East Asia.</summary>
    private static NumberForm BuiltIn(string id) =>
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number switch
            {
                9 or 10 => NumberForm.Percent,
                14 or 15 or 16 or 17 or 22 => NumberForm.Day,
                18 or 19 or 20 or 21 or 45 or 46 or 47 => NumberForm.Time,
                (>= 27 and <= 36) or (>= 50 and <= 58) => NumberForm.Day,
                _ => NumberForm.Number,
            }
            : NumberForm.Number;

    /// <summary>By the letters that stand for parts of a day, once quoted and escaped text is gone. An m is a month unless hours or seconds stand with it.</summary>
    private static NumberForm Of(string code)
    {
        code = code[..Math.Min(code.Length, LongestCode)];
        var letters = NotShown().Replace(code, "").Split(';')[0].ToUpperInvariant();
        var (day, time) = (letters.AsSpan().ContainsAny("YD"), ElapsedTime().IsMatch(code) || letters.AsSpan().ContainsAny("HS"));
        return day ? NumberForm.Day
            : time ? NumberForm.Time
            : letters.Contains('M', StringComparison.Ordinal) ? NumberForm.Day
            : letters.Contains('%', StringComparison.Ordinal) ? NumberForm.Percent
            : NumberForm.Number;
    }

    /// <summary>Quoted text, an escaped character, padding, colours and currencies in brackets, and the word General.</summary>
    [GeneratedRegex(
        """
            "[^"]*"|[\\_*].|\[[^\]]*\]|General
            """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex NotShown();

    [GeneratedRegex(
        @"\[(h+|m+|s+)\]",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ElapsedTime();
}
