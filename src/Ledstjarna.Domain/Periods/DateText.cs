using System.Globalization;

namespace Ledstjarna.Domain.Periods;

/// <summary>Dates as text: <c>2022-08-31</c> and nothing else, years 1000–9999.</summary>
public static class DateText
{
    public static bool TryParse(ReadOnlySpan<char> text, out DateOnly date) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out date)
        && date.Year >= Period.FirstYear;

    public static DateOnly Parse(ReadOnlySpan<char> text, string field) =>
        TryParse(text, out var date)
            ? date
            : throw new DomainRuleException(RuleCode.DateMalformed, field, text.Length <= 40 ? text.ToString() : null);
}
