namespace Ledstjarna.App.Features.People;

/// <summary>Why someone did not come in, in words that tell no one whether there is such an account.</summary>
internal static class SignInWords
{
    public static string Refused(SignInResult result) =>
        result == SignInResult.Locked
            ? "För många fel i rad. Vänta en kvart och försök igen, eller be kommunens administratör om en ny länk."
            : "E-postadressen eller lösenordet stämmer inte. Kontrollera och försök igen.";
}
