using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>A whole meeting.</summary>
/// <param name="Body">Whose.</param>
/// <param name="Day">When.</param>
/// <param name="Kind">What its decisions are.</param>
/// <param name="Minutes">How far the minutes have come.</param>
/// <param name="Text">A decision a line.</param>
public sealed record EnterMeeting(UnitId Body, DateOnly Day, DecisionKind Kind, MinutesState Minutes, string Text);

/// <summary>A line of the meeting: the decision it becomes, or why it does not.</summary>
public sealed record MeetingLine(MeetingItem Item, Decision? Decision, string? Problem);

/// <summary>Registers a meeting's decisions, all or none.</summary>
public sealed class EnterMeetingHandler(Ledger ledger, SteeringRecords records)
{
    private static readonly DecisionEditor Editor = new();

    /// <returns>How the lines were read; nothing is registered when one of them has a problem.</returns>
    public async Task<IReadOnlyList<MeetingLine>> HandleAsync(Actor actor, EnterMeeting command, CancellationToken cancellation)
    {
        actor.Require(Right.RegisterDecisions, command.Body);
        IReadOnlyList<MeetingLine> lines = [];
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                lines = Read(record, actor, command);
                if (lines.Count == 0 || lines.Any(l => l.Decision is null))
                {
                    return [];
                }

                db.AddRange(lines.Select(l => l.Decision!));
                return [.. lines.Select(l => Entry(record, l.Decision!))];
            },
            cancellation
        );
        return lines;
    }

    /// <summary>How the lines would be registered.</summary>
    public static IReadOnlyList<MeetingLine> Read(SteeringRecord record, Actor actor, EnterMeeting command)
    {
        var lines = new List<MeetingLine>();
        foreach (var item in MeetingText.Read(command.Text, [.. record.Matters.Select(m => m.DiaryNumber)]))
        {
            try
            {
                var decision = item.Unread is { } unread ? throw new UnreadException(unread) : Made(record, actor, command, item);
                DecisionRules.Check(record, decision);
                lines.Add(new MeetingLine(item, decision, null));
                record = record with { Decisions = [.. record.Decisions, decision] };
            }
            catch (UnreadException e)
            {
                lines.Add(new MeetingLine(item, null, $"”{e.Message}” går inte att läsa.{References(item.Text)}"));
            }
            catch (UnknownException e)
            {
                lines.Add(new MeetingLine(item, null, e.Message));
            }
            catch (DomainRuleException e) when (e.Code == RuleCode.DecisionTaken)
            {
                lines.Add(
                    new MeetingLine(
                        item,
                        null,
                        $"{Reference(record, command, item)} är redan inlagt. Stryk raden, eller ändra beslutet på dess egen sida."
                    )
                );
            }
            catch (DomainRuleException e)
            {
                lines.Add(new MeetingLine(item, null, $"{Swedish.Capital(RuleWords.Sentence(e))}."));
            }
        }

        return lines;
    }

    /// <summary>Of a line of running text, as from a memo: which references it holds, and which of its §§ are none.</summary>
    private static string References(string text)
    {
        var read = DecisionReference.FindIn(text).Select(r => r.ToString()).ToList();
        var unread = DecisionReference.UnreadIn(text).Select(u => $"”{u}”").ToList();
        return read.Count == 0
            ? ""
            : $" Raden nämner {Swedish.And(read)}; skriv dem på var sin rad."
                + (unread.Count == 0 ? "" : $" {Swedish.And(unread)} går inte att läsa som beslut.");
    }

    private static Decision Made(SteeringRecord record, Actor actor, EnterMeeting command, MeetingItem item)
    {
        var body = item.Reference is { } reference ? Unit(record, reference.Body) : record.Units.Single(u => u.Id == command.Body);
        if (!actor.May(Right.RegisterDecisions, body.Id))
        {
            throw new UnknownException($"Du får inte registrera beslut för {body.Name}. Stryk raden.");
        }

        return new Decision
        {
            OrganisationId = record.Organisation.OrganisationId,
            Id = new DecisionId(Guid.CreateVersion7()),
            BodyId = body.Id,
            MeetingDate = item.Reference?.MeetingDate ?? command.Day,
            DayIsKnown = item.Reference?.DayIsKnown ?? true,
            Paragraph = item.Paragraph,
            Subject = item.Subject,
            Kind = item.Kind ?? command.Kind,
            Outcome = item.Outcome,
            ReferredToId = item.ReferredTo is { } to ? Unit(record, to).Id : null,
            Minutes = item.Minutes ?? command.Minutes,
            MatterId = item.DiaryNumber is { } number ? Matter(record, number) : null,
        };
    }

    private static Unit Unit(SteeringRecord record, string name) =>
        record.Units.FirstOrDefault(u =>
            string.Equals(u.Abbreviation, name, StringComparison.OrdinalIgnoreCase)
            || string.Equals(u.Name, name, StringComparison.OrdinalIgnoreCase)
        )
        ?? throw new UnknownException(
            $"”{name}” finns inte bland enheterna. Skriv förkortningen som den står där, eller lägg upp enheten först."
        );

    private static MatterId Matter(SteeringRecord record, string number) =>
        record.Matters.FirstOrDefault(m => MeetingText.Plain(m.DiaryNumber) == MeetingText.Plain(number))?.Id
        ?? throw new UnknownException($"Ärendet {number} finns inte här. Lägg till ärendet först, eller stryk numret ur raden.");

    private static string Reference(SteeringRecord record, EnterMeeting command, MeetingItem item) =>
        item.Reference?.ToString()
        ?? $"{record.Units.Single(u => u.Id == command.Body).Abbreviation} {Swedish.Date(command.Day)} § {item.Paragraph}";

    private static ChangeEntry Entry(SteeringRecord record, Decision decision) =>
        new(
            ChangeKind.Created,
            Editor.Key,
            decision.Id.Value.ToString(),
            $"{PlaceWords.Reference(record, decision)} {decision.Subject}",
            Editor.Changes(record, null, decision),
            "Inlagt med hela sammanträdet"
        );

    /// <summary>A part of a line that says nothing to us; only within the reading.</summary>
    private sealed class UnreadException(string text) : Exception(text);

    /// <summary>Something that was read, and is not there; only within the reading.</summary>
    private sealed class UnknownException(string sentence) : Exception(sentence);
}
