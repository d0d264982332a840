using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Assessment;

/// <summary>The others' values of a period.</summary>
/// <param name="ascending">Values in ascending order.</param>
/// <param name="leftOut">A value among them that is one's own, and no other's. Null: none is.</param>
public readonly ref struct Others(ReadOnlySpan<double> ascending, double? leftOut = null)
{
    private readonly ReadOnlySpan<double> _ascending = ascending;
    private readonly double? _leftOut = leftOut;

    /// <summary>How many others have a value.</summary>
    public int Count => _ascending.Length - (_leftOut is null ? 0 : 1);

    /// <summary>How many lie below a value, and how many are exactly equal to it.</summary>
    public (int Below, int Equal) Against(double value)
    {
        var below = FirstNotBelow(_ascending, value);
        var equal = 0;
        while (below + equal < _ascending.Length && _ascending[below + equal] == value)
        {
            equal++;
        }

        return (below - (_leftOut < value ? 1 : 0), equal - (_leftOut == value ? 1 : 0));
    }

    private static int FirstNotBelow(ReadOnlySpan<double> ascending, double value)
    {
        var (low, high) = (0, ascending.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = ascending[middle] < value ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}

/// <summary>Where the others' values of a period are found.</summary>
public interface IGroup
{
    /// <summary>The first of its periods; all are of its kind. Null: it has none.</summary>
    Period? First { get; }

    /// <summary>Empty when there are none of the period.</summary>
    Others Of(Period period);
}

/// <summary>The others' values as they are given, per period.</summary>
public sealed class ListedGroup : IGroup
{
    private readonly (Period Period, double[] Values)[] _values;

    /// <param name="values">One's own is not among them.</param>
    /// <exception cref="DomainRuleException">A value is not a number, or the periods are of several kinds.</exception>
    public ListedGroup(IReadOnlyList<KeyValuePair<Period, double[]>> values)
    {
        _values = [.. values.Select(g => (g.Key, Sorted(g.Value)))];
        foreach (var (period, known) in _values)
        {
            if (period.Kind != First?.Kind)
            {
                throw new DomainRuleException(RuleCode.PeriodKindsMixed, $"group.{period}", period.ToString());
            }

            foreach (var value in known)
            {
                Require.Finite(value, $"group.{period}");
            }
        }
    }

    public Period? First => _values.Length == 0 ? null : _values[0].Period;

    public Others Of(Period period)
    {
        foreach (var (p, values) in _values)
        {
            if (p == period)
            {
                return new Others(values);
            }
        }

        return default;
    }

    private static double[] Sorted(double[] values)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted;
    }
}
