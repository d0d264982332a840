using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>Figures that are typed in the grid.</summary>
public sealed class FigureEntryTests(House house, Server server) : IClassFixture<House>
{
    private const string Grid = "/vaggeryd/siffror?indikator=BISTAND";

    [Fact]
    public async Task What_is_typed_as_people_type_is_recorded_and_logged()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync(Grid);
        var (total, women) = (Box(person, "2023", "Total"), Box(person, "2023", "Women"));
        (await person.SubmitAsync(Grid, (total, "1\u00a0234,5"), (women, "\u22122 %"))).StatusCode.ShouldBe(HttpStatusCode.Found);
        (await person.FollowAsync()).Text.ShouldContain("2 siffror är sparade.");
        (await LatestAsync("2023", "Total")).ShouldBe("1234.5");
        (await LatestAsync("2023", "Women")).ShouldBe("-2");
        var log = await person.OpenAsync("/vaggeryd/andringar?slag=siffror");
        log.Text.ShouldContain("ändrade 2 siffror för Invånare med ekonomiskt bistånd");
    }

    [Fact]
    public async Task Blank_stays_blank_and_zero_is_zero()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync(Grid);
        await person.SubmitAsync(Grid, (Box(person, "2024", "Total"), "0"), (Box(person, "2024", "Women"), "  "));
        (await LatestAsync("2024", "Total")).ShouldBe("0");
        (await CountAsync("2024", "Women")).ShouldBe("0");
    }

    [Fact]
    public async Task A_missing_figure_asks_for_its_reason_and_keeps_what_was_typed()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync("/vaggeryd/siffror?indikator=BROTT");
        var box = Box(person, "2023", "Total");
        var page = await person.SubmitAsync("/vaggeryd/siffror?indikator=BROTT", (box, ".."), (Box(person, "2022", "Women"), "tolv"));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Välj skälet till att siffran saknas.");
        page.Text.ShouldContain("Skriv ett tal, till exempel 12,5");
        person.Value(box).ShouldBe("..");
        person.Value(Box(person, "2022", "Women")).ShouldBe("tolv");
        var reason = "skal" + box[1..].Replace(".Total", "", StringComparison.Ordinal);
        await person.SubmitAsync(
            "/vaggeryd/siffror?indikator=BROTT",
            (box, ".."),
            (Box(person, "2022", "Women"), ""),
            (reason, "Delayed"),
            (reason.Replace("skal", "vantas", StringComparison.Ordinal), "2027-01-31")
        );
        person.Next.ShouldNotBeNull();
        (
            await server.ReadAsync(
                house.DatabaseName,
                "select missing || ' ' || expected_on from observations o join indicators i on i.id = o.indicator_id where i.code = 'BROTT' and period = '2023'"
            )
        ).ShouldBe(["Delayed 2027-01-31"]);
    }

    [Fact]
    public async Task Someone_elses_figure_is_shown_and_not_overwritten_unseen()
    {
        using var first = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        using var second = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await first.OpenAsync("/vaggeryd/siffror?period=2021");
        await second.OpenAsync("/vaggeryd/siffror?period=2021");
        var box = first.NameOf("v.");
        await first.SubmitAsync("/vaggeryd/siffror?period=2021", (box, "11"));
        first.Next.ShouldNotBeNull(first.Page.Text);
        var page = await second.SubmitAsync("/vaggeryd/siffror?period=2021", (box, "12"));
        page.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        page.Text.ShouldContain("Nu står det 11.");
        second.Value(box).ShouldBe("12");
        await second.SubmitAsync("/vaggeryd/siffror?period=2021", (box, "12"));
        second.Next.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_figure_lands_in_the_year_it_was_typed_for_whatever_has_come_meanwhile()
    {
        const string Address = "/vaggeryd/siffror?indikator=EX-ENSAM";
        using var first = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        using var second = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await first.OpenAsync(Address);
        await second.OpenAsync(Address);
        var newest = first.NameOf("v.");
        var before = second
            .Page.Html.Split("name=\"v.")
            .Select(p => $"v.{p.Split('"')[0]}")
            .Where(n => n.EndsWith(".Total", StringComparison.Ordinal))
            .ElementAt(1);
        await second.SubmitAsync(Address, (newest, "31"));
        await first.SubmitAsync(Address, (before, "32"));
        first.Next.ShouldNotBeNull(first.Page.Text);
        var periods = await server.ReadAsync(
            house.DatabaseName,
            "select period || ' ' || value from observations where indicator_id = (select id from indicators where code = 'EX-ENSAM') and value in (31, 32) order by value"
        );
        periods.ShouldBe([$"{newest.Split('.')[2]} 31", $"{before.Split('.')[2]} 32"]);
    }

    [Fact]
    public async Task A_corrected_value_still_rests_on_as_many_answers()
    {
        await server.ChangeRowsAsync(
            house.DatabaseName,
            """

            insert into observations (organisation_id, id, indicator_id, period, breakdown, value, recorded_on, answers, is_preliminary, recorded_by, is_example)
            select organisation_id, gen_random_uuid(), id, '2012', 'Total', 62.5, '2013-01-01', 3, true, 'enkät', false from indicators where code = 'EX-MORKER'
            """
        );
        const string Address = "/vaggeryd/siffror?period=2012";
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync(Address);
        var box = person.Page.Html.Split("value=\"62.5\"")[1].Split("name=\"")[1].Split('"')[0];
        await person.SubmitAsync(Address, (box, "62,6"));
        person.Next.ShouldNotBeNull(person.Page.Text);
        (await server.ReadAsync(house.DatabaseName, "select answers from observations where period = '2012' and value = 62.6")).ShouldBe([
            "3",
        ]);
    }

    [Fact]
    public async Task An_expert_records_for_the_own_units_only()
    {
        using var person = await Person.SignInAsync(house, "Sakkunnig");
        var own = await person.OpenAsync("/vaggeryd/siffror");
        own.StatusCode.ShouldBe(HttpStatusCode.OK);
        var codes = await server.ReadAsync(house.DatabaseName, "select code from indicators");
        var statuses = new HashSet<HttpStatusCode>();
        foreach (var code in codes)
        {
            statuses.Add((await person.OpenAsync($"/vaggeryd/siffror?indikator={Uri.EscapeDataString(code)}")).StatusCode);
        }

        statuses.ShouldBe([HttpStatusCode.OK, HttpStatusCode.Forbidden], ignoreOrder: true);
    }

    /// <summary>The name of a period's box in the grid of one indicator.</summary>
    private static string Box(Person person, string period, string breakdown)
    {
        var row = person.Page.Html.Split($"<th scope=\"row\">{period}<")[1];
        return row.Split("name=\"v.")[1].Split('"')[0].Replace("Total", breakdown, StringComparison.Ordinal) is var rest ? $"v.{rest}" : "";
    }

    private async Task<string> LatestAsync(string period, string breakdown) =>
        (await server.ReadAsync(house.DatabaseName, $"select value {Where(period, breakdown)} order by sequence desc limit 1")).Single();

    private async Task<string> CountAsync(string period, string breakdown) =>
        (await server.ReadAsync(house.DatabaseName, $"select count(*) {Where(period, breakdown)}")).Single();

    private static string Where(string period, string breakdown) =>
        $"from observations where indicator_id = (select id from indicators where code = 'BISTAND') and period = '{period}' and breakdown = '{breakdown}'";
}
