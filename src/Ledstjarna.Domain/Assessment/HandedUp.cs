namespace Ledstjarna.Domain.Assessment;

/// <summary>How a child takes part in its parent's status.</summary>
public enum Part
{
    /// <summary>By its computed status.</summary>
    Rated,

    /// <summary>By the status someone judged: sure, and full coverage.</summary>
    Judged,

    /// <summary>It cannot be assessed: it could be anything between its ends.</summary>
    Unknown,

    /// <summary>It is not due: it takes no part.</summary>
    Out,
}

/// <summary>What a child hands up to its parent.</summary>
/// <param name="Child">The child, with its weight.</param>
/// <param name="Part">How it takes part.</param>
/// <param name="Status">The status people see.</param>
/// <param name="Low">The worst status it can turn out to have.</param>
/// <param name="High">The best.</param>
/// <param name="Coverage">How much of it is known, 0–1.</param>
/// <param name="Carried">How much of it rests on carried or substitute values, 0–1.</param>
public readonly record struct HandedUp(TreePart Child, Part Part, Status Status, Status Low, Status High, double Coverage, double Carried)
{
    /// <summary>Whether it has a rated status, computed or judged.</summary>
    public bool IsRated => Part is Part.Rated or Part.Judged;

    public static HandedUp From(TreePart child, IndicatorRating rating) => FromLeaf(child, rating.Layers, rating.IsBorrowed);

    public static HandedUp From(TreePart child, ActivityRating rating) => FromLeaf(child, rating.Layers, false);

    public static HandedUp From(TreePart child, NodeRating rating)
    {
        var layers = rating.Layers;
        var ownEnds = rating.LowStatus is { } low && rating.HighStatus is { } high ? (low, high) : (Status.NotAchieved, Status.Achieved);
        return layers switch
        {
            { Effective: Status.NotDue } => Out(child),
            { Effective: Status.CannotBeAssessed, IsJudged: true, Computed: not Status.CannotBeAssessed } => Unknown(
                child,
                (Status.NotAchieved, Status.Achieved)
            ),
            { Effective: Status.CannotBeAssessed } => Unknown(child, ownEnds),
            { IsJudged: true } => Judged(child, layers.Effective),
            _ => new(child, Part.Rated, layers.Computed, ownEnds.Item1, ownEnds.Item2, rating.Coverage, rating.Carried),
        };
    }

    /// <summary>Of an indicator that no one has judged.</summary>
    internal static HandedUp From(TreePart child, Status computed, bool isBorrowed) =>
        computed switch
        {
            Status.NotDue => Out(child),
            Status.CannotBeAssessed => Unknown(child, (Status.NotAchieved, Status.Achieved)),
            _ => new(child, Part.Rated, computed, computed, computed, 1, isBorrowed ? 1 : 0),
        };

    /// <summary>Of a node that no one has judged.</summary>
    internal static HandedUp From(TreePart child, in RolledUp node)
    {
        var ends = node.LowStatus is { } low && node.HighStatus is { } high ? (low, high) : (Status.NotAchieved, Status.Achieved);
        return node.Computed switch
        {
            Status.NotDue => Out(child),
            Status.CannotBeAssessed => Unknown(child, ends),
            _ => new(child, Part.Rated, node.Computed, ends.Item1, ends.Item2, node.Coverage, node.Carried),
        };
    }

    private static HandedUp FromLeaf(TreePart child, Layers layers, bool borrowed) =>
        layers switch
        {
            { Effective: Status.NotDue or Status.CannotBeAssessed } => From(child, layers.Effective, borrowed),
            { IsJudged: true } => Judged(child, layers.Effective),
            _ => From(child, layers.Computed, borrowed),
        };

    private static HandedUp Out(TreePart child) => new(child, Part.Out, Status.NotDue, Status.NotDue, Status.NotDue, 0, 0);

    private static HandedUp Unknown(TreePart child, (Status Low, Status High) ends) =>
        new(child, Part.Unknown, Status.CannotBeAssessed, ends.Low, ends.High, 0, 0);

    private static HandedUp Judged(TreePart child, Status status) => new(child, Part.Judged, status, status, status, 1, 0);
}
