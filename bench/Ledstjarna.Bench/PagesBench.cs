using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Ledstjarna.Bench;

/// <summary>The published server on the demonstration municipality: start to first page, every page with eight clients, and resident memory.</summary>
internal static class PagesBench
{
    private const int Clients = 8;
    private const int RequestsPerClient = 400;

    private static readonly string[] Pages =
    [
        "/vaggeryd",
        "/vaggeryd?datum=2022-08-31",
        "/vaggeryd/laget",
        "/vaggeryd/maltrad",
        "/vaggeryd/bidrag",
        "/vaggeryd/mal/4",
        "/vaggeryd/mal/1",
        "/vaggeryd/indikatorer",
        "/vaggeryd/indikator/SCB-TOT",
        "/vaggeryd/indikator/BROTT",
        "/vaggeryd/jamfor",
        "/vaggeryd/principer",
    ];

    public static async Task RunAsync(string program)
    {
        var data = Path.Combine(Path.GetTempPath(), $"ledstjarna-bench-{Environment.ProcessId}");
        var address = new Uri("http://127.0.0.1:5899");
        try
        {
            await Start(program, data, "demo").WaitForExitAsync();
            Console.WriteLine($"(c) pages, {Clients} clients, {Clients * RequestsPerClient} requests");
            for (var run = 1; run <= 3; run++)
            {
                await MeasureAsync(program, data, address, run);
            }
        }
        finally
        {
            await Task.Delay(1500);
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task MeasureAsync(string program, string data, Uri address, int run)
    {
        var clock = Stopwatch.StartNew();
        using var server = Start(program, data, "--urls", address.ToString());
        using var http = new HttpClient { BaseAddress = address };
        await WaitAsync(address);

        var first = clock.Elapsed.TotalSeconds;
        var times = new ConcurrentBag<(string Page, double Milliseconds)>();
        foreach (var page in Pages)
        {
            await http.GetStringAsync(new Uri(page, UriKind.Relative));
        }

        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(() => LoadAsync(address, client, times))));
        var sorted = times.Select(t => t.Milliseconds).Order().ToList();
        var worst = times
            .GroupBy(t => t.Page)
            .Select(g => (Page: g.Key, P95: At([.. g.Select(t => t.Milliseconds).Order()], 0.95)))
            .MaxBy(p => p.P95);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"    run {run}: start to first page {first:0.00} s; median {At(sorted, 0.5):0.0} ms, p95 {At(sorted, 0.95):0.0} ms, worst page {worst.Page} p95 {worst.P95:0.0} ms; resident {CasesBench.ResidentOf(server.Id) / 1024} MB"
            )
        );
        Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        await server.WaitForExitAsync();
    }

    private static async Task LoadAsync(Uri address, int client, ConcurrentBag<(string, double)> times)
    {
        using var http = new HttpClient { BaseAddress = address };
        for (var i = 0; i < RequestsPerClient; i++)
        {
            var page = Pages[(client + i) % Pages.Length];
            var clock = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(new Uri(page, UriKind.Relative));
            times.Add((page, Stopwatch.GetElapsedTime(clock).TotalMilliseconds));
        }
    }

    public static double At(List<double> sorted, double share) => sorted[(int)Math.Min(sorted.Count - 1, Math.Floor(sorted.Count * share))];

    /// <summary>Until the server answers.</summary>
    public static async Task WaitAsync(Uri address)
    {
        using var http = new HttpClient { BaseAddress = address };
        var clock = Stopwatch.StartNew();
        while (!await AnswersAsync(http))
        {
            await Task.Delay(10);
            if (clock.Elapsed > TimeSpan.FromMinutes(1))
            {
                throw new TimeoutException("The server does not answer.");
            }
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient http)
    {
        try
        {
            await http.GetStringAsync(new Uri("/vaggeryd", UriKind.Relative));
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    public static Process Start(string program, string data, params string[] arguments)
    {
        var info = new ProcessStartInfo("sh", ["-c", "exec \"$0\" \"$@\" >/dev/null", program, .. arguments]) { UseShellExecute = false };
        info.Environment["Ledstjarna__Data"] = data;
        info.Environment.Remove("ConnectionStrings__Ledstjarna");
        return Process.Start(info)!;
    }
}
