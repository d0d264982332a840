using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Ledstjarna.Domain.Periods;

/// <summary>
/// The stretch of time that a figure is about: <c>2022</c>, <c>2022T1</c>, <c>2022Q3</c>, <c>2022H2</c> or <c>2022-05</c>.
/// Years 1000–9999. Periods of one kind follow one another without gaps; periods of different kinds are never equal.
/// </summary>
public readonly struct Period : IEquatable<Period>, IComparable<Period>
{
    public const int FirstYear = 1000;
    public const int LastYear = 9999;

    private readonly int _ordinal;

    private Period(PeriodKind kind, int ordinal)
    {
        Kind = kind;
        _ordinal = ordinal;
    }

    /// <param name="kind">How the year is divided.</param>
    /// <param name="year">1000–9999.</param>
    /// <param name="part">1 for the year's first part; a year has only part 1.</param>
    public static Period Of(PeriodKind kind, int year, int part = 1) =>
        year is >= FirstYear and <= LastYear && part >= 1 && part <= kind.PartsPerYear()
            ? new Period(kind, (year * kind.PartsPerYear()) + part - 1)
            : throw new DomainRuleException(
                RuleCode.PeriodMalformed,
                "period",
                string.Create(CultureInfo.InvariantCulture, $"{year}/{part}")
            );

    /// <summary>The latest period of a kind whose last day has come. Null: before the first year there is.</summary>
    public static Period? LatestEnded(PeriodKind kind, DateOnly day)
    {
        for (var part = kind.PartsPerYear(); part > 0; part--)
        {
            if (Of(kind, day.Year, part) is var period && period.End <= day)
            {
                return period;
            }
        }

        return day.Year > FirstYear ? Of(kind, day.Year - 1, kind.PartsPerYear()) : null;
    }

    public PeriodKind Kind { get; }

    public int Year => _ordinal / Kind.PartsPerYear();

    /// <summary>1 for the first part of the year.</summary>
    public int Part => (_ordinal % Kind.PartsPerYear()) + 1;

    /// <summary>The period's last day, which belongs to it.</summary>
    public DateOnly End
    {
        get
        {
            var month = Part * (12 / Kind.PartsPerYear());
            return new DateOnly(Year, month, DateTime.DaysInMonth(Year, month));
        }
    }

    /// <summary>The same part of the year before, or null for the first year there is.</summary>
    public Period? YearBefore => Year == FirstYear ? null : new Period(Kind, _ordinal - Kind.PartsPerYear());

    /// <summary>The period that many periods of its kind later, or null past the last year there is.</summary>
    /// <param name="periods">0 or more.</param>
    public Period? Later(int periods) =>
        (long)_ordinal + periods is var ordinal && ordinal / Kind.PartsPerYear() <= LastYear ? new Period(Kind, (int)ordinal) : null;

    public static Period Parse(ReadOnlySpan<char> text, string field = "period") =>
        TryParse(text, out var period)
            ? period
            : throw new DomainRuleException(RuleCode.PeriodMalformed, field, text.Length <= 40 ? text.ToString() : null);

    public static bool TryParse(ReadOnlySpan<char> text, out Period period)
    {
        period = default;
        if (text.Length < 4 || !Digits(text[..4], out var year) || year < FirstYear)
        {
            return false;
        }

        var (kind, part) = text[4..] switch
        {
            [] => (PeriodKind.Year, 1),
            ['T', var d] => (PeriodKind.Tertial, d - '0'),
            ['Q', var d] => (PeriodKind.Quarter, d - '0'),
            ['H', var d] => (PeriodKind.HalfYear, d - '0'),
            ['-', var a, var b] when char.IsAsciiDigit(a) && char.IsAsciiDigit(b) => (PeriodKind.Month, ((a - '0') * 10) + b - '0'),
            _ => (PeriodKind.Year, 0),
        };
        if (part < 1 || part > kind.PartsPerYear())
        {
            return false;
        }

        period = Of(kind, year, part);
        return true;
    }

    /// <summary>Whole months from one day to another, counted by calendar month and not by day: 31 January to 1 February is one.</summary>
    public static int Months(DateOnly from, DateOnly to) => ((to.Year - from.Year) * 12) + to.Month - from.Month;

    public override string ToString() =>
        Kind switch
        {
            PeriodKind.Tertial => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}T{Part}"),
            PeriodKind.Quarter => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}Q{Part}"),
            PeriodKind.HalfYear => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}H{Part}"),
            PeriodKind.Month => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}-{Part:00}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"{Year:0000}"),
        };

    public bool Equals(Period other) => Kind == other.Kind && _ordinal == other._ordinal;

    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Period other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(Kind, _ordinal);

    /// <summary>By last day; of periods that end on the same day, the coarser kind first.</summary>
    public int CompareTo(Period other) =>
        Kind == other.Kind ? _ordinal.CompareTo(other._ordinal)
        : End.CompareTo(other.End) is not 0 and var byEnd ? byEnd
        : Kind.CompareTo(other.Kind);

    public static bool operator ==(Period left, Period right) => left.Equals(right);

    public static bool operator !=(Period left, Period right) => !left.Equals(right);

    public static bool operator <(Period left, Period right) => left.CompareTo(right) < 0;

    public static bool operator >(Period left, Period right) => left.CompareTo(right) > 0;

    public static bool operator <=(Period left, Period right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Period left, Period right) => left.CompareTo(right) >= 0;

    private static bool Digits(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
