using System.Net;
using Ledstjarna.App.Features.Search;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>Search over every text, as people type it.</summary>
public sealed class SearchTests(House house, Server server) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Theory]
    [InlineData("skola", "2.2. Lärande och utbildning", "skolor")] // another form of the word
    [InlineData("SKOLAN", "2.2. Lärande och utbildning", "skolor")]
    [InlineData("gymnasie", "Elever behöriga till gymnasiets yrkesprogram", "gymnasiets")] // the beginning of a longer word
    [InlineData("trygg", "4.2. Trygghet", "Trygghet")]
    [InlineData("måluppfyllelse årsredovisning", "KS 2022-03-23 § 88: Årsredovisning 2021: måluppfyllelse", "Årsredovisning")]
    [InlineData("\"göra skillnad\"", "Vision 2030", "skillnad")]
    [InlineData("fossilfria eller ensamma", "Känner sig ofta ensamma", "ensamma")]
    public async Task A_word_is_found_in_its_forms_and_marked(string words, string title, string marked)
    {
        var page = await SearchAsync(words);
        page.Heading.ShouldBe("Sök");
        Flat(page).ShouldContain(title);
        page.Html.ShouldContain($"<mark>{marked}</mark>");
        page.Text.ShouldNotContain("stavas");
    }

    [Theory]
    [InlineData("4.3", "/vaggeryd/mal/4.3")]
    [InlineData("scb-tot", "/vaggeryd/indikator/SCB-TOT")]
    [InlineData("SCB-T", "/vaggeryd/indikator/SCB-TOT")]
    [InlineData("§ 38", "/vaggeryd/beslut/")]
    [InlineData("§038", "/vaggeryd/beslut/")]
    [InlineData("KSAU 2022-02-23 § 38", "/vaggeryd/beslut/")]
    [InlineData("KS 2019/160", "/vaggeryd/arenden/")]
    [InlineData("KSAU", "/vaggeryd/enhet/KSAU")]
    public async Task A_number_or_a_code_is_found_as_it_is_typed_first_of_all(string code, string address) =>
        FirstHit(await SearchAsync(code)).ShouldStartWith(address);

    [Fact]
    public async Task A_diary_number_and_a_source_code_are_found_in_running_text()
    {
        await ChangeAsync(
            """
            update indicators set source = 'Kolada U07400' where code = 'SCB-TOT';
            update decisions set subject = 'Barnkonventionen, ärende KS 2015/777' where paragraph = 12
            """
        );
        FirstHit(await SearchAsync("U07400")).ShouldBe("/vaggeryd/indikator/SCB-TOT");
        FirstHit(await SearchAsync("u074")).ShouldBe("/vaggeryd/indikator/SCB-TOT");
        (await SearchAsync("KS 2015/777")).Text.ShouldContain("En träff");
        (await SearchAsync("2015/77")).Text.ShouldContain("En träff");
        (await SearchAsync("KS 2015/771")).Text.ShouldContain("Inget hittades för ”KS 2015/771”");
    }

    [Fact]
    public async Task A_misspelled_word_finds_what_looks_like_it_and_says_so()
    {
        await ChangeAsync("update activities set name = 'Översiktsplan för kommunen' where code = (select min(code) from activities)");
        foreach (
            var (typed, like, found) in new[]
            {
                ("oversikt", "översiktsplan", "Översiktsplan för kommunen"),
                ("trygghte", "trygghet", "4.2. Trygghet"),
                ("skloa", "skolor", "skolor planeras"),
            }
        )
        {
            var page = await SearchAsync(typed);
            page.Text.ShouldContain($"Inget ord stavas ”{typed}”. Det här liknar: {like}");
            Flat(page).ShouldContain(found);
        }

        (await SearchAsync("översikt")).Text.ShouldNotContain("stavas");
        (await SearchAsync("qwzxqwzx")).Text.ShouldContain("Ingen text har ”qwzxqwzx”, och inget ord liknar det.");
    }

    [Fact]
    public async Task Where_no_text_has_all_words_those_with_some_are_shown_and_that_is_said()
    {
        var page = await SearchAsync("fossilfria ensamma");
        page.Text.ShouldContain("Ingen text har alla orden. Här är de som har något av dem.");
        Flat(page).ShouldContain("Känner sig ofta ensamma");
    }

    [Fact]
    public async Task What_has_ended_is_found_says_so_and_opens_on_a_day_when_it_held()
    {
        await ChangeAsync(
            "update frozen_follow_ups set withdrawn_at = now(); update goals g set short_name = 'Månskensmålet', validity_to = '2021-06-30' from goal_structures s where s.id = g.structure_id and s.validity_to = '2022-12-31' and g.number = '1.1.1'"
        );
        var page = await SearchAsync("månskensmålet");
        page.Text.ShouldContain("till 2021-06-30");
        var address = FirstHit(page);
        address.ShouldStartWith("/vaggeryd/mal/1.1.1?datum=");
        var goal = await Page.GetAsync(_client, address);
        (goal.StatusCode, goal.Heading).ShouldBe((HttpStatusCode.OK, "Månskensmålet"));
    }

    [Theory]
    [InlineData("trygg")]
    [InlineData("KS")]
    [InlineData("2022")]
    [InlineData("mål")]
    [InlineData("målvärde eller enkäten eller källan")]
    public async Task Every_hit_opens_a_page_and_the_place_in_it(string words)
    {
        var page = await SearchAsync(words);
        var hits = Hits(page).Distinct().ToList();
        hits.Count.ShouldBeGreaterThan(3);
        foreach (var hit in hits)
        {
            var opened = await Page.GetAsync(_client, hit);
            opened.StatusCode.ShouldBe(HttpStatusCode.OK, hit);
            if (hit.Split('#') is [_, var place])
            {
                opened.Html.ShouldContain($"id=\"{place}\"", customMessage: hit);
            }
        }
    }

    [Fact]
    public async Task Hits_come_twenty_to_a_page_and_can_be_narrowed_to_a_kind()
    {
        var first = await SearchAsync("mål");
        Hits(first).Count().ShouldBe(20);
        first.Text.ShouldContain("Sida 1 av");
        first.Links.ShouldContain("/vaggeryd/sok?q=m%C3%A5l&sida=2");
        var second = await Page.GetAsync(_client, "/vaggeryd/sok?q=m%C3%A5l&sida=2");
        second.Text.ShouldContain("Sida 2 av");
        Hits(second).Intersect(Hits(first)).Count().ShouldBeLessThan(20);
        var decisions = await Page.GetAsync(_client, "/vaggeryd/sok?q=m%C3%A5l&slag=beslut");
        Hits(decisions).ShouldAllBe(h => h.Contains("/beslut/"));
        foreach (var odd in (string[])["sida=99999", "sida=-1", "sida=x", "slag=finns-inte", "sida=99999999999999999999"])
        {
            (await Page.GetAsync(_client, $"/vaggeryd/sok?q=m%C3%A5l&{odd}")).StatusCode.ShouldBe(HttpStatusCode.OK, odd);
        }
    }

    [Theory]
    [InlineData("", "Så söker du")]
    [InlineData("q=&q=", "Så söker du")]
    [InlineData("q=%20%20", "Så söker du")]
    [InlineData("q=&q=trygg", "4.2. Trygghet")]
    [InlineData("q=och", "Orden är så vanliga att de inte går att söka på ensamma.")]
    [InlineData("q=...%3F!", "Skriv minst ett ord eller en siffra")]
    [InlineData("q=%26%7C!%3A*()%3C-%3E", "Skriv minst ett ord eller en siffra")]
    [InlineData("q=%3Cscript%3Eqwzx%3C/script%3E", "”<script>qwzx</script>”")]
    [InlineData("q=%27;%20drop%20table%20goals;--", "för ”'; drop table goals;--”")]
    [InlineData("q=trygg%00het", "trygg het")]
    [InlineData("q=%FF%FE", "Inget hittades")]
    [InlineData("q=%ED%A0%80", "Inget hittades")]
    [InlineData("q=%EF%BF%BD", "Så söker du")]
    [InlineData("q=%22trygg", "4.2. Trygghet")]
    [InlineData("q=-trygg", "träff")]
    [InlineData("q=%5C%5Bqwzx%5B%5B%3A%28", "Inget hittades")]
    [InlineData("q=tr%EE%80%80ygg%EE%80%81", "tr")]
    [InlineData("q=o%CC%88ppenhet", "öppenhet")]
    public async Task Odd_input_gets_a_calm_page(string query, string sentence)
    {
        var page = await Page.GetAsync(_client, $"/vaggeryd/sok?{query}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        Flat(page).ShouldContain(sentence);
        page.Html.ShouldNotContain("<script>");
    }

    [Fact]
    public async Task Too_much_text_is_told_in_a_sentence_and_what_was_typed_is_kept_as_far_as_it_goes()
    {
        var page = await SearchAsync(new string('å', 10_000));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Text.Replace('\u00a0', ' ').ShouldContain("Du skrev 10 000 tecken. Skriv högst 200");
        page.Html.ShouldContain($"value=\"{new string('å', 200)}\"");
        (await SearchAsync(new string('a', 200))).Text.ShouldContain("Inget hittades");
    }

    [Fact]
    public async Task Markup_in_the_texts_is_shown_as_text_around_the_marks()
    {
        await ChangeAsync("update units set name = '<img src=x onerror=alert(1)> zebranämnden' || U&'\\E000' where abbreviation = 'SN'");
        var page = await SearchAsync("zebranämnden");
        page.Html.ShouldContain("<mark>zebranämnden</mark>");
        page.Html.ShouldNotContain("<img");
        page.Html.ShouldNotContain("\uE000");
    }

    [Fact]
    public async Task What_no_page_shows_is_found_by_no_visitor()
    {
        await ChangeAsync(
            """
            update strategies set text = 'Hemlighetsmakeriet ska öka', state = 'Rejected' where id = (select min(id::text)::uuid from strategies);
            insert into documents (organisation_id, id, title, goals) select organisation_id, gen_random_uuid(), 'Hemlighetsmakeriplan', '{}' from organisations where slug = 'vaggeryd';
            insert into activities (organisation_id, id, code, name, state, due, responsible_units, is_example)
            select organisation_id, gen_random_uuid(), 'HEMLIG', 'Hemlighetsmakeri', 'NotStarted', '2030-01-01', '{}', false from organisations where slug = 'vaggeryd'
            """
        );
        (await SearchAsync("hemlighetsmakeri")).Text.ShouldContain("Inget hittades");
        await ChangeAsync("update documents set address = 'https://example.se/plan.pdf' where title = 'Hemlighetsmakeriplan'");
        Hits(await SearchAsync("hemlighetsmakeri")).ShouldBe(["https://example.se/plan.pdf"]);
    }

    [Fact]
    public async Task One_municipality_never_finds_anothers_texts()
    {
        await ChangeAsync(
            """
            insert into organisations (organisation_id, name, municipality_code, slug, is_demo, comparison_municipalities)
            values ('bbbbbbbb-0000-0000-0000-000000000002', 'Grannköping', '0600', 'grannkoping', true, '{}');
            select set_config('app.organisation', 'bbbbbbbb-0000-0000-0000-000000000002', false);
            insert into units (organisation_id, id, kind, abbreviation, name)
            values ('bbbbbbbb-0000-0000-0000-000000000002', gen_random_uuid(), 'Committee', 'GRN', 'Grannsämjenämnden')
            """
        );
        Hits(await Page.GetAsync(_client, "/grannkoping/sok?q=grannsämja")).ShouldBe(["/grannkoping/enhet/GRN"]);
        (await SearchAsync("grannsämja")).Text.ShouldContain("Inget hittades");
        (await SearchAsync("GRN")).Text.ShouldNotContain("Grannsämjenämnden");
        (await Page.GetAsync(_client, "/grannkoping/sok?q=trygghet")).Text.ShouldContain("Inget hittades");
        (await Page.GetAsync(_client, "/grannkoping/sok?q=trygghte")).Text.ShouldNotContain("liknar:");
    }

    [Fact]
    public async Task Every_page_leads_to_the_search_and_has_a_box_for_it()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/mal/4");
        page.Links.ShouldContain("/vaggeryd/sok");
        page.Html.ShouldContain("action=\"/vaggeryd/sok\"");
        (await Page.GetAsync(_client, "/finns-inte/sok?q=x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("oversikt", "översikt")]
    [InlineData("kollektivtrafiken", "kollektivtrafik")]
    [InlineData("barn", "")]
    [InlineData("4711", "")]
    public void The_nearest_word_is_near(string typed, string nearest) =>
        Spelling
            .Nearest(typed, ["översikt", "utsikt", "kollektivtrafik", "kollega", "björn", "4712", "b"])
            .ShouldBe(nearest.Length == 0 ? [] : [nearest]);

    /// <summary>As the municipality itself, so that what is kept in memory is read again.</summary>
    private Task ChangeAsync(string sql) => server.ChangeRowsAsync(house.DatabaseName, sql);

    private Task<Page> SearchAsync(string words) => Page.GetAsync(_client, $"/vaggeryd/sok?q={Uri.EscapeDataString(words)}");

    /// <summary>The page's words with marked words as part of their sentences.</summary>
    private static string Flat(Page page) =>
        WebUtility
            .HtmlDecode(
                System.Text.RegularExpressions.Regex.Replace(
                    System.Text.RegularExpressions.Regex.Replace(page.Html, "</?mark>", ""),
                    "<[^>]+>",
                    " "
                )
            )
            .Replace('\u00a0', ' ');

    private static string FirstHit(Page page) => Hits(page).First();

    private static IEnumerable<string> Hits(Page page) =>
        System
            .Text.RegularExpressions.Regex.Matches(page.Html, "<h3 class=\"h3\"><a class=\"ds-link\" href=\"([^\"]+)\"")
            .Select(m => WebUtility.HtmlDecode(m.Groups[1].Value));
}
