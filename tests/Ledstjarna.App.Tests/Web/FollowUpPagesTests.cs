using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ledstjarna.App.Features.FollowUps;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ledstjarna.App.Tests.Web;

/// <summary>A follow-up's whole way: planned, opened, reported, prepared, decided, frozen, published and corrected.</summary>
public sealed partial class FollowUpPagesTests(House house, Server server) : IClassFixture<House>
{
    private const string Wheel = "/vaggeryd/uppfoljningar";
    private const string Strategist = "Verksamhetsutvecklare";

    /// <summary>One thing that the expert's unit is asked to judge.</summary>
    private const string Asked = """
        select r.id from requests r join follow_ups f on f.organisation_id = r.organisation_id and f.id = r.follow_up_id
          join units u on u.organisation_id = r.organisation_id and u.id = r.unit_id
         where f.cut_off = '2025-10-31' and u.abbreviation = 'BUN' and r.judges_goal order by r.id limit 1
        """;

    [Fact]
    public async Task A_year_is_planned_from_the_one_before_and_what_is_there_is_left()
    {
        using var visitor = Person.Visitor(house);
        (await visitor.OpenAsync(Wheel)).Text.ShouldContain("Helår 2021");
        visitor.Page.Text.ShouldNotContain("Helår 2022"); // not published yet
        visitor.Page.Text.ShouldNotContain("Planera ett år");
        using var person = await Person.SignInAsync(house, Strategist);
        await person.OpenAsync(Wheel);
        (await person.SubmitAsync(Wheel, ("ar", "snart"))).Text.ShouldContain("Skriv året med fyra siffror");
        (await person.SubmitAsync(Wheel, ("ar", "2190"))).Text.ShouldContain("Inga mål gäller 2190.");
        await person.OpenAsync(Wheel);
        await person.SubmitAsync(Wheel, ("ar", "2024"));
        person.Next.ShouldNotBeNull(person.Page.Text);
        await person.OpenAsync(Wheel);
        await person.SubmitAsync(Wheel, ("ar", "2024"));
        var page = await person.OpenAsync(Wheel);
        new[] { "Tertial 1 2024", "Tertial 2 2024", "Helår 2024" }.ShouldAllBe(name => page.Html.Split($">{name}<").Length == 2);
        page.Text.ShouldContain("Planerad");
        (await visitor.OpenAsync(Wheel)).Text.ShouldNotContain("2024");
        var calendar = Encoding.UTF8.GetString(await person.DownloadAsync($"{Wheel}.ics"));
        calendar.ShouldStartWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
        calendar.ShouldContain("DTSTART;VALUE=DATE:20240831");
        calendar.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
    }

    [Fact]
    public async Task A_follow_up_goes_from_request_to_decision_and_what_is_decided_never_changes()
    {
        using var strategist = await Person.SignInAsync(house, Strategist);
        var page = await PlanAsync(strategist, "2025-10-31");
        await StepAsync(strategist, page, "Planned", "Open");
        (await strategist.OpenAsync(page)).Text.ShouldContain("Vem som är klar");

        using var expert = await Person.SignInAsync(house, "Sakkunnig");
        var tasks = await expert.OpenAsync("/vaggeryd/uppgifter");
        var task = $"/vaggeryd/uppgifter/{(await server.ReadAsync(house.DatabaseName, Asked)).Single()}";
        tasks.Html.ShouldContain($"href=\"{task}\"");
        var form = await expert.OpenAsync(task);
        var status = Judged().Match(form.Html).Groups[1].Value;
        var reason = "w" + status[1..];

        // A departure needs a reason; nothing is lost meanwhile.
        var again = await expert.SubmitAsync(
            task,
            (status, "Achieved"),
            ("kommentar", "Det går bra.\n<script>x</script>"),
            ("gor", "klar")
        );
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("Skriv varför du bedömer det så.");
        again.Html.ShouldContain("Det går bra.");
        again.Html.ShouldNotContain("<script>x");

        await expert.SubmitAsync(task, (status, "Achieved"), (reason, "Vi ser det."), ("kommentar", "Det går bra."), ("gor", "visa"));
        expert.Page.Text.ShouldContain("Så läses det i rapporten");
        await expert.OpenAsync(task);
        await expert.SubmitAsync(task, (status, "Achieved"), (reason, "Vi ser det."), ("kommentar", "Det går bra."), ("gor", "klar"));
        expert.Next.ShouldNotBeNull(expert.Page.Text);
        (await expert.FollowAsync()).Text.ShouldContain("Underlaget är inlämnat.");

        // Someone who opened the form before that is told, and loses nothing.
        var late = await expert.SubmitAsync(task, ("version", "0"), (status, ""), ("kommentar", "Min egen text."), ("gor", "utkast"));
        late.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        late.Html.ShouldContain("Min egen text.");
        late.Text.ShouldContain("Det som någon annan har sparat Det går bra.");

        await StepAsync(strategist, page, "Open", "Preparing");
        (await expert.OpenAsync(task)).Text.ShouldContain("uppföljningen tar inte emot mer");
        // A body that departs without saying why is asked, with its words left in the form.
        var board = LinksOf.Option((await strategist.OpenAsync("/vaggeryd/arbeta/beslut/ny")).Html, "Kommunstyrelsen");
        var section = LinksOf.Option((await strategist.OpenAsync(page)).Html, "KS 2022-11-09");
        var departs = await strategist.SendAsync(
            $"{page}/beslut",
            [
                await strategist.TokenAsync(page),
                new("organ", board),
                new("beslut", section),
                new("s.Outcome.1", "Partly"),
                new("skal", "Mitt skäl."),
            ]
        );
        departs.Text.ShouldContain("Ange ett skäl");
        departs.Html.ShouldContain($"value=\"{section}\" selected");
        departs.Html.ShouldContain("value=\"Mitt skäl.\"");
        var decide = await DecideAsync(strategist, page, "Kommunstyrelsen", "KS 2022-11-09");
        decide.ShouldBeNull();
        (await strategist.OpenAsync(page)).Text.ShouldContain("Allt den bygger på är fryst");
        var before = (await strategist.OpenAsync("/vaggeryd?datum=2025-10-31")).Text;

        // A figure that comes later changes nothing in it, and is told of beside it.
        const string Grid = "/vaggeryd/siffror?indikator=BISTAND";
        var box = Box().Match((await strategist.OpenAsync(Grid)).Html).Groups[1].Value;
        await strategist.SubmitAsync(Grid, (box, "99"));
        strategist.Next.ShouldNotBeNull(strategist.Page.Text);
        (await strategist.OpenAsync("/vaggeryd?datum=2025-10-31")).Text.ShouldBe(before);
        (await strategist.OpenAsync(page)).Text.ShouldContain("har ändrats sedan beslutet");

        // An error is mended beside it.
        await strategist.OpenAsync(page);
        await strategist.SubmitAsync($"{page}/rattelse", ("mal", "1"), ("text", "Det stod fel år i texten."), ("status", "Partly"));
        (await strategist.OpenAsync(page)).Text.ShouldContain("Mål 1. Det stod fel år i texten. Skulle ha varit Delvis uppfyllt");
        (await strategist.OpenAsync("/vaggeryd?datum=2025-10-31")).Text.ShouldBe(before);

        // Residents see it when it is published, and not before.
        using var visitor = Person.Visitor(house);
        (await visitor.OpenAsync(page)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await StepAsync(strategist, page, "Decided", "Published");
        (await visitor.OpenAsync(page)).Text.ShouldContain("Beslutad och publicerad.");
        (await visitor.OpenAsync(page)).Text.ShouldNotContain("Vem som är klar");
        await StepAsync(strategist, page, "Published", "Decided", "Fel bilaga.");

        // One step back needs a reason, and what was frozen is still there.
        var token = await strategist.TokenAsync(page);
        (await strategist.SendAsync($"{page}/steg", [token, new("var", "Decided"), new("till", "Preparing")])).Text.ShouldContain(
            "Inget är ändrat"
        );
        await StepAsync(strategist, page, "Decided", "Preparing", "Beslutet avsåg fel tertial.");
        (await strategist.OpenAsync(page)).Text.ShouldContain("frystes");
        strategist.Page.Text.ShouldContain("togs tillbaka");
    }

    [Fact]
    public async Task The_auditors_statement_is_pointed_to_after_the_decision_and_kept_while_it_is()
    {
        const string Day = $"{Wheel}/2022-08-31";
        using var strategist = await Person.SignInAsync(house, Strategist);
        var matter = LinksOf.Text((await strategist.OpenAsync("/vaggeryd/arenden")).Html, "KS 2019/160");
        await strategist.OpenAsync(matter);
        (
            await strategist.UploadAsync($"{matter}/handlingar", "utlatande.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n%%EOF"))
        ).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        using var visitor = Person.Visitor(house);
        (await visitor.OpenAsync($"{Day}/utlatande")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        var document = LinksOf.Option((await strategist.OpenAsync(Day)).Html, "KS 2019/160: ");
        await strategist.SubmitAsync($"{Day}/utlatande", ("handling", document));
        strategist.Next.ShouldNotBeNull(strategist.Page.Text);
        (await visitor.OpenAsync(Day)).Text.ShouldContain("Revisorernas utlåtande");
        Encoding.ASCII.GetString(await visitor.DownloadAsync($"{Day}/utlatande")).ShouldStartWith("%PDF");
        (await visitor.OpenAsync($"{Wheel}/2021-12-31")).Text.ShouldNotContain("Revisorernas utlåtande");

        var token = await strategist.TokenAsync(matter);
        (await strategist.SendAsync($"{matter}/handlingar/{document}/ta-bort", [token])).Text.ShouldContain(
            "Handlingen är revisorernas utlåtande i en uppföljning"
        );
        await strategist.OpenAsync(Day);
        await strategist.SubmitAsync($"{Day}/utlatande", ("handling", ""));
        (await visitor.OpenAsync(Day)).Text.ShouldNotContain("Revisorernas utlåtande");
    }

    [Theory]
    [InlineData("follow_ups", "update")]
    [InlineData("frozen_follow_ups", "insert")]
    [InlineData("frozen_contents", "insert")]
    [InlineData("changes", "insert")]
    public async Task A_decision_cut_off_anywhere_leaves_nothing_behind_and_can_be_made_again(string table, string act)
    {
        using var strategist = await Person.SignInAsync(house, Strategist);
        var day = $"2024-0{1 + "follow_ups frozen_follow_ups frozen_contents changes".Split(' ').IndexOf(table)}-15";
        var page = await PlanAsync(strategist, day);
        await StepAsync(strategist, page, "Planned", "Open");
        await StepAsync(strategist, page, "Open", "Preparing");
        var before = await StandsAsync(day);
        await server.RunAsync(
            house.DatabaseName,
            $"""
            create or replace function cut_off() returns trigger language plpgsql as $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
            create trigger cut_off after {act} on {table} for each row execute function cut_off();
            """
        );
        try
        {
            (await DecideAsync(strategist, page, "Kommunstyrelsen", "KS 2022-11-09")).ShouldNotBeNull();
        }
        finally
        {
            await server.RunAsync(house.DatabaseName, $"drop trigger cut_off on {table}");
        }

        (await StandsAsync(day)).ShouldBe(before);
        (await DecideAsync(strategist, page, "Kommunstyrelsen", "KS 2022-11-09")).ShouldBeNull();
        (await strategist.OpenAsync(page)).Text.ShouldContain("Allt den bygger på är fryst");
    }

    [Fact]
    public async Task A_committee_decides_its_own_part_and_no_one_elses()
    {
        using var strategist = await Person.SignInAsync(house, Strategist);
        var page = await PlanAsync(strategist, "2025-09-30");
        await StepAsync(strategist, page, "Planned", "Open");
        (await DecideAsync(strategist, page, "Kommunstyrelsen", "KS 2022-11-09")).ShouldNotBeNull().ShouldContain("ingen del att besluta");
        const string New = "/vaggeryd/arbeta/beslut/ny";
        var committee = LinksOf.Option((await strategist.OpenAsync(New)).Html, "Barn- och utbildningsnämnden");
        await strategist.SubmitAsync(
            New,
            ("f.body", committee),
            ("f.meetingDate", "2025-10-20"),
            ("f.paragraph", "9"),
            ("f.subject", "Nämndens del")
        );
        strategist.Next.ShouldNotBeNull(strategist.Page.Text);
        (await DecideAsync(strategist, page, "Barn- och utbildningsnämnden", "KS 2022-11-09")).ShouldNotBeNull(); // another body's §
        (await DecideAsync(strategist, page, "Barn- och utbildningsnämnden", "BUN 2025-10-20")).ShouldBeNull();
        (await strategist.OpenAsync(page)).Text.ShouldContain("av Verksamhetsutvecklare");
        (await DecideAsync(strategist, page, "Barn- och utbildningsnämnden", "BUN 2025-10-20"))
            .ShouldNotBeNull()
            .ShouldContain("redan beslutat");
        var own = await server.ReadAsync(
            house.DatabaseName,
            "select r.id from requests r join goals g on g.organisation_id = r.organisation_id and g.id = r.goal_id join follow_ups f on f.organisation_id = r.organisation_id and f.id = r.follow_up_id where f.cut_off = '2025-09-30' and g.kind = 'Committee' and g.number like 'BUN%' limit 1"
        );
        var task = $"/vaggeryd/uppgifter/{own.Single()}";
        await strategist.OpenAsync(task);
        (await strategist.SubmitAsync(task, ("kommentar", "För sent."), ("gor", "utkast"))).Text.ShouldContain("redan beslutat");

        using var secretary = await Person.SignInAsync(house, "Nämndsekreterare");
        (await secretary.OpenAsync(page)).Text.ShouldNotContain("Vidare");
        var token = await secretary.TokenAsync("/vaggeryd/mitt-konto");
        await secretary.SendAsync($"{page}/steg", [token, new("var", "Open"), new("till", "Preparing")]);
        secretary.Page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_is_asked_of_another_unit_is_not_to_be_seen_or_answered()
    {
        using var strategist = await Person.SignInAsync(house, Strategist);
        var page = await PlanAsync(strategist, "2025-11-30");
        await StepAsync(strategist, page, "Planned", "Open");
        const string Others =
            "select r.id from requests r join units u on u.organisation_id = r.organisation_id and u.id = r.unit_id where u.abbreviation = 'KLK' and r.follow_up_id in (select id from follow_ups where cut_off = '2025-11-30') limit 1";
        var other = $"/vaggeryd/uppgifter/{(await server.ReadAsync(house.DatabaseName, Others)).Single()}";
        using var expert = await Person.SignInAsync(house, "Sakkunnig");
        (await expert.OpenAsync(other)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var token = await expert.TokenAsync("/vaggeryd/mitt-konto");
        (await expert.SendAsync(other, [token, new("gor", "klar")])).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await expert.OpenAsync($"/vaggeryd/uppgifter/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        // It can be given to someone else, with leave to answer later when a reason is given.
        await strategist.OpenAsync(page);
        var person = LinksOf.Option(strategist.Page.Html, "Sakkunnig");
        token = await strategist.TokenAsync(page);
        (await strategist.SendAsync($"{other}/vem", [token, new("person", person), new("undantag", "2099-01-01")])).Text.ShouldContain(
            "Skriv varför"
        );
        (await strategist.SendAsync($"{other}/vem", [token, new("senast", "igår")])).Text.ShouldContain("Skriv datum som");
        await strategist.SendAsync($"{other}/vem", [token, new("person", person), new("undantag", "2099-01-01"), new("skal", "Sjukdom.")]);
        (await strategist.OpenAsync(page)).Text.ShouldContain("undantag till 2099-01-01 (Verksamhetsutvecklare: Sjukdom.)");
        (await expert.OpenAsync(other)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>Where the follow-up of a day stands, and how much is frozen and logged.</summary>
    private async Task<string> StandsAsync(string day)
    {
        var rows = await server.ReadAsync(
            house.DatabaseName,
            $"select state || ' ' || (select count(*) from frozen_follow_ups z where z.follow_up_id = f.id) || ' ' || (select count(*) from frozen_contents) || ' ' || (select count(*) from changes) from follow_ups f where cut_off = '{day}'"
        );
        return rows.Single().ToString()!;
    }

    private static async Task<string> PlanAsync(Person person, string day, string remind = "")
    {
        const string New = "/vaggeryd/arbeta/uppfoljning/ny";
        await person.OpenAsync(New);
        await person.SubmitAsync(
            New,
            ("f.kind", "Extra"),
            ("f.cutOff", day),
            ("f.knownAt", "2099-12-31"),
            ("f.horizon", "2025-12-31"),
            ("f.remindDaysBefore", remind)
        );
        person.Next.ShouldNotBeNull(person.Page.Text);
        return $"{Wheel}/{day}";
    }

    [Fact]
    public async Task An_extra_follow_up_tells_which_goals_the_survey_touches_before_anyone_is_asked()
    {
        using var strategist = await Person.SignInAsync(house, Strategist);
        const string New = "/vaggeryd/arbeta/uppfoljning/ny";
        var survey = (await server.ReadAsync(house.DatabaseName, "select id from indicators where code = 'EX-BEHORIG'")).Single();
        await strategist.OpenAsync(New);
        await strategist.SubmitAsync(
            New,
            ("f.kind", "Extra"),
            ("f.cutOff", "2025-03-15"),
            ("f.knownAt", "2099-12-31"),
            ("f.surveyed", survey)
        );
        strategist.Next.ShouldNotBeNull(strategist.Page.Text);
        var page = await strategist.OpenAsync($"{Wheel}/2025-03-15");
        page.Text.ShouldContain(
            "När uppföljningen öppnas ombeds enheterna att bedöma de här målen, och inga andra. 2.2. Lärande och utbildning"
        );
        page.Text.ShouldNotContain("3.1. Folkhälsa");
    }

    [Fact]
    public async Task Those_who_have_something_left_are_reminded_once_with_a_way_to_it()
    {
        using var strategist = await Person.SignInAsync(house, Strategist);
        var page = await PlanAsync(strategist, "2025-06-15", remind: "5");
        await StepAsync(strategist, page, "Planned", "Open");
        var database = house.Services.GetRequiredService<Database>();
        var organisation = (await database.OrganisationsAsync()).Single(o => o.Slug == "vaggeryd").OrganisationId;
        var handler = house.Services.GetRequiredService<RemindPeopleHandler>();
        (await handler.HandleAsync(Actor.Operator(organisation), CancellationToken.None)).ShouldBeGreaterThan(0);
        (await handler.HandleAsync(Actor.Operator(organisation), CancellationToken.None)).ShouldBe(0);
        await Should.ThrowAsync<UnauthorizedAccessException>(() =>
            handler.HandleAsync(Actor.Visitor(organisation, mayRead: true), CancellationToken.None)
        );
        using var expert = await Person.SignInAsync(house, "Sakkunnig");
        var mails = await expert.OpenAsync("/vaggeryd/brev");
        mails.Text.ShouldContain("Att lämna in:");
        var mail = await expert.OpenAsync(mails.Links.First(l => l.StartsWith("/vaggeryd/brev/", StringComparison.Ordinal)));
        mail.Text.ShouldContain("Det här väntar på dig i uppföljningen Extra uppföljning 2025");
        mail.Links.ShouldContain("/vaggeryd/uppgifter");
    }

    private static async Task StepAsync(Person person, string page, string from, string to, string? why = null)
    {
        var token = await person.TokenAsync(page);
        await person.SendAsync($"{page}/steg", [token, new("var", from), new("till", to), new("skal", why ?? "")]);
        person.Next.ShouldNotBeNull(person.Page.Text);
    }

    /// <returns>The page with what is wrong; null when it was registered.</returns>
    private static async Task<string?> DecideAsync(Person person, string page, string body, string decision)
    {
        await person.OpenAsync("/vaggeryd/arbeta/beslut/ny");
        var id = LinksOf.Option(person.Page.Html, body);
        var made = Decision(decision).Match((await person.OpenAsync("/vaggeryd/beslut")).Html).Groups[1].Value;
        var answer = await person.SendAsync($"{page}/beslut", [await person.TokenAsync(page), new("organ", id), new("beslut", made)]);
        return answer.StatusCode == HttpStatusCode.Redirect ? null : answer.Text;
    }

    private static Regex Decision(string text) => new($"/vaggeryd/beslut/([0-9a-f-]{{36}})\"[^>]*>{text}");

    [GeneratedRegex("type=\"radio\" name=\"(s\\.[^\"]+\\.Outcome)\" value=\"Achieved\"")]
    private static partial Regex Judged();

    [GeneratedRegex("name=\"(v\\.[^\"]+\\.Total)\"")]
    private static partial Regex Box();
}
