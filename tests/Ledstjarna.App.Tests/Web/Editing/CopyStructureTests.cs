using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web.Editing;

/// <summary>A structure copied to a new one, with every link kept.</summary>
public sealed class CopyStructureTests(House house, Server server) : IClassFixture<House>
{
    [Fact]
    public async Task Everything_follows_with_ids_of_its_own_and_the_same_numbers()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var old = await NewestAsync();
        var end = (await server.ReadAsync(house.DatabaseName, $"select validity_to from goal_structures where id = '{old}'")).Single();
        var address = $"/vaggeryd/arbeta/trad/{old}/kopiera";
        await person.OpenAsync($"/vaggeryd/arbeta/trad/{old}");
        person.Page.Links.ShouldContain(address);
        (await person.OpenAsync($"/vaggeryd/arbeta/malstruktur/{old}")).Links.ShouldContain(address);
        await person.OpenAsync(address);
        var from = person.Value("f.from");
        if (end.Length > 0)
        {
            from.ShouldBe(
                (await ReadAsync($"select to_char(validity_to + 1, 'YYYY-MM-DD') from goal_structures where id = '{old}'")).Single()
            );
        }

        var changes = await CountAsync("select count(*) from changes");
        var targets = await CountAsync("select count(*) from targets");
        await person.SubmitAsync(address, ("f.name", "Nästa <b>struktur</b>"));
        person.Next.ShouldNotBeNull(person.Page.Text);
        var made = await NewestAsync();
        made.ShouldNotBe(old);
        person.Next.ShouldBe($"/vaggeryd/arbeta/trad/{made}?kopierad=ja");
        var page = await person.FollowAsync();
        page.Text.ShouldContain("Nästa <b>struktur</b> är skapad.");

        var alive = $"(validity_to is null or validity_to >= '{from}')";
        (await ReadAsync($"select number from goals where structure_id = '{made}' order by number")).ShouldBe(
            await ReadAsync($"select number from goals where structure_id = '{old}' and {alive} order by number")
        );
        (
            await CountAsync(
                $"select count(*) from goals g join goals p on p.id = g.parent_id where g.structure_id = '{made}' and p.structure_id <> g.structure_id"
            )
        ).ShouldBe("0");
        foreach (
            var table in (string[])
                ["clarifications", "contributions", "strategies", "goal_sources", "global_goal_links", "convention_effects", "mappings"]
        )
        {
            var copied = await CountAsync($"select count(*) from {table} {Of(made)}");
            copied.ShouldBe(await CountAsync($"select count(*) from {table} {Of(old)}"), table);
        }

        (
            await ReadAsync(
                $"select number || ' ' || coalesce(indicator_id, activity_id) from measures join goals on id = goal_id where structure_id = '{made}' order by 1"
            )
        ).ShouldBe(
            await ReadAsync(
                $"select number || ' ' || coalesce(indicator_id, activity_id) from measures join goals on id = goal_id where structure_id = '{old}' and (last_day is null or last_day >= '{from}') order by 1"
            )
        );
        (await CountAsync($"select count(*) from measures {Of(made)}")).ShouldNotBe("0");
        (
            await CountAsync(
                $"select count(*) from contributions {Of(made)} and council_goal_id not in (select id from goals where structure_id = '{made}')"
            )
        ).ShouldBe("0");
        (await CountAsync("select count(*) from targets")).ShouldBe(targets);
        (await CountAsync($"select validity_to is null from goal_structures where id = '{old}'")).ShouldBe("False");
        (await ReadAsync($"select thing_name from changes where number > {changes} and kind = 'Created'")).ShouldBe([
            "Nästa <b>struktur</b>",
        ]);

        // The same form sent again would be valid on the same days: refused, and nothing is left half done.
        var goals = await CountAsync("select count(*) from goals");
        await person.OpenAsync(address);
        var again = await person.SubmitAsync(address, ("f.name", "En till"), ("f.from", from));
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("Två målstrukturer får inte gälla samma dag");
        (await CountAsync("select count(*) from goals")).ShouldBe(goals);

        // The copy can be copied, without what is not wanted; it has no end, and gets one.
        await person.OpenAsync($"/vaggeryd/arbeta/trad/{made}/kopiera");
        person.Page.Text.ShouldContain("har inget slutdatum. Det sätts till dagen före");
        string[] parts =
        [
            "clarifications",
            "expectedOutcomes",
            "sources",
            "strategies",
            "measures",
            "contributions",
            "mappings",
            "documents",
        ];
        await person.SubmitAsync(
            $"/vaggeryd/arbeta/trad/{made}/kopiera",
            [("f.name", "Bara målen"), ("f.from", "2041-01-01"), .. parts.Select(p => ("f." + p, (string?)null))]
        );
        person.Next.ShouldNotBeNull(person.Page.Text);
        var bare = await NewestAsync();
        (await CountAsync($"select to_char(validity_to, 'YYYY-MM-DD') from goal_structures where id = '{made}'")).ShouldBe("2040-12-31");
        (await CountAsync($"select count(*) from goals where structure_id = '{bare}'")).ShouldNotBe("0");
        foreach (
            var table in (string[])
                [
                    "clarifications",
                    "expected_outcomes",
                    "contributions",
                    "strategies",
                    "goal_sources",
                    "global_goal_links",
                    "measures",
                    "mappings",
                ]
        )
        {
            (await CountAsync($"select count(*) from {table} {Of(bare)}")).ShouldBe("0", table);
        }
    }

    [Theory]
    [InlineData("name", "", "Fyll i ”Den nya strukturens namn”")]
    [InlineData("from", "", "Fyll i ”Gäller från och med”")]
    [InlineData("from", "i morgon", "som år, månad och dag")]
    [InlineData("from", "1800-01-01", "Två målstrukturer får inte gälla samma dag")]
    [InlineData("from", "0001-01-01", "")]
    [InlineData("decision", "hej", "Välj ”Beslut” i listan")]
    public async Task Wrong_input_is_said_and_nothing_is_copied(string field, string value, string sentence)
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var address =
            $"/vaggeryd/arbeta/trad/{(await ReadAsync("select id from goal_structures order by validity_from limit 1")).Single()}/kopiera";
        var before = await CountAsync("select count(*) from goal_structures");
        await person.OpenAsync(address);
        var page = await person.SubmitAsync(address, ("f.name", "Ny"), ("f.from", "1801-01-01"), ($"f.{field}", value));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain(sentence);
        (await CountAsync("select count(*) from goal_structures")).ShouldBe(before);
    }

    [Fact]
    public async Task A_name_too_long_is_refused()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        var address = $"/vaggeryd/arbeta/trad/{await NewestAsync()}/kopiera";
        await person.OpenAsync(address);
        (await person.SubmitAsync(address, ("f.name", new string('x', 100_000)))).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
    }

    private static string Of(string structure) => $"where goal_id in (select id from goals where structure_id = '{structure}')";

    private async Task<string> NewestAsync() =>
        (await ReadAsync("select id from goal_structures order by validity_from desc limit 1")).Single();

    private async Task<string> CountAsync(string sql) => (await ReadAsync(sql)).Single();

    private Task<List<string>> ReadAsync(string sql) => server.ReadAsync(house.DatabaseName, sql);
}
