using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Assessment;

/// <summary>Everything ever recorded of one indicator, ordered so that "as known at" is one pass.</summary>
public sealed class ObservationSeries
{
    public static readonly ObservationSeries Empty = new([]);

    private readonly Entry[] _entries;

    /// <param name="observations">In the order they were written: of two recorded the same day for the same period the later counts.</param>
    public ObservationSeries(IReadOnlyList<Observation> observations)
    {
        _entries = new Entry[observations.Count];
        for (var i = 0; i < _entries.Length; i++)
        {
            var o = observations[i];
            if (o.Period.Kind != observations[0].Period.Kind)
            {
                throw new DomainRuleException(RuleCode.PeriodKindsMixed, $"observations[{i}].period", o.Period.ToString());
            }

            _entries[i] = new Entry(o, i);
        }

        if (!IsOrdered())
        {
            Array.Sort(_entries, Entry.InOrder);
        }
    }

    public int Count => _entries.Length;

    /// <summary>Null when there is nothing.</summary>
    public PeriodKind? Kind => _entries.Length == 0 ? null : _entries[0].Observation.Period.Kind;

    /// <summary>
    /// What was known: one observation per period that ends no later than <paramref name="asOf"/>, the one recorded last but no later than
    /// <paramref name="knownAt"/>. Values go to <paramref name="values"/>, oldest first; the latest stated reason is returned apart.
    /// </summary>
    /// <param name="asOf">The cut-off, included.</param>
    /// <param name="knownAt">The last day whose records count, included. Null: all.</param>
    /// <param name="values">Room for <see cref="Count"/> values.</param>
    /// <returns>How many values there are, and the reason and its period's last day.</returns>
    internal (int Count, MissingReason? Stated, DateOnly StatedEnd) KnownAt(DateOnly asOf, DateOnly? knownAt, Span<KnownValue> values)
    {
        var limit = knownAt ?? DateOnly.MaxValue;
        var count = 0;
        MissingReason? stated = null;
        DateOnly statedEnd = default;
        ReadOnlySpan<Entry> entries = _entries;
        for (var i = 0; i < entries.Length && entries[i].End <= asOf; )
        {
            var end = entries[i].End;
            var latest = -1;
            for (; i < entries.Length && entries[i].End == end; i++)
            {
                latest = entries[i].Recorded <= limit ? i : latest;
            }

            if (latest < 0)
            {
                continue;
            }

            ref readonly var known = ref entries[latest];
            if (known.Observation.Value is { } value)
            {
                values[count++] = new KnownValue(known.Observation.Period, end, value, known.Observation.Margin ?? 0);
            }
            else if (known.Observation.Missing != MissingReason.Withdrawn)
            {
                (stated, statedEnd) = (known.Observation.Missing, end);
            }
        }

        return (count, stated, statedEnd);
    }

    private bool IsOrdered()
    {
        for (var i = 1; i < _entries.Length; i++)
        {
            if (Entry.InOrder(_entries[i - 1], _entries[i]) > 0)
            {
                return false;
            }
        }

        return true;
    }

    private readonly struct Entry(Observation observation, int position)
    {
        public readonly Observation Observation = observation;
        public readonly DateOnly End = observation.Period.End;
        public readonly DateOnly Recorded = observation.Recorded ?? DateOnly.MinValue;
        private readonly int _position = position;

        public static int InOrder(Entry a, Entry b) =>
            a.End != b.End ? a.End.CompareTo(b.End)
            : a.Recorded != b.Recorded ? a.Recorded.CompareTo(b.Recorded)
            : a._position.CompareTo(b._position);
    }
}

/// <summary>A value as it was known.</summary>
internal readonly record struct KnownValue(Period Period, DateOnly End, double Value, double Margin);
