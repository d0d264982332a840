using System.Diagnostics;
using System.Globalization;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Assessment.National;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Bench;

/// <summary>All municipalities at once: a generated set of 200 indicators in a tree of four levels, 290 municipalities and 20 years, 15 % missing.</summary>
internal static class NationalBench
{
    private const int Municipalities = 290;
    private const int FirstYear = 2005;
    private const int Years = 20;
    private const int MissingPercent = 15;
    private const int Rounds = 7;
    private const int PostgresRounds = 2;

    public static void Run()
    {
        Console.WriteLine(
            "(g) all of Sweden: indicators, in a tree of four levels, × 290 municipalities × years; statuses and reason codes kept"
        );
        Assess(Case(200, Years)); // to warm up
        foreach (var (indicators, years) in (ReadOnlySpan<(int, int)>)[(200, 20), (2000, 20), (200, 5), (200, 25)])
        {
            var @case = Case(indicators, years);
            foreach (var threads in (ReadOnlySpan<int>)[1, Environment.ProcessorCount])
            {
                var best = Enumerable.Range(0, 3).Min(_ => Assess(@case, threads));
                var cells = (double)indicators * Municipalities * years;
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"    {indicators} × {Municipalities} × {years}, {threads} threads: {best:0.0} ms, {best * 1e6 / cells:0} ns an indicator assessment"
                    )
                );
            }
        }
    }

    /// <summary>The whole set, by turns; and one municipality in one year.</summary>
    public static void BesideDatabases()
    {
        var @case = Case(200, Years);
        var folder = Directory.CreateTempSubdirectory("ledstjarna-bench").FullName;
        NationalFiles.Write(@case, folder);
        using var duck = NodePeer.Start(
            "duckdb.mjs",
            folder,
            Invariant($"{Environment.ProcessorCount}"),
            Invariant($"{@case.FirstYear}"),
            Invariant($"{@case.FirstYear + @case.Years - 1}")
        );
        using var postgres = ThrowawayPostgres.Start();
        postgres.Sql(
            $"""
            create table indicators (ind smallint primary key, parent smallint, higher boolean, lag smallint, target float8, partly float8);
            create table tree (node smallint primary key, parent smallint);
            create table figures (ind smallint, mun smallint, year smallint, value float8);
            \copy indicators from '{folder}/indicators.csv' (format csv, header)
            \copy tree from '{folder}/tree.csv' (format csv, header)
            \copy figures from '{folder}/figures.csv' (format csv, header)
            alter table figures add primary key (ind, mun, year);
            create table municipalities as select distinct mun from figures;
            vacuum analyze;
            """
        );
        var sql =
            Fill(File.ReadAllText(Path.Combine(NodePeer.Scripts, "assess.postgres.sql")), @case)
            + string.Concat(
                Enumerable
                    .Range(0, 4)
                    .Reverse()
                    .Select(level =>
                        $"drop table if exists level{level};\n"
                        + File.ReadAllText(Path.Combine(NodePeer.Scripts, "rollup.sql"))
                            .Replace("{create}", "create unlogged table", StringComparison.Ordinal)
                            .Replace("{into}", $"level{level}", StringComparison.Ordinal)
                            .Replace("{from}", $"level{level + 1}", StringComparison.Ordinal)
                    )
            );
        var (own, ducks, kept, posts) = (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        duck.Ask("best");
        Assess(@case); // to warm up
        duck.Ask("all");
        for (var round = 0; round < Rounds; round++)
        {
            own.Add(Assess(@case));
            ducks.Add(duck.Ask("all").Milliseconds);
            own.Add(Assess(@case));
            kept.Add(duck.Ask("all kept").Milliseconds);
            if (round < PostgresRounds)
            {
                var clock = Stopwatch.GetTimestamp();
                postgres.Sql(sql);
                posts.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
            }
        }

        var result = NationalAssessor.Assess(@case);
        duck.Ask("write");
        NationalFiles.RequireEqual(result, folder, "duckdb");
        Write(postgres, folder);
        NationalFiles.RequireEqual(result, folder, "postgres");
        Console.WriteLine(
            Invariant(
                $"(h) the same by turns, every status and code alike, medians: engine {Median(own):0.0} ms, DuckDB {Median(ducks):0} ms ({Median(ducks) / Median(own):0.0}×), DuckDB with every value's place kept in a table, as the engine has it in memory, {Median(kept):0} ms ({Median(kept) / Median(own):0.0}×), PostgreSQL {Median(posts):0} ms ({Median(posts) / Median(own):0}×)"
            )
        );
        One(@case, duck);
        Change(@case);
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>One municipality in one year, from its figures in memory to the whole tree; DuckDB from the table it keeps with every value's place in it.</summary>
    private static void One(NationalCase @case, NodePeer duck)
    {
        var (own, ducks) = (new List<double>(), new List<double>());
        var random = new Random(2);
        int[] municipalities = [.. Enumerable.Range(0, 20).Select(_ => random.Next(Municipalities))];
        var kept = municipalities.Select(mun => @case.Indicators.Select(i => i.Of(mun)).ToList()).ToList();
        for (var round = 0; round < 320; round++)
        {
            var (place, year) = (round % municipalities.Length, random.Next(Years));
            var mun = municipalities[place];
            var clock = Stopwatch.GetTimestamp();
            var result = Assessor.Assess(new AssessmentCase(@case.CutOff(year), @case.Principle, @case.Tree, kept[place]));
            var time = Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
            var (theirs, said) = duck.Ask(Invariant($"one {mun} {FirstYear + year}"));
            var statuses = result.Indicators.ToDictionary(i => i.Id, i => (int)i.Layers.Computed, StringComparer.Ordinal);
            if (said != string.Join(';', @case.Indicators.Select((indicator, i) => Invariant($"{i} {statuses[indicator.Id]}"))))
            {
                throw new InvalidOperationException($"DuckDB says other of municipality {mun} in {FirstYear + year}");
            }

            if (round >= 20)
            {
                own.Add(time);
                ducks.Add(theirs);
            }
        }

        Console.WriteLine(
            Invariant(
                $"(i) one municipality in one year, 200 indicators with places among 290, 300 times by turns, statuses alike: engine with its roll-up median {Median(own):0.00} ms, DuckDB without {Median(ducks):0.00} ms ({Median(ducks) / Median(own):0}×)"
            )
        );
    }

    /// <summary>One target changed, at random: for one municipality in one year, and for all municipalities and years.</summary>
    private static void Change(NationalCase @case)
    {
        var before = NationalAssessor.Assess(@case);
        List<MeasuredIndicator> one = [.. @case.Indicators.Select(i => i.Of(17))];
        var ones = Timed(
            @case,
            (id, targets) =>
                Assessor.Assess(
                    new AssessmentCase(
                        @case.CutOff(Years - 1),
                        @case.Principle,
                        @case.Tree,
                        [.. one.Select(i => i.Id == id ? i.WithTargets(targets) : i)]
                    )
                )
        );
        var alls = Timed(@case, (id, targets) => NationalAssessor.Change(before, id, targets));
        Console.WriteLine(
            Invariant(
                $"(j) one target changed and all that follows assessed anew, 2 000 times: one municipality and year median {Median(ones):0.00} ms, p99 {P99(ones):0.00} ms; 290 municipalities × 20 years median {Median(alls):0.00} ms, p99 {P99(alls):0.00} ms"
            )
        );
    }

    private static List<double> Timed(NationalCase @case, Action<string, IReadOnlyList<TargetLevel>> change)
    {
        var random = new Random(3);
        var times = new List<double>();
        for (var round = 0; round < 2500; round++)
        {
            var rules = @case.Indicators[random.Next(@case.Indicators.Count)].Rules;
            var level = random.Next(200, 1000) / 10.0;
            IReadOnlyList<TargetLevel> targets =
            [
                rules.Direction == Direction.Higher ? TargetLevel.AtLeast(level) : TargetLevel.AtMost(level),
            ];
            var clock = Stopwatch.GetTimestamp();
            change(rules.Id, targets);
            times.Add(Stopwatch.GetElapsedTime(clock).TotalMilliseconds);
        }

        return times[500..];
    }

    private static double P99(List<double> times) => PagesBench.At(WorkBench.Sorted(times), 0.99);

    private static void Write(ThrowawayPostgres postgres, string folder)
    {
        var sql = $"\\copy (select * from cells order by ind, year, mun) to '{folder}/postgres-cells.csv' (format csv)\n";
        for (var level = 0; level < 4; level++)
        {
            sql +=
                $"\\copy (select of_node, year, mun, status, low, high, near, own_coverage, own_carried, score from level{level} order by 1, 2, 3) to '{folder}/postgres-level{level}.csv' (format csv)\n";
        }

        postgres.Sql(sql);
    }

    private static string Fill(string sql, NationalCase @case) =>
        sql.Replace("$first", Invariant($"{@case.FirstYear}"), StringComparison.Ordinal)
            .Replace("$last", Invariant($"{@case.FirstYear + @case.Years - 1}"), StringComparison.Ordinal);

    private static double Median(List<double> times) => PagesBench.At(WorkBench.Sorted(times), 0.5);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    /// <summary>The same set each time; the values are of the shape of real ones, whole tenths that often meet.</summary>
    public static NationalCase Case(int indicators, int years)
    {
        var random = new Random(1);
        var columns = new MunicipalityColumns(Enumerable.Range(1, Municipalities).Select(c => new MunicipalityCode($"{c:0000}")));
        var all = Enumerable.Range(0, indicators).Select(i => Indicator(random, i, columns, years)).ToList();
        var principle = new Principle(Lens.Target, Lens.Comparison, Lens.Trend)
        {
            Tolerance = 0.8,
            Carry = 1,
            Trend = new TrendRule { Relative = 0.02 },
        };
        var areas = all.Chunk(5)
            .Select((chunk, i) => new TreeNode($"area{i}", [.. chunk.Select(c => new TreeIndicator(c.Id))]) { Level = "area" })
            .ToList();
        var parts = areas.Chunk(4).Select((chunk, i) => new TreeNode($"part{i}", [.. chunk]) { Level = "part" });
        var goals = parts.Chunk(3).Select((chunk, i) => new TreeNode($"goal{i}", [.. chunk]) { Level = "goal" });
        return new NationalCase(FirstYear, years, principle, new TreeNode("all", [.. goals]), all);
    }

    private static double Assess(NationalCase @case, int threads = 0)
    {
        var clock = Stopwatch.GetTimestamp();
        NationalAssessor.Assess(@case, threads);
        return Stopwatch.GetElapsedTime(clock).TotalMilliseconds;
    }

    private static NationalIndicator Indicator(Random random, int i, MunicipalityColumns columns, int years)
    {
        var values = new double[years * columns.Count];
        for (var v = 0; v < values.Length; v++)
        {
            values[v] = random.Next(100) < MissingPercent ? double.NaN : random.Next(200, 1000) / 10.0;
        }

        var isHigher = i % 3 != 0;
        var level = random.Next(40, 80);
        var rules = new MeasuredIndicator(
            $"i{i}",
            isHigher ? Direction.Higher : Direction.Lower,
            12,
            ObservationSeries.Empty,
            i % 4 == 3 ? [] : [isHigher ? TargetLevel.AtLeast(level, level - 10) : TargetLevel.AtMost(level)]
        )
        {
            Lag = i % 2 * 6,
        };
        return new NationalIndicator(rules, new NationalFigures(columns, FirstYear, years, values));
    }
}
