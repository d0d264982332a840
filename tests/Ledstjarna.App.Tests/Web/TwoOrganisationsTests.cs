using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Tests.Web;

/// <summary>One installation, two municipalities: no one in one of them reads, changes or points at anything of the other's.</summary>
public sealed class TwoOrganisationsTests(TwoOrganisations house, Server server) : IClassFixture<TwoOrganisations>
{
    private const string Own = "vaggeryd";
    private const string Other = TwoOrganisations.Slug;

    /// <summary>What anyone is answered at the other's address, and why that is right.</summary>
    private static readonly Dictionary<string, string> AnsweredToAnyone = new(StringComparer.Ordinal)
    {
        ["GET /{kommun}/logga-in"] = "the way in: it holds the municipality's name and nothing else",
        ["POST /{kommun}/logga-in"] = "the way in",
        ["POST /{kommun}/logga-ut"] = "ends one's own session, wherever that is",
        ["POST /{kommun}/forhandsgranska"] = "shows what was sent, reads nothing",
    };

    /// <summary>Ends the session: asked last.</summary>
    private const string Leaving = "POST /{kommun}/logga-ut";

    [Theory]
    [InlineData(null)]
    [InlineData("Verksamhetsutvecklare")]
    public async Task Every_address_of_the_other_is_closed(string? role)
    {
        var before = await ContentAsync(house.Second);
        using var person = await EnterAsync(role);
        var token = await person.TokenAsync($"/{Own}/{(role is null ? "logga-in" : "mitt-konto")}");
        var record = await house.RecordAsync(house.Second);
        var asks = EveryAddress
            .Within(house, (name, given) => OfTheOther(record, name, given, Other))
            .OrderBy(a => a.Name == Leaving)
            .ToList();
        asks.Count.ShouldBeGreaterThan(150);
        asks.Select(a => a.Method).Distinct().ShouldBe(["GET", "POST"], ignoreOrder: true);
        var wrong = new List<string>();
        foreach (var ask in asks)
        {
            using var response = ask.Method == "GET" ? await person.GetAsync(ask.Path) : await person.PostAsync(ask.Path, [token]);
            var text = await response.Content.ReadAsStringAsync();
            var location = response.Headers.Location?.OriginalString ?? "";
            var isClosed =
                response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound
                || (response.StatusCode == HttpStatusCode.Redirect && location.StartsWith($"/{Other}/logga-in", StringComparison.Ordinal));
            if ((!isClosed && !AnsweredToAnyone.ContainsKey(ask.Name)) || Says(text + location.Split('?')[0]))
            {
                wrong.Add($"{ask.Method} {ask.Path}: {(int)response.StatusCode} {location}");
            }
        }

        wrong.ShouldBeEmpty();
        (await ContentAsync(house.Second)).ShouldBe(before);
    }

    [Theory]
    [InlineData("Administratör", "/personer/", 2)]
    [InlineData("Verksamhetsutvecklare", "", 90)]
    public async Task What_is_the_others_is_not_found_at_ones_own_addresses(string role, string among, int atLeast)
    {
        var before = await ContentAsync(house.Second);
        using var person = await EnterAsync(role);
        var token = await person.TokenAsync($"/{Own}/mitt-konto");
        var record = await house.RecordAsync(house.Second);
        var ids = await IdsAsync();
        var asks = EveryAddress
            .Within(house, (name, given) => OfTheOther(record, name, given, Own))
            .Where(a => a.Name != Leaving)
            .Where(a => a.Path.Contains(among, StringComparison.Ordinal) && a.Path.Split('/').Any(ids.Contains))
            .ToList();
        asks.Count.ShouldBeGreaterThanOrEqualTo(atLeast);
        var wrong = new List<string>();
        foreach (var ask in asks)
        {
            using var response = ask.Method == "GET" ? await person.GetAsync(ask.Path) : await person.PostAsync(ask.Path, [token]);
            var text = await response.Content.ReadAsStringAsync();
            var isNotThere =
                response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound
                || (ask.Pattern.EndsWith("/ta-bort", StringComparison.Ordinal) && response.StatusCode == HttpStatusCode.Redirect)
                || (ask.Pattern.EndsWith("/angra", StringComparison.Ordinal) && response.StatusCode == HttpStatusCode.Conflict);
            if (!isNotThere || Says(text))
            {
                wrong.Add($"{ask.Method} {ask.Path}: {(int)response.StatusCode} {response.Headers.Location?.OriginalString}");
            }
        }

        wrong.ShouldBeEmpty();
        (await ContentAsync(house.Second)).ShouldBe(before);
    }

    [Fact]
    public async Task Nothing_of_ones_own_can_be_made_to_point_at_the_others()
    {
        var before = (await ContentAsync(house.Second), await ContentAsync(house.First));
        using var person = await EnterAsync("Verksamhetsutvecklare");
        var (own, other) = (await house.RecordAsync(house.First), await house.RecordAsync(house.Second));
        var tried = new List<string>();
        foreach (var editor in house.Editors.All)
        {
            if (editor.All(own).FirstOrDefault(t => editor.LockedBecause(own, t.Id) is null) is not { } thing)
            {
                continue;
            }

            foreach (var (field, id) in Pointers(editor, other, editor.All(other).FirstOrDefault()?.Values ?? new FormValues()))
            {
                await person.OpenAsync($"/{Own}/arbeta/{editor.Key}/{Uri.EscapeDataString(thing.Id)}");
                await person.SubmitAsync($"/{Own}/arbeta/{editor.Key}/{Uri.EscapeDataString(thing.Id)}", ($"f.{field}", id));
                Refused($"{editor.Key}.{field}");
                if (!editor.CanAdd)
                {
                    continue;
                }

                await person.OpenAsync($"/{Own}/arbeta/{editor.Key}/ny?{field}={id}");
                Says(person.Page.Html).ShouldBeFalse(editor.Key);
                await person.SubmitAsync($"/{Own}/arbeta/{editor.Key}/ny", ($"f.{field}", id));
                Refused($"{editor.Key}.{field}");
            }
        }

        tried.Distinct().Count().ShouldBeGreaterThan(20);
        (await ContentAsync(house.Second), await ContentAsync(house.First)).ShouldBe(before);

        void Refused(string what)
        {
            tried.Add(what);
            person.Page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, what);
            Says(person.Page.Html).ShouldBeFalse(what);
        }
    }

    [Fact]
    public async Task The_pages_that_are_no_forms_of_things_take_nothing_of_the_others_either()
    {
        var before = (await ContentAsync(house.Second), await ContentAsync(house.First));
        using var strategist = await EnterAsync("Verksamhetsutvecklare");
        using var administrator = await EnterAsync("Administratör");
        var (own, other) = (await house.RecordAsync(house.First), await house.RecordAsync(house.Second));
        var (goal, foreign) = (own.Goals.First(g => g.ParentId is not null), other.Goals.First(g => g.ParentId is not null));
        var tree = $"/{Own}/arbeta/trad/{goal.StructureId.Value}";

        await strategist.OpenAsync(tree);
        foreach (var move in (string[])[$"{goal.Id.Value}.efter.{foreign.Id.Value}", $"{foreign.Id.Value}.efter.{goal.Id.Value}"])
        {
            await SendAsync(strategist, tree, ("flytt", move));
        }

        await strategist.OpenAsync($"{tree}/flytta/{goal.Id.Value}");
        await SendAsync(
            strategist,
            $"{tree}/flytta/{goal.Id.Value}",
            ("f.parent", $"{foreign.Id.Value}"),
            ("fran", $"{goal.ParentId!.Value.Value}")
        );
        await SendAsync(
            strategist,
            $"{tree}/flytta/{goal.Id.Value}",
            ("f.decision", $"{other.Decisions[0].Id.Value}"),
            ("f.parent", "topp")
        );
        await strategist.OpenAsync($"{tree}/kopiera");
        await SendAsync(strategist, $"{tree}/kopiera", ("f.decision", $"{other.Decisions[0].Id.Value}"), ("f.name", "Kopia"));

        await strategist.OpenAsync($"/{Own}/malark?exempel=ja");
        await SendAsync(strategist, $"/{Own}/malark", ("f.principle", $"{other.Principles[0].Id.Value}"), ("klart", "ja"));
        await SendAsync(strategist, $"/{Own}/malark", ("f.decision", $"{other.Decisions[0].Id.Value}"), ("klart", "ja"));

        var token = await strategist.TokenAsync($"/{Own}/siffror");
        foreach (var figures in (string[])[$"indikator={TwoOrganisations.Mark}", $"enhet={TwoOrganisations.Mark[..5]}"])
        {
            await strategist.SendAsync($"/{Own}/siffror?{figures}", [token, new($"v.{other.Indicators[0].Id.Value:N}.2022.Total", "1")]);
            (strategist.Page.StatusCode, Says(strategist.Page.Html)).ShouldBe((HttpStatusCode.NotFound, false));
        }

        await administrator.OpenAsync($"/{Own}/personer/ny");
        await administrator.SubmitAsync(
            $"/{Own}/personer/ny",
            ("f.name", "Någon"),
            ("f.email", "nagon@exempel.se"),
            ("f.grants", $"Expert/{other.Units[0].Id.Value}")
        );
        administrator.Page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await ContentAsync(house.Second), await ContentAsync(house.First)).ShouldBe(before);

        static async Task SendAsync(Person person, string address, params (string Name, string? Value)[] filledIn)
        {
            await person.SubmitAsync(address, filledIn);
            ((int)person.Page.StatusCode).ShouldBeInRange(400, 499, $"{address} {filledIn[0].Name}");
            Says(person.Page.Html).ShouldBeFalse(address);
        }
    }

    [Fact]
    public async Task A_file_on_its_way_in_is_seen_by_the_one_who_sent_it_and_no_one_else()
    {
        var file = $"/{Other}/siffror/fil";
        await house.Administrator.OpenAsync(file);
        await house.Administrator.SubmitAsync(file, ("text", $"kod\tperiod\tvärde\n{TwoOrganisations.Mark}\t2024\t7"));
        var id = house.Administrator.Next.ShouldNotBeNull(house.Administrator.Page.Text).Split('/')[^1];
        (await house.Administrator.FollowAsync()).Html.ShouldContain(TwoOrganisations.Mark);
        using var person = await EnterAsync("Verksamhetsutvecklare");
        var token = await person.TokenAsync($"/{Own}/mitt-konto");
        foreach (var address in (string[])[$"/{Own}/siffror/fil/{id}", $"/{Own}/siffror/fil/{id}/kolumner"])
        {
            (await person.OpenAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            (await person.SendAsync(address, [token])).StatusCode.ShouldBe(HttpStatusCode.NotFound);
            Says(person.Page.Html).ShouldBeFalse();
        }

        (await server.ReadAsync(house.DatabaseName, $"select id from uploads where id = '{id}'")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task What_belongs_to_no_organisation_tells_nothing_of_any()
    {
        using var visitor = Person.Visitor(house);
        var asks = EveryAddress.Outside(house).Where(a => a.Method == "GET").ToList();
        asks.ShouldContain(a => a.Path == "/");
        foreach (var ask in asks)
        {
            Says((await visitor.OpenAsync(ask.Path)).Html).ShouldBeFalse(ask.Path);
        }
    }

    [Fact]
    public async Task Searching_finds_only_ones_own()
    {
        using var person = await EnterAsync("Verksamhetsutvecklare");
        var page = await person.OpenAsync($"/{Own}/sok?q={TwoOrganisations.Mark}");
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Links.Where(l => Says(l) && !l.Contains("sok?", StringComparison.Ordinal)).ShouldBeEmpty();
        (await house.Administrator.OpenAsync($"/{Other}/sok?q={TwoOrganisations.Mark}valdeltagande")).Links.ShouldContain(l => Says(l));
    }

    private async Task<Person> EnterAsync(string? role) => role is null ? Person.Visitor(house) : await Person.SignInAsync(house, role);

    private static bool Says(string text) => text.Contains(TwoOrganisations.Mark, StringComparison.OrdinalIgnoreCase);

    /// <summary>What stands for a parameter in an address of the other's.</summary>
    private IEnumerable<string> OfTheOther(
        SteeringRecord other,
        string parameter,
        IReadOnlyDictionary<string, string> given,
        string slug
    ) =>
        parameter switch
        {
            "kommun" => [slug],
            "slag" => house.Editors.All.Select(e => e.Key),
            "id" when given.TryGetValue("slag", out var kind) => [house.Editors.Find(kind)!.All(other).First().Id],
            "id" =>
            [
                $"{other.Structures[0].Id.Value}",
                house.AccountId,
                house.MailId,
                $"{other.Decisions[0].Id.Value}",
                $"{other.Matters[0].Id.Value}",
                $"{other.AmbitionLevels[0].Id.Value}",
                $"{other.Memos[0].Id.Value}",
                $"{other.MemoTemplates[0].Id.Value}",
            ],
            "dag" => [$"{other.FollowUps[0].CutOff:yyyy-MM-dd}"],
            "mot" => [$"{other.AmbitionLevels[0].Id.Value}"],
            "handling" => [$"{other.MatterDocuments[0].Id.Value}"],
            "fil" => [$"{other.MatterDocuments[0].Id.Value}"],
            "mal" => [$"{other.Goals[0].Id.Value}"],
            "nummer" => [other.Goals[0].Number],
            "kod" => [TwoOrganisations.Mark],
            "nyckeltal" => ["N15428"],
            "forkortning" => [TwoOrganisations.Mark[..5]],
            _ => throw new InvalidOperationException($"Say here what of the other's can stand for {{{parameter}}}."),
        };

    /// <summary>Every choice of a form whose options are things of the organisation's, with one of them.</summary>
    private static IEnumerable<(string Field, string Id)> Pointers(IEditor editor, SteeringRecord record, FormValues values) =>
        editor
            .Fields(record, values)
            .Where(f => f.Kind is FieldKind.Choice or FieldKind.Choices)
            .Select(f => (f.Name, f.Options.Select(o => o.Value).FirstOrDefault(v => Guid.TryParse(v, out _))))
            .Where(f => f.Item2 is not null)
            .Select(f => (f.Name, f.Item2!));

    private async Task<HashSet<string>> IdsAsync() =>
        [
            .. Regex
                .Matches(string.Join('\n', await RowsAsync(house.Second)), "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
                .Select(m => m.Value)
                .Where(i => i != house.Second.Value.ToString()),
        ];

    private async Task<string> ContentAsync(OrganisationId organisation)
    {
        var rows = await RowsAsync(organisation);
        rows.Count.ShouldBeGreaterThan(100);
        return $"{rows.Count} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', rows))))}";
    }

    /// <summary>Every row of an organisation's in any table, but for files on their way in.</summary>
    private async Task<List<string>> RowsAsync(OrganisationId organisation)
    {
        var tables = await server.ReadAsync(
            house.DatabaseName,
            "select table_name from information_schema.columns where column_name = 'organisation_id' and table_schema = 'public' and table_name <> 'uploads' order by 1"
        );
        tables.Count.ShouldBeGreaterThan(30);
        var all = string.Join(
            " union all ",
            tables.Select(t => $"select '{t} ' || t::text as row from {t} t where organisation_id = '{organisation.Value}'")
        );
        return await server.ReadAsync(
            house.DatabaseName,
            $"select row from (select set_config('app.organisation', '{organisation.Value}', false)) s, lateral ({all}) r order by 1"
        );
    }
}
