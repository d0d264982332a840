using System.ComponentModel;
using System.Diagnostics;

namespace Ledstjarna.Storage.Cluster;

/// <summary>Other programs, run to their end.</summary>
internal static class OsProcess
{
    /// <summary>What a program prints, or null when it is not there or fails.</summary>
    public static string? TryRead(string program, params string[] arguments)
    {
        try
        {
            using var process = Start(program, arguments, redirect: true);
            var text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? text : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    /// <summary>Runs a program whose children live on: nothing is read from it, for a pipe they inherit would never end.</summary>
    public static int Run(IReadOnlyList<string> command)
    {
        using var process = Start(command[0], command.Skip(1), redirect: false);
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Runs a program and returns what it said, on both streams, with its exit code.</summary>
    public static (int ExitCode, string Said) RunAndListen(IReadOnlyList<string> command)
    {
        using var process = Start(command[0], command.Skip(1), redirect: true);
        var errors = process.StandardError.ReadToEndAsync();
        var said = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        process.WaitForExit();
        return (process.ExitCode, said);
    }

    private static Process Start(string program, IEnumerable<string> arguments, bool redirect)
    {
        var info = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = "/",
            RedirectStandardOutput = redirect,
            RedirectStandardError = redirect,
            RedirectStandardInput = redirect,
        };
        info.Environment["LC_ALL"] = "C";
        return Process.Start(info)!;
    }
}
