namespace Ledstjarna.Domain.History;

/// <summary>The newest link as it was on a day, kept outside the database: shows when links have been cut off since.</summary>
/// <param name="Number">The link's number; 0 for an empty log.</param>
/// <param name="Hash">Its hash in hexadecimal.</param>
public sealed record ChainAnchor(long Number, string Hash);

public enum ChainFault
{
    /// <summary>What the link says is not what its hash was made of.</summary>
    Altered,

    /// <summary>The link does not build on the one before.</summary>
    Detached,

    /// <summary>A number is missing.</summary>
    Gap,

    /// <summary>The log is shorter than it was when the anchor was kept, or another link stands in that place.</summary>
    CutOff,
}

/// <summary>What a check of a log found.</summary>
/// <param name="Links">How many links hold, from the first.</param>
/// <param name="Fault">What is wrong with the first that does not. Null: the whole chain holds.</param>
/// <param name="Number">The number of that link.</param>
public sealed record ChainCheck(long Links, ChainFault? Fault, long? Number);

/// <summary>Proves a log link by link, in one pass and without holding it.</summary>
public sealed class ChangeChain
{
    public static readonly byte[] Start = new byte[32];

    private readonly Dictionary<long, HashSet<string>> _anchors;
    private byte[] _previous = Start;
    private long _links;
    private ChainCheck? _broken;

    /// <param name="anchors">Two of one number that differ show that the log was written anew from there.</param>
    public ChangeChain(IEnumerable<ChainAnchor> anchors) =>
        _anchors = anchors
            .Where(a => a.Number > 0)
            .GroupBy(a => a.Number)
            .ToDictionary(g => g.Key, g => g.Select(a => a.Hash).ToHashSet(StringComparer.Ordinal));

    /// <summary>The next link. After the first that does not hold, nothing more is looked at.</summary>
    public void Add(Change change)
    {
        if (_broken is not null)
        {
            return;
        }

        var fault =
            change.Number != _links + 1 ? ChainFault.Gap
            : !change.PreviousHash.SequenceEqual(_previous) ? ChainFault.Detached
            : !change.Hash.SequenceEqual(Change.HashOf(change)) ? ChainFault.Altered
            : _anchors.TryGetValue(change.Number, out var kept) && !kept.SetEquals([Convert.ToHexStringLower([.. change.Hash])])
                ? ChainFault.CutOff
            : (ChainFault?)null;
        if (fault is not null)
        {
            _broken = new ChainCheck(_links, fault, fault == ChainFault.Gap ? _links + 1 : change.Number);
            return;
        }

        (_previous, _links) = ([.. change.Hash], change.Number);
    }

    public ChainCheck Result() =>
        _broken
        ?? (
            _anchors.Keys.DefaultIfEmpty().Max() is var last && last > _links
                ? new ChainCheck(_links, ChainFault.CutOff, _links + 1)
                : new ChainCheck(_links, null, null)
        );
}
