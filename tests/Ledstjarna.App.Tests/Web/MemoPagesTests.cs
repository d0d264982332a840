using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Word;

namespace Ledstjarna.App.Tests.Web;

/// <summary>Memos: composed of the matter, written on, composed anew, handed over and sent.</summary>
public sealed class MemoPagesTests(House house) : IClassFixture<House>
{
    private const string Strategist = "Verksamhetsutvecklare";
    private const string With = "Tjänsteskrivelse med punkter";
    private const string Headed = "Tjänsteskrivelse med rubriker";

    [Fact]
    public async Task A_memo_is_composed_of_the_matter_in_each_template()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var first = await OpenMemoAsync(person, With);
        first.Text.ShouldContain(
            "Kommunstyrelsens arbetsutskott gav enligt 2022-02-23 § 38 Kommunledningskontoret i uppdrag: Återkomma med uppdaterad ambitionsnivå"
        );
        first.Text.ShouldContain("Ärendet remitterades till Kommunstyrelsens presidium.");
        first.Text.ShouldContain("Artikel 12. Rätt att säga sin mening 4 positiv");
        first.Text.ShouldContain("1. Bakgrund");
        first.Text.ShouldContain("Samtliga nämnder och bolag");
        first.Text.ShouldContain("togs tillbaka: Nämnderna redovisar avvikelser");
        first.Text.ShouldContain("följer inte med till Word och pdf: Konsekvenser för ekonomi, personal och miljö");
        first.Text.ShouldContain("Jämfört med");
        var second = await OpenMemoAsync(person, Headed);
        second.Text.ShouldContain("Politiska mål och beslut kopplade till ärendet");
        second.Text.ShouldContain("i Agenda 2030.");
        second.Text.ShouldNotContain("barnkonvention");
    }

    [Fact]
    public async Task What_a_person_wrote_stands_when_the_matter_changes_and_the_new_is_offered()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await OpenMemoAsync(person, With);
        var memo = person.Next!.Split('?')[0].Replace("/arbeta/tjansteskrivelse/", "/tjansteskrivelser/", StringComparison.Ordinal);
        var form = memo.Replace("/tjansteskrivelser/", "/arbeta/tjansteskrivelse/", StringComparison.Ordinal);
        await person.OpenAsync(form);
        await person.SubmitAsync(form, ("f.title", "Min skrivelse"), (FieldOf(person.Page, "Bakgrund"), "Det här skrev jag själv."));
        person.Next.ShouldNotBeNull(person.Page.Text);
        await AddDecisionAsync(person, "Nytt beslut om flodkräftor");
        var offered = await person.OpenAsync(memo);
        offered.Text.ShouldContain("Ärendet säger något nytt");
        offered.Text.ShouldContain("flodkräftor");
        await person.SubmitAsync($"{memo}/nytt", ("val-Bakgrund", ""));
        var after = await person.OpenAsync(memo);
        after.Text.ShouldContain("Det här skrev jag själv.");
        after.Text.ShouldContain("Ärendet säger något nytt"); // still offered for what a person wrote
        var stale = await person.SubmitAsync($"{memo}/nytt", ("val-Bakgrund", "ta"), ("sett", "annat"));
        stale.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity); // only what was shown is taken
        await person.OpenAsync(memo);
        await person.SubmitAsync($"{memo}/nytt", ("val-Bakgrund", "ta"));
        var taken = await person.OpenAsync(memo);
        taken.Text.ShouldContain("Det här skrev jag själv.");
        taken.Text.ShouldContain("flodkräftor");
        taken.Text.ShouldNotContain("Ärendet säger något nytt");
        taken.Text.ShouldNotContain("Uppdrag om uppdaterad"); // only the new paragraph follows what a person wrote
    }

    [Fact]
    public async Task What_was_prefilled_for_another_body_or_day_counts_as_no_ones_writing()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var form = await NewFormAsync(person, With);
        form.Text.ShouldContain("Kommunstyrelsen godkänner");
        await person.SubmitAsync(
            "/vaggeryd/arbeta/tjansteskrivelse/ny",
            ("f.to", LinksOf.Option(form.Html, "Kommunstyrelsens arbetsutskott")),
            ("f.date", "2022-06-15")
        );
        var memo = MemoOf(person);
        var page = await person.OpenAsync(memo);
        page.Text.ShouldContain("Ingen har skrivit här. Avsnittet får den nya texten:");
        page.Text.ShouldContain(
            "Kommunstyrelsens arbetsutskott föreslår Kommunstyrelsen att godkänna Förslag till uppdaterad ambitionsnivå, juni 2022 för fullmäktiges mål."
        );
        await person.SubmitAsync($"{memo}/nytt", ("val-Bakgrund", ""));
        (await person.OpenAsync(memo)).Text.ShouldNotContain("2022-08-17"); // decided after the memo's day
    }

    [Fact]
    public async Task A_matter_without_a_level_is_composed_of_the_bodys_own_goals()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await NewFormAsync(person, Headed, "KS 2019/191");
        await person.SubmitAsync("/vaggeryd/arbeta/tjansteskrivelse/ny", ("f.date", "2021-03-03"));
        var memo = (await person.OpenAsync(MemoOf(person))).Text;
        memo.ShouldContain("Kommunstyrelsen godkänner kommunstyrelsens mål och måluppfyllelse.");
        memo.ShouldContain("Uppföljning görs per april, per augusti och i årsredovisningen");
        memo.ShouldContain("i Agenda 2030.");
    }

    [Fact]
    public async Task A_text_never_comes_under_another_heading_when_the_template_changes_meanwhile()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        const string Templates = "/vaggeryd/arbeta/mall/ny";
        await person.OpenAsync(Templates);
        await person.SubmitAsync(Templates, ("f.name", "Mall som ändras"), ("f.sections", "Ingress\nEkonomi\nBakgrund = bakgrund"));
        var template = person.Next!.Split('?')[0];
        var form = await NewFormAsync(person, "Mall som ändras");
        var (ingress, economy) = (FieldOf(form, "Ingress"), FieldOf(form, "Ekonomi"));
        using var other = await Person.SignInAsync(house, Strategist);
        await other.OpenAsync(template);
        await other.SubmitAsync(template, ("f.sections", "Ekonomi\nNytt\nBakgrund = bakgrund"));
        await person.SubmitAsync("/vaggeryd/arbeta/tjansteskrivelse/ny", (ingress, "Inledningen."), (economy, "Kostar två miljoner."));
        var page = await person.OpenAsync(MemoOf(person));
        page.Text.ShouldContain("Ekonomi Kostar två miljoner.");
        page.Text.ShouldContain("Ingress Mallen har inte längre den rubriken");
        page.Text.ShouldContain("Inledningen.");
    }

    [Fact]
    public async Task Two_who_write_in_the_same_memo_see_both_versions_and_lose_nothing()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await OpenMemoAsync(person, With);
        var form = MemoOf(person).Replace("/tjansteskrivelser/", "/arbeta/tjansteskrivelse/", StringComparison.Ordinal);
        var (background, consequences) = (
            FieldOf(await person.OpenAsync(form), "Bakgrund"),
            FieldOf(person.Page, "Konsekvenser för ekonomi, personal och miljö")
        );
        using var other = await Person.SignInAsync(house, Strategist);
        await other.OpenAsync(form);
        await other.SubmitAsync(form, (background, "Den andras bakgrund."));
        other.Next.ShouldNotBeNull(other.Page.Text);
        var conflict = await person.SubmitAsync(form, (background, "Min bakgrund."), (consequences, "Mina konsekvenser."));
        conflict.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        await person.SubmitAsync(form, ("sammanslagning", "ja"), (background.Replace("f.", "pick.", StringComparison.Ordinal), "theirs"));
        person.Next.ShouldNotBeNull(person.Page.Text);
        var memo = await person.OpenAsync(MemoOf(person));
        memo.Text.ShouldContain("Den andras bakgrund.");
        memo.Text.ShouldContain("Mina konsekvenser.");
    }

    [Fact]
    public async Task A_heading_that_is_newer_than_the_memo_is_offered_what_it_is_filled_with()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        const string Templates = "/vaggeryd/arbeta/mall/ny";
        await person.OpenAsync(Templates);
        await person.SubmitAsync(Templates, ("f.name", "Mall som växer"), ("f.sections", "Ingress"));
        var template = person.Next!.Split('?')[0];
        await NewFormAsync(person, "Mall som växer");
        await person.SubmitAsync("/vaggeryd/arbeta/tjansteskrivelse/ny", ("f.title", "Växande"));
        var memo = MemoOf(person);
        await person.OpenAsync(template);
        await person.SubmitAsync(template, ("f.sections", "Ingress\nBakgrund = bakgrund"));
        var form = memo.Replace("/tjansteskrivelser/", "/arbeta/tjansteskrivelse/", StringComparison.Ordinal);
        await person.OpenAsync(form);
        await person.SubmitAsync(form, ("f.title", "Växer"));
        (await person.OpenAsync(memo)).Text.ShouldContain("Ärendet säger något nytt");
    }

    [Fact]
    public async Task A_memo_begins_in_its_matter()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        using var answer = await person.GetAsync("/vaggeryd/arbeta/tjansteskrivelse/ny");
        answer.Headers.Location!.OriginalString.ShouldBe("/vaggeryd/arenden");
    }

    [Fact]
    public async Task A_memo_is_handed_over_as_word_and_pdf_and_sending_is_noted()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await OpenMemoAsync(person, With);
        var memo = person.Next!.Split('?')[0].Replace("/arbeta/tjansteskrivelse/", "/tjansteskrivelser/", StringComparison.Ordinal);
        (await person.DownloadAsync($"{memo}.docx")).Take(2).ShouldBe("PK"u8.ToArray());
        (await person.DownloadAsync($"{memo}.pdf")).Take(5).ShouldBe("%PDF-"u8.ToArray());
        await person.OpenAsync(memo);
        (await person.SubmitAsync($"{memo}/skickat", ("annan", ""), ("till", null))).Text.ShouldContain("Välj minst en mottagare");
        var future = await person.SubmitAsync($"{memo}/skickat", ("annan", "Revisorerna"), ("den", "2199-01-01"));
        future.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        future.Html.ShouldContain("value=\"Revisorerna\""); // what was filled in is not lost
        await person.SubmitAsync($"{memo}/skickat", ("annan", "Samtliga nämnder och bolag"), ("den", "2026-11-20"), ("hur", "e-post"));
        (await person.OpenAsync(memo)).Text.ShouldContain("Samtliga nämnder och bolag skickat 2026-11-20, e-post");
        var sent = person.Page.Links.Single(l => l.Contains("/skickat/", StringComparison.Ordinal));
        (await person.DownloadAsync(sent)).Take(2).ShouldBe("PK"u8.ToArray());
        using var visitor = Person.Visitor(house);
        using var closed = await visitor.GetAsync($"{memo}.docx");
        closed.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task The_municipalitys_own_word_file_is_taken_or_refused_with_a_sentence()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var list = await person.OpenAsync("/vaggeryd/arbeta/mall");
        var template = LinksOf.Text(list.Html, Headed).Replace("/arbeta/mall/", "/mallar/", StringComparison.Ordinal);
        await person.OpenAsync(template);
        var refused = await person.UploadAsync(template, "mall.docx", Encoding.UTF8.GetBytes("<html>"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("Filen är ingen Word-fil.");
        using var own = new MemoryStream();
        WordFile.Write(own, new Document("Mall", "Kommunen", new DateOnly(2026, 1, 1), [new Paragraph("Gammal text")]));
        await person.OpenAsync(template);
        await person.UploadAsync(template, "brevmall.docx", own.ToArray());
        (await person.OpenAsync(template)).Text.ShouldContain("Nu används brevmall.docx.");
    }

    [Fact]
    public async Task A_template_of_ones_own_is_lines_and_a_line_that_cannot_be_read_is_told()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        const string Form = "/vaggeryd/arbeta/mall/ny";
        await person.OpenAsync(Form);
        var refused = await person.SubmitAsync(Form, ("f.name", "Vår mall"), ("f.sections", "Bakgrund = väder"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.Text.ShouldContain("någon rad går inte att läsa", Case.Insensitive);
        await person.OpenAsync(Form);
        await person.SubmitAsync(Form, ("f.name", "Vår mall"), ("f.sections", "Bakgrund = bakgrund\n> Samråd = samråd\nEget"));
        person.Next.ShouldNotBeNull(person.Page.Text);
    }

    /// <summary>A new memo in the real matter, saved as it was composed.</summary>
    private static async Task<Page> OpenMemoAsync(Person person, string template)
    {
        await NewFormAsync(person, template);
        await person.SubmitAsync("/vaggeryd/arbeta/tjansteskrivelse/ny", ("f.title", $"Skrivelse i {template}"));
        person.Next.ShouldNotBeNull(person.Page.Text);
        var memo = person.Next!;
        await person.OpenAsync(memo.Split('?')[0].Replace("/arbeta/tjansteskrivelse/", "/tjansteskrivelser/", StringComparison.Ordinal));
        return person.Page;
    }

    private static async Task<Page> NewFormAsync(Person person, string template, string matter = "KS 2019/160")
    {
        var matters = await person.OpenAsync("/vaggeryd/arenden");
        var page = await person.OpenAsync(LinksOf.Text(matters.Html, matter));
        return await person.OpenAsync(LinksOf.Text(page.Html, $"Skriv: {template}"));
    }

    private static string MemoOf(Person person)
    {
        person.Next.ShouldNotBeNull(person.Page.Text);
        return person.Next!.Split('?')[0].Replace("/arbeta/tjansteskrivelse/", "/tjansteskrivelser/", StringComparison.Ordinal);
    }

    /// <summary>The name of the field with a label.</summary>
    private static string FieldOf(Page page, string label) =>
        Regex.Match(page.Html, $"for=\"f-(s-[0-9a-f]+)\"[^>]*>(?:\\d+\\. )?{label}").Groups[1].Value is { Length: > 0 } name
            ? $"f.{name}"
            : throw new InvalidOperationException($"No field {label}.");

    private static async Task AddDecisionAsync(Person person, string subject)
    {
        const string Form = "/vaggeryd/arbeta/beslut/ny";
        var page = await person.OpenAsync(Form);
        await person.SubmitAsync(
            Form,
            ("f.body", LinksOf.Option(page.Html, "Kommunstyrelsen")),
            ("f.meetingDate", "2026-10-21"),
            ("f.subject", subject),
            ("f.matter", LinksOf.Option(page.Html, "KS 2019/160"))
        );
        person.Next.ShouldNotBeNull(person.Page.Text);
    }
}
