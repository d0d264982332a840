using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>A whole goal structure from one sheet.</summary>
public sealed class GoalSheetTests(House house, Server server) : IClassFixture<House>
{
    private const string Address = "/vaggeryd/malark";

    private const string Sheet = """
        typ	nummer	namn	formulering	enhet	bidrar till	kod	mäts i	riktning	målvärde	bygger på	beslut	klart
        mål	1	Trygg kommun	är trygg
        förtydligande		Alla vågar gå ut
        delmål	1.1	Trygga platser
        mätområde	1.1.1	Trygghet ute
        indikator		Trygga ute		SN		NY-1	%	högre	minst 75		KF 2026-11-30 § 12
        indikator		Anmälda brott per 100 000 invånare				BROTT
        aktivitet		Belysning i centrum		KS								2027-12-31
        mätområde	1.1.2	Trygghet hemma
        indikator		Trygga hemma			 	NY-2	index	inom	40–60	Nationellt snitt
        nämndmål	SN9	Nära stöd		SN	1
        """;

    [Fact]
    public async Task It_is_shown_before_it_is_made_and_made_whole()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync(Address);
        var before = await CountAsync("goals");
        var page = await person.SubmitAsync(
            Address,
            ("text", Sheet),
            ("f.name", "Mål 2031–2034"),
            ("f.from", "2031-01-01"),
            ("f.to", "2034-12-31")
        );
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Text.ShouldContain(
            "5 mål och mätområden, ett förtydligande, 2 nya indikatorer, en ny aktivitet och 2 målvärden. Inget är sparat än."
        );
        (await CountAsync("goals")).ShouldBe(before);
        await person.SubmitAsync(
            Address,
            ("text", Sheet),
            ("f.name", "Mål 2031–2034"),
            ("f.from", "2031-01-01"),
            ("f.to", "2034-12-31"),
            ("klart", "ja")
        );
        person.Next.ShouldBe("/vaggeryd/maltrad?datum=2031-01-01");
        var tree = await person.FollowAsync();
        tree.Text.ShouldContain("Trygghet ute");
        (await person.OpenAsync("/vaggeryd/mal/1.1.1?datum=2031-01-01")).Text.ShouldContain("Belysning i centrum");
        (await person.OpenAsync("/vaggeryd/indikator/NY-1?datum=2031-01-01")).Text.ShouldContain("KF 2026-11-30 § 12");
        (await person.OpenAsync("/vaggeryd/mal/SN9?datum=2031-01-01")).Text.ShouldContain("1. Trygg kommun");
        (await person.OpenAsync("/vaggeryd/andringar")).Text.ShouldContain("läste in målstrukturen Mål 2031–2034");

        await person.OpenAsync(Address);
        var again = await person.SubmitAsync(
            Address,
            ("text", Sheet),
            ("f.name", "Igen"),
            ("f.from", "2031-01-01"),
            ("f.to", "2034-12-31"),
            ("klart", "ja")
        );
        again.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        again.Text.ShouldContain("får inte gälla samma dag");
    }

    [Fact]
    public async Task Every_wrong_cell_is_named_and_nothing_is_made()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync(Address);
        var before = await CountAsync("goals");
        var wrong = Sheet
            .Replace("NY-", "FEL-", StringComparison.Ordinal)
            .Replace("\tinom\t", "\tåt sidan\t", StringComparison.Ordinal)
            .Replace("minst 75", "femton", StringComparison.Ordinal)
            .Replace("\tSN\t1", "\tXX\t1", StringComparison.Ordinal)
            .Replace("2027-12-31", "snart", StringComparison.Ordinal);
        var page = await person.SubmitAsync(Address, ("text", wrong), ("f.name", "Fel"), ("f.from", "2041-01-01"), ("klart", "ja"));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain("Fyra celler behöver rättas");
        page.Text.ShouldContain("J6 femton Målvärdet går inte att läsa.");
        page.Text.ShouldContain("M8 snart Skriv aktivitetens sista dag som 2026-12-31.");
        page.Text.ShouldContain("I10 åt sidan Skriv högre, lägre eller inom");
        page.Text.ShouldContain("E11 XX Enheten finns inte.");
        person.Value("text").ShouldContain("femton");
        (await CountAsync("goals")).ShouldBe(before);
    }

    [Theory]
    [InlineData("", "Arket går inte att läsa")]
    [InlineData("hej", "Det finns ingen kolumn med rubriken ”typ”.")]
    [InlineData("typ\tnamn\n", "Arket har inga mål.")]
    [InlineData("typ\tnamn\nmål\tA\nmål\t<script>alert(1)</script>\n\tB", "Skriv vad raden är")]
    [InlineData("typ\tnamn\tnummer\nmål\tA\t1\nmål\tB\t1", "Nummer")]
    [InlineData("typ\tnamn\nindikator\tA\nmål\tB", "Raden hör till målet ovanför, men det finns inget.")]
    public async Task What_is_no_goal_structure_gets_a_sentence(string text, string sentence)
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync(Address);
        var page = await person.SubmitAsync(Address, ("text", text), ("f.name", "Prov"), ("f.from", "2051-01-01"), ("klart", "ja"));
        page.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Text.ShouldContain(sentence, Case.Insensitive, page.Text);
        page.Scripts.ShouldBe(1);
    }

    [Fact]
    public async Task The_example_with_four_goals_is_right_as_it_stands()
    {
        using var person = await Person.SignInAsync(house, "Verksamhetsutvecklare");
        await person.OpenAsync(Address + "?exempel=ja");
        var page = await person.SubmitAsync(Address, ("text", person.Value("text")), ("f.from", "2061-01-01"));
        page.Text.ShouldContain("13 mål och mätområden");
    }

    private async Task<string> CountAsync(string table) =>
        (await server.ReadAsync(house.DatabaseName, $"select count(*) from {table}")).Single();
}
