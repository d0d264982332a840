using System.Diagnostics;
using System.Text;

namespace Ledstjarna.App.Tests.Cli;

/// <summary>The built program, run as a person at a prompt would.</summary>
internal static class Program
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(
        string[] arguments,
        byte[]? input = null,
        Dictionary<string, string>? environment = null
    )
    {
        var info = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "ledstjarna.dll"), .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment ?? [])
        {
            info.Environment[name] = value;
        }

        using var process = Process.Start(info)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input ?? []);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It ended before it had read all.
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await errors);
    }
}
