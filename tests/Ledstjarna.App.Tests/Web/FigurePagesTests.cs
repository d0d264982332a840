using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>Indicators, the comparison and the principles.</summary>
public sealed class FigurePagesTests(House house) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task An_indicator_shows_figures_breaks_gaps_targets_and_evidence()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/indikator/SCB-TOT?datum=2022-12-31");
        page.Heading.ShouldBe("Nöjd-Region-Index");
        foreach (
            var text in (string[])
                [
                    "2020 saknas. Undersökningen genomfördes inte.",
                    "Omlagt 2021-01-01. Nytt frågeformulär 2021.",
                    "Före omläggningen.",
                    "Minst 65",
                    "Politiskt beslutat: KS 2021-01-13 § 12",
                    "I stället används ersättaren Skulle rekommendera andra att flytta hit",
                    "SCB:s medborgarundersökning",
                ]
        )
        {
            page.Text.ShouldContain(text);
        }

        page.Html.ShouldContain("2012: 65. 2014: 62. 2016: 62. 2018: 65. 2020 saknas: undersökningen genomfördes inte.");
    }

    [Fact]
    public async Task No_line_is_drawn_over_a_gap_or_a_break()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/indikator/SCB-TOT?datum=2022-12-31");
        page.Html.Split("class=\"s-new\"").Length.ShouldBe(4); // 2012–2014–2016–2018
        page.Html.ShouldContain("class=\"gap\"");
        page.Html.ShouldContain("class=\"brk\"");
    }

    [Fact]
    public async Task Women_and_men_are_shown_where_they_are_known()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/indikator/EX-MORKER?datum=2022-12-31");
        page.Text.ShouldContain("Kvinnor Män");
        page.Text.ShouldContain("2022 66 % 55 % 77 %");
        page.Text.ShouldContain("Felmarginalen är ± 4 %");
        (await Page.GetAsync(_client, "/vaggeryd/indikator/SN-RANK")).Text.ShouldNotContain("Kvinnor Män");
    }

    [Fact]
    public async Task Only_what_was_known_on_the_day_is_shown()
    {
        (await Page.GetAsync(_client, "/vaggeryd/indikator/EX-EPOST?datum=2021-12-31")).Text.ShouldNotContain("91 %");
        (await Page.GetAsync(_client, "/vaggeryd/indikator/EX-EPOST?datum=2021-12-31")).Text.ShouldContain("2021 87 %");
        (await Page.GetAsync(_client, "/vaggeryd/indikator/EX-EPOST?datum=2022-12-31")).Text.ShouldContain("2022 91 %");
    }

    [Fact]
    public async Task A_figure_without_a_target_is_for_an_expert()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/indikator/INSIKT?datum=2021-12-31");
        page.Text.ShouldContain("Inget målvärde. En sakkunnig bedömer siffran.");
        page.Text.ShouldContain("Sakkunnigas bedömning: delvis uppfyllt.");
    }

    [Fact]
    public async Task The_place_among_all_municipalities_stands_with_the_indicator()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/indikator/BROTT");
        page.Text.ShouldContain("Plats 111 av 290 kommuner");
        page.Text.ShouldContain("Källan anger inget år");
    }

    [Theory]
    [InlineData("/vaggeryd/indikator/FINNS-INTE")]
    [InlineData("/vaggeryd/jamfor?kommunkod=9999")]
    [InlineData("/vaggeryd/jamfor?kommunkod=%3Cscript%3E")]
    [InlineData("/annan")]
    [InlineData("/annan/mal/1")]
    [InlineData("/vaggeryd/finns/inte")]
    [InlineData("/app.finns-inte.css")]
    public async Task What_is_not_there_has_a_helpful_page(string address)
    {
        var page = await Page.GetAsync(_client, address);
        page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        page.Heading.Length.ShouldBeGreaterThan(5);
        page.Text.ShouldContain("Till startsidan");
        page.Scripts.ShouldBe(1);
    }

    [Fact]
    public async Task Every_indicator_and_every_goal_has_a_page_and_every_link_leads_somewhere()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var queue = new Queue<string>(["/vaggeryd", "/vaggeryd?datum=2022-08-31", "/vaggeryd?datum=2024-06-30"]);
        while (queue.TryDequeue(out var address) && seen.Count < 400)
        {
            if (seen.Add(address))
            {
                var page = await Page.GetAsync(_client, address);
                if (page.StatusCode == HttpStatusCode.Found)
                {
                    page.Location.ShouldStartWith("/", Case.Sensitive, address);
                    queue.Enqueue(page.Location!);
                    continue;
                }

                page.StatusCode.ShouldBe(HttpStatusCode.OK, address);
                (page.Heading.Length > 0 || address.Contains(".csv")).ShouldBeTrue(address);
                foreach (var link in page.Links)
                {
                    queue.Enqueue(link);
                }
            }
        }

        seen.Count.ShouldBeGreaterThan(150);
    }

    [Fact]
    public async Task Comparing_gives_places_in_the_country_and_the_county_and_says_what_is_missing()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/jamfor");
        page.Text.ShouldContain("Plats 18 av 290 . Plats 2 av 13 i Jönköpings län.");
        page.Text.ShouldContain("Vaggeryd har inget värde i källan.");
        var other = await Page.GetAsync(_client, "/vaggeryd/jamfor?kommunkod=0180");
        other.Heading.ShouldBe("Stockholm bland 290 kommuner");
        other.Text.ShouldContain("i Stockholms län");
    }

    [Fact]
    public async Task Municipalities_are_listed_in_swedish_order()
    {
        var html = (await Page.GetAsync(_client, "/vaggeryd/jamfor")).Html;
        int At(string name) => html.IndexOf($">{name}</option>", StringComparison.Ordinal);
        At("Ystad").ShouldBeLessThan(At("Åmål"));
        At("Åmål").ShouldBeLessThan(At("Älmhult"));
        At("Älmhult").ShouldBeLessThan(At("Öckerö"));
    }

    [Fact]
    public async Task A_principle_is_tried_without_what_people_judged()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/principer?datum=2022-12-31");
        page.Text.ShouldContain(
            "Gemensam princip Gäller Delvis uppfyllt Kan ändras Uppfyllt Kan ändras Uppfyllt Säker Delvis uppfyllt Kan ändras"
        );
    }

    [Fact]
    public async Task Each_principle_stands_in_words_with_todays_goals_beside()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/principer?datum=2022-12-31");
        foreach (
            var name in (string[])
                ["Gemensam princip Gäller", "Målvärde 80 procent", "Kvartil mot landet", "Svagaste länken", "Takt mot 2030"]
        )
        {
            page.Text.ShouldContain(name);
        }

        page.Text.ShouldContain("Det som ändå saknas räknas aldrig som noll.");
        page.Html.Split("class=\"st ").Length.ShouldBeGreaterThan(20);
    }
}
