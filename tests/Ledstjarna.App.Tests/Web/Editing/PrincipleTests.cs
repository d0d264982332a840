using System.Net;
using System.Text.RegularExpressions;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web.Editing;

/// <summary>Principles: copied, changed, tried before they are saved.</summary>
public sealed class PrincipleTests(House house, Server server) : IClassFixture<House>
{
    private const string New = "/vaggeryd/arbeta/princip/ny";

    [Fact]
    public async Task A_principle_that_shipped_or_is_in_use_cannot_be_changed_but_copied()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var id = await InForceAsync();
        var page = await person.OpenAsync($"/vaggeryd/arbeta/princip/{id}");
        page.Text.ShouldContain("Principen följer med Ledstjärna och går inte att ändra");
        page.Text.ShouldNotContain("Spara");
        page.Links.ShouldContain($"{New}?av={id}");

        await person.OpenAsync(New);
        await person.SubmitAsync($"/vaggeryd/arbeta/princip/{id}", ("f.name", "Ändrad"), ("f.words", "Ord"), ("f.sourceNote", "Källa"));
        // The hidden fields are not those of this principle: someone else's version is shown, or the lock; either way nothing is saved.
        person.Page.StatusCode.ShouldBeOneOf(HttpStatusCode.PreconditionFailed, HttpStatusCode.UnprocessableEntity);
        (await server.ReadAsync(house.DatabaseName, "select name from principles where name = 'Ändrad'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_lock_holds_for_one_who_sends_what_the_form_would_have_held()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var name = await CopyAsync(person, "Låses sedan");
        var id = (await server.ReadAsync(house.DatabaseName, $"select id from principles where name = '{name}'")).Single();
        await person.OpenAsync($"/vaggeryd/arbeta/princip/{id}");
        var form = person.Page;
        await server.ChangeRowsAsync(
            house.DatabaseName,
            $"update goal_structures set principle_id = '{id}' where id = (select id from goal_structures order by id limit 1)"
        );
        try
        {
            await person.SubmitAsync($"/vaggeryd/arbeta/princip/{id}", ("f.tolerance", "10"));
            person.Page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            person.Page.Text.ShouldContain("Principen gäller för en målstruktur eller har använts i en uppföljning");
            (await RuleAsync(name)).ShouldContain("\"tolerance\": 0.8");
        }
        finally
        {
            await server.ChangeRowsAsync(
                house.DatabaseName,
                $"update goal_structures set principle_id = '{await InForceAsync()}' where principle_id = '{id}'"
            );
        }

        form.Text.ShouldContain("Spara");
    }

    [Fact]
    public async Task A_copy_is_its_own_and_every_part_of_the_rule_can_be_set()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync($"{New}?av={await InForceAsync()}");
        var mål = Regex.Match(person.Page.Html, """name="f\.(method-[0-9a-f]+)""").Groups[1].Value["method-".Length..];
        await person.SubmitAsync(
            New,
            ("f.name", "Allt eget"),
            ("f.lens2", "Trend"),
            ("f.lens3", "Comparison"),
            ("f.lens4", "Pace"),
            ("f.combine", "Mean"),
            ("f.combineGreenAt", "0,8"),
            ("f.combineYellowAt", "0,3"),
            ("f.tolerance", "7"),
            ("f.minCoverage", "60"),
            ("f.greenAt", "0,9"),
            ("f.yellowAt", "0,5"),
            ("f.carry", "1,5"),
            ("f.activityGrace", "6"),
            ("f.method", "Share"),
            ("f.cap", "ja"),
            ("f.near", "0,1"),
            ("f.against", "Mean"),
            ("f.k", "4"),
            ("f.relative", "2,5"),
            ("f.absolute", "3"),
            ("f.useMargin", "ja"),
            ("f.best", "20"),
            ("f.worst", "30"),
            ("f.minGroup", "5"),
            ("f.on", "110"),
            ("f.slow", "55"),
            ("f.from", "2019"),
            ($"f.method-{mål}", "Weakest"),
            ($"f.greenAt-{mål}", "1"),
            ($"f.yellowAt-{mål}", "0"),
            ($"f.minCoverage-{mål}", "100"),
            ($"f.near-{mål}", "0")
        );
        person.Next.ShouldNotBeNull(person.Page.Text);
        var rule = await RuleAsync("Allt eget");
        foreach (
            var part in (string[])
                [
                    "\"lenses\": [\"target\", \"trend\", \"comparison\", \"pace\"]",
                    "\"combine\": \"mean\"",
                    "\"combineGreenAt\": 0.8",
                    "\"combineYellowAt\": 0.3",
                    "\"tolerance\": 0.07",
                    "\"carry\": 1.5",
                    "\"activityGrace\": 6",
                    "\"against\": \"mean\"",
                    "\"k\": 4",
                    "\"relative\": 0.025",
                    "\"absolute\": 3",
                    "\"useMargin\": true",
                    "\"best\": 0.2",
                    "\"worst\": 0.3",
                    "\"minGroup\": 5",
                    "\"on\": 1.1",
                    "\"slow\": 0.55",
                    "\"from\": \"2019\"",
                    "\"method\": \"share\"",
                    "\"greenAt\": 0.9",
                    "\"yellowAt\": 0.5",
                    "\"minCoverage\": 0.6",
                    "\"cap\": true",
                    "\"near\": 0.1",
                    "\"method\": \"weakest\"",
                    "\"greenAt\": 1",
                    "\"minCoverage\": 1",
                ]
        )
        {
            rule.ShouldContain(part);
        }

        // What was saved is what the form shows, to the letter: sent again, nothing is written.
        await person.FollowAsync();
        person.Value("f.tolerance").ShouldBe("7");
        await person.SubmitAsync(person.Next!.Split('?')[0], ("f.name", "Allt eget"));
        person.Next!.ShouldEndWith("sparat=lika");
    }

    [Fact]
    public async Task A_principle_is_tried_and_nothing_is_saved()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync($"{New}?av={await InForceAsync()}");
        var before = await server.ReadAsync(house.DatabaseName, "select count(*) from principles");
        var page = await person.SubmitAsync($"{New}/prova", ("f.name", "Sträng"), ("f.method", "Weakest"), ("f.minCoverage", "0"));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain("mål får annan status");
        page.Text.ShouldContain("med ”Sträng” i stället för ”Gemensam princip”");
        page.Text.ShouldContain("Ändras inte.");
        page.Text.ShouldContain("Siffrorna är desamma, men vägs samman på ett annat sätt");
        person.Value("f.name").ShouldBe("Sträng");
        person.Value("f.method").ShouldBe("Weakest");
        (await server.ReadAsync(house.DatabaseName, "select count(*) from principles")).ShouldBe(before);

        await person.SubmitAsync(New, ("f.name", "Sträng"));
        person.Next.ShouldNotBeNull();
        (await RuleAsync("Sträng")).ShouldContain("\"method\": \"weakest\"");
    }

    [Fact]
    public async Task The_principle_in_force_tried_against_itself_changes_nothing()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync($"{New}?av={await InForceAsync()}");
        var page = await person.SubmitAsync($"{New}/prova", ("f.name", "Samma"));
        page.Text.ShouldContain("Inget mål får annan status");
        page.Text.ShouldContain("får inga mål och mätområden och inga siffror och aktiviteter annan status");
    }

    [Theory]
    [InlineData("greenAt", "0,4", "Gränsen för grönt får inte vara lägre än 0,5")]
    [InlineData("yellowAt", "0,6", "Gränsen för gult får inte vara högre än 0,5")]
    [InlineData("tolerance", "101", "Procenttalet ska ligga mellan 0 och 100")]
    [InlineData("minCoverage", "-1", "Procenttalet ska ligga mellan 0 och 100")]
    [InlineData("carry", "-1", "Talet får inte vara mindre än noll")]
    [InlineData("carry", "många", "som ett tal")]
    [InlineData("activityGrace", "1201", "Talet är för stort")]
    [InlineData("activityGrace", "99999999999999999999", "som ett heltal")]
    [InlineData("k", "0", "Talet ska vara större än noll")]
    [InlineData("lens2", "Target", "Samma sätt att bedöma står två gånger")]
    [InlineData("lens3", "Trend", "Värdet saknas", "lens2")]
    [InlineData("lens1", "Magkänsla", "Välj ”Så bedöms en siffra” i listan")]
    [InlineData("from", "i fjol", "Perioden ska skrivas")]
    [InlineData("name", "", "Fyll i ”Namn”")]
    [InlineData("name", "gemensam princip", "Namnet används redan")]
    [InlineData("best", "1e400", "Skriv ”Uppfylld bland de bästa, procent” som ett tal")]
    public async Task What_the_engine_cannot_take_is_refused_at_its_field_and_kept_in_the_form(
        string field,
        string value,
        string sentence,
        string? at = null
    )
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        foreach (var address in (string[])[New, $"{New}/prova"])
        {
            await person.OpenAsync($"{New}?av={await InForceAsync()}");
            var page = await person.SubmitAsync(address, ("f.name", "Fel"), ($"f.{field}", value));
            page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
            page.Text.ShouldContain(sentence);
            page.Html.ShouldContain($"href=\"#f-{at ?? field}\"");
        }

        (await server.ReadAsync(house.DatabaseName, "select name from principles where name = 'Fel'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_level_rule_without_a_method_is_not_lost_in_silence()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync($"{New}?av={await InForceAsync()}");
        var field = Regex.Match(person.Page.Html, """name="f\.(greenAt-[0-9a-f]+)""").Groups[1].Value;
        var page = await person.SubmitAsync(New, ("f.name", "Halv"), ($"f.{field}", "0,7"));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Html.ShouldContain($"href=\"#f-{field.Replace("greenAt", "method")}\"");
    }

    [Fact]
    public async Task Two_who_change_the_same_principle_lose_nothing()
    {
        using var one = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        using var other = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var name = await CopyAsync(one, "Två ändrar");
        var address =
            $"/vaggeryd/arbeta/princip/{(await server.ReadAsync(house.DatabaseName, $"select id from principles where name = '{name}'")).Single()}";
        await one.OpenAsync(address);
        await other.OpenAsync(address);
        await one.SubmitAsync(address, ("f.tolerance", "70"));
        one.Next.ShouldNotBeNull();
        var page = await other.SubmitAsync(address, ("f.tolerance", "60"));
        page.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        page.Text.ShouldContain("70");
        page.Text.ShouldContain("60");
        (await RuleAsync(name)).ShouldContain("\"tolerance\": 0.7");
    }

    [Fact]
    public async Task Hostile_words_are_words()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var name = await CopyAsync(person, "<script>alert(1)</script>", ("f.words", "<img src=x onerror=alert(1)>\n\nAndra stycket."));
        name.ShouldContain("<script>");
        var page = await person.OpenAsync("/vaggeryd/principer");
        page.Text.ShouldContain("<script>alert(1)</script>");
        page.Html.ShouldNotContain("<script>alert");
        page.Html.ShouldNotContain("<img src=x");
    }

    [Fact]
    public async Task An_own_principle_can_be_chosen_for_a_structure()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var name = await CopyAsync(person, "Att välja");
        var page = await person.OpenAsync("/vaggeryd/arbeta/malstruktur/ny");
        page.Html.ShouldContain($">{name}</option>");
    }

    [Theory]
    [InlineData("Revisor")]
    [InlineData("Sakkunnig")]
    [InlineData("Nämndsekreterare")]
    public async Task Others_may_read_but_not_change(string role)
    {
        using var person = await Person.SignInAsync(house, role);
        (await person.OpenAsync(New)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await person.OpenAsync("/vaggeryd/principer")).Text.ShouldNotContain("Kopiera och ändra");
    }

    private async Task<string> CopyAsync(Person person, string name, params (string, string?)[] more)
    {
        await person.OpenAsync($"{New}?av={await InForceAsync()}");
        await person.SubmitAsync(New, [("f.name", name), .. more]);
        person.Next.ShouldNotBeNull(person.Page.Text);
        return name;
    }

    private async Task<string> InForceAsync() =>
        (await server.ReadAsync(house.DatabaseName, "select id from principles where key = 'gemensam'")).Single();

    private async Task<string> RuleAsync(string name) =>
        (await server.ReadAsync(house.DatabaseName, $"select rule::text from principles where name = '{name}'")).Single();
}
