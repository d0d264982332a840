using System.Text.Json;
using Ledstjarna.App.Tests.TestServer;

namespace Ledstjarna.App.Tests.Web.SignIn;

/// <summary>The certified oidc-provider of npm, twice, in a node of its own that ends with this.</summary>
public sealed class RealProvider : IAsyncLifetime
{
    private NodeProgram _node = null!;

    /// <summary>Keeps a secret with its client and tells names and roles by userinfo.</summary>
    public string Stad { get; private set; } = "";

    /// <summary>Has a public client and tells names and roles in the id_token.</summary>
    public string Bygd { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        _node = await NodeProgram.StartAsync("oidc");
        var addresses = JsonElement.Parse(await _node.ReadLineAsync());
        (Stad, Bygd) = (addresses.GetProperty("stad").GetString()!, addresses.GetProperty("bygd").GetString()!);
    }

    public ValueTask DisposeAsync() => _node.DisposeAsync();
}
