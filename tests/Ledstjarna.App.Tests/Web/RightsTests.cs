using System.Net;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Storage.Reading;
using Microsoft.Extensions.DependencyInjection;

namespace Ledstjarna.App.Tests.Web;

/// <summary>What each role of the demonstration sees and may open, asked for as a person would and by its address.</summary>
public sealed class RightsTests(House house, Server server) : IClassFixture<House>
{
    private const string Refusal = "Be kommunens administratör om rättigheten.";

    private static readonly Dictionary<string, Right> Pages = new(StringComparer.Ordinal)
    {
        ["siffror"] = Right.RecordFigures,
        ["siffror/fil"] = Right.RecordFigures,
        ["siffror.csv"] = Right.RecordFigures,
        ["arbeta/trad"] = Right.ManageGoals,
        ["malark"] = Right.ImportGoals,
        ["kom-igang"] = Right.ManageOrganisation,
        ["kom-igang/enheter"] = Right.ManageOrganisation,
        ["personer"] = Right.ManagePeople,
        ["personer/ny"] = Right.ManagePeople,
        ["brev/utskick"] = Right.ManagePeople,
        ["andringar"] = Right.ReadHistory,
        ["forenkla"] = Right.ReadPreparation,
    };

    public static TheoryData<string, Role> Roles =>
        new()
        {
            { "Administratör", Role.Administrator },
            { "Verksamhetsutvecklare", Role.Strategist },
            { "Sakkunnig", Role.Expert },
            { "Nämndsekreterare", Role.BodySecretary },
            { "Ledningsgrupp", Role.Management },
            { "Förtroendevald", Role.Representative },
            { "Revisor", Role.Auditor },
        };

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task The_page_of_work_leads_to_what_the_role_may_and_nowhere_else(string name, Role role)
    {
        using var person = await Person.SignInAsync(house, name);
        var work = await person.OpenAsync("/vaggeryd/arbeta");
        work.StatusCode.ShouldBe(HttpStatusCode.OK);
        var editors = house.Services.GetRequiredService<Editors>().All;
        work.Links.Where(l => editors.Any(e => l == $"/vaggeryd/arbeta/{e.Key}"))
            .ShouldBe(editors.Where(e => e.Rights.Any(May)).Select(e => $"/vaggeryd/arbeta/{e.Key}"), ignoreOrder: true);
        foreach (var link in work.Links.Where(l => l.StartsWith("/vaggeryd/", StringComparison.Ordinal)))
        {
            (await person.OpenAsync(link)).StatusCode.ShouldBeOneOf(HttpStatusCode.OK, HttpStatusCode.Redirect);
        }

        bool May(Right right) => AccessRules.ReachOf(role, right) != Reach.None;
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task The_address_of_anything_else_is_refused_in_plain_words(string name, Role role)
    {
        using var person = await Person.SignInAsync(house, name);
        var token = await person.TokenAsync("/vaggeryd/mitt-konto");
        var before = await server.ReadAsync(house.DatabaseName, "select version from record_versions");
        var record = await RecordAsync();
        foreach (var editor in house.Services.GetRequiredService<Editors>().All)
        {
            var isAllowed = editor.Rights.Any(May);
            var list = $"/vaggeryd/arbeta/{editor.Key}";
            await ExpectAsync(list, isAllowed);
            if (!isAllowed)
            {
                await ExpectAsync($"{list}/ny", false);
                foreach (var thing in editor.All(record).Take(1))
                {
                    var address = $"{list}/{Uri.EscapeDataString(thing.Id)}";
                    await ExpectAsync(address, false);
                    await RefusedAsync(address, $"{address}/ta-bort", $"{address}/angra", $"{address}/prova", $"{list}/ny");
                }
            }
        }

        foreach (var (path, right) in Pages)
        {
            await ExpectAsync($"/vaggeryd/{path}", May(right));
            if (!May(right) && path is not ("siffror.csv" or "andringar" or "kom-igang" or "personer" or "arbeta/trad"))
            {
                await RefusedAsync($"/vaggeryd/{path}");
            }
        }

        (await server.ReadAsync(house.DatabaseName, "select version from record_versions")).ShouldBe(before);

        bool May(Right right) => AccessRules.ReachOf(role, right) != Reach.None;

        async Task ExpectAsync(string address, bool isAllowed)
        {
            var page = await person.OpenAsync(address);
            if (isAllowed)
            {
                page.StatusCode.ShouldBeOneOf([HttpStatusCode.OK, HttpStatusCode.Redirect], address);
            }
            else
            {
                page.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
                page.Text.ShouldContain(Refusal);
            }
        }

        async Task RefusedAsync(params string[] addresses)
        {
            foreach (var address in addresses)
            {
                var page = await person.SendAsync(address, [token]);
                page.StatusCode.ShouldBe(HttpStatusCode.Forbidden, address);
                page.Text.ShouldContain(Refusal);
            }
        }
    }

    [Fact]
    public async Task An_expert_records_figures_of_the_own_unit_and_no_other()
    {
        var record = await RecordAsync();
        var unit = record.Units.Single(u => u.Abbreviation == "BUN");
        var own = record.Indicators.First(i => i.OwnerId == unit.Id);
        var others = record.Indicators.First(i =>
            i.OwnerId is { } o && o != unit.Id && record.Units.Single(u => u.Id == o).ParentId != unit.Id
        );
        using var expert = await Person.SignInAsync(house, "Sakkunnig");
        var before = await FiguresAsync();

        (await expert.OpenAsync($"/vaggeryd/siffror?indikator={own.Code}")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var token = new KeyValuePair<string, string>("__RequestVerificationToken", expert.Value("__RequestVerificationToken"));
        (await expert.OpenAsync($"/vaggeryd/siffror?indikator={others.Code}")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (
            await expert.SendAsync($"/vaggeryd/siffror?indikator={others.Code}", [token, new($"v.{others.Id.Value:N}.2022.Total", "12")])
        ).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        var grid = await expert.OpenAsync("/vaggeryd/siffror");
        grid.Text.ShouldContain(own.Name);
        grid.Text.ShouldNotContain(others.Name);

        await expert.SendAsync("/vaggeryd/siffror/fil", [token, new("text", $"kod\tperiod\tvärde\n{others.Code}\t2019\t12")]);
        (await expert.FollowAsync()).Text.ShouldContain("En siffra går inte att läsa");
        (await expert.SendAsync(expert.Next!, [token, new("sett", "x")])).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await expert.OpenAsync($"/vaggeryd/indikator/{others.Code}")).Links.ShouldNotContain(l =>
            l.Contains("/siffror", StringComparison.Ordinal)
        );
        (await expert.OpenAsync("/vaggeryd/siffror.csv")).Html.ShouldNotContain($"{others.Code};");
        (await FiguresAsync()).ShouldBe(before);

        Task<List<string>> FiguresAsync() => server.ReadAsync(house.DatabaseName, "select count(*) from observations");
    }

    [Fact]
    public async Task A_secretary_changes_the_own_bodys_goals_and_no_other()
    {
        var record = await RecordAsync();
        var body = record.Units.Single(u => u.Abbreviation == "KS");
        var under = record.Units.Where(u => u.ParentId == body.Id).Select(u => u.Id).Append(body.Id).ToHashSet();
        var others = record.Goals.FirstOrDefault(g => g.Kind == Domain.Goals.GoalKind.Committee && g.UnitId is { } u && !under.Contains(u));
        var council = record.Goals.First(g => g.Kind == Domain.Goals.GoalKind.Council);
        using var secretary = await Person.SignInAsync(house, "Nämndsekreterare");
        foreach (var goal in new[] { others, council }.OfType<Domain.Goals.Goal>())
        {
            var address = $"/vaggeryd/arbeta/mal/{goal.Id.Value}";
            await secretary.OpenAsync(address);
            if (secretary.Page.StatusCode == HttpStatusCode.OK)
            {
                await secretary.SubmitAsync(address, ("f.shortName", "Ändrat"));
            }

            secretary.Page.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            secretary.Page.Text.ShouldContain(Refusal);
        }

        (await server.ReadAsync(house.DatabaseName, "select id from goals where short_name = 'Ändrat'")).ShouldBeEmpty();
    }

    private async Task<SteeringRecord> RecordAsync() =>
        (
            await house
                .Services.GetRequiredService<SteeringRecords>()
                .ReadAsync(
                    new Domain.OrganisationId(
                        Guid.Parse((await server.ReadAsync(house.DatabaseName, "select organisation_id from organisations")).Single())
                    )
                )
        )!;
}
