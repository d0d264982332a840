using Ledstjarna.App.Forms;

namespace Ledstjarna.App.Features.People;

/// <summary>The fields of forms about oneself.</summary>
internal static class SignInForm
{
    public static readonly Field Email = new("epost", "E-postadress", FieldKind.Email) { IsRequired = true, Autocomplete = "username" };

    public static readonly Field Password = new("losenord", "Lösenord", FieldKind.Password)
    {
        IsRequired = true,
        Autocomplete = "current-password",
    };

    public static readonly Field NewPassword = new("nytt", "Nytt lösenord", FieldKind.Password)
    {
        IsRequired = true,
        Autocomplete = "new-password",
        Hint = $"Minst {Passwords.Shortest} tecken. En mening är lätt att minnas.",
    };
}
