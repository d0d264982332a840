using System.Text.RegularExpressions;
using static Microsoft.Playwright.Assertions;

namespace Ledstjarna.Browser.Tests;

/// <summary>What is typed is not lost, and nothing more is kept than that.</summary>
public sealed class DraftTests(FormPage form, Chromium chromium) : IClassFixture<FormPage>
{
    [Fact]
    public async Task What_was_typed_is_offered_and_comes_back()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Page.GetByLabel("Lösenord").FillAsync("hemligt");
        await window.Page.GetByLabel("Nämnd").SelectOptionAsync("SN");
        await window.Page.GetByLabel("Ej uppfyllt").CheckAsync();
        await window.Page.GetByLabel("Klar").CheckAsync();
        await window.Reason.FillAsync("Nytt\nskäl");
        await window.Cell(1, 1).FillAsync("77");
        await window.TypeNameAsync("Trygghet ute");

        await window.GoAsync("/annan");
        await window.GoAsync("/");
        await Expect(window.DraftBox)
            .ToContainTextAsync(new Regex(@"^Det finns ett utkast från \d+ [a-z]+ \d\d:\d\d som inte är sparat\.Hämta"));
        (await window.DraftBox.GetAttributeAsync("role")).ShouldBe("status");
        await Expect(window.Name).ToHaveValueAsync("Trygghet");
        await window.Button("Hämta utkastet").ClickAsync();

        await Expect(window.Name).ToHaveValueAsync("Trygghet ute");
        await Expect(window.Page.GetByLabel("Nämnd")).ToHaveValueAsync("SN");
        await Expect(window.Page.GetByLabel("Ej uppfyllt")).ToBeCheckedAsync();
        await Expect(window.Page.GetByLabel("Klar")).ToBeCheckedAsync();
        await Expect(window.Reason).ToHaveValueAsync("Nytt\nskäl");
        await Expect(window.Cell(1, 1)).ToHaveValueAsync("77");
        await Expect(window.Page.GetByLabel("Lösenord")).ToHaveValueAsync("");
        await Expect(window.DraftBox).ToHaveTextAsync("Utkastet är hämtat. Det är inte sparat än.");
        await Expect(window.DraftBox).ToBeFocusedAsync();
        var stored = await window.StoredAsync();
        stored.ShouldNotBeNull();
        stored.ShouldNotContain("hemligt");
        stored.ShouldNotContain("RequestVerification");
    }

    [Fact]
    public async Task Reloading_loses_nothing()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.TypeNameAsync("Trygghet ute");
        window.WhenAsked(leave: true);
        await window.Page.ReloadAsync();
        await window.Button("Hämta utkastet").ClickAsync();
        await Expect(window.Name).ToHaveValueAsync("Trygghet ute");
    }

    [Fact]
    public async Task A_draft_of_what_has_changed_since_says_so()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.TypeNameAsync("Trygghet ute");
        await window.GoAsync("/?version=v2");
        await Expect(window.DraftBox).ToContainTextAsync("Uppgifterna har ändrats sedan dess; jämför innan du sparar.");
        await window.GoAsync("/?version=v1");
        await Expect(window.DraftBox).Not.ToContainTextAsync("ändrats");
    }

    [Fact]
    public async Task A_draft_that_is_thrown_away_is_gone()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.TypeNameAsync("Trygghet ute");
        await window.GoAsync("/");
        await window.Button("Kasta utkastet").ClickAsync();
        await Expect(window.DraftBox).ToHaveTextAsync("Utkastet är kastat.");
        (await window.StoredAsync()).ShouldBeNull();
        await Expect(window.Name).ToHaveValueAsync("Trygghet");
    }

    [Fact]
    public async Task What_is_saved_leaves_no_draft()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.TypeNameAsync("Trygghet ute");
        await window.Button("Spara").ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Mottaget: Trygghet ute");
        (await window.StoredAsync()).ShouldNotBeNull("until the server says that it is saved");
        await window.GoAsync("/sparat");
        (await window.StoredAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Sending_at_once_keeps_the_last_letters()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Name.FillAsync("Fort");
        await window.Button("Spara").ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Mottaget: Fort");
        (await window.StoredAsync())!.ShouldContain("Fort");
    }

    [Fact]
    public async Task Cancelling_throws_the_draft_away()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        window.WhenAsked(leave: true);
        await window.Name.FillAsync("Ångrat");
        await window.Link("Avbryt").ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("En annan sida");
        (await window.StoredAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task What_is_typed_and_undone_is_no_draft()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.TypeNameAsync("Trygghet ute");
        await window.Name.FillAsync("Trygghet");
        await window.Page.WaitForFunctionAsync("() => localStorage.length === 0");
    }

    [Fact]
    public async Task An_offered_draft_is_not_written_over_before_someone_has_answered()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.TypeNameAsync("Det långa utkastet");
        await window.GoAsync("/");
        await Expect(window.DraftBox).ToBeVisibleAsync();
        await window.Name.FillAsync("x");
        await window.Page.WaitForTimeoutAsync(600);
        (await window.StoredAsync())!.ShouldContain("Det långa utkastet");
        await window.Button("Hämta utkastet").ClickAsync();
        await Expect(window.Name).ToHaveValueAsync("Det långa utkastet");
    }

    [Theory]
    [InlineData("{\"time\":1,\"version\":\"v1\",\"fields\":{\"namn\":\"Gammalt\"}}")]
    [InlineData("{\"fields\":{\"namn\":\"Utan tid\"}}")]
    [InlineData("inte ens JSON")]
    [InlineData("null")]
    public async Task What_is_old_or_cannot_be_read_is_removed_in_silence(string draft)
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.StoreAsync(draft);
        await window.GoAsync("/");
        await Expect(window.Counter).ToContainTextAsync("av"); // the script has run
        (await window.DraftBox.CountAsync()).ShouldBe(0);
        (await window.StoredAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Where_nothing_can_be_stored_there_are_no_drafts_and_nothing_else_is_different()
    {
        await using var window = await FormWindow.OpenAsync(chromium, form);
        await window.Page.AddInitScriptAsync(
            "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('off', 'SecurityError'); } })"
        );
        await window.GoAsync("/");
        await window.Name.FillAsync("Trygghet ute");
        await window.Page.WaitForTimeoutAsync(600);
        await window.Button("Spara").ClickAsync();
        await Expect(window.Page.Locator("h1")).ToHaveTextAsync("Mottaget: Trygghet ute");
    }
}
