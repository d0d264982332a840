namespace Ledstjarna.Documents;

/// <summary>A piece of text that looks one way. A line break in it is kept; characters that no file can hold are replaced.</summary>
public sealed record Run(string Text)
{
    /// <summary>Word opens no file with a longer address.</summary>
    private const int LongestLink = 2000;

    public bool IsBold { get; init; }

    public bool IsItalic { get; init; }

    /// <summary>Where it leads: a whole address, for the file may be opened anywhere.</summary>
    /// <exception cref="ArgumentException">It is none that <see cref="MayLeadTo"/> lets through.</exception>
    public Uri? Link
    {
        get;
        init => field = value is null || MayLeadTo(value) ? value : throw new ArgumentException("Not to be linked to.", nameof(value));
    }

    /// <summary>To the web or to an e-mail address, and not too long.</summary>
    public static bool MayLeadTo(Uri address) =>
        address.IsAbsoluteUri
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeMailto)
        && address.AbsoluteUri.Length <= LongestLink;
}
