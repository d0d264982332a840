using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>The units, and what is one unit's own.</summary>
public sealed class UnitPagesTests(House house) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task Units_are_listed_by_kind_with_what_they_have()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/enheter?datum=2022-12-31");
        page.Heading.ShouldBe("Nämnder, bolag och förvaltningar");
        page.Text.ShouldContain("Socialnämnden 2 mål 3 av 4 mål – fem indikatorer två siffror för Socialnämnden");
        page.Text.ShouldContain("Vaggeryds Näringslivsråd KB – 0 av 4 mål – – –");
        page.Text.IndexOf("Fullmäktige Kommunfullmäktige", StringComparison.Ordinal)
            .ShouldBeInRange(0, page.Text.IndexOf("Nämnder Barn- och utbildningsnämnden", StringComparison.Ordinal));
        page.Links.ShouldContain("/vaggeryd/enhet/SN?datum=2022-12-31");
        page.Links.ShouldContain("/vaggeryd/bortfall?datum=2022-12-31&enhet=SN");
    }

    [Fact]
    public async Task A_committee_sees_its_goals_its_holes_its_figures_and_what_comes_next()
    {
        using var auditor = await Person.SignInAsync(house, "Revisor"); // the follow-up of the day is not published yet
        var page = await auditor.OpenAsync("/vaggeryd/enhet/SN?datum=2022-12-31");
        page.Heading.ShouldBe("Socialnämnden");
        foreach (
            var text in (string[])
                [
                    "Två egna mål, som bidrar till tre av fyra av fullmäktiges mål. Följer upp fem indikatorer.",
                    "Slag Nämnd, SN",
                    "Mandatperiod Ingen inlagd för den här dagen",
                    "Två siffror saknas redan",
                    "2023-03-01 Siffran för 2022: Väntetid till särskilt boende",
                    "SN1. Stöd i rätt tid Exempel Den som behöver stöd får det i tid och med god kvalitet. Uppfyllt Exempel Säker Budgetår 2022: Väntetiden till särskilt boende är högst 60 dagar. Exempel Mål 3 och 4",
                    "1. Hållbar samhällsutveckling Delvis uppfyllt Exempel Inget mål bidrar",
                    "Låg ekonomisk standard Delvis uppfyllt Exempel 11,0 % 2022 Inget 2024-12-31 för 2023",
                    "Demensteam på plats Exempel Uppfyllt Exempel Klar 2022-05-20 2022-06-30",
                ]
        )
        {
            page.Text.ShouldContain(text);
        }

        page.Links.ShouldContain("/vaggeryd/bortfall?datum=2022-12-31&enhet=SN");
    }

    [Fact]
    public async Task The_days_ahead_are_the_situations_own()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/enhet/ks?datum=2022-08-31");
        page.Text.ShouldContain(
            "2022-12-31 Aktiviteten ska vara klar: Detaljplaner för bostäder i alla orter Exempel Aktiviteten ska vara klar: Trygghetspunkt i varje delområde Exempel Mandatperioden slutar"
        );
        page.Text.ShouldContain("Mandatperiod 2019-01-01 till 2022-12-31");
        page.Text.ShouldContain("Ansvarar för uppföljningen av 1. Hållbar samhällsutveckling");
        page.Links.ShouldContain("/vaggeryd/enheter?datum=2022-08-31");
        var later = await Page.GetAsync(_client, "/vaggeryd/enhet/KS?datum=2022-12-31");
        later.Text.ShouldContain("Inget är inplanerat de kommande tolv månaderna.");
        later.Text.ShouldContain("En aktivitet är sen.");
        later.Text.ShouldContain("2022-12-31 Sen");
    }

    [Fact]
    public async Task What_is_expected_stands_in_the_structure_of_its_year()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/enhet/BUN?datum=2024-06-30");
        page.Text.ShouldContain("Budgetår 2023:");
        page.Text.ShouldNotContain("Budgetår 2022:");
    }

    [Fact]
    public async Task A_unit_with_nothing_of_its_own_says_so()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/enhet/KLG");
        page.Text.ShouldContain("Enheten har inga egna mål, siffror eller aktiviteter i målen som gäller.");
        page.Text.ShouldContain("Hör till Kommunledningskontoret");
    }

    [Theory]
    [InlineData("FINNS-INTE")]
    [InlineData("%3Cscript%3E")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("SN%00")]
    public async Task A_unit_that_is_not_there_is_told(string abbreviation)
    {
        var page = await Page.GetAsync(_client, $"/vaggeryd/enhet/{abbreviation}");
        page.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        page.Scripts.ShouldBeLessThan(2);
    }

    [Theory]
    [InlineData("/vaggeryd/mal/4", "/vaggeryd/enhet/KS")]
    [InlineData("/vaggeryd/mal/SN2", "/vaggeryd/enhet/SN")]
    [InlineData("/vaggeryd/bidrag", "/vaggeryd/enhet/VEAB")]
    [InlineData("/vaggeryd/indikatorer", "/vaggeryd/enhet/BUN")]
    [InlineData("/vaggeryd/indikator/BROTT", "/vaggeryd/enhet/KLK")]
    [InlineData("/vaggeryd/principer", "/vaggeryd/enheter")]
    public async Task Where_a_unit_is_named_it_can_be_opened(string from, string to) =>
        (await Page.GetAsync(_client, from)).Links.ShouldContain(to);
}
