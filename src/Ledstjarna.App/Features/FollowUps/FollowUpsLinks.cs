using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>Addresses of follow-ups and of what people are asked to report, for other features.</summary>
public static class FollowUpsLinks
{
    /// <summary>The year's wheel.</summary>
    public static string All(Place place) => $"/{place.Organisation.Slug}/uppfoljningar";

    public static string FollowUp(Place place, FollowUp followUp) => $"{All(place)}/{Swedish.Date(followUp.CutOff)}";

    /// <summary>The auditors' statement, to be saved; where it is sent to be chosen too.</summary>
    internal static string Statement(Place place, FollowUp followUp) => $"{FollowUp(place, followUp)}/utlatande";

    public static string Tasks(Place place) => $"/{place.Organisation.Slug}/uppgifter";

    public static string Task(Place place, RequestId request) => $"{Tasks(place)}/{request.Value}";
}
