using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.Statistics;

/// <summary>The municipalities, each in its column, the same for every key figure. In the order of their codes.</summary>
public sealed class MunicipalityColumns
{
    private readonly Dictionary<MunicipalityCode, int> _columns;

    public MunicipalityColumns(IEnumerable<MunicipalityCode> codes)
    {
        Codes = [.. codes.Distinct().OrderBy(c => c.Value, StringComparer.Ordinal)];
        _columns = Codes.Select((code, column) => (code, column)).ToDictionary(c => c.code, c => c.column);
    }

    public IReadOnlyList<MunicipalityCode> Codes { get; }

    public int Count => Codes.Count;

    /// <summary>Null: it is none of these.</summary>
    public int? Of(MunicipalityCode code) => _columns.TryGetValue(code, out var column) ? column : null;
}

/// <summary>
/// One key figure's values for all municipalities and years, for one gender, side by side in memory: [year][municipality]. A hole is a value that
/// the source does not have, never zero. It does not change: newer values are another one.
/// </summary>
public sealed class NationalFigures
{
    private readonly double[] _values;
    private readonly double[][] _ascending;
    private readonly Place[] _places;
    private readonly int _fullest;

    /// <param name="columns">The municipalities.</param>
    /// <param name="firstYear">The year of the first row.</param>
    /// <param name="years">How many rows; a year without values is a row of holes.</param>
    /// <param name="values">Row by row; NaN is a hole. Taken over, not copied.</param>
    public NationalFigures(MunicipalityColumns columns, int firstYear, int years, double[] values)
    {
        if (values.Length != years * columns.Count)
        {
            throw new ArgumentException("a value or a hole for each municipality and year", nameof(values));
        }

        (Columns, FirstYear, Years, _values) = (columns, firstYear, years, values);
        _ascending = new double[years][];
        _places = new Place[values.Length];
        for (var i = 0; i < years; i++)
        {
            _ascending[i] = Sort(values.AsSpan(i * columns.Count, columns.Count), _places.AsSpan(i * columns.Count, columns.Count));
            _fullest = Math.Max(_fullest, _ascending[i].Length);
        }
    }

    public MunicipalityColumns Columns { get; }

    public int FirstYear { get; }

    /// <summary>How many years there are rows for.</summary>
    public int Years { get; }

    public int LastYear => FirstYear + Years - 1;

    /// <summary>One of a single year.</summary>
    public static NationalFigures OfYear(MunicipalityColumns columns, int year, IEnumerable<KeyValuePair<MunicipalityCode, double>> values)
    {
        var row = Holes(columns.Count);
        foreach (var (code, value) in values)
        {
            if (columns.Of(code) is { } column)
            {
                row[column] = value;
            }
        }

        return new NationalFigures(columns, year, 1, row);
    }

    /// <summary>Of single values, in any order.</summary>
    /// <param name="columns">The municipalities; values of others are let be.</param>
    /// <param name="values">At least one.</param>
    public static NationalFigures Of(MunicipalityColumns columns, IEnumerable<(int Year, MunicipalityCode Code, double Value)> values)
    {
        var all = values.ToList();
        var (first, last) = (all.Min(v => v.Year), all.Max(v => v.Year));
        var cells = Holes((last - first + 1) * columns.Count);
        foreach (var (year, code, value) in all)
        {
            if (columns.Of(code) is { } column)
            {
                cells[((year - first) * columns.Count) + column] = value;
            }
        }

        return new NationalFigures(columns, first, last - first + 1, cells);
    }

    public static double[] Holes(int count)
    {
        var values = new double[count];
        Array.Fill(values, double.NaN);
        return values;
    }

    /// <summary>Each municipality's value of a year, holes as NaN; empty for a year without a row.</summary>
    public ReadOnlySpan<double> Row(int year) => HasRow(year) ? _values.AsSpan((year - FirstYear) * Columns.Count, Columns.Count) : [];

    /// <summary>The values there are of a year, in ascending order.</summary>
    public ReadOnlySpan<double> Ascending(int year) => HasRow(year) ? _ascending[year - FirstYear] : [];

    /// <summary>Each municipality's place among those that have a value of a year; of a hole it says nothing. Empty for a year without a row.</summary>
    internal ReadOnlySpan<Place> Places(int year) => HasRow(year) ? _places.AsSpan((year - FirstYear) * Columns.Count, Columns.Count) : [];

    public double? Of(int year, MunicipalityCode code) =>
        HasRow(year)
        && Columns.Of(code) is { } column
        && _values[((year - FirstYear) * Columns.Count) + column] is var value
        && !double.IsNaN(value)
            ? value
            : null;

    /// <summary>Every municipality that has a value for the year.</summary>
    public Dictionary<MunicipalityCode, double> ByMunicipality(int year)
    {
        var values = new Dictionary<MunicipalityCode, double>();
        var row = Row(year);
        for (var column = 0; column < row.Length; column++)
        {
            if (!double.IsNaN(row[column]))
            {
                values.Add(Columns.Codes[column], row[column]);
            }
        }

        return values;
    }

    /// <summary>
    /// The latest year up to one that says something of the country: at least half as many have a value as in the fullest year.
    /// </summary>
    /// <param name="year">The latest that is asked for, included.</param>
    /// <returns>Null: there is none.</returns>
    public int? LatestYear(int year)
    {
        for (var y = Math.Min(year, LastYear); y >= FirstYear; y--)
        {
            if (_ascending[y - FirstYear].Length is > 0 and var count && count * 2 >= _fullest)
            {
                return y;
            }
        }

        return null;
    }

    /// <summary>The values of a row in ascending order, and each one's place.</summary>
    private static double[] Sort(ReadOnlySpan<double> row, Span<Place> places)
    {
        double[] known = [.. row];
        int[] columns = [.. Enumerable.Range(0, row.Length)];
        Array.Sort(known, columns); // holes first
        var holes = known.AsSpan().LastIndexOf(double.NaN) + 1;
        for (var first = holes; first < known.Length; )
        {
            var next = first + 1;
            while (next < known.Length && known[next] == known[first])
            {
                next++;
            }

            var place = new Place((ushort)(first - holes), (ushort)(next - first - 1));
            foreach (var column in columns.AsSpan(first, next - first))
            {
                places[column] = place;
            }

            first = next;
        }

        return holes == 0 ? known : known[holes..];
    }

    /// <summary>Where a value stands among the others of its year.</summary>
    /// <param name="Below">How many others lie below.</param>
    /// <param name="Equal">How many others are exactly equal.</param>
    internal readonly record struct Place(ushort Below, ushort Equal);

    private bool HasRow(int year) => year >= FirstYear && year < FirstYear + Years;
}
