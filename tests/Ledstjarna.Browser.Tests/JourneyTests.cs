using Ledstjarna.App.Tests.TestServer;
using Microsoft.Playwright;

namespace Ledstjarna.Browser.Tests;

/// <summary>The few journeys that need a browser: keyboard, no script, a phone, print.</summary>
public sealed class JourneyTests(House house, Chromium chromium) : IClassFixture<House>
{
    [Fact]
    public async Task From_the_overview_to_why_an_indicator_is_red_with_the_keyboard_only()
    {
        var page = await GoAsync("/vaggeryd?datum=2022-12-31");
        await page.Keyboard.PressAsync("Tab");
        (await FocusedAsync(page)).ShouldContain("Hoppa till innehållet");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "… som är attraktiv");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/mal/4?**");
        await TabToAsync(page, "Trygg utomhus när det är mörkt");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/indikator/EX-MORKER?**");
        (await page.Locator("main").InnerTextAsync())
            .Replace('\u00a0', ' ')
            .ShouldContain("66 % når varken målvärdet minst 75 % eller gränsen för delvis, 70 %.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Why_unfolds_in_place_without_script()
    {
        var page = await GoAsync("/vaggeryd?datum=2022-12-31", script: false);
        var why = page.Locator(".goal").Nth(2).Locator("details");
        (await why.Locator("p").IsVisibleAsync()).ShouldBeFalse();
        await why.Locator("summary").ClickAsync();
        (await why.Locator("p").InnerTextAsync()).ShouldContain("men det ändrar inte färgen");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Another_follow_up_is_chosen_without_script_and_kept_in_the_links()
    {
        var page = await GoAsync("/vaggeryd", script: false);
        await page.GetByLabel("Visa läget per").SelectOptionAsync("2022-08-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa", Exact = true }).ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldContain("bedöms uppfyllas");
        await page.GetByRole(AriaRole.Link, new() { Name = "… som är attraktiv" }).ClickAsync();
        page.Url.ShouldEndWith("/mal/4?datum=2022-08-31");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_branch_of_the_tree_unfolds_down_to_its_figures()
    {
        var page = await GoAsync("/vaggeryd/maltrad", script: false);
        await page.GetByText("4.2. Trygghet").ClickAsync();
        await page.GetByText("4.2.1. Brott och trygghet").ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Anmälda brott per 100 000 invånare" }).ClickAsync();
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Anmälda brott per 100 000 invånare");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_menu_opens_on_a_phone_without_script()
    {
        var page = await GoAsync("/vaggeryd", width: 375, script: false);
        var link = page.GetByRole(AriaRole.Link, new() { Name = "Nivån", Exact = true });
        (await link.IsVisibleAsync()).ShouldBeFalse();
        await page.GetByRole(AriaRole.Button, new() { Name = "Meny" }).ClickAsync();
        await link.ClickAsync();
        page.Url.ShouldEndWith("/nivaer");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Any_municipality_is_compared_by_an_address_that_can_be_shared()
    {
        var page = await GoAsync("/vaggeryd/jamfor");
        await page.GetByLabel("Kommun", new() { Exact = true }).SelectOptionAsync("0180");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa" }).ClickAsync();
        page.Url.ShouldEndWith("kommunkod=0180");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Stockholm bland 290 kommuner");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_situation_prints_on_one_page_a4()
    {
        var page = await GoAsync("/vaggeryd/laget");
        var pdf = System.Text.Encoding.Latin1.GetString(
            await page.PdfAsync(
                new()
                {
                    Format = "A4",
                    PrintBackground = true,
                    Tagged = true,
                }
            )
        );
        pdf.Split("/Type /Page\n").Length.ShouldBe(2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Status_is_told_without_colour()
    {
        var page = await GoAsync("/vaggeryd");
        foreach (var mark in await page.Locator(".st").AllAsync())
        {
            (await mark.InnerTextAsync()).Trim().Length.ShouldBeGreaterThan(5);
            (await mark.Locator("use").First.GetAttributeAsync("href"))!.ShouldStartWith("#s-");
        }

        await page.Context.CloseAsync();
    }

    private async Task<IPage> GoAsync(string address, int width = 1280, bool script = true)
    {
        var page = await chromium.OpenAsync(width, script: script);
        await page.GotoAsync(new Uri(house.Address, address).ToString());
        return page;
    }

    private static async Task TabToAsync(IPage page, string text)
    {
        for (var i = 0; i < 120; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if ((await FocusedAsync(page)).Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"no tab stop says {text}");
    }

    private static Task<string> FocusedAsync(IPage page) => page.EvaluateAsync<string>("document.activeElement.innerText || ''");
}
