namespace Ledstjarna.Domain.Assessment;

/// <summary>Which value counts, or why none does.</summary>
/// <param name="Values">How many values are known up to the cut-off; the last is the current.</param>
/// <param name="ComparableFrom">The index of the first value comparable with the current.</param>
/// <param name="Age">Months from the current value's period to the cut-off.</param>
/// <param name="Source">Fresh or carried; missing when no value is usable.</param>
/// <param name="Missing">Why, when it is missing.</param>
internal readonly record struct Selection(int Values, int ComparableFrom, int Age, ValueSource Source, MissingReason? Missing)
{
    public bool IsUsable => Source != ValueSource.Missing;

    /// <summary>The indicator's own values only; a substitute is not asked here.</summary>
    public static Selection Of(MeasuredIndicator indicator, AssessmentCase @case, Span<KnownValue> values)
    {
        var (count, stated, statedEnd) = indicator.Observations.KnownAt(@case.AsOf, @case.KnownAt, values);
        if (count == 0)
        {
            return new Selection(0, 0, 0, ValueSource.Missing, stated ?? MissingReason.NoValue);
        }

        var current = values[count - 1];
        var age = Periods.Period.Months(current.End, @case.AsOf);
        var source = indicator.SourceAt(age, @case.Principle);
        if (source == ValueSource.Missing)
        {
            return new Selection(count, 0, age, source, stated is not null && statedEnd > current.End ? stated : MissingReason.TooOld);
        }

        var from = indicator.ComparableFrom(current.End);
        var first = count - 1;
        while (first > 0 && values[first - 1].End >= from)
        {
            first--;
        }

        return new Selection(count, first, age, source, null);
    }
}
