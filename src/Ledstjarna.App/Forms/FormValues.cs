using System.Globalization;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Forms;

/// <summary>What a form holds: field name → canonical text, "" for nothing.</summary>
public sealed class FormValues
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        init => _values[field] = value;
    }

    public static FormValues Of(params (string Field, string? Value)[] values) => new(values);

    public FormValues() { }

    private FormValues(IEnumerable<(string Field, string? Value)> values)
    {
        foreach (var (field, value) in values)
        {
            _values[field] = value ?? "";
        }
    }

    /// <summary>The same with one field other.</summary>
    public FormValues With(string field, string? value) => new([.. _values.Select(v => (v.Key, (string?)v.Value)), (field, value)]);

    public bool Has(string field) => this[field].Length > 0;

    public string? Text(string field) => Has(field) ? this[field] : null;

    public bool Yes(string field) => this[field] == Field.Yes;

    public double? Number(string field) => Has(field) ? double.Parse(this[field], CultureInfo.InvariantCulture) : null;

    public int? Whole(string field) => Has(field) ? int.Parse(this[field], CultureInfo.InvariantCulture) : null;

    public DateOnly? Date(string field) => Has(field) ? DateText.Parse(this[field], field) : null;

    public Guid? Id(string field) => Has(field) ? Guid.Parse(this[field]) : null;

    public IReadOnlyList<string> Lines(string field) => Has(field) ? this[field].Split('\n') : [];

    public IReadOnlyList<Guid> Ids(string field) => [.. Lines(field).Select(Guid.Parse)];

    public T Enum<T>(string field)
        where T : struct, System.Enum => System.Enum.Parse<T>(this[field]);
}

/// <summary>Values as they are written in forms' canonical text.</summary>
public static class Canonical
{
    public static string Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? "";

    public static string Text(int? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    public static string Text(DateOnly? value) => value is { } day ? Words.Swedish.Date(day) : "";

    public static string Text(bool value) => value ? Field.Yes : "";

    public static string Text(IEnumerable<Guid> ids) => string.Join('\n', ids.Select(i => i.ToString()));
}
