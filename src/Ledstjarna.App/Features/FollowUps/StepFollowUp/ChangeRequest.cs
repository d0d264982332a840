using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>Who answers a request, by when, and who may answer after that.</summary>
/// <param name="Request">Which.</param>
/// <param name="Account">The person asked. Null: whoever reports for the unit.</param>
/// <param name="StandIn">Who steps in. Null: no one.</param>
/// <param name="Due">The last day. Null: none.</param>
/// <param name="ExceptionUntil">Leave to answer until then, after the last day. Null: none.</param>
/// <param name="Why">Why; needed for the leave.</param>
public sealed record ChangeRequest(
    RequestId Request,
    AccountId? Account,
    AccountId? StandIn,
    DateOnly? Due,
    DateOnly? ExceptionUntil,
    string? Why
);

/// <summary>Gives a request to another person or day. What has been written in it follows along.</summary>
public sealed class ChangeRequestHandler(Ledger ledger, SteeringRecords records, Accounts accounts)
{
    /// <exception cref="DomainRuleException">The follow-up is decided, or leave is given without a reason.</exception>
    public async Task HandleAsync(Actor actor, ChangeRequest command, CancellationToken cancellation)
    {
        actor.Require(Right.ManageFollowUps);
        var people = (await accounts.AllAsync(actor.Organisation, cancellation)).ToDictionary(a => a.Account.Id, a => a.Account.Name);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var record = (await records.ReadAsync(actor.Organisation, cancel))!;
                var request = await RequestAccess.FindAsync(db, actor, command.Request, cancel);
                if (!FollowUpEntries.Find(record, request.FollowUpId).TakesReports)
                {
                    throw new DomainRuleException(RuleCode.FollowUpClosed);
                }

                if (command.ExceptionUntil is not null && string.IsNullOrWhiteSpace(command.Why))
                {
                    throw new DomainRuleException(RuleCode.WhyMissing, "why");
                }

                var changed = request with
                {
                    AccountId = command.Account,
                    StandInId = command.StandIn,
                    Due = command.Due,
                    ExceptionUntil = command.ExceptionUntil,
                    ExceptionNote = command.ExceptionUntil is null ? null : $"{actor.Name}: {command.Why}",
                };
                if (changed == request)
                {
                    return [];
                }

                db.Update(changed);
                return [Entry(record, people, request, changed, command.Why)];
            },
            cancellation
        );
    }

    private static ChangeEntry Entry(
        SteeringRecord record,
        Dictionary<AccountId, string> people,
        Request before,
        Request after,
        string? why
    )
    {
        (string Name, string Label, string? Was, string? Now)[] fields =
        [
            ("account", "Ansvarig person", Person(before.AccountId), Person(after.AccountId)),
            ("standIn", "Ersättare", Person(before.StandInId), Person(after.StandInId)),
            ("due", "Senast", Day(before.Due), Day(after.Due)),
            ("exceptionUntil", "Undantag till och med", Day(before.ExceptionUntil), Day(after.ExceptionUntil)),
        ];
        return new ChangeEntry(
            ChangeKind.Changed,
            ReportEntry.KindKey,
            after.Id.Value.ToString(),
            ReportEntry.Name(record, after),
            [.. fields.Where(f => f.Was != f.Now).Select(f => new FieldChange(f.Name, f.Label, f.Was, f.Now))],
            why
        );

        string? Person(AccountId? id) => id is { } a ? people.GetValueOrDefault(a) : null;
        static string? Day(DateOnly? day) => day is { } d ? Swedish.Date(d) : null;
    }
}
