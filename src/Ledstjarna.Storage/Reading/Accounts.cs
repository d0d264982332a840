using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Reading;

/// <summary>An account with the roles it holds.</summary>
public sealed record AccountWithGrants(Account Account, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>The actor it is, with its units' own units counted in.</summary>
    public Actor Actor(IReadOnlyList<Unit> units) =>
        new(
            Account.OrganisationId,
            Account.Id,
            Account.Name,
            [.. Grants.Select(g => new Grant(g.Role, g.UnitId is { } u ? Under(u, units) : null))],
            new HashSet<Right>()
        );

    private static HashSet<UnitId> Under(UnitId unit, IReadOnlyList<Unit> units)
    {
        var all = new HashSet<UnitId> { unit };
        while (units.Where(u => u.ParentId is { } p && all.Contains(p) && !all.Contains(u.Id)).ToList() is { Count: > 0 } more)
        {
            all.UnionWith(more.Select(u => u.Id));
        }

        return all;
    }
}

/// <summary>Reads people.</summary>
public sealed class Accounts(Database database)
{
    public async Task<AccountWithGrants?> FindAsync(OrganisationId organisation, AccountId id, CancellationToken cancellation)
    {
        await using var db = database.Context(organisation);
        await db.Database.OpenConnectionAsync(cancellation); // once for both questions: every request asks them
        return await WithGrantsAsync(
            db,
            await db.Set<Account>().AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellation),
            cancellation
        );
    }

    public async Task<IReadOnlyList<AccountWithGrants>> AllAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        await using var db = database.Context(organisation);
        var grants = (await db.Set<RoleGrant>().AsNoTracking().ToListAsync(cancellation)).ToLookup(g => g.AccountId);
        var accounts = await db.Set<Account>().AsNoTracking().OrderBy(a => a.Name).ToListAsync(cancellation);
        return [.. accounts.Select(a => new AccountWithGrants(a, [.. grants[a.Id].OrderBy(g => g.Role)]))];
    }

    private static async Task<AccountWithGrants?> WithGrantsAsync(LedstjarnaContext db, Account? account, CancellationToken cancellation) =>
        account is null
            ? null
            : new AccountWithGrants(
                account,
                await db.Set<RoleGrant>().AsNoTracking().Where(g => g.AccountId == account.Id).ToListAsync(cancellation)
            );
}
