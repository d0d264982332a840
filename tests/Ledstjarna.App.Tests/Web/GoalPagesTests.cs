using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>The tree, the goals and who contributes.</summary>
public sealed class GoalPagesTests(House house) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task A_goal_tells_its_wording_decision_parts_and_what_would_change_it()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/mal/4");
        page.Heading.ShouldBe(
            "Vaggeryds kommun ska vara en plats som är attraktiv, trygg och tillgänglig - där alla känner delaktighet och kan påverka"
        );
        foreach (
            var text in (string[])
                [
                    "Beslutat: KF 2019-05-27",
                    "Varför denna färg?",
                    "Räknas med",
                    "Räknas inte med",
                    "Det här skulle ändra färgen",
                    "Tillgänglighet: 1 av 3 siffror är kända",
                ]
        )
        {
            page.Text.ShouldContain(text);
        }

        page.Html.ShouldContain("dx=\"-10\""); // a number that SVG can read, not a Swedish minus
        page.Text.ShouldContain("Ändrad: KS 2022-03-09 § 70");
        page.Text.ShouldContain("minst 70 % Delvis från 65 %. Politiskt: KS 2021-01-13 § 12");
        page.Text.ShouldContain("Sakkunnig: Kommunens servicegaranti");
    }

    [Fact]
    public async Task The_three_layers_stand_side_by_side_with_reason_and_paragraph()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/mal/4");
        page.Text.ShouldContain("Otryggheten i centrum överskuggar de framsteg som har gjorts i delaktighet.");
        page.Text.ShouldContain("Demokratin och svarstiderna har blivit bättre.");
        page.Text.ShouldContain("Kommunstyrelsen Gäller");
        page.Text.ShouldContain("KS 2022-10-12 § 201 Exempel");
        (await Page.GetAsync(_client, "/vaggeryd/mal/1")).Text.ShouldContain("Ingen sakkunnig har bedömt målet");
    }

    [Fact]
    public async Task In_an_interim_report_the_goals_page_leads_with_the_forecast_and_the_experts_reason()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/mal/3?datum=2022-08-31");
        page.Text.ShouldContain("Bedöms uppfyllas delvis");
        page.Text.ShouldContain("Utfall:");
        page.Text.ShouldContain("Folkhälsoenkäten genomförs inte i år, men omsorg och fritid pekar åt rätt håll.");
    }

    [Fact]
    public async Task What_is_invented_is_marked_beside_the_figure()
    {
        (await Page.GetAsync(_client, "/vaggeryd/mal/1?datum=2022-08-31")).Text.ShouldContain("20,8 % Exempel");
        (await Page.GetAsync(_client, "/vaggeryd/mal/4")).Text.ShouldNotContain("8 196 brott Exempel");
    }

    [Fact]
    public async Task What_was_expected_for_a_budget_year_stands_in_the_structure_of_that_year() =>
        (await Page.GetAsync(_client, "/vaggeryd/mal/3?datum=2024-06-30")).Text.ShouldNotContain("Budgetår 2022");

    [Fact]
    public async Task A_goal_shows_what_it_means_and_whom_it_serves()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/mal/3");
        foreach (
            var text in (string[])
                [
                    "3 God hälsa och välbefinnande",
                    "Art. 6 Rätt till liv och utveckling",
                    "Hälsocenter med föreningslivet",
                    "2023–2026",
                    "Stöd i rätt tid",
                    "Speglas av Hälsa och levnadsvanor",
                    "Budgetår 2022",
                ]
        )
        {
            page.Text.ShouldContain(text);
        }

        (await Page.GetAsync(_client, "/vaggeryd/mal/1")).Text.ShouldContain(
            "Vi tar vara på vattnet. Exempel Speglas inte av något mätområde"
        );
    }

    [Theory]
    [InlineData("4.2", "Trygghet")]
    [InlineData("4.2.1", "Brott och trygghet")]
    [InlineData("SN2", "Vägen till egen försörjning")]
    [InlineData("I1", "Finansiella mål")]
    public async Task Sub_goals_areas_committee_and_internal_goals_have_pages_too(string number, string heading)
    {
        var page = await Page.GetAsync(_client, $"/vaggeryd/mal/{number}");
        (page.StatusCode, page.Heading).ShouldBe((HttpStatusCode.OK, heading));
    }

    [Theory]
    [InlineData("99")]
    [InlineData("4.3?datum=2021-12-31")] // was not there yet
    [InlineData("%3Cscript%3E")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    [InlineData("4%00")]
    public async Task A_goal_that_is_not_there_is_told(string number)
    {
        var page = await Page.GetAsync(_client, $"/vaggeryd/mal/{number}");
        page.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.BadRequest);
        page.Scripts.ShouldBeLessThan(2);
    }

    [Fact]
    public async Task The_tree_names_its_levels_and_counts_its_figures()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/maltrad?datum=2022-12-31");
        page.Text.ShouldContain("Mål, delmål, mätområde, och sist det som mäts");
        page.Text.ShouldContain("delmål 4.2. Trygghet Ej uppfyllt Exempel Säker 2 av 2");
        page.Text.ShouldContain("Anmälda brott per 100 000 invånare Delvis uppfyllt");
        (await Page.GetAsync(_client, "/vaggeryd/maltrad?datum=2024-01-01")).Text.ShouldContain("framgångsfaktor 4.2. Trygghet");
    }

    [Fact]
    public async Task The_tree_can_be_filtered_by_unit_and_status()
    {
        var unit = await Page.GetAsync(_client, "/vaggeryd/maltrad?enhet=SN");
        unit.Text.ShouldContain("Omsorg i tid");
        unit.Text.ShouldContain("SN1. Stöd i rätt tid");
        unit.Text.ShouldNotContain("Företagsklimat, plats");
        unit.Text.ShouldNotContain("VEAB1.");
        using var auditor = await Person.SignInAsync(house, "Revisor"); // sees judgements that are not published yet
        var red = await auditor.OpenAsync("/vaggeryd/maltrad?datum=2022-12-31&status=NotAchieved");
        red.Text.ShouldContain("4.2. Trygghet");
        red.Text.ShouldNotContain("2.1. Näringsliv");
        red.Text.ShouldContain("Ekologisk mat i kommunens kök"); // red in a yellow area
        var none = await Page.GetAsync(_client, "/vaggeryd/maltrad?datum=2022-12-31&enhet=VEAB&status=NotAchieved");
        none.Text.ShouldContain("Inget mål passar urvalet");
        (await Page.GetAsync(_client, "/vaggeryd/maltrad?enhet=%27--&status=99")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task The_matrix_shows_the_holes()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/bidrag");
        page.Text.ShouldContain("rutor är tomma");
        page.Text.ShouldContain("Inget mål bidrar");
        page.Text.ShouldContain("Vaggeryds Energi AB");
        page.Text.ShouldNotContain("Revisionen");
    }
}
