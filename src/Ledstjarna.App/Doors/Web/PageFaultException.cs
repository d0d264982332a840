namespace Ledstjarna.App.Doors.Web;

/// <summary>A page that cannot be shown as asked for: what is wrong and what to do, with the right status code.</summary>
/// <param name="statusCode">404 for what is not there, 400 for what cannot be read.</param>
/// <param name="title">The heading.</param>
/// <param name="sentence">What to do.</param>
/// <param name="home">Where to go on: the organisation's first page, or the installation's.</param>
public sealed class PageFaultException(int statusCode, string title, string sentence, string home = "/") : Exception(title)
{
    public int StatusCode { get; } = statusCode;

    public string Title { get; } = title;

    public string Sentence { get; } = sentence;

    public string Home { get; } = home;

    public static PageFaultException NotFound(string what, string sentence, string home = "/") =>
        new(StatusCodes.Status404NotFound, what, sentence, home);
}
