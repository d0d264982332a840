using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;

namespace Ledstjarna.App.Doors;

/// <summary>A source's setting that cannot be used. The message is for the person at the console, in Swedish and in English.</summary>
public sealed class StatisticsSettingsException(string setting, string swedish, string english)
    : Exception($"Inställningen {setting} {swedish}.\nThe setting {setting} {english}.");

/// <summary>Where statistics are fetched. Without an address nothing is asked for on the network. <c>docs/drift.md</c> lists the settings.</summary>
/// <param name="Kolada">Null: off.</param>
/// <param name="Scb">Null: off.</param>
public sealed record StatisticsSettings(SourceLimits? Kolada, SourceLimits? Scb)
{
    /// <summary>To a copy of a source inside one's own network.</summary>
    private const double OwnPerSecond = 20;

    /// <summary>Those that are on.</summary>
    public IReadOnlyList<StatisticsSource> Sources =>
        [
            .. Kolada is null ? Array.Empty<StatisticsSource>() : [StatisticsSource.Kolada],
            .. Scb is null ? Array.Empty<StatisticsSource>() : [StatisticsSource.Scb],
        ];

    /// <exception cref="StatisticsSettingsException">An address cannot be used.</exception>
    public static StatisticsSettings Read(IConfiguration configuration) =>
        new(Limits(configuration, "Kolada", 5), Limits(configuration, "Scb", 2.5));

    private static SourceLimits? Limits(IConfiguration configuration, string source, double perSecond)
    {
        var key = $"Ledstjarna:{source}:Address";
        if (configuration[key] is not { } text || string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        var isOwn = configuration.GetValue<bool>($"Ledstjarna:{source}:AllowPrivateAddress");
        return
            Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (isOwn && address.Scheme == Uri.UriSchemeHttp))
            ? new SourceLimits
            {
                Address = address,
                RequestsPerSecond = isOwn ? OwnPerSecond : perSecond,
                AllowsPrivateAddresses = isOwn,
            }
            : throw new StatisticsSettingsException(
                key.Replace(":", "__", StringComparison.Ordinal),
                "ska vara en adress som börjar med https://",
                "must be an address that begins with https://"
            );
    }
}
