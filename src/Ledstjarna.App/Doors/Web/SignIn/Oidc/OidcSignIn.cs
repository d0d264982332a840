namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>Someone whom a provider vouches for. What it may be used for here is decided by whoever receives it.</summary>
/// <param name="ProviderKey">Which provider; a subject means something only together with it.</param>
/// <param name="Subject">The provider's lasting name for the person.</param>
/// <param name="Name">As the provider writes it.</param>
/// <param name="Email">Null also when the provider says that it is not verified.</param>
/// <param name="Roles">Our roles, as the settings map them: "Role" or "Role@UnitAbbreviation". Empty when none is mapped.</param>
/// <param name="ReturnUrl">Where to go on; always local.</param>
public sealed record OidcSignIn(
    string ProviderKey,
    string Subject,
    string? Name,
    string? Email,
    IReadOnlyList<string> Roles,
    string ReturnUrl
);
