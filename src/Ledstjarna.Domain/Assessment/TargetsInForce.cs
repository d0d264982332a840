namespace Ledstjarna.Domain.Assessment;

/// <summary>Which of an indicator's targets hold on a day: the latest decided package, and of it the one that counts.</summary>
/// <param name="Counting">The one with the latest due date within the limit. Null: none is due, or there is none.</param>
/// <param name="Ahead">The "at least" or "at most" with the earliest due date after the cut-off, for the pace lens.</param>
/// <param name="Any">Whether any target is in force.</param>
/// <param name="Package">The day that those in force are in force from. The first day there is when they say none.</param>
internal readonly record struct TargetsInForce(TargetLevel? Counting, TargetLevel? Ahead, bool Any, DateOnly Package)
{
    /// <summary>There are targets but none is due yet.</summary>
    public bool NotDue => Any && Counting is null;

    public static TargetsInForce On(DateOnly asOf, DateOnly limit, IReadOnlyList<TargetLevel> targets)
    {
        var any = false;
        var package = DateOnly.MinValue;
        for (var i = 0; i < targets.Count; i++)
        {
            var from = targets[i].From ?? DateOnly.MinValue;
            if (from <= asOf && from >= package)
            {
                (any, package) = (true, from);
            }
        }

        if (!any)
        {
            return default;
        }

        TargetLevel? counting = null;
        TargetLevel? ahead = null;
        var nearest = DateOnly.MaxValue;
        for (var i = 0; i < targets.Count; i++)
        {
            var target = targets[i];
            if ((target.From ?? DateOnly.MinValue) != package)
            {
                continue;
            }

            var due = target.Due ?? DateOnly.MinValue;
            if (due <= limit && (counting is null || due >= (counting.Due ?? DateOnly.MinValue)))
            {
                counting = target;
            }

            if (target is { Kind: TargetKind.AtLeast or TargetKind.AtMost, Due: { } day } && day > asOf && day <= nearest)
            {
                (ahead, nearest) = (target, day);
            }
        }

        return new TargetsInForce(counting, ahead, any, package);
    }
}
