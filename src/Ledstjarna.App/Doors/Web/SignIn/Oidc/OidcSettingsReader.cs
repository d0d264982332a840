using System.Text.RegularExpressions;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>Reads one provider's settings and refuses what cannot be used.</summary>
internal sealed partial class OidcSettingsReader(IConfigurationSection section)
{
    private static readonly string[] Known =
    [
        nameof(OidcProviderSettings.Key),
        nameof(OidcProviderSettings.Name),
        nameof(OidcProviderSettings.Authority),
        nameof(OidcProviderSettings.ClientId),
        nameof(OidcProviderSettings.ClientSecret),
        nameof(OidcProviderSettings.Organisation),
        nameof(OidcProviderSettings.RoleClaim),
        nameof(OidcProviderSettings.Roles),
        nameof(OidcProviderSettings.Scopes),
    ];

    public OidcProviderSettings Read()
    {
        if (section.GetChildren().FirstOrDefault(c => !Known.Contains(c.Key, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw Wrong(unknown.Key, $"finns inte; de som finns är {string.Join(", ", Known)}", $"is none of {string.Join(", ", Known)}");
        }

        var defaults = new OidcProviderSettings
        {
            Key = Slug(nameof(OidcProviderSettings.Key)),
            Name = Required(nameof(OidcProviderSettings.Name)),
            Authority = Authority(),
            ClientId = Required(nameof(OidcProviderSettings.ClientId)),
            ClientSecret = Optional(nameof(OidcProviderSettings.ClientSecret)),
            Organisation = Slug(nameof(OidcProviderSettings.Organisation)),
            Roles = Roles(),
        };
        return defaults with
        {
            RoleClaim = Optional(nameof(OidcProviderSettings.RoleClaim)) ?? defaults.RoleClaim,
            Scopes = Scopes() ?? defaults.Scopes,
        };
    }

    public OidcSettingsException Wrong(string name, string swedish, string english)
    {
        var variable = $"{section.Path}:{name}".Replace(":", "__", StringComparison.Ordinal);
        return new OidcSettingsException($"Inställningen {variable} {swedish}.", $"The setting {variable} {english}.");
    }

    private string? Optional(string name) => section[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private string Required(string name) => Optional(name) ?? throw Wrong(name, "saknas", "is missing");

    private string Slug(string name)
    {
        var text = Required(name);
        return SlugPattern().IsMatch(text)
            ? text
            : throw Wrong(name, "får bara ha a–z, 0–9 och bindestreck", "may hold only a–z, 0–9 and hyphens");
    }

    private string Authority()
    {
        var text = Required(nameof(OidcProviderSettings.Authority));
        return
            Uri.TryCreate(text, UriKind.Absolute, out var address)
            && OidcBackchannel.MayCall(address)
            && address is { Query: "", Fragment: "", UserInfo: "" }
            ? text
            : throw Wrong(
                nameof(OidcProviderSettings.Authority),
                "ska vara leverantörens adress, börja med https:// och inte ha frågetecken eller #",
                "must be the provider's address, begin with https:// and have neither ? nor #"
            );
    }

    private string[]? Scopes()
    {
        var scopes = Optional(nameof(OidcProviderSettings.Scopes))?.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return scopes is null || scopes.Contains("openid", StringComparer.Ordinal)
            ? scopes
            : throw Wrong(nameof(OidcProviderSettings.Scopes), "ska ha openid med", "must include openid");
    }

    /// <summary>
    /// Either the provider's role is the setting's name (Roles__chef=Role), or, for one that cannot be part of a variable's name, both stand in
    /// the value (Roles__0=urn:chef=Role).
    /// </summary>
    private Dictionary<string, string> Roles()
    {
        var roles = new Dictionary<string, string>(StringComparer.Ordinal);
        var all = section.GetSection(nameof(OidcProviderSettings.Roles)).AsEnumerable(makePathsRelative: true);
        foreach (var (name, text) in all.OrderBy(r => r.Key, StringComparer.Ordinal))
        {
            if (text is null)
            {
                continue; // a level above the values
            }

            var split = text.LastIndexOf('=');
            var (theirs, ours) = split < 0 ? (name, text.Trim()) : (text[..split].Trim(), text[(split + 1)..].Trim());
            if (theirs.Length == 0 || !RolePattern().IsMatch(ours) || !roles.TryAdd(theirs, ours))
            {
                throw Wrong(
                    $"{nameof(OidcProviderSettings.Roles)}:{name}",
                    "ska vara en roll, eventuellt följd av @ och enhetens förkortning, och bara stå en gång",
                    "must be a role, possibly followed by @ and the unit's abbreviation, and stand only once"
                );
            }
        }

        return roles;
    }

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SlugPattern();

    [GeneratedRegex(@"^[^@\s]+(@[^@\s]+)?\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RolePattern();
}
