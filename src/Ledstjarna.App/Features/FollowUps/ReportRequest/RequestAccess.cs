using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>Who may answer a request: those who report for its unit, the person asked and the one who steps in.</summary>
internal static class RequestAccess
{
    public static bool MayReport(Actor actor, Request request) =>
        actor.May(Right.Report, request.UnitId)
        || (
            actor.Account is { } account
            && (request.AccountId == account || request.StandInId == account)
            && actor.MaySomewhere(Right.Report)
        );

    /// <summary>Whether it is on the person's own list: theirs by name, or asked of a unit they report for and of no one else.</summary>
    public static bool IsMine(Actor actor, Request request) =>
        (actor.Account is { } account && (request.AccountId == account || request.StandInId == account))
        || (
            request.AccountId is null
            && actor.Grants.Any(g =>
                AccessRules.ReachOf(g.Role, Right.Report) == Reach.OwnUnits && (g.Units is null || g.Units.Contains(request.UnitId))
            )
        );

    /// <exception cref="DomainRuleException">It is not there any more.</exception>
    /// <exception cref="UnauthorizedAccessException">It is another unit's.</exception>
    public static async Task<Request> FindAsync(LedstjarnaContext db, Actor actor, RequestId id, CancellationToken cancellation)
    {
        var request =
            await db.Set<Request>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellation)
            ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
        return MayReport(actor, request) ? request : throw new UnauthorizedAccessException($"{actor.Name}: {Right.Report}");
    }
}
