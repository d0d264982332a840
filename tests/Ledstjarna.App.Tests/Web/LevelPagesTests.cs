using System.Net;
using System.Text;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>Ambition levels: what held when, drafts, comparison, and how one comes into force.</summary>
public sealed class LevelPagesTests(House house, Server server) : IClassFixture<House>
{
    private const string Levels = "/vaggeryd/nivaer";
    private const string Strategist = "Verksamhetsutvecklare";
    private const string Goal =
        "select g.id from goals g join goal_structures s on s.id = g.structure_id where g.number = '4.2' and s.name like '%2019%'";

    [Fact]
    public async Task What_held_on_a_day_and_what_was_decided_by_then_are_two_answers()
    {
        using var visitor = Person.Visitor(house);
        var april = (await visitor.OpenAsync($"{Levels}?den=2022-04-30")).Text;
        april.ShouldContain("Det här gällde Ambitionsnivå 2021");
        april.ShouldContain("Det här var då beslutat Ambitionsnivå 2021");
        var yearEnd = (await visitor.OpenAsync($"{Levels}?den=2020-12-31")).Text;
        yearEnd.ShouldContain("Beslutad efter mätdatum. Det här var då beslutat Ingen nivå var beslutad.");
        (await visitor.OpenAsync($"{Levels}?den=igår")).Text.ShouldContain("Datumet går inte att läsa.");
    }

    [Fact]
    public async Task A_draft_is_for_those_who_work_here()
    {
        using var visitor = Person.Visitor(house);
        (await visitor.OpenAsync(Levels)).Text.ShouldNotContain("utkast");
        using var person = await Person.SignInAsync(house, "Revisor");
        var draft = LinksOf.Text((await person.OpenAsync(Levels)).Html, "Ambitionsnivå 2027, utkast");
        (await person.OpenAsync(draft)).Text.ShouldNotContain("Vidare med nivån"); // an auditor changes nothing
        (await visitor.OpenAsync(draft)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Two_levels_differ_in_plain_sentences_as_page_table_and_word()
    {
        using var visitor = Person.Visitor(house);
        var june = LinksOf.Text((await visitor.OpenAsync(Levels)).Html, "Förslag till uppdaterad ambitionsnivå");
        var compare = LinksOf.Text((await visitor.OpenAsync(june)).Html, "Jämför med Ambitionsnivå 2021");
        const string Sentence = "Målvärdet för Nöjd-Region-Index höjs från 65 till 68.";
        var page = await visitor.OpenAsync(compare);
        page.Text.ShouldContain(Sentence);
        page.Text.ShouldContain("Mätområdet 4.3.1 Digitalt och fysiskt läggs till under 4.3. Tillgänglighet.");
        page.Text.ShouldContain("Det politiska målvärdet för Väntetid till särskilt boende, högst 60 dagar, tas bort.");
        Encoding.UTF8.GetString(await visitor.DownloadAsync($"{compare}.csv")).ShouldContain(Sentence);
        (await visitor.DownloadAsync($"{compare}.docx")).Take(2).ShouldBe("PK"u8.ToArray());
    }

    [Fact]
    public async Task A_draft_becomes_a_level_in_force_through_a_decision_and_nothing_before_it_changes()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await person.OpenAsync(Levels);
        await person.SubmitAsync(Levels, ("f.name", "Nivå att besluta"));
        var level = person.Next!;
        var page = await person.FollowAsync();
        var targetForm = LinksOf.Text(page.Html, "Ändra målvärdet för Nöjd-Region-Index");
        await person.OpenAsync(targetForm);
        await person.SubmitAsync(targetForm, ("f.low", "71"), ("f.partlyLow", "66"), ("skal", "Fler ska trivas."));
        person.Next.ShouldNotBeNull(person.Page.Text);
        (await person.OpenAsync("/vaggeryd/indikator/SCB-TOT?datum=2026-12-31")).Text.ShouldContain("minst 65");

        await StepAsync(person, level, ("f.to", "Proposed"));
        person.Next.ShouldNotBeNull(person.Page.Text);
        (await person.OpenAsync(targetForm)).Text.ShouldContain("kopiera den till ett nytt utkast");
        var proposal = LinksOf.Option((await person.OpenAsync(level)).Html, "KSAU 2022-06-15");
        var decision = LinksOf.Option(person.Page.Html, "KS 2022-11-09");
        (string, string?)[] dates = [("f.to", "Adopted"), ("f.from", "2026-11-01"), ("f.forFollowUpsFrom", "2026-12-31")];
        (await StepAsync(person, level, [.. dates, ("f.decision", proposal)])).Text.ShouldContain("sätter inget i kraft");
        (await StepAsync(person, level, ("f.to", "Adopted"), ("f.from", "2026-11-01"))).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
        await StepAsync(person, level, [.. dates, ("f.decision", decision)]);
        person.Next.ShouldNotBeNull(person.Page.Text);

        (await person.OpenAsync("/vaggeryd/indikator/SCB-TOT?datum=2026-12-31")).Text.ShouldContain("minst 71");
        (await person.OpenAsync("/vaggeryd/indikator/SCB-TOT?datum=2026-12-30")).Text.ShouldContain("minst 65");
        (await person.OpenAsync($"{Levels}?den=2026-12-31")).Text.ShouldContain("Det här gällde Nivå att besluta");
        (await person.OpenAsync(level)).Text.ShouldNotContain("Vidare med nivån"); // it goes nowhere more
        (await person.OpenAsync($"/vaggeryd/andringar?slag=niva")).Text.ShouldContain("Beslutad");
        (await person.OpenAsync($"/vaggeryd/andringar?slag=malvarde")).Text.ShouldContain("Ambitionsnivån Nivå att besluta beslutades.");
    }

    [Fact]
    public async Task A_draft_tells_what_it_would_end_and_can_be_thrown_away_with_all_it_holds()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await person.OpenAsync(Levels);
        await person.SubmitAsync(Levels, ("f.name", "Nivå att slänga"));
        var level = person.Next!;
        var page = await person.FollowAsync();
        page.Text.ShouldMatch("Inget som gäller (i dag|31 december 2026) tas bort när nivån beslutas.");
        var targetForm = LinksOf.Text(page.Html, "Ändra målvärdet för Nöjd-Region-Index");
        await person.SendAsync($"{targetForm}/ta-bort", [await person.TokenAsync(targetForm)]);
        (await person.OpenAsync(level)).Text.ShouldContain("Det politiska målvärdet för Nöjd-Region-Index, minst");

        var id = level[(level.LastIndexOf('/') + 1)..];
        var measure = LinksOf.Text((await person.OpenAsync(level)).Html, "Ändra Trångbodda");
        await person.SendAsync($"{measure}/ta-bort", [await person.TokenAsync(measure), new("skal", "Mäts av staten.")]);
        var log = await person.OpenAsync($"/vaggeryd/andringar?slag=niva&id={id}&delar=ja&fran=&till=");
        log.Text.ShouldContain("Mäts av staten.");
        log.Text.ShouldContain("Nöjd-Region-Index"); // the target that was taken out too
        var other = LinksOf.Text((await person.OpenAsync(Levels)).Html, "Förenklad ambitionsnivå");
        (await person.OpenAsync($"{level}/jamfor/{other[(other.LastIndexOf('/') + 1)..]}")).Text.ShouldContain("Skäl: Mäts av staten.");
        var form = $"/vaggeryd/arbeta/niva/{id}";
        await person.SendAsync($"{form}/ta-bort", [await person.TokenAsync(form), new("skal", "Behövs inte.")]);
        (await person.OpenAsync(level)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await person.OpenAsync(Levels)).Text.ShouldNotContain("Nivå att slänga");
        var history = await person.OpenAsync($"/vaggeryd/andringar?slag=niva");
        history.Text.ShouldContain("Behövs inte.");
        var left = await server.ReadAsync(house.DatabaseName, $"select count(*) from ambition_areas where level_id = '{id}'");
        left.Single().ToString().ShouldBe("0");
    }

    [Fact]
    public async Task A_dated_target_of_a_draft_is_tried_saved_in_its_place_and_set_back()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await person.OpenAsync(Levels);
        await person.SubmitAsync(Levels, ("f.name", "Nivå att pröva"));
        var level = person.Next!;
        var targetForm = LinksOf.Text((await person.OpenAsync(level)).Html, "Ändra målvärdet för Nöjd-Region-Index");
        await person.OpenAsync(targetForm);
        await person.SubmitAsync(targetForm, ("f.low", "65"), ("f.partlyLow", "60"), ("f.due", "2026-12-31"));
        person.Next.ShouldNotBeNull(person.Page.Text);

        var tried = LinksOf.Text((await person.OpenAsync(level)).Html, "Pröva nivån för Nöjd-Region-Index");
        tried.ShouldContain("nast=2026-12-31");
        (await person.OpenAsync(tried)).Text.ShouldNotContain("Spara i utkastet"); // it is what stands there
        await SaveAsync(tried.Replace("niva=65", "niva=72", StringComparison.Ordinal));
        (await TargetsAsync()).ShouldBe(["72 2026-12-31"]);
        await SaveAsync(tried);
        (await TargetsAsync()).ShouldBe(["65 2026-12-31"]);

        async Task SaveAsync(string address)
        {
            var page = await person.OpenAsync(address);
            page.Text.ShouldContain("Spara i utkastet");
            await person.SubmitAsync(address.Replace("/prova?", "/prova/spara?", StringComparison.Ordinal), ("why", "Prövat."));
            person.Next.ShouldNotBeNull(person.Page.Text);
        }

        async Task<IEnumerable<string>> TargetsAsync() =>
            (
                await server.ReadAsync(
                    house.DatabaseName,
                    $"select t.low || ' ' || t.due from ambition_targets t join indicators i on i.id = t.indicator_id where t.level_id = '{level[(level.LastIndexOf('/') + 1)..]}' and i.name like 'Nöjd-Region-Index%'"
                )
            ).Select(r => r.ToString()!);
    }

    [Fact]
    public async Task A_committees_decision_on_the_councils_level_asks_for_a_reason()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await person.OpenAsync(Levels);
        await person.SubmitAsync(Levels, ("f.name", "Nivå på fel bord"));
        var level = person.Next!;
        await StepAsync(person, level, ("f.to", "Proposed"));
        const string Decisions = "/vaggeryd/arbeta/beslut/ny";
        var body = LinksOf.Option((await person.OpenAsync(Decisions)).Html, "Socialnämnden");
        await person.SubmitAsync(
            Decisions,
            ("f.body", body),
            ("f.meetingDate", "2026-11-19"),
            ("f.paragraph", "30"),
            ("f.subject", "Nivån")
        );
        var decision = LinksOf.Option((await person.OpenAsync(level)).Html, "SN 2026-11-19");
        var asked = await StepAsync(
            person,
            level,
            ("f.to", "Adopted"),
            ("f.decision", decision),
            ("f.from", "2026-11-19"),
            ("f.forFollowUpsFrom", "2026-12-31")
        );
        asked.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        asked.Text.ShouldContain("Inget är ändrat");
        asked.Text.ShouldContain("brukar inte besluta om detta");
    }

    [Fact]
    public async Task The_mirror_names_the_phrases_that_nothing_measures()
    {
        using var visitor = Person.Visitor(house);
        var level = LinksOf.Text((await visitor.OpenAsync(Levels)).Html, "Ambitionsnivå 2021");
        var page = await visitor.OpenAsync($"{level}/spegling");
        page.Text.ShouldContain("3. Vi tar vara på vattnet. Exempel Mäts inte.");
        page.Text.ShouldContain("Speglar inget förtydligande: 1.3.1 Krisberedskap");
        page.Text.ShouldContain("Rikets genomsnitt 2018");
    }

    [Fact]
    public async Task A_new_sub_goal_asks_for_the_level_to_be_evaluated_until_it_is()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var level = LinksOf.Text((await person.OpenAsync(Levels)).Html, "Förenklad ambitionsnivå");
        (await person.OpenAsync(level)).Text.ShouldNotContain("behöver utvärderas");
        const string Decisions = "/vaggeryd/arbeta/beslut/ny";
        var body = LinksOf.Option((await person.OpenAsync(Decisions)).Html, "Kommunfullmäktige");
        await person.SubmitAsync(
            Decisions,
            ("f.body", body),
            ("f.meetingDate", "2022-12-12"),
            ("f.paragraph", "77"),
            ("f.subject", "Målet om trygghet ändras")
        );
        var goalForm = $"/vaggeryd/arbeta/mal/{(await server.ReadAsync(house.DatabaseName, Goal)).Single()}";
        var form = await person.OpenAsync(goalForm);
        await person.SubmitAsync(goalForm, ("f.decision", LinksOf.Option(form.Html, "KF 2022-12-12")));
        person.Next.ShouldNotBeNull(person.Page.Text);
        (await person.OpenAsync(level)).Text.ShouldContain("Nivån behöver utvärderas. Målet om trygghet ändras");
        (await person.OpenAsync(Levels)).Text.ShouldContain("behöver utvärderas. Målet om trygghet ändras");
        await person.OpenAsync(level);
        await person.SubmitAsync($"{level}/utvarderad", ("why", "Nivån håller."));
        (await person.OpenAsync(level)).Text.ShouldNotContain("behöver utvärderas");
    }

    private static async Task<Page> StepAsync(Person person, string level, params (string, string?)[] fields)
    {
        await person.OpenAsync(level);
        return await person.SubmitAsync($"{level}/steg", fields);
    }
}
