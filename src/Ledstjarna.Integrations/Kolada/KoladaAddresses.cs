using System.Globalization;

namespace Ledstjarna.Integrations.Kolada;

/// <summary>What to ask Kolada (version 3) for: addresses under its own, each the first page of an answer.</summary>
public static class KoladaAddresses
{
    /// <summary>How many values a list in an address may have.</summary>
    public const int MostInList = 25;

    private const string AllOnAPage = "per_page=5000";

    /// <summary>All key figures, areas, groups and sets, and the units of some municipalities.</summary>
    /// <param name="municipalities">By code; none: no units.</param>
    public static IReadOnlyList<string> Catalogue(IEnumerable<string> municipalities) =>
        [
            $"kpi?{AllOnAPage}",
            $"municipality?{AllOnAPage}",
            $"municipality_groups?{AllOnAPage}",
            $"kpi_groups?{AllOnAPage}",
            .. Lists(municipalities).Select(m => $"ou?municipality={m}&{AllOnAPage}"),
        ];

    /// <summary>Every year's values of some key figures.</summary>
    /// <param name="keyFigures">By code.</param>
    /// <param name="areas">Municipalities, regions and the country, by code.</param>
    /// <param name="since">What has changed or been taken back since this day. Null: all there is.</param>
    public static IEnumerable<string> Values(IEnumerable<string> keyFigures, IReadOnlyCollection<string> areas, DateOnly? since = null) =>
        Lists(keyFigures).SelectMany(k => Lists(areas).Select(a => $"data/kpi/{k}/municipality/{a}?{AllOnAPage}{Since(since)}"));

    /// <summary>As <see cref="Values"/>, of single units.</summary>
    public static IEnumerable<string> UnitValues(
        IEnumerable<string> keyFigures,
        IReadOnlyCollection<string> units,
        DateOnly? since = null
    ) => Lists(keyFigures).SelectMany(k => Lists(units).Select(u => $"oudata/kpi/{k}/ou/{u}?{AllOnAPage}{Since(since)}"));

    private static IEnumerable<string> Lists(IEnumerable<string> codes) =>
        codes.Order(StringComparer.Ordinal).Select(Uri.EscapeDataString).Chunk(MostInList).Select(c => string.Join(',', c));

    private static string Since(DateOnly? day) =>
        day is { } since ? string.Create(CultureInfo.InvariantCulture, $"&from_date={since:yyyy-MM-dd}") : "";
}
