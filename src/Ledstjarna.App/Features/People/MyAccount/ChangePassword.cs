using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.People;

/// <summary>Why a new password was not set.</summary>
public enum PasswordRefusal
{
    /// <summary>The present password was wrong.</summary>
    WrongPassword,

    /// <summary>The link has been used or is too old.</summary>
    LinkUsed,
}

/// <summary>Sets a password and signs out everywhere.</summary>
public sealed class ChangePasswordHandler(Ledger ledger)
{
    /// <summary>By someone who is signed in and knows the present password.</summary>
    /// <returns>The account as it is now, or why not.</returns>
    /// <exception cref="DomainRuleException">The new password is too short or too long.</exception>
    public Task<(Account? Account, PasswordRefusal? Refusal)> HandleAsync(
        Actor actor,
        string? present,
        string? next,
        CancellationToken cancellation
    ) =>
        SetAsync(
            actor,
            actor.Account!.Value,
            a => Passwords.Matches(a, present) ? null : PasswordRefusal.WrongPassword,
            next,
            cancellation
        );

    /// <summary>By the one who has the link that was made for it.</summary>
    public Task<(Account? Account, PasswordRefusal? Refusal)> HandleAsync(
        Actor actor,
        AccountId account,
        Guid stamp,
        string? next,
        CancellationToken cancellation
    ) => SetAsync(actor, account, a => a.Stamp == stamp && a.IsActive ? null : PasswordRefusal.LinkUsed, next, cancellation);

    private async Task<(Account?, PasswordRefusal?)> SetAsync(
        Actor actor,
        AccountId id,
        Func<Account, PasswordRefusal?> allowed,
        string? next,
        CancellationToken cancellation
    )
    {
        actor.Require(Right.SignIn);
        var hash = Passwords.Hash(next);
        (Account? Account, PasswordRefusal? Refusal) result = (null, PasswordRefusal.LinkUsed);
        await ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                if (await db.Set<Account>().SingleOrDefaultAsync(a => a.Id == id, cancel) is not { } account)
                {
                    return [];
                }

                result = (account, allowed(account));
                if (result.Refusal is not null)
                {
                    return [];
                }

                account.SetPassword(hash, Guid.NewGuid());
                return [PersonLog.Entry(account, "Lösenord", "bytt")];
            },
            cancellation
        );
        return result;
    }
}

/// <summary>Ends every session of one's own.</summary>
public sealed class SignOutEverywhereHandler(Ledger ledger)
{
    public Task HandleAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Require(Right.SignIn);
        return ledger.WriteAsync(
            actor,
            async (db, cancel) =>
            {
                var account = await db.Set<Account>().SingleAsync(a => a.Id == actor.Account, cancel);
                account.SignOutEverywhere(Guid.NewGuid());
                return [PersonLog.Entry(account, "Sessioner", "utloggad överallt")];
            },
            cancellation
        );
    }
}

/// <summary>What the log says of people: never a password or its hash.</summary>
internal static class PersonLog
{
    public const string Kind = "person";

    public static ChangeEntry Entry(Account account, string what, string how) =>
        new(ChangeKind.Changed, Kind, account.Id.Value.ToString(), account.Name, [new FieldChange(what, what, null, how)]);
}
