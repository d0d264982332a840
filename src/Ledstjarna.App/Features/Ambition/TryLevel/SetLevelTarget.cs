using System.Globalization;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Ambition.TryLevel;

/// <summary>Puts a level that was tried into a draft, as the indicator's political target there.</summary>
public sealed class SetLevelTargetHandler(Ledger ledger, SteeringRecords records)
{
    private static readonly LevelTargetEditor Editor = new();

    /// <summary>What stands, to tell whether someone else has changed it since.</summary>
    public static string Opened(AmbitionTarget? target) =>
        target is null
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{target.Kind} {target.Low:R} {target.High:R} {target.PartlyLow:R} {target.PartlyHigh:R}"
            );

    /// <param name="actor">Must have the right for the level's body.</param>
    /// <param name="id">The draft.</param>
    /// <param name="indicator">An indicator that is measured in it.</param>
    /// <param name="wanted">The level; its due day tells which of several targets it replaces.</param>
    /// <param name="opened">As <see cref="Opened"/> said when the page was opened.</param>
    /// <param name="why">The reason given.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <exception cref="DomainRuleException">The draft is closed, or the target cannot be.</exception>
    public async Task HandleAsync(
        Actor actor,
        AmbitionLevelId id,
        IndicatorId indicator,
        TargetLevel wanted,
        string opened,
        string? why,
        CancellationToken cancellation
    )
    {
        actor.RequireSomewhere(Right.ManageLevels);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var level = LevelEntries.Find(actor, record, id);
                if (!level.IsOpen)
                {
                    throw new DomainRuleException(RuleCode.LevelLocked);
                }

                var was = record.AmbitionTargets.FirstOrDefault(t => t.LevelId == id && t.IndicatorId == indicator && t.Due == wanted.Due);
                if (Opened(was) != opened)
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                }

                var made = new AmbitionTarget(
                    actor.Organisation,
                    was?.Id ?? new AmbitionTargetId(Guid.CreateVersion7()),
                    id,
                    indicator,
                    wanted with
                    {
                        From = null,
                    }
                )
                {
                    Why = was?.Why,
                    IsExample = was?.IsExample ?? false,
                };
                LevelRules.Check(record, made);
                var fields = Editor.Changes(record, was, made);
                if (fields.Count == 0)
                {
                    return [];
                }

                RowChanges.Replace(db, was is null ? [] : [was], [made]);
                return
                [
                    new ChangeEntry(
                        was is null ? ChangeKind.Created : ChangeKind.Changed,
                        LevelTargetEditor.KindKey,
                        made.Id.Value.ToString(),
                        $"{level.Name}: {Editor.Named(record, made)}",
                        fields,
                        why
                    ),
                ];
            },
            cancellation
        );
    }
}
