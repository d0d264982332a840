using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.Browser.Tests;

/// <summary>Every page, wide and narrow, light and dark: axe finds nothing, and nothing has to be scrolled sideways.</summary>
public sealed class AccessibilityTests(House house, Chromium chromium) : IClassFixture<House>
{
    private static readonly string[] Pages =
    [
        "/vaggeryd",
        "/vaggeryd?datum=2022-08-31",
        "/vaggeryd?datum=2024-05-01",
        "/vaggeryd/laget",
        "/vaggeryd/maltrad",
        "/vaggeryd/maltrad?enhet=SN",
        "/vaggeryd/bidrag",
        "/vaggeryd/mal/4",
        "/vaggeryd/mal/1.1.1",
        "/vaggeryd/mal/SN2",
        "/vaggeryd/indikatorer",
        "/vaggeryd/indikator/SCB-TOT",
        "/vaggeryd/indikator/EX-MORKER",
        "/vaggeryd/indikator/BROTT",
        "/vaggeryd/indikator/EX-LOKALER",
        "/vaggeryd/bortfall",
        "/vaggeryd/bortfall?datum=2024-06-30&mal=1",
        "/vaggeryd/bortfall?enhet=VSBO&mal=fel",
        "/vaggeryd/enheter",
        "/vaggeryd/enhet/KS?datum=2022-08-31",
        "/vaggeryd/enhet/SN",
        "/vaggeryd/enhet/KLG",
        "/vaggeryd/jamfor",
        "/vaggeryd/nyckeltal?q=trygg",
        "/vaggeryd/nyckeltal/X00001?grupp=G36109",
        "/vaggeryd/nyckeltal/N00945",
        "/vaggeryd/statistik",
        "/vaggeryd/statistik/hamtningar",
        "/vaggeryd/principer",
        "/vaggeryd/prova?mal=1&indikator=TRANGBODD&niva=12",
        "/vaggeryd/prova?mal=4&indikator=VALDELTAGANDE&niva=abc&delvis=90",
        "/vaggeryd/prova?mal=2&indikator=SN-KOMP",
        "/vaggeryd/beslut",
        $"/vaggeryd/beslut/{DemoId.Of("decision/KSAU 2022-02-23 § 38")}",
        "/vaggeryd/uppdrag",
        $"/vaggeryd/arenden/{DemoId.Of("matter/KS 2019/160")}",
        "/vaggeryd/nivaer?den=2022-04-30",
        $"/vaggeryd/nivaer/{DemoId.Of("level/2022-06")}",
        $"/vaggeryd/nivaer/{DemoId.Of("level/2022-06")}/jamfor/{DemoId.Of("level/2021")}",
        $"/vaggeryd/nivaer/{DemoId.Of("level/2021")}/spegling",
        "/vaggeryd/arsbild",
        "/vaggeryd/sedan-sist",
        "/vaggeryd/sedan-sist?datum=2022-08-31",
        "/vaggeryd/sedan-sist?datum=2021-12-31",
        "/vaggeryd/stabilitet",
        "/vaggeryd/uppfoljningar",
        "/vaggeryd/uppfoljningar/2022-08-31",
        "/vaggeryd/sok",
        "/vaggeryd/sok?q=skola",
        "/vaggeryd/sok?q=trygghte",
        "/vaggeryd/finns-inte",
        "/vaggeryd?datum=fel",
    ];

    public static TheoryData<string> Cases => [.. Pages];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_page_is_fine_for_everyone_on_every_screen(string address)
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(house.Address, address).ToString());
        await page.ShouldBeFineEverywhereAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Axe_sees_what_is_wrong()
    {
        var page = await chromium.OpenAsync();
        await page.GotoAsync(new Uri(house.Address, "/vaggeryd/sok").ToString());
        await page.EvaluateAsync("document.querySelector('main').innerHTML += '<img src=\"x\"><input>'");
        (await Assert.ThrowsAsync<ShouldAssertException>(page.ShouldPassAxeAsync)).Message.ShouldContain("image-alt");
        await page.Context.CloseAsync();
    }
}
