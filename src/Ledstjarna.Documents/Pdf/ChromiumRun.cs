using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Ledstjarna.Documents.Pdf;

/// <summary>The browser, started to print one page. It is given no words of anyone's, no secrets of ours, and no way out to the net.</summary>
internal static class ChromiumRun
{
    private const int LongestWords = 2000;

    /// <returns>What the browser said, for the log.</returns>
    public static async Task<string> PrintAsync(string browser, PrintFolder folder, TimeSpan limit, CancellationToken cancellation)
    {
        using var process = Start(browser, folder);
        var said = new StringBuilder();
        var listening = Task.WhenAll(ListenAsync(process.StandardOutput, said), ListenAsync(process.StandardError, said));
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(limit);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            throw new PdfException(PdfFault.TooSlow, Words(said));
        }
        finally
        {
            process.Kill(entireProcessTree: true); // nothing when it has ended by itself
            await process.WaitForExitAsync(CancellationToken.None);
        }

        // Its children may hold the pipes a little longer; what they say is not waited for.
        await Task.WhenAny(listening, Task.Delay(TimeSpan.FromSeconds(1), CancellationToken.None));
        return process.ExitCode == 0 ? Words(said) : throw new PdfException(PdfFault.Failed, Words(said));
    }

    private static Process Start(string browser, PrintFolder folder)
    {
        var info = new ProcessStartInfo(browser, Arguments(folder))
        {
            UseShellExecute = false,
            WorkingDirectory = folder.Root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        info.Environment.Clear(); // the app's own may hold passwords
        info.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        info.Environment["HOME"] = info.Environment["TMPDIR"] = folder.Root;
        info.Environment["LANG"] = "C.UTF-8";
        try
        {
            return Process.Start(info)!;
        }
        catch (Win32Exception e)
        {
            throw new PdfException(PdfFault.NoChromium, browser, e);
        }
    }

    private static string[] Arguments(PrintFolder folder) =>
        [
            "--headless",
            "--no-sandbox", // as root and in containers it has none to go into; the page has no script and cannot fetch
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-extensions",
            "--disable-sync",
            "--no-first-run",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--no-pdf-header-footer",
            "--generate-pdf-document-outline",
            $"--user-data-dir={folder.Profile}",
            $"--print-to-pdf={folder.Pdf}",
            new Uri(folder.Page).AbsoluteUri,
        ];

    /// <summary>Read to the end, or the browser would stop when the pipe is full; only the beginning is kept.</summary>
    private static async Task ListenAsync(StreamReader reader, StringBuilder said)
    {
        var block = new char[1024];
        try
        {
            int read;
            while ((read = await reader.ReadAsync(block)) > 0)
            {
                lock (said)
                {
                    said.Append(block, 0, Math.Min(read, LongestWords - said.Length));
                }
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // the browser was ended
        }
    }

    private static string Words(StringBuilder said)
    {
        lock (said)
        {
            return said.ToString().Trim();
        }
    }
}
