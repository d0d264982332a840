using System.Net;
using System.Text;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>Decisions, matters and assignments: what bodies said, and what became of it.</summary>
public sealed class DecisionPagesTests(House house) : IClassFixture<House>
{
    private const string Strategist = "Verksamhetsutvecklare";

    [Fact]
    public async Task The_real_chain_of_a_matter_stands_in_order_with_its_loops()
    {
        using var visitor = Person.Visitor(house);
        var page = await OpenLinkAsync(visitor, "/vaggeryd/arenden", "KS 2019/160");
        var order = new[]
        {
            "KS 2021-01-13 § 12",
            "KSAU 2022-02-23 § 38",
            "KS 2022-03-09 § 70",
            "KSAU 2022-06-15",
            "Förslag, sätter inget i kraft",
            "KS 2022-08-17 § 173",
            "Remitteras till Kommunstyrelsens presidium",
        };
        order.Select(o => page.Text.IndexOf(o, StringComparison.Ordinal)).ShouldBeInOrder(SortDirection.Ascending);
        page.Text.ShouldNotContain("Handlingar"); // for those who work here
    }

    [Fact]
    public async Task What_became_of_a_paragraph_is_one_click_away()
    {
        using var visitor = Person.Visitor(house);
        await OpenLinkAsync(visitor, "/vaggeryd/arenden", "KS 2019/160");
        var page = await OpenLinkAsync(visitor, null, "KSAU 2022-02-23 § 38");
        page.Text.ShouldContain("Vad blev det av § 38?");
        page.Text.ShouldContain("Återrapporterat 15 juni 2022:");
        page.Text.ShouldContain("Remitteras till Kommunstyrelsens presidium");
    }

    [Fact]
    public async Task A_decision_lists_what_it_governs()
    {
        using var visitor = Person.Visitor(house);
        await OpenLinkAsync(visitor, "/vaggeryd/arenden", "KS 2019/160");
        var page = await OpenLinkAsync(visitor, null, "KS 2021-01-13 § 12");
        page.Text.ShouldContain("Beslutet gäller för");
        page.Text.ShouldContain("Anmälda brott per 100 000 invånare målvärde, högst 8 000 brott");
        page.Text.ShouldContain("Ambitionsnivå 2021 beslutad");
    }

    [Fact]
    public async Task Unadjusted_words_are_for_those_signed_in_and_not_found_by_searching()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var id = await AddAsync(
            person,
            "Ojusterat beslut",
            ("text", "Hemlig lydelse krabbtaska"),
            ("minutes", "Unadjusted"),
            ("paragraph", "301")
        );
        using var visitor = Person.Visitor(house);
        (await person.OpenAsync(id)).Text.ShouldContain("Hemlig lydelse krabbtaska");
        var seen = await visitor.OpenAsync(id);
        seen.Text.ShouldNotContain("krabbtaska");
        seen.Text.ShouldContain("Protokollet är inte justerat ännu.");
        (await visitor.OpenAsync("/vaggeryd/sok?q=krabbtaska")).Text.ShouldNotContain("Ojusterat beslut");

        await person.OpenAsync(FormOf(id));
        await person.SubmitAsync(FormOf(id), ("f.minutes", "Adjusted"));
        (await visitor.OpenAsync(id)).Text.ShouldContain("Hemlig lydelse krabbtaska");
        (await visitor.OpenAsync("/vaggeryd/sok?q=krabbtaska")).Text.ShouldContain("Ojusterat beslut");

        await person.OpenAsync(FormOf(id));
        var back = await person.SubmitAsync(FormOf(id), ("f.minutes", "Unadjusted"));
        back.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        back.Text.ShouldContain("skriv varför det ändras tillbaka");
    }

    [Fact]
    public async Task A_body_outside_the_table_asks_for_a_reason_and_a_proposal_is_refused()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        const string Form = "/vaggeryd/arbeta/malvarde/ny";
        var page = await person.OpenAsync(Form);
        var (proposal, working) = (OptionOf(page.Html, "KSAU 2022-06-15"), OptionOf(page.Html, "KSAU 2022-02-23"));
        (string, string?)[] target =
        [
            ("f.indicator", OptionOf(page.Html, "Nöjd-Region-Index")),
            ("f.kind", "AtLeast"),
            ("f.low", "70"),
            ("f.from", "2030-01-01"),
        ];
        var refused = await person.SubmitAsync(Form, [.. target, ("f.decision", proposal)]);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("sätter inget i kraft");
        var warned = await person.SubmitAsync(Form, [.. target, ("f.decision", working)]);
        warned.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        warned.Text.ShouldContain("brukar inte besluta om detta");
        await person.SubmitAsync(Form, [.. target, ("f.decision", working), ("skal", "Delegerat av styrelsen.")]);
        person.Next.ShouldNotBeNull(person.Page.Text);
    }

    [Fact]
    public async Task A_whole_meeting_comes_in_at_once_or_not_at_all()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        const string Form = "/vaggeryd/arbeta/sammantrade";
        var body = OptionOf((await person.OpenAsync(Form)).Html, "Kommunstyrelsen");
        (string, string?)[] meeting = [("f.body", body), ("f.day", "2026-09-09"), ("f.kind", "Decision"), ("f.minutes", "Adjusted")];
        const string Lines = "§ 401; Skolskjuts; bifall\n§ 402; Ambitionsnivå; KS 2019/160; remitteras till KSPRES\n";
        var wrong = await person.SubmitAsync(
            Form,
            [
                .. meeting,
                ("f.text", Lines + "§ 403; Avgifter; kanske\n=cmd()\nEnligt KSAU 2022-02-23 § 38, och §2 Alla barn.\n"),
                ("klart", "ja"),
            ]
        );
        wrong.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        wrong.Text.ShouldContain("”kanske” går inte att läsa.");
        wrong.Text.ShouldContain("”=cmd()” går inte att läsa.");
        wrong.Text.ShouldContain(
            "Raden nämner KSAU 2022-02-23 § 38; skriv dem på var sin rad. ”och §2 Alla barn” går inte att läsa som beslut."
        );
        (await person.OpenAsync("/vaggeryd/beslut")).Text.ShouldNotContain("Skolskjuts");

        await person.OpenAsync(Form);
        (await person.SubmitAsync(Form, [.. meeting, ("f.text", Lines)])).Text.ShouldContain("Stämmer det här?");
        (await person.OpenAsync("/vaggeryd/beslut")).Text.ShouldNotContain("Skolskjuts");
        await person.OpenAsync(Form);
        await person.SubmitAsync(Form, [.. meeting, ("f.text", Lines)]);
        await person.SubmitAsync(Form, [.. meeting, ("f.text", Lines + "§ 404; Sent tillägg\n"), ("klart", "ja")]);
        person.Page.Text.ShouldContain("Stämmer det här?"); // lines that have not been shown are not saved
        await person.SubmitAsync(Form, [.. meeting, ("f.text", Lines), ("last", null)]);
        await person.SubmitAsync(Form, [.. meeting, ("f.text", Lines), ("klart", "ja")]);
        var list = await person.FollowAsync();
        list.Text.ShouldContain("KS 2026-09-09 § 401");
        list.Text.ShouldContain("Remitteras till Kommunstyrelsens presidium");
        await person.OpenAsync(Form);
        (await person.SubmitAsync(Form, [.. meeting, ("f.text", Lines), ("klart", "ja")])).StatusCode.ShouldBe(
            HttpStatusCode.UnprocessableEntity
        );
    }

    [Theory]
    [InlineData("rapport.pdf", "%PDF-1.7 text", true)]
    [InlineData("anteckning.txt", "Hej å ä ö", true)]
    [InlineData("sida.html", "<script>alert(1)</script>", false)]
    [InlineData("bild.svg", "<svg onload='x'/>", false)]
    [InlineData("falsk.pdf", "<html>", false)]
    [InlineData("dokument.docx", "PK\u0003\u0004trasig", false)]
    [InlineData("tom.pdf", "", false)]
    public async Task A_document_is_taken_by_what_it_is_and_only_ever_downloaded(string name, string content, bool taken)
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var matter = await LinkAsync(person, "/vaggeryd/arenden", "KS 2019/191");
        await person.OpenAsync(matter);
        var page = await person.UploadAsync($"{matter}/handlingar", $"../../{name}", Encoding.UTF8.GetBytes(content));
        if (!taken)
        {
            page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            (await person.OpenAsync(matter)).Text.ShouldNotContain(name);
            return;
        }

        var link = (await person.OpenAsync(matter)).Links.Last(l => l.Contains("/handlingar/", StringComparison.Ordinal));
        using var file = await person.GetAsync(link);
        file.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
        file.Content.Headers.ContentDisposition.FileName!.Trim('"').ShouldBe(name);
        file.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        (await file.Content.ReadAsStringAsync()).ShouldBe(content);
        using var visitor = Person.Visitor(house);
        using var closed = await visitor.GetAsync(link);
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task An_assignment_is_late_the_day_after_and_withdrawn_by_a_decision()
    {
        using var visitor = Person.Visitor(house);
        var page = await visitor.OpenAsync("/vaggeryd/uppdrag?lage=Withdrawn");
        page.Text.ShouldContain("Återtaget genom KS 2022-11-09 § 236");
        page.Text.ShouldContain("Nämnderna redovisar avvikelser");
        page.Text.ShouldNotContain("Färdigställa förslaget");
    }

    [Fact]
    public async Task The_list_is_chosen_from_with_nothing_chosen_too()
    {
        using var visitor = Person.Visitor(house);
        (await visitor.OpenAsync("/vaggeryd/beslut?organ=KS&ar=")).Text.ShouldContain("KS 2021-01-13 § 12");
        (await visitor.OpenAsync("/vaggeryd/beslut?organ=&ar=2021")).Text.ShouldNotContain("KS 2022-08-17 § 173");
        (await visitor.OpenAsync("/vaggeryd/beslut?ar=abc")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_decision_lists_the_assignments_it_took_back_and_all_that_was_frozen_by_it()
    {
        using var visitor = Person.Visitor(house);
        await OpenLinkAsync(visitor, "/vaggeryd/arenden", "KS 2019/160");
        var page = await OpenLinkAsync(visitor, null, "KS 2022-11-09 § 236");
        page.Text.ShouldContain("Avslutade eller återtog");
        page.Text.ShouldContain("Nämnderna redovisar avvikelser");
    }

    [Fact]
    public async Task Minutes_of_a_whole_meeting_are_set_at_once_and_back_only_with_a_reason()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var first = await AddAsync(person, "Första ärendet", ("meetingDate", "2026-10-14"), ("paragraph", "501"));
        var second = await AddAsync(person, "Andra ärendet", ("meetingDate", "2026-10-14"), ("paragraph", "502"));
        var atOnce = await AddAsync(
            person,
            "Tredje ärendet",
            ("meetingDate", "2026-10-14"),
            ("paragraph", "503"),
            ("minutes", "AdjustedAtOnce")
        );
        await person.OpenAsync(first);
        await person.SubmitAsync($"{first}/protokoll", ("f.minutes", "Adjusted"));
        (await person.OpenAsync(atOnce)).Text.ShouldContain("Protokollet Omedelbart justerat"); // it has come further than the others
        await person.OpenAsync(first);
        await person.SubmitAsync($"{first}/protokoll", ("f.minutes", "Posted"));
        (await person.FollowAsync()).Text.ShouldContain("Protokollet är nu anslaget för tre beslut.");
        (await person.OpenAsync(second)).Text.ShouldContain("Protokollet Anslaget");
        var refused = await person.SubmitAsync($"{second}/protokoll", ("f.minutes", "Unadjusted"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("skriv varför det ändras tillbaka");
        await person.SubmitAsync($"{second}/protokoll", ("f.minutes", "Unadjusted"), ("f.why", "Fel knapp."));
        (await person.OpenAsync(first)).Text.ShouldContain("Protokollet Ojusterat");
    }

    [Fact]
    public async Task The_unit_that_was_told_reports_and_the_body_that_gave_it_is_asked_to_close_it()
    {
        using var strategist = await Person.SignInAsync(house, Strategist);
        var decision = await AddAsync(strategist, "Uppdrag om cykelvägar");
        const string Form = "/vaggeryd/arbeta/uppdrag/ny";
        var page = await strategist.OpenAsync(Form);
        await strategist.SubmitAsync(
            Form,
            ("f.decision", decision[(decision.LastIndexOf('/') + 1)..]),
            ("f.text", "Redovisa cykelvägarna"),
            ("f.unit", OptionOf(page.Html, "Barn- och utbildningsnämnden"))
        );
        strategist.Next.ShouldNotBeNull(strategist.Page.Text);

        using var expert = await Person.SignInAsync(house, "Sakkunnig");
        var tasks = await expert.OpenAsync("/vaggeryd/uppgifter");
        tasks.Text.ShouldContain("Uppdrag som väntar på er");
        tasks.Text.ShouldContain("Redovisa cykelvägarna");
        var report = System.Text.RegularExpressions.Regex.Match(tasks.Html, "/vaggeryd/uppdrag/[0-9a-f-]+/rapport").Value;
        (await expert.SubmitAsync(report, ("rapport", "  "))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        await expert.OpenAsync("/vaggeryd/uppgifter");
        await expert.SubmitAsync(report, ("rapport", "Tolv kilometer är byggda."));
        (await expert.FollowAsync()).Text.ShouldContain("Tolv kilometer är byggda.");

        // Reported from a page that was opened before: nothing is overwritten.
        var stale = await expert.SubmitAsync(report, ("rapport", "Elva."), ("last", ""));
        stale.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        using var secretary = await Person.SignInAsync(house, "Nämndsekreterare");
        var mine = (await secretary.OpenAsync("/vaggeryd/uppgifter")).Text;
        mine.ShouldContain("Återrapporterade uppdrag att avsluta");
        mine.ShouldContain("Tolv kilometer är byggda.");
        using var auditor = await Person.SignInAsync(house, "Revisor");
        (await auditor.SendAsync(report, [await auditor.TokenAsync("/vaggeryd/mitt-konto"), new("rapport", "Nej.")])).StatusCode.ShouldBe(
            HttpStatusCode.Forbidden
        );
    }

    [Fact]
    public async Task Another_bodys_decision_is_refused_in_the_form_with_all_that_was_written()
    {
        using var secretary = await Person.SignInAsync(house, "Nämndsekreterare");
        const string Form = "/vaggeryd/arbeta/beslut/ny";
        var page = await secretary.OpenAsync(Form);
        var refused = await secretary.SubmitAsync(
            Form,
            ("f.body", OptionOf(page.Html, "Kommunfullmäktige")),
            ("f.meetingDate", "2026-10-07"),
            ("f.subject", "Skrivet länge")
        );
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain(
            "Du kan spara det här bara för de enheter som du har en roll för, och det här hör till Kommunfullmäktige."
        );
        refused.Html.ShouldContain("Skrivet länge");
    }

    private static async Task<string> AddAsync(Person person, string subject, params (string Field, string Value)[] more)
    {
        const string Form = "/vaggeryd/arbeta/beslut/ny";
        var page = await person.OpenAsync(Form);
        await person.SubmitAsync(
            Form,
            [
                ("f.body", OptionOf(page.Html, "Kommunstyrelsen")),
                .. more.Any(m => m.Field == "meetingDate") ? [] : new (string, string?)[] { ("f.meetingDate", "2026-10-07") },
                ("f.subject", subject),
                .. more.Select(m => ($"f.{m.Field}", (string?)m.Value)),
            ]
        );
        person.Next.ShouldNotBeNull(person.Page.Text);
        return person.Next!.Split('?')[0].Replace("/arbeta", "", StringComparison.Ordinal);
    }

    private static string FormOf(string decision) => decision.Replace("/beslut/", "/arbeta/beslut/", StringComparison.Ordinal);

    private static async Task<Page> OpenLinkAsync(Person person, string? from, string text) =>
        await person.OpenAsync(await LinkAsync(person, from, text));

    private static async Task<string> LinkAsync(Person person, string? from, string text)
    {
        var page = from is null ? person.Page : await person.OpenAsync(from);
        return LinksOf.Text(page.Html, text);
    }

    private static string OptionOf(string html, string text) => LinksOf.Option(html, text);
}
