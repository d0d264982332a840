using System.Globalization;
using Ledstjarna.App.Doors.Web;

namespace Ledstjarna.App.Features.Search;

/// <summary>Addresses of the search, for other features.</summary>
public static class SearchLinks
{
    /// <param name="place">Where. A search is over all days, so that its address keeps none.</param>
    /// <param name="words">What is looked for. Empty: the page that tells how.</param>
    /// <param name="kind">One kind of hits; null for all.</param>
    /// <param name="page">1 for the best hits.</param>
    public static string Search(Place place, string words = "", string? kind = null, int page = 1)
    {
        var query = string.Join(
            '&',
            new[]
            {
                words.Length == 0 ? "" : $"q={Uri.EscapeDataString(words)}",
                kind is null ? "" : $"slag={Uri.EscapeDataString(kind)}",
                page == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"sida={page}"),
            }.Where(q => q.Length > 0)
        );
        return $"/{place.Organisation.Slug}/sok" + (query.Length == 0 ? "" : "?" + query);
    }
}
