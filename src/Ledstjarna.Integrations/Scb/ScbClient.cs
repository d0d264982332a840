using System.Text.Json;
using Ledstjarna.Integrations.Http;

namespace Ledstjarna.Integrations.Scb;

/// <summary>What the source says it lets through.</summary>
/// <param name="MaxCells">Cells in an answer.</param>
/// <param name="CallsPerSecond">Questions.</param>
/// <param name="License">As written. Null: nothing is said.</param>
public sealed record ScbConfig(int MaxCells, double CallsPerSecond, string? License);

/// <summary>A table in the source's list.</summary>
/// <param name="Id">The source's own: TAB638.</param>
/// <param name="Label">For people.</param>
/// <param name="Updated">As written.</param>
/// <param name="FirstPeriod">As written.</param>
/// <param name="LastPeriod">As written.</param>
/// <param name="IsDiscontinued">Whether it is no longer kept up.</param>
public sealed record ScbTable(string Id, string Label, string? Updated, string? FirstPeriod, string? LastPeriod, bool IsDiscontinued);

/// <summary>Some tables, and how many there are in all.</summary>
public sealed record ScbTables(IReadOnlyList<ScbTable> Page, int Count);

/// <summary>Asks SCB's PxWeb, version 2. Reads from the source itself how much it lets through.</summary>
public sealed class ScbClient : IDisposable
{
    private const int SmallestMaxCells = 100;
    private const int LargestMaxCells = 1_000_000;
    private const double MostCallsPerSecond = 10;

    private readonly SourceLimits _limits;
    private readonly TimeProvider _time;
    private SourceClient _client;
    private ScbConfig? _config;

    public ScbClient(SourceLimits limits, TimeProvider time)
    {
        (_limits, _time) = (limits, time);
        _client = new SourceClient(limits, time);
    }

    /// <summary>Asked once; from then on questions are put no faster than the source allows.</summary>
    public async Task<ScbConfig> ConfigAsync(CancellationToken cancellation)
    {
        if (_config is { } known)
        {
            return known;
        }

        var address = new Uri(_limits.Address, "config");
        var config = Parse(
            await _client.GetAsync(address, cancellation: cancellation),
            address,
            root =>
            {
                var window = Math.Max(1, Whole(root, "timeWindow") ?? 10);
                return new ScbConfig(
                    Math.Clamp(Whole(root, "maxDataCells") ?? 10_000, SmallestMaxCells, LargestMaxCells),
                    Math.Clamp((Whole(root, "maxCallsPerTimeWindow") ?? 25) / (double)window, 0.1, MostCallsPerSecond),
                    JsonStat.Text(root, "license")
                );
            }
        );
        _client.Dispose();
        _client = new SourceClient(_limits with { RequestsPerSecond = Math.Min(_limits.RequestsPerSecond, config.CallsPerSecond) }, _time);
        return _config = config;
    }

    /// <param name="words">What is looked for.</param>
    /// <param name="page">From 1.</param>
    /// <param name="cancellation">Nothing is kept.</param>
    public async Task<ScbTables> FindTablesAsync(string words, int page, CancellationToken cancellation)
    {
        await ConfigAsync(cancellation);
        var address = new Uri(
            _limits.Address,
            FormattableString.Invariant($"tables?lang=sv&query={Uri.EscapeDataString(words)}&pageNumber={page}&pageSize=25")
        );
        return Parse(
            await _client.GetAsync(address, cancellation: cancellation),
            address,
            root => new ScbTables(
                [
                    .. root.GetProperty("tables")
                        .EnumerateArray()
                        .Select(t => new ScbTable(
                            JsonStat.Text(t, "id") ?? throw new FormatException("a table without id"),
                            JsonStat.Text(t, "label") ?? "",
                            JsonStat.Text(t, "updated"),
                            JsonStat.Text(t, "firstPeriod"),
                            JsonStat.Text(t, "lastPeriod"),
                            t.TryGetProperty("discontinued", out var gone) && gone.ValueKind == JsonValueKind.True
                        )),
                ],
                root.TryGetProperty("page", out var of) ? Whole(of, "totalElements") ?? 0 : 0
            )
        );
    }

    /// <summary>A table's dimensions, without its values.</summary>
    public async Task<JsonStat> MetadataAsync(string table, CancellationToken cancellation)
    {
        await ConfigAsync(cancellation);
        var address = new Uri(_limits.Address, $"tables/{Uri.EscapeDataString(table)}/metadata?lang=sv&outputFormat=json-stat2");
        return JsonStat.Read(await _client.GetAsync(address, cancellation: cancellation), address.ToString());
    }

    /// <summary>
    /// Some of a table's cells, in as many answers as it takes: no more at a time than the source says, and fewer when it says no all the same.
    /// </summary>
    /// <param name="table">Its id.</param>
    /// <param name="chosen">The chosen values by dimension; those left out are as the source has them by default.</param>
    /// <param name="divide">The dimension with most values, which the question is divided by.</param>
    /// <param name="cancellation">Nothing is kept.</param>
    /// <exception cref="SourceException">An answer could not be had, or holds other cells than those asked for.</exception>
    public async Task<IReadOnlyList<JsonStat>> DataAsync(
        string table,
        IReadOnlyDictionary<string, IReadOnlyList<string>> chosen,
        string divide,
        CancellationToken cancellation
    )
    {
        var config = await ConfigAsync(cancellation);
        var others = chosen.Where(c => c.Key != divide).Aggregate(1L, (product, c) => product * Math.Max(1, c.Value.Count));
        var atATime = (int)Math.Clamp(config.MaxCells / Math.Max(1, others), 1, int.MaxValue);
        var answers = new List<JsonStat>();
        var left = new Stack<string[]>(chosen[divide].Chunk(atATime).Reverse());
        while (left.TryPop(out var values))
        {
            try
            {
                answers.Add(await AskAsync(table, chosen, divide, values, cancellation));
            }
            catch (SourceException e) when (e.Fault == SourceFault.TooManyCells && values.Length > 1)
            {
                left.Push(values[(values.Length / 2)..]);
                left.Push(values[..(values.Length / 2)]);
            }
        }

        return answers;
    }

    public void Dispose() => _client.Dispose();

    private async Task<JsonStat> AskAsync(
        string table,
        IReadOnlyDictionary<string, IReadOnlyList<string>> chosen,
        string divide,
        string[] values,
        CancellationToken cancellation
    )
    {
        var address = new Uri(_limits.Address, $"tables/{Uri.EscapeDataString(table)}/data?lang=sv&outputFormat=json-stat2");
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new { selection = chosen.Select(c => new { variableCode = c.Key, valueCodes = c.Key == divide ? values : [.. c.Value] }) }
        );
        try
        {
            var answer = JsonStat.Read(await _client.GetAsync(address, body, cancellation), address.ToString());
            return answer.HasValues && answer.Dimensions.All(IsAsAsked) && chosen.Keys.All(c => answer.Dimensions.Any(d => d.Code == c))
                ? answer
                : throw new SourceException(SourceFault.Unreadable, address.ToString(), "other cells than those asked for");
        }
        catch (SourceException e) when (e.Fault == SourceFault.Refused && SaysTooManyCells(e.Detail))
        {
            throw new SourceException(SourceFault.TooManyCells, e.Address, e.Detail, e);
        }

        // What is missing in an answer would be taken to be taken back.
        bool IsAsAsked(JsonStatDimension dimension) =>
            (dimension.Code == divide ? values : chosen.GetValueOrDefault(dimension.Code)) is { } asked
                ? dimension.Values.Select(v => v.Code).ToHashSet(StringComparer.Ordinal).SetEquals(asked)
                : dimension.Values.Count == 1;
    }

    /// <summary>The specification says 403; what runs says 400 with words.</summary>
    private static bool SaysTooManyCells(string? detail) =>
        detail is not null
        && (detail.StartsWith("403", StringComparison.Ordinal) || detail.Contains("too many cells", StringComparison.OrdinalIgnoreCase));

    private static T Parse<T>(byte[] json, Uri address, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or KeyNotFoundException)
        {
            throw new SourceException(SourceFault.Unreadable, address.ToString(), e.Message, e);
        }
    }

    private static int? Whole(JsonElement element, string field) =>
        element.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : null;
}
