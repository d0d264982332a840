using Microsoft.Playwright;

namespace Ledstjarna.Browser.Tests;

/// <summary>A window with the form page; what goes wrong in it is noticed when it closes.</summary>
internal sealed class FormWindow(IPage page, Uri address) : IAsyncDisposable
{
    private const string Key = "ledstjarna:utkast:anna/mal/4";

    private readonly List<string> _wrong = [];

    public IPage Page => page;

    public ILocator Name => page.GetByLabel("Namn");

    public ILocator Reason => page.GetByLabel("Skäl");

    public ILocator DraftBox => page.Locator(".draft");

    public ILocator Counter => page.Locator(".counter");

    public ILocator GridStatus => page.Locator(".grid-status");

    public static async Task<FormWindow> OpenAsync(
        Chromium chromium,
        FormPage form,
        int width = 1280,
        ColorScheme scheme = ColorScheme.Light
    )
    {
        var window = new FormWindow(await chromium.OpenAsync(width, scheme: scheme), form.Address);
        window.Page.Console += (_, message) => window.Note(message.Type is "error" or "warning", message.Text);
        window.Page.PageError += (_, error) => window.Note(true, error);
        await window.GoAsync("/");
        return window;
    }

    public Task GoAsync(string path) => page.GotoAsync(new Uri(address, path).ToString());

    public ILocator Button(string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public ILocator Link(string name) => page.GetByRole(AriaRole.Link, new() { Name = name });

    public ILocator Cell(int row, int column) => page.Locator($"[data-row='{row}'][data-col='{column}']");

    public Task<string?> StoredAsync() => page.EvaluateAsync<string?>($"localStorage.getItem('{Key}')");

    public Task StoreAsync(string draft) => page.EvaluateAsync("([key, draft]) => localStorage.setItem(key, draft)", new[] { Key, draft });

    /// <summary>Types in the name, and waits until that is kept.</summary>
    public async Task TypeNameAsync(string name)
    {
        await Name.FillAsync(name);
        await page.WaitForFunctionAsync($"name => (localStorage.getItem('{Key}') ?? '').includes(name)", name);
    }

    public Task PasteAsync(ILocator cell, string text) =>
        cell.EvaluateAsync(
            """
            (cell, text) => {
              cell.focus();
              const clipboardData = new DataTransfer();
              clipboardData.setData('text/plain', text);
              cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
            }
            """,
            text
        );

    /// <summary>The values of the grid, row by row.</summary>
    public async Task<string> GridAsync() =>
        await page.Locator("table[data-grid]")
            .EvaluateAsync<string>(
                "t => [...t.tBodies[0].rows].map(r => [...r.querySelectorAll('input')].map(i => i.value).join(' ')).join(' | ')"
            );

    public async Task ShouldBeAccessibleAsync()
    {
        await page.ShouldPassAxeAsync();
        await page.ShouldFitAsync();
    }

    /// <summary>Answers the browser's own questions, and tells which they were.</summary>
    public IReadOnlyList<string> WhenAsked(bool leave)
    {
        var asked = new List<string>();
        page.Dialog += (_, dialog) =>
        {
            asked.Add(dialog.Type);
            _ = leave ? dialog.AcceptAsync() : dialog.DismissAsync();
        };
        return asked;
    }

    /// <summary>What is expected to go wrong in this window.</summary>
    public void Forget() => _wrong.Clear();

    public async ValueTask DisposeAsync()
    {
        await page.Context.CloseAsync();
        _wrong.ShouldBeEmpty();
    }

    private void Note(bool isWrong, string text)
    {
        if (isWrong)
        {
            _wrong.Add(text);
        }
    }
}
