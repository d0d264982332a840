namespace Ledstjarna.Domain.Assessment.National;

/// <summary>How everything in a national case stands, for every municipality and year.</summary>
public sealed class NationalResult
{
    internal NationalResult(
        NationalCase @case,
        ArraySegment<NationalRating>[][] own,
        ArraySegment<NationalRating>[][] indicators,
        NationalTree tree
    ) => (Case, Own, Indicators, Tree) = (@case, own, indicators, tree);

    public NationalCase Case { get; }

    /// <summary>By the indicator's place, then year by year: of its own values only.</summary>
    internal ArraySegment<NationalRating>[][] Own { get; }

    /// <summary>The same, with substitutes where there are no own.</summary>
    internal ArraySegment<NationalRating>[][] Indicators { get; }

    internal NationalTree Tree { get; }

    /// <summary>An indicator in a year, every municipality in its column.</summary>
    /// <param name="id">The indicator's.</param>
    /// <param name="year">Its place among the case's, from 0.</param>
    public ReadOnlySpan<NationalRating> Indicator(string id, int year) => Indicators[Case.PlaceOf(id)][year];

    /// <summary>A node in a year, every municipality in its column.</summary>
    /// <param name="id">The node's.</param>
    /// <param name="year">Its place among the case's, from 0.</param>
    public ReadOnlySpan<RolledUp> Node(string id, int year) => Tree.RatingsOf(id)[year];
}
