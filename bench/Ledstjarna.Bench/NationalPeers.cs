using System.Diagnostics;
using System.Globalization;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Assessment.National;

namespace Ledstjarna.Bench;

/// <summary>The generated set as files that databases read, and the engine's answers as the lines that they are to give.</summary>
internal static class NationalFiles
{
    /// <summary>Every node of the tree above the indicators, numbered from the root, level by level as they come.</summary>
    public static List<(TreeNode Node, int Parent, int Depth)> Nodes(TreeNode root)
    {
        var nodes = new List<(TreeNode, int, int)> { (root, -1, 0) };
        for (var i = 0; i < nodes.Count; i++)
        {
            nodes.AddRange(nodes[i].Item1.Children.OfType<TreeNode>().Select(c => (c, i, nodes[i].Item3 + 1)));
        }

        return nodes;
    }

    public static void Write(NationalCase @case, string folder)
    {
        Directory.CreateDirectory(folder);
        var nodes = Nodes(@case.Tree);
        var parents = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < nodes.Count; i++)
        {
            foreach (var leaf in nodes[i].Node.Children.OfType<TreeIndicator>())
            {
                parents[leaf.Id] = i;
            }
        }

        File.WriteAllLines(
            Path.Combine(folder, "tree.csv"),
            ["node,parent", .. nodes.Select((n, i) => $"{i},{(n.Parent < 0 ? "" : n.Parent)}")]
        );
        File.WriteAllLines(
            Path.Combine(folder, "indicators.csv"),
            [
                "ind,parent,higher,lag,target,partly",
                .. @case.Indicators.Select(
                    (indicator, i) =>
                    {
                        var target = indicator.Rules.Targets.Count > 0 ? indicator.Rules.Targets[0] : null;
                        return Text(
                            $"{i},{parents[indicator.Id]},{(indicator.Rules.Direction == Direction.Higher ? "true" : "false")},{indicator.Rules.Lag},{target?.Value},{target?.PartlyValue}"
                        );
                    }
                ),
            ]
        );
        using var figures = new StreamWriter(Path.Combine(folder, "figures.csv"));
        figures.WriteLine("ind,mun,year,value");
        for (var i = 0; i < @case.Indicators.Count; i++)
        {
            var values = @case.Indicators[i].Figures;
            for (var year = values.FirstYear; year <= values.LastYear; year++)
            {
                var row = values.Row(year);
                for (var mun = 0; mun < row.Length; mun++)
                {
                    if (!double.IsNaN(row[mun]))
                    {
                        figures.WriteLine(Text($"{i},{mun},{year},{row[mun]}"));
                    }
                }
            }
        }
    }

    /// <summary>Each cell: indicator, year, municipality, status, source, missing, lens, the value's year, and what three lenses say.</summary>
    public static IEnumerable<string> Cells(NationalResult result)
    {
        var @case = result.Case;
        for (var i = 0; i < @case.Indicators.Count; i++)
        {
            for (var year = 0; year < @case.Years; year++)
            {
                for (var mun = 0; mun < @case.Columns.Count; mun++)
                {
                    var r = result.Indicator(@case.Indicators[i].Id, year)[mun];
                    yield return Text(
                        $"{i},{mun},{@case.FirstYear + year},{(int)r.Computed},{SourceOf(r)},{(r.Missing is { } m ? m == MissingReason.NoValue ? 0 : 1 : null)},{LensOf(r.Lens)},{r.Year},{(int?)r.Evidence(Lens.Target)},{(int?)r.Evidence(Lens.Trend)},{(int?)r.Evidence(Lens.Comparison)}"
                    );
                }
            }
        }
    }

    /// <summary>Each node's cell of one level: node, year, municipality, status, ends, near, coverage, carried, score.</summary>
    public static IEnumerable<(string Codes, double[] Numbers)> Level(NationalResult result, int depth)
    {
        var @case = result.Case;
        var nodes = Nodes(@case.Tree);
        for (var n = 0; n < nodes.Count; n++)
        {
            if (nodes[n].Depth != depth)
            {
                continue;
            }

            for (var year = 0; year < @case.Years; year++)
            {
                for (var mun = 0; mun < @case.Columns.Count; mun++)
                {
                    var r = result.Node(nodes[n].Node.Id, year)[mun];
                    yield return (
                        Text(
                            $"{n},{@case.FirstYear + year},{mun},{(int)r.Computed},{(int?)r.LowStatus},{(int?)r.HighStatus},{(r.Near ? "true" : "false")}"
                        ),
                        [r.Coverage, r.Carried, r.Score ?? double.NaN]
                    );
                }
            }
        }
    }

    /// <summary>That a database's files say what the engine says, line for line; shares to nine decimals.</summary>
    public static void RequireEqual(NationalResult result, string folder, string prefix)
    {
        RequireLines(Cells(result), File.ReadLines(Path.Combine(folder, $"{prefix}-cells.csv")), prefix);
        for (var depth = 0; depth < 4; depth++)
        {
            using var theirs = File.ReadLines(Path.Combine(folder, $"{prefix}-level{depth}.csv")).GetEnumerator();
            foreach (var (codes, numbers) in Level(result, depth))
            {
                var line = theirs.MoveNext() ? theirs.Current : "";
                var parts = line.Replace(",t,", ",true,", StringComparison.Ordinal)
                    .Replace(",f,", ",false,", StringComparison.Ordinal)
                    .Split(',');
                if (
                    string.Join(',', parts[..Math.Min(7, parts.Length)]) != codes
                    || !parts[7..].Select((p, i) => Near(p, numbers[i])).All(same => same)
                )
                {
                    throw new InvalidOperationException($"{prefix} says {line}, the engine {codes} {string.Join(' ', numbers)}");
                }
            }

            if (theirs.MoveNext())
            {
                throw new InvalidOperationException($"{prefix} says more: {theirs.Current}");
            }
        }
    }

    private static void RequireLines(IEnumerable<string> ours, IEnumerable<string> theirs, string prefix)
    {
        using var lines = theirs.GetEnumerator();
        foreach (var line in ours)
        {
            if (!lines.MoveNext() || lines.Current != line)
            {
                throw new InvalidOperationException($"{prefix} says {lines.Current}, the engine {line}");
            }
        }

        if (lines.MoveNext())
        {
            throw new InvalidOperationException($"{prefix} says more: {lines.Current}");
        }
    }

    private static bool Near(string text, double number) =>
        text.Length == 0 ? double.IsNaN(number) : Math.Abs(double.Parse(text, CultureInfo.InvariantCulture) - number) < 1e-9;

    private static int SourceOf(NationalRating rating) =>
        rating.Source switch
        {
            ValueSource.Fresh => 0,
            ValueSource.Carried => 1,
            _ => 2,
        };

    private static int? LensOf(Lens? lens) =>
        lens switch
        {
            Lens.Target => 0,
            Lens.Trend => 1,
            Lens.Comparison => 2,
            _ => null,
        };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}

/// <summary>A script in a Node process of its own, asked a line at a time.</summary>
internal sealed class NodePeer : IDisposable
{
    private readonly Process _node;

    private NodePeer(Process node) => _node = node;

    /// <param name="script">Of <c>bench/national</c>.</param>
    /// <param name="arguments">As it takes them.</param>
    public static NodePeer Start(string script, params IEnumerable<string> arguments)
    {
        if (!Directory.Exists(Path.Combine(Scripts, "node_modules")))
        {
            using var npm = Process.Start(
                new ProcessStartInfo("npm", ["install", "--silent", "--no-package-lock"]) { WorkingDirectory = Scripts }
            )!;
            npm.WaitForExit();
        }

        var node = Process.Start(
            new ProcessStartInfo("node", [Path.Combine(Scripts, script), .. arguments])
            {
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                UseShellExecute = false,
            }
        )!;
        return node.StandardOutput.ReadLine() == "ready"
            ? new NodePeer(node)
            : throw new InvalidOperationException($"{script} did not start");
    }

    /// <summary>Where the scripts and the SQL are.</summary>
    public static string Scripts => Path.Combine(Directory.GetCurrentDirectory(), "bench", "national");

    /// <summary>Milliseconds as the peer's own process has them, and what it said.</summary>
    public (double Milliseconds, string Said) Ask(string order)
    {
        _node.StandardInput.WriteLine(order);
        var line = _node.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"the peer broke off at {order}");
        var parts = line.Split(' ', 2);
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), parts[1]);
    }

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }
}

/// <summary>PostgreSQL 15: a cluster of its own, by socket only, stopped at the end.</summary>
internal sealed class ThrowawayPostgres : IDisposable
{
    private readonly string _folder;

    private ThrowawayPostgres(string folder) => _folder = folder;

    public static ThrowawayPostgres Start()
    {
        var folder = Directory.CreateTempSubdirectory("ledstjarna-bench-pg").FullName;
        var postgres = new ThrowawayPostgres(folder);
        Shell($"chown postgres {folder}");
        postgres.Run($"initdb -D {folder}/d -A trust -U postgres --no-sync >/dev/null");
        File.AppendAllText(
            $"{folder}/d/postgresql.conf",
            """

            listen_addresses = ''
            shared_buffers = 2GB
            work_mem = 512MB
            maintenance_work_mem = 1GB
            max_wal_size = 8GB
            max_parallel_workers_per_gather = 2
            max_parallel_workers = 2
            synchronous_commit = off
            jit = off
            """
        );
        postgres.Run($"pg_ctl -D {folder}/d -o '-k {folder}' -w start >/dev/null");
        return postgres;
    }

    /// <summary>Several statements, in one session, with output as it comes.</summary>
    public string Sql(string sql)
    {
        var info = new ProcessStartInfo("psql", ["-qAt", "-v", "ON_ERROR_STOP=1", "-h", _folder, "-U", "postgres", "-d", "postgres"])
        {
            RedirectStandardInput = true,
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var psql = Process.Start(info)!;
        psql.StandardInput.Write(sql);
        psql.StandardInput.Close();
        var output = psql.StandardOutput.ReadToEnd();
        psql.WaitForExit();
        return psql.ExitCode == 0 ? output.Trim() : throw new InvalidOperationException("psql failed");
    }

    public void Dispose()
    {
        Run($"pg_ctl -D {_folder}/d -m immediate stop >/dev/null");
        Directory.Delete(_folder, recursive: true);
    }

    private void Run(string command) =>
        Shell($"PATH=$PATH:/usr/lib/postgresql/15/bin; cd {_folder}; runuser -u postgres -- env PATH=$PATH sh -c \"{command}\"");

    private static void Shell(string command)
    {
        using var shell = Process.Start("sh", ["-c", command]);
        shell.WaitForExit();
        if (shell.ExitCode != 0)
        {
            throw new InvalidOperationException($"failed: {command}");
        }
    }
}
