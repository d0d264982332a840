using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Ledstjarna.Browser.Tests;

/// <summary>What the script adds to a form, by keyboard and as it looks.</summary>
public sealed class ScriptTests(FormPage form, Chromium chromium) : IClassFixture<FormPage>
{
    [Fact]
    public async Task Without_script_the_form_is_whole_and_can_be_sent()
    {
        var page = await chromium.OpenAsync(script: false);
        await page.GotoAsync(form.Address.ToString());
        (await page.Locator(".toolbar, .draft, .grid-status").CountAsync()).ShouldBe(0);
        await Expect(page.Locator(".counter")).ToHaveTextAsync("Högst 4 000 tecken.");
        await page.GetByLabel("Namn").FillAsync("Utan skript");
        await page.GetByLabel("Namn").PressAsync("Enter");
        await Expect(page.Locator("h1")).ToHaveTextAsync("Mottaget: Utan skript");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Leaving_with_unsaved_changes_asks_first_and_undoing_them_is_enough()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        var asked = window.WhenAsked(leave: false);
        await window.Name.PressAsync("End");
        await window.Page.Keyboard.TypeAsync("x");
        await window.Link("Gå härifrån").ClickAsync();
        await window.Page.WaitForTimeoutAsync(300);
        asked.ShouldBe(["beforeunload"]);
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Ändra målet");

        await window.Name.FillAsync("Trygghet");
        await window.Link("Gå härifrån").ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("En annan sida");
        asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Sending_the_form_is_not_leaving_it()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        var asked = window.WhenAsked(leave: true);
        await window.Name.PressAsync("End");
        await window.Page.Keyboard.TypeAsync("x");
        await window.Name.PressAsync("Enter");
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Mottaget: Trygghetx");
        asked.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_toolbar_is_one_tab_stop_with_arrows_within()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Page.GetByLabel("Klar").FocusAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Button("Fet")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("ArrowLeft");
        await Expect(window.Button("Förhandsgranska")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await window.Page.Keyboard.PressAsync("ArrowRight");
        await Expect(window.Button("Kursiv")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("End");
        await window.Page.Keyboard.PressAsync("Home");
        await Expect(window.Button("Fet")).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Tab");
        await Expect(window.Reason).ToBeFocusedAsync();
        await window.Page.Keyboard.PressAsync("Shift+Tab");
        await Expect(window.Button("Fet")).ToBeFocusedAsync();
        (await window.Page.GetByRole(AriaRole.Toolbar, new() { Name = "Formatering" }).CountAsync()).ShouldBe(1);
    }

    [Theory]
    [InlineData("Fet", "skäl", "Ett **skäl** här", "skäl")]
    [InlineData("Kursiv", "skäl", "Ett *skäl* här", "skäl")]
    [InlineData("Rubrik", "skäl", "# Ett skäl här", "# Ett skäl här")]
    [InlineData("Punktlista", "skäl", "- Ett skäl här", "- Ett skäl här")]
    [InlineData("Numrerad lista", "skäl", "1. Ett skäl här", "1. Ett skäl här")]
    [InlineData("Länk", "skäl", "Ett [skäl](https://) här", "https://")]
    public async Task A_button_marks_what_is_selected_and_undo_takes_it_back(string button, string words, string expected, string selected)
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Reason.FillAsync("Ett skäl här");
        await SelectAsync(window, words);
        await window.Button(button).FocusAsync();
        await window.Page.Keyboard.PressAsync("Enter");
        await Expect(window.Reason).ToHaveValueAsync(expected);
        await Expect(window.Reason).ToBeFocusedAsync();
        (await SelectedAsync(window)).ShouldBe(selected);
        await window.Page.Keyboard.PressAsync("Control+z");
        await Expect(window.Reason).ToHaveValueAsync("Ett skäl här");
    }

    [Theory]
    [InlineData("Fet", "**skäl**", "skäl", "skäl")]
    [InlineData("Fet", "***skäl***", "skäl", "*skäl*")]
    [InlineData("Kursiv", "**skäl**", "skäl", "***skäl***")]
    [InlineData("Kursiv", "*skäl*", "*skäl*", "skäl")]
    [InlineData("Fet", "a skäl b", " skäl ", "a **skäl** b")]
    [InlineData("Rubrik", "# skäl", "skäl", "skäl")]
    [InlineData("Punktlista", "a\n\nb", "a\n\nb", "- a\n\n- b")]
    [InlineData("Numrerad lista", "- a\n- b", "- a\n- b", "1. a\n2. b")]
    [InlineData("Numrerad lista", "1. a\n2. b", "1. a\n2. b", "a\nb")]
    [InlineData("Länk", "https://scb.se", "https://scb.se", "[länktext](https://scb.se)")]
    public async Task What_is_marked_already_is_unmarked(string button, string text, string words, string expected)
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Reason.FillAsync(text);
        await SelectAsync(window, words);
        await window.Button(button).ClickAsync();
        await Expect(window.Reason).ToHaveValueAsync(expected);
    }

    [Fact]
    public async Task The_usual_keys_make_bold_and_italic()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Reason.FillAsync("");
        await window.Page.Keyboard.PressAsync("Control+b");
        await window.Page.Keyboard.TypeAsync("fet");
        await Expect(window.Reason).ToHaveValueAsync("**fet**");
        await SelectAsync(window, "fet");
        await window.Page.Keyboard.PressAsync("Control+i");
        await Expect(window.Reason).ToHaveValueAsync("***fet***");
    }

    [Fact]
    public async Task A_full_text_has_no_room_for_marks()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Reason.FillAsync(new string('a', 3999));
        await SelectAsync(window, "aa");
        await window.Button("Fet").ClickAsync();
        (await window.Reason.InputValueAsync()).Length.ShouldBe(3999);
    }

    [Fact]
    public async Task How_it_will_look_is_shown_and_follows_what_is_typed()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Reason.FillAsync("**fet** <b>");
        var open = window.Button("Förhandsgranska");
        var region = window.Page.GetByRole(AriaRole.Region, new() { Name = "Förhandsgranskning" });
        await open.PressAsync("Enter");
        await Expect(region.Locator("strong")).ToHaveTextAsync("fet");
        await Expect(region).ToHaveTextAsync("fet <b>");
        await Expect(open).ToHaveAttributeAsync("aria-expanded", "true");
        await window.Reason.FillAsync("- ny");
        await Expect(region.Locator("li")).ToHaveTextAsync("ny");
        await window.Reason.FillAsync("");
        await Expect(region).ToHaveTextAsync("Det finns ingen text att visa än.");
        await open.PressAsync("Enter");
        await Expect(region).ToBeHiddenAsync();
    }

    [Fact]
    public async Task When_it_cannot_be_shown_that_is_said_and_the_text_stays()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Page.EvaluateAsync("document.querySelector('[name=__RequestVerificationToken]').value = 'fel'");
        await window.Reason.FillAsync("Min text");
        await window.Button("Förhandsgranska").ClickAsync();
        await Expect(window.Page.GetByRole(AriaRole.Alert))
            .ToHaveTextAsync("Förhandsgranskningen kunde inte hämtas. Det du har skrivit är kvar.");
        await Expect(window.Reason).ToHaveValueAsync("Min text");
        window.Forget(); // the browser notes the refusal
    }

    [Fact]
    public async Task The_counter_follows_what_is_typed()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await Expect(window.Counter).ToHaveTextAsync("13 av 4 000 tecken");
        await window.Reason.FillAsync(new string('å', 1412));
        await Expect(window.Counter).ToHaveTextAsync("1 412 av 4 000 tecken");
        (await window.Counter.GetAttributeAsync("aria-live")).ShouldBe("polite");
    }

    public static TheoryData<int, ColorScheme> Looks =>
        new()
        {
            { 1280, ColorScheme.Light },
            { 1280, ColorScheme.Dark },
            { 375, ColorScheme.Light },
            { 375, ColorScheme.Dark },
        };

    [Theory]
    [MemberData(nameof(Looks))]
    public async Task Axe_finds_nothing_in_a_form_with_everything_in_it(int width, ColorScheme scheme)
    {
        await using var window = await FormWindow.OpenAsync(chromium, form, width, scheme);
        await window.TypeNameAsync("Trygghet ute");
        await window.GoAsync("/?version=v2");
        await Expect(window.DraftBox).ToContainTextAsync("ändrats");
        await window.Reason.FillAsync("# Rubrik\n\n**Fet** text och [länk](/mal/4).\n\n- ett\n- två\n\na|b\n-|-\n1|2");
        await window.Button("Förhandsgranska").ClickAsync();
        await Expect(window.Page.Locator(".preview h3")).ToHaveTextAsync("Rubrik");
        await window.PasteAsync(window.Cell(0, 0), "1\t2\n3\t4");
        await window.Page.EvaluateAsync("document.querySelectorAll('details').forEach(d => d.open = true)");
        await window.ShouldBeAccessibleAsync();
    }

    private static Task SelectAsync(FormWindow window, string words) =>
        window.Reason.EvaluateAsync(
            "(a, words) => { const at = a.value.indexOf(words); a.focus(); a.setSelectionRange(at, at + words.length); }",
            words
        );

    private static Task<string> SelectedAsync(FormWindow window) =>
        window.Reason.EvaluateAsync<string>("a => a.value.slice(a.selectionStart, a.selectionEnd)");
}
