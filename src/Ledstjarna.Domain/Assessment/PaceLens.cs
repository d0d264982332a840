namespace Ledstjarna.Domain.Assessment;

/// <summary>On the way to a future target: is the change so far fast enough? Eurostat's method for its sustainable development indicators.</summary>
internal static class PaceLens
{
    private const double NoPaceRequired = 1e-12;

    public static PaceFinding? Look(in Figures figures, PaceRule rule, TargetLevel target)
    {
        var current = figures.Current;
        if (target.IsMetBy(current.Value))
        {
            return new PaceFinding(target, null, null, null, null, Status.Achieved);
        }

        if (Base(figures, rule) is not { } start)
        {
            return null;
        }

        if (target.IsMetBy(start.Value))
        {
            return new PaceFinding(target, start.Period, start.Value, null, null, Status.NotAchieved);
        }

        var passed = current.Period.Year - start.Period.Year;
        var whole = target.Due!.Value.Year - start.Period.Year; // no less than what has passed: the target lies ahead
        if (passed <= 0 || start.Value <= 0 || current.Value <= 0 || target.Value <= 0)
        {
            return null;
        }

        var observed = Math.Pow(current.Value / start.Value, 1.0 / passed) - 1;
        var required = Math.Pow(target.Value / start.Value, 1.0 / whole) - 1;
        return Math.Abs(required) < NoPaceRequired
            ? null
            : new PaceFinding(
                target,
                start.Period,
                start.Value,
                observed,
                required,
                Threshold.Place(observed / required, rule.On, rule.Slow)
            );
    }

    private static KnownValue? Base(in Figures figures, PaceRule rule)
    {
        foreach (var value in figures.Earlier)
        {
            if (rule.From is not { } from || value.End >= from.End)
            {
                return value;
            }
        }

        return null;
    }
}
