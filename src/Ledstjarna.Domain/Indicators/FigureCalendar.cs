using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.Indicators;

/// <summary>Which periods an indicator is measured for, and when each figure is to be there: by its cadence and lag alone.</summary>
public static class FigureCalendar
{
    /// <summary>Months are kept as fractions; what is this close to a whole number is one.</summary>
    private const double Slack = 1e-9;

    /// <summary>
    /// The kind that all periods of an indicator must be of: that of what is recorded; before that, years where others are compared with, and
    /// what a target counts from; before that too, the coarsest that is no longer than the cadence.
    /// </summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="recorded">Of any period that something is recorded for; null: nothing is.</param>
    /// <param name="targets">Its targets; those of others do not count.</param>
    public static PeriodKind KindOfPeriods(this Indicator indicator, PeriodKind? recorded, IEnumerable<Target> targets) =>
        recorded
        ?? (indicator.ComparedWith is null ? (PeriodKind?)null : PeriodKind.Year)
        ?? targets.Where(t => t.IndicatorId == indicator.Id).Select(t => t.Since?.Kind).FirstOrDefault(k => k is not null)
        ?? Enum.GetValues<PeriodKind>()
            .Where(k => 12 / k.PartsPerYear() <= indicator.CadenceMonths + Slack)
            .DefaultIfEmpty(PeriodKind.Month)
            .First();

    /// <summary>
    /// The period measured after one: the first of its kind that ends no sooner than a cadence later. A survey every 24 months follows
    /// 2020 with 2022; a cadence that does not fit the kind is rounded up, so that nothing is asked for too soon.
    /// </summary>
    /// <param name="indicator">What is measured.</param>
    /// <param name="period">A period it was, or was to be, measured for.</param>
    /// <returns>Null past the last year there is.</returns>
    public static Period? PeriodAfter(this Indicator indicator, Period period)
    {
        var monthsInPeriod = 12 / period.Kind.PartsPerYear();
        var periods = Math.Ceiling((indicator.CadenceMonths / monthsInPeriod) - Slack);
        return period.Later((int)Math.Clamp(periods, 1, Period.LastYear * 12));
    }

    /// <summary>
    /// The last day on which the figure of a period is in time: the lag counted in whole months from the period's end, up to the last day of
    /// that month. A lag that is no whole number of months is rounded up.
    /// </summary>
    /// <returns>Null when that is past the last day there is.</returns>
    public static DateOnly? DueDate(this Indicator indicator, Period period)
    {
        var lag = Math.Ceiling(indicator.LagMonths - Slack);
        if (lag > Period.Months(period.End, DateOnly.MaxValue))
        {
            return null;
        }

        var month = period.End.AddMonths((int)lag);
        return new DateOnly(month.Year, month.Month, DateTime.DaysInMonth(month.Year, month.Month));
    }

    /// <summary>Whether a period's figure is to be there on a day, the due date included.</summary>
    public static bool IsDue(this Indicator indicator, Period period, DateOnly day) => indicator.DueDate(period) <= day;

    /// <summary>The newest period of a kind whose figure is to be there on a day, where no earlier one says which years are measured.</summary>
    /// <returns>Null when there is none, the lag being longer than the years there are.</returns>
    public static Period? NewestDue(this Indicator indicator, PeriodKind kind, DateOnly day)
    {
        for (var year = day.Year; year >= Period.FirstYear; year--)
        {
            for (var part = kind.PartsPerYear(); part >= 1; part--)
            {
                if (Period.Of(kind, year, part) is var period && indicator.IsDue(period, day))
                {
                    return period;
                }
            }
        }

        return null;
    }
}
