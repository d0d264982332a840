namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>The page is for those who are signed in.</summary>
/// <param name="slug">To which organisation.</param>
public sealed class SignInNeededException(string slug) : Exception(slug)
{
    public string Slug { get; } = slug;
}
