using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Editing;

/// <summary>Addresses of forms and of the log, for other features.</summary>
public static class EditingLinks
{
    public static string Work(Place place) => place.Url("arbeta");

    public static string List(Place place, string kind) => Bare(place, $"arbeta/{kind}");

    /// <param name="place">Where.</param>
    /// <param name="kind">The editor's key.</param>
    /// <param name="given">Fields to begin with, as name=value; already encoded.</param>
    public static string New(Place place, string kind, string given = "") =>
        Bare(place, $"arbeta/{kind}/ny") + (given.Length == 0 ? "" : "?" + given);

    public static string Edit(Place place, string kind, string id) => Bare(place, $"arbeta/{kind}/{Uri.EscapeDataString(id)}");

    /// <param name="place">Where.</param>
    /// <param name="kind">The editor's key. Null: all kinds.</param>
    /// <param name="id">Which thing. Null: all of the kind.</param>
    /// <param name="withParts">Whether the log of what stands in it is shown too.</param>
    public static string History(Place place, string? kind = null, string? id = null, bool withParts = false) =>
        Bare(place, "andringar")
        + (kind is null ? "" : $"?slag={kind}")
        + (id is null ? "" : $"&id={Uri.EscapeDataString(id)}")
        + (withParts ? "&delar=ja" : "");

    public static string Preview(Place place) => Bare(place, "forhandsgranska");

    /// <summary>What is edited is edited as it is now, whatever day was looked at.</summary>
    private static string Bare(Place place, string path) => $"/{place.Organisation.Slug}/{path}";
}
