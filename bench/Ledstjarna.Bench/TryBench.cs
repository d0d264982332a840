using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Ledstjarna.Bench;

/// <summary>A level moved on the demonstration: the answer to every council goal's every indicator at several levels, one after another.</summary>
internal static partial class TryBench
{
    private const int Rounds = 5;
    private const string Path = "/vaggeryd/prova/svar";

    /// <summary>As shares of the slider's length.</summary>
    private static readonly double[] Places = [0.1, 0.3, 0.5, 0.7, 0.9];

    public static async Task RunAsync(string program)
    {
        var data = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"ledstjarna-bench-{Environment.ProcessId}");
        var address = new Uri("http://127.0.0.1:5898");
        try
        {
            await PagesBench.Start(program, data, "demo").WaitForExitAsync();
            using var server = PagesBench.Start(program, data, "--urls", address.ToString());
            await PagesBench.WaitAsync(address);
            using var http = new HttpClient { BaseAddress = address };
            var bound = await BindAsync(program, data, address, http);
            var addresses = await AddressesAsync(http);
            var first = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(addresses[0]);
            var cold = Stopwatch.GetElapsedTime(first).TotalMilliseconds;
            Console.WriteLine(
                Invariant(
                    $"(e) trying a level, one client, {bound} indicators with figures of 290 municipalities for 20 years, {addresses.Count} answers a round; the first of all {cold:0.0} ms"
                )
            );
            await MeasureAsync(http, addresses); // to warm up
            for (var run = 1; run <= 3; run++)
            {
                var times = new List<double>();
                for (var round = 0; round < Rounds; round++)
                {
                    times.AddRange(await MeasureAsync(http, addresses));
                }

                times.Sort();
                Console.WriteLine(
                    Invariant(
                        $"    run {run}: {times.Count} answers, median {PagesBench.At(times, 0.5):0.0} ms, p95 {PagesBench.At(times, 0.95):0.0} ms, p99 {PagesBench.At(times, 0.99):0.0} ms, slowest {times[^1]:0.0} ms; resident {CasesBench.ResidentOf(server.Id) / 1024} MB"
                    )
                );
            }

            Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            await server.WaitForExitAsync();
        }
        finally
        {
            await Task.Delay(1500);
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Lets every indicator that can take its figures from a generated key figure do so.</summary>
    /// <returns>How many.</returns>
    private static async Task<int> BindAsync(string program, string data, Uri address, HttpClient http)
    {
        var indicators = new List<string>();
        foreach (var goal in Options("mal", await PageAsync(http, "")))
        {
            indicators.AddRange(Options("indikator", await PageAsync(http, $"?mal={goal}")));
        }

        indicators = [.. indicators.Distinct(StringComparer.Ordinal)];
        var folder = Directory.CreateTempSubdirectory("ledstjarna-bench-answers").FullName;
        var municipalities = KoladaPages.Municipalities();
        await File.WriteAllBytesAsync(System.IO.Path.Combine(folder, "0-kpi.json"), KoladaPages.Catalogue(indicators.Count));
        for (var k = 0; k < indicators.Count; k++)
        {
            await File.WriteAllBytesAsync(System.IO.Path.Combine(folder, $"data-{k:0000}.json"), KoladaPages.Page(k, municipalities));
        }

        await PagesBench.Start(program, data, "import", "kolada", "--from", folder).WaitForExitAsync();
        Directory.Delete(folder, recursive: true);
        using var person = await BenchPerson.SignInAsync(address, "Verksamhetsutvecklare");
        var bound = 0;
        for (var k = 0; k < indicators.Count; k++)
        {
            var form = $"/vaggeryd/nyckeltal/{KoladaPages.Code(k)}/knyt";
            try
            {
                await person.PostAsync(form, BenchPerson.FormWith(await person.GetAsync($"{form}?indikator={indicators[k]}"), "f.name"));
                bound++;
            }
            catch (InvalidOperationException)
            {
                // It has figures for parts of years.
            }
        }

        return bound;
    }

    /// <summary>Every goal and indicator that the page offers, at each place of its slider.</summary>
    private static async Task<List<Uri>> AddressesAsync(HttpClient http)
    {
        var all = new List<Uri>();
        foreach (var goal in Options("mal", await PageAsync(http, "")))
        {
            foreach (var indicator in Options("indikator", await PageAsync(http, $"?mal={goal}")))
            {
                var query = $"?mal={goal}&indikator={indicator}&datum=2024-12-31";
                var slider = Slider().Match(await PageAsync(http, query));
                var (min, max) = (Number(slider.Groups[1].Value), Number(slider.Groups[2].Value));
                all.AddRange(
                    Places.Select(p => new Uri(Invariant($"{Path}{query}&niva={Math.Round(min + (p * (max - min)), 2)}"), UriKind.Relative))
                );
            }
        }

        return all;
    }

    private static async Task<List<double>> MeasureAsync(HttpClient http, List<Uri> addresses)
    {
        var times = new List<double>(addresses.Count);
        foreach (var address in addresses)
        {
            var clock = Stopwatch.GetTimestamp();
            await http.GetByteArrayAsync(address);
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        return times;
    }

    private static Task<string> PageAsync(HttpClient http, string query) =>
        http.GetStringAsync(new Uri($"/vaggeryd/prova{query}", UriKind.Relative));

    private static IEnumerable<string> Options(string select, string page) =>
        Option()
            .Matches(Regex.Match(page, $"<select[^>]*name=\"{select}\".*?</select>", RegexOptions.Singleline).Value)
            .Select(o => o.Groups[1].Value);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex("<option value=\"([^\"]+)\"")]
    private static partial Regex Option();

    [GeneratedRegex("type=\"range\"[^>]*min=\"([^\"]+)\" max=\"([^\"]+)\"")]
    private static partial Regex Slider();
}
