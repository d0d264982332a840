namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>Whether someone may be sent on to an address that came from outside.</summary>
public static class LocalUrl
{
    /// <summary>State travels in an address too; some servers refuse long ones.</summary>
    private const int Longest = 1000;

    /// <summary>
    /// True for a path on this site as it is sent over HTTP ("/kommun/mal?datum=…"): printable ASCII, everything else percent-encoded, and not
    /// one that a browser, or a proxy that decodes the path, could read as another site's.
    /// </summary>
    public static bool IsLocal(string? address) =>
        address is { Length: <= Longest }
        && IsPath(address)
        && IsPath(Uri.UnescapeDataString(address.Split('?', '#')[0]), mayBeDecoded: true);

    private static bool IsPath(string address, bool mayBeDecoded = false) =>
        address is ['/', ..] and not ['/', '/', ..]
        && address.All(c => c != '\\' && (mayBeDecoded ? !char.IsControl(c) : char.IsBetween(c, '!', '~')));
}
