using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Forms;

/// <summary>What is done only when a reason is given. The log keeps it.</summary>
internal static class Reasons
{
    /// <summary>A sentence that asks for a reason. Null: none is needed, or there is one.</summary>
    /// <param name="record">As it is.</param>
    /// <param name="before">The rows as they are.</param>
    /// <param name="after">The rows as they are to be.</param>
    /// <param name="why">The reason given.</param>
    /// <exception cref="DomainRuleException">A row would be in force through something that brings nothing into force; no reason helps.</exception>
    public static string? Asked(SteeringRecord record, IReadOnlyList<object> before, IReadOnlyList<object> after, string? why)
    {
        DecisionRules.CheckForce(record, before, after);
        return !string.IsNullOrWhiteSpace(why) ? null
            : DecisionRules.OutsideCompetence(record, before, after).ToList() is [var outside, ..] ? DecisionWords.Outside(record, outside)
            : after.OfType<Decision>().Any(d => DecisionRules.GoesBack(record, d))
                ? $"{Swedish.Capital(RuleWords.Sentence(RuleCode.MinutesGoForward))}."
            : null;
    }

    /// <summary>What to do instead, for someone who would make a thing that is not for their own units.</summary>
    public static string NotYours(SteeringRecord record, Actor actor, Right right, UnitId? unit)
    {
        var own = actor
            .Grants.Where(g => AccessRules.ReachOf(g.Role, right) == Reach.OwnUnits)
            .SelectMany(g => g.Units?.AsEnumerable() ?? [])
            .Distinct()
            .Select(id => record.Units.FirstOrDefault(u => u.Id == id)?.Name)
            .OfType<string>()
            .Order(Swedish.Order)
            .ToList();
        var whose = record.Units.FirstOrDefault(u => u.Id == unit)?.Name;
        return own.Count == 0
            ? "Du har inte rätt att spara det här. Be kommunens administratör om rättigheten."
            : $"Du kan spara det här bara för {(own.Count > 3 ? "de enheter som du har en roll för" : Swedish.And(own))}, och det här {(whose is null ? "hör inte till någon enhet än" : $"hör till {whose}")}. Ändra valet av enhet eller organ.";
    }

    /// <exception cref="DomainRuleException">A reason is needed and there is none, or no reason helps.</exception>
    public static void Require(SteeringRecord record, IReadOnlyList<object> before, IReadOnlyList<object> after, string? why)
    {
        if (Asked(record, before, after, why) is not null)
        {
            throw new DomainRuleException(RuleCode.OutsideCompetence, "why");
        }
    }
}
