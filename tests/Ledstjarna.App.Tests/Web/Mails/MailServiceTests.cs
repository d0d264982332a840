using System.Diagnostics;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.GetStarted;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.App.Tests.Web.SignIn;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Mails;
using Ledstjarna.Integrations.Mail;
using Ledstjarna.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.App.Tests.Web.Mails;

/// <summary>The program itself, sending by its settings while it runs.</summary>
public sealed class MailServiceTests(Server server, RealMailServer mailServer) : IClassFixture<RealMailServer>, IAsyncLifetime
{
    private const string Recipient = "nagon@varnamo.example";
    private readonly LogLines _log = new();
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ledstjarna-ankare-");
    private string _name = "";
    private Database _database = null!;

    private static CancellationToken Go => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _name = await server.NewDatabaseAsync();
        _database = new Database(server.AsApp(_name));
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Mails_are_sent_while_it_runs_but_not_to_the_invented_people_of_the_demonstration()
    {
        await using var app = Build(mailServer.Open);
        await QueueAsync(app, "Hemligt ämne");
        var demo = (await _database.OrganisationsAsync(Go)).Single(o => o.IsDemo);
        var invented = new AccountId(
            Guid.Parse((await server.ReadAsync(_name, "select id from accounts where name = 'Sakkunnig'")).Single())
        );
        await Queue.AddAsync(
            _database,
            demo.OrganisationId,
            new NewMail(invented, "1", "Till en påhittad", "Text", "/vaggeryd"),
            TimeProvider.System.GetUtcNow().UtcDateTime
        );
        await app.StartAsync(Go);
        await UntilAsync("sent_at is not null");
        await app.StopAsync(Go);
        (await mailServer.ArrivedAsync("Hemligt ämne")).Single().GetProperty("recipients")[0].GetString().ShouldBe(Recipient);
        (await mailServer.ArrivedAsync("Till en påhittad")).ShouldBeEmpty();
        _log.All.ShouldContain("Mails of varnamo: 1 sent, 0 failed");
        _log.Errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_server_that_says_nothing_does_not_keep_the_program_from_stopping()
    {
        await using var app = Build(mailServer.Silent);
        await QueueAsync(app, "Fastnar");
        await app.StartAsync(Go);
        await UntilAsync("claimed_until is not null");
        var started = Stopwatch.GetTimestamp();
        await app.StopAsync(Go);
        Stopwatch.GetElapsedTime(started).ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task The_log_never_says_who_a_mail_is_to_nor_what_it_says()
    {
        await using var app = Build(mailServer.Open);
        await QueueAsync(app, "Hemligt ämne");
        await server.RunAsync(_name, $"update accounts set email = 'okand.hemlig@varnamo.example' where email = '{Recipient}'");
        await app.StartAsync(Go);
        await UntilAsync("last_error is not null");
        await app.StopAsync(Go);
        _log.All.ShouldContain("Mails of varnamo: 0 sent, 1 failed RecipientRefused");
        _log.All.ShouldNotContain("hemlig", Case.Insensitive);
    }

    private WebApplication Build(MailServer to) =>
        WebDoor.Build(
            [
                "--urls",
                "http://127.0.0.1:0",
                $"--Ledstjarna:Mail:Host={to.Host}",
                $"--Ledstjarna:Mail:Port={to.Port}",
                $"--Ledstjarna:Mail:From={to.From}",
                "--Ledstjarna:Mail:Tls=false",
                $"--Ledstjarna:PublicAddress={RealMailServer.PublicAddress}",
                $"--Ledstjarna:Anchors={_folder.FullName}",
            ],
            _database,
            b =>
            {
                b.Logging.ClearProviders();
                b.Services.AddSingleton<ILoggerProvider>(_log);
            }
        );

    private async Task QueueAsync(WebApplication app, string subject)
    {
        var (account, slug) = await app
            .Services.GetRequiredService<CreateOrganisationHandler>()
            .HandleAsync(Actor.Operator(default), new CreateOrganisation("0683", "Någon", Recipient), Go);
        await Queue.AddAsync(
            _database,
            account.OrganisationId,
            new NewMail(account.Id, "1", subject, "En hemlig text", $"/{slug}"),
            TimeProvider.System.GetUtcNow().UtcDateTime
        );
    }

    /// <summary>Soon: the first round is made at start.</summary>
    private async Task UntilAsync(string condition)
    {
        for (var i = 0; i < 400 && (await server.ReadAsync(_name, $"select id from mails where {condition}")).Count == 0; i++)
        {
            await Task.Delay(25, Go);
        }

        (await server.ReadAsync(_name, $"select id from mails where {condition}")).ShouldNotBeEmpty();
    }
}
