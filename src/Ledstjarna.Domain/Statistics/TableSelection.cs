using System.Security.Cryptography;
using System.Text;

namespace Ledstjarna.Domain.Statistics;

/// <summary>
/// What is chosen of a source's table, so that one figure per municipality and year is left of it: a value of each dimension but place, time and
/// gender. Dimensions that are left out the source adds up.
/// </summary>
public sealed record TableSelection
{
    /// <param name="table">The source's own: <c>TAB638</c>.</param>
    /// <param name="chosen">Dimensions, each once, and the code of the value chosen; in any order.</param>
    public TableSelection(string table, IEnumerable<KeyValuePair<string, string>> chosen)
    {
        Table = Require.Text(table, "table", 60).ToUpperInvariant();
        Chosen = [.. chosen.OrderBy(c => c.Key, StringComparer.Ordinal)];
    }

    public string Table { get; }

    public IReadOnlyList<KeyValuePair<string, string>> Chosen { get; }

    /// <summary>What it is known by as a key figure: the table, and a mark of what is chosen: <c>TAB638-6F1C20A4D19B</c>.</summary>
    public string Code => $"{Table}-{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(ToString())))[..12]}";

    public static TableSelection Parse(string text)
    {
        var parts = text.Split('?', 2);
        return new TableSelection(
            parts[0],
            parts
                .ElementAtOrDefault(1)
                ?.Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Select(c => c.Split('=', 2))
                .Select(c => KeyValuePair.Create(Uri.UnescapeDataString(c[0]), Uri.UnescapeDataString(c[1])))
                ?? []
        );
    }

    public bool Equals(TableSelection? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>As <see cref="Parse"/> reads it: <c>TAB638?Alder=65&amp;ContentsCode=BE0101N1</c>.</summary>
    public override string ToString() =>
        $"{Table}?{string.Join('&', Chosen.Select(c => $"{Uri.EscapeDataString(c.Key)}={Uri.EscapeDataString(c.Value)}"))}";
}
