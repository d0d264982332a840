using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Microsoft.AspNetCore.Identity;

namespace Ledstjarna.App.Features.People;

/// <summary>Passwords, hashed as the framework does it.</summary>
internal static class Passwords
{
    public const int Shortest = 12;
    public const int Longest = 200;

    private static readonly PasswordHasher<Account> Hasher = new();

    /// <summary>Checked against when there is no such account, so that the answer takes as long.</summary>
    private static readonly string OfNoOne = Hasher.HashPassword(null!, Guid.NewGuid().ToString());

    /// <exception cref="DomainRuleException">It is too short or too long.</exception>
    public static string Hash(string? password) =>
        password is null or { Length: < Shortest } ? throw new DomainRuleException(RuleCode.PasswordTooShort, "password")
        : password.Length > Longest ? throw new DomainRuleException(RuleCode.TooLong, "password")
        : Hasher.HashPassword(null!, password);

    public static bool Matches(Account? account, string? password) =>
        Hasher.VerifyHashedPassword(account!, account?.PasswordHash ?? OfNoOne, password is { Length: <= Longest } p ? p : "")
            != PasswordVerificationResult.Failed
        && account?.PasswordHash is not null;
}
