namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>Why a sign-in came to nothing: all that the sign-in page is told. The rest is in the log.</summary>
public enum OidcFailure
{
    /// <summary>The person said no at the provider.</summary>
    Cancelled,

    /// <summary>Took too long, was begun in another browser, or was used before.</summary>
    Stale,

    /// <summary>The provider cannot be reached, or does not do what its documentation says.</summary>
    ProviderFault,

    /// <summary>An answer came that does not prove who the person is.</summary>
    Untrusted,

    /// <summary>The person is known to the provider but has nothing to do here.</summary>
    NoAccess,
}

/// <summary>How a failure is told: a code in the address, a sentence on the page.</summary>
public static class OidcFailures
{
    /// <summary>The value of <c>fel</c> in the sign-in page's address.</summary>
    public static string Code(OidcFailure failure) =>
        failure switch
        {
            OidcFailure.Cancelled => "avbruten",
            OidcFailure.Stale => "for-sent",
            OidcFailure.ProviderFault => "tjansten",
            OidcFailure.Untrusted => "svaret",
            OidcFailure.NoAccess => "obehorig",
            _ => throw new ArgumentOutOfRangeException(nameof(failure)),
        };

    /// <summary>What the sign-in page says; null for a code that is not ours.</summary>
    public static string? Sentence(string? code) =>
        code switch
        {
            "avbruten" => "Inloggningen avbröts. Försök igen när du vill.",
            "for-sent" => "Inloggningen tog för lång tid eller var redan använd. Försök igen.",
            "tjansten" => "Inloggningstjänsten svarar inte som den ska. Försök igen om en stund.",
            "svaret" =>
                "Svaret från inloggningstjänsten gick inte att lita på. Försök igen, och säg till kommunens administratör om det upprepas.",
            "obehorig" => "Du har ingen behörighet här. Be kommunens administratör om en roll.",
            _ => null,
        };
}

/// <summary>A sign-in that cannot go on.</summary>
/// <param name="failure">What the person is told.</param>
/// <param name="reason">What the log is told; no secrets, no tokens.</param>
/// <param name="inner">What it came from.</param>
internal sealed class OidcException(OidcFailure failure, string reason, Exception? inner = null) : Exception(reason, inner)
{
    public OidcFailure Failure { get; } = failure;
}
