using System.Text;
using System.Text.RegularExpressions;

namespace Ledstjarna.Documents;

/// <summary>Any text, made such that XML and a web page can hold it.</summary>
internal static partial class CleanText
{
    /// <summary>Lines end with \n. What is no character becomes the mark for that; control characters go.</summary>
    public static string Lines(string? text)
    {
        var lines = LineEnd().Replace(text ?? "", "\n");
        var clean = new StringBuilder(lines.Length);
        foreach (var rune in lines.EnumerateRunes()) // half a pair comes as U+FFFD
        {
            if (IsNone(rune.Value))
            {
                clean.Append('\ufffd');
            }
            else if (!Rune.IsControl(rune) || rune.Value is '\n' or '\t')
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>The same on one line, for titles and other names, without space around it.</summary>
    public static string Line(string? text) => Space().Replace(Lines(text), " ").Trim();

    /// <summary>The two last of each plane are no characters, and XML 1.0 forbids those of the first.</summary>
    private static bool IsNone(int value) => (value & 0xfffe) == 0xfffe;

    [GeneratedRegex("\r\n|[\r\v\f\u0085\u2028\u2029]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineEnd();

    [GeneratedRegex("[\n\t ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
