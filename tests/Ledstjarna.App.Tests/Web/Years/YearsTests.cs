using System.Net;
using System.Text;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web.Years;

/// <summary>The goals over time, on the demonstration municipality: year by year, since last time, and how stable they are.</summary>
public sealed class YearsTests(House house, Server server) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task The_annual_picture_shows_every_year_in_its_own_structure_and_what_each_rests_on()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/arsbild");
        page.Heading.ShouldBe("Så har det gått sedan 2019");
        page.Text.IndexOf("Mål för hållbar utveckling 2023–2026", StringComparison.Ordinal)
            .ShouldBeLessThan(page.Text.IndexOf("Mål för hållbar utveckling 2019–2022", StringComparison.Ordinal));
        page.Text.ShouldContain("Gäller 27 maj 2019 till 31 december 2022. Beslutad KF 2019-05-27");
        page.Text.ShouldContain("Beräknat i efterhand, ingen uppföljning Utgångsläge: det första året med någon siffra");
        page.Text.ShouldContain("Helår 2021, beslutad KS 2022-03-23 § 88");
        page.Text.ShouldContain("Mål 1 2022: Delvis uppfyllt Beräknat. Kan ändras");
        page.Text.ShouldContain("Mål 4 2021: Delvis uppfyllt Kan ändras");
        page.Text.ShouldContain("Nämnders och bolags egna mål och interna mål (13)");
        page.Links.ShouldContain("/vaggeryd/mal/4?datum=2021-12-31");
    }

    [Fact]
    public async Task The_annual_picture_says_the_same_as_the_goals_own_page_on_the_day()
    {
        foreach (var (day, number, says) in new[] { ("2021-12-31", "3", "Uppfyllt"), ("2022-12-31", "1", "Delvis uppfyllt") })
        {
            (await Page.GetAsync(_client, "/vaggeryd/arsbild")).Text.ShouldContain($"Mål {number} {day[..4]}: {says}");
            (await Page.GetAsync(_client, $"/vaggeryd/mal/{number}?datum={day}")).Text.ShouldContain(says);
        }
    }

    [Fact]
    public async Task The_annual_picture_opens_in_a_spreadsheet()
    {
        using var response = await _client.GetAsync("/vaggeryd/arsbild.csv");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("arsbild-vaggeryd.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldStartWith("Målstruktur;Gäller från;Gäller till;Mål;");
        lines.ShouldAllBe(l => l.Split(';').Length == lines[0].Split(';').Length);
        lines.ShouldContain(
            "Mål för hållbar utveckling 2019–2022;2019-05-27;2022-12-31;4;Attraktivitet, tillgänglighet, demokrati och trygghet;Fullmäktiges mål;2021;2021-12-31;Delvis uppfyllt;Kan ändras;nej;Helår 2021, beslutad;KS 2022-03-23 § 88;Delvis uppfyllt;ja"
        );
    }

    [Fact]
    public async Task What_is_new_since_last_time_is_told_goal_by_goal_with_figures_and_decisions()
    {
        using var auditor = await Person.SignInAsync(house, "Revisor"); // sees judgements that are not published yet
        var page = await auditor.OpenAsync("/vaggeryd/sedan-sist?datum=2022-12-31");
        page.Heading.ShouldBe("Sex mål har bytt färg sedan tertial 2 2022.");
        page.Text.ShouldContain("Läget den 31 december 2022 mot läget den 31 augusti 2022. Det är utfallet som jämförs.");
        page.Text.ShouldContain("1. Hållbar samhällsutveckling Tertial 2 2022 Ej uppfyllt Säker Helår 2022 Delvis uppfyllt Kan ändras");
        page.Text.ShouldContain("Siffran från 2018 används inte längre: undersökningen genomfördes inte.");
        page.Text.ShouldContain("De sakkunniga har bedömt den: ”");
        page.Text.ShouldContain("Beslut om nivån däremellan KS 2022-11-09 § 236");
        page.Text.ShouldContain("Bedömda av enheterna själva");
        page.Links.ShouldContain("/vaggeryd/mal/1?datum=2022-08-31");
    }

    [Fact]
    public async Task A_day_of_its_own_is_compared_with_the_follow_up_before_it_on_the_axis_that_leads()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/sedan-sist?datum=2022-08-31");
        page.Heading.ShouldBe("Fem mål har bytt färg sedan tertial 1 2022.");
        page.Text.ShouldContain("Det är prognosen som jämförs.");
        var spring = await Page.GetAsync(_client, "/vaggeryd/sedan-sist?datum=2022-04-30");
        spring.Text.ShouldContain("KS 2022-03-09 § 70 Nytt delmål Tillgänglighet under mål 4. Gäller målet och det som ligger under det.");
        spring.Text.ShouldContain("Räknas med för första gången.");
        page.Text.ShouldContain("nivån ”Förslag till uppdaterad ambitionsnivå, juni 2022”");
        (await Page.GetAsync(_client, "/vaggeryd/sedan-sist?datum=2022-05-01")).Heading.ShouldContain("sedan tertial 1 2022.");
    }

    [Fact]
    public async Task The_first_follow_up_has_nothing_before_it_and_a_wrong_day_is_told()
    {
        var first = await Page.GetAsync(_client, "/vaggeryd/sedan-sist?datum=2020-12-31");
        (first.StatusCode, first.Heading).ShouldBe((HttpStatusCode.OK, "Det finns ingen tidigare uppföljning att jämföra med"));
        (await Page.GetAsync(_client, "/vaggeryd/sedan-sist?datum=2024-06-30")).StatusCode.ShouldBe(HttpStatusCode.OK); // another structure
        (await Page.GetAsync(_client, "/vaggeryd/sedan-sist?datum=ig%C3%A5r")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await Page.GetAsync(_client, "/vaggeryd/sedan-sist?datum=2010-01-01")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await Page.GetAsync(_client, "/finns-inte/arsbild")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Principles_are_compared_by_how_often_the_colour_changed()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/stabilitet");
        page.Heading.Replace('\u00a0', ' ')
            .ShouldBe("Med Gemensam princip ändrades färgen 3 gånger av 20, ingen av dem på grund av sena siffror.");
        page.Text.ShouldContain("Gemensam princip Gäller 3 0 0 20");
        page.Text.ShouldContain("Svagaste länken 4 1 1 20");
        page.Text.ShouldContain("1. Hållbar samhällsutveckling 1 av 5");
        page.Text.ShouldContain("Varje uppföljning med Svagaste länken");
        (await Page.GetAsync(_client, "/vaggeryd/principer")).Links.ShouldContain("/vaggeryd/stabilitet");
    }

    [Fact]
    public async Task The_overview_leads_to_the_years_and_to_what_is_new()
    {
        var links = (await Page.GetAsync(_client, "/vaggeryd?datum=2022-08-31")).Links.ToList();
        links.ShouldContain("/vaggeryd/sedan-sist?datum=2022-08-31");
        links.ShouldContain("/vaggeryd/arsbild?datum=2022-08-31");
    }

    [Fact]
    public async Task What_people_wrote_is_shown_as_they_wrote_it()
    {
        const string Written = "<b>Fritid</b> & \"lek\"";
        await ChangeAsync("update frozen_follow_ups set withdrawn_at = now()"); // what was decided keeps its own words
        await ChangeAsync($"update goals set short_name = '{Written}' where number = '3'");
        await ChangeAsync($"update indicators set name = '{Written}' where code = 'TRANGBODD'");
        foreach (var path in new[] { "arsbild", "sedan-sist", "stabilitet" })
        {
            var page = await Page.GetAsync(_client, $"/vaggeryd/{path}");
            page.Text.ShouldContain(Written);
            page.Html.ShouldNotContain("<b>Fritid");
        }

        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var simplify = await person.OpenAsync("/vaggeryd/forenkla");
        simplify.Text.ShouldContain(Written);
        simplify.Html.ShouldNotContain("<b>Fritid");
        await ChangeAsync("update goals set short_name = 'Folkhälsa, kultur och fritid' where number = '3'");
        await ChangeAsync("update indicators set name = 'Trångbodda' where code = 'TRANGBODD'");
    }

    private Task ChangeAsync(string sql) => server.ChangeRowsAsync(house.DatabaseName, sql);
}
