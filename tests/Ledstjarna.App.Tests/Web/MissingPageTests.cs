using System.Net;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>The register of what is missing, as page and as file.</summary>
public sealed class MissingPageTests(House house) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task What_is_missing_is_counted_and_told_with_reason_day_stand_in_goals_and_owner()
    {
        using var auditor = await Person.SignInAsync(house, "Revisor"); // sees judgements that are not published yet
        var page = await auditor.OpenAsync("/vaggeryd/bortfall?datum=2022-12-31");
        page.Heading.ShouldBe("Det som saknas");
        foreach (
            var text in (string[])
                [
                    "23 siffror saknas, för 16 indikatorer. Fem skulle redan ha kommit. Mål 1 och 2 blir osäkra.",
                    "Bostäder 2022 Inte inlagd 2022-12-31 Mål 1 kan bli rött Inget Kommunledningskontoret",
                    "Andel fossilfria fordon i kommunen 2021 Leveransen är försenad Exempel 2022-06-01 213 dagar sen Mål 1 kan bli rött",
                    "Arbetsmöjligheter 2020 Undersökningen genomfördes inte Exempel Kommunen deltog inte i undersökningen. Kommer inte Skulle ha kommit 2020-12-31 Inget",
                    "Ersättaren Skulle rekommendera andra att flytta hit används: 68 % (2022)",
                    "Ett äldre värde används: 68 % (2020)",
                    "Bedömd av sakkunnig: ej uppfyllt",
                    "Har aldrig haft ett värde",
                ]
        )
        {
            page.Text.ShouldContain(text);
        }
    }

    [Fact]
    public async Task The_worst_stands_first_and_what_will_not_come_last()
    {
        var text = (await Page.GetAsync(_client, "/vaggeryd/bortfall?datum=2022-12-31")).Text;
        int At(string words) => text.IndexOf(words, StringComparison.Ordinal);
        At("Andel fossilfria fordon i kommunen 2020").ShouldBeInRange(0, At("Bostäder 2022"));
        At("Bostäder 2022").ShouldBeLessThan(At("Svarsfrekvens i Insikt 2022"));
        At("Svarsfrekvens i Insikt 2022").ShouldBeLessThan(At("Bostäder 2020"));
    }

    [Fact]
    public async Task It_can_be_narrowed_to_a_unit_and_a_goal()
    {
        var unit = await Page.GetAsync(_client, "/vaggeryd/bortfall?datum=2022-12-31&enhet=sn");
        unit.Text.ShouldContain("Känner sig ofta ensamma");
        unit.Text.ShouldNotContain("Bostäder 2022");
        unit.Html.ShouldContain("<option value=\"SN\" selected");
        var both = await Page.GetAsync(_client, "/vaggeryd/bortfall?datum=2022-12-31&enhet=KLK&mal=1");
        both.Text.ShouldContain("Bostäder 2022");
        both.Text.ShouldNotContain("Arbetsmöjligheter 2022");
        (await Page.GetAsync(_client, "/vaggeryd/bortfall?datum=2022-12-31&mal=4.3")).Text.ShouldContain("Digitalt utanförskap");
    }

    [Fact]
    public async Task Where_nothing_is_missing_it_says_so_calmly()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/bortfall?datum=2022-12-31&enhet=VSBO");
        page.Text.ShouldContain("Inget saknas i urvalet. Varje siffra som skulle ha kommit 31 december 2022 finns.");
        page.Links.ShouldContain("/vaggeryd/bortfall?datum=2022-12-31");
        page.Html.ShouldNotContain("bortfall.csv");
    }

    [Theory]
    [InlineData("enhet=FINNS-INTE", "Här finns ingen enhet ”FINNS-INTE”. Alla enheter visas.")]
    [InlineData("mal=99", "Här finns inget mål ”99”. Alla mål visas.")]
    [InlineData("enhet=%3Cscript%3E&mal=%27--", "Här finns ingen enhet ”<script>”. Alla enheter visas.")]
    public async Task A_choice_that_is_not_there_is_told_and_left_out(string query, string sentence)
    {
        var page = await Page.GetAsync(_client, $"/vaggeryd/bortfall?datum=2022-12-31&{query}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain(sentence);
        page.Text.ShouldContain("23 siffror saknas");
        page.Scripts.ShouldBe(1);
    }

    [Fact]
    public async Task Another_day_has_its_own_register_and_keeps_it_in_the_links()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/bortfall?datum=2024-06-30&enhet=MBN");
        page.Text.ShouldContain("Andel miljöbilar i kommunen 2021, och en siffra till före den");
        page.Links.ShouldContain("/vaggeryd/bortfall.csv?datum=2024-06-30&enhet=MBN");
        (await Page.GetAsync(_client, "/vaggeryd/bortfall?datum=fel")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_overview_leads_to_the_same_count_and_says_the_same_of_each()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd?datum=2022-12-31");
        page.Text.ShouldContain("Allt som saknas: 23 siffror");
        page.Text.ShouldContain("Följ upp Bostäder . Inte inlagd, väntas december 2022. Mål 1 kan bli grönt eller rött.");
        page.Links.ShouldContain("/vaggeryd/bortfall?datum=2022-12-31");
    }

    [Fact]
    public async Task The_file_opens_in_a_spreadsheet()
    {
        using var response = await _client.GetAsync("/vaggeryd/bortfall.csv?datum=2022-12-31&enhet=SN");
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/csv; charset=utf-8");
        response.Content.Headers.ContentDisposition!.FileName.ShouldBe("bortfall-vaggeryd-2022-12-31.csv");
        var bytes = await response.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        var lines = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        lines[0].ShouldStartWith("Indikator;Kod;Period;Skäl;");
        lines.Length.ShouldBe(4); // the headings, two figures, nothing after the last line end
        lines[1..3].ShouldAllBe(l => l.Split(';').Length == lines[0].Split(';').Length);
        lines[1]
            .ShouldStartWith(
                "Känner sig ofta ensamma;EX-ENSAM;2022;undersökningen genomfördes inte;Enkäten genomfördes inte 2022.;2023-05-15;0;ja;Inget;;;nej;Socialnämnden;0;ja"
            );
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("2022", "2022")]
    [InlineData("åäö", "åäö")]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+46", "'+46")]
    [InlineData("-1", "'-1")]
    [InlineData("@sum", "'@sum")]
    [InlineData("\tx", "'\tx")]
    [InlineData("a;b", "\"a;b\"")]
    [InlineData("sade \"nej\"", "\"sade \"\"nej\"\"\"")]
    [InlineData("=a;b", "\"'=a;b\"")]
    [InlineData("en\nrad", "\"en\nrad\"")]
    public void A_cell_is_never_a_formula_and_never_breaks_its_row(string text, string cell) => CsvFile.Cell(text).ShouldBe(cell);
}
