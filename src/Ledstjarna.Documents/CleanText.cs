using System.Text;
using System.Text.RegularExpressions;

namespace Ledstjarna.Documents;

/// <summary>Any text, made such that XML and a web page can hold it.</summary>
internal static partial class CleanText
{
    private const int LongestEdge = 80;

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
            else if ((!Rune.IsControl(rune) || rune.Value is '\n' or '\t') && !IsOverride(rune.Value))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString();
    }

    /// <summary>The same on one line, for titles and other names, without space around it.</summary>
    public static string Line(string? text) => Space().Replace(Lines(text), " ").Trim();

    /// <summary>What stands at the edge of every page has no more room than this.</summary>
    public static string Edge(string? text) =>
        Line(text) is var line && line.Length <= LongestEdge ? line : Lines(line[..(LongestEdge - 1)]) + "…";

    /// <summary>The two last of each plane are no characters, and XML 1.0 forbids those of the first.</summary>
    private static bool IsNone(int value) => (value & 0xfffe) == 0xfffe;

    /// <summary>Turns what follows backwards: the text would say another thing than it shows.</summary>
    private static bool IsOverride(int value) => value is 0x202d or 0x202e;

    [GeneratedRegex("\r\n|[\r\v\f\u0085\u2028\u2029]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex LineEnd();

    [GeneratedRegex("[\n\t ]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
