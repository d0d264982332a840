using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Years;

/// <summary>Addresses of the goals over time, for other features.</summary>
public static class YearsLinks
{
    internal const string PicturePath = "arsbild";
    internal const string SincePath = "sedan-sist";
    internal const string StabilityPath = "stabilitet";
    internal const string SimplifyPath = "forenkla";

    /// <summary>The annual picture: of all years, whatever day is looked at.</summary>
    public static string Picture(Place place) => place.Url(PicturePath);

    public static string PictureCsv(Place place) => place.Url($"{PicturePath}.csv");

    /// <summary>What is new since the follow-up before.</summary>
    public static string Since(Visit visit) => visit.Url(SincePath);

    public static string Stability(Place place) => place.Url(StabilityPath);

    public static string Simplify(Place place) => place.Url(SimplifyPath);
}
