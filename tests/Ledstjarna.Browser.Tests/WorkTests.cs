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
        "/vaggeryd/arbeta/uppfoljning/ny",
        "/vaggeryd/uppfoljningar",
        "/vaggeryd/uppfoljningar/2022-12-31",
        "/vaggeryd/uppfoljningar/2022-12-31/analys",
        "/vaggeryd/uppfoljningar/2022-12-31/analys?visning=mote&bild=4",
        "/vaggeryd/arbeta/atgard/ny",
        "/vaggeryd/mal/4?datum=2022-12-31",
        "/vaggeryd/uppgifter",
        "/vaggeryd/brev",
        "/vaggeryd/nyckeltal/X00001/knyt",
        "/vaggeryd/arbeta/beslutanderatt",
        "/vaggeryd/forenkla",
        "/vaggeryd/forenkla?datum=2022-12-31",
    ];

    [Fact]
    public async Task A_key_figure_is_found_and_measured_with_by_keyboard_alone()
    {
        var page = await SignedInAsync("Verksamhetsutvecklare");
        await page.GotoAsync(new Uri(house.Address, "/vaggeryd/nyckeltal").ToString());
        await page.GetByLabel("Vad letar du efter?").FocusAsync();
        await page.Keyboard.TypeAsync("exempel trygga");
        await page.Keyboard.PressAsync("Enter");
        var hit = page.GetByRole(AriaRole.Link, new() { Name = "Exempel: elever i årskurs 9 som känner sig trygga i skolan" });
        await hit.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/nyckeltal/X00001");
        await page.GetByRole(AriaRole.Link, new() { Name = "Mät med nyckeltalet" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/knyt");
        await page.GetByLabel("Vad är bra").FocusAsync();
        await page.Keyboard.TypeAsync("Högre");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lägg upp indikatorn" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/indikator/*");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("nyckeltal X00001");
        await LookAsync(page, new Uri(page.Url).PathAndQuery + "?datum=2022-12-31");
        await page.Context.CloseAsync();
    }

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
    public async Task A_follow_up_is_planned_opened_and_reported_on_one_screen()
    {
        var page = await SignedInAsync("Verksamhetsutvecklare");
        await page.GotoAsync(new Uri(house.Address, "/vaggeryd/uppfoljningar").ToString());
        await page.GetByLabel("Planera ett år").FillAsync("2026");
        await page.GetByRole(AriaRole.Button, new() { Name = "Planera", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Helår 2026" }).ClickAsync();
        var address = new Uri(page.Url).PathAndQuery;
        await page.GetByRole(AriaRole.Button, new() { Name = "Öppna och begär underlag" }).ClickAsync();
        await page.WaitForLoadStateAsync();
        await LookAsync(page, address);
        await page.Context.CloseAsync();

        var expert = await SignedInAsync("Sakkunnig");
        await expert.GotoAsync(new Uri(house.Address, "/vaggeryd/uppgifter").ToString());
        await expert.Locator(".tasks a").First.ClickAsync();
        await expert.WaitForLoadStateAsync();
        var task = new Uri(expert.Url).PathAndQuery;
        await LookAsync(expert, task);
        var status = expert.Locator("input[type=radio][value=Partly]").First;
        await status.FocusAsync();
        await expert.Keyboard.PressAsync("Space");
        (await status.IsCheckedAsync()).ShouldBeTrue();
        await expert.Locator("textarea[name^='w.']").First.FillAsync("Vi ser det i verksamheten.");
        await expert.GetByRole(AriaRole.Button, new() { Name = "Visa hur det blir" }).ClickAsync();
        await expert.GetByText("Det här händer när du lämnar in").First.WaitForAsync();
        await expert.ShouldBeFineEverywhereAsync();
        await expert.Context.CloseAsync();
    }

    [Fact]
    public async Task A_measure_is_taken_from_a_meeting_to_an_activity_with_the_keyboard()
    {
        const string Analysis = "/vaggeryd/uppfoljningar/2022-12-31/analys";
        var page = await SignedInAsync("Verksamhetsutvecklare");
        await page.GotoAsync(new Uri(house.Address, $"{Analysis}?visning=mote&bild=3").ToString());
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**bild=4");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**bild=5");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.WaitForURLAsync("**bild=6");
        (await page.Locator("h1").InnerTextAsync()).ShouldBe("Det vi går vidare med");
        await page.GotoAsync(new Uri(house.Address, Analysis).ToString());
        await page.GetByRole(AriaRole.Link, new() { Name = "Ta vidare Trygghetsvärdar" }).PressAsync("Enter");
        await page.GetByLabel("Ska vara gjord senast").FillAsync("2027-03-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).PressAsync("Enter");
        await page.GotoAsync(new Uri(house.Address, Analysis).ToString());
        await page.GetByText("Gör något av den").PressAsync("Enter");
        await page.GetByLabel("En aktivitet som Kommunledningskontoret gör").PressAsync("Space");
        await page.ShouldBeFineEverywhereAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Ta vidare" }).PressAsync("Enter");
        await page.GetByText("Aktivitet: ej påbörjad").WaitForAsync();
        await page.Context.CloseAsync();
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
