using System.Net;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Storage.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Ledstjarna.App.Tests.Web;

/// <summary>What all forms of things have in common, for every kind there is.</summary>
public sealed class EditingTests(House house, Server server) : IClassFixture<House>
{
    private const string Work = "/vaggeryd/arbeta";
    private const string Strategist = "Verksamhetsutvecklare";

    public static TheoryData<string, string> Hostile =>
        new()
        {
            { "formula", "=cmd()|' /C calc'!A0" },
            { "script", "<script>alert(1)</script>\"><img src=x onerror=alert(1)>" },
            { "long", new string('x', 20_000) },
            { "emoji", "👩‍👩‍👧 mål 🎯" },
            { "right to left", "\u202Egnp.exe\u202C \u200Fא" },
            { "half a pair", "a\uD83Db" },
        };

    [Fact]
    public async Task Every_thing_read_back_from_its_own_form_is_the_same()
    {
        var record = await RecordAsync();
        var read = 0;
        foreach (var editor in Editors)
        {
            foreach (var thing in editor.All(record))
            {
                foreach (var field in editor.Fields(record, thing.Values))
                {
                    var (value, error) = field.Read(field.InBox(thing.Values[field.Name]));
                    (error, value).ShouldBe((null, thing.Values[field.Name]), $"{editor.Key} {thing.Name}: {field.Name}");
                    read++;
                }
            }
        }

        read.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public async Task A_form_sent_back_as_it_was_saves_nothing()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var record = await RecordAsync();
        var before = await ChangesAsync();
        var kinds = 0;
        foreach (var editor in Editors)
        {
            var things = editor.All(record).Where(t => editor.LockedBecause(record, t.Id) is null).ToList();
            foreach (var thing in things.Take(1).Concat(things.Skip(1).TakeLast(1)))
            {
                var address = $"{Work}/{editor.Key}/{Uri.EscapeDataString(thing.Id)}";
                await person.OpenAsync(address);
                await person.SubmitAsync(address, ("skal", ""));
                person.Next.ShouldBe($"{address}?sparat=lika", $"{editor.Key} {thing.Name}: {person.Page.Text}");
            }

            kinds += things.Count > 0 ? 1 : 0;
        }

        kinds.ShouldBeGreaterThan(12);
        (await ChangesAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task Two_who_change_different_fields_lose_nothing()
    {
        var (first, second, address) = await RaceAsync(("f.shortName", "Förstas namn"), ("f.wording", "Andras ord"));
        second.Page.Text.ShouldContain("Förstas namn");
        second.Page.Text.ShouldContain("Andras ord");
        await second.SubmitAsync(address, ("sammanslagning", "ja"));
        await second.OpenAsync(second.Next.ShouldNotBeNull(second.Page.Text));
        (second.Value("f.shortName"), second.Value("f.wording")).ShouldBe(("Förstas namn", "Andras ord"));
        first.Dispose();
        second.Dispose();
    }

    [Theory]
    [InlineData("mine", "Andras namn", 1)]
    [InlineData("theirs", "Förstas namn", 0)]
    public async Task Where_both_have_changed_the_same_the_one_that_is_picked_holds(string pick, string expected, int written)
    {
        var (first, second, address) = await RaceAsync(("f.shortName", "Förstas namn"), ("f.shortName", "Andras namn"));
        second.Page.Text.ShouldContain("Förstas namn");
        second.Page.Text.ShouldContain("Andras namn");
        second.Page.Links.ShouldContain(address, "to keep what is saved is a link back to it");
        var before = await ChangesAsync();
        await second.SubmitAsync(address, ("pick.shortName", pick));
        await second.OpenAsync(second.Next.ShouldNotBeNull(second.Page.Text));
        second.Value("f.shortName").ShouldBe(expected);
        (await ChangesAsync()).ShouldBe(before + written);
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task Someone_who_was_faster_twice_is_met_twice()
    {
        var (first, second, address) = await RaceAsync(("f.shortName", "Förstas namn"), ("f.shortName", "Andras namn"));
        await first.OpenAsync(address);
        await first.SubmitAsync(address, ("f.shortName", "Förstas igen"));
        await second.SubmitAsync(address, ("pick.shortName", "mine"));
        second.Page.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        second.Page.Text.ShouldContain("Förstas igen");
        second.Page.Text.ShouldContain("Andras namn");
        first.Dispose();
        second.Dispose();
    }

    [Fact]
    public async Task Undoing_restores_what_stood_and_is_logged_itself()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var address = await NewGoalAsync(person, "U1");
        await person.OpenAsync(address);
        await person.SubmitAsync(address, ("f.shortName", "Ändrat"), ("f.weight", "2,5"));
        await UndoAsync(person, address);
        await person.OpenAsync(address);
        (person.Value("f.shortName"), person.Value("f.weight")).ShouldBe(("Mål U1", "1"));
        (await LastAsync()).ShouldBe("Undone Ångrar ändring");

        // And the undoing is undone.
        await UndoAsync(person, address);
        await person.OpenAsync(address);
        (person.Value("f.shortName"), person.Value("f.weight")).ShouldBe(("Ändrat", "2,5"));
    }

    [Fact]
    public async Task What_is_removed_comes_back_as_the_same_thing()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var address = await NewGoalAsync(person, "U2");
        var token = await person.TokenAsync(address);
        await person.SendAsync($"{address}/ta-bort", [token]);
        (await person.OpenAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await UndoAsync(person, address);
        (await person.OpenAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK, "it has the address it had, and its history");
        person.Value("f.shortName").ShouldBe("Mål U2");
    }

    [Fact]
    public async Task Only_the_last_change_can_be_undone()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var address = await NewGoalAsync(person, "U3");
        var old = await NumberAsync(address);
        await person.OpenAsync(address);
        await person.SubmitAsync(address, ("f.shortName", "Ändrat"));
        var token = await person.TokenAsync(address);
        (await person.SendAsync($"{address}/angra", [token, new("nummer", $"{old}")])).StatusCode.ShouldBe(HttpStatusCode.Conflict);
        person.Page.Text.ShouldContain("Inget är ändrat");
        await person.OpenAsync(address);
        person.Value("f.shortName").ShouldBe("Ändrat");
    }

    [Fact]
    public async Task What_has_been_part_of_a_decided_follow_up_is_not_removed_whoever_asks()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var record = await RecordAsync();
        var kept = Editors
            .Where(e => e.CanAdd)
            .Select(e =>
                (Editor: e, Thing: e.All(record).FirstOrDefault(t => e.KeptBecause(record, t.Id) == RuleCode.PartOfDecidedFollowUp))
            )
            .Where(k => k.Thing is not null)
            .ToList();
        kept.Count.ShouldBeGreaterThan(2);
        var token = await person.TokenAsync(Work + "/mal/ny");
        foreach (var (editor, thing) in kept)
        {
            var address = $"{Work}/{editor.Key}/{Uri.EscapeDataString(thing!.Id)}";
            (await person.SendAsync($"{address}/ta-bort", [token])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, editor.Key);
            person.Page.Text.ShouldContain("uppföljning");
            (await person.OpenAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task Whatever_is_written_is_kept_as_text_or_refused_in_words(string what, string text)
    {
        what.ShouldNotBeEmpty();
        using var person = await Person.SignInAsync(house, Strategist);
        var saved = 0;
        foreach (var editor in Editors.Where(e => e.CanAdd))
        {
            var record = await RecordAsync();
            var address = $"{Work}/{editor.Key}/ny";
            var given = FormFiller.Given(editor, record);
            var begun = editor.Begin(record, given);
            var fields = editor.Fields(record, begun);
            if (
                (await person.OpenAsync(address + FormFiller.Query(given))).StatusCode == HttpStatusCode.Forbidden
                || !fields.Any(f => f.Kind is FieldKind.Text or FieldKind.LongText)
            )
            {
                continue;
            }

            var filled = FormFiller
                .Values(editor, record, begun, "x")
                .Select(v => (Name: $"f.{v.Name}", Value: (string?)v.Value))
                .Where(v => !fields.Any(f => v.Name == $"f.{f.Name}" && f.Kind is FieldKind.Text or FieldKind.LongText))
                .Concat(fields.Where(f => f.Kind is FieldKind.Text or FieldKind.LongText).Select(f => ($"f.{f.Name}", (string?)text)));
            await person.SubmitAsync(address, [.. filled]);
            person.Page.StatusCode.ShouldBeOneOf([HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity], editor.Key);
            if (person.Next is null)
            {
                person.Page.Text.ShouldContain("Det är inte sparat");
            }
            else
            {
                saved++;
                (await person.FollowAsync()).StatusCode.ShouldBe(HttpStatusCode.OK, editor.Key);
            }

            Harmless(editor.Key);
            (await person.OpenAsync($"{Work}/{editor.Key}")).StatusCode.ShouldBe(HttpStatusCode.OK, editor.Key);
            Harmless(editor.Key);
        }

        (saved > 0).ShouldBe(text.Length < 10_000, what);

        void Harmless(string kind)
        {
            person.Page.Scripts.ShouldBe(1, kind);
            person.Page.Html.ShouldNotContain("<img src=x", Case.Insensitive, kind);
            person.Page.Html.ShouldNotContain("<script>alert", Case.Insensitive, kind);
        }
    }

    [Fact]
    public async Task A_text_that_no_database_can_hold_is_refused_in_words()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        await person.OpenAsync(Work + "/mal/ny");
        await person.SubmitAsync(Work + "/mal/ny", ("f.number", "N1"), ("f.shortName", "a\0b"));
        person.Page.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        person.Page.Heading.ShouldBe("Formuläret gick inte att läsa");
        (await server.ReadAsync(house.DatabaseName, "select id from goals where number = 'N1'")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_new_thing_sent_twice_at_once_is_made_once()
    {
        using var person = await Person.SignInAsync(house, Strategist);
        var token = await person.TokenAsync(Work + "/mal/ny");
        var fields = new[] { "structure", "parent", "kind", "order", "weight", "economyMark" }
            .Select(f => new KeyValuePair<string, string>($"f.{f}", person.Value($"f.{f}")))
            .Append(token)
            .Append(new("f.number", "D1"))
            .Append(new("f.shortName", "Dubbelt"))
            .ToList();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => person.PostAsync(Work + "/mal/ny", fields)));
        answers
            .Select(a => a.StatusCode)
            .Order()
            .ShouldBe([HttpStatusCode.Redirect, .. Enumerable.Repeat(HttpStatusCode.UnprocessableEntity, 3)]);
        (await server.ReadAsync(house.DatabaseName, "select id from goals where short_name = 'Dubbelt'")).Count.ShouldBe(1);
        foreach (var answer in answers)
        {
            answer.Dispose();
        }
    }

    [Fact]
    public async Task What_there_is_one_of_is_not_made_or_removed_by_address()
    {
        using var person = await Person.SignInAsync(house, "Administratör");
        var record = await RecordAsync();
        var single = Editors.Where(e => !e.CanAdd && e.All(record).Count() == 1).ToList();
        single.ShouldNotBeEmpty();
        foreach (var editor in single)
        {
            var thing = editor.All(record).First();
            var address = $"{Work}/{editor.Key}/{Uri.EscapeDataString(thing.Id)}";
            await person.OpenAsync(address);
            await person.SubmitAsync($"{Work}/{editor.Key}/ny", ("f.name", "En till"));
            person.Page.StatusCode.ShouldBe(HttpStatusCode.NotFound, editor.Key);
            var token = await person.TokenAsync(address);
            await person.SendAsync($"{address}/ta-bort", [token]);
            person.Page.StatusCode.ShouldBeOneOf(HttpStatusCode.NotFound, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Conflict);
            (await person.OpenAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        (await server.ReadAsync(house.DatabaseName, "select name from organisations")).ShouldBe([record.Organisation.Name]);
    }

    private IReadOnlyList<IEditor> Editors => house.Services.GetRequiredService<Editors>().All;

    private async Task<SteeringRecord> RecordAsync() =>
        (
            await house
                .Services.GetRequiredService<SteeringRecords>()
                .ReadAsync(
                    new OrganisationId(
                        Guid.Parse((await server.ReadAsync(house.DatabaseName, "select organisation_id from organisations")).Single())
                    )
                )
        )!;

    private async Task<long> ChangesAsync() =>
        long.Parse(
            (await server.ReadAsync(house.DatabaseName, "select count(*) from changes")).Single(),
            System.Globalization.CultureInfo.InvariantCulture
        );

    /// <summary>Two open the same new goal; the first saves, then the second.</summary>
    private async Task<(Person First, Person Second, string Address)> RaceAsync((string, string?) first, (string, string?) second)
    {
        var a = await Person.SignInAsync(house, Strategist);
        var b = await Person.SignInAsync(house, Strategist);
        var address = await NewGoalAsync(a, $"R{Guid.NewGuid():N}"[..8]);
        await a.OpenAsync(address);
        await b.OpenAsync(address);
        await a.SubmitAsync(address, first);
        a.Next.ShouldNotBeNull(a.Page.Text);
        await b.SubmitAsync(address, second);
        b.Page.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        return (a, b, address);
    }

    private static async Task<string> NewGoalAsync(Person person, string number)
    {
        await person.OpenAsync(Work + "/mal/ny");
        await person.SubmitAsync(Work + "/mal/ny", ("f.number", number), ("f.shortName", $"Mål {number}"), ("f.wording", "Ord"));
        return person.Next.ShouldNotBeNull(person.Page.Text).Split('?')[0];
    }

    private async Task UndoAsync(Person person, string address)
    {
        var number = await NumberAsync(address);
        var token = await person.TokenAsync(Work + "/mal/ny");
        await person.SendAsync($"{address}/angra", [token, new("nummer", number)]);
        person.Next.ShouldNotBeNull(person.Page.Text);
    }

    private async Task<string> NumberAsync(string address) =>
        (
            await server.ReadAsync(
                house.DatabaseName,
                $"select max(number) from changes where thing_kind = 'mal' and thing_id = '{address.Split('/')[^1]}'"
            )
        ).Single();

    private async Task<string> LastAsync() =>
        (
            await server.ReadAsync(
                house.DatabaseName,
                "select kind || ' ' || regexp_replace(why, ' \\d+$', '') from changes order by number desc limit 1"
            )
        ).Single();
}
