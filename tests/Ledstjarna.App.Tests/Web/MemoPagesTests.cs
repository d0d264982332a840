using System.Net;
using System.Text;
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
        first.Text.ShouldContain("Artikel 12 4 positiv");
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
        await person.SubmitAsync(form, ("f.title", "Min skrivelse"), ("f.s3", "Det här skrev jag själv."));
        person.Next.ShouldNotBeNull(person.Page.Text);
        await AddDecisionAsync(person, "Nytt beslut om flodkräftor");
        var offered = await person.OpenAsync(memo);
        offered.Text.ShouldContain("Ärendet säger något nytt");
        offered.Text.ShouldContain("flodkräftor");
        await person.SubmitAsync($"{memo}/nytt", ("ta", null));
        var after = await person.OpenAsync(memo);
        after.Text.ShouldContain("Det här skrev jag själv.");
        after.Text.ShouldContain("Ärendet säger något nytt"); // still offered for what a person wrote
        await person.SubmitAsync($"{memo}/nytt", ("ta", "Bakgrund"));
        var taken = await person.OpenAsync(memo);
        taken.Text.ShouldContain("Det här skrev jag själv.");
        taken.Text.ShouldContain("flodkräftor");
        taken.Text.ShouldNotContain("Ärendet säger något nytt");
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
        (await person.SubmitAsync($"{memo}/skickat", ("annan", ""), ("till", null))).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await person.FollowAsync()).Text.ShouldContain("Välj minst en mottagare");
        await person.SubmitAsync($"{memo}/skickat", ("annan", "Samtliga nämnder och bolag"), ("den", "2026-11-20"), ("hur", "e-post"));
        (await person.OpenAsync(memo)).Text.ShouldContain("Samtliga nämnder och bolag skickat 2026-11-20, e-post");
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
        var matters = await person.OpenAsync("/vaggeryd/arenden");
        var matter = await person.OpenAsync(LinksOf.Text(matters.Html, "KS 2019/160"));
        var form = LinksOf.Text(matter.Html, $"Skriv: {template}");
        await person.OpenAsync(form);
        await person.SubmitAsync("/vaggeryd/arbeta/tjansteskrivelse/ny", ("f.title", $"Skrivelse i {template}"));
        person.Next.ShouldNotBeNull(person.Page.Text);
        var memo = person.Next!;
        await person.OpenAsync(memo.Split('?')[0].Replace("/arbeta/tjansteskrivelse/", "/tjansteskrivelser/", StringComparison.Ordinal));
        return person.Page;
    }

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
