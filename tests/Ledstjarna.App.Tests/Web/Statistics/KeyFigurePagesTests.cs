using System.Globalization;
using System.Net;
using System.Text;
using Ledstjarna.App.Features.Statistics;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain.Access;
using Microsoft.Extensions.DependencyInjection;

namespace Ledstjarna.App.Tests.Web.Statistics;

/// <summary>The catalogue of key figures, one of them for all municipalities, and an indicator that takes its figures from it.</summary>
public sealed class KeyFigurePagesTests(House house, Server server) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("q=m%C3%A5nadsavl%C3%B6nad+heltidsarbetande", "Heltidsarbetande månadsavlönade, kommun")]
    [InlineData("q=n15428", "Ett nyckeltal för ”n15428”")]
    [InlineData("q=trygghet&kon=ja&omrade=%C3%84ldre%20och%20funktionshinder", "Finns för kvinnor och män.")]
    [InlineData("mangd=G2KPI130255&q=heltid", "Heltidsarbetande månadsavlönade, kommun")]
    [InlineData("q=qqqq", "Inget nyckeltal hittades")]
    [InlineData("q='%3B+drop+table+x%3B--", "Inget nyckeltal hittades")]
    [InlineData("q=%22&sida=-3", "Pröva ett kortare ord")]
    [InlineData("omrade=%00&mangd=%00", "nyckeltal")]
    [InlineData("q=skola&sida=99999", "Inget nyckeltal hittades")]
    public async Task The_catalogue_is_searched_in_Swedish_and_narrowed(string query, string found) =>
        (await Page.GetAsync(_client, $"/vaggeryd/nyckeltal?{query}")).Text.ShouldContain(found);

    [Fact]
    public async Task The_catalogue_says_how_many_there_are_and_whose_it_is()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/nyckeltal");
        page.Heading.ShouldBe("Sök bland 6 099 nyckeltal");
        page.Text.ShouldContain("Källa: Kolada");
        page.Text.ShouldNotContain("(-2024)");
        (await Page.GetAsync(_client, $"/vaggeryd/nyckeltal?q={new string('a', 5000)}")).Text.ShouldContain("Texten är för lång");
    }

    [Theory]
    [InlineData("/vaggeryd/nyckeltal/N99999")]
    [InlineData("/vaggeryd/nyckeltal/..%2f..%2fetc")]
    [InlineData("/vaggeryd/nyckeltal/N00945?kommunkod=9999")]
    public async Task What_is_not_there_is_not_found(string address) =>
        (await Page.GetAsync(_client, address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_key_figure_without_values_says_how_to_get_them() =>
        (await Page.GetAsync(_client, "/vaggeryd/nyckeltal/N00005")).Text.ShouldContain("Inga värden är hämtade ännu");

    [Fact]
    public async Task A_key_figure_is_compared_with_all_the_county_and_a_group_and_credited_right()
    {
        await ImportAsync(Values("N15030", 2023, (code, i) => 50 + (i % 40)));
        var page = await Page.GetAsync(_client, "/vaggeryd/nyckeltal/N15030?grupp=G36109");
        foreach (
            var text in (string[])
                [
                    "av 290 kommuner",
                    "Jönköpings län",
                    "Liknande kommuner grundskola, Vaggeryd",
                    "Källa: Kolada (N15030)",
                    "Egen bearbetning, varje kommun räknad lika",
                    "Rikets eget värde är 44,0 %",
                    "inte samma sak som medianen",
                    "Visa 290 kommuner",
                    "Upplands Väsby",
                ]
        )
        {
            page.Text.ShouldContain(text);
        }

        page.Text.ShouldContain("Median, fjärdedelar och platser: Egen bearbetning");
        page.Text.ShouldNotContain("Median, fjärdedelar och platser: Källa");
    }

    [Fact]
    public async Task The_schools_of_the_municipality_are_listed_where_the_source_has_them()
    {
        await ImportAsync(Values("N15033", 2023, (_, i) => 10 + (i % 5)));
        await ImportAsync(
            """{"values":[{"kpi":"N15033","period":2023,"ou":"V15E066500402","values":[{"gender":"T","count":1,"status":"","value":12.5,"isdeleted":false}]},{"kpi":"N15033","period":2023,"ou":"V15E066500901","values":[{"gender":"T","count":1,"status":"Missing","value":null,"isdeleted":false}]}],"next_url":null}"""
        );
        var page = await Page.GetAsync(_client, "/vaggeryd/nyckeltal/N15033");
        page.Text.ShouldContain("Enheter i Vaggeryd 2023");
        page.Text.ShouldContain("Sörgårdsskolan 12,5");
        page.Text.ShouldNotContain("Tofthagaskolan");
        (await Page.GetAsync(_client, "/vaggeryd/nyckeltal/N15033?kommunkod=0680")).Text.ShouldNotContain("Enheter i");
    }

    [Fact]
    public async Task An_indicator_takes_its_figures_from_a_key_figure_beside_its_own_and_revisions_come_as_new_records()
    {
        await ImportAsync(Values("N15428", 2021, (code, _) => code == "0665" ? 84.5 : 80));
        await ImportAsync(Values("N15428", 2022, (code, _) => code == "0665" ? 86 : 80));
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var form = await strategist.OpenAsync("/vaggeryd/nyckeltal/N15428/knyt");
        form.Text.ShouldContain("kontrollera att det stämmer för er");
        await strategist.SubmitAsync("/vaggeryd/nyckeltal/N15428/knyt", ("f.name", strategist.Value("f.name")));
        var address = strategist.Next.ShouldNotBeNull(strategist.Page.Text);
        var page = await strategist.OpenAsync($"{address}?datum=2022-12-31");
        page.Heading.ShouldBe("Elever i åk 9 som är behöriga till yrkesprogram, hemkommun");
        page.Text.ShouldContain("86,0 %");
        page.Text.ShouldContain("84,5 %");
        page.Text.ShouldContain("Kolada (SCB och Skolverket), nyckeltal N15428");

        await ImportAsync(Values("N15428", 2022, (code, _) => code == "0665" ? 85.1 : 80));
        (await strategist.OpenAsync($"{address}?datum=2022-12-31")).Text.ShouldContain("85,1 %");
        (
            await server.ReadAsync(
                house.DatabaseName,
                "select value::text from observations where statistics_import_id is not null and period = '2022' order by sequence"
            )
        ).ShouldBe(["86", "85.1"]);
        var changes = await strategist.OpenAsync("/vaggeryd/statistik?sedan=2016-01-01");
        changes.Text.ShouldContain("86,00 85,10");

        await ImportAsync(Catalogue("N15428", "Elever i åk 9, ny definition, andel (%)"));
        (await strategist.OpenAsync(address)).Text.ShouldContain("Källan har ändrat nyckeltalet N15428");
        changes = await strategist.OpenAsync("/vaggeryd/statistik?sedan=2016-01-01");
        changes.Text.ShouldContain("Nu: Elever i åk 9, ny definition, andel (%)");
        await strategist.SubmitAsync("/vaggeryd/statistik", ("svar", "omlaggning"));
        strategist.Next.ShouldNotBeNull(strategist.Page.Text);
        (await strategist.OpenAsync(address)).Text.ShouldNotContain("Källan har ändrat nyckeltalet N15428 (");
        (
            await server.ReadAsync(house.DatabaseName, "select reason from indicator_breaks where reason like '%N15428%'")
        ).ShouldHaveSingleItem();
        (await server.ReadAsync(house.DatabaseName, "select distinct key from mails where key like 'statistik/%'")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Binding_asks_for_a_name_a_unit_and_which_way_is_better()
    {
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await strategist.OpenAsync("/vaggeryd/nyckeltal/N00945/knyt");
        await strategist.SubmitAsync("/vaggeryd/nyckeltal/N00945/knyt", ("f.name", ""), ("f.unit", ""), ("f.direction", ""));
        strategist.Next.ShouldBeNull();
        strategist.Page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        strategist.Page.Text.ShouldContain("Fyll i");
    }

    [Fact]
    public async Task An_indicator_that_is_gone_is_not_made_anew()
    {
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await strategist.OpenAsync("/vaggeryd/nyckeltal/N00945/knyt");
        await strategist.SubmitAsync(
            "/vaggeryd/nyckeltal/N00945/knyt",
            ("f.direction", "Higher"),
            ("f.unit", "%"),
            ("indikator", "finnsinte")
        );
        strategist.Page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("Revisor")]
    [InlineData("Förtroendevald")]
    [InlineData("Sakkunnig")]
    public async Task Others_than_the_strategist_bind_nothing(string role)
    {
        using var person = await Person.SignInAsync(house, role);
        (await person.GetAsync("/vaggeryd/nyckeltal/N00945/knyt")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_imports_are_listed_and_the_network_is_off_by_default()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/statistik/hamtningar");
        page.Text.ShouldContain("Hämtning över nätet är avstängd här");
        page.Text.ShouldContain("Katalogen, följde med programmet Kolada 2026-03-31 Inläst 303 nya värden");
        page.Text.ShouldNotContain("Hämta nu");
    }

    /// <summary>As <c>ledstjarna import kolada --from</c> does, in the server's own process.</summary>
    private async Task ImportAsync(string json)
    {
        var folder = Directory.CreateTempSubdirectory("ledstjarna-svar");
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "svar.json"), json, Encoding.UTF8, Cancel);
        var handler = house.Services.GetRequiredService<ImportStatisticsHandler>();
        while (true)
        {
            try
            {
                await handler.HandleAsync(Actor.Operator(default), new ImportStatistics(folder.FullName), null, Cancel);
                break;
            }
            catch (ImportIsRunningException)
            {
                await Task.Delay(50, Cancel);
            }
        }

        folder.Delete(recursive: true);
    }

    private string Values(string keyFigure, int year, Func<string, int, double> value)
    {
        var codes = server
            .ReadAsync(house.DatabaseName, "select code from statistics.areas where kind = 'Municipality' order by code")
            .Result;
        var rows = codes
            .Select((code, i) => (code, value: value(code, i)))
            .Append(("0000", 44))
            .Select(r =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $$"""{"kpi":"{{keyFigure}}","period":{{year}},"municipality":"{{r.Item1}}","values":[{"gender":"T","count":1,"status":"","value":{{r.Item2}},"isdeleted":false}]}"""
                )
            );
        return $$"""{"values":[{{string.Join(',', rows)}}],"next_url":null}""";
    }

    private static string Catalogue(string keyFigure, string title) =>
        $$"""{"values":[{"id":"{{keyFigure}}","title":"{{title}}","description":"Ny. Källa: Skolverket.","is_divided_by_gender":true,"municipality_type":"K","operating_area":"Grundskola","publ_period":"2026"}]}""";
}
