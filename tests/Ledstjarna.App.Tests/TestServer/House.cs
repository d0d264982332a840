using Ledstjarna.App.Doors.Web;
using Ledstjarna.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>The web server on a port of its own, over a database of its own with the demonstration municipality.</summary>
public sealed class House(Server server) : IAsyncLifetime
{
    private WebApplication _app = null!;
    private Database _database = null!;

    public string DatabaseName { get; private set; } = "";

    public Uri Address => new(_app.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        DatabaseName = await server.NewDatabaseAsync();
        _database = new Database(server.AsApp(DatabaseName));
        _app = WebDoor.Build(
            ["--urls", "http://127.0.0.1:0", "--Ledstjarna:Limits:SignInPerMinute=100000", "--Ledstjarna:Limits:ImportPerMinute=100000"],
            _database,
            b => b.Logging.ClearProviders()
        );
        await _app.StartAsync();
    }

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
