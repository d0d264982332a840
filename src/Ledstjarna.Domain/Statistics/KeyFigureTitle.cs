using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledstjarna.Domain.Statistics;

/// <summary>
/// A key figure's title taken apart: <c>Elever i åk 9 som är behöriga till yrkesprogram, hemkommun, andel (%) (-2024)</c> is a name, a unit
/// and the last year it was published for. No field of the source tells these.
/// </summary>
/// <param name="Name">What is left of the title.</param>
/// <param name="Unit">As it is shown after a value: "%", "kr/inv". Null: the title does not end in one.</param>
/// <param name="LastYear">The year it was published for last, where the title says that it is discontinued.</param>
public sealed partial record KeyFigureTitle(string Name, string? Unit, int? LastYear)
{
    private const int Patience = 1000;
    private const string Percent = "%";
    private const string ShareMark = "(%)";

    public static KeyFigureTitle Of(string title)
    {
        var text = Tidy(title);
        int? lastYear = null;
        if (Discontinued().Match(text) is { Success: true } marker)
        {
            lastYear = int.Parse(marker.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            text = Tidy(text.Remove(marker.Index, marker.Length));
        }

        var comma = text.LastIndexOf(',');
        var (head, tail) = comma > 0 ? (text[..comma].TrimEnd(), text[(comma + 1)..].Trim().TrimEnd('.')) : (text, "");
        return PlainShare().IsMatch(tail) ? new(head, Percent, lastYear)
            : text.Contains(ShareMark, StringComparison.Ordinal)
                ? new(Tidy(text.Replace(ShareMark, "", StringComparison.Ordinal)).TrimEnd(','), Percent, lastYear)
            : KnownUnit().IsMatch(tail) ? new(head, tail, lastYear)
            : new(text, null, lastYear);
    }

    /// <summary>One space between words, none around; the line breaks that some texts write as letters are breaks.</summary>
    public static string Tidy(string text) =>
        Spaces().Replace(text.Replace("\\n", " ", StringComparison.Ordinal).Replace("\\r", " ", StringComparison.Ordinal), " ").Trim();

    /// <summary>What follows the last "Källa:" of a description, up to the end of its sentence.</summary>
    internal static string? CitedSource(string description)
    {
        var cited = Cited().Matches(Tidy(description)).LastOrDefault()?.Groups["who"].Value.Trim().TrimEnd('.', ';', ',');
        return string.IsNullOrEmpty(cited) ? null : cited;
    }

    [GeneratedRegex(@"\(\s*[-–]\s*(?<year>[0-9]{4})\s*\)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Discontinued();

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"Käll(a|or)\s*[:.]\s*(?<who>.+?)(?=\.\s|\.$|$)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, Patience)]
    private static partial Regex Cited();

    [GeneratedRegex(
        @"^(andel|procent|anel)?\s*(\(%\)|%|procent)$|^procent$",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        Patience
    )]
    private static partial Regex PlainShare();

    [GeneratedRegex(
        @"^((andel|antal|kr|tkr|mkr|mnkr|miljoner|kronor|index|procentenheter|promille|ton|kg|gram|liter|meter|hektar|kvm|kbm|MWh|kWh|MW|år|dagar|timmar|minuter|medelvärde|median|genomsnitt|balanstal|medelbetyg|kvadratkilometer)(?=$|[ /(])|[0-9]* ?[a-zåäö]+/[0-9a-zåäö])",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        Patience
    )]
    private static partial Regex KnownUnit();
}
