using System.Net;
using System.Text.RegularExpressions;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web.Editing;

/// <summary>The goal tree as a page to work in.</summary>
public sealed class OrderGoalsTests(House house, Server server) : IClassFixture<House>
{
    [Fact]
    public async Task The_whole_structure_is_there_with_buttons_named_for_their_goals()
    {
        using var person = await StrategistAsync();
        var tree = await TreeAsync();
        var page = await person.OpenAsync(tree);
        page.Heading.ShouldBe("Ordna målen");
        page.Text.ShouldContain("Kommunfullmäktiges mål");
        page.Text.ShouldContain("Upp 2. ");
        page.Text.ShouldContain("vikt 1");
        var goals = await server.ReadAsync(house.DatabaseName, $"select id from goals where structure_id = '{tree.Split('/')[^1]}'");
        Regex.Count(page.Html, "class=\"order-row\"").ShouldBe(goals.Count);
        page.Html.ShouldNotContain("style=");
        (await person.OpenAsync("/vaggeryd/arbeta")).Links.ShouldContain("/vaggeryd/arbeta/trad");
        await person.OpenAsync("/vaggeryd/arbeta/trad");
        person.Page.StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task A_goal_moves_past_its_sibling_once_however_often_it_is_sent()
    {
        using var person = await StrategistAsync();
        var tree = await TreeAsync();
        var (first, second, third) = await ThreeAsync("3");
        await person.OpenAsync(tree);
        await person.SubmitAsync(tree, ("flytt", $"{second.Id}.fore.{first.Id}"));
        person.Next.ShouldBe($"{tree}?flyttat={second.Id}#m-{second.Id}");
        (await OrderAsync("3")).Take(3).ShouldBe([second.Id, first.Id, third.Id]);
        var changes = await ChangesAsync();
        (await person.FollowAsync()).Text.ShouldContain($"{second.Number}. ");
        person.Page.Text.ShouldContain("är flyttat.");

        await person.OpenAsync(tree);
        await person.SubmitAsync(tree, ("flytt", $"{second.Id}.fore.{first.Id}"));
        (await OrderAsync("3")).Take(3).ShouldBe([second.Id, first.Id, third.Id]);
        (await ChangesAsync()).ShouldBe(changes);

        await person.OpenAsync(tree);
        await person.SubmitAsync(tree, ("flytt", $"{second.Id}.efter.{first.Id}"));
        (await OrderAsync("3")).Take(3).ShouldBe([first.Id, second.Id, third.Id]);
        (await server.ReadAsync(house.DatabaseName, "select why from changes order by number desc limit 2")).ShouldContain(w =>
            w.EndsWith("flyttades")
        );
    }

    [Fact]
    public async Task Many_moves_at_once_lose_no_goal_and_no_place()
    {
        using var person = await StrategistAsync();
        var tree = await TreeAsync();
        var before = await OrderAsync("1");
        await person.OpenAsync(tree);
        var fields = person.Value("__RequestVerificationToken");
        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    person.PostAsync(
                        tree,
                        [
                            new("__RequestVerificationToken", fields),
                            new("flytt", $"{before[i % before.Count]}.{(i % 2 == 0 ? "fore" : "efter")}.{before[(i + 1) % before.Count]}"),
                        ]
                    )
                )
        );
        var after = await OrderAsync("1");
        after.Order().ShouldBe(before.Order());
        var orders = await server.ReadAsync(
            house.DatabaseName,
            $"select \"order\" from goals where id in ({string.Join(',', before.Select(b => $"'{b}'"))})"
        );
        orders.Distinct().Count().ShouldBe(before.Count);
    }

    [Fact]
    public async Task A_goal_moves_under_another_with_all_that_is_below_and_back()
    {
        using var person = await StrategistAsync();
        var tree = await TreeAsync();
        var (goal, from) = (await IdAsync("4.1"), await IdAsync("4"));
        var to = await IdAsync("2");
        await server.ChangeRowsAsync(
            house.DatabaseName,
            "update follow_ups set decision_id = (select id from decisions order by id limit 1), structure_id = (select id from goal_structures order by validity_from desc limit 1) where cut_off = (select max(cut_off) from follow_ups)"
        );
        await person.OpenAsync($"{tree}/flytta/{goal}");
        person.Page.Text.ShouldContain("Målet har ingått i en beslutad uppföljning");
        await person.SubmitAsync($"{tree}/flytta/{goal}", ("f.parent", to), ("f.why", "Hör hemma där"));
        person.Next.ShouldNotBeNull(person.Page.Text);
        (await OrderAsync("2")).Last().ShouldBe(goal);
        (await server.ReadAsync(house.DatabaseName, "select why from changes order by number desc limit 1")).ShouldBe(["Hör hemma där"]);

        // Sent again, it stands there already; sent by one who saw it where it was, to somewhere else, it is refused.
        await person.OpenAsync($"{tree}/flytta/{goal}");
        await person.SubmitAsync($"{tree}/flytta/{goal}", ("fran", from), ("f.parent", to));
        person.Next.ShouldNotBeNull();
        await person.OpenAsync($"{tree}/flytta/{goal}");
        var page = await person.SubmitAsync($"{tree}/flytta/{goal}", ("fran", from), ("f.parent", await IdAsync("1")));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Någon annan har ändrat det");

        await person.OpenAsync($"{tree}/flytta/{goal}");
        await person.SubmitAsync($"{tree}/flytta/{goal}", ("f.parent", from));
        (await OrderAsync("4")).ShouldContain(goal);
    }

    [Fact]
    public async Task A_goal_cannot_stand_under_itself_or_too_deep_or_under_another_kind()
    {
        using var person = await StrategistAsync();
        var tree = await TreeAsync();
        var goal = await IdAsync("4");
        foreach (
            var parent in (string[])
                [goal, await IdAsync("4.1"), await IdAsync("1"), await IdAsync("SN1"), Guid.NewGuid().ToString(), "x' or 1=1", ""]
        )
        {
            await person.OpenAsync($"{tree}/flytta/{goal}");
            var page = await person.SubmitAsync($"{tree}/flytta/{goal}", ("f.parent", parent));
            page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, parent);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("hej")]
    [InlineData("1.fore.2")]
    [InlineData("fore.fore.fore")]
    public async Task What_no_button_says_moves_nothing(string sent)
    {
        using var person = await StrategistAsync();
        var tree = await TreeAsync();
        var changes = await ChangesAsync();
        await person.OpenAsync(tree);
        await person.SubmitAsync(tree, ("flytt", sent));
        person.Page.StatusCode.ShouldBe(HttpStatusCode.Conflict);
        (await ChangesAsync()).ShouldBe(changes);
    }

    [Fact]
    public async Task A_goal_that_is_gone_or_no_sibling_is_said_in_a_sentence()
    {
        using var person = await StrategistAsync();
        var tree = await TreeAsync();
        var goal = await IdAsync("4");
        await person.OpenAsync(tree);
        (await person.SubmitAsync(tree, ("flytt", $"{Guid.NewGuid()}.fore.{goal}"))).Text.ShouldContain("Målet finns inte");
        await person.OpenAsync(tree);
        (await person.SubmitAsync(tree, ("flytt", $"{goal}.fore.{await IdAsync("1.1")}"))).Text.ShouldContain("Någon annan har ändrat det");
        (await person.OpenAsync($"{tree}/flytta/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Only_those_with_the_right_come_in_and_only_to_what_is_there()
    {
        var tree = await TreeAsync();
        foreach (var role in (string[])["Revisor", "Nämndsekreterare", "Sakkunnig"])
        {
            using var person = await Person.SignInAsync(house, role);
            foreach (var address in (string[])[tree, $"{tree}/kopiera", $"{tree}/flytta/{await IdAsync("4")}", "/vaggeryd/arbeta/trad"])
            {
                (await person.OpenAsync(address)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            }
        }

        using var strategist = await StrategistAsync();
        (await strategist.OpenAsync($"/vaggeryd/arbeta/trad/{Guid.NewGuid()}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await strategist.OpenAsync("/vaggeryd/arbeta/trad/hej/kopiera")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var visitor = house.Client();
        (await visitor.GetAsync(tree)).Headers.Location!.ToString().ShouldStartWith("/vaggeryd/logga-in");
        var post = await visitor.PostAsync(tree, new FormUrlEncodedContent([new("flytt", "x")]));
        post.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private Task<Person> StrategistAsync() => Person.SignInAsync(house, "Verksamhetsutvecklare");

    private async Task<string> TreeAsync() =>
        $"/vaggeryd/arbeta/trad/{(await server.ReadAsync(house.DatabaseName, "select id from goal_structures order by validity_from desc limit 1")).Single()}";

    private async Task<string> IdAsync(string number) =>
        (
            await server.ReadAsync(
                house.DatabaseName,
                $"select g.id from goals g join goal_structures s on s.id = g.structure_id where g.number = '{number}' order by s.validity_from desc limit 1"
            )
        ).Single();

    /// <summary>The ids under a goal, in their order.</summary>
    private async Task<List<string>> OrderAsync(string number) =>
        await server.ReadAsync(
            house.DatabaseName,
            $"select id from goals where parent_id = '{await IdAsync(number)}' order by \"order\", id"
        );

    private async Task<((string Id, string Number), (string Id, string Number), (string Id, string Number))> ThreeAsync(string parent)
    {
        var rows = await server.ReadAsync(
            house.DatabaseName,
            $"select id || '|' || number from goals where parent_id = '{await IdAsync(parent)}' order by \"order\", id limit 3"
        );
        var all = rows.Select(r => r.Split('|')).Select(r => (r[0], r[1])).ToList();
        return (all[0], all[1], all[2]);
    }

    private async Task<string> ChangesAsync() => (await server.ReadAsync(house.DatabaseName, "select count(*) from changes")).Single();
}
