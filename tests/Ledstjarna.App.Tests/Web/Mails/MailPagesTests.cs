using System.Net;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Mails;
using Ledstjarna.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Ledstjarna.App.Tests.Web.Mails;

/// <summary>Reading one's mails, and an administrator's view of those that were not sent.</summary>
public sealed class MailPagesTests(House house, Server server) : IClassFixture<House>
{
    private const string List = "/vaggeryd/brev";
    private const string Outbox = "/vaggeryd/brev/utskick";

    [Fact]
    public async Task Ones_mails_stand_newest_first_and_are_read_when_opened()
    {
        await QueueAsync("Nämndsekreterare", "Den första", minutesAgo: 5);
        await QueueAsync("Nämndsekreterare", "Den andra", "Hej!\n\nLämna in siffror.\nTack.", "/vaggeryd/laget?datum=2022-12-31");
        using var person = await Person.SignInAsync(house, "Nämndsekreterare");
        (await person.OpenAsync("/vaggeryd/mitt-konto")).Text.ShouldContain(", två olästa");
        var list = await person.OpenAsync(LinksOf.Text(person.Page.Html, "Dina brev"));
        list.Heading.ShouldBe("Dina brev");
        list.Text.ShouldContain("De skickas inte som e-post, utan läses här.");
        list.Text.IndexOf("Den andra", StringComparison.Ordinal)
            .ShouldBeInRange(0, list.Text.IndexOf("Den första", StringComparison.Ordinal));
        (list.Text.Split("Oläst").Length - 1).ShouldBe(2);

        var mail = await person.OpenAsync(LinksOf.Text(list.Html, "Den andra"));
        mail.Heading.ShouldBe("Den andra");
        mail.Html.ShouldContain("<p>Hej!</p>");
        mail.Html.ShouldContain("Lämna in siffror.<br");
        var link = LinksOf.Text(mail.Html, "Öppna det brevet gäller");
        link.ShouldBe("/vaggeryd/laget?datum=2022-12-31");
        (await person.OpenAsync(link)).StatusCode.ShouldBe(HttpStatusCode.OK);

        var after = await person.OpenAsync(List);
        (after.Text.Split("Oläst").Length - 1).ShouldBe(1);
        after.Text.ShouldContain("Läst");
        (await person.OpenAsync("/vaggeryd/mitt-konto")).Text.ShouldContain(", ett oläst");
    }

    [Fact]
    public async Task Nobody_reads_anothers_mail_not_even_an_administrator()
    {
        var address = await QueueAsync("Ledningsgrupp", "Bara till ledningen");
        foreach (var role in (string[])["Administratör", "Verksamhetsutvecklare", "Revisor"])
        {
            using var other = await Person.SignInAsync(house, role);
            var page = await other.OpenAsync(address);
            page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
            page.Text.ShouldContain("Brevet finns inte här");
            page.Text.ShouldNotContain("ledningen");
            (await other.OpenAsync(List)).Text.ShouldNotContain("ledningen");
        }

        (
            await server.ReadAsync(house.DatabaseName, $"select 1 from mails where id = '{Id(address)}' and read_at is null")
        ).ShouldHaveSingleItem();
        using var visitor = Person.Visitor(house);
        foreach (var closed in (string[])[List, address, Outbox])
        {
            (await visitor.OpenAsync(closed)).Location.ShouldBe($"/vaggeryd/logga-in?till={Uri.EscapeDataString(closed)}");
        }
    }

    [Fact]
    public async Task Who_has_no_mails_is_told_what_comes_here()
    {
        using var person = await Person.SignInAsync(house, "Förtroendevald");
        var list = await person.OpenAsync(List);
        list.Text.ShouldContain("Du har inga brev ännu.");
        list.Links.ShouldContain("/vaggeryd/arbeta");
    }

    [Fact]
    public async Task What_looks_like_markup_is_text()
    {
        var address = await QueueAsync("Sakkunnig", "<script>alert(1)</script>", "<img src=x onerror=alert(1)>");
        using var person = await Person.SignInAsync(house, "Sakkunnig");
        foreach (var page in (Page[])[await person.OpenAsync(List), await person.OpenAsync(address)])
        {
            page.Text.ShouldContain("<script>alert(1)</script>");
            (page.Scripts, page.Html.Contains("<img", StringComparison.Ordinal)).ShouldBe((1, false));
        }
    }

    [Fact]
    public async Task An_administrator_sees_what_failed_and_why_without_the_text_and_has_it_tried_again()
    {
        using var admin = await Person.SignInAsync(house, "Administratör");
        await server.RunAsync(house.DatabaseName, "update mails set sent_at = now(), next_attempt_at = null");
        (await admin.OpenAsync(Outbox)).Text.ShouldContain("Inga brev väntar på att skickas.");
        var (one, two) = (
            await QueueAsync("Sakkunnig", "Misslyckat", "Hemlig text"),
            await QueueAsync("Revisor", "Uppgivet", "Hemlig text")
        );
        await QueueAsync("Sakkunnig", "Väntar", "Hemlig text");
        await server.RunAsync(
            house.DatabaseName,
            $"""
            update mails set attempts = 2, last_error = 'E-postservern svarar inte: <b>', next_attempt_at = now() + interval '5 minutes' where id = '{Id(
                one
            )}';
            update mails set attempts = 8, last_error = 'Tar inte emot', next_attempt_at = null where id = '{Id(two)}'
            """
        );
        (await admin.OpenAsync("/vaggeryd/personer")).Links.ShouldContain(Outbox);
        var page = await admin.OpenAsync(Outbox);
        page.Text.ShouldContain("Två brev har inte gått att skicka, och ett brev väntar.");
        page.Text.ShouldContain("Demokommunens personer är påhittade");
        page.Text.ShouldContain("E-postservern svarar inte: <b>");
        page.Html.ShouldContain(">Inget<");
        page.Text.ShouldNotContain("Hemlig text");
        var token = await admin.TokenAsync(Outbox);
        await admin.SendAsync(Outbox, [token, new("brev", "skräp")]);
        (await admin.FollowAsync()).Text.ShouldContain("Två brev har inte gått att skicka");
        await admin.SendAsync(Outbox, [token, new("brev", Id(two))]);
        var after = await admin.FollowAsync();
        after.Text.ShouldContain("Ett brev väntar nu på att skickas.");
        after.Text.ShouldContain("Ett brev har inte gått att skicka, och två brev väntar.");
        await admin.SendAsync(Outbox, [token, new("brev", "alla")]);
        (await admin.FollowAsync()).Text.ShouldContain("Tre brev väntar på att skickas.");
    }

    private static string Id(string address) => address.Split('/')[^1];

    /// <returns>The address it is read at.</returns>
    private async Task<string> QueueAsync(string role, string subject, string body = "Text", string link = "/vaggeryd", int minutesAgo = 0)
    {
        var ids = await server.ReadAsync(
            house.DatabaseName,
            $"select id from accounts where name = '{role}' union all select organisation_id from organisations"
        );
        var key = Guid.NewGuid().ToString();
        await Queue.AddAsync(
            house.Services.GetRequiredService<Database>(),
            new OrganisationId(Guid.Parse(ids[1])),
            new NewMail(new AccountId(Guid.Parse(ids[0])), key, subject, body, link),
            TimeProvider.System.GetUtcNow().UtcDateTime.AddMinutes(-minutesAgo)
        );
        var id = await server.ReadAsync(house.DatabaseName, $"select id from mails where key = '{key}'");
        return $"{List}/{id.Single()}";
    }
}
