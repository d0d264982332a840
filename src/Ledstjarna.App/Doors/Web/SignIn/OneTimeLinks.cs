using System.Security.Cryptography;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Microsoft.AspNetCore.DataProtection;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>
/// Secrets that stand in links: the first start's, and the one with which a person chooses a password. Each is used up by what it is for: there
/// is then an organisation, or the account has another stamp.
/// </summary>
public sealed class OneTimeLinks(IDataProtectionProvider protection)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private const string Start = "start";
    private readonly ITimeLimitedDataProtector _start = protection.CreateProtector("first start").ToTimeLimitedDataProtector();
    private readonly ITimeLimitedDataProtector _password = protection.CreateProtector("choose password").ToTimeLimitedDataProtector();

    public string FirstStart() => _start.Protect(Start, Lifetime);

    public bool IsFirstStart(string? secret) => Read(_start, secret) == Start;

    public string ChoosePassword(Account account) => _password.Protect($"{account.Id.Value} {account.Stamp}", Lifetime);

    /// <summary>The account and the stamp it must still have; null when the link is not ours or too old.</summary>
    public (AccountId Account, Guid Stamp)? ReadChoosePassword(string? secret) =>
        Read(_password, secret)?.Split(' ') is [var id, var stamp] && Guid.TryParse(id, out var account) && Guid.TryParse(stamp, out var s)
            ? (new AccountId(account), s)
            : null;

    private static string? Read(ITimeLimitedDataProtector protector, string? secret)
    {
        if (string.IsNullOrEmpty(secret) || secret.Length > 2000)
        {
            return null;
        }

        try
        {
            return protector.Unprotect(secret);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
