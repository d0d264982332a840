using Ledstjarna.Domain.Access;
using Ledstjarna.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.People;

/// <summary>How an attempt to sign in ended.</summary>
public enum SignInResult
{
    Welcome,

    /// <summary>No such account, no password, not active, or the wrong password: nobody outside is told which.</summary>
    Refused,

    /// <summary>Too many wrong passwords; wait.</summary>
    Locked,
}

/// <summary>Tries an address and a password. Wrong ones are counted; the fifth in a row locks the account for a while.</summary>
public sealed class SignInHandler(Database database, TimeProvider time)
{
    /// <returns>How it ended, and the account when it was right.</returns>
    public async Task<(SignInResult Result, Account? Account)> HandleAsync(
        Actor actor,
        string? email,
        string? password,
        CancellationToken cancellation
    )
    {
        actor.Require(Right.SignIn);
        var address = (email ?? "").Replace("\0", "", StringComparison.Ordinal).Trim().ToLowerInvariant();
        await using var db = database.Context(actor.Organisation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);

        // Attempts at once wait for one another, or a burst would get more tries than a line.
        await db.Database.ExecuteSqlAsync(
            $"select pg_advisory_xact_lock(hashtextextended({actor.Organisation.Value + "/" + address}, 1))",
            cancellation
        );
        var account = await db.Set<Account>().SingleOrDefaultAsync(a => a.Email == address && a.IsActive, cancellation);
        var now = time.GetUtcNow().UtcDateTime;
        if (account?.IsLocked(now) == true)
        {
            return (SignInResult.Locked, null);
        }

        var right = Passwords.Matches(account, password);
        if (account is null)
        {
            return (SignInResult.Refused, null);
        }

        if (right)
        {
            account.SignedIn();
        }
        else
        {
            account.FailedSignIn(now);
        }

        await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return right ? (SignInResult.Welcome, (Account?)account)
            : account.IsLocked(now) ? (SignInResult.Locked, null)
            : (SignInResult.Refused, null);
    }
}
