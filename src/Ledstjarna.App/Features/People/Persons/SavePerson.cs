using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.People;

/// <summary>A person as the form says.</summary>
/// <param name="Id">Null: a new one.</param>
/// <param name="Name">As it will stand in the log.</param>
/// <param name="Email">To sign in with.</param>
/// <param name="IsActive">Whether sign-in is allowed.</param>
/// <param name="Grants">The roles, each for a unit or the whole organisation.</param>
public sealed record SavePerson(AccountId? Id, string Name, string Email, bool IsActive, IReadOnlyList<(Role Role, UnitId? Unit)> Grants);

/// <summary>Makes or changes a person and the roles held. There is always an active administrator left.</summary>
public sealed class SavePersonHandler(Ledger ledger)
{
    /// <exception cref="DomainRuleException">The address is taken or malformed, or the last administrator would go.</exception>
    public async Task<AccountId> HandleAsync(Actor actor, SteeringRecord record, SavePerson command, CancellationToken cancellation)
    {
        actor.Require(Right.ManagePeople);
        var id = command.Id ?? new AccountId(Guid.CreateVersion7());
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var was = await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, cancel);
                var grants = await db.Set<RoleGrant>().Where(g => g.AccountId == id).ToListAsync(cancel);
                var before = was is null ? null : Read(record, was, grants);
                var account =
                    was
                    ?? new Account
                    {
                        OrganisationId = actor.Organisation,
                        Id = id,
                        Email = command.Email,
                        Name = command.Name,
                    };
                (account.Name, account.Email, account.IsActive) = (command.Name, command.Email, command.IsActive);
                await CheckAsync(db, account, command, cancel);
                if (was is null)
                {
                    account.SignOutEverywhere(Guid.NewGuid());
                    db.Add(account);
                }
                else if (!account.IsActive)
                {
                    account.SignOutEverywhere(Guid.NewGuid());
                }

                var kept = Replace(db, account, grants, command.Grants);
                var after = Read(record, account, kept);
                var fields = after
                    .Select((f, i) => new FieldChange(f.Label, f.Label, before?[i].Value, f.Value))
                    .Where(f => f.Before != f.After)
                    .ToList();
                return fields.Count == 0
                    ? []
                    :
                    [
                        new ChangeEntry(
                            was is null ? ChangeKind.Created : ChangeKind.Changed,
                            PersonLog.Kind,
                            id.Value.ToString(),
                            account.Name,
                            fields
                        ),
                    ];
            },
            cancellation
        );
        return id;
    }

    private static async Task CheckAsync(LedstjarnaContext db, Account account, SavePerson command, CancellationToken cancellation)
    {
        if (await db.Set<Account>().AnyAsync(a => a.Email == account.Email && a.Id != account.Id, cancellation))
        {
            throw new DomainRuleException(RuleCode.NumberTaken, "email");
        }

        if (command.IsActive && command.Grants.Any(g => g.Role == Role.Administrator))
        {
            return;
        }

        if (!await HasOtherAdministratorAsync(db, account, cancellation))
        {
            throw new DomainRuleException(RuleCode.LastAdministrator, "grants");
        }
    }

    internal static Task<bool> HasOtherAdministratorAsync(LedstjarnaContext db, Account account, CancellationToken cancellation) =>
        db.Set<RoleGrant>()
            .Where(g => g.Role == Role.Administrator && g.AccountId != account.Id)
            .Join(db.Set<Account>().Where(a => a.IsActive), g => g.AccountId, a => a.Id, (_, a) => a)
            .AnyAsync(cancellation);

    internal static List<RoleGrant> Replace(
        LedstjarnaContext db,
        Account account,
        List<RoleGrant> had,
        IReadOnlyList<(Role Role, UnitId? Unit)> wanted
    )
    {
        db.RemoveRange(had.Where(g => !wanted.Contains((g.Role, g.UnitId))));
        var kept = had.Where(g => wanted.Contains((g.Role, g.UnitId))).ToList();
        foreach (var (role, unit) in wanted.Distinct().Where(w => !kept.Any(g => g.Role == w.Role && g.UnitId == w.Unit)))
        {
            var grant = new RoleGrant
            {
                OrganisationId = account.OrganisationId,
                Id = new RoleGrantId(Guid.CreateVersion7()),
                AccountId = account.Id,
                Role = role,
                UnitId = unit,
            };
            db.Add(grant);
            kept.Add(grant);
        }

        return kept;
    }

    private static List<(string Label, string Value)> Read(SteeringRecord record, Account account, IEnumerable<RoleGrant> grants) =>
        [
            ("Namn", account.Name),
            ("E-postadress", account.Email),
            ("Får logga in", account.IsActive ? "Ja" : "Nej"),
            ("Roller", string.Join(", ", grants.Select(g => PersonWords.Grant(record, g.Role, g.UnitId)).Order(Words.Swedish.Order))),
        ];
}
