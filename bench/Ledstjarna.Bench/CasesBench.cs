using System.Diagnostics;
using System.Globalization;

namespace Ledstjarna.Bench;

/// <summary>3 000 cases, about 45 MB of JSON lines, through <c>assess --lines</c>: wall time from start to end, and peak memory.</summary>
internal static class CasesBench
{
    public static async Task RunAsync(string program)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Environment.CurrentDirectory, "bench", "out")).FullName;
        var file = Path.Combine(folder, "cases.jsonl");
        var generator = new CaseGenerator(20211231);
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 3000).Select(_ => generator.Next()));
        Console.WriteLine($"(a) assess --lines: 3 000 cases, {new FileInfo(file).Length / 1e6:0.0} MB");
        for (var run = 1; run <= 5; run++)
        {
            var result = Path.Combine(folder, $"result{run}.jsonl");
            var clock = Stopwatch.StartNew();
            using var process = Process.Start(
                new ProcessStartInfo("sh", ["-c", "exec \"$0\" assess --lines \"$1\" > \"$2\"", program, file, result])
                {
                    UseShellExecute = false,
                }
            )!;
            var peak = 0L;
            while (!process.WaitForExit(5))
            {
                peak = Math.Max(peak, PeakOf(process.Id));
            }

            clock.Stop();
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"    run {run}: {clock.Elapsed.TotalSeconds:0.00} s, peak {peak / 1024.0:0} MB, exit {process.ExitCode}, {File.ReadLines(result).Count()} lines"
                )
            );
        }

        var same = Enumerable
            .Range(2, 4)
            .All(r =>
                File.ReadAllBytes(Path.Combine(folder, $"result{r}.jsonl"))
                    .AsSpan()
                    .SequenceEqual(File.ReadAllBytes(Path.Combine(folder, "result1.jsonl")))
            );
        Console.WriteLine($"    every run the same bytes: {same}");
    }

    /// <summary>The high-water mark of resident memory, in KiB; 0 when the process is gone.</summary>
    public static long PeakOf(int pid) => Status(pid, "VmHWM:");

    public static long ResidentOf(int pid) => Status(pid, "VmRSS:");

    private static long Status(int pid, string name)
    {
        try
        {
            var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(l => l.StartsWith(name, StringComparison.Ordinal));
            return line is null
                ? 0
                : long.Parse(
                    line[name.Length..].Replace("kB", "", StringComparison.Ordinal),
                    NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite,
                    CultureInfo.InvariantCulture
                );
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
