namespace Ledstjarna.Domain.Access;

/// <summary>Someone who can sign in to an organisation, by a password or through a provider of identities.</summary>
public sealed class Account
{
    /// <summary>Wrong passwords in a row before the account is locked for a while.</summary>
    public const int AttemptsAllowed = 5;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public required OrganisationId OrganisationId { get; init; }

    public required AccountId Id { get; init; }

    /// <summary>In small letters; unique in the organisation.</summary>
    public required string Email
    {
        get;
        set => field = Address(value);
    }

    /// <summary>As it stands in the change log: a name or a role.</summary>
    public required string Name
    {
        get;
        set => field = Require.Text(value, "name", 200);
    }

    /// <summary>As the framework hashed it. Null: there is no password; sign-in is through a provider.</summary>
    public string? PasswordHash { get; private set; }

    /// <summary>The provider's key and the person's subject there. Null: no provider.</summary>
    public string? Provider { get; private set; }

    public string? Subject { get; private set; }

    /// <summary>Every session carries it; a new one ends them all.</summary>
    public Guid Stamp { get; private set; }

    public int FailedAttempts { get; private set; }

    /// <summary>UTC. Null: not locked.</summary>
    public DateTime? LockedUntil { get; private set; }

    public bool IsActive { get; set; } = true;

    public bool IsLocked(DateTime now) => LockedUntil > now;

    /// <param name="hash">As the framework hashed it.</param>
    /// <param name="stamp">A new one: a changed password signs out everywhere.</param>
    public void SetPassword(string hash, Guid stamp)
    {
        PasswordHash = Require.Text(hash, "password", 1000);
        Stamp = stamp;
        (FailedAttempts, LockedUntil) = (0, null);
    }

    public void Link(string provider, string subject) =>
        (Provider, Subject) = (Require.Text(provider, "provider", 60), Require.Text(subject, "subject", 500));

    public void SignOutEverywhere(Guid stamp) => Stamp = stamp;

    public void SignedIn() => (FailedAttempts, LockedUntil) = (0, null);

    /// <summary>Counts a wrong password; the last allowed one locks the account.</summary>
    public void FailedSignIn(DateTime now)
    {
        FailedAttempts++;
        if (FailedAttempts >= AttemptsAllowed)
        {
            (FailedAttempts, LockedUntil) = (0, now + LockedFor);
        }
    }

    private static string Address(string? text)
    {
        var address = Require.Text(text, "email", 200).ToLowerInvariant();
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return
            at > 0
            && at == address.LastIndexOf('@')
            && at < address.Length - 1
            && !address.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            ? address
            : throw new DomainRuleException(RuleCode.EmailMalformed, "email", address.Length <= 60 ? address : null);
    }
}

/// <summary>A role that an account holds.</summary>
public sealed class RoleGrant
{
    public required OrganisationId OrganisationId { get; init; }

    public required RoleGrantId Id { get; init; }

    public required AccountId AccountId { get; init; }

    public required Role Role { get; init; }

    /// <summary>The unit it is held for, those under it included. Null: the whole organisation.</summary>
    public UnitId? UnitId { get; init; }
}
