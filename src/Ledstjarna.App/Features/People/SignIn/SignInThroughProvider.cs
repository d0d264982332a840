using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.People;

/// <summary>Someone that a provider of identities vouches for.</summary>
/// <param name="Provider">The provider's key.</param>
/// <param name="Subject">Who it is there; never reused.</param>
/// <param name="Name">As the provider says.</param>
/// <param name="Email">Confirmed by the provider. Null: not known.</param>
/// <param name="Roles">"Role" or "Role@Abbreviation of unit", as the settings map them.</param>
public sealed record ProvidedPerson(string Provider, string Subject, string? Name, string? Email, IReadOnlyList<string> Roles);

/// <summary>
/// The account of someone a provider vouches for, matched by subject; made at the first sign-in when the provider gives a role. An account
/// that an administrator made for the same confirmed address is linked, unless it is linked already. Roles follow the provider where it gives any.
/// </summary>
public sealed class SignInThroughProviderHandler(Ledger ledger)
{
    /// <returns>The account; null when the person has no account and no role here, or may not sign in.</returns>
    public async Task<Account?> HandleAsync(Actor actor, SteeringRecord record, ProvidedPerson person, CancellationToken cancellation)
    {
        actor.Require(Right.SignIn);
        var wanted = person.Roles.Select(r => Read(record, r)).OfType<(Role Role, UnitId? Unit)>().Distinct().ToList();
        Account? account = null;
        await ledger.WriteAsync(
            actor with
            {
                Name = person.Name ?? person.Email ?? "Inloggning",
            },
            async (db, cancel) =>
            {
                var address = person.Email?.Trim().ToLowerInvariant();
                account =
                    await db.Set<Account>().SingleOrDefaultAsync(a => a.Provider == person.Provider && a.Subject == person.Subject, cancel)
                    ?? await db.Set<Account>().SingleOrDefaultAsync(a => a.Email == address && a.Provider == null, cancel);
                var isTaken = account is null && await db.Set<Account>().AnyAsync(a => a.Email == address, cancel);
                if (account is { IsActive: false } || (account is null && (wanted.Count == 0 || address is null || isTaken)))
                {
                    account = null;
                    return [];
                }

                var fields = new List<FieldChange>();
                var isNew = account is null;
                if (account is null)
                {
                    account = new Account
                    {
                        OrganisationId = actor.Organisation,
                        Id = new AccountId(Guid.CreateVersion7()),
                        Email = address!,
                        Name = person.Name ?? address!,
                    };
                    account.SignOutEverywhere(Guid.NewGuid());
                    db.Add(account);
                    fields.Add(new FieldChange("Namn", "Namn", null, account.Name));
                }

                if (account.Subject is null)
                {
                    account.Link(person.Provider, person.Subject);
                    fields.Add(new FieldChange("Inloggning", "Inloggning", null, person.Provider));
                }

                var had = await db.Set<RoleGrant>().Where(g => g.AccountId == account.Id).ToListAsync(cancel);
                if (
                    had.Exists(g => g.Role == Role.Administrator)
                    && wanted.All(w => w.Role != Role.Administrator)
                    && !await SavePersonHandler.HasOtherAdministratorAsync(db, account, cancel)
                )
                {
                    wanted = [.. wanted, .. wanted.Count > 0 ? new (Role, UnitId?)[] { (Role.Administrator, null) } : []]; // someone must manage people
                }

                if (wanted.Count > 0 && !had.Select(g => (g.Role, g.UnitId)).ToHashSet().SetEquals(wanted))
                {
                    fields.Add(
                        new FieldChange("Roller", "Roller", Words(record, had.Select(g => (g.Role, g.UnitId))), Words(record, wanted))
                    );
                    SavePersonHandler.Replace(db, account, had, wanted);
                }

                return fields.Count == 0
                    ? []
                    :
                    [
                        new ChangeEntry(
                            isNew ? ChangeKind.Created : ChangeKind.Changed,
                            PersonLog.Kind,
                            account.Id.Value.ToString(),
                            account.Name,
                            fields
                        ),
                    ];
            },
            cancellation
        );
        return account;
    }

    private static string? Words(SteeringRecord record, IEnumerable<(Role Role, UnitId? Unit)> grants) =>
        string.Join(", ", grants.Select(g => PersonWords.Grant(record, g.Role, g.Unit))) is { Length: > 0 } words ? words : null;

    /// <summary>A role this organisation knows, for a unit it has; null for anything else.</summary>
    private static (Role, UnitId?)? Read(SteeringRecord record, string text)
    {
        var parts = text.Split('@', 2);
        if (!Enum.TryParse<Role>(parts[0], out var role) || !Enum.IsDefined(role) || char.IsAsciiDigit(parts[0][0]))
        {
            return null;
        }

        return parts.Length == 1 ? (role, null)
            : record.Units.FirstOrDefault(u => string.Equals(u.Abbreviation, parts[1], StringComparison.OrdinalIgnoreCase)) is { } unit
                ? (role, unit.Id)
            : null;
    }
}
