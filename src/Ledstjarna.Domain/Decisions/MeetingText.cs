using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledstjarna.Domain.Decisions;

/// <summary>One line of a meeting, as it was read.</summary>
/// <param name="Line">1 for the first line of the text.</param>
/// <param name="Text">The line as it stands.</param>
public sealed record MeetingItem(int Line, string Text)
{
    /// <summary>The body's abbreviation and the day, where the line itself says them. Null: the meeting's own.</summary>
    public DecisionReference? Reference { get; init; }

    public int? Paragraph { get; init; }

    public string Subject { get; init; } = "";

    public string? DiaryNumber { get; init; }

    public DecisionOutcome? Outcome { get; init; }

    /// <summary>To whom it was referred, as it stands.</summary>
    public string? ReferredTo { get; init; }

    /// <summary>The part that could not be read. Null: all of it could.</summary>
    public string? Unread { get; init; }
}

/// <summary>
/// A whole meeting as lines: <c>§ 173; Ambitionsnivå; KS 2019/160; remitteras till KSPRES</c>. A line may instead begin with a full reference,
/// in any form that memos use. What cannot be read is told, never guessed.
/// </summary>
public static partial class MeetingText
{
    private static readonly (string Word, DecisionOutcome Outcome)[] Outcomes =
    [
        ("bifall", DecisionOutcome.Approved),
        ("godkänn", DecisionOutcome.Approved),
        ("antas", DecisionOutcome.Approved),
        ("avslag", DecisionOutcome.Rejected),
        ("avslås", DecisionOutcome.Rejected),
        ("återremi", DecisionOutcome.SentBack),
        ("bordl", DecisionOutcome.Tabled),
    ];

    /// <summary>Longer than any decision's heading.</summary>
    public const int LongestLine = 2000;

    public static IReadOnlyList<MeetingItem> Read(string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split('\n')
                .Select((line, i) => (Line: i + 1, Text: line.Trim()))
                .Where(l => l.Text.Length > 0)
                .Select(l => Item(l.Line, l.Text)),
        ];

    private static MeetingItem Item(int number, string line)
    {
        var item = new MeetingItem(number, line);
        if (line.Length > LongestLine)
        {
            return item with { Unread = $"{line[..80]} …" };
        }

        string rest;
        if (DecisionReference.AtStart(line) is var (reference, length))
        {
            item = item with { Reference = reference, Paragraph = reference.Paragraph };
            rest = line[length..];
        }
        else if (Numbered().Match(line) is { Success: true } numbered)
        {
            item = item with { Paragraph = int.Parse(numbered.Groups["number"].Value, CultureInfo.InvariantCulture) };
            rest = line[numbered.Length..];
        }
        else
        {
            return item with { Unread = line };
        }

        var parts = rest.Split([';', '\t', '|'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || item.Paragraph == 0)
        {
            return item with { Unread = line };
        }

        return parts.Skip(1).Aggregate(item with { Subject = parts[0].TrimStart('.', ':', ',', '–', '-', ' ') }, With);
    }

    private static MeetingItem With(MeetingItem item, string part) =>
        DiaryNumber().IsMatch(part) ? item with { DiaryNumber = DiaryNumber().Match(part).Groups["number"].Value }
        : Referred().Match(part) is { Success: true } referred
            ? item with
            {
                Outcome = DecisionOutcome.Referred,
                ReferredTo = referred.Groups["to"].Value.TrimEnd('.'),
            }
        : Outcomes
            .Where(o => part.StartsWith(o.Word, StringComparison.OrdinalIgnoreCase))
            .Select(o => (DecisionOutcome?)o.Outcome)
            .FirstOrDefault()
            is { } outcome
            ? item with
            {
                Outcome = outcome,
            }
        : item with { Unread = item.Unread ?? part };

    [GeneratedRegex(@"^(?:§[\s\u00a0]*)?(?<number>\d{1,4})(?!\d)[.:;,\s\u00a0]", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(
        @"^(?:dnr[\s:]*)?(?<number>[A-ZÅÄÖ]{2,8}[\s\u00a0]?\d{4}/\d{1,6})$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex DiaryNumber();

    [GeneratedRegex(
        @"^remi(?:tteras|ss)[\s\u00a0]+till[\s\u00a0]+(?<to>.+)$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Referred();
}
