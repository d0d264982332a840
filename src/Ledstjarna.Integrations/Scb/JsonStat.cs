using System.Globalization;
using System.Text.Json;
using Ledstjarna.Integrations.Http;

namespace Ledstjarna.Integrations.Scb;

/// <summary>A dimension of a table: what it is about, and its values in order.</summary>
/// <param name="Code">The source's own: <c>Region</c>, <c>Tid</c>, <c>Kon</c>.</param>
/// <param name="Label">For people.</param>
/// <param name="Values">Each value's code and what it is called, in the order of the table.</param>
/// <param name="IsTime">Whether it is the periods.</param>
/// <param name="IsPlace">Whether it is the areas.</param>
/// <param name="IsContents">Whether it is what is counted.</param>
/// <param name="CanBeLeftOut">Whether the source adds its values up when none is chosen.</param>
/// <param name="Units">The unit of those values that have one, by code: of what is counted.</param>
public sealed record JsonStatDimension(
    string Code,
    string Label,
    IReadOnlyList<(string Code, string Label)> Values,
    bool IsTime,
    bool IsPlace,
    bool IsContents,
    bool CanBeLeftOut,
    IReadOnlyDictionary<string, string> Units
);

/// <summary>A cell: its value's code in each dimension, in the table's order.</summary>
/// <param name="Codes">One per dimension.</param>
/// <param name="Value">Null: missing, whatever the status says; never zero.</param>
/// <param name="Status">The source's mark: "..", ".", or a note on a value that is there. Null: nothing is said.</param>
public readonly record struct JsonStatCell(IReadOnlyList<string> Codes, double? Value, string? Status);

/// <summary>
/// A table as json-stat2, as PxWeb writes it and as the standard allows: values dense or sparse, as a list or by position; an index as an object or a
/// list, or none where there is but one value.
/// </summary>
public sealed class JsonStat
{
    private const int MostCells = 10_000_000;
    private const int LongestText = 500;
    private const int MostCategories = 1_000_000;
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 32 };

    private readonly double?[] _values;
    private readonly string?[] _status;

    private JsonStat(
        string label,
        string? source,
        string? updated,
        IReadOnlyList<JsonStatDimension> dimensions,
        double?[] values,
        string?[] status
    )
    {
        (Label, Source, Updated, Dimensions, HasValues) = (label, source, updated, dimensions, values.Length > 0);
        (_values, _status) = (values, status);
    }

    public string Label { get; }

    public string? Source { get; }

    /// <summary>As written.</summary>
    public string? Updated { get; }

    public IReadOnlyList<JsonStatDimension> Dimensions { get; }

    /// <summary>Metadata has none.</summary>
    public bool HasValues { get; }

    /// <summary>The last dimension varies fastest. Metadata alone has none.</summary>
    public IEnumerable<JsonStatCell> Cells
    {
        get
        {
            var at = new int[Dimensions.Count];
            for (var i = 0; i < _values.Length; i++)
            {
                yield return new JsonStatCell([.. Dimensions.Select((d, n) => d.Values[at[n]].Code)], _values[i], _status[i]);
                for (var n = at.Length - 1; n >= 0 && ++at[n] == Dimensions[n].Values.Count; n--)
                {
                    at[n] = 0;
                }
            }
        }
    }

    /// <exception cref="SourceException">It is no such table.</exception>
    public static JsonStat Read(ReadOnlyMemory<byte> json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Options);
            return Read(document.RootElement);
        }
        catch (Exception e)
            when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException or OverflowException)
        {
            throw new SourceException(SourceFault.Unreadable, name, e.Message, e);
        }
    }

    private static JsonStat Read(JsonElement root)
    {
        if (Text(root, "class") is { } kind && kind != "dataset")
        {
            throw new FormatException($"class {kind}");
        }

        List<string> ids = [.. root.GetProperty("id").EnumerateArray().Select(i => i.GetString() ?? throw new FormatException("an id"))];
        List<int> sizes = [.. root.GetProperty("size").EnumerateArray().Select(s => s.GetInt32())];
        if (
            ids.Count == 0
            || ids.Count != sizes.Count
            || sizes.Exists(s => s is < 0 or > MostCategories)
            || ids.Distinct(StringComparer.Ordinal).Count() != ids.Count
        )
        {
            throw new FormatException("id and size");
        }

        // Metadata has no values, however many cells the table would have.
        var hasValues = root.TryGetProperty("value", out var value) && value.ValueKind != JsonValueKind.Null;
        var cells = hasValues ? sizes.Aggregate(1L, (product, size) => Math.Min(product * size, MostCells + 1L)) : 0;
        if (cells > MostCells)
        {
            throw new FormatException("too many cells");
        }

        var roles = root.TryGetProperty("role", out var role) ? role : default;
        var all = root.GetProperty("dimension");
        List<JsonStatDimension> dimensions = [.. ids.Select((id, i) => Dimension(id, sizes[i], all.GetProperty(id), roles))];
        var (values, status) = (new double?[cells], new string?[cells]);
        if (hasValues)
        {
            Fill(value, values, Number);
        }

        if (hasValues && root.TryGetProperty("status", out var marks) && marks.ValueKind != JsonValueKind.Null)
        {
            if (marks.ValueKind == JsonValueKind.String)
            {
                Array.Fill(status, marks.GetString());
            }
            else
            {
                Fill(marks, status, m => m.ValueKind == JsonValueKind.String && m.GetString() is { Length: > 0 } text ? Clean(text) : null);
            }
        }

        return new JsonStat(Text(root, "label") ?? "", Text(root, "source"), Text(root, "updated"), dimensions, values, status);
    }

    private static JsonStatDimension Dimension(string id, int size, JsonElement dimension, JsonElement roles)
    {
        var category = dimension.GetProperty("category");
        var labels = category.TryGetProperty("label", out var l) && l.ValueKind == JsonValueKind.Object ? l : default;
        var codes = new string?[size];
        if (!category.TryGetProperty("index", out var index) || index.ValueKind == JsonValueKind.Null)
        {
            var only = labels.ValueKind == JsonValueKind.Object ? labels.EnumerateObject().Select(p => p.Name).ToList() : [id];
            if (size != 1 || only.Count != 1)
            {
                throw new FormatException($"{id} has no index");
            }

            codes[0] = only[0];
        }
        else if (index.ValueKind == JsonValueKind.Array)
        {
            var listed = index.EnumerateArray().Select(i => i.GetString()).ToList();
            if (listed.Count != size)
            {
                throw new FormatException($"{id} has {listed.Count} values and not {size}");
            }

            listed.CopyTo(codes);
        }
        else
        {
            foreach (var place in index.EnumerateObject())
            {
                codes[place.Value.GetInt32() is var at && at >= 0 && at < size ? at : throw new FormatException($"{id} {place.Name}")] =
                    place.Name;
            }
        }

        if (codes.Contains(null) || codes.Distinct(StringComparer.Ordinal).Count() != size)
        {
            throw new FormatException($"{id} has places without a value, or values twice");
        }

        var elimination =
            dimension.TryGetProperty("extension", out var extension)
            && extension.TryGetProperty("elimination", out var can)
            && can.ValueKind == JsonValueKind.True;
        return new JsonStatDimension(
            id,
            Text(dimension, "label") ?? id,
            [.. codes.Select(c => (c!, labels.ValueKind == JsonValueKind.Object ? Text(labels, c!) ?? c! : c!))],
            HasRole(roles, "time", id),
            HasRole(roles, "geo", id),
            HasRole(roles, "metric", id),
            elimination,
            Units(category)
        );
    }

    private static Dictionary<string, string> Units(JsonElement category)
    {
        var units = new Dictionary<string, string>(StringComparer.Ordinal);
        if (category.TryGetProperty("unit", out var all) && all.ValueKind == JsonValueKind.Object)
        {
            foreach (var unit in all.EnumerateObject())
            {
                if (unit.Value.ValueKind == JsonValueKind.Object && Text(unit.Value, "base") is { Length: > 0 } text)
                {
                    units[unit.Name] = text;
                }
            }
        }

        return units;
    }

    private static bool HasRole(JsonElement roles, string role, string id) =>
        roles.ValueKind == JsonValueKind.Object
        && roles.TryGetProperty(role, out var ids)
        && ids.ValueKind == JsonValueKind.Array
        && ids.EnumerateArray().Any(i => i.GetString() == id);

    /// <summary>A list of all, or some by their position.</summary>
    private static void Fill<T>(JsonElement from, T?[] into, Func<JsonElement, T?> read)
    {
        if (from.ValueKind == JsonValueKind.Array)
        {
            var count = from.GetArrayLength();
            if (count != into.Length)
            {
                throw new FormatException($"{count} cells and not {into.Length}");
            }

            var i = 0;
            foreach (var cell in from.EnumerateArray())
            {
                into[i++] = read(cell);
            }
        }
        else if (from.ValueKind == JsonValueKind.Object)
        {
            foreach (var cell in from.EnumerateObject())
            {
                var at = int.Parse(cell.Name, NumberStyles.None, CultureInfo.InvariantCulture);
                into[at < into.Length ? at : throw new FormatException($"cell {cell.Name}")] = read(cell.Value);
            }
        }
        else
        {
            throw new FormatException("cells of no known form");
        }
    }

    private static double? Number(JsonElement cell) =>
        cell.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number when cell.GetDouble() is var number && double.IsFinite(number) => number,
            _ => throw new FormatException("a cell that is no number"),
        };

    /// <summary>A field that is a text. Null: there is none.</summary>
    internal static string? Text(JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? Clean(value.GetString()!) : null;

    /// <summary>Without what no text in the database can hold, and no longer than anyone reads.</summary>
    private static string Clean(string text)
    {
        var clean = text.Replace("\0", "", StringComparison.Ordinal);
        return clean.Length > LongestText ? clean[..LongestText] : clean;
    }
}
