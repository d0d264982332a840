using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;

namespace Ledstjarna.App.Features.Mails;

/// <summary>Addresses of mails, for other features.</summary>
public static class MailsLinks
{
    public static string Own(Place place) => $"/{place.Organisation.Slug}/brev";

    public static string Mail(Place place, MailId id) => $"{Own(place)}/{id.Value}";

    public static string Outbox(Place place) => $"{Own(place)}/utskick";
}
