using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web.Years;

/// <summary>Indicators to ask about, and the way into a draft where they end.</summary>
public sealed class SimplifyTests(House house, Server server) : IClassFixture<House>
{
    private const string Simplify = "/vaggeryd/forenkla";
    private const string Strategist = "Verksamhetsutvecklare";

    [Fact]
    public async Task Only_those_who_work_here_may_read_it_and_only_those_who_make_levels_may_choose()
    {
        using var visitor = Person.Visitor(house);
        await visitor.OpenAsync(Simplify);
        visitor.Page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        visitor.Page.Location!.ShouldContain("logga-in");
        using var auditor = await Person.SignInAsync(house, "Revisor");
        var page = await auditor.OpenAsync(Simplify);
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("Den som gör utkast till nivån väljer.");
        page.Text.ShouldNotContain("Avsluta i utkastet");
        page.Html.ShouldNotContain("ta-bort");
    }

    [Fact]
    public async Task Each_finding_says_why_and_what_ending_it_would_do()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var page = await person.OpenAsync($"{Simplify}?datum=2022-12-31");
        page.Heading.ShouldBe("Nio av 34 indikatorer är värda en fråga");
        page.Text.ShouldContain(
            "Andel miljöbilar i kommunen Ingen uppdaterar den. Den senaste siffran är för 2019, och sedan dess har det gått 3 år. En ny brukar komma inom 13 månader."
        );
        page.Text.ShouldContain("Har aldrig haft ett värde. Den har räknats med i 3 år och 7 månader utan att få ett värde.");
        page.Text.ShouldContain(
            "Barn och unga i föreningslivet Exempel Ändrar ingenting. I de fyra senaste uppföljningarna, sedan 31 augusti 2021, har den haft samma status (delvis uppfyllt) fast nya siffror har kommit"
        );
        page.Text.ShouldContain("Ingen färg ändras om den avslutas.");
        page.Text.ShouldContain("Det finns inget öppet utkast till ambitionsnivå för målstrukturen");
        page.Links.ShouldContain("/vaggeryd/nivaer");
        page.Links.ShouldContain("/vaggeryd/indikator/EX-FORENING?datum=2022-12-31");
        (await person.OpenAsync($"{Simplify}?datum=fel")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task One_that_no_unit_follows_up_is_told()
    {
        await server.ChangeRowsAsync(
            house.DatabaseName,
            "update frozen_follow_ups set withdrawn_at = now(); update indicators set owner_id = null where code = 'VALDELTAGANDE'"
        );
        using var person = await Person.SignInAsync(house, Strategist);
        (await person.OpenAsync($"{Simplify}?datum=2022-12-31")).Text.ShouldContain(
            "Ingen följer upp den. Ingen enhet är utsedd att följa upp den."
        );
        await server.ChangeRowsAsync(
            house.DatabaseName,
            "update indicators i set owner_id = u.id from units u where u.organisation_id = i.organisation_id and u.abbreviation = 'KLK' and code = 'VALDELTAGANDE'"
        );
    }

    [Fact]
    public async Task Ending_one_takes_it_out_of_the_draft_with_its_reason_and_can_be_undone()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var page = await person.OpenAsync(Simplify);
        page.Text.ShouldContain("Det ni avslutar tas bort ur utkastet Ambitionsnivå 2027, utkast");
        var row = page.Html[page.Html.IndexOf("Anmälda brott per 100 000", StringComparison.Ordinal)..];
        var address = row[(row.IndexOf("action=\"", StringComparison.Ordinal) + 8)..];
        address = address[..address.IndexOf('"')];
        address.ShouldStartWith("/vaggeryd/arbeta/niva-matt/");
        await person.SubmitAsync(address, ("skal", "Förenkling: ändrar ingenting."));
        person.Next.ShouldNotBeNull(person.Page.Text);
        var done = await person.FollowAsync();
        done.Text.ShouldContain("Anmälda brott per 100 000 invånare är borttagen.");
        done.Html.ShouldContain("/angra\"");
        var after = await person.OpenAsync(Simplify);
        after.Html.ShouldNotContain(address);
        after.Text.ShouldContain("Finns inte i Ambitionsnivå 2027, utkast");
        (await person.OpenAsync("/vaggeryd/andringar?slag=niva-matt")).Text.ShouldContain("Förenkling: ändrar ingenting.");
        (await person.OpenAsync("/vaggeryd/indikator/BROTT?datum=2026-11-01")).StatusCode.ShouldBe(HttpStatusCode.OK); // the goals stand
    }

    [Fact]
    public async Task The_page_of_work_leads_there_for_those_who_make_levels()
    {
        using var strategist = await Person.SignInAsync(house, Strategist);
        (await strategist.OpenAsync("/vaggeryd/arbeta")).Links.ShouldContain(Simplify);
        using var expert = await Person.SignInAsync(house, "Sakkunnig");
        (await expert.OpenAsync("/vaggeryd/arbeta")).Links.ShouldNotContain(Simplify);
    }
}
