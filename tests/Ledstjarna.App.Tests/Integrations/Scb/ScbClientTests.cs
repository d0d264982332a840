using System.Collections.Concurrent;
using System.Text.Json;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Integrations.Scb;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.App.Tests.Integrations.Scb;

/// <summary>Finding a table and choosing cells of a source that speaks PxWeb, version 2.</summary>
public sealed class ScbClientTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _asked = new();
    private WebApplication _app = null!;
    private int _mostCells = 6;
    private int _statusOfTooMany = StatusCodes.Status400BadRequest;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
        await _app.StartAsync(Cancel);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task The_limits_are_read_from_the_source()
    {
        using var scb = Client();
        (await scb.ConfigAsync(Cancel)).ShouldBe(new ScbConfig(100, 3, "https://creativecommons.org/publicdomain/zero/1.0/"));
    }

    [Fact]
    public async Task A_table_is_found_and_told_of()
    {
        using var scb = Client();
        var found = await scb.FindTablesAsync("folkmängd & mer", 1, Cancel);
        found.Count.ShouldBe(1);
        found.Page.ShouldBe([new ScbTable("TAB638", "Folkmängden efter region", "2026-02-21", "1968", "2025", false)]);
        _asked.ShouldContain(a => a.Contains("query=folkm%C3%A4ngd%20%26%20mer", StringComparison.Ordinal));
        (await scb.MetadataAsync("TAB638", Cancel)).Dimensions.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData(StatusCodes.Status400BadRequest)]
    [InlineData(StatusCodes.Status403Forbidden)]
    public async Task Too_many_cells_are_asked_for_in_smaller_parts_whichever_way_the_source_says_so(int status)
    {
        _statusOfTooMany = status;
        using var scb = Client();
        var answers = await scb.DataAsync(
            "TAB638",
            new Dictionary<string, IReadOnlyList<string>>
            {
                ["Region"] = [.. Enumerable.Range(1, 10).Select(i => $"{i:0000}")],
                ["Tid"] = ["2024", "2025"],
            },
            "Region",
            Cancel
        );
        answers.Count.ShouldBeGreaterThan(1);
        var cells = answers.SelectMany(a => a.Cells).ToList();
        cells.Select(c => string.Join(' ', c.Codes)).Distinct().Count().ShouldBe(20);
        cells.Count.ShouldBe(20);
    }

    [Fact]
    public async Task One_value_that_is_still_too_much_is_said_to_be()
    {
        _mostCells = 1;
        using var scb = Client();
        var chosen = new Dictionary<string, IReadOnlyList<string>> { ["Region"] = ["0665"], ["Tid"] = ["2024", "2025"] };
        (await Should.ThrowAsync<SourceException>(() => scb.DataAsync("TAB638", chosen, "Region", Cancel))).Fault.ShouldBe(
            SourceFault.TooManyCells
        );
    }

    [Fact]
    public async Task An_unknown_table_is_refused_with_what_the_source_says()
    {
        using var scb = Client();
        var fault = await Should.ThrowAsync<SourceException>(() => scb.MetadataAsync("NIX", Cancel));
        fault.Fault.ShouldBe(SourceFault.Refused);
        fault.Detail.ShouldNotBeNull().ShouldContain("Non-existent table");
    }

    private ScbClient Client() =>
        new(
            new SourceLimits
            {
                Address = new Uri($"{_app.Urls.Single()}/api/v2/"),
                AllowsPrivateAddresses = true,
                RequestsPerSecond = 1000,
            },
            new Hurried()
        );

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/api/v2/".Length..];
        _asked.Enqueue(path + context.Request.QueryString);
        switch (path)
        {
            case "config":
                await context.Response.WriteAsync(
                    """{"apiVersion":"2.0","maxDataCells":100,"maxCallsPerTimeWindow":30,"timeWindow":10,"license":"https://creativecommons.org/publicdomain/zero/1.0/"}"""
                );
                break;
            case "tables":
                await context.Response.WriteAsync(
                    """{"language":"sv","tables":[{"id":"TAB638","label":"Folkmängden efter region","updated":"2026-02-21","firstPeriod":"1968","lastPeriod":"2025","discontinued":null}],"page":{"pageNumber":1,"pageSize":25,"totalElements":1,"totalPages":1}}"""
                );
                break;
            case "tables/TAB638/metadata":
                await context.Response.WriteAsync(Table(["0665"], ["2024", "2025"], "null"));
                break;
            case "tables/TAB638/data":
                await DataAsync(context);
                break;
            default:
                context.Response.StatusCode = 404;
                await context.Response.WriteAsync("""{"type":"Parameter error","title":"Non-existent table","status":404}""");
                break;
        }
    }

    private async Task DataAsync(HttpContext context)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: Cancel);
        var chosen = body
            .RootElement.GetProperty("selection")
            .EnumerateArray()
            .ToDictionary(
                s => s.GetProperty("variableCode").GetString()!,
                s => s.GetProperty("valueCodes").EnumerateArray().Select(v => v.GetString()!).ToArray()
            );
        var (regions, years) = (chosen["Region"], chosen["Tid"]);
        if (regions.Length * years.Length > _mostCells)
        {
            context.Response.StatusCode = _statusOfTooMany;
            await context.Response.WriteAsync("""{"type":"Parameter error","title":"Too many cells selected","status":400}""");
            return;
        }

        await context.Response.WriteAsync(
            Table(regions, years, $"[{string.Join(',', Enumerable.Range(1, regions.Length * years.Length))}]")
        );
    }

    private static string Table(string[] regions, string[] years, string values) =>
        """{"class":"dataset","label":"Folkmängd","role":{"time":["Tid"],"geo":["Region"]},"id":["Region","Tid"],"size":[#R,#Y],"dimension":{"Region":{"label":"region","category":{"index":[#r]}},"Tid":{"label":"år","category":{"index":[#y]}}},"value":#v}"""
            .Replace("#R", $"{regions.Length}", StringComparison.Ordinal)
            .Replace("#Y", $"{years.Length}", StringComparison.Ordinal)
            .Replace("#r", Quoted(regions), StringComparison.Ordinal)
            .Replace("#y", Quoted(years), StringComparison.Ordinal)
            .Replace("#v", values, StringComparison.Ordinal);

    private static string Quoted(string[] codes) => string.Join(',', codes.Select(c => $"\"{c}\""));

    private sealed class Hurried : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 50 : dueTime, period);
    }
}
