using Ledstjarna.App.Tests.TestServer;
using Microsoft.Playwright;

namespace Ledstjarna.Browser.Tests;

/// <summary>The pages that people work on, signed in: axe, width, and a day's work with the keyboard.</summary>
public sealed class WorkTests(House house, Chromium chromium) : IClassFixture<House>
{
    private static readonly string[] Pages =
    [
        "/vaggeryd/arbeta",
        "/vaggeryd/arbeta/mal",
        "/vaggeryd/arbeta/mal/ny",
        "/vaggeryd/arbeta/indikator/ny",
        "/vaggeryd/arbeta/malvarde/ny",
        "/vaggeryd/arbeta/princip",
        "/vaggeryd/siffror",
        "/vaggeryd/siffror?indikator=BROTT",
        "/vaggeryd/siffror/fil",
        "/vaggeryd/malark?exempel=ja",
        "/vaggeryd/andringar",
        "/vaggeryd/mitt-konto",
        "/vaggeryd/kom-igang",
        "/vaggeryd/mal/4",
        "/vaggeryd/indikator/BROTT",
        $"/vaggeryd/nivaer/{DemoId.Of("level/2027")}",
        $"/vaggeryd/prova?datum=2026-06-30&indikator=SCB-TOT&niva=70&utkast={DemoId.Of("level/2027")}",
        $"/vaggeryd/arenden/{DemoId.Of("matter/KS 2019/160")}",
        $"/vaggeryd/arbeta/tjansteskrivelse/ny?matter={DemoId.Of("matter/KS 2019/160")}&template={DemoId.Of("memo-template/0")}",
        "/vaggeryd/arbeta/sammantrade",
        "/vaggeryd/arbeta/beslutanderatt",
        "/vaggeryd/forenkla",
        "/vaggeryd/forenkla?datum=2022-12-31",
    ];

    [Fact]
    public async Task Pages_to_work_on_are_fine_for_everyone_on_every_screen()
    {
        var page = await SignedInAsync("Verksamhetsutvecklare");
        await page.GotoAsync(new Uri(house.Address, "/vaggeryd/arbeta/mal").ToString());
        var goal = await page.Locator(".things a").First.GetAttributeAsync("href");
        await page.GotoAsync(new Uri(house.Address, "/vaggeryd/siffror/fil").ToString());
        await page.GetByLabel("Eller klistra in").FillAsync("indikator\t2023\t2024\nBROTT\t8000\tx");
        await page.GetByRole(AriaRole.Button, new() { Name = "Visa vad som ändras" }).ClickAsync();
        foreach (var address in Pages.Append(goal!).Append(new Uri(page.Url).PathAndQuery))
        {
            await LookAsync(page, address);
        }

        await page.Context.CloseAsync();
        var administrator = await SignedInAsync("Administratör");
        await LookAsync(administrator, "/vaggeryd/personer");
        await LookAsync(administrator, "/vaggeryd/personer/ny");
        await administrator.Context.CloseAsync();
        var visitor = await chromium.OpenAsync();
        await LookAsync(visitor, "/vaggeryd/logga-in");
        await visitor.Context.CloseAsync();
    }

    [Fact]
    public async Task A_figure_is_typed_saved_and_seen_with_the_keyboard_only()
    {
        var page = await SignedInAsync("Verksamhetsutvecklare");
        await page.GotoAsync(new Uri(house.Address, "/vaggeryd/siffror?indikator=BISTAND").ToString());
        var box = page.GetByLabel("2023, Totalt");
        await box.FocusAsync();
        await page.Keyboard.TypeAsync("2,75");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara siffrorna" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**sparat=1");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("En siffra är sparad.");
        (await box.InputValueAsync()).ShouldBe("2,75");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_lost_race_shows_both_and_either_can_be_saved()
    {
        var first = await SignedInAsync("Verksamhetsutvecklare");
        var second = await SignedInAsync("Verksamhetsutvecklare");
        await first.GotoAsync(new Uri(house.Address, "/vaggeryd/arbeta/enhet").ToString());
        var address = new Uri(house.Address, await first.Locator(".things a").First.GetAttributeAsync("href")).ToString();
        await first.GotoAsync(address);
        await second.GotoAsync(address);
        await SaveNameAsync(first, "Den första");
        await SaveNameAsync(second, "Den andra");
        (await second.Locator("main").InnerTextAsync()).ShouldContain("Den första");
        await second.ShouldPassAxeAsync();
        await first.Context.CloseAsync();
        await second.Context.CloseAsync();
    }

    private static async Task SaveNameAsync(IPage page, string name)
    {
        await page.GetByLabel("Namn", new() { Exact = true }).FillAsync(name);
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await page.WaitForLoadStateAsync();
    }

    private async Task LookAsync(IPage page, string address)
    {
        var response = await page.GotoAsync(new Uri(house.Address, address).ToString());
        response!.Status.ShouldBe(200, address);
        await page.ShouldBeFineEverywhereAsync();
    }

    private async Task<IPage> SignedInAsync(string role)
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(house.Address, "/vaggeryd/logga-in").ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = role, Exact = true }).ClickAsync();
        return page;
    }
}
