using Ledstjarna.App.Words;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Mails;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>
/// Reminds everyone who has something left to report: once when it is asked for, once some days before the last day, and once when the last
/// day is over. One mail a person, however much they have left; done twice it reminds once.
/// </summary>
public sealed class RemindPeopleHandler(Database database, SteeringRecords records, Requests requests, Accounts accounts, TimeProvider time)
{
    /// <returns>How many mails were queued.</returns>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Require(Right.ManageFollowUps);
        if (await records.ReadAsync(actor.Organisation, cancellation) is not { } record)
        {
            return 0;
        }

        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var people = (await accounts.AllAsync(actor.Organisation, cancellation)).Select(a => a.Actor(record.Units)).ToList();
        var queued = 0;
        foreach (var followUp in record.FollowUps.Where(f => f is { State: FollowUpState.Open, RemindDaysBefore: not null }))
        {
            var left = (await requests.OfAsync(actor.Organisation, followUp.Id, cancellation)).Where(r => !r.IsReported).ToList();
            await using var db = database.Context(actor.Organisation);
            await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
            foreach (var person in people)
            {
                var own = left.Where(r => RequestAccess.IsMine(person, r)).ToList();
                foreach (var due in own.GroupBy(r => r.ExceptionUntil ?? r.Due))
                {
                    queued += await QueueAsync(db, record, followUp, person, due.Key, [.. due], today, cancellation) ? 1 : 0;
                }
            }

            await transaction.CommitAsync(cancellation);
        }

        return queued;
    }

    private async Task<bool> QueueAsync(
        LedstjarnaContext db,
        SteeringRecord record,
        FollowUp followUp,
        Actor person,
        DateOnly? due,
        List<Request> left,
        DateOnly today,
        CancellationToken cancellation
    )
    {
        var stage =
            due is not { } day ? "begaran"
            : day < today ? "forsenat"
            : day.AddDays(-followUp.RemindDaysBefore!.Value) <= today ? "snart"
            : "begaran";
        var root = $"/{record.Organisation.Slug}/uppgifter";
        var mail = new NewMail(
            person.Account!.Value,
            $"{stage}/{followUp.Id.Value}/{due:yyyy-MM-dd}/{person.Account.Value.Value}",
            Subject(followUp, stage, due, left.Count),
            Body(record, followUp, due, left),
            left is [var only] ? $"{root}/{only.Id.Value}" : root
        );
        return await QueueMail.AddAsync(db, mail, time.GetUtcNow().UtcDateTime, cancellation);
    }

    private static string Subject(FollowUp followUp, string stage, DateOnly? due, int count)
    {
        var what = $"{Swedish.Count(count)} underlag till {StatusWords.Name(followUp.Kind)} {followUp.CutOff.Year}";
        return stage switch
        {
            "forsenat" => $"Försenat: {what} skulle ha lämnats {Swedish.LongDate(due!.Value)}",
            "snart" => $"Påminnelse: {what}, senast {Swedish.LongDate(due!.Value)}",
            _ => $"Att lämna in: {what}{(due is { } day ? $", senast {Swedish.LongDate(day)}" : "")}",
        };
    }

    private static string Body(SteeringRecord record, FollowUp followUp, DateOnly? due, List<Request> left)
    {
        var names = left.Select(r => record.Goals.FirstOrDefault(g => g.Id == r.GoalId)?.ShortName).OfType<string>().Order(Swedish.Order);
        return $"""
            Hej!

            Det här väntar på dig i uppföljningen {PlaceWords.Name(followUp)}{(due is { } day ? $", senast {Swedish.LongDate(day)}" : "")}:

            {string.Join('\n', names.Select(n => $"- {n}"))}

            Varje underlag tar några minuter. Är inget nytt sedan sist räcker det att säga det.
            """;
    }
}
