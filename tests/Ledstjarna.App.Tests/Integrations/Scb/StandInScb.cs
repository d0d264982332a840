using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.App.Tests.Integrations.Scb;

/// <summary>
/// Speaks PxWeb, version 2, of three tables: people by region, age and gender; the same by month; and one of counties alone. A cell's value says
/// which cell it is.
/// </summary>
public sealed class StandInScb : IAsyncDisposable
{
    private const string Units = ",\"unit\":{\"BE0101N1\":{\"base\":\"antal\",\"decimals\":0},\"BE0101N2\":{\"base\":\"antal\"}}";

    private static readonly string[] Regions = ["00", "06", "0114", "0662", "0665", "0680"];

    private WebApplication _app = null!;

    public ConcurrentQueue<string> Asked { get; } = new();

    public Uri Address => new($"{_app.Urls.Single()}/api/v2/");

    /// <summary>As the table says it.</summary>
    public string Updated { get; set; } = "2026-02-21";

    /// <summary>Added to every value.</summary>
    public double Revision { get; set; }

    /// <summary>Answers all cells, whatever is asked for.</summary>
    public bool AnswersOther { get; set; }

    /// <summary>Answers as metadata does.</summary>
    public bool AnswersNothing { get; set; }

    /// <summary>Whichever regions are asked for.</summary>
    public bool AnswersFirstRegionAlone { get; set; }

    /// <summary>Also where it is asked for.</summary>
    public bool AnswersWithoutGender { get; set; }

    /// <summary>Answers nothing but that it is broken.</summary>
    public bool IsBroken { get; set; }

    /// <summary>The table is gone.</summary>
    public bool IsGone { get; set; }

    /// <summary>Ages there are.</summary>
    public List<string> Ages { get; } = ["0-19", "65+"];

    public static async Task<StandInScb> StartAsync()
    {
        var scb = new StandInScb();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        scb._app = builder.Build();
        scb._app.Run(scb.AnswerAsync);
        await scb._app.StartAsync();
        return scb;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/api/v2/".Length..];
        Asked.Enqueue(path);
        if (IsBroken)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            return;
        }

        var answer = path switch
        {
            "config" => """{"maxDataCells":1000,"maxCallsPerTimeWindow":300,"timeWindow":10}""",
            "tables" => Tables(context.Request.Query["query"].ToString()),
            "tables/TAB638/metadata" when !IsGone => Table(Dimensions(["2023", "2024"]), null, null),
            "tables/TAB700/metadata" => Table(Dimensions(["2024M01"]), null, null),
            "tables/TAB800/metadata" => Table([Dimension("Region", ["01", "06"]), Dimension("Tid", ["2024"])], null, null),
            "tables/TAB638/data" => await DataAsync(context),
            _ => null,
        };
        context.Response.StatusCode = answer is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        await context.Response.WriteAsync(answer ?? """{"type":"Parameter error","title":"Non-existent table","status":404}""");
    }

    private static string Tables(string query) =>
        query.Contains("finnsinte", StringComparison.Ordinal)
            ? """{"tables":[],"page":{"totalElements":0}}"""
            : """
                {"tables":[{"id":"TAB638","label":"Folkmängden efter region, ålder och kön <b>","firstPeriod":"1968","lastPeriod":"2024","discontinued":null},
                {"id":"TAB700","label":"Folkmängden per månad","firstPeriod":"2000M01","lastPeriod":"2024M01","discontinued":true}],"page":{"totalElements":60}}
                """;

    private async Task<string> DataAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body);
        var chosen = body
            .RootElement.GetProperty("selection")
            .EnumerateArray()
            .ToDictionary(
                s => s.GetProperty("variableCode").GetString()!,
                s => s.GetProperty("valueCodes").EnumerateArray().Select(v => v.GetString()!).ToArray(),
                StringComparer.Ordinal
            );
        List<(string Code, string[] Values)> dimensions = AnswersOther
            ? Dimensions(["2023", "2024"])
            : [.. Dimensions(["2023", "2024"]).Where(d => chosen.ContainsKey(d.Code)).Select(d => (d.Code, chosen[d.Code]))];
        dimensions =
        [
            .. dimensions
                .Where(d => !AnswersWithoutGender || d.Code != "Kon")
                .Select(d => AnswersFirstRegionAlone && d.Code == "Region" ? (d.Code, d.Values[..1]) : d),
        ];
        if (AnswersNothing)
        {
            return Table(dimensions, null, null);
        }

        var (values, status) = (new List<string>(), new List<string>());
        foreach (var cell in Cells(dimensions, 0, []))
        {
            var isMissing = cell is ["0680", ..];
            values.Add(isMissing ? "null" : Value(cell).ToString(CultureInfo.InvariantCulture));
            if (isMissing)
            {
                status.Add($"\"{values.Count - 1}\":\"..\"");
            }
        }

        return Table(dimensions, string.Join(',', values), string.Join(',', status));
    }

    /// <summary>The region, the year and the gender, each in its place: 665·10 000 + 2024·… is told apart from every other.</summary>
    private double Value(string[] cell)
    {
        var region = int.Parse(cell[0], CultureInfo.InvariantCulture);
        var year = int.Parse(cell[^1], CultureInfo.InvariantCulture) - 2000;
        var gender =
            cell.Contains("1") ? 1
            : cell.Contains("2") ? 2
            : 0;
        return (region * 1000) + (year * 10) + gender + Revision;
    }

    private static IEnumerable<string[]> Cells(List<(string Code, string[] Values)> dimensions, int at, string[] so) =>
        at == dimensions.Count ? [so] : dimensions[at].Values.SelectMany(v => Cells(dimensions, at + 1, [.. so, v]));

    private List<(string Code, string[] Values)> Dimensions(string[] periods) =>
        [
            Dimension("Region", Regions),
            Dimension("Alder", [.. Ages]),
            Dimension("Kon", ["1", "2"]),
            Dimension("ContentsCode", ["BE0101N1", "BE0101N2"]),
            Dimension("Tid", periods),
        ];

    private static (string Code, string[] Values) Dimension(string code, string[] values) => (code, values);

    private string Table(List<(string Code, string[] Values)> dimensions, string? values, string? status)
    {
        var ids = string.Join(',', dimensions.Select(d => $"\"{d.Code}\""));
        var sizes = string.Join(',', dimensions.Select(d => d.Values.Length));
        var all = string.Join(',', dimensions.Select(d => $"\"{d.Code}\":{Json(d)}"));
        return $$"""
            {"version":"2.0","class":"dataset","label":"Folkmängden efter region, ålder och kön","source":"SCB","updated":"{{Updated}}",
            "role":{"time":["Tid"],"geo":["Region"],"metric":["ContentsCode"]},"id":[{{ids}}],"size":[{{sizes}}],"dimension":{ {{all}} },
            "value":{{(values is null ? "null" : $"[{values}]")}}{{(string.IsNullOrEmpty(status) ? "" : $",\"status\":{{{status}}}")}}}
            """;
    }

    private static string Json((string Code, string[] Values) dimension)
    {
        var index = string.Join(',', dimension.Values.Select((v, i) => $"\"{v}\":{i}"));
        var label = string.Join(',', dimension.Values.Select(v => $"\"{v}\":\"{Label(dimension.Code, v)}\""));
        var (name, unit, elimination) = dimension.Code switch
        {
            "Alder" => ("ålder", "", "true"),
            "Kon" => ("kön", "", "true"),
            "ContentsCode" => ("tabellinnehåll", Units, "false"),
            _ => (dimension.Code, "", "false"),
        };
        return $$"""{"label":"{{name}}","category":{"index":{ {{index}} },"label":{ {{label}} }{{unit}}},"extension":{"elimination":{{elimination}} } }""";
    }

    private static string Label(string dimension, string value) =>
        (dimension, value) switch
        {
            ("ContentsCode", "BE0101N1") => "Folkmängd",
            ("ContentsCode", _) => "Folkökning",
            ("Alder", _) => $"{value} år",
            _ => value,
        };
}
