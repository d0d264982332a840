using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Doors.Web;

/// <summary>Turns a request into a visit: the organisation of the address's first word, who is signed in there, the day of its <c>datum</c>.</summary>
public sealed class Visits(Database database, SteeringRecords records, TimeProvider time, IHttpContextAccessor http)
{
    /// <summary>The goals on a day.</summary>
    /// <exception cref="PageFaultException">There is no such organisation, the date cannot be read, or no structure was valid then.</exception>
    /// <exception cref="SignInNeededException">Only those signed in may read.</exception>
    public async Task<Visit> OpenAsync(string slug, string? date, CancellationToken cancellation)
    {
        var place = await EnterAsync(slug, Right.Read, cancellation);
        var chosen = Chosen(place.Organisation, date);
        var situation =
            Situation.On(place.Record, chosen ?? Situation.LatestDay(place.Record, place.Today)) ?? throw NoStructure(place, chosen);
        return new Visit(place.Actor, situation, chosen is not null, place.Today);
    }

    /// <summary>The organisation, for someone who has a right there.</summary>
    /// <param name="slug">The address's first word.</param>
    /// <param name="right">Asked for anywhere in the organisation; a handler asks again for the very thing.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <exception cref="SignInNeededException">No one is signed in, and visitors may not.</exception>
    /// <exception cref="UnauthorizedAccessException">The one who is signed in may not.</exception>
    public async Task<Place> EnterAsync(string slug, Right right, CancellationToken cancellation)
    {
        var organisation = await OrganisationAsync(slug, cancellation);
        var record = (await records.ReadAsync(organisation.OrganisationId, cancellation))!;
        var actor =
            Session.In(http.HttpContext!, organisation.OrganisationId)?.Actor(record.Units)
            ?? Actor.Visitor(organisation.OrganisationId, organisation.IsDemo);
        if (!actor.IsSignedIn && !actor.MaySomewhere(right))
        {
            throw new SignInNeededException(organisation.Slug);
        }

        actor.RequireSomewhere(right);
        var seen = actor.MaySomewhere(Right.ReadPreparation) ? record : record.Public;
        return new Place(actor, seen, DateOnly.FromDateTime(time.GetLocalNow().DateTime));
    }

    public async Task<Organisation> OrganisationAsync(string slug, CancellationToken cancellation) =>
        (await database.OrganisationsAsync(cancellation)).FirstOrDefault(o =>
            string.Equals(o.Slug, slug, StringComparison.OrdinalIgnoreCase)
        ) ?? throw PageFaultException.NotFound("Kommunen finns inte här", "Kontrollera adressen, eller välj kommun på startsidan.");

    private static DateOnly? Chosen(Organisation organisation, string? date)
    {
        if (string.IsNullOrWhiteSpace(date))
        {
            return null;
        }

        return DateText.TryParse(date.Trim(), out var day)
            ? day
            : throw new PageFaultException(
                StatusCodes.Status400BadRequest,
                "Datumet går inte att läsa",
                "Skriv datumet som år, månad och dag, till exempel 2022-12-31, eller välj en uppföljning i listan.",
                $"/{organisation.Slug}"
            );
    }

    private static PageFaultException NoStructure(Place place, DateOnly? chosen)
    {
        var periods = place.Record.Structures.Select(s => $"{Day(s.Validity.From, "alltid")} till {Day(s.Validity.To, "tills vidare")}");
        return PageFaultException.NotFound(
            chosen is { } day ? $"Inga mål gällde den {Words.Swedish.LongDate(day)}" : "Det finns inga mål ännu",
            place.Record.Structures.Count == 0
                ? "Målen visas här när de är inlagda."
                : $"Välj en dag då mål gällde: {Words.Swedish.And([.. periods])}.",
            place.Record.Structures.Count == 0 && place.Actor.MaySomewhere(Right.ManageGoals)
                ? $"/{place.Organisation.Slug}/kom-igang"
                : $"/{place.Organisation.Slug}"
        );
    }

    private static string Day(DateOnly? day, string without) => day is { } d ? Words.Swedish.Date(d) : without;
}
