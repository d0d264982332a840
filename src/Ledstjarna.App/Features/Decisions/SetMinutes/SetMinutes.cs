using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>Minutes are adjusted and posted as a whole: one step for all decisions of a meeting.</summary>
public sealed class SetMinutesHandler(Ledger ledger, SteeringRecords records)
{
    private static readonly DecisionEditor Editor = new();

    /// <param name="actor">Must have the right for the body.</param>
    /// <param name="of">One of the meeting's decisions.</param>
    /// <param name="minutes">How far the minutes have come.</param>
    /// <param name="why">The reason given; needed where they go back.</param>
    /// <param name="cancellation">Nothing is changed.</param>
    /// <returns>Null, or a sentence that asks for a reason: nothing is then changed.</returns>
    public async Task<string?> HandleAsync(Actor actor, DecisionId of, MinutesState minutes, string? why, CancellationToken cancellation)
    {
        actor.RequireSomewhere(Right.RegisterDecisions);
        string? asked = null;
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var one = record.Decisions.FirstOrDefault(d => d.Id == of) ?? throw new DomainRuleException(RuleCode.ChangedMeanwhile);
                actor.Require(Right.RegisterDecisions, one.BodyId);
                var isBack = DecisionRules.GoesBack(record, one with { Minutes = minutes });
                var before = OfMeeting(record, one)
                    .Where(d => d.Minutes != minutes && (isBack || !DecisionRules.GoesBack(record, d with { Minutes = minutes })))
                    .ToList(); // a § that was adjusted at once, or is further on, stays where it is
                var after = before.Select(d => d with { Minutes = minutes }).ToList();
                asked = Reasons.Asked(record, before, after, why);
                if (asked is not null)
                {
                    return [];
                }

                db.UpdateRange(after);
                return
                [
                    .. before.Zip(
                        after,
                        (was, now) =>
                            new ChangeEntry(
                                ChangeKind.Changed,
                                Editor.Key,
                                now.Id.Value.ToString(),
                                Editor.Named(record, now),
                                Editor.Changes(record, was, now),
                                string.IsNullOrWhiteSpace(why) ? "Hela sammanträdets protokoll" : why
                            )
                    ),
                ];
            },
            cancellation
        );
        return asked;
    }

    /// <summary>All decisions of the meeting that one was made at. A day that is not known is no meeting.</summary>
    public static IEnumerable<Decision> OfMeeting(SteeringRecord record, Decision decision) =>
        record.Decisions.Where(d =>
            d.Id == decision.Id
            || (d.DayIsKnown && decision.DayIsKnown && (d.BodyId, d.MeetingDate) == (decision.BodyId, decision.MeetingDate))
        );
}

internal static class SetMinutesWeb
{
    public static IReadOnlyList<Field> Fields { get; } =
    [
        new("minutes", "Protokollet är", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<MinutesState>(DecisionWords.Name) },
        new("why", "Varför") { MaxLength = 500, Hint = "Behövs när protokollet går tillbaka." },
    ];

    public static void Map(IEndpointRouteBuilder organisation) =>
        organisation.MapPost(
            "beslut/{id:guid}/protokoll",
            async (
                string kommun,
                Guid id,
                IFormCollection form,
                Visits visits,
                SetMinutesHandler handler,
                CancellationToken cancellation
            ) =>
            {
                var place = await visits.EnterAsync(kommun, Right.RegisterDecisions, cancellation);
                var decision = DecisionsWeb.Find(place, id);
                var sent = SentForm.Read(form, Fields);
                var asked =
                    sent.Errors.Count > 0
                        ? sent.Errors.First().Value
                        : await handler.HandleAsync(
                            place.Actor,
                            decision.Id,
                            sent.Values.Enum<MinutesState>("minutes"),
                            sent.Values.Text("why"),
                            cancellation
                        );
                return asked is null
                    ? Results.Redirect($"{DecisionsLinks.All(place)}/{id}?protokoll=ja")
                    : DecisionsWeb.Page(place, decision, sent.Values, asked);
            }
        );
}
