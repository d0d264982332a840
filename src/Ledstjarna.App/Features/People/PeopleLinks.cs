using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.People;

/// <summary>Addresses of signing in and of people, for other features.</summary>
public static class PeopleLinks
{
    public static string SignIn(string slug, string? back = null) =>
        $"/{slug}/logga-in" + (back is null ? "" : $"?till={Uri.EscapeDataString(back)}");

    public static string MyAccount(Place place) => $"/{place.Organisation.Slug}/mitt-konto";

    public static string Persons(Place place) => $"/{place.Organisation.Slug}/personer";

    public static string ChoosePassword(string slug, string secret) => $"/{slug}/valj-losenord?nyckel={Uri.EscapeDataString(secret)}";
}
