using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Memos;

/// <summary>What composing a section anew gives.</summary>
/// <param name="Section">As it stands.</param>
/// <param name="Composed">What it would say.</param>
public sealed record Offer(MemoSection Section, string Composed)
{
    /// <summary>Those where the matter now says something other than when the section was composed.</summary>
    internal static IReadOnlyList<Offer> Of(SteeringRecord record, Memo memo)
    {
        var composer = new MemoComposer(record, record.Matters.Single(m => m.Id == memo.MatterId), memo.ToId);
        return
        [
            .. record
                .MemoTemplates.Single(t => t.Id == memo.TemplateId)
                .Parts()
                .Select(part => new Offer(
                    memo.Sections.FirstOrDefault(s => s.Key == part.Key) ?? new MemoSection(part.Key, "", ""),
                    MemoEditor.Canonicalised(composer.Of(part.Source))
                ))
                .Where(o => o.Composed != o.Section.Composed && o.Composed != o.Section.Text),
        ];
    }
}

/// <summary>Composes a memo anew: sections that no one has written in take the new text, and of the others those that someone chooses.</summary>
public sealed class RecomposeHandler(Ledger ledger, SteeringRecords records)
{
    /// <param name="actor">Must have the right for the matter's unit.</param>
    /// <param name="id">The memo.</param>
    /// <param name="taken">The sections, by key, where the new text is to follow what a person wrote.</param>
    /// <param name="left">The sections where what a person wrote is to stand, and the offer is not to be made again.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    public async Task HandleAsync(
        Actor actor,
        MemoId id,
        IReadOnlySet<string> taken,
        IReadOnlySet<string> left,
        CancellationToken cancellation
    )
    {
        actor.RequireSomewhere(Right.ManageMatters);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var memo = record.Memos.FirstOrDefault(m => m.Id == id) ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                var matter = record.Matters.Single(m => m.Id == memo.MatterId);
                actor.Require(Right.ManageMatters, matter.UnitId);
                var offers = Offer.Of(record, memo).ToDictionary(o => o.Section.Key, StringComparer.Ordinal);
                var sections = record
                    .MemoTemplates.Single(t => t.Id == memo.TemplateId)
                    .Parts()
                    .Select(part =>
                    {
                        var section = memo.Sections.FirstOrDefault(s => s.Key == part.Key) ?? new MemoSection(part.Key, "", "");
                        return !offers.TryGetValue(part.Key, out var offer) ? section
                            : section.IsWritten && taken.Contains(part.Key)
                                ? new MemoSection(part.Key, $"{section.Text}\n\n{offer.Composed}", offer.Composed)
                            : section.IsWritten && left.Contains(part.Key) ? section with { Composed = offer.Composed }
                            : section.Recomposed(offer.Composed);
                    })
                    .Concat(MemoEditor.Leftover(memo, record.MemoTemplates.Single(t => t.Id == memo.TemplateId)))
                    .ToList();
                if (sections.SequenceEqual(memo.Sections))
                {
                    return [];
                }

                db.Update(memo with { Sections = sections });
                return [Entry(record, memo, sections)];
            },
            cancellation
        );
    }

    private static ChangeEntry Entry(SteeringRecord record, Memo memo, List<MemoSection> sections)
    {
        var before = memo.Sections.ToDictionary(s => s.Key, s => s.Text, StringComparer.Ordinal);
        var keys = record.MemoTemplates.Single(t => t.Id == memo.TemplateId).Parts().Select(p => p.Key).ToList();
        return new ChangeEntry(
            ChangeKind.Changed,
            MemoEditor.KindKey,
            memo.Id.Value.ToString(),
            memo.Title,
            [
                .. sections
                    .Where(s => before.GetValueOrDefault(s.Key, "") != s.Text)
                    .Select(s => new FieldChange($"s{keys.IndexOf(s.Key)}", s.Key, before.GetValueOrDefault(s.Key), s.Text)),
            ],
            "Nytt ur ärendet"
        );
    }
}
