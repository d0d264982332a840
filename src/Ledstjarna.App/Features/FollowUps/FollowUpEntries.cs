using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>What those who change follow-ups ask and tell.</summary>
internal static class FollowUpEntries
{
    /// <exception cref="DomainRuleException">It is not there any more.</exception>
    public static FollowUp Find(SteeringRecord record, FollowUpId id) =>
        record.FollowUps.FirstOrDefault(f => f.Id == id) ?? throw new DomainRuleException(RuleCode.FollowUpUnknown);

    public static ChangeEntry Of(ChangeKind kind, FollowUp followUp, IReadOnlyList<FieldChange> fields, string? why = null) =>
        new(kind, FollowUpEditor.KindKey, followUp.Id.Value.ToString(), PlaceWords.Name(followUp), fields, why);

    public static FieldChange State(FollowUpState before, FollowUpState after) =>
        new("state", "Läge", before.ToString(), after.ToString(), FollowUpWords.Name(before), FollowUpWords.Name(after));
}
