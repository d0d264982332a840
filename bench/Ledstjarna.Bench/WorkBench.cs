using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Ledstjarna.Bench;

/// <summary>
/// The published server with 500 indicators more than the demonstration has: the grid of all of them opened, and saved by 20 people at once;
/// 100 000 figures brought in from a file, beside psql's \copy of the same rows into a table with the same indexes; peak memory.
/// </summary>
internal static class WorkBench
{
    private const int Indicators = 500;
    private const int People = 20;
    private const int Rounds = 20;
    private const string Grid = "/vaggeryd/siffror?period=2022";
    private const string Import = "/vaggeryd/siffror/fil";

    public static async Task RunAsync(string program)
    {
        var data = Path.Combine(Path.GetTempPath(), $"ledstjarna-bench-{Environment.ProcessId}");
        var address = new Uri("http://127.0.0.1:5898");
        try
        {
            await PagesBench.Start(program, data, "demo").WaitForExitAsync();
            Environment.SetEnvironmentVariable("Ledstjarna__Limits__SignInPerMinute", "1000");
            Environment.SetEnvironmentVariable("Ledstjarna__Limits__ImportPerMinute", "1000");
            using var server = PagesBench.Start(program, data, "--urls", address.ToString());
            await PagesBench.WaitAsync(address);
            using var person = await BenchPerson.SignInAsync(address, "Verksamhetsutvecklare");
            await AddIndicatorsAsync(person);
            await BringInAsync(person, Rows(2013, 2022, ["totalt"]));
            Console.WriteLine($"(d) work: {Indicators} more indicators");
            await OpenAsync(person);
            await SaveAsync(address);
            await ImportAsync(person, data);
            Console.WriteLine($"    peak resident memory of the app {PeakOf(server.Id) / 1024} MB");
            Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
            await server.WaitForExitAsync();
        }
        finally
        {
            await Task.Delay(1500);
            Directory.Delete(data, recursive: true);
        }
    }

    private static async Task AddIndicatorsAsync(BenchPerson person)
    {
        var sheet = new StringBuilder("typ\tnummer\tnamn\tkod\tmäts i\triktning\nmål\t1\tMål\ndelmål\t1.1\tDelmål\n");
        for (var i = 0; i < Indicators; i++)
        {
            sheet.Append(i % 10 == 0 ? $"mätområde\t1.1.{(i / 10) + 1}\tOmråde {i / 10}\n" : "");
            sheet.Append(CultureInfo.InvariantCulture, $"indikator\t\tIndikator {i:000}\tB{i:000}\t%\thögre\n");
        }

        var fields = BenchPerson.FormWith(await person.GetAsync("/vaggeryd/malark"), "text");
        fields.RemoveAll(f => f.Key is "text" or "fil" or "f.name" or "f.from");
        fields.AddRange([new("text", sheet.ToString()), new("f.name", "Mätning"), new("f.from", "2031-01-01"), new("klart", "ja")]);
        await person.PostAsync("/vaggeryd/malark", fields);
    }

    private static async Task OpenAsync(BenchPerson person)
    {
        var times = new List<double>();
        for (var i = 0; i < 60; i++)
        {
            var clock = Stopwatch.GetTimestamp();
            await person.GetAsync(Grid);
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"    grid opens: median {PagesBench.At(Sorted(times), 0.5):0} ms, p95 {PagesBench.At(Sorted(times), 0.95):0} ms"
            )
        );
    }

    /// <summary>Everyone fills in 20 boxes of their own and saves at the same moment.</summary>
    private static async Task SaveAsync(Uri address)
    {
        var people = await Task.WhenAll(Enumerable.Range(0, People).Select(_ => BenchPerson.SignInAsync(address, "Verksamhetsutvecklare")));
        var times = new ConcurrentBag<double>();
        for (var round = 0; round < Rounds; round++)
        {
            var forms = new List<List<KeyValuePair<string, string>>>();
            for (var p = 0; p < People; p++)
            {
                var fields = BenchPerson.FormWith(await people[p].GetAsync(Grid), "v.");
                var own = fields
                    .Select(f => f.Key)
                    .Where(k => k.StartsWith("v.", StringComparison.Ordinal) && k.EndsWith(".Women", StringComparison.Ordinal))
                    .Skip(p * 20 + 30)
                    .Take(20)
                    .ToHashSet(StringComparer.Ordinal);
                forms.Add([.. Sent(fields, own).Select(f => own.Contains(f.Key) ? new(f.Key, $"{round},{p}") : f)]);
            }

            await Task.WhenAll(
                people.Select(
                    async (person, p) =>
                    {
                        var clock = Stopwatch.GetTimestamp();
                        var next = await person.PostAsync(Grid, forms[p]);
                        times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
                        if (!next.EndsWith("sparat=20", StringComparison.Ordinal))
                        {
                            throw new InvalidOperationException($"saved other than 20 figures: {next}");
                        }
                    }
                )
            );
        }

        Array.ForEach(people, p => p.Dispose());
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"    {People} people save at once: median {PagesBench.At(Sorted(times), 0.5):0} ms, p95 {PagesBench.At(Sorted(times), 0.95):0} ms; every figure recorded"
            )
        );
    }

    /// <summary>As the page's script does: of the grid's rows only those that someone has changed.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Sent(List<KeyValuePair<string, string>> fields, HashSet<string> changed)
    {
        var rows = changed.Select(RowOf).ToHashSet(StringComparer.Ordinal);
        return fields.Where(f => !f.Key.Contains('.', StringComparison.Ordinal) || rows.Contains(RowOf(f.Key)));

        static string RowOf(string name) => string.Join('.', name.Split('.')[1..3]);
    }

    private static async Task ImportAsync(BenchPerson person, string data)
    {
        var rows = Rows(1946, 2012, ["totalt", "kvinnor", "män"]);
        var (preview, commit) = await BringInAsync(person, rows);
        var peer = await CopyAsync(data, rows);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"    {rows.Count} rows: preview {preview:0.00} s, commit {commit:0.00} s; psql \\copy of the same rows {peer:0.00} s; commit is {peer / commit:0.00} of its speed"
            )
        );
    }

    internal static async Task<(double Preview, double Commit)> BringInAsync(
        BenchPerson person,
        List<(string Code, int Year, string Who, string Value)> rows
    )
    {
        var file = Encoding.UTF8.GetBytes(
            "indikator;period;kön;värde\r\n" + string.Concat(rows.Select(r => $"{r.Code};{r.Year};{r.Who};{r.Value}\r\n"))
        );
        var form = await person.GetAsync(Import);
        var clock = Stopwatch.GetTimestamp();
        var upload = await person.UploadAsync(Import, form, file);
        var page = await person.GetAsync(upload);
        var preview = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        clock = Stopwatch.GetTimestamp();
        await person.PostAsync(upload, BenchPerson.FormWith(page, "sett"));
        return (preview, Stopwatch.GetElapsedTime(clock).TotalSeconds);
    }

    private static List<(string, int, string, string)> Rows(int first, int last, string[] who) =>
        [
            .. from year in Enumerable.Range(first, last - first + 1)
            from i in Enumerable.Range(0, Indicators)
            from w in who
            select ($"B{i:000}", year, w, string.Create(CultureInfo.InvariantCulture, $"{(year * 7 + i) % 100},{i % 10}")),
        ];

    /// <summary>The same figures as rows of the table, into one like it with its indexes, in the same cluster.</summary>
    private static async Task<double> CopyAsync(string data, List<(string Code, int Year, string Who, string Value)> rows)
    {
        var file = Path.Combine(data, "rows.csv");
        var organisation = await PsqlAsync(data, "select organisation_id from organisations where slug = 'vaggeryd'");
        var indicators = (await PsqlAsync(data, "select code || ' ' || id from indicators where code ~ '^B[0-9]+$'", organisation))
            .Split('\n')
            .Select(l => l.Split(' '))
            .ToDictionary(l => l[0], l => l[1], StringComparer.Ordinal);
        await File.WriteAllLinesAsync(
            file,
            rows.Select(r =>
                $"{organisation},{Guid.CreateVersion7()},{indicators[r.Code]},{r.Year},{r.Who},{r.Value.Replace(',', '.')},2026-11-21,f,Verksamhetsutvecklare,f"
            )
        );
        await PsqlAsync(
            data,
            "create table bench_rows (like observations including all, foreign key (organisation_id, indicator_id) references indicators (organisation_id, id))"
        );
        var clock = Stopwatch.GetTimestamp();
        await PsqlAsync(
            data,
            $"\\copy bench_rows (organisation_id, id, indicator_id, period, breakdown, value, recorded_on, is_preliminary, recorded_by, is_example) from '{file}' csv",
            organisation
        );
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        await PsqlAsync(data, "drop table bench_rows");
        return seconds;
    }

    /// <param name="data">The server's data folder.</param>
    /// <param name="command">Run as the owner of the tables.</param>
    /// <param name="organisation">Whose rows are seen. Null: no one's.</param>
    internal static async Task<string> PsqlAsync(string data, string command, string? organisation = null)
    {
        var info = new ProcessStartInfo(
            "psql",
            ["-qAt", "-h", Path.Combine(data, "s"), "-U", "ledstjarna", "-d", "ledstjarna", "-c", command]
        )
        {
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        info.Environment["PGOPTIONS"] = organisation is null ? "" : $"-c app.organisation={organisation}";
        using var psql = Process.Start(info)!;
        var output = await psql.StandardOutput.ReadToEndAsync();
        await psql.WaitForExitAsync();
        return psql.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException($"psql failed: {command}");
    }

    internal static List<double> Sorted(IEnumerable<double> times) => [.. times.Order()];

    /// <summary>In KB.</summary>
    internal static long PeakOf(int process) =>
        long.Parse(
            File.ReadLines($"/proc/{process}/status")
                .First(l => l.StartsWith("VmHWM", StringComparison.Ordinal))
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)[1],
            CultureInfo.InvariantCulture
        );
}
