using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Ledstjarna.Bench;

/// <summary>
/// A follow-up of 500 indicators: 60 people report at once, each one part of a goal with its words and figures, round after round; then every
/// text and figure is counted in the database. Last the follow-up is decided, which freezes 2 000 figures and more.
/// </summary>
internal static partial class ReportBench
{
    private const int People = 60;
    private const int PerPart = 8;
    private const int Indicators = 500;
    private const int Rounds = 10;
    private const string Page = "/vaggeryd/uppfoljningar/2024-11-30";

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
            try
            {
                await PagesBench.WaitAsync(address);
                using var strategist = await BenchPerson.SignInAsync(address, "Verksamhetsutvecklare");
                var organisation = await PrepareAsync(strategist, data);
                Console.WriteLine($"(f) reporting: {Indicators} indicators in one follow-up");
                await ReportAsync(address, data, organisation);
                await DecideAsync(strategist, data, organisation);
                Console.WriteLine($"    peak resident memory of the app {WorkBench.PeakOf(server.Id) / 1024} MB");
            }
            finally
            {
                Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
                await server.WaitForExitAsync();
            }
        }
        finally
        {
            await Task.Delay(1500);
            Directory.Delete(data, recursive: true);
        }
    }

    /// <summary>Goals with 62 parts, the figures of four years, a follow-up of them, and everyone asked.</summary>
    private static async Task<string> PrepareAsync(BenchPerson person, string data)
    {
        var sheet = new StringBuilder("typ\tnummer\tnamn\tkod\tmäts i\triktning\nmål\t1\tMål\n");
        for (var i = 0; i < Indicators; i++)
        {
            var part = (i / PerPart) + 1;
            sheet.Append(i % PerPart == 0 ? $"delmål\t1.{part}\tDelmål {part}\nmätområde\t1.{part}.1\tOmråde {part}\n" : "");
            sheet.Append(CultureInfo.InvariantCulture, $"indikator\t\tIndikator {i:000}\tB{i:000}\t%\thögre\n");
        }

        var fields = BenchPerson.FormWith(await person.GetAsync("/vaggeryd/malark"), "text");
        fields.RemoveAll(f => f.Key is "text" or "fil" or "f.name" or "f.from");
        fields.AddRange([new("text", sheet.ToString()), new("f.name", "Mätning"), new("f.from", "2031-01-01"), new("klart", "ja")]);
        await person.PostAsync("/vaggeryd/malark", fields);
        var rows = new List<(string, int, string, string)>();
        for (var year = 2020; year < 2024; year++)
        {
            rows.AddRange(Enumerable.Range(0, Indicators).Select(i => ($"B{i:000}", year, "totalt", $"{(year + i) % 60 + 40},5")));
        }

        await WorkBench.BringInAsync(person, rows);
        var organisation = await WorkBench.PsqlAsync(data, "select organisation_id from organisations where slug = 'vaggeryd'");
        await WorkBench.PsqlAsync(
            data,
            $"""
            update goal_structures set validity_to = '2023-12-31' where validity_from = '2023-01-01';
            update goal_structures set validity_from = '2024-01-01' where name = 'Mätning';
            update indicators set owner_id = (select id from units where abbreviation = 'KLK'), cadence_months = 12 where code ~ '^B[0-9]+$';
            insert into follow_ups (organisation_id, id, kind, state, cut_off, known_at, structure_id, principle_id, surveyed, is_example)
            select organisation_id, gen_random_uuid(), 'Extra', 'Planned', '2024-11-30', '2099-12-31', id, principle_id, array[]::uuid[], false
              from goal_structures where name = 'Mätning'
            """,
            organisation
        );
        await StepAsync(person, "Planned", "Open");
        return organisation;
    }

    private static async Task ReportAsync(Uri address, string data, string organisation)
    {
        var tasks = (
            await WorkBench.PsqlAsync(
                data,
                $"select r.id from requests r join follow_ups f on f.id = r.follow_up_id join goals g on g.id = r.goal_id where f.cut_off = '2024-11-30' and g.parent_id is not null order by r.id limit {People}",
                organisation
            )
        ).Split('\n');
        var people = await Task.WhenAll(tasks.Select(_ => BenchPerson.SignInAsync(address, "Verksamhetsutvecklare")));
        var (reads, saves) = (new ConcurrentBag<double>(), new ConcurrentBag<double>());
        async Task ToldAsync(string how, Func<Task> work)
        {
            (reads, saves) = ([], []);
            await work();
            Console.WriteLine(Line($"{how}, read", reads));
            Console.WriteLine(Line($"{how}, save {PerPart} figures and a text", saves));
        }

        await ToldAsync(
            "one at a time",
            async () =>
            {
                for (var p = 0; p < people.Length; p++)
                {
                    await ReportOnceAsync(people[p], tasks[p], p, 0, TimeSpan.Zero, reads, saves);
                }
            }
        );
        await ToldAsync(
            $"{people.Length} people at work, writing for 3 to 6 s",
            () =>
                Task.WhenAll(
                    people.Select(
                        async (person, p) =>
                        {
                            var pace = new Random(p);
                            for (var round = 1; round <= Rounds; round++)
                            {
                                await Task.Delay(TimeSpan.FromSeconds(3 * pace.NextDouble()));
                                await ReportOnceAsync(
                                    person,
                                    tasks[p],
                                    p,
                                    round,
                                    TimeSpan.FromSeconds(3 + (3 * pace.NextDouble())),
                                    reads,
                                    saves
                                );
                            }
                        }
                    )
                )
        );
        await ToldAsync(
            $"{people.Length} people in the very same moment",
            async () =>
            {
                for (var round = Rounds + 1; round < 2 * Rounds; round++)
                {
                    await Task.WhenAll(
                        people.Select((person, p) => ReportOnceAsync(person, tasks[p], p, round, TimeSpan.Zero, reads, saves))
                    );
                }
            }
        );
        Array.ForEach(people, p => p.Dispose());
        await CountAsync(data, organisation, tasks);
    }

    private static async Task ReportOnceAsync(
        BenchPerson person,
        string task,
        int p,
        int round,
        TimeSpan writes,
        ConcurrentBag<double> reads,
        ConcurrentBag<double> saves
    )
    {
        var page = $"/vaggeryd/uppgifter/{task}";
        var clock = Stopwatch.GetTimestamp();
        var fields = BenchPerson.FormWith(await person.GetAsync(page), "version");
        reads.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        var figures = fields
            .Where(f => f.Key.StartsWith("v.B", StringComparison.Ordinal))
            .Select(f => f.Key)
            .ToHashSet(StringComparer.Ordinal);
        fields.RemoveAll(f => figures.Contains(f.Key) || f.Key is "kommentar" || f.Key.StartsWith("s.", StringComparison.Ordinal));
        fields.AddRange(figures.Select(f => new KeyValuePair<string, string>(f, $"{round},{p}")));
        fields.AddRange([new("kommentar", Words(p, round)), new("gor", "utkast")]);
        await Task.Delay(writes);
        clock = Stopwatch.GetTimestamp();
        await person.PostAsync(page, fields);
        saves.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
    }

    private static string Words(int person, int round) => $"Person {person}, omgång {round}. Åtgärder pågår i alla delar av verksamheten.";

    /// <summary>Every person's last text, saved once a round, and every figure of every round: not one lost or doubled.</summary>
    private static async Task CountAsync(string data, string organisation, string[] tasks)
    {
        var texts = (
            await WorkBench.PsqlAsync(
                data,
                "select id || '|' || version || '|' || (report ->> 'comment') from requests where version > 0 and not is_example",
                organisation
            )
        )
            .Split('\n')
            .Select(l => l.Split('|'))
            .ToDictionary(l => l[0], l => (Version: l[1], Text: l[2]), StringComparer.Ordinal);
        for (var p = 0; p < tasks.Length; p++)
        {
            if (texts[tasks[p]] != ($"{2 * Rounds}", Words(p, (2 * Rounds) - 1)))
            {
                throw new InvalidOperationException($"lost or doubled: {texts[tasks[p]]}");
            }
        }

        var figures = int.Parse(
            await WorkBench.PsqlAsync(
                data,
                "select count(*) from observations o join indicators i on i.id = o.indicator_id where i.code ~ '^B[0-9]+$' and o.recorded_by <> '' and o.value < 40",
                organisation
            ),
            CultureInfo.InvariantCulture
        );
        if (figures != tasks.Length * PerPart * 2 * Rounds)
        {
            throw new InvalidOperationException($"figures lost or doubled: {figures}");
        }

        Console.WriteLine(
            $"    {tasks.Length} texts in the database, each the last one sent and saved {2 * Rounds} times; {figures} figures; none lost or doubled"
        );
    }

    private static async Task DecideAsync(BenchPerson person, string data, string organisation)
    {
        await StepAsync(person, "Open", "Preparing");
        var page = await person.GetAsync(Page);
        var form = BoardForm().Matches(page).Select(m => m.Value).Last(f => f.Contains("KS 2022-11-09", StringComparison.Ordinal));
        var fields = BenchPerson.FormWith(form, "organ");
        var decision = Decision().Match(form).Groups[1].Value;
        fields.RemoveAll(f => f.Key == "beslut");
        fields.Add(new("beslut", decision));
        var clock = Stopwatch.GetTimestamp();
        await person.PostAsync($"{Page}/beslut", fields);
        var seconds = Stopwatch.GetElapsedTime(clock).TotalSeconds;
        var frozen = await WorkBench.PsqlAsync(
            data,
            "select jsonb_array_length(c.content -> 'observations') || ' figures, ' || jsonb_array_length(c.content -> 'requests') || ' reports' from frozen_contents c join frozen_follow_ups f on f.id = c.id join follow_ups u on u.id = f.follow_up_id where u.cut_off = '2024-11-30'",
            organisation
        );
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"    decided and frozen ({frozen}) in {seconds:0.00} s"));
    }

    private static async Task StepAsync(BenchPerson person, string was, string to)
    {
        var fields = BenchPerson.FormWith(await person.GetAsync(Page), "till");
        fields.RemoveAll(f => f.Key is "var" or "till" or "skal");
        await person.PostAsync($"{Page}/steg", [.. fields, new("var", was), new("till", to)]);
    }

    private static string Line(string what, IEnumerable<double> times)
    {
        var sorted = WorkBench.Sorted(times);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"    {what}: median {PagesBench.At(sorted, 0.5):0} ms, p95 {PagesBench.At(sorted, 0.95):0} ms"
        );
    }

    [GeneratedRegex("<form[^>]*/beslut\".*?</form>", RegexOptions.Singleline)]
    private static partial Regex BoardForm();

    [GeneratedRegex("<option value=\"([0-9a-f-]{36})\"[^>]*>KS 2022-11-09")]
    private static partial Regex Decision();
}
