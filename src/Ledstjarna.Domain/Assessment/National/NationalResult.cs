namespace Ledstjarna.Domain.Assessment.National;

/// <summary>How everything in a national case stands, for every municipality and year.</summary>
public sealed class NationalResult
{
    private readonly Dictionary<string, RolledUp[]> _nodes = new(StringComparer.Ordinal);
    private readonly NationalRating[][] _indicators;

    internal NationalResult(NationalCase @case, NationalRating[][] indicators, IEnumerable<(TreeNode Node, RolledUp[] Ratings)> nodes)
    {
        (Case, _indicators) = (@case, indicators);
        foreach (var (node, ratings) in nodes)
        {
            _nodes.Add(node.Id, ratings);
        }
    }

    public NationalCase Case { get; }

    /// <summary>An indicator in a year, every municipality in its column.</summary>
    /// <param name="id">The indicator's.</param>
    /// <param name="year">Its place among the case's, from 0.</param>
    public ReadOnlySpan<NationalRating> Indicator(string id, int year) => Row(_indicators[Case.PlaceOf(id)], year);

    /// <summary>A node in a year, every municipality in its column.</summary>
    /// <param name="id">The node's.</param>
    /// <param name="year">Its place among the case's, from 0.</param>
    public ReadOnlySpan<RolledUp> Node(string id, int year) => Row(_nodes[id], year);

    private ReadOnlySpan<T> Row<T>(T[] ratings, int year) => ratings.AsSpan(year * Case.Columns.Count, Case.Columns.Count);
}
