using Ledstjarna.App.Doors.Web;
using Ledstjarna.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Logging;

namespace Ledstjarna.App.Tests.TestServer;

/// <summary>The web server on a port of its own, over a database of its own with the demonstration municipality.</summary>
public class House(Server server) : IAsyncLifetime
{
    private WebApplication _app = null!;
    private Database _database = null!;

    public string DatabaseName { get; private set; } = "";

    public Uri Address => new(_app.Urls.Single());

    protected Server Server => server;

    public IServiceProvider Services => _app.Services;

    /// <summary>Every address that the server answers at, as it was mapped.</summary>
    public IReadOnlyList<RouteEndpoint> Endpoints =>
        [.. ((IEndpointRouteBuilder)_app).DataSources.SelectMany(d => d.Endpoints).OfType<RouteEndpoint>()];

    /// <summary>As on the command line.</summary>
    protected virtual string[] Settings => ["--Ledstjarna:Limits:SignInPerMinute=100000", "--Ledstjarna:Limits:ImportPerMinute=100000"];

    protected virtual void Configure(WebApplicationBuilder builder) => builder.Logging.ClearProviders();

    public virtual async ValueTask InitializeAsync()
    {
        DatabaseName = await server.NewDatabaseAsync();
        _database = new Database(server.AsApp(DatabaseName));
        _app = WebDoor.Build(["--urls", "http://127.0.0.1:0", .. Settings], _database, Configure);
        await _app.StartAsync();
    }

    /// <summary>A client that follows no redirects.</summary>
    public HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Address };

    public virtual async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        await _app.DisposeAsync();
        await _database.DisposeAsync();
    }
}
