using Ledstjarna.App.Doors.Web;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.Browser.Tests;

/// <summary>One page with a form that asks for everything the script adds; our own script, style and headers, and no database.</summary>
public sealed class FormPage : IAsyncLifetime
{
    private WebApplication _app = null!;

    public Uri Address => new(_app.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions
            {
                ApplicationName = typeof(WebDoor).Assembly.GetName().Name,
                ContentRootPath = AppContext.BaseDirectory,
            }
        );
        builder.WebHost.UseStaticWebAssets().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAntiforgery();
        _app = builder.Build();
        _app.UseMiddleware<RequestGuard>();
        _app.UseRouting();
        _app.UseAntiforgery();
        _app.MapStaticAssets();
        MarkdownPreview.Map(_app);
        _app.MapGet(
            "/",
            (HttpContext context, IAntiforgery antiforgery, string? version) =>
                Html(Form(version ?? "v1", antiforgery.GetAndStoreTokens(context).RequestToken!))
        );
        _app.MapGet("/annan", () => Html("<h1>En annan sida</h1>"));
        _app.MapGet("/sparat", () => Html("<h1>Sparat</h1>", "<meta name=\"ledstjarna-sparat\" content=\"anna/mal/4\">"));
        _app.MapPost(
            "/spara",
            (HttpRequest request) =>
                Html($"<h1>Mottaget: {request.Form["namn"]}</h1><p>{string.Join(' ', request.Form.Keys.Where(k => k[0] == 'v'))}</p>")
        );
        await _app.StartAsync();
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static IResult Html(string main, string head = "") =>
        Results.Text(
            $"""
            <!DOCTYPE html>
            <html lang="sv" data-color-scheme="auto">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Prov</title><link rel="icon" href="data:,">{head}
            <link rel="stylesheet" href="/app.css"><script type="module" src="/app.js"></script></head>
            <body><main class="wrap sec">{main}</main></body>
            </html>
            """,
            "text/html",
            System.Text.Encoding.UTF8
        );

    private static string Form(string version, string token) =>
        $"""
            <h1 class="h1-s serif">Ändra målet</h1>
            <form class="form gap" method="post" action="/spara" data-dirty data-draft="anna/mal/4" data-draft-version="{version}" data-touched>
              <input type="hidden" name="__RequestVerificationToken" value="{token}">
              <div class="ds-error-summary" tabindex="-1"><h2>Rätta det här först</h2><ul><li><a class="ds-link" href="#namn">Skriv ett namn</a></li></ul></div>
              <div class="ds-field"><label class="ds-label" for="namn">Namn</label><p data-field="description" id="namn-hjalp">Kort.</p>
                <p class="ds-validation-message" id="namn-fel">Skriv ett namn.</p>
                <input class="ds-input" type="text" id="namn" name="namn" value="Trygghet" aria-invalid="true" aria-describedby="namn-hjalp namn-fel"></div>
              <div class="ds-field"><label class="ds-label" for="ordet">Lösenord</label><input class="ds-input" type="password" id="ordet" name="ordet" autocomplete="off"></div>
              <div class="ds-field"><label class="ds-label" for="namnd">Nämnd</label>
                <select class="ds-input" id="namnd" name="namnd"><option value="KS">Kommunstyrelsen</option><option value="SN">Socialnämnden</option></select></div>
              <fieldset class="ds-fieldset"><legend class="ds-label">Bedömning</legend>
                <div class="ds-field"><input class="ds-input" type="radio" id="b1" name="b" value="ok" checked><label class="ds-label" for="b1">Uppfyllt</label></div>
                <div class="ds-field"><input class="ds-input" type="radio" id="b2" name="b" value="no"><label class="ds-label" for="b2">Ej uppfyllt</label></div></fieldset>
              <div class="ds-field"><input class="ds-input" type="checkbox" id="klar" name="klar"><label class="ds-label" for="klar">Klar</label></div>
              <div class="ds-field"><label class="ds-label" for="skal">Skäl</label>
                <textarea class="ds-input" id="skal" name="skal" rows="4" maxlength="4000" data-markdown data-preview="/forhandsgranska" aria-describedby="skal-antal">Ett skäl&#xD;&#xA;till</textarea>
                <p class="counter" id="skal-antal">Högst 4 000 tecken.</p></div>
              <div class="grid-entry"><table class="ds-table" data-grid><caption class="ds-sr-only">Värden</caption>
                <thead><tr><th scope="col">Siffra</th>{string.Concat(
                Enumerable.Range(2020, 4).Select(y => $"<th scope=\"col\">{y}</th>")
            )}</tr></thead>
                <tbody>{string.Concat(Enumerable.Range(0, 3).Select(Row))}</tbody></table></div>
              <details><summary>Avancerat</summary><p>Mer.</p></details>
              <table class="ds-table cards conflict"><caption class="ds-sr-only">Två har ändrat</caption>
                <thead><tr><th scope="col">Uppgift</th><th scope="col">Sparat nu</th><th scope="col">Du skrev</th></tr></thead>
                <tbody><tr><th scope="row">Namn</th><td data-l="Sparat nu">Trygghet</td><td data-l="Du skrev">Trygghet ute</td></tr></tbody></table>
              <div class="ds-alert" data-color="warning"><p>Någon annan har ändrat målet.</p></div>
              <div class="form-buttons"><button class="ds-button" type="submit">Spara</button>
                <a class="ds-link" href="/annan" data-draft-clear="anna/mal/4">Avbryt</a> <a class="ds-link" href="/annan">Gå härifrån</a></div>
            </form>
            """;

    /// <summary>The last cell of the last row is another's to fill in.</summary>
    private static string Row(int row) =>
        $"<tr><th scope=\"row\">Siffra {row + 1}</th>{string.Concat(Enumerable.Range(0, 4).Select(c =>
            $"<td><input class=\"ds-input\" name=\"v{row}.{c}\" data-row=\"{row}\" data-col=\"{c}\" aria-label=\"Siffra {row + 1}, {2020 + c}\" value=\"{row}{c}\" autocomplete=\"off\"{(row == 2 && c == 3 ? " readonly" : "")}></td>"))}</tr>";
}
