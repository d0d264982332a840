using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>The overview and the one page, on the demonstration municipality.</summary>
public sealed class OverviewTests(House house) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task The_first_page_leads_to_the_only_organisation()
    {
        using var response = await _client.GetAsync("/");
        (response.StatusCode, response.Headers.Location?.ToString()).ShouldBe((HttpStatusCode.Redirect, "/vaggeryd"));
    }

    [Fact]
    public async Task The_overview_answers_first_and_shows_vision_goals_certainty_and_change()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd?datum=2022-12-31");
        page.Heading.ShouldBe("Två av fyra mål är uppfyllda.");
        page.Text.ShouldContain("Här ger vi plats för att göra skillnad");
        page.Text.ShouldContain("Beslutad KF 2019-02-25");
        page.Text.ShouldContain("… som är attraktiv, trygg och tillgänglig - där alla känner delaktighet och kan påverka");
        page.Text.ShouldContain("Kan ändras");
        page.Text.ShouldContain("Säker");
        page.Text.ShouldContain("Oförändrat sedan tertial 2 2022");
        page.Text.ShouldContain("5 av 9 siffror");
        page.Text.ShouldContain("Statusarna bygger på Exempel");
    }

    [Fact]
    public async Task Why_stands_on_the_page_without_script()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd?datum=2022-12-31");
        page.Text.ShouldContain("Grön: 7 av 10 siffror är uppfyllda. Delarna ger tillsammans 1,00 av 1.");
        page.Text.ShouldContain("Tre siffror går inte att bedöma (undersökningen genomfördes inte), men det ändrar inte färgen.");
        page.Scripts.ShouldBe(1);
    }

    [Fact]
    public async Task At_most_five_things_to_do_each_with_an_address()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd?datum=2022-12-31");
        var list = page.Html[page.Html.IndexOf("class=\"todo\"", StringComparison.Ordinal)..];
        list = list[..list.IndexOf("</ol>", StringComparison.Ordinal)];
        var items = list.Split("<li").Skip(1).ToList();
        items.Count.ShouldBeInRange(1, 5);
        items.ShouldAllBe(i => !i.Contains("Ändrar inte mål"));
        items.ShouldAllBe(i => i.Contains("href=\"/vaggeryd/"));
        items[0].ShouldContain("Mål 1 kan bli");
    }

    [Fact]
    public async Task An_interim_report_leads_with_the_forecast()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd?datum=2022-08-31");
        page.Heading.ShouldContain("bedöms uppfyllas");
        page.Text.ShouldContain("Utfall i dag:");
        page.Text.ShouldContain("KS 2022-10-12 § 201");
        page.Links.Except(["/vaggeryd/sok"]) // a search is of all days, and a decision of its own
            .Where(l => !l.StartsWith("/vaggeryd/beslut/", StringComparison.Ordinal))
            .ShouldAllBe(l => l.Contains("datum=2022-08-31"));
    }

    [Fact]
    public async Task A_figure_that_is_late_says_when_it_should_have_come() =>
        (await Page.GetAsync(_client, "/vaggeryd?datum=2024-06-30")).Text.ShouldContain("skulle ha kommit");

    [Fact]
    public async Task Another_day_is_answered_in_the_structure_then_valid()
    {
        (await Page.GetAsync(_client, "/vaggeryd?datum=2021-12-31")).Text.ShouldNotContain("Tillgänglighet:");
        (await Page.GetAsync(_client, "/vaggeryd?datum=2022-08-31")).Text.ShouldContain("Tillgänglighet:");
        var later = await Page.GetAsync(_client, "/vaggeryd?datum=2024-05-01");
        later.Text.ShouldContain("Målen gäller 2023–2026");
        later.Text.ShouldContain("Ingen uppföljning är gjord för den här dagen");
    }

    [Theory]
    [InlineData("igår")]
    [InlineData("2022-02-30")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("=cmd()")]
    public async Task A_date_that_cannot_be_read_is_told(string date)
    {
        var page = await Page.GetAsync(_client, $"/vaggeryd?datum={Uri.EscapeDataString(date)}");
        (page.StatusCode, page.Heading).ShouldBe((HttpStatusCode.BadRequest, "Datumet går inte att läsa"));
        page.Scripts.ShouldBe(1);
    }

    [Fact]
    public async Task A_day_without_goals_is_told_with_the_days_that_have()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd?datum=1999-01-01");
        (page.StatusCode, page.Heading).ShouldBe((HttpStatusCode.NotFound, "Inga mål gällde den 1 januari 1999"));
        page.Text.ShouldContain("2019-05-27 till 2022-12-31");
    }

    [Fact]
    public async Task The_one_page_has_a_sentence_per_goal_what_changed_the_decision_and_three_questions()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/laget?datum=2022-12-31");
        page.Heading.ShouldBe("Två av fyra mål är uppfyllda.");
        page.Text.ShouldContain("Når dit: Demokrati.");
        page.Text.ShouldContain(
            "I tertial 2 2022: ej uppfyllt. Nytt sedan dess: Detaljplaner för bostäder i alla orter delvis uppfyllt; Trygghetspunkt i varje delområde uppfyllt"
        );
        page.Text.ShouldContain("Samma status som i tertial 2 2022.");
        page.Text.ShouldContain("KS 2021-01-13 § 12");
        var questions = page.Html[page.Html.IndexOf("class=\"ask\"", StringComparison.Ordinal)..];
        questions[..questions.IndexOf("</ol>", StringComparison.Ordinal)].Split("<li").Length.ShouldBe(4);
    }
}
