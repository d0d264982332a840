using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Overview;

/// <summary>Addresses of the overview, for other features.</summary>
public static class OverviewLinks
{
    public static string Overview(Place place) => place.Url("");

    public static string OnePage(Visit visit) => visit.Url("laget");
}
