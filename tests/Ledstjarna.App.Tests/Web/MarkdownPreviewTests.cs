using System.Net;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Ledstjarna.App.Components;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.App.Tests.Web;

/// <summary>The rich text components and the preview, on a server with nothing else.</summary>
public sealed class MarkdownPreviewTests : IAsyncLifetime
{
    private WebApplication _app = null!;
    private HttpClient _client = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddRazorComponents();
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        _app = builder.Build();
        _app.UseAntiforgery();
        MarkdownPreview.Map(_app);
        _app.MapGet("/nyckel", (HttpContext context, IAntiforgery antiforgery) => antiforgery.GetAndStoreTokens(context).RequestToken);
        _app.MapGet("/text", () => new RazorComponentResult<RichText>(new { Text = "**Å** <b>" }));
        _app.MapGet("/enkelt", () => new RazorComponentResult<FieldInput>(new { Field = new Field("skal", "Skäl") { IsRequired = true } }));
        _app.MapGet(
            "/allt",
            () =>
                new RazorComponentResult<FieldInput>(
                    new
                    {
                        Field = new Field("skal", "Skäl", FieldKind.LongText)
                        {
                            IsRequired = true,
                            Hint = "Visas för alla.",
                            MaxLength = 4000,
                        },
                        Error = "Skriv varför.",
                        Value = "\n<b>",
                        Preview = "/forhandsgranska",
                    }
                )
        );
        await _app.StartAsync();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    [Fact]
    public async Task A_text_is_shown_as_it_will_look()
    {
        using var response = await PostAsync("**Å** <script>", await _client.GetStringAsync("/nyckel"));
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("text/html; charset=utf-8");
        (await response.Content.ReadAsStringAsync()).ShouldBe("<p><strong>Å</strong> &lt;script&gt;</p>");
    }

    [Fact]
    public async Task No_text_is_no_fault()
    {
        using var response = await PostAsync("", await _client.GetStringAsync("/nyckel"));
        (await response.Content.ReadAsStringAsync()).ShouldBe("");
    }

    [Fact]
    public async Task Another_site_cannot_ask()
    {
        using var response = await PostAsync("text", null);
        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task The_component_shows_the_text() =>
        (await _client.GetStringAsync("/text")).Trim().ShouldBe("<div class=\"rich\"><p><strong>Å</strong> &lt;b&gt;</p></div>");

    [Fact]
    public async Task The_field_says_what_helps_and_what_is_wrong()
    {
        var html = await _client.GetStringAsync("/allt");
        html.ShouldContain("<label class=\"ds-label\" for=\"f-skal\">Skäl</label>");
        html.ShouldContain("id=\"f-skal-hint\">Visas för alla.<");
        html.ShouldMatch("id=\"f-skal-fel\">.*Skriv varför.<");
        WebUtility.HtmlDecode(html).ShouldContain("id=\"f-skal-antal\">Högst 4\u00a0000 tecken.<");
        html.ShouldContain("aria-describedby=\"f-skal-hint f-skal-fel f-skal-antal\" aria-invalid=\"true\"");
        html.ShouldContain("name=\"f.skal\" rows=\"7\" maxlength=\"4000\" data-markdown data-preview=\"/forhandsgranska\"");
        WebUtility.HtmlDecode(html).ShouldContain(">\n\n<b></textarea>"); // browsers drop the first line break
    }

    [Fact]
    public async Task The_field_needs_no_more_than_a_name_and_a_label()
    {
        var html = await _client.GetStringAsync("/enkelt");
        html.ShouldNotContain("aria-");
        html.ShouldNotContain("<p");
    }

    private async Task<HttpResponseMessage> PostAsync(string text, string? token)
    {
        var fields = new Dictionary<string, string> { ["text"] = text };
        if (token is not null)
        {
            fields["__RequestVerificationToken"] = token;
        }

        return await _client.PostAsync(MarkdownPreview.Address, new FormUrlEncodedContent(fields));
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
