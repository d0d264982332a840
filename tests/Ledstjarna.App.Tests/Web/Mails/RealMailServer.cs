using System.Collections.Concurrent;
using System.Text.Json;
using Ledstjarna.App.Tests.TestServer;
using Ledstjarna.Integrations.Mail;

namespace Ledstjarna.App.Tests.Web.Mails;

/// <summary>The smtp-server of npm in a node of its own, open on one port and contrary on others; it reads what arrives.</summary>
public sealed class RealMailServer : IAsyncLifetime
{
    public const string PublicAddress = "https://ledstjarna.kommunen.example";

    /// <summary>Only the open server tells of mails; the tests that share it look for their own.</summary>
    private readonly ConcurrentQueue<JsonElement> _arrived = new();
    private NodeProgram _node = null!;
    private JsonElement _ports;

    /// <summary>Takes everything but mail to addresses that begin with "okand".</summary>
    public MailServer Open => At("open");

    /// <summary>Goes over to TLS with a certificate that no one vouches for.</summary>
    public MailServer SelfSigned => At("selfSigned") with { Tls = true };

    /// <summary>Asks for a name and a password.</summary>
    public MailServer Strict => At("strict");

    /// <summary>Takes connections and says nothing.</summary>
    public MailServer Silent => At("silent") with { Timeout = TimeSpan.FromMilliseconds(300) };

    public async ValueTask InitializeAsync()
    {
        _node = await NodeProgram.StartAsync("smtp");
        _ports = JsonElement.Parse(await _node.ReadLineAsync());
    }

    /// <summary>What has arrived with words in its subject, when the server has said all it had to say.</summary>
    public async Task<IReadOnlyList<JsonElement>> ArrivedAsync(string subject)
    {
        await DoAsync("tell");
        return [.. _arrived.Where(m => m.GetProperty("subject").GetString()!.Contains(subject, StringComparison.Ordinal))];
    }

    public Task TakeDownAsync() => DoAsync("down");

    public Task PutUpAsync() => DoAsync("up");

    public ValueTask DisposeAsync() => _node.DisposeAsync();

    private async Task DoAsync(string command)
    {
        await _node.WriteLineAsync(command);
        while (JsonElement.Parse(await _node.ReadLineAsync()) is var line && !line.TryGetProperty("done", out _))
        {
            _arrived.Enqueue(line);
        }
    }

    private MailServer At(string server) =>
        new()
        {
            Host = "127.0.0.1",
            Port = _ports.GetProperty(server).GetInt32(),
            From = "Ledstjärna <ledstjarna@kommunen.example>",
            Tls = false,
            PublicAddress = new Uri(PublicAddress),
        };
}
