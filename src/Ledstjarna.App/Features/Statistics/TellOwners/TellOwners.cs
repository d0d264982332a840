using Ledstjarna.App.Statistics;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Mails;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>
/// Tells those who look after an indicator that the source has changed the key figure it takes its figures from: who may change it, and who
/// reports figures for the unit that follows it up. Done twice it tells once.
/// </summary>
public sealed class TellOwnersHandler(
    Database database,
    SteeringRecords records,
    StatisticsChanges changes,
    Accounts accounts,
    TimeProvider time
)
{
    /// <returns>How many mails were queued.</returns>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Require(Right.FetchStatistics);
        if (await records.ReadAsync(actor.Organisation, cancellation) is not { } record)
        {
            return 0;
        }

        var unseen = await UnseenChanges.OfAsync(record, record.Indicators, changes, cancellation);
        if (unseen.Count == 0)
        {
            return 0;
        }

        var people = (await accounts.AllAsync(actor.Organisation, cancellation)).Select(a => a.Actor(record.Units)).ToList();
        var queued = 0;
        await using var db = database.Context(actor.Organisation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        foreach (var (indicator, change) in unseen)
        {
            foreach (var person in people.Where(p => LooksAfter(p, indicator)))
            {
                queued += await QueueAsync(db, record, indicator, change, person, cancellation) ? 1 : 0;
            }
        }

        await transaction.CommitAsync(cancellation);
        return queued;
    }

    private static bool LooksAfter(Actor person, Indicator indicator) =>
        person.May(Right.ManageMeasures) || (indicator.OwnerId is { } owner && person.May(Right.RecordFigures, owner));

    private Task<bool> QueueAsync(
        LedstjarnaContext db,
        SteeringRecord record,
        Indicator indicator,
        FactsChange change,
        Actor person,
        CancellationToken cancellation
    ) =>
        QueueMail.AddAsync(
            db,
            new NewMail(
                person.Account!.Value,
                $"statistik/{change.ImportId}/{indicator.Id.Value}/{person.Account.Value.Value}",
                $"Källan har ändrat {change.KeyFigure.Code}, som {indicator.Name} mäter med",
                $"""
                Hej!

                Källan har ändrat nyckeltalet {change.KeyFigure.Code}:

                {string.Join('\n', FactsWords.Differences(change).Select(d => $"- {d.What}. Förut: {d.Before}. Nu: {d.After}."))}

                Avgör om värdena före och efter går att jämföra. Går de inte det lägger du in en omläggning med ett klick.
                """,
                $"/{record.Organisation.Slug}/indikator/{Uri.EscapeDataString(indicator.Code)}"
            ),
            time.GetUtcNow().UtcDateTime,
            cancellation
        );
}
