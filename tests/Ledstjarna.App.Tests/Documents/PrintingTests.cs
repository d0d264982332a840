using System.Diagnostics;
using System.Globalization;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Pdf;

namespace Ledstjarna.App.Tests.Documents;

/// <summary>The process around the printing, with a browser that does as the test says.</summary>
public sealed class PrintingTests : IDisposable
{
    /// <summary>Finds where the file is to be; what follows says what is done with that.</summary>
    private const string Begin = """
        #!/bin/sh
        for a in "$@"; do case $a in --print-to-pdf=*) out=${a#*=};; esac; done

        """;
    private const string Print = "printf '%%PDF-1.4\\n%%%%EOF\\n' > \"$out\"\n";

    private readonly string _folder = Directory.CreateTempSubdirectory("ledstjarna-test-").FullName;

    private string Work => Path.Combine(_folder, "work");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_browser_that_prints_gives_the_file()
    {
        using var printer = Printer(Print);
        (await printer.PrintAsync(Samples.Memo(), default)).ShouldBe("%PDF-1.4\n%%EOF\n"u8.ToArray());
        ShouldBeClean();
    }

    [Theory]
    [InlineData("exit 0")]
    [InlineData("exit 3")]
    [InlineData(Print + "exit 3")]
    [InlineData("printf '%%PDF-1.4' > \"$out\"")]
    [InlineData("printf 'hej %%%%EOF' > \"$out\"")]
    public async Task A_browser_that_gives_no_whole_file_has_failed(string script)
    {
        using var printer = Printer("echo något gick fel >&2\n" + script);
        var fault = await Should.ThrowAsync<PdfException>(() => printer.PrintAsync(Samples.Memo(), default));
        fault.Fault.ShouldBe(PdfFault.Failed);
        fault.Message.ShouldContain("något gick fel");
        ShouldBeClean();
    }

    [Fact]
    public async Task A_browser_that_talks_without_end_is_listened_to_and_forgotten()
    {
        using var printer = Printer("yes fel | head -c 3000000 >&2; yes fel | head -c 3000000\nexit 1");
        (await Should.ThrowAsync<PdfException>(() => printer.PrintAsync(Samples.Memo(), default))).Message.Length.ShouldBeLessThan(3000);
    }

    [Fact]
    public async Task A_browser_that_is_not_done_in_time_is_ended_with_all_it_started()
    {
        using var printer = Printer(Hang, TimeSpan.FromSeconds(1));
        var fault = await Should.ThrowAsync<PdfException>(() => printer.PrintAsync(Samples.Memo(), default));
        fault.Fault.ShouldBe(PdfFault.TooSlow);
        ShouldHaveEnded();
        ShouldBeClean();
    }

    [Fact]
    public async Task Who_no_longer_waits_ends_the_browser()
    {
        using var printer = Printer(Hang);
        using var source = new CancellationTokenSource();
        var printing = printer.PrintAsync(Samples.Memo(), source.Token);
        await Until(() => Pids().Count == 2);
        await source.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => printing);
        ShouldHaveEnded();
        ShouldBeClean();
    }

    [Fact]
    public async Task No_more_than_asked_for_print_at_once()
    {
        var (inside, clash) = (Path.Combine(_folder, "inside"), Path.Combine(_folder, "clash"));
        using var printer = Printer($"mkdir {inside} || touch {clash}\nsleep 0.2\nrmdir {inside}\n{Print}", atOnce: 1);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => printer.PrintAsync(Samples.Memo(), default)));
        File.Exists(clash).ShouldBeFalse();
    }

    [Fact]
    public async Task A_failure_lets_the_next_one_in()
    {
        using var printer = Printer($"exit 1", atOnce: 1);
        for (var time = 0; time < 3; time++)
        {
            await Should.ThrowAsync<PdfException>(() => printer.PrintAsync(Samples.Memo(), default)).WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    [Fact]
    public async Task The_browser_gets_no_words_of_anyone_and_no_settings_of_ours()
    {
        var seen = Path.Combine(_folder, "seen");
        Environment.SetEnvironmentVariable("ConnectionStrings__Prov", "hemligt");
        using var printer = Printer($"(echo \"$@\"; env) > {seen}\n{Print}");
        await printer.PrintAsync(Samples.Memo() with { Recipient = "Till Nämnden" }, default);
        var text = await File.ReadAllTextAsync(seen);
        text.ShouldContain("--headless");
        text.ShouldContain($"HOME={Work}/ledstjarna-pdf-");
        text.ShouldNotContain("hemligt");
        text.ShouldNotContain("mbitionsniv");
        text.ShouldNotContain("Nämnden");
    }

    [Fact]
    public async Task Without_a_browser_that_is_said()
    {
        using var printer = new PdfPrinter(new PdfOptions { Chromium = Path.Combine(_folder, "none") });
        (await Should.ThrowAsync<PdfException>(() => printer.PrintAsync(Samples.Memo(), default))).Fault.ShouldBe(PdfFault.NoChromium);
    }

    [Fact]
    public async Task A_browser_that_cannot_be_started_is_none()
    {
        var file = Path.Combine(_folder, "text");
        await File.WriteAllTextAsync(file, "inget program");
        Directory.CreateDirectory(Work);
        using var printer = new PdfPrinter(new PdfOptions { Chromium = file, Folder = Work });
        (await Should.ThrowAsync<PdfException>(() => printer.PrintAsync(Samples.Memo(), default))).Fault.ShouldBe(PdfFault.NoChromium);
        ShouldBeClean();
    }

    [Fact]
    public void The_browser_is_looked_for_where_programs_are_and_by_the_order_of_its_names()
    {
        var (first, last) = (
            Directory.CreateDirectory(Path.Combine(_folder, "a")).FullName,
            Directory.CreateDirectory(Path.Combine(_folder, "b")).FullName
        );
        ChromiumPath.Find(null, $"{first}:{last}").ShouldBeNull();
        File.WriteAllText(Path.Combine(first, "google-chrome"), "");
        ChromiumPath.Find("", $"{first}:{last}").ShouldBe(Path.Combine(first, "google-chrome"));
        File.WriteAllText(Path.Combine(last, "chromium"), "");
        ChromiumPath.Find(null, $"{first}:{last}").ShouldBe(Path.Combine(last, "chromium"));
        ChromiumPath.Find(Path.Combine(first, "google-chrome"), last).ShouldBe(Path.Combine(first, "google-chrome"));
        ChromiumPath.Find(Path.Combine(first, "none"), last).ShouldBeNull();
        ChromiumPath.Find(null, "relative:" + first).ShouldBe(Path.Combine(first, "google-chrome"));
    }

    /// <summary>Writes its number and that of a child, and then does nothing.</summary>
    private string Hang => $"sleep 300 &\necho $! >> {_folder}/pids\necho $$ >> {_folder}/pids\nwait\n";

    private List<int> Pids() =>
        File.Exists($"{_folder}/pids")
            ? [.. File.ReadAllLines($"{_folder}/pids").Select(l => int.Parse(l, CultureInfo.InvariantCulture))]
            : [];

    private void ShouldHaveEnded()
    {
        var pids = Pids();
        pids.Count.ShouldBe(2);
        pids.ShouldAllBe(p => HasEnded(p));
    }

    /// <summary>Gone, or dead and only waiting for someone to take note of it.</summary>
    private static bool HasEnded(int pid)
    {
        for (var attempt = 0; attempt < 50; attempt++)
        {
            var status = $"/proc/{pid}/status";
            if (!File.Exists(status) || File.ReadAllText(status).Contains("State:\tZ"))
            {
                return true;
            }

            Thread.Sleep(20);
        }

        return false;
    }

    private static async Task Until(Func<bool> isSo)
    {
        var start = Stopwatch.GetTimestamp();
        while (!isSo())
        {
            Stopwatch.GetElapsedTime(start).ShouldBeLessThan(TimeSpan.FromSeconds(20));
            await Task.Delay(20);
        }
    }

    private void ShouldBeClean() => Directory.EnumerateFileSystemEntries(Work).ShouldBeEmpty();

    private PdfPrinter Printer(string script, TimeSpan? limit = null, int atOnce = 2)
    {
        var browser = Path.Combine(_folder, "browser");
        File.WriteAllText(browser, Begin + script);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(browser, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Directory.CreateDirectory(Work);
        return new PdfPrinter(
            new PdfOptions
            {
                Chromium = browser,
                Folder = Work,
                TimeLimit = limit ?? TimeSpan.FromSeconds(60),
                AtOnce = atOnce,
            }
        );
    }
}
