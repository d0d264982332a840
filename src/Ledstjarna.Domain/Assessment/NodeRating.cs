namespace Ledstjarna.Domain.Assessment;

/// <summary>How a node stands, how sure that is, and what its children handed up.</summary>
public sealed record NodeRating(TreeNode Node, Layers Layers)
{
    public Status Effective => Layers.Effective;

    /// <summary>0–1; null when nothing under it is rated.</summary>
    public double? Score { get; init; }

    /// <summary>The share of the weight that is known, 0–1. It sees through the nodes under it.</summary>
    public double Coverage { get; init; }

    /// <summary>The share of the weight that rests on carried or substitute values, 0–1.</summary>
    public double Carried { get; init; }

    /// <summary>The score if everything unknown turned out as badly as it can. Null when the node is not due.</summary>
    public double? Low { get; init; }

    /// <summary>The score if everything unknown turned out as well as it can.</summary>
    public double? High { get; init; }

    public Status? LowStatus { get; init; }

    public Status? HighStatus { get; init; }

    /// <summary>Method mean only: the score is close to a limit.</summary>
    public bool Near { get; init; }

    /// <summary>The rule that made the children's statuses this one's.</summary>
    public required RollUpRule Rule { get; init; }

    public required IReadOnlyList<HandedUp> Children { get; init; }

    /// <summary>Nothing that is missing can change the computed status.</summary>
    public bool IsRobust => LowStatus is null || (LowStatus == HighStatus && Layers.Computed == LowStatus);

    /// <summary>Whether the status people see will stand whatever comes in: nothing can change it, or someone has judged it.</summary>
    public bool IsSettled => IsRobust || (Layers.IsJudged && Effective != Status.CannotBeAssessed);

    /// <summary>Every status that the computed one can turn out to be when all is known, worst first.</summary>
    public IEnumerable<Status> Possible
    {
        get
        {
            for (var s = LowStatus ?? Status.NotDue; s <= HighStatus; s++)
            {
                yield return s;
            }
        }
    }
}
