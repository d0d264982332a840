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

    /// <summary>What the line itself says it is. Null: as the meeting's others.</summary>
    public DecisionKind? Kind { get; init; }

    /// <summary>How far the line itself says that its minutes have come. Null: as the meeting's others.</summary>
    public MinutesState? Minutes { get; init; }

    /// <summary>To whom it was referred, as it stands.</summary>
    public string? ReferredTo { get; init; }

    /// <summary>The part that could not be read. Null: all of it could.</summary>
    public string? Unread { get; init; }
}

/// <summary>
/// A whole meeting as lines: <c>§ 173; Ambitionsnivå; KS 2019/160; remitteras till KSPRES</c>. A line may instead begin with a full reference,
/// in any form that memos use, or be a § alone with its heading and diary number on the lines below, as minutes have it. What cannot be read is
/// told, never guessed.
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

    /// <param name="text">As it was pasted.</param>
    /// <param name="diaryNumbers">Those of the matters that are known, as they stand there; others are read by their usual form.</param>
    public static IReadOnlyList<MeetingItem> Read(string text, IReadOnlyCollection<string>? diaryNumbers = null)
    {
        var known = (diaryNumbers ?? []).Select(Plain).ToHashSet(StringComparer.Ordinal);
        return [.. Blocks(text, known).Select(l => Item(l.Line, l.Text, known))];
    }

    /// <summary>A diary number without what people write differently.</summary>
    public static string Plain(string number) => string.Concat(number.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

    /// <summary>Each decision on one line: a § alone takes its heading and its diary number from the lines below it.</summary>
    private static IEnumerable<(int Line, string Text)> Blocks(string text, HashSet<string> known)
    {
        var lines = text.ReplaceLineEndings("\n")
            .Split('\n')
            .Select((line, i) => (Line: i + 1, Text: line.Trim()))
            .Where(l => l.Text.Length > 0)
            .ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            var (line, block) = lines[i];
            if (Alone().IsMatch(block))
            {
                string? diary = null;
                string? heading = null;
                while (
                    i + 1 < lines.Count && lines[i + 1].Text is var next && !next.StartsWith('§') && DecisionReference.AtStart(next) is null
                )
                {
                    if (diary is null && IsDiaryNumber(next, known))
                    {
                        diary = next;
                    }
                    else if (heading is null && !next.Contains(';', StringComparison.Ordinal))
                    {
                        heading = next;
                    }
                    else
                    {
                        break;
                    }

                    i++;
                }

                block = string.Join("; ", new[] { block, heading, diary }.OfType<string>());
            }

            yield return (line, block);
        }
    }

    private static MeetingItem Item(int number, string line, HashSet<string> known)
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

        var subject = parts[0].TrimStart('.', ':', ',', '–', '-', ' ');
        item = item with { Subject = subject };
        if (parts.Length == 1 && subject.StartsWith("att ", StringComparison.OrdinalIgnoreCase))
        {
            item = OfSentence(item, subject);
        }

        return parts.Skip(1).Aggregate(item, (made, part) => With(made, part, known));
    }

    /// <summary>A decision in a sentence: <c>… att ärendet remitteras till kommunstyrelsens presidium för beredning</c>.</summary>
    private static MeetingItem OfSentence(MeetingItem item, string sentence) =>
        ReferredWithin().Match(sentence) is { Success: true } referred
            ? item with
            {
                Outcome = DecisionOutcome.Referred,
                ReferredTo = referred.Groups["to"].Value.TrimEnd('.', ' '),
            }
        : sentence.Contains("återremitteras", StringComparison.OrdinalIgnoreCase) ? item with { Outcome = DecisionOutcome.SentBack }
        : sentence.Contains("bordläggs", StringComparison.OrdinalIgnoreCase) ? item with { Outcome = DecisionOutcome.Tabled }
        : sentence.Contains("avslås", StringComparison.OrdinalIgnoreCase) ? item with { Outcome = DecisionOutcome.Rejected }
        : item;

    private static bool IsDiaryNumber(string part, HashSet<string> known) =>
        DiaryNumber().Match(part) is { Success: true } || known.Contains(Plain(Dnr().Replace(part, "")));

    private static MeetingItem With(MeetingItem item, string part, HashSet<string> known) =>
        IsDiaryNumber(part, known) ? item with { DiaryNumber = Dnr().Replace(part, "") }
        : part.Equals("förslag", StringComparison.OrdinalIgnoreCase) ? item with { Kind = DecisionKind.Proposal }
        : part.Equals("beslut", StringComparison.OrdinalIgnoreCase) ? item with { Kind = DecisionKind.Decision }
        : part.StartsWith("omedelbart justera", StringComparison.OrdinalIgnoreCase) ? item with { Minutes = MinutesState.AdjustedAtOnce }
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

    // Without a § the number ends with a mark: "10 ledamöter yrkade" is no § 10.
    [GeneratedRegex(
        @"^(?:§[\s\u00a0]*(?<number>\d{1,4})(?!\d)[.:;,\s\u00a0]|(?<number>\d{1,4})[.:;\t])",
        RegexOptions.CultureInvariant,
        1000
    )]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^§[\s\u00a0]*\d{1,4}\.?$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Alone();

    [GeneratedRegex(@"^dnr[\s:.]*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Dnr();

    [GeneratedRegex(
        @"(?<!åter)remitteras[\s\u00a0]+till[\s\u00a0]+(?<to>[^,;]+?)(?=[\s\u00a0]+(?:för|innan|inför|med|och)[\s\u00a0]|[.,;]|$)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex ReferredWithin();

    [GeneratedRegex(
        @"^(?:dnr[\s:.]*)?(?<number>[A-ZÅÄÖ]{2,8}[\s\u00a0]?\d{4}/[\d.:-]{1,12})$",
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
