using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Features.GetStarted;

/// <summary>Units as lines of text: abbreviation; name; kind; under which.</summary>
internal static class UnitLines
{
    private static readonly NewUnit[] UsualUnits =
    [
        new("KF", "Kommunfullmäktige", UnitKind.Council, null),
        new("KS", "Kommunstyrelsen", UnitKind.Board, "KF"),
        new("KSAU", "Kommunstyrelsens arbetsutskott", UnitKind.WorkingCommittee, "KS"),
        new("BUN", "Barn- och utbildningsnämnden", UnitKind.Committee, "KF"),
        new("SN", "Socialnämnden", UnitKind.Committee, "KF"),
        new("MBN", "Miljö- och byggnämnden", UnitKind.Committee, "KF"),
        new("KFN", "Kultur- och fritidsnämnden", UnitKind.Committee, "KF"),
        new("KLK", "Kommunledningskontoret", UnitKind.Administration, "KS"),
    ];

    /// <summary>Those that most municipalities have and this one has not yet.</summary>
    public static string Usual(IEnumerable<Unit> known)
    {
        var there = known.Select(u => u.Abbreviation).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return string.Join(
            '\n',
            UsualUnits
                .Where(u => !there.Contains(u.Abbreviation))
                .Select(u => $"{u.Abbreviation}; {u.Name}; {ChoiceWords.Name(u.Kind)}; {u.Parent}")
        );
    }

    /// <exception cref="DomainRuleException">A line cannot be read; the value is its number.</exception>
    public static IReadOnlyList<NewUnit> Read(string text) =>
        [
            .. text.ReplaceLineEndings("\n")
                .Split('\n')
                .Select((line, i) => (Parts: line.Split([';', '\t']).Select(p => p.Trim()).ToArray(), Line: line.Trim(), Number: i + 1))
                .Where(l => l.Line.Length > 0)
                .Select(l =>
                    l.Parts is [{ Length: > 0 }, { Length: > 0 }, ..]
                        ? new NewUnit(
                            l.Parts[0],
                            l.Parts[1],
                            Kind(l.Parts.ElementAtOrDefault(2), l.Number),
                            l.Parts.ElementAtOrDefault(3) is { Length: > 0 } p ? p : null
                        )
                        : throw new DomainRuleException(RuleCode.Required, "units", $"rad {l.Number}")
                ),
        ];

    private static UnitKind Kind(string? text, int line) =>
        string.IsNullOrEmpty(text)
            ? UnitKind.Committee
            : Enum.GetValues<UnitKind>()
                .Where(k => string.Equals(ChoiceWords.Name(k), text, StringComparison.OrdinalIgnoreCase))
                .Select(k => (UnitKind?)k)
                .FirstOrDefault()
                ?? throw new DomainRuleException(RuleCode.ChoiceUnknown, "units", $"rad {line}: {(text.Length > 40 ? text[..40] : text)}");
}
