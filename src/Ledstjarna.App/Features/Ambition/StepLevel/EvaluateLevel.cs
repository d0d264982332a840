using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>Notes that a level still holds although goals have changed.</summary>
public sealed class EvaluateLevelHandler(Ledger ledger, SteeringRecords records, TimeProvider time)
{
    public async Task HandleAsync(Actor actor, AmbitionLevelId id, IReadOnlySet<string> seen, string? why, CancellationToken cancellation)
    {
        actor.RequireSomewhere(Right.ManageLevels);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var level = LevelEntries.Find(actor, record, id);
                var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
                var reasons = new LevelHistory(record, level.BodyId)
                    .ToEvaluate(level)
                    .Where(r => seen.Contains(r.Id.Value.ToString()))
                    .ToList();
                db.Update(
                    level with
                    {
                        EvaluatedOn = today,
                        EvaluatedReasons = [.. level.EvaluatedReasons, .. reasons.Select(r => r.Id.Value)],
                    }
                );
                return
                [
                    LevelEntries.Of(
                        level,
                        [
                            new FieldChange(
                                "evaluatedOn",
                                "Utvärderad",
                                level.EvaluatedOn is { } d ? Swedish.Date(d) : null,
                                Swedish.Date(today)
                            ),
                            new FieldChange("evaluatedFor", "Med anledning av", null, Swedish.And([.. reasons.Select(r => r.Subject)])),
                        ],
                        why
                    ),
                ];
            },
            cancellation
        );
    }
}

/// <summary>What those who change levels ask and tell.</summary>
internal static class LevelEntries
{
    /// <exception cref="DomainRuleException">It is not there any more.</exception>
    public static AmbitionLevel Find(Actor actor, SteeringRecord record, AmbitionLevelId id)
    {
        var level = record.AmbitionLevels.FirstOrDefault(l => l.Id == id) ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
        actor.Require(Right.ManageLevels, level.BodyId);
        return level;
    }

    public static ChangeEntry Of(AmbitionLevel level, IReadOnlyList<FieldChange> fields, string? why) =>
        new(ChangeKind.Changed, LevelEditor.KindKey, level.Id.Value.ToString(), level.Name, fields, why);
}
