using System.Diagnostics.CodeAnalysis;

namespace Ledstjarna.App.Words;

/// <summary>Where a link that someone wrote may lead: to the web, to an e-mail address, or within the installation.</summary>
public static class LinkAddress
{
    private static readonly string[] Schemes = ["http", "https", "mailto"];

    /// <summary>
    /// False for every scheme but http, https and mailto, for "//elsewhere", and for what browsers read in another way than it looks:
    /// backslashes and control characters, and what cannot be read as an address at all.
    /// </summary>
    public static bool IsAllowed([NotNullWhen(true)] string? address)
    {
        if (string.IsNullOrWhiteSpace(address) || address.Any(c => char.IsControl(c) || c == '\\') || address[0] == ' ')
        {
            return false;
        }

        var end = address.AsSpan().IndexOfAny(":/?#");
        return end >= 0 && address[end] == ':'
            ? Schemes.Contains(address[..end], StringComparer.OrdinalIgnoreCase) && Uri.TryCreate(address, UriKind.Absolute, out _)
            : !address.StartsWith("//", StringComparison.Ordinal);
    }
}
