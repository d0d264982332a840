using System.Diagnostics;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>A server of npm's in a folder of <c>tests</c>: installed when it is not, spoken with line by line, ended with this.</summary>
internal sealed class NodeProgram : IAsyncDisposable
{
    private readonly Process _node;

    private NodeProgram(Process node) => _node = node;

    public static async Task<NodeProgram> StartAsync(string name)
    {
        var folder = FindFolder(name);
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            using var npm = Start(folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
            await npm.WaitForExitAsync();
            npm.ExitCode.ShouldBe(0);
        }

        return new NodeProgram(Start(folder, "node", "--no-warnings", "server.mjs"));
    }

    public async Task<string> ReadLineAsync(CancellationToken cancellation = default) =>
        await _node.StandardOutput.ReadLineAsync(cancellation) ?? throw new InvalidOperationException("the server has ended");

    public async Task WriteLineAsync(string line)
    {
        await _node.StandardInput.WriteLineAsync(line);
        await _node.StandardInput.FlushAsync();
    }

    public async ValueTask DisposeAsync()
    {
        _node.Kill(entireProcessTree: true);
        await _node.WaitForExitAsync();
        _node.Dispose();
    }

    /// <summary>Its errors are let go: they are warnings that it is for tests only.</summary>
    private static Process Start(string folder, string program, params string[] arguments)
    {
        var process = Process.Start(
            new ProcessStartInfo(program, arguments)
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        process.BeginErrorReadLine();
        return process;
    }

    private static string FindFolder(string name)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("*.slnx").Length == 0)
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", name);
    }
}
