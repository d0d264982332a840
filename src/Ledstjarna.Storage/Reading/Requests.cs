using Ledstjarna.Domain;
using Ledstjarna.Domain.FollowUps;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Reading;

/// <summary>What units are asked to report, and what they have said.</summary>
public sealed class Requests(Database database)
{
    /// <summary>Of one follow-up, those with the soonest last day first.</summary>
    public Task<List<Request>> OfAsync(OrganisationId organisation, FollowUpId followUp, CancellationToken cancellation) =>
        WhereAsync(organisation, r => r.FollowUpId == followUp, cancellation);

    /// <summary>Of several follow-ups.</summary>
    public Task<List<Request>> OfAsync(
        OrganisationId organisation,
        IReadOnlyCollection<FollowUpId> followUps,
        CancellationToken cancellation
    ) => WhereAsync(organisation, r => followUps.Contains(r.FollowUpId), cancellation);

    /// <summary>Of a situation's follow-up: as they were frozen, where they were; else as they are. Empty where there is no follow-up.</summary>
    public async Task<IReadOnlyList<Request>> OfAsync(Situation situation, CancellationToken cancellation) =>
        situation.FollowUp is not { } followUp ? []
        : situation is { IsFrozen: true, Record.Requests.Count: > 0 } ? situation.Record.Requests
        : await OfAsync(followUp.OrganisationId, followUp.Id, cancellation);

    public async Task<Request?> FindAsync(OrganisationId organisation, RequestId id, CancellationToken cancellation) =>
        (await WhereAsync(organisation, r => r.Id == id, cancellation)).SingleOrDefault();

    /// <summary>What the same unit has been asked of the same goal, in every follow-up.</summary>
    public Task<List<Request>> LikeAsync(Request request, CancellationToken cancellation)
    {
        var (goal, unit) = (request.GoalId, request.UnitId);
        return WhereAsync(request.OrganisationId, r => r.GoalId == goal && r.UnitId == unit, cancellation);
    }

    private async Task<List<Request>> WhereAsync(
        OrganisationId organisation,
        System.Linq.Expressions.Expression<Func<Request, bool>> which,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(organisation);
        return await db.Set<Request>().AsNoTracking().Where(which).OrderBy(r => r.Due).ThenBy(r => r.Id).ToListAsync(cancellation);
    }
}
