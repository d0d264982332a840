using System.Net;
using System.Text.RegularExpressions;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web.Ambition;

/// <summary>Trying a level of a figure that is to lie between two limits.</summary>
public sealed partial class TryRangeTests(House house, Server server) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task A_range_has_two_limits()
    {
        await server.ChangeRowsAsync(
            house.DatabaseName,
            """
            delete from targets where indicator_id = (select id from indicators where code = 'TRANGBODD');
            update indicators set direction = 'Range' where code = 'TRANGBODD'
            """
        );
        var page = await OpenAsync("/vaggeryd/prova?mal=1&indikator=TRANGBODD&niva=10&till=20,5&delvis=8");
        page.Text.ShouldContain("Du prövar mellan 10,0 och 20,5 %, och delvis inom 8,0–20,5 %.");
        page.Text.ShouldContain("varken högre eller lägre är bättre");
        page.Text.ShouldNotContain("Bästa fjärdedelen");
        var reversed = await GetAsync("/vaggeryd/prova?mal=1&indikator=TRANGBODD&niva=20&till=10");
        reversed.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        reversed.Text.ShouldContain("Den lägre gränsen är högre än den övre.");
        (await OpenAsync("/vaggeryd/prova?mal=1&indikator=TRANGBODD")).Text.ShouldContain("Du prövar mellan");
    }

    private async Task<Page> OpenAsync(string address)
    {
        var page = await GetAsync(address);
        page.StatusCode.ShouldBe(HttpStatusCode.OK, address);
        return page;
    }

    private async Task<Page> GetAsync(string address)
    {
        var page = await Page.GetAsync(_client, address);
        return page with { Text = Hard().Replace(page.Text, " ") };
    }

    [GeneratedRegex(@"[\s\u00a0]+")]
    private static partial Regex Hard();
}
