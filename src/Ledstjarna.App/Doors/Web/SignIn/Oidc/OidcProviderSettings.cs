namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>One provider that people may sign in with. <c>docs/drift.md</c> tells how to set it up.</summary>
public sealed record OidcProviderSettings
{
    /// <summary>Part of the address: a–z, 0–9 and hyphens.</summary>
    public required string Key { get; init; }

    /// <summary>As on the button: "Logga in med …".</summary>
    public required string Name { get; init; }

    /// <summary>The provider's issuer, to the letter.</summary>
    public required string Authority { get; init; }

    public required string ClientId { get; init; }

    /// <summary>Null for a public client; PKCE is used in both cases.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>The slug of the organisation whose people sign in here.</summary>
    public required string Organisation { get; init; }

    /// <summary>The claim that holds roles or groups; dots lead into nested JSON.</summary>
    public string RoleClaim { get; init; } = "roles";

    /// <summary>The provider's role → ours, as "Role" or "Role@UnitAbbreviation". Others are left out.</summary>
    public IReadOnlyDictionary<string, string> Roles { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public IReadOnlyList<string> Scopes { get; init; } = ["openid", "profile", "email"];

    /// <summary>The authentication scheme's name.</summary>
    public string Scheme => $"oidc:{Key}";

    /// <summary>Where the button leads; <c>till</c> in the query is where to go on.</summary>
    public string StartPath => $"/logga-in/oidc/{Key}";

    /// <summary>Where the provider sends people back; registered with the provider.</summary>
    public string CallbackPath => $"{StartPath}/svar";

    /// <summary>Without the secret.</summary>
    public override string ToString() => $"{Key} ({Authority})";

    /// <summary>All of <c>Ledstjarna:Oidc:{n}</c>, in order; empty when there are none.</summary>
    /// <exception cref="OidcSettingsException">One cannot be used.</exception>
    public static IReadOnlyList<OidcProviderSettings> Read(IConfiguration configuration)
    {
        var all = new List<OidcProviderSettings>();
        foreach (var section in configuration.GetSection("Ledstjarna:Oidc").GetChildren())
        {
            var reader = new OidcSettingsReader(section);
            var one = reader.Read();
            if (all.Any(p => p.Key == one.Key))
            {
                throw reader.Wrong(nameof(Key), "används redan av en annan leverantör", "is already used by another provider");
            }

            all.Add(one);
        }

        return all;
    }
}
