using Ledstjarna.Domain.Goals;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>
/// Who is asked for what in a follow-up: for every part of a council or internal goal, each unit that owns figures or does something there,
/// one of them judging the part; for every goal of a committee or company, that unit.
/// </summary>
public static class RequestPlan
{
    /// <summary>The requests that a follow-up should have, in the goals' order. Who was asked last time is asked again.</summary>
    /// <param name="record">What is steered by.</param>
    /// <param name="followUp">The follow-up; need not be in the record.</param>
    /// <param name="before">The requests of the latest follow-up of the same kind; empty when there was none.</param>
    /// <param name="newId">Gives a new id each time.</param>
    public static IReadOnlyList<Request> Of(SteeringRecord record, FollowUp followUp, IReadOnlyList<Request> before, Func<Guid> newId)
    {
        var with = record with { FollowUps = [.. record.FollowUps.Where(f => f.CutOff != followUp.CutOff), followUp] };
        var situation = Situation.On(with, followUp.CutOff)!;
        var last = before.ToLookup(r => (r.GoalId, r.UnitId));
        return
        [
            .. from goal in Asked(situation)
            where followUp.Surveyed.Count == 0 || Measured(situation, goal).Any(i => followUp.Surveyed.Contains(i.Value))
            from part in PartsOf(situation, goal)
            let was = last[(goal.Id, part.Unit)].FirstOrDefault()
            select new Request
            {
                OrganisationId = followUp.OrganisationId,
                Id = new RequestId(newId()),
                FollowUpId = followUp.Id,
                GoalId = goal.Id,
                UnitId = part.Unit,
                JudgesGoal = part.Judges,
                AccountId = was?.AccountId,
                StandInId = was?.StandInId,
                Due = goal.Kind == GoalKind.Committee ? followUp.UnitsBy : followUp.ExpertsBy,
            },
        ];
    }

    /// <summary>Goals without parts, the parts of those that have, and last every goal with parts whose unit is named.</summary>
    private static IEnumerable<Goal> Asked(Situation situation)
    {
        foreach (var top in situation.Goals.Where(g => g.ParentId is null).OrderBy(g => g.Kind).ThenBy(g => g.Order))
        {
            foreach (var part in top.Kind == GoalKind.Committee ? [] : situation.Children(top))
            {
                yield return part;
            }

            yield return top;
        }
    }

    /// <summary>The units with something in the branch, and which of them judges the goal. Of several the one that owns most there.</summary>
    private static IEnumerable<(UnitId Unit, bool Judges)> PartsOf(Situation situation, Goal goal)
    {
        var owners = Owners(situation, goal).ToList();
        var parent = situation.Goals.FirstOrDefault(g => g.Id == goal.ParentId);
        var judge =
            goal.UnitId
            ?? parent?.UnitId
            ?? owners.GroupBy(o => o).OrderByDescending(o => o.Count()).Select(o => (UnitId?)o.Key).FirstOrDefault();
        return owners.Prepend(judge ?? default).Where(u => u != default).Distinct().Select(u => (u, u == judge));
    }

    private static IEnumerable<UnitId> Owners(Situation situation, Goal goal)
    {
        var indicators = Measured(situation, goal).ToHashSet();
        var branch = RequestScope.Branch(situation, goal).Select(g => g.Id).ToHashSet();
        var activities = situation.Measures.Where(m => branch.Contains(m.GoalId)).Select(m => m.ActivityId).ToHashSet();
        return situation
            .Record.Indicators.Where(i => indicators.Contains(i.Id))
            .Select(i => i.OwnerId)
            .OfType<UnitId>()
            .Concat(
                situation
                    .Record.Activities.Where(a => activities.Contains(a.Id))
                    .SelectMany(a => a.ResponsibleUnits)
                    .Select(u => new UnitId(u))
            );
    }

    private static IEnumerable<IndicatorId> Measured(Situation situation, Goal goal)
    {
        var branch = RequestScope.Branch(situation, goal).Select(g => g.Id).ToHashSet();
        return situation.Measures.Where(m => branch.Contains(m.GoalId)).Select(m => m.IndicatorId).OfType<IndicatorId>().Distinct();
    }
}
