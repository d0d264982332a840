namespace Ledstjarna.App.Features.People;

/// <summary>Why someone did not come in, in words that tell no one whether there is such an account.</summary>
internal static class SignInWords
{
    public static string Refused(SignInResult result) =>
        result == SignInResult.Locked
            ? "För många fel i rad. Vänta en kvart och försök igen, eller be kommunens administratör om en ny länk."
            : "E-postadressen eller lösenordet stämmer inte. Kontrollera och försök igen.";

    /// <summary>Faults at a provider of identities, by the code in the address.</summary>
    public static string Fault(string code) =>
        code switch
        {
            "nekad" => "Inloggningen avbröts. Försök igen om du vill logga in.",
            "ingen-roll" => "Du har inget konto här än. Be kommunens administratör att lägga upp dig.",
            _ => "Inloggningen gick inte att slutföra. Försök igen om en stund.",
        };
}
