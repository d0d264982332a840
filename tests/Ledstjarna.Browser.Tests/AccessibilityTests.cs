using Deque.AxeCore.Playwright;
using Ledstjarna.App.Tests.TestServer;
using Microsoft.Playwright;

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
        "/vaggeryd/sok",
        "/vaggeryd/sok?q=skola",
        "/vaggeryd/sok?q=trygghte",
        "/vaggeryd/finns-inte",
        "/vaggeryd?datum=fel",
    ];

    public static TheoryData<string, int, ColorScheme> Cases
    {
        get
        {
            var cases = new TheoryData<string, int, ColorScheme>();
            foreach (var page in Pages)
            {
                cases.Add(page, 1280, ColorScheme.Light);
                cases.Add(page, 375, ColorScheme.Dark);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Axe_finds_nothing(string address, int width, ColorScheme scheme)
    {
        var page = await chromium.OpenAsync(width, scheme: scheme);
        await page.GotoAsync(new Uri(house.Address, address).ToString());
        await OpenAllAsync(page);
        (await OverAsync(page)).ShouldBeLessThanOrEqualTo(0);
        var result = await page.RunAxe();
        result.Passes.Length.ShouldBeGreaterThan(10);
        result.Violations.Select(v => $"{v.Id}: {v.Help} {string.Join(" | ", v.Nodes.Take(3).Select(n => n.Html))}").ShouldBeEmpty();
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(320)]
    [InlineData(768)]
    public async Task Nothing_has_to_be_scrolled_sideways(int width)
    {
        var page = await chromium.OpenAsync(width);
        foreach (var address in Pages)
        {
            await page.GotoAsync(new Uri(house.Address, address).ToString());
            await OpenAllAsync(page);
            (await OverAsync(page)).ShouldBeLessThanOrEqualTo(0, $"{address} at {width}");
        }

        await page.Context.CloseAsync();
    }

    private static Task<int> OverAsync(IPage page) =>
        page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>Folded parts are part of the page.</summary>
    private static Task OpenAllAsync(IPage page) => page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
}
