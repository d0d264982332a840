using System.Diagnostics;
using System.Text.Json;

namespace Ledstjarna.App.Tests.Web.SignIn;

/// <summary>The certified oidc-provider of npm, twice, in a node of its own that ends with this.</summary>
public sealed class RealProvider : IAsyncLifetime
{
    private Process _node = null!;

    /// <summary>Keeps a secret with its client and tells names and roles by userinfo.</summary>
    public string Stad { get; private set; } = "";

    /// <summary>Has a public client and tells names and roles in the id_token.</summary>
    public string Bygd { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var folder = FindFolder();
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            using var npm = Start(folder, "npm", "ci", "--no-audit", "--no-fund", "--loglevel=error");
            await npm.WaitForExitAsync();
            npm.ExitCode.ShouldBe(0);
        }

        _node = Start(folder, "node", "--no-warnings", "server.mjs");
        var line = await _node.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("the provider did not start");
        var addresses = JsonElement.Parse(line);
        (Stad, Bygd) = (addresses.GetProperty("stad").GetString()!, addresses.GetProperty("bygd").GetString()!);
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

    private static string FindFolder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && folder.GetFiles("*.slnx").Length == 0)
        {
            folder = folder.Parent;
        }

        return Path.Combine(folder!.FullName, "tests", "oidc");
    }
}
