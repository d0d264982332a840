using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>Names that someone wrote to be something else than names.</summary>
public sealed class HostileNamesTests(House house, Server server) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task A_hostile_name_is_text_on_pages_and_in_files_and_its_page_can_be_opened()
    {
        await server.ChangeRowsAsync(
            house.DatabaseName,
            """

            update frozen_follow_ups set withdrawn_at = now();
            update units set name = '<script>alert(1)</script>', abbreviation = 'A/B "?&#' where abbreviation = 'SN';
            update indicators set name = '=HYPERLINK("http://x";"y")' where code = 'EX-ENSAM';
            update goals set short_name = '"><img src=x onerror=alert(1)>' where number = '3'
            """
        );
        var list = await Page.GetAsync(_client, "/vaggeryd/enheter?datum=2022-12-31");
        list.Text.ShouldContain("<script>alert(1)</script>");
        var address = list.Links.Single(l => l.StartsWith("/vaggeryd/enhet/A", StringComparison.Ordinal));
        var unit = await Page.GetAsync(_client, address);
        (unit.StatusCode, unit.Heading).ShouldBe((HttpStatusCode.OK, "<script>alert(1)</script>"));
        var register = await Page.GetAsync(_client, unit.Links.First(l => l.StartsWith("/vaggeryd/bortfall?", StringComparison.Ordinal)));
        register.Text.ShouldContain("=HYPERLINK");
        foreach (var page in new[] { list, unit, register, await Page.GetAsync(_client, "/vaggeryd/bortfall?datum=2022-12-31&mal=3") })
        {
            page.StatusCode.ShouldBe(HttpStatusCode.OK);
            page.Scripts.ShouldBe(1);
            page.Html.ShouldNotContain("<img");
        }

        var file = await _client.GetStringAsync(register.Links.Single(l => l.Contains("bortfall.csv")));
        file.ShouldContain("\r\n\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\";EX-ENSAM;");
    }
}
