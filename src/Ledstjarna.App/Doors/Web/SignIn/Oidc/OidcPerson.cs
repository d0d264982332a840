using System.Text.Json;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>A person as the provider describes them, before our roles.</summary>
internal sealed record OidcPerson(string Subject, string? Name, string? Email, IReadOnlyList<string> Roles)
{
    /// <summary>Whether it is worth asking for more.</summary>
    public bool LacksSomething => Name is null || Email is null || Roles.Count == 0;

    /// <param name="claims">Of a valid id_token.</param>
    /// <param name="settings">Which claim holds the roles.</param>
    public static OidcPerson From(JsonElement claims, OidcProviderSettings settings) =>
        new(
            OidcClaims.Text(claims, "sub")!,
            OidcClaims.Text(claims, "name") ?? OidcClaims.Text(claims, "preferred_username"),
            OidcClaims.Email(claims),
            OidcClaims.Texts(claims, settings.RoleClaim)
        );

    /// <summary>What was missing; what is signed stays.</summary>
    /// <param name="claims">Of userinfo, about the same subject.</param>
    /// <param name="settings">Which claim holds the roles.</param>
    public OidcPerson FilledInFrom(JsonElement claims, OidcProviderSettings settings)
    {
        var more = From(claims, settings);
        return this with { Name = Name ?? more.Name, Email = Email ?? more.Email, Roles = Roles.Count > 0 ? Roles : more.Roles };
    }

    public OidcSignIn SignIn(OidcProviderSettings settings, string returnUrl) =>
        new(
            settings.Key,
            Subject,
            Name,
            Email,
            [.. Roles.Where(settings.Roles.ContainsKey).Select(r => settings.Roles[r]).Distinct(StringComparer.Ordinal)],
            returnUrl
        );
}
