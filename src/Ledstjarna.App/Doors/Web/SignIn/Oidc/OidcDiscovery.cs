using Microsoft.IdentityModel.Tokens;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>A provider as it describes itself: its addresses and its public keys.</summary>
internal sealed record OidcProvider(OidcDocument Document, IReadOnlyList<SecurityKey> Keys);

/// <summary>Asks a provider about itself and remembers the answer for an hour. Those who ask at the same time share one question.</summary>
internal sealed class OidcDiscovery(string authority, HttpClient http)
{
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(1);

    private readonly Lock _lock = new();
    private Task<OidcProvider>? _latest;
    private DateTimeOffset _asked;

    /// <exception cref="OidcException">The provider cannot be reached or does not describe itself properly.</exception>
    public Task<OidcProvider> ReadAsync(DateTimeOffset now)
    {
        lock (_lock)
        {
            return _latest is { IsFaulted: false } latest && now - _asked < Remembered ? latest : Ask(now);
        }
    }

    /// <summary>Asks again, unless someone already did since <paramref name="known"/> was read.</summary>
    /// <exception cref="OidcException">As above.</exception>
    public Task<OidcProvider> ReadAgainAsync(OidcProvider known, DateTimeOffset now)
    {
        lock (_lock)
        {
            return _latest is { IsCompletedSuccessfully: true } latest && latest.Result == known ? Ask(now) : ReadAsync(now);
        }
    }

    private Task<OidcProvider> Ask(DateTimeOffset now)
    {
        _asked = now;
        return _latest = AskAsync();
    }

    private async Task<OidcProvider> AskAsync()
    {
        var address = new Uri($"{authority.TrimEnd('/')}/.well-known/openid-configuration");
        using var question = new HttpRequestMessage(HttpMethod.Get, address);
        var document = OidcDocument.Read(await http.ReadAsync(question, CancellationToken.None), authority);
        using var keys = new HttpRequestMessage(HttpMethod.Get, document.KeysAddress);
        var json = await http.ReadAsync(keys, CancellationToken.None);
        try
        {
            return new OidcProvider(document, [.. new JsonWebKeySet(json.GetRawText()).GetSigningKeys()]);
        }
        catch (ArgumentException e)
        {
            throw new OidcException(OidcFailure.ProviderFault, $"{document.KeysAddress}: the keys cannot be read", e);
        }
    }
}
