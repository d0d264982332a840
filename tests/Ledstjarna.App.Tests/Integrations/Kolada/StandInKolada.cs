using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.App.Tests.Integrations.Kolada;

/// <summary>
/// Speaks Kolada's protocol, version 3: lists of at most 25, pages followed by next_url, changes since a day. It can be told to misbehave.
/// </summary>
public sealed class StandInKolada : IAsyncDisposable
{
    private const int MostInList = 25;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<(string Path, Func<HttpContext, Task> Do)> _faults = new();

    private StandInKolada(WebApplication app) => _app = app;

    /// <summary>By key figure, area, year and gender. A value of null is a row without a value.</summary>
    public Dictionary<(string KeyFigure, string Area, int Year, string Gender), Row> Rows { get; } = [];

    public List<JsonObject> KeyFigures { get; } = [];

    public List<(string Id, string Title, string Type)> Areas { get; } =
    [
        ("0665", "Vaggeryd", "K"),
        ("0680", "Jönköping", "K"),
        ("0662", "Gislaved", "K"),
        ("0000", "Riket", "L"),
        ("0006", "Region Jönköpings län", "L"),
    ];

    public List<(string Id, string Title, string Municipality)> Units { get; } = [("V15E1", "SKOLAN", "0665")];

    /// <summary>What was asked for, in order.</summary>
    public ConcurrentQueue<(string Address, DateTime At)> Asked { get; } = new();

    /// <summary>As many rows as a page has; the real one has 5 000.</summary>
    public int PageSize { get; set; } = 4;

    public Uri Address => new($"{_app.Urls.Single()}/v3/");

    public sealed record Row(double? Value, string Status = "", bool IsDeleted = false, DateOnly? ChangedOn = null);

    public static async Task<StandInKolada> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var kolada = new StandInKolada(app);
        app.Run(kolada.AnswerAsync);
        await app.StartAsync();
        return kolada;
    }

    /// <summary>The next question whose path holds some text is answered otherwise, once.</summary>
    public void Next(string path, Func<HttpContext, Task> answer) => _faults.Enqueue((path, answer));

    public void Next(string path, int status, string? retryAfter = null) =>
        Next(
            path,
            context =>
            {
                context.Response.StatusCode = status;
                if (retryAfter is not null)
                {
                    context.Response.Headers.RetryAfter = retryAfter;
                }

                return context.Response.WriteAsync("{\"detail\":\"no\"}");
            }
        );

    /// <summary>Some of the body and then nothing: the connection is cut.</summary>
    public void Cut(string path) =>
        Next(
            path,
            async context =>
            {
                context.Response.ContentLength = 5000;
                await context.Response.WriteAsync("{\"values\":[{\"values\":[");
                await context.Response.Body.FlushAsync();
                context.Abort();
            }
        );

    public void Body(string path, string body) => Next(path, context => context.Response.WriteAsync(body));

    public StandInKolada With(string keyFigure, string area, int year, double? value, string gender = "T", string status = "")
    {
        Rows[(keyFigure, area, year, gender)] = new Row(value, status);
        return this;
    }

    public static JsonObject KeyFigure(string id, string title, string description = "Beskrivning. Källa: SCB.") =>
        new()
        {
            ["id"] = id,
            ["title"] = title,
            ["description"] = description,
            ["is_divided_by_gender"] = 1,
            ["municipality_type"] = "K",
            ["auspice"] = null,
            ["operating_area"] = "Grundskola",
            ["perspective"] = "Kvalitet och resultat",
            ["prel_publication_date"] = null,
            ["publication_date"] = "2027-01-15",
            ["publ_period"] = 2026,
            ["has_ou_data"] = false,
        };

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!;
        Asked.Enqueue((path + context.Request.QueryString, TimeProvider.System.GetUtcNow().UtcDateTime));
        if (_faults.TryPeek(out var fault) && path.Contains(fault.Path, StringComparison.Ordinal) && _faults.TryDequeue(out _))
        {
            await fault.Do(context);
            return;
        }

        string[] parts = path["/v3/".Length..].Split('/');
        JsonArray? rows = parts switch
        {
            ["kpi"] => [.. KeyFigures.Select(k => k.DeepClone())],
            ["municipality"] =>
            [
                .. Areas.Select(a => new JsonObject
                {
                    ["id"] = a.Id,
                    ["title"] = a.Title,
                    ["type"] = a.Type,
                }),
            ],
            ["municipality_groups"] => [Group("G1", "Liknande kommuner grundskola, Vaggeryd, 2026", "0680", "0662")],
            ["kpi_groups"] => [Group("G2KPI1", "Agenda 2030 - Kommun", "N00001")],
            ["ou"] =>
            [
                .. Units.Select(u => new JsonObject
                {
                    ["id"] = u.Id,
                    ["municipality"] = u.Municipality,
                    ["title"] = u.Title,
                }),
            ],
            ["data", "kpi", var k, "municipality", var m] => Values(k, m, "municipality", context.Request.Query["from_date"]),
            ["oudata", "kpi", var k, "ou", var o] => Values(k, o, "ou", context.Request.Query["from_date"]),
            _ => null,
        };
        if (rows is null)
        {
            context.Response.StatusCode = parts[0] is "data" or "oudata" ? 400 : 404;
            return;
        }

        var page = int.Parse(context.Request.Query["page"].FirstOrDefault() ?? "1", CultureInfo.InvariantCulture);
        var shown = rows.Skip((page - 1) * PageSize).Take(PageSize).Select(r => r!.DeepClone()).ToArray();
        var next =
            rows.Count > page * PageSize ? $"{context.Request.Path}?page={page + 1}&from_date={context.Request.Query["from_date"]}" : null;
        await context.Response.WriteAsync(
            new JsonObject
            {
                ["values"] = new JsonArray(shown),
                ["next_url"] = next,
                ["previous_url"] = null,
                ["count"] = shown.Length,
            }.ToJsonString()
        );
    }

    /// <summary>Women's before men's before all: the order is not to be trusted. Null: the list is too long.</summary>
    private JsonArray? Values(string keyFigures, string areas, string field, string? since)
    {
        var (ks, places) = (keyFigures.Split(','), areas.Split(','));
        if (ks.Length > MostInList || places.Length > MostInList)
        {
            return null;
        }

        var from = DateOnly.TryParseExact(since, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : (DateOnly?)null;
        return
        [
            .. Rows.Where(r => ks.Contains(r.Key.KeyFigure) && places.Contains(r.Key.Area))
                .Where(r => from is null ? !r.Value.IsDeleted : r.Value.ChangedOn >= from)
                .GroupBy(r => (r.Key.KeyFigure, r.Key.Area, r.Key.Year))
                .Select(g => new JsonObject
                {
                    ["values"] = new JsonArray([
                        .. g.OrderBy(r => r.Key.Gender, StringComparer.Ordinal)
                            .Select(r => new JsonObject
                            {
                                ["gender"] = r.Key.Gender,
                                ["count"] = 1,
                                ["status"] = r.Value.Status,
                                ["value"] = r.Value.IsDeleted ? null : r.Value.Value,
                                ["isdeleted"] = r.Value.IsDeleted,
                            }),
                    ]),
                    ["kpi"] = g.Key.KeyFigure,
                    ["period"] = g.Key.Year,
                    [field] = g.Key.Area,
                }),
        ];
    }

    private static JsonObject Group(string id, string title, params string[] members) =>
        new()
        {
            ["id"] = id,
            ["title"] = title,
            ["members"] = new JsonArray([.. members.Select(m => new JsonObject { ["member_id"] = m, ["member_title"] = m })]),
        };
}
