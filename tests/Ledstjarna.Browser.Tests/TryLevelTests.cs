using Ledstjarna.App.Tests.TestServer;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledstjarna.Browser.Tests;

/// <summary>A level moved with the keyboard: the answer follows, with script and without.</summary>
public sealed class TryLevelTests(House house, Chromium chromium) : IClassFixture<House>
{
    private const string Address = "/vaggeryd/prova?mal=4&indikator=BROTT&niva=7400";

    [Fact]
    public async Task The_answer_follows_the_slider()
    {
        var page = await OpenAsync();
        await Expect(page.Locator("#nar")).ToContainTextAsync("74 av 290");
        await page.Locator("#aldre summary").ClickAsync();
        await Slider(page).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("ArrowRight");
        await Expect(page.GetByLabel("Högst, brott", new() { Exact = true })).ToHaveValueAsync(Spaced("7 600"));
        await Expect(page.Locator("#nar")).ToContainTextAsync("78 av 290");
        await Expect(page.Locator("[role=status]")).ToContainTextAsync("78 av 290 kommuner når nivån. Mål 4 är");
        await Expect(Slider(page)).ToBeFocusedAsync();
        await Expect(Slider(page)).ToHaveAttributeAsync("aria-valuetext", Spaced("7 600 brott"));
        await Expect(page.Locator("#aldre")).ToHaveAttributeAsync("open", "");
        await page.WaitForURLAsync("**&niva=7600");
        await page.ReloadAsync();
        await Expect(page.Locator("#nar")).ToContainTextAsync("78 av 290");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_typed_moves_the_slider_and_what_cannot_be_read_is_said()
    {
        var page = await OpenAsync();
        var box = page.GetByLabel("Högst, brott", new() { Exact = true });
        await box.FillAsync("12 000");
        await Expect(Slider(page)).ToHaveValueAsync("12000");
        await box.FillAsync("tolv");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Det går inte att läsa som ett tal.");
        await Expect(box).ToHaveAttributeAsync("aria-invalid", "true");
        await box.FillAsync("7 400");
        await Expect(page.Locator("#nar")).ToContainTextAsync("74 av 290");
        await Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Expect(box).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Without_script_the_button_does_the_same()
    {
        var page = await OpenAsync(script: false);
        await Slider(page).FocusAsync();
        await page.Keyboard.PressAsync("ArrowRight");
        await page.GetByRole(AriaRole.Button, new() { Name = "Räkna om" }).ClickAsync();
        page.Url.ShouldEndWith("&niva=7500");
        await Expect(page.GetByLabel("Högst, brott", new() { Exact = true })).ToHaveValueAsync(Spaced("7 500"));
        await page.Context.CloseAsync();
    }

    private static ILocator Slider(IPage page) => page.GetByRole(AriaRole.Slider);

    /// <summary>With the space that keeps a number together.</summary>
    private static string Spaced(string text) => text.Replace(' ', '\u00a0').Replace("\u00a0brott", " brott", StringComparison.Ordinal);

    private async Task<IPage> OpenAsync(bool script = true)
    {
        var page = await chromium.OpenAsync(script: script);
        await page.GotoAsync(new Uri(house.Address, Address).ToString());
        return page;
    }
}
