using System.Net;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.App.Features.GetStarted;
using Ledstjarna.App.Features.People;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.App.Tests.Web.SignIn;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage.Reading;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Ledstjarna.App.Tests.Web;

/// <summary>A municipality of its own with people who have passwords, and a clock that can be put forward.</summary>
public sealed class PeopleHouse(Server server) : House(server)
{
    public const string Password = "en lång mening om mål";

    private OrganisationId _organisation;
    private int _count;

    internal AdjustableTime Time { get; } = new();

    protected override string[] Settings => ["--Ledstjarna:Limits:SignInPerMinute", "100000"];

    protected override void Configure(WebApplicationBuilder builder)
    {
        base.Configure(builder);
        builder.Services.AddSingleton<TimeProvider>(Time);
    }

    /// <summary>An administrator who has not chosen a password.</summary>
    public async Task<(Account Account, string Link)> NewAsync()
    {
        var (account, slug) = await Services
            .GetRequiredService<CreateOrganisationHandler>()
            .HandleAsync(
                Actor.Operator(default),
                new CreateOrganisation("0643", "Någon", $"nagon{Interlocked.Increment(ref _count)}@habo.example"),
                CancellationToken.None
            );
        _organisation = account.OrganisationId;
        return (account, LinkTo(account, slug));
    }

    public string LinkTo(Account account, string slug = "habo") =>
        PeopleLinks.ChoosePassword(slug, Services.GetRequiredService<OneTimeLinks>().ChoosePassword(account));

    public async Task<Account> NowAsync(Account account) =>
        (await Services.GetRequiredService<Accounts>().FindAsync(_organisation, account.Id, CancellationToken.None))!.Account;
}

/// <summary>Coming in, staying in, and being put out.</summary>
public sealed class SignInTests(PeopleHouse house, Server server) : IClassFixture<PeopleHouse>
{
    private const string SignIn = "/habo/logga-in";
    private const string Wrong = "E-postadressen eller lösenordet stämmer inte.";
    private const string Locked = "För många fel i rad.";

    [Fact]
    public async Task The_right_password_leads_in_however_the_address_is_typed()
    {
        var (account, own) = await NewAsync();
        own.Dispose();
        using var person = await TryAsync($"  {account.Email.ToUpperInvariant()} ", PeopleHouse.Password);
        person.Next.ShouldBe("/habo");
        (await person.OpenAsync("/habo/mitt-konto")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_person_are_told_the_same()
    {
        var (account, own) = await NewAsync();
        own.Dispose();
        using var wrong = await TryAsync(account.Email, "fel lösenord, mycket fel");
        using var unknown = await TryAsync("okand@habo.example", PeopleHouse.Password);
        foreach (var person in new[] { wrong, unknown })
        {
            person.Page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            person.Page.Text.ShouldContain(Wrong);
        }

        wrong.Page.Text.ShouldBe(unknown.Page.Text);
    }

    [Fact]
    public async Task Five_wrong_in_a_row_lock_the_account_for_a_quarter_of_an_hour_even_to_the_right_password()
    {
        var (account, own) = await NewAsync();
        own.Dispose();
        for (var i = 0; i < Account.AttemptsAllowed; i++)
        {
            using var attempt = await TryAsync(account.Email, "fel lösenord, mycket fel");
            attempt.Page.Text.ShouldContain(i < Account.AttemptsAllowed - 1 ? Wrong : Locked);
        }

        using var right = await TryAsync(account.Email, PeopleHouse.Password);
        (right.Next, right.Page.Text.Contains(Locked, StringComparison.Ordinal)).ShouldBe((null, true));
        house.Time.Later += Account.LockedFor + TimeSpan.FromMinutes(1);
        using var later = await TryAsync(account.Email, PeopleHouse.Password);
        later.Next.ShouldBe("/habo");
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_the_other_sessions_too()
    {
        var (account, first) = await NewAsync();
        using var second = await TryAsync(account.Email, PeopleHouse.Password);
        var token = await first.TokenAsync("/habo/mitt-konto");
        await first.SendAsync("/habo/logga-ut-overallt", [token]);
        (await second.OpenAsync("/habo/mitt-konto")).Location.ShouldStartWith(SignIn);
        (await first.OpenAsync("/habo/mitt-konto")).Location.ShouldStartWith(SignIn);
        first.Dispose();
    }

    [Fact]
    public async Task A_new_password_asks_for_the_old_one_and_twelve_characters_and_ends_the_other_sessions()
    {
        var (account, person) = await NewAsync();
        using var other = await TryAsync(account.Email, PeopleHouse.Password);
        foreach (
            var (old, next, sentence) in ((string, string, string)[])
                [("fel", "ett nytt långt lösenord", "Det nuvarande lösenordet stämmer inte."), (PeopleHouse.Password, "elva tecken", "12")]
        )
        {
            await person.OpenAsync("/habo/mitt-konto");
            await person.SubmitAsync("/habo/mitt-konto", ("f.nytt", next), ("f.losenord", old));
            person.Page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            person.Page.Text.ShouldContain(sentence);
        }

        await person.OpenAsync("/habo/mitt-konto");
        await person.SubmitAsync("/habo/mitt-konto", ("f.nytt", "ett nytt långt lösenord"), ("f.losenord", PeopleHouse.Password));
        (await person.FollowAsync()).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await other.OpenAsync("/habo/mitt-konto")).Location.ShouldStartWith(SignIn);
        using var again = await TryAsync(account.Email, PeopleHouse.Password);
        again.Page.Text.ShouldContain(Wrong);
        person.Dispose();
    }

    [Fact]
    public async Task A_link_works_once_in_its_own_municipality_and_not_when_it_is_old_or_made_up()
    {
        var (account, link) = await house.NewAsync();
        using var visitor = Person.Visitor(house);
        var old = house
            .Services.GetRequiredService<IDataProtectionProvider>()
            .CreateProtector("choose password")
            .ToTimeLimitedDataProtector()
            .Protect($"{account.Id.Value} {account.Stamp}", lifetime: TimeSpan.FromSeconds(-1));
        foreach (
            var address in (string[])
                [
                    PeopleLinks.ChoosePassword("habo", old),
                    link.Replace("/habo/", "/vaggeryd/", StringComparison.Ordinal),
                    link[..^4] + "AAAA",
                    "/habo/valj-losenord",
                    PeopleLinks.ChoosePassword("habo", house.Services.GetRequiredService<OneTimeLinks>().FirstStart()),
                ]
        )
        {
            (await visitor.OpenAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        using var late = Person.Visitor(house);
        await late.OpenAsync(link);
        using var person = await Person.ChoosePasswordAsync(house, link, PeopleHouse.Password);
        (await person.OpenAsync(link)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await late.SubmitAsync(link, ("f.nytt", "ett annat långt lösenord"));
        late.Page.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await person.OpenAsync("/habo/mitt-konto")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example")]
    [InlineData("/\\evil.example")]
    [InlineData("/%5Cevil.example")]
    [InlineData("/%2Fevil.example")]
    [InlineData("/\t/evil.example")]
    [InlineData("javascript:alert(1)")]
    public async Task Signing_in_leads_nowhere_outside(string till)
    {
        var (account, person) = await NewAsync();
        using var visitor = Person.Visitor(house);
        await visitor.OpenAsync($"{SignIn}?till={Uri.EscapeDataString(till)}");
        visitor.Value("till").ShouldBe("/habo");
        await visitor.SubmitAsync(SignIn, ("f.epost", account.Email), ("f.losenord", PeopleHouse.Password), ("till", till));
        visitor.Next.ShouldBe("/habo");
        (await person.OpenAsync($"{SignIn}?till={Uri.EscapeDataString(till)}")).Location.ShouldBe("/habo");
        person.Dispose();
    }

    [Fact]
    public async Task Whoever_was_turned_away_comes_back_to_the_page_that_was_asked_for()
    {
        var (account, own) = await NewAsync();
        own.Dispose();
        using var visitor = Person.Visitor(house);
        await visitor.OpenAsync("/habo/arbeta/mal?sparat=å");
        var address = visitor.Page.Location!;
        await visitor.OpenAsync(address);
        await visitor.SubmitAsync(SignIn, ("f.epost", account.Email), ("f.losenord", PeopleHouse.Password));
        visitor.Next.ShouldBe("/habo/arbeta/mal?sparat=%C3%A5");
    }

    [Fact]
    public async Task A_session_ends_when_idle_and_at_its_longest_however_busy()
    {
        var (account, idle) = await NewAsync();
        house.Time.Later += TimeSpan.FromMinutes(61);
        (await idle.OpenAsync("/habo/mitt-konto")).Location.ShouldStartWith(SignIn);
        using var busy = await TryAsync(account.Email, PeopleHouse.Password);
        for (var i = 0; i < 17; i++)
        {
            house.Time.Later += TimeSpan.FromMinutes(40);
            (await busy.OpenAsync("/habo/mitt-konto")).StatusCode.ShouldBe(HttpStatusCode.OK, $"after {(i + 1) * 40} minutes");
        }

        house.Time.Later += TimeSpan.FromMinutes(41);
        (await busy.OpenAsync("/habo/mitt-konto")).Location.ShouldStartWith(SignIn);
        idle.Dispose();
    }

    [Fact]
    public async Task A_role_taken_away_is_gone_at_once_and_so_is_someone_who_may_not_sign_in()
    {
        var (_, boss) = await NewAsync();
        var (account, person) = await NewAsync();
        var address = $"/habo/personer/{account.Id.Value}";
        (await person.OpenAsync("/habo/personer")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await boss.OpenAsync(address);
        await boss.SubmitAsync(address, ("f.grants", "Auditor"));
        boss.Next.ShouldNotBeNull(boss.Page.Text);
        (await person.OpenAsync("/habo/personer")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await person.OpenAsync("/habo/andringar")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await boss.OpenAsync(address);
        await boss.SubmitAsync(address, ("f.isActive", null), ("f.name", "Någon"));
        (await person.OpenAsync("/habo/andringar")).Location.ShouldStartWith(SignIn);
        using var again = await TryAsync(account.Email, PeopleHouse.Password);
        again.Page.Text.ShouldContain(Wrong);
        boss.Dispose();
        person.Dispose();
    }

    [Fact]
    public async Task Ready_roles_are_offered_in_the_demonstration_and_nowhere_else()
    {
        var (account, own) = await NewAsync();
        own.Dispose();
        using var visitor = Person.Visitor(house);
        (await visitor.OpenAsync("/vaggeryd/logga-in")).Text.ShouldContain("Prova som");
        (await visitor.OpenAsync(SignIn)).Text.ShouldNotContain("Prova som");
        var token = await visitor.TokenAsync(SignIn);
        (await visitor.SendAsync("/habo/logga-in/demo", [token, new("konto", account.Id.Value.ToString())])).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
        (await visitor.SendAsync("/vaggeryd/logga-in/demo", [token, new("konto", account.Id.Value.ToString())])).StatusCode.ShouldBe(
            HttpStatusCode.NotFound
        );
    }

    [Fact]
    public async Task What_is_sent_without_the_forms_own_proof_is_refused_everywhere()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var asks = EveryAddress
            .Within(
                house,
                (name, _) =>
                    name switch
                    {
                        "kommun" => ["vaggeryd"],
                        "slag" => ["mal"],
                        _ => [Guid.Empty.ToString()],
                    }
            )
            .Concat(EveryAddress.Outside(house))
            .Where(a => a.Method == "POST")
            .ToList();
        asks.Count.ShouldBeGreaterThan(20);
        foreach (var ask in asks)
        {
            foreach (
                var fields in (KeyValuePair<string, string>[][])
                    [
                        [],
                        [new("__RequestVerificationToken", "påhittat")],
                    ]
            )
            {
                var page = await person.SendAsync(ask.Path, fields);
                page.StatusCode.ShouldBe(HttpStatusCode.BadRequest, ask.Name);
                page.Heading.ShouldBe("Formuläret gick inte att läsa");
            }
        }

        (await person.OpenAsync("/vaggeryd/mitt-konto")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Cookies_are_kept_from_scripts_and_from_other_sites()
    {
        var (account, own) = await NewAsync();
        own.Dispose();
        using var visitor = Person.Visitor(house);
        using var first = await visitor.GetAsync(SignIn);
        var token = await visitor.TokenAsync(SignIn);
        using var second = await visitor.PostAsync(SignIn, [token, new("f.epost", account.Email), new("f.losenord", PeopleHouse.Password)]);
        var cookies = first.Headers.GetValues("Set-Cookie").Concat(second.Headers.GetValues("Set-Cookie")).ToList();
        cookies.Count.ShouldBe(2);
        cookies.ShouldAllBe(c => c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        cookies.ShouldAllBe(c => c.Contains("samesite=strict") || c.Contains("samesite=lax"));
        second.Headers.CacheControl!.NoStore.ShouldBeTrue();
    }

    [Fact]
    public async Task A_password_is_never_in_the_database_or_the_log_as_it_was_typed()
    {
        var (account, own) = await NewAsync();
        own.Dispose();
        var rows = await server.ReadAsync(
            house.DatabaseName,
            $"select a::text || coalesce((select string_agg(c::text, '') from changes c), '') from accounts a where id = '{account.Id.Value}'"
        );
        rows.Single().ShouldNotContain(PeopleHouse.Password);
        rows.Single().ShouldContain("Lösenord");
    }

    private async Task<(Account Account, Person Person)> NewAsync()
    {
        var (account, link) = await house.NewAsync();
        return (account, await Person.ChoosePasswordAsync(house, link, PeopleHouse.Password));
    }

    private async Task<Person> TryAsync(string email, string password)
    {
        var person = Person.Visitor(house);
        await person.OpenAsync(SignIn);
        await person.SubmitAsync(SignIn, ("f.epost", email), ("f.losenord", password));
        return person;
    }
}
