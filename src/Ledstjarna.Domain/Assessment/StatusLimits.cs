namespace Ledstjarna.Domain.Assessment;

/// <summary>Where one limit of a target would have to be.</summary>
/// <param name="IsLow">The least value allowed; otherwise the largest.</param>
/// <param name="From">Where it is.</param>
/// <param name="To">Where it would be.</param>
/// <param name="IsBeyond">There is not enough: it must go past, by however little.</param>
public sealed record MovedLimit(bool IsLow, double From, double To, bool IsBeyond)
{
    /// <summary>Whether the limit rises.</summary>
    public bool IsRaised => To > From || (To == From && IsLow);
}

/// <summary>Where a figure would have to be.</summary>
/// <param name="Value">The value.</param>
/// <param name="IsBeyond">It is not enough: it must be passed, by however little.</param>
/// <param name="IsRise">Whether the figure rises to get there.</param>
internal readonly record struct ValueToReach(double Value, bool IsBeyond, bool IsRise);

/// <summary>
/// Between which values a figure has at least a status, held against a target: the target lens read backwards. All limits are included in
/// what they allow, and infinite to the side where there is none.
/// </summary>
internal sealed class StatusLimits
{
    private readonly Side? _low;
    private readonly Side? _high;

    private StatusLimits(Side? low, Side? high) => (_low, _high) = (low, high);

    /// <param name="target">Not a direction alone.</param>
    /// <param name="tolerance">The principle's degree for "delvis".</param>
    public static StatusLimits Of(TargetLevel target, double? tolerance)
    {
        var hasOwn = target.PartlyLow is not null || target.PartlyHigh is not null;
        var share = hasOwn ? null : tolerance;
        return new(
            double.IsFinite(target.Low) ? new Side(true, target.Low, target.PartlyLow, share) : null,
            double.IsFinite(target.High) ? new Side(false, target.High, target.PartlyHigh, share) : null
        );
    }

    /// <summary>The value nearest to the figure that has the status; null when there is none, or it has no limit.</summary>
    public ValueToReach? ValueFor(double figure, Status from, Status to)
    {
        var sides = from.IsRated() ? new[] { _low, _high }.OfType<Side>() : [];
        return sides
            .Where(s => to < from || s.Excludes(figure))
            .Select(s => s.ValueFor(from, to))
            .OfType<ValueToReach>()
            .OrderBy(v => Math.Abs(v.Value - figure))
            .Select(v => (ValueToReach?)v)
            .FirstOrDefault();
    }

    /// <summary>Each limit that, moved alone, gives the figure the status. It never passes the limit on the other side.</summary>
    public IEnumerable<MovedLimit> TargetsFor(double figure, Status from, Status to)
    {
        if (!from.IsRated())
        {
            yield break;
        }

        if (
            _low is not null
            && (to < from || _low.Excludes(figure))
            && _low.TargetFor(figure, from, to) is { } low
            && !(low.To > _high?.Limit)
        )
        {
            yield return low;
        }

        if (
            _high is not null
            && (to < from || _high.Excludes(figure))
            && _high.TargetFor(figure, from, to) is { } high
            && !(high.To < _low?.Limit)
        )
        {
            yield return high;
        }
    }

    /// <summary>One side of a target.</summary>
    /// <param name="IsLow">The side below which a figure is too small.</param>
    /// <param name="Limit">Where the target is reached.</param>
    /// <param name="Own">The limit for "delvis" of its own.</param>
    /// <param name="Share">The degree of the target that is "delvis", where it has none of its own.</param>
    private sealed record Side(bool IsLow, double Limit, double? Own, double? Share)
    {
        /// <summary>A degree counts only where both target and figure are above zero; of a degree of zero there is no least figure.</summary>
        private bool IsByShare => Own is null && Share > 0 && Limit > 0;

        private bool IsUnknown => Own is null && Share == 0;

        private double Partly =>
            Own
            ?? (
                !IsByShare ? Limit
                : IsLow ? Limit * Share!.Value
                : Limit / Share!.Value
            );

        private bool HasPartly => Partly != Limit;

        public bool Excludes(double figure) => IsLow ? !Threshold.Reaches(figure, Limit) : !Threshold.StaysWithin(figure, Limit);

        public ValueToReach? ValueFor(Status from, Status to) =>
            (from, to) switch
            {
                (_, Status.Achieved) => new(Limit, false, IsLow),
                _ when IsUnknown && Limit > 0 => null,
                (Status.NotAchieved, Status.Partly) => HasPartly ? new(Partly, false, IsLow) : null,
                (Status.Achieved, Status.Partly) => HasPartly ? new(Limit, true, !IsLow) : null,
                _ => new(Partly, true, !IsLow),
            };

        public MovedLimit? TargetFor(double figure, Status from, Status to)
        {
            if (to == Status.Achieved)
            {
                return Moved(figure, false);
            }

            var partly = Own is not null || (Share > 0 && figure > 0) ? TargetWithPartlyAt(figure) : figure;
            return IsUnknown || (to == Status.Partly && partly == figure) ? null
                : to == Status.Partly ? Moved(from == Status.Achieved ? figure : partly, from == Status.Achieved)
                : Moved(partly, true);
        }

        private double TargetWithPartlyAt(double figure) =>
            Own is { } own ? figure + (Limit - own)
            : IsLow ? figure / Share!.Value
            : figure * Share!.Value;

        private MovedLimit Moved(double to, bool isBeyond) => new(IsLow, Limit, to, isBeyond);
    }
}
