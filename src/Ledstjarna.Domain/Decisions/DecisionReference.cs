using System.Globalization;
using System.Text.RegularExpressions;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Decisions;

/// <summary>A decision as people point to it: <c>KS 2022-08-17 § 173</c>.</summary>
/// <param name="Body">The abbreviation, in capitals.</param>
/// <param name="MeetingDate">The meeting's day; the first of the month where only the month is given.</param>
/// <param name="DayIsKnown">Whether the day is given.</param>
/// <param name="Paragraph">The §, 1 or more; null when none is given.</param>
public sealed partial record DecisionReference(string Body, DateOnly MeetingDate, bool DayIsKnown = true, int? Paragraph = null)
{
    private static readonly string[] Months =
    [
        "januari",
        "februari",
        "mars",
        "april",
        "maj",
        "juni",
        "juli",
        "augusti",
        "september",
        "oktober",
        "november",
        "december",
    ];

    /// <summary>Bodies in words, in whatever form they stand in a sentence; the longest first, for one begins another.</summary>
    private static readonly (string Word, string Body)[] BodiesInWords =
    [
        ("kommunstyrelsens arbetsutskott", "KSAU"),
        ("kommunstyrelsens presidium", "KSPRES"),
        ("kommunfullmäktige", "KF"),
        ("kommunstyrelsen", "KS"),
        ("arbetsutskottet", "KSAU"),
        ("fullmäktige", "KF"),
    ];

    /// <summary>Reads one reference and nothing else.</summary>
    public static DecisionReference Parse(string text, string field = "decision")
    {
        var match = Form().Match(text);
        return match.Success && match.Index == 0 && match.Length == text.TrimEnd(' ', '.', '\u00a0').Length && Read(match) is { } reference
            ? reference
            : throw new DomainRuleException(
                RuleCode.ParagraphMalformed,
                field,
                text.Length <= 60 ? text : string.Concat(text.AsSpan(0, 60), "…")
            );
    }

    /// <summary>Every reference in a running text that says body and date, in order.</summary>
    public static IEnumerable<DecisionReference> FindIn(string text) => Form().Matches(text).Select(Read).OfType<DecisionReference>();

    /// <summary>The reference that a text begins with, and how long it is. Null: it begins with something else.</summary>
    public static (DecisionReference Reference, int Length)? AtStart(string text)
    {
        var match = Form().Match(text);
        return match.Success && match.Index == 0 && Read(match) is { Paragraph: not null } reference ? (reference, match.Length) : null;
    }

    /// <summary>Every § in a running text that no reference takes in, as it stands: what could not be read as a decision.</summary>
    public static IEnumerable<string> UnreadIn(string text)
    {
        var read = Form().Matches(text).Where(m => Read(m) is not null).Select(m => (From: m.Index, To: m.Index + m.Length)).ToList();
        return Paragraphs().Matches(text).Where(m => !read.Exists(r => r.From <= m.Index && m.Index < r.To)).Select(m => m.Value.Trim());
    }

    /// <summary>As written in a memo: the § without leading zeros.</summary>
    public override string ToString()
    {
        var day = MeetingDate.ToString(DayIsKnown ? "yyyy-MM-dd" : "yyyy-MM", CultureInfo.InvariantCulture);
        return Paragraph is { } p ? string.Create(CultureInfo.InvariantCulture, $"{Body} {day} § {p}") : $"{Body} {day}";
    }

    private static DecisionReference? Read(Match match)
    {
        var words = match.Groups["words"].Value;
        var body =
            words.Length == 0
                ? match.Groups["body"].Value
                : BodiesInWords.First(b => words.StartsWith(b.Word, StringComparison.OrdinalIgnoreCase)).Body;
        var paragraph = match.Groups["paragraph"].Value;
        int? number = paragraph.Length == 0 ? null : int.Parse(paragraph, NumberStyles.None, CultureInfo.InvariantCulture);
        if (number == 0)
        {
            return null;
        }

        if (match.Groups["iso"].Success)
        {
            return DateText.TryParse(match.Groups["iso"].Value, out var date) ? new(body, date, true, number) : null;
        }

        var year = int.Parse(match.Groups["year"].Value, NumberStyles.None, CultureInfo.InvariantCulture);
        var isoMonth = match.Groups["isoMonth"].Value;
        var month =
            isoMonth.Length > 0
                ? int.Parse(isoMonth, NumberStyles.None, CultureInfo.InvariantCulture)
                : Array.FindIndex(Months, m => m.Equals(match.Groups["month"].Value, StringComparison.OrdinalIgnoreCase)) + 1;
        var day = match.Groups["day"].Value;
        var number2 = day.Length == 0 ? 1 : int.Parse(day, NumberStyles.None, CultureInfo.InvariantCulture);
        return month is >= 1 and <= 12 && year >= Period.FirstYear && number2 >= 1 && number2 <= DateTime.DaysInMonth(year, month)
            ? new(body, new DateOnly(year, month, number2), day.Length > 0, number)
            : null;
    }

    // Body, in letters or in words; at most a few small words between ("beslutade", "gav enligt", "godkände i"); a date; perhaps a §.
    [GeneratedRegex(
        """
            (?:\b(?<words>kommunstyrelsens\ arbetsutskott|kommunstyrelsens\ presidium|kommunfullmäktige|kommunstyrelsen|arbetsutskottet|fullmäktige)s?
              |(?-i:\b(?<body>[A-ZÅÄÖ]{2,8})))
            (?:[\s ]+(?:beslut|beslutade|beslutat|beslutades|gav|enligt|godkände|antog|i|den|vid|sammanträdet|av)){0,4}[\s ]+
            (?:(?<iso>\d{4}-\d{2}-\d{2})(?!\d)
              |(?<year>\d{4})-(?<isoMonth>\d{2})(?![-\d])
              |(?:(?<day>\d{1,2})[\s ]+)?(?<month>januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)[\s ]+(?<year>\d{4})\b)
            (?:[\s ]*(?:,[\s ]*)?§[\s ]*(?<paragraph>\d{1,4})(?!\d))?
            """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Form();

    [GeneratedRegex(@"[^\s.;,]*[\s\u00a0]?§[\s\u00a0]*\d{1,4}(?:[\s\u00a0]+[^\s.;,]+){0,3}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Paragraphs();
}
