using System.Net;
using Ledstjarna.App.Features.Statistics;
using Ledstjarna.App.Tests.Integrations.Scb;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Statistics;
using Microsoft.Extensions.DependencyInjection;

namespace Ledstjarna.App.Tests.Web.Statistics;

/// <summary>A server that may ask a stand-in for SCB.</summary>
public sealed class ScbHouse(Server server) : House(server)
{
    public StandInScb Scb { get; private set; } = null!;

    protected override string[] Settings =>
        [.. base.Settings, $"--Ledstjarna:Scb:Address={Scb.Address}", "--Ledstjarna:Scb:AllowPrivateAddress=true"];

    public override async ValueTask InitializeAsync()
    {
        Scb = await StandInScb.StartAsync();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Scb.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>From a table at SCB to an indicator that measures with it.</summary>
public sealed class ScbPagesTests(ScbHouse house, Server server) : IClassFixture<ScbHouse>
{
    private const string Address = "/vaggeryd/statistik/scb";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_is_found_chosen_from_and_measured_with()
    {
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        (await strategist.OpenAsync("/vaggeryd/nyckeltal")).Text.ShouldContain("Gör ett nyckeltal av en tabell hos SCB");
        var found = await strategist.OpenAsync($"{Address}?q=folkm%C3%A4ngd");
        found.Text.ShouldContain("60 tabeller för ”folkmängd”");
        found.Text.ShouldContain("Folkmängden efter region, ålder och kön <b>");
        found.Text.ShouldContain("Sida 1 av 3");

        var table = await strategist.OpenAsync($"{Address}?tabell=TAB638");
        table.Text.ShouldContain("Väljer du inget räknar SCB ihop alla.");
        table.Text.ShouldContain("för alla och för kvinnor och män var för sig");
        await strategist.SubmitAsync(Address, ("f.d0", "65+"), ("f.d1", "BE0101N1"));
        var keyFigure = strategist.Next.ShouldNotBeNull(strategist.Page.Text);
        var page = await strategist.OpenAsync(keyFigure);
        page.Heading.ShouldBe("Folkmängd, 65+ år");
        page.Text.ShouldContain("Källa: SCB");
        page.Text.ShouldContain("av 3 kommuner");

        // 665 · 1 000 + 24 · 10 + men 1, women 2.
        var code = keyFigure.Split('/')[^1];
        (await FiguresAsync(code, "0665", 2024)).ShouldBe(["0 665240", "1 665242", "2 665241"]);
        (await FiguresAsync(code, "0000", 2023)).ShouldBe(["0 230", "1 232", "2 231"]);
        (await FiguresAsync(code, "0680", 2024)).ShouldBe(["0 – ..", "1 – ..", "2 – .."]);

        await strategist.OpenAsync($"{keyFigure}/knyt");
        strategist.Value("f.unit").ShouldBe("antal");
        await strategist.SubmitAsync($"{keyFigure}/knyt", ("f.direction", "Higher"));
        var indicator = strategist.Next.ShouldNotBeNull(strategist.Page.Text);
        page = await strategist.OpenAsync($"{indicator}?datum=2024-12-31");
        page.Text.ShouldContain("665 240");
        page.Text.ShouldContain("SCB");

        // Nothing is fetched that the table says is not new; what is new comes as a revision.
        (await NightAsync()).Imports.ShouldNotContain(i => i.KeyFigures.Contains(code));
        (house.Scb.Updated, house.Scb.Revision) = ("2026-03-21", 5);
        var imported = (await NightAsync()).Imports.Where(i => i.KeyFigures.Contains(code)).ShouldHaveSingleItem();
        imported.Revised.ShouldBe(24);
        (await strategist.OpenAsync($"{indicator}?datum=2024-12-31")).Text.ShouldContain("665 245");
        (await strategist.OpenAsync("/vaggeryd/statistik?sedan=2016-01-01")).Text.ShouldContain("665 245");

        // A table that is gone is told of, and the figures stand.
        house.Scb.IsGone = true;
        (await NightAsync()).Failed.ShouldNotBeEmpty();
        house.Scb.IsGone = false;
        (await strategist.OpenAsync("/vaggeryd/statistik/hamtningar")).Text.ShouldContain("Misslyckades");
        (await FiguresAsync(code, "0665", 2024)).ShouldBe(["0 665245", "1 665247", "2 665246"]);
        house.Scb.Revision = 0;
    }

    [Fact]
    public async Task The_same_choice_twice_is_the_same_key_figure()
    {
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var codes = new List<string?>();
        for (var i = 0; i < 2; i++)
        {
            await strategist.OpenAsync($"{Address}?tabell=TAB638");
            await strategist.SubmitAsync(Address, ("f.d0", ""), ("f.d1", "BE0101N2"));
            codes.Add(strategist.Next);
        }

        codes[0].ShouldNotBeNull(strategist.Page.Text).ShouldBe(codes[1]);
    }

    [Theory]
    [InlineData("q=finnsinte", "Ingen tabell hittades")]
    [InlineData("tabell=TAB700", "Tabellen har inte siffror per kalenderår")]
    [InlineData("tabell=TAB800", "Tabellen har inga siffror för kommuner")]
    [InlineData("tabell=TAB999", "Källan sade nej")]
    [InlineData("tabell=..%2F..%2Fconfig", "finns inte, eller har inte längre det som valts")]
    [InlineData("tabell=%3Cscript%3E", "finns inte, eller har inte längre det som valts")]
    [InlineData("tabell=tab638", "Nyckeltalet får ett värde per kommun och år")]
    [InlineData("q=%00&sida=-1&tabell=%00", "Sök en tabell")]
    public async Task What_cannot_be_used_is_told_in_a_sentence(string query, string sentence)
    {
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var page = await strategist.OpenAsync($"{Address}?{query}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain(sentence);
    }

    [Fact]
    public async Task What_is_not_chosen_is_asked_for_and_what_the_table_does_not_have_is_refused()
    {
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await strategist.OpenAsync($"{Address}?tabell=TAB638");
        await strategist.SubmitAsync(Address, ("f.d0", "tusen"), ("f.d1", ""));
        strategist.Page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        strategist.Page.Text.ShouldContain("Fyll i ”Tabellinnehåll”.");
        strategist.Page.Text.ShouldContain("Välj ”Ålder” i listan.");
    }

    [Fact]
    public async Task An_answer_of_other_cells_than_those_asked_for_is_refused_whole()
    {
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await strategist.OpenAsync($"{Address}?tabell=TAB638");
        house.Scb.AnswersOther = true;
        await strategist.SubmitAsync(Address, ("f.d0", "0-19"), ("f.d1", "BE0101N2"));
        house.Scb.AnswersOther = false;
        strategist.Next.ShouldBeNull();
        strategist.Page.Text.ShouldContain("Svaret går inte att läsa");
        var code = new TableSelection("TAB638", [new("Alder", "0-19"), new("ContentsCode", "BE0101N2")]).Code;
        (await server.ReadAsync(house.DatabaseName, $"select code from statistics.key_figures where code = '{code}'")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(nameof(StandInScb.AnswersNothing))]
    [InlineData(nameof(StandInScb.AnswersFirstRegionAlone))]
    [InlineData(nameof(StandInScb.AnswersWithoutGender))]
    public async Task An_answer_that_lacks_cells_takes_nothing_back(string how)
    {
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await strategist.OpenAsync($"{Address}?tabell=TAB638");
        await strategist.SubmitAsync(Address, ("f.d0", "0-19"), ("f.d1", "BE0101N1"));
        var code = strategist.Next.ShouldNotBeNull(strategist.Page.Text).Split('/')[^1];
        var before = await FiguresAsync(code, "0665", 2024);
        before.Count.ShouldBe(3);
        var flaw = typeof(StandInScb).GetProperty(how)!;
        flaw.SetValue(house.Scb, true);
        house.Scb.Updated = $"2026-04-{how.Length:00}";
        var outcome = await NightAsync();
        flaw.SetValue(house.Scb, false);
        outcome.Failed.ShouldNotBeEmpty();
        outcome.Imports.ShouldNotContain(i => i.KeyFigures.Contains(code));
        (await FiguresAsync(code, "0665", 2024)).ShouldBe(before);
    }

    [Fact]
    public async Task A_person_is_told_that_the_source_is_broken_without_waiting_for_many_tries()
    {
        using var strategist = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        house.Scb.Asked.Clear();
        house.Scb.IsBroken = true;
        var page = await strategist.OpenAsync($"{Address}?q=skola");
        house.Scb.IsBroken = false;
        page.Text.ShouldContain("Källan sade nej (503). Försök igen senare.");
        house.Scb.Asked.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("Revisor")]
    [InlineData("Sakkunnig")]
    public async Task Others_than_those_who_choose_measures_do_not_ask_the_source(string role)
    {
        using var person = await Person.SignInAsync(house, role);
        (await person.GetAsync($"{Address}?q=skola")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    private async Task<ImportOutcome> NightAsync()
    {
        var handler = house.Services.GetRequiredService<ImportStatisticsHandler>();
        return await handler.HandleAsync(Actor.Operator(default), new ImportStatistics { Source = StatisticsSource.Scb }, null, Cancel);
    }

    private Task<List<string>> FiguresAsync(string code, string area, int year) =>
        server.ReadAsync(
            house.DatabaseName,
            $"""
            select trim(concat_ws(' ', f.gender, coalesce(f.value::text, '–'), f.status))
              from statistics.figures f join statistics.key_figures k on k.id = f.key_figure_id join statistics.areas a on a.id = f.area_id
             where k.code = '{code}' and a.code = '{area}' and f.year = {year} order by f.gender
            """
        );
}
