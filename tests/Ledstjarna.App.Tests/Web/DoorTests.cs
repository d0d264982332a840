using System.Net;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web;

/// <summary>What every answer has in common.</summary>
public sealed class DoorTests(House house) : IClassFixture<House>
{
    private readonly HttpClient _client = house.Client();

    [Fact]
    public async Task Health_is_answered()
    {
        (await _client.GetStringAsync("/halsa/lever")).ShouldBe("Lever");
        (await _client.GetStringAsync("/halsa/redo")).ShouldBe("Redo");
    }

    [Theory]
    [InlineData("/vaggeryd")]
    [InlineData("/finns-inte")]
    public async Task Every_answer_is_strict_and_carries_its_id(string address)
    {
        using var response = await _client.GetAsync(address);
        var policy = response.Headers.GetValues("Content-Security-Policy").Single();
        policy.ShouldContain("script-src 'self'; connect-src 'self'; style-src 'self'; ");
        policy.ShouldNotContain("unsafe");
        response.Headers.GetValues("X-Content-Type-Options").Single().ShouldBe("nosniff");
        response.Headers.GetValues("X-Request-Id").Single().Length.ShouldBeGreaterThan(10);
        response.Content.Headers.ContentType!.CharSet.ShouldBe("utf-8");
    }

    [Fact]
    public async Task The_style_sheet_has_a_fingerprint_and_loads_nothing_from_outside()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd");
        var address = page.Html.Split("rel=\"stylesheet\" href=\"")[1].Split('"')[0];
        address.ShouldMatch(@"^/app\.[a-z0-9]{10}\.css$");
        var css = await _client.GetStringAsync(address);
        css.Length.ShouldBeGreaterThan(50_000);
        css.ShouldNotContain("http://cdn");
        css.ShouldNotMatch(@"url\([""']?https?:");
        page.Html.ShouldNotContain("src=\"http");
    }

    [Fact]
    public async Task The_script_is_one_file_of_our_own_and_stands_in_no_page()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd");
        var address = page.Html.Split("<script type=\"module\" src=\"")[1].Split('"')[0];
        address.ShouldMatch(@"^/app\.[a-z0-9]{10}\.js$");
        using var script = await _client.GetAsync(address);
        script.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        page.Html.Split("<script").Length.ShouldBe(2);
        page.Html.ShouldNotMatch(@"<[^>]+\s(style|on[a-z]+)=");
    }

    [Fact]
    public async Task What_is_written_by_people_is_encoded_and_swedish_letters_stay()
    {
        var page = await Page.GetAsync(_client, "/vaggeryd/mal/2");
        page.Html.ShouldContain("hög sysselsättning");
        page.Html.ShouldNotContain("&#xF6;");
    }

    [Fact]
    public async Task Asking_for_the_head_alone_and_capital_letters_in_the_name_are_fine()
    {
        using var head = await _client.SendAsync(new HttpRequestMessage(HttpMethod.Head, "/vaggeryd"));
        head.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await head.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        (await Page.GetAsync(_client, "/Vaggeryd")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Only_reading_is_possible()
    {
        using var response = await _client.PostAsync("/vaggeryd", new StringContent(""));
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Fact]
    public async Task A_long_address_is_refused_and_not_a_crash()
    {
        using var response = await _client.GetAsync("/vaggeryd/mal/" + new string('a', 9000));
        ((int)response.StatusCode).ShouldBeInRange(400, 499);
    }
}
