using System.Diagnostics;
using System.Globalization;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Kolada;

namespace Ledstjarna.Bench;

/// <summary>Kolada's answers read beside Node's JSON.parse, and brought into PostgreSQL beside psql's \copy of the same rows.</summary>
internal static class ImportBench
{
    private const int ParsedPages = 40;
    private const int Rounds = 9;

    /// <summary>Values per second of one core.</summary>
    public static void Parse()
    {
        var municipalities = KoladaPages.Municipalities();
        var folder = Directory.CreateTempSubdirectory("ledstjarna-bench").FullName;
        List<byte[]> pages = [.. Enumerable.Range(0, ParsedPages).Select(k => KoladaPages.Page(k, municipalities))];
        for (var i = 0; i < pages.Count; i++)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{i:000}.json"), pages[i]);
        }

        using var node = NodePeer.Start("parse.mjs", folder);
        var (own, nodes) = (new List<double>(), new List<double>());
        var codes = new CodeTable(Enumerable.Range(0, ParsedPages).Select(k => KeyValuePair.Create(KoladaPages.Code(k), k + 1)));
        var areas = new CodeTable(municipalities.Select((m, i) => KeyValuePair.Create(m, i + 1)));
        var count = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var values = new List<NationalValue>();
            count = 0;
            var clock = Stopwatch.GetTimestamp();
            foreach (var page in pages)
            {
                values.Clear();
                new KoladaValues(codes, areas).Read(page, "page", values);
                count += values.Count;
            }

            own.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            var (theirs, said) = node.Ask("go");
            nodes.Add(theirs);
            if (said != count.ToString(CultureInfo.InvariantCulture))
            {
                throw new InvalidOperationException($"Node counts {said} values, the reader {count}");
            }
        }

        var (ours, peers) = (PagesBench.At(WorkBench.Sorted(own), 0.5), PagesBench.At(WorkBench.Sorted(nodes), 0.5));
        Console.WriteLine(
            Invariant(
                $"(k) {ParsedPages} of Kolada's pages, {pages.Sum(p => (long)p.Length) / 1e6:0} MB, {count} values, one thread, medians by turns: {count / ours / 1000:0.0} million values a second with codes found and checked, JSON.parse {count / peers / 1000:0.0} ({peers / ours:0.0}×)"
            )
        );
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>The whole set: the verb's process from start to end, and <c>\copy</c> of the rows it wrote into a table of the same shape and key.</summary>
    public static async Task ImportAsync(string program, int keyFigures = 2000)
    {
        var data = Path.Combine(Path.GetTempPath(), $"ledstjarna-bench-{Environment.ProcessId}");
        var folder = Directory.CreateTempSubdirectory("ledstjarna-bench-answers").FullName;
        try
        {
            var municipalities = KoladaPages.Municipalities();
            await File.WriteAllBytesAsync(Path.Combine(folder, "0-kpi.json"), KoladaPages.Catalogue(keyFigures));
            Parallel.For(
                0,
                keyFigures,
                k => File.WriteAllBytes(Path.Combine(folder, $"data-{k:0000}.json"), KoladaPages.Page(k, municipalities))
            );
            await PagesBench.Start(program, data, "demo").WaitForExitAsync();
            using var server = PagesBench.Start(program, data, "--urls", "http://127.0.0.1:5898");
            await PagesBench.WaitAsync(new Uri("http://127.0.0.1:5898"));

            var clock = Stopwatch.GetTimestamp();
            using var verb = PagesBench.Start(program, data, "import", "kolada", "--from", folder);
            var peak = 0L;
            while (!verb.WaitForExit(200))
            {
                peak = Math.Max(peak, Peak(verb.Id));
            }

            var own = Stopwatch.GetElapsedTime(clock).TotalSeconds;
            var file = Path.Combine(folder, "rows.csv");
            var rows = await WorkBench.PsqlAsync(data, "select count(*) from statistics.figures");
            await WorkBench.PsqlAsync(data, $"\\copy statistics.figures to '{file}' csv");
            await WorkBench.PsqlAsync(data, "create table statistics.bench_figures (like statistics.figures including all)");
            clock = Stopwatch.GetTimestamp();
            await WorkBench.PsqlAsync(data, $"\\copy statistics.bench_figures from '{file}' csv");
            var peer = Stopwatch.GetElapsedTime(clock).TotalSeconds;
            Console.WriteLine(
                Invariant(
                    $"(l) import of {rows} rows from saved answers {own:0.0} s, peak resident {peak / 1024} MB; psql \\copy of the same rows {peer:0.0} s; the import is {peer / own:0.00} of its speed"
                )
            );
            Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            await server.WaitForExitAsync();
        }
        finally
        {
            await Task.Delay(1500);
            Directory.Delete(folder, recursive: true);
            Directory.Delete(data, recursive: true);
        }
    }

    private static long Peak(int process)
    {
        try
        {
            return WorkBench.PeakOf(process);
        }
        catch (Exception e) when (e is IOException or InvalidOperationException)
        {
            return 0; // it has just ended
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
