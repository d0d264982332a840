namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>A setting that cannot be used. The message is for the person at the console, in Swedish and in English, and says what to do.</summary>
public sealed class OidcSettingsException(string swedish, string english) : Exception($"{swedish}\n{english}")
{
    public string Swedish { get; } = swedish;

    public string English { get; } = english;
}
