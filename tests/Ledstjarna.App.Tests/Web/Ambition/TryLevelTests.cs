using System.Net;
using System.Text.RegularExpressions;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web.Ambition;

/// <summary>Trying a level, without script: the whole trial is in the address.</summary>
public sealed partial class TryLevelTests(House house) : IClassFixture<House>
{
    private const string Crimes = "/vaggeryd/prova?datum=2022-12-31&mal=4&indikator=BROTT";
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task Without_a_level_the_one_in_force_is_shown()
    {
        var page = await OpenAsync(Crimes);
        page.Text.ShouldContain("98 av 290 kommuner når nivån");
        page.Text.ShouldContain("Det här är nivån som gäller: högst 8 000 brott, och delvis upp till 8 500 brott.");
        page.Text.ShouldContain("KS 2021-01-13 § 12");
        page.Text.ShouldContain("Plats i landet 111 av 290");
        page.Text.ShouldNotContain("ändras.");
        page.Html.ShouldContain("name=\"niva\" type=\"text\" inputmode=\"decimal\"");
        page.Scripts.ShouldBe(1);
    }

    [Fact]
    public async Task A_tried_level_tells_who_reaches_it_and_what_the_goal_would_be()
    {
        var page = await OpenAsync($"{Crimes}&niva=7400");
        page.Text.ShouldContain("74 av 290 kommuner når nivån");
        page.Text.ShouldContain("Det är 26 procent. Du prövar högst 7 400 brott, och delvis upp till 7 900 brott.");
        page.Text.ShouldContain("I länet 4 av 13 når nivån");
        page.Text.ShouldContain("Nu 2022-12-31 8 196 brott Delvis uppfyllt Ej uppfyllt ändras");
        page.Text.ShouldContain("2020 8 620 brott Exempel Ej uppfyllt Ej uppfyllt Kan inte bedömas 3 av 9 siffror är kända");
        page.Html.Split("class=\"hit\"").Length.ShouldBe(74 + 2); // and one in the legend
        page.Html.Split("<circle").Length.ShouldBeGreaterThan(290);
        page.Html.Split("class=\"star\"").Length.ShouldBe(3);
    }

    [Fact]
    public async Task Where_the_goal_changes_that_is_said_with_the_principles_and_the_years()
    {
        var page = await OpenAsync("/vaggeryd/prova?mal=1&indikator=TRANGBODD&niva=12&datum=2022-12-31");
        page.Text.ShouldContain("Mål 1 går från gult till rött. Delvis uppfyllt Ej uppfyllt");
        page.Text.ShouldContain("Mål 1 hade fått en annan status 1 av 3 år som går att bedöma");
        page.Text.ShouldContain("Två av fem principer ger en annan status");
        page.Text.ShouldContain("Gemensam princip Gäller Delvis uppfyllt Kan ändras Ej uppfyllt ändras.");
    }

    [Fact]
    public async Task The_statuses_in_force_are_those_of_the_page_of_principles()
    {
        var page = await OpenAsync(Crimes);
        page.Text.ShouldContain("Gemensam princip Gäller Delvis uppfyllt Kan ändras Delvis uppfyllt Kan ändras");
        page.Text.ShouldContain("Kvartil mot landet Uppfyllt Kan ändras Uppfyllt Kan ändras");
    }

    [Fact]
    public async Task The_smallest_changes_are_listed_and_those_that_do_not_exist_are_named()
    {
        var page = await OpenAsync($"{Crimes}&niva=7400");
        page.Text.ShouldContain("Den minsta ändring som byter målets färg");
        page.Text.ShouldContain("Sjunker under 65 % (nu 68 %): målet blir rött Höjs till över 73 %: målet blir rött");
        page.Text.ShouldContain("Ingen ändring av någon av dessa ensam räcker: Anmälda brott per 100 000 invånare");
    }

    [Fact]
    public async Task Gaps_among_the_municipalities_are_stated()
    {
        var page = await OpenAsync("/vaggeryd/prova?mal=4&indikator=VALDELTAGANDE&niva=85&datum=2022-12-31");
        page.Text.ShouldContain("205 av 287 kommuner med en siffra når nivån");
        page.Text.ShouldContain("287 av 290 har en siffra");
        page.Text.ShouldContain("kommunen har ingen siffra i sammanställningen");
        page.Text.ShouldContain("Ingen siffra: leveransen är försenad");
    }

    [Fact]
    public async Task A_figure_that_no_one_else_has_is_answered_for_all_the_same()
    {
        var page = await OpenAsync("/vaggeryd/prova?indikator=EX-BEHORIG&niva=90");
        page.Text.ShouldContain("Ingen annan kommuns siffra är inlagd");
        page.Text.ShouldContain("Mål 2 går från grönt till gult.");
        page.Text.ShouldContain("Minst 90 % senast 2026-12-31");
        page.Html.ShouldNotContain("class=\"swarm\"");
    }

    [Fact]
    public async Task A_figure_without_a_target_begins_at_its_own_value()
    {
        var page = await OpenAsync("/vaggeryd/prova?indikator=INSIKT");
        page.Text.ShouldContain("Gäller i dag Inget målvärde");
        page.Text.ShouldContain("Du prövar minst 68 %.");
    }

    [Fact]
    public async Task A_limit_for_partly_of_ones_own_is_kept()
    {
        (await OpenAsync($"{Crimes}&niva=7400&delvis=9 000")).Text.ShouldContain(
            "Du prövar högst 7 400 brott, och delvis upp till 9 000 brott."
        );
        var stricter = await GetAsync($"{Crimes}&niva=7400&delvis=7000");
        stricter.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        stricter.Text.ShouldContain("Gränsen för delvis får inte vara strängare än målvärdet.");
    }

    [Theory]
    [InlineData("abc", "Det går inte att läsa som ett tal.")]
    [InlineData("1e400", "Det går inte att läsa som ett tal.")]
    [InlineData("NaN", "Det går inte att läsa som ett tal.")]
    [InlineData("", "Rutan är tom. Skriv ett tal")]
    [InlineData("-5", "Talet är mindre än noll")]
    [InlineData("<script>alert(1)</script>", "Det går inte att läsa som ett tal.")]
    [InlineData("99999999999999999999", "Det går inte att läsa som ett tal.")]
    public async Task What_cannot_be_read_is_said_at_the_field_and_the_rest_of_the_page_stands(string level, string sentence)
    {
        foreach (var address in (string[])["prova", "prova/svar"])
        {
            var page = await GetAsync($"/vaggeryd/{address}?mal=4&indikator=BROTT&niva={Uri.EscapeDataString(level)}");
            page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
            page.Text.ShouldContain(sentence);
            page.Text.ShouldContain("Svaret nedan gäller högst 8 000 brott.");
            page.Text.ShouldContain("98 av 290 kommuner når nivån");
            page.Html.ShouldNotContain("<script>alert");
        }
    }

    [Fact]
    public async Task Five_thousand_characters_are_answered_in_words()
    {
        var page = await GetAsync($"{Crimes}&niva={new string('1', 5000)}");
        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain("Det går inte att läsa som ett tal.");
        page.Html.ShouldNotContain(new string('1', 41));
    }

    [Theory]
    [InlineData("slag=minst", "Målvärdet går emot indikatorns riktning.")]
    [InlineData("slag=annat", "Målvärdets slag går inte att läsa.")]
    public async Task A_kind_that_is_not_the_indicators_is_refused(string query, string sentence)
    {
        var page = await GetAsync($"{Crimes}&niva=7400&{query}");
        page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.Text.ShouldContain(sentence);
        (await OpenAsync($"{Crimes}&niva=7400&slag=hogst")).Text.ShouldContain("74 av 290");
    }

    [Theory]
    [InlineData("mal=99", "Målet finns inte här")]
    [InlineData("mal=<script>", "Målet finns inte här")]
    [InlineData("indikator=FINNS-INTE", "Indikatorn finns inte här")]
    [InlineData("utkast=abc", "Utkastet finns inte")]
    [InlineData("mal=KS1", "Inget mäts under mål KS1")]
    public async Task What_is_not_there_has_a_helpful_page(string query, string title)
    {
        var page = await GetAsync($"/vaggeryd/prova?{query}");
        (page.StatusCode, page.Heading).ShouldBe((HttpStatusCode.NotFound, title));
        (await OpenAsync(page.Links.First(l => l.StartsWith("/vaggeryd/prova", StringComparison.Ordinal)))).Heading.ShouldBe(
            "Hur högt ska ribban ligga?"
        );
    }

    [Fact]
    public async Task A_figure_of_another_goal_is_said_and_one_of_the_goals_own_is_shown()
    {
        var page = await OpenAsync("/vaggeryd/prova?mal=1&indikator=BROTT");
        page.Text.ShouldContain("”Anmälda brott per 100 000 invånare” räknas inte under mål 1.");
        page.Text.ShouldContain("Trångbodda");
    }

    [Fact]
    public async Task A_slider_that_is_sent_without_script_leads_to_an_address_that_can_be_shared()
    {
        var page = await OpenAsync($"{Crimes}&niva=7400&utkast={Guid.Empty}");
        var shown = Uri.EscapeDataString("7 400");
        var start = $"{Crimes}&niva={shown}&visat={shown}&delvis=&utkast={Guid.Empty}";
        page.Html.ShouldContain("value=\"7400\" data-moves=\"niva\"");
        (await GetAsync($"{start}&dra=9000")).Location.ShouldBe($"{Crimes}&niva=9000&utkast={Guid.Empty}");
        (await GetAsync($"{start}&dra=7400")).Location.ShouldBe($"{Crimes}&niva=7400&utkast={Guid.Empty}");
        (await GetAsync($"{Crimes}&niva=6000&visat={shown}&dra=7400")).Location.ShouldBe($"{Crimes}&niva=6000");
        (await GetAsync($"{Crimes}&niva=abc&visat={shown}&dra=7400")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await GetAsync($"{Crimes}&niva={shown}&visat={shown}&dra=NaN")).Location.ShouldBe($"{Crimes}&niva=7400");
    }

    [Fact]
    public async Task The_day_and_the_draft_are_kept_in_all_that_the_page_leads_to()
    {
        var draft = Guid.NewGuid();
        var page = await OpenAsync($"/vaggeryd/prova?mal=4&indikator=BROTT&niva=7400&utkast={draft}&datum=2021-12-31");
        page.Text.ShouldContain("Nu 2021-12-31 8 410 brott");
        page.Html.Split($"name=\"utkast\" value=\"{draft}\"").Length.ShouldBe(3);
        page.Html.Split("name=\"datum\" value=\"2021-12-31\"").Length.ShouldBe(3);
        page.Links.Where(l => l.Contains("/prova?")).ShouldAllBe(l => l.Contains($"utkast={draft}") && l.Contains("datum=2021-12-31"));
    }

    [Fact]
    public async Task The_answer_alone_is_the_pages_answer()
    {
        var page = await OpenAsync($"{Crimes}&niva=7400");
        var answer = await OpenAsync("/vaggeryd/prova/svar?datum=2022-12-31&mal=4&indikator=BROTT&niva=7400");
        answer.Html.ShouldStartWith("<div class=\"try\"");
        page.Html.ShouldContain(answer.Html);
    }

    [Fact]
    public async Task An_indicator_leads_here()
    {
        var page = await OpenAsync("/vaggeryd/indikator/BROTT");
        (await OpenAsync(page.Links.Single(l => l.Contains("/prova")))).Text.ShouldContain("98 av 290 kommuner når nivån");
    }

    private async Task<Page> OpenAsync(string address)
    {
        var page = await GetAsync(address);
        page.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return page;
    }

    private async Task<Page> GetAsync(string address)
    {
        var page = await Page.GetAsync(_client, address);
        return page with { Text = Hard().Replace(page.Text, " ") };
    }

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Hard();
}
