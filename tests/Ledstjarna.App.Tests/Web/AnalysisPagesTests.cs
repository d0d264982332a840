using System.Net;
using System.Text.RegularExpressions;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>The joint analysis of the follow-up that is open, and what its measures become.</summary>
public sealed partial class AnalysisPagesTests(House house, Server server) : IClassFixture<House>
{
    private const string Analysis = "/vaggeryd/uppfoljningar/2022-12-31/analys";
    private const string Propose = "/vaggeryd/arbeta/atgard/ny";
    private const string Strategist = "Verksamhetsutvecklare";

    [Fact]
    public async Task It_gathers_departures_weak_goals_groups_and_what_units_propose()
    {
        using var auditor = await Person.SignInAsync(house, "Revisor");
        var page = await auditor.OpenAsync(Analysis);
        page.Heading.ShouldBe("Gemensam analys, helår 2022");
        foreach (
            var text in (string[])
                [
                    "Två av fyra mål är uppfyllda. Ett är delvis uppfyllt och ett är inte uppfyllt.",
                    "15 av 55 underlag är inne.",
                    "4.2. Trygghet Ej uppfyllt Exempel Säker",
                    "KS2. Öppen och tillgänglig kommun Kan inte bedömas Exempel Kan ändras Ingen har bedömt målet än.",
                    "Sakkunnig för trygghet Otryggheten i centrum överskuggar de framsteg som har gjorts i delaktighet.",
                    "Unga kvinnor Sämre. Fler undviker centrum på kvällen. Exempel 4.2. Trygghet Kommunledningskontoret",
                    "Trygghetsvärdar i centrum under vinterhalvåret.",
                ]
        )
        {
            page.Text.ShouldContain(text);
        }

        page.Text.ShouldNotContain("Ta vidare"); // the strategist's to do
        using var visitor = Person.Visitor(house);
        await visitor.OpenAsync(Analysis);
        (visitor.Page.StatusCode, visitor.Page.Location!.Contains("logga-in")).ShouldBe((HttpStatusCode.Redirect, true));
        (await auditor.OpenAsync("/vaggeryd/uppfoljningar/2030-12-31/analys")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await auditor.OpenAsync("/vaggeryd/uppfoljningar/<b>/analys")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("", "Så står det till")]
    [InlineData("&bild=4", "4. Attraktivitet, tillgänglighet, demokrati och trygghet")]
    [InlineData("&bild=5", "Övriga mål")]
    [InlineData("&bild=6", "Det vi går vidare med")]
    [InlineData("&bild=999", "Det vi går vidare med")]
    [InlineData("&bild=-1", "Så står det till")]
    [InlineData("&bild=%3Cscript%3E", "Så står det till")]
    public async Task At_a_meeting_one_thing_is_shown_at_a_time(string picture, string heading)
    {
        using var person = await Person.SignInAsync(house, "Ledningsgrupp");
        (await person.OpenAsync($"{Analysis}?visning=mote{picture}")).Heading.ShouldBe(heading);
        (await person.OpenAsync($"{Analysis}?visning=mote&bild=4")).Text.ShouldContain("Trygghetsvärdar i centrum under vinterhalvåret.");
        person.Page.Text.ShouldContain("KS2. Öppen och tillgänglig kommun"); // contributes to it
        (await person.OpenAsync($"{Analysis}?visning=mote&bild=5")).Text.ShouldContain("I3. Det egna miljöarbetet Ej uppfyllt");
    }

    [Fact]
    public async Task A_measure_becomes_an_activity_an_assignment_or_a_line_in_a_draft_once_and_is_followed_from_there()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await person.OpenAsync(LinksOf.Text((await person.OpenAsync(Analysis)).Html, "Ta vidare"));
        await person.SubmitAsync(Propose, ("f.text", "Gör det första"), ("f.due", "2027-03-01"));
        person.Next.ShouldNotBeNull(person.Page.Text);
        (await person.OpenAsync(Analysis)).Text.ShouldContain("Tagen vidare");
        var first = Forward().Match(person.Page.Html).Groups[1].Value;

        (await SendAsync(person, first, "Assignment")).Text.ShouldContain("Välj beslutet som ger uppdraget.");
        (await SendAsync(person, first, "LevelLine")).Text.ShouldContain("Välj mätområdet i utkastet");
        (await SendAsync(person, first, "<script>")).Text.ShouldContain("Välj vad åtgärden ska bli.");
        await SendAsync(person, first, "Activity");
        person.Next.ShouldNotBeNull(person.Page.Text);
        (await person.OpenAsync(Analysis)).Text.ShouldContain("Aktivitet: ej påbörjad");
        (await SendAsync(person, first, "Activity")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity); // once
        await SendAsync(person, first, "Proposal");
        person.Next.ShouldNotBeNull(person.Page.Text);
        (await person.OpenAsync(Analysis)).Text.ShouldContain("Föreslagen");
        (await SendAsync(person, first, "Assignment", ("beslut", Guid.NewGuid().ToString()))).Text.ShouldContain(
            "Välj beslutet som ger uppdraget."
        );
        await SendAsync(person, first, "Activity");
        (await person.OpenAsync(Analysis)).Text.ShouldContain("Aktivitet: ej påbörjad");

        foreach (
            var (text, becomes, field, says) in new[]
            {
                ("Gör det andra", "Assignment", "beslut", "Uppdrag: öppet"),
                ("Gör det tredje", "LevelLine", "rad", "Rad i Ambitionsnivå 2027, utkast (utkast)"),
            }
        )
        {
            await person.OpenAsync($"{Propose}?goal={await GoalAsync()}");
            await person.SubmitAsync(
                Propose,
                ("f.text", text),
                ("f.due", "2027-03-01"),
                ("f.unit", LinksOf.Option(person.Page.Html, "Kommunstyrelsen"))
            );
            person.Next.ShouldNotBeNull(person.Page.Text);
            var html = (await person.OpenAsync(Analysis)).Html;
            var address = Forward().Match(html).Groups[1].Value;
            var choice = field == "beslut" ? LinksOf.Option(html, "KS 2022-11-09") : Line().Match(html).Groups[1].Value;
            await SendAsync(person, address, becomes, (field, choice));
            person.Next.ShouldNotBeNull(person.Page.Text);
            (await person.OpenAsync(Analysis)).Text.ShouldContain(says);
        }

        (await person.OpenAsync("/vaggeryd/uppdrag")).Text.ShouldContain("Gör det andra");
        (await person.OpenAsync("/vaggeryd/andringar?slag=atgard")).Text.ShouldContain("Blev");
        using var expert = await Person.SignInAsync(house, "Sakkunnig");
        (await SendAsync(expert, first, "Activity")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_goal_shows_what_units_report_and_where_the_picture_is_thin_to_those_who_may_see_it()
    {
        const string Goal = "/vaggeryd/mal/4?datum=2022-12-31";
        using var person = await Person.SignInAsync(house, "Förtroendevald");
        var page = await person.OpenAsync(Goal);
        page.Text.ShouldContain("Det enheterna rapporterar");
        page.Text.ShouldContain("Oron gäller centrum på kvällen.");
        page.Text.ShouldContain("Tillgänglighet: en av tre siffror är känd");
        page.Text.ShouldContain("BUN2. Trygga lärmiljöer bidrar, men är inte bedömt");
        using var visitor = Person.Visitor(house);
        (await visitor.OpenAsync(Goal)).Text.ShouldNotContain("Oron gäller centrum på kvällen.");
        (await visitor.OpenAsync("/vaggeryd/mal/4?datum=2022-08-31")).Text.ShouldContain("platserna känns tomma på kvällen"); // as it was frozen
        await server.ChangeRowsAsync(
            house.DatabaseName,
            "update requests r set report = '{}' from follow_ups f where f.id = r.follow_up_id and f.cut_off = '2022-08-31'"
        );
        (await visitor.OpenAsync("/vaggeryd/mal/4?datum=2022-08-31")).Text.ShouldContain("platserna känns tomma på kvällen");
    }

    [Theory]
    [InlineData("Verksamhetsutvecklare", "Se vilka som är klara")]
    [InlineData("Administratör", "Ingen kan rapportera för Kultur- och fritidsnämnden")]
    [InlineData("Sakkunnig", "2.2. Lärande och utbildning")]
    [InlineData("Nämndsekreterare", "KS2. Öppen och tillgänglig kommun")]
    [InlineData("Ledningsgrupp", "Läs den gemensamma analysen")]
    [InlineData("Förtroendevald", "Läs den gemensamma analysen")]
    [InlineData("Revisor", "Läs den gemensamma analysen")]
    public async Task Every_role_has_something_to_do(string role, string task)
    {
        using var person = await Person.SignInAsync(house, role);
        (await person.OpenAsync("/vaggeryd/arbeta")).Links.ShouldContain("/vaggeryd/uppgifter");
        (await person.OpenAsync("/vaggeryd/uppgifter")).Text.ShouldContain(task);
    }

    private async Task<string> GoalAsync() =>
        (
            await server.ReadAsync(
                house.DatabaseName,
                "select g.id from goals g join goal_structures s on s.id = g.structure_id where g.number = '2' and s.validity_to = '2022-12-31'"
            )
        ).Single();

    private static async Task<Page> SendAsync(Person person, string address, string becomes, params (string Name, string Value)[] more)
    {
        var token = await person.TokenAsync("/vaggeryd/mitt-konto");
        return await person.SendAsync(
            address,
            [token, new("blir", becomes), .. more.Select(m => new KeyValuePair<string, string>(m.Name, m.Value))]
        );
    }

    [GeneratedRegex(
        "action=\"(/vaggeryd/uppfoljningar/2022-12-31/analys/[^\"]+/blir)\">(?:(?!</form>).)*type=\"radio\"",
        RegexOptions.Singleline
    )]
    private static partial Regex Forward();

    [GeneratedRegex("value=\"([0-9a-f-]{36}/[0-9a-f-]{36})\"")]
    private static partial Regex Line();
}
