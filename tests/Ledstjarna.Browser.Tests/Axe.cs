using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Ledstjarna.Browser.Tests;

/// <summary>What every page is held to.</summary>
internal static class Axe
{
    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>
    /// Axe finds nothing, wide and light as well as narrow and dark, and nothing has to be scrolled sideways at any width.
    /// </summary>
    public static async Task ShouldBeFineEverywhereAsync(this IPage page)
    {
        // Folded parts are part of the page.
        await page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await LookAsync(page, ColorScheme.Light, [320, 768, 1280]);
        await LookAsync(page, ColorScheme.Dark, [375]);
    }

    /// <summary>Axe finds nothing as the page is now. It runs in the page itself: our pages have no frames, and a page of its own takes longer than looking.</summary>
    public static async Task ShouldPassAxeAsync(this IPage page)
    {
        await page.EvaluateAsync($"() => {{ {Script} }}");
        var result = await page.EvaluateAsync<Looked>(
            """
            async () => {
              const { passes, violations } = await axe.run(document, { resultTypes: ['violations'] })
              return { passes: passes.length, violations: violations.map(v => `${v.id}: ${v.help} ${v.nodes.slice(0, 3).map(n => n.html).join(' | ')}`) }
            }
            """
        );
        result.Passes.ShouldBeGreaterThan(10);
        result.Violations.ShouldBeEmpty(page.Url);
    }

    public static async Task ShouldFitAsync(this IPage page) =>
        (
            await page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        ).ShouldBeLessThanOrEqualTo(0, $"{page.Url} at {page.ViewportSize!.Width}");

    private static async Task LookAsync(IPage page, ColorScheme scheme, int[] widths)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        foreach (var width in widths)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.ShouldFitAsync();
        }

        await page.ShouldPassAxeAsync();
    }

    private sealed record Looked
    {
        public int Passes { get; init; }
        public string[] Violations { get; init; } = [];
    }
}
