using System.Security.Cryptography;
using System.Text;
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
    /// <summary>Of what it would say, the paragraphs that were not in it when it was last composed.</summary>
    public string New =>
        Section.Composed.Split("\n\n").ToHashSet(StringComparer.Ordinal) is var old
        && Composed.Split("\n\n").Where(p => !old.Contains(p)).ToList() is { Count: > 0 } added
            ? string.Join("\n\n", added)
            : Composed;

    /// <summary>Tells offers from others, so that only what was shown is taken.</summary>
    public static string Seen(IReadOnlyList<Offer> offers) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\0', offers.SelectMany(o => new[] { o.Section.Key, o.Section.Text, o.Composed })))
            )
        );

    /// <summary>Those where the matter now says something other than when the section was composed.</summary>
    internal static IReadOnlyList<Offer> Of(SteeringRecord record, Memo memo)
    {
        var composer = new MemoComposer(record, record.Matters.Single(m => m.Id == memo.MatterId), memo.ToId, memo.Date);
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
    /// <param name="replaced">The sections, by key, where the new text is to stand in place of what does.</param>
    /// <param name="left">The sections that are to stand as they are, and where the offer is not to be made again.</param>
    /// <param name="seen">What was shown, as <see cref="Offer.Seen"/> said.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    public async Task HandleAsync(
        Actor actor,
        MemoId id,
        IReadOnlySet<string> taken,
        IReadOnlySet<string> replaced,
        IReadOnlySet<string> left,
        string seen,
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
                var all = Offer.Of(record, memo);
                if (Offer.Seen(all) != seen)
                {
                    throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                }

                var offers = all.ToDictionary(o => o.Section.Key, StringComparer.Ordinal);
                var sections = record
                    .MemoTemplates.Single(t => t.Id == memo.TemplateId)
                    .Parts()
                    .Select(part =>
                    {
                        var section = memo.Sections.FirstOrDefault(s => s.Key == part.Key) ?? new MemoSection(part.Key, "", "");
                        return !offers.TryGetValue(part.Key, out var offer) ? section
                            : left.Contains(part.Key) ? section with { Composed = offer.Composed }
                            : replaced.Contains(part.Key) ? new MemoSection(part.Key, offer.Composed, offer.Composed)
                            : section.IsWritten && taken.Contains(part.Key)
                                ? new MemoSection(part.Key, $"{section.Text}\n\n{offer.New}", offer.Composed)
                            : section.Recomposed(offer.Composed);
                    })
                    .Concat(MemoEditor.Leftover(memo, record.MemoTemplates.Single(t => t.Id == memo.TemplateId)))
                    .ToList();
                if (sections.SequenceEqual(memo.Sections))
                {
                    return [];
                }

                db.Update(memo with { Sections = sections });
                return [Entry(memo, sections)];
            },
            cancellation
        );
    }

    private static ChangeEntry Entry(Memo memo, List<MemoSection> sections)
    {
        var before = memo.Sections.ToDictionary(s => s.Key, s => s.Text, StringComparer.Ordinal);
        return new ChangeEntry(
            ChangeKind.Changed,
            MemoEditor.KindKey,
            memo.Id.Value.ToString(),
            memo.Title,
            [
                .. sections
                    .Where(s => before.GetValueOrDefault(s.Key, "") != s.Text)
                    .Select(s => new FieldChange(MemoEditor.NameOf(s.Key), s.Key, before.GetValueOrDefault(s.Key), s.Text)),
            ],
            "Nytt ur ärendet"
        );
    }
}
