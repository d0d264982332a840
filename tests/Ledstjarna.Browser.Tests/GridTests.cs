using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledstjarna.Browser.Tests;

/// <summary>A table of figures, filled in from a spreadsheet or with the keys of one.</summary>
public sealed class GridTests(FormPage form, Chromium chromium) : IClassFixture<FormPage>
{
    private const string Untouched = "00 01 02 03 | 10 11 12 13 | 20 21 22 23";

    [Theory]
    [InlineData(0, 0, "1\t2\r\n3\t4\r\n", "1 2 02 03 | 3 4 12 13 | 20 21 22 23", "4 värden inklistrade.")]
    [InlineData(1, 2, "1\t2\n3\t4", "00 01 02 03 | 10 11 1 2 | 20 21 3 23", "3 värden inklistrade. 1 fick inte plats.")] // the last is locked
    [InlineData(2, 1, "1\t2\n3\t4", "00 01 02 03 | 10 11 12 13 | 20 1 2 23", "2 värden inklistrade. 2 fick inte plats.")]
    [InlineData(0, 3, "1\t2\t3\t4", "00 01 02 1 | 10 11 12 13 | 20 21 22 23", "1 värde inklistrat. 3 fick inte plats.")]
    [InlineData(0, 0, "1\t\t3\n", "1  3 03 | 10 11 12 13 | 20 21 22 23", "2 värden inklistrade. 1 ruta tömd.")]
    [InlineData(0, 3, "1\t\t\n", "00 01 02 1 | 10 11 12 13 | 20 21 22 23", "1 värde inklistrat.")] // nothing was left out
    [InlineData(0, 0, "12 345,6\r\n", "12 345,6 01 02 03 | 10 11 12 13 | 20 21 22 23", "1 värde inklistrat.")]
    [InlineData(0, 0, "\"en\nrad\"\t\"sa \"\"hej\"\"\"\n", "en rad sa \"hej\" 02 03 | 10 11 12 13 | 20 21 22 23", "2 värden inklistrade.")]
    [InlineData(0, 0, "\"öppen\ta\n", "\"öppen a 02 03 | 10 11 12 13 | 20 21 22 23", "2 värden inklistrade.")]
    public async Task A_block_spreads_right_and_down_and_stays_within(int row, int column, string text, string grid, string said)
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.PasteAsync(window.Cell(row, column), text);
        (await window.GridAsync()).ShouldBe(grid);
        await Expect(window.GridStatus).ToHaveTextAsync(said);
        (await window.GridStatus.GetAttributeAsync("role")).ShouldBe("status");
    }

    [Fact]
    public async Task A_single_value_is_left_to_the_browser()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.PasteAsync(window.Cell(0, 0), "5");
        (await window.GridAsync()).ShouldBe(Untouched);
        await Expect(window.GridStatus).ToHaveTextAsync("");
    }

    [Fact]
    public async Task Only_rows_with_a_change_are_sent_and_all_are_open_again_on_the_way_back()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Cell(1, 2).FillAsync("7");
        await window.Cell(2, 0).FillAsync("7");
        await window.Cell(2, 0).FillAsync("20"); // as it was
        await window.Page.GetByRole(AriaRole.Button, new() { Name = "Spara", Exact = true }).ClickAsync();
        await Expect(window.Page.Locator("main p")).ToHaveTextAsync("v1.0 v1.1 v1.2 v1.3");
        await window.Page.GoBackAsync();
        await Expect(window.Cell(0, 0)).ToBeEnabledAsync();
    }

    [Fact]
    public async Task Undo_takes_back_the_last_paste_and_leaves_what_was_typed_since()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.PasteAsync(window.Cell(0, 0), "1\t2\n3\t4");
        await window.Cell(1, 1).FillAsync("egen");
        await window.Cell(0, 0).PressAsync("Control+z");
        (await window.GridAsync()).ShouldBe("00 01 02 03 | 10 egen 12 13 | 20 21 22 23");
        await Expect(window.GridStatus).ToHaveTextAsync("Inklistringen är ångrad.");
    }

    [Fact]
    public async Task Undo_of_typing_is_the_browsers()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.PasteAsync(window.Cell(0, 0), "1\t2\n");
        await window.Cell(2, 0).PressSequentiallyAsync("x");
        await window.Page.Keyboard.PressAsync("Control+z");
        (await window.GridAsync()).ShouldBe("1 2 02 03 | 10 11 12 13 | 20 21 22 23");
    }

    [Fact]
    public async Task What_is_pasted_is_kept_as_a_draft_and_guarded()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.PasteAsync(window.Cell(0, 0), "991\t992\n");
        await window.Page.WaitForFunctionAsync("() => Object.values(localStorage).some(d => d.includes('992'))");
    }

    [Fact]
    public async Task Keys_go_between_the_rows_and_send_nothing()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Cell(0, 3).FocusAsync();
        await PressAsync(window, "ArrowDown", 1, 3);
        await PressAsync(window, "ArrowDown", 1, 3); // the last row is locked
        await PressAsync(window, "ArrowUp", 0, 3);
        await window.Cell(0, 1).FocusAsync();
        await PressAsync(window, "Enter", 1, 1);
        await PressAsync(window, "Enter", 2, 1);
        await PressAsync(window, "Enter", 2, 1);
        await PressAsync(window, "Shift+Enter", 1, 1);
        await PressAsync(window, "F2", 1, 1);
        await PressAsync(window, "Escape", 1, 1);
        await PressAsync(window, "ArrowLeft", 1, 1);
        (await window.GridAsync()).ShouldBe(Untouched);
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Ändra målet");
    }

    [Fact]
    public async Task On_a_phone_the_table_rolls_and_the_first_column_stays()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form, width: 375);
        await window.Cell(1, 3).FocusAsync();
        var heading = (await window.Page.Locator("[data-grid] tbody th").Nth(1).BoundingBoxAsync())!;
        var cell = (await window.Cell(1, 3).BoundingBoxAsync())!;
        heading.X.ShouldBeGreaterThanOrEqualTo(0);
        cell.X.ShouldBeGreaterThanOrEqualTo(heading.X + heading.Width - 1);
        (cell.X + cell.Width).ShouldBeLessThanOrEqualTo(375);
    }

    private static async Task PressAsync(FormWindow window, string key, int row, int column)
    {
        await window.Page.Keyboard.PressAsync(key);
        await Expect(window.Cell(row, column)).ToBeFocusedAsync();
    }
}
