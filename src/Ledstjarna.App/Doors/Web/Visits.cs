using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Doors.Web;

/// <summary>Turns an address into a visit: the organisation of its first word, the day of its <c>datum</c>.</summary>
public sealed class Visits(Database database, SteeringRecords records, TimeProvider time)
{
    /// <exception cref="PageFaultException">There is no such organisation, the date cannot be read, or no structure was valid then.</exception>
    public async Task<Visit> OpenAsync(string slug, string? date, CancellationToken cancellation)
    {
        var organisation =
            (await database.OrganisationsAsync(cancellation)).FirstOrDefault(o =>
                string.Equals(o.Slug, slug, StringComparison.OrdinalIgnoreCase)
            ) ?? throw PageFaultException.NotFound("Kommunen finns inte här", "Kontrollera adressen, eller välj kommun på startsidan.");
        var actor = Actor.Visitor(organisation.OrganisationId);
        actor.Require(Right.Read);
        var record = (await records.ReadAsync(organisation.OrganisationId, cancellation))!;
        var chosen = Chosen(organisation, date);
        var situation = Situation.On(record, chosen ?? DefaultDay(record)) ?? throw NoStructure(record, chosen);
        return new Visit(actor, situation, chosen is not null);
    }

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

    /// <summary>The latest follow-up; today where there is none.</summary>
    private DateOnly DefaultDay(SteeringRecord record) =>
        record.FollowUps.Count > 0 ? record.FollowUps.Max(f => f.CutOff) : DateOnly.FromDateTime(time.GetLocalNow().DateTime);

    private static PageFaultException NoStructure(SteeringRecord record, DateOnly? chosen)
    {
        var periods = record.Structures.Select(s => $"{Day(s.Validity.From, "alltid")} till {Day(s.Validity.To, "tills vidare")}");
        return PageFaultException.NotFound(
            chosen is { } day ? $"Inga mål gällde den {Words.Swedish.LongDate(day)}" : "Det finns inga mål ännu",
            record.Structures.Count == 0
                ? "Målen visas här när de är inlagda."
                : $"Välj en dag då mål gällde: {Words.Swedish.And([.. periods])}.",
            $"/{record.Organisation.Slug}"
        );
    }

    private static string Day(DateOnly? day, string without) => day is { } d ? Words.Swedish.Date(d) : without;
}
