using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>What was known of one indicator on a situation's day: per period the record that counts, and which periods should have one.</summary>
internal sealed class KnownFigures
{
    private readonly Situation _situation;
    private readonly SortedDictionary<Period, RecordedObservation> _records = [];

    /// <param name="situation">The day, and what was known.</param>
    /// <param name="indicator">The indicator.</param>
    /// <param name="observations">All that was ever recorded of it, in the order it was written.</param>
    public KnownFigures(Situation situation, Indicator indicator, IEnumerable<RecordedObservation> observations)
    {
        (_situation, Indicator) = (situation, indicator);
        var known = observations.Where(o => o.Breakdown == Breakdown.Total && !(o.RecordedOn > situation.KnownAt));
        foreach (var observation in known.OrderBy(o => o.RecordedOn).ThenBy(o => o.Sequence))
        {
            _records[observation.Period] = observation;
        }

        LastValue = _records.Keys.Where(p => HasEnded(p) && ReasonFor(p) is null).Select(p => (Period?)p).LastOrDefault();
    }

    public Indicator Indicator { get; }

    /// <summary>The latest ended period with a value that may be used. Null: there is none.</summary>
    public Period? LastValue { get; }

    /// <summary>The record that counts for a period. Null: none has been made.</summary>
    public RecordedObservation? Record(Period period) => _records.GetValueOrDefault(period);

    /// <summary>Why a period has no figure. Null: it has one, or nothing is recorded of it.</summary>
    public MissingReason? ReasonFor(Period period) => Record(period)?.Measured(Indicator.SmallestAnswers).Missing;

    /// <summary>When a period's figure is expected: as recorded, or else by cadence and lag. Null: past the last day there is.</summary>
    public DateOnly? ExpectedOn(Period period) => Record(period)?.ExpectedOn ?? Indicator.DueDate(period);

    /// <summary>Whether a figure can still come for a period: what was never asked, or may not be shown, only where a day has been given.</summary>
    public bool MayCome(Period period) =>
        Record(period)?.ExpectedOn is not null || ReasonFor(period) is null or MissingReason.Delayed or MissingReason.Withdrawn;

    /// <summary>
    /// The periods that are missing on the day, oldest first: those due since the last value, those recorded as missing since then, and
    /// earlier ones that someone has given a day for.
    /// </summary>
    /// <param name="day">The last day on which a figure could have come.</param>
    public IEnumerable<Period> Missing(DateOnly day) =>
        Expected(day).TakeWhile(p => Indicator.IsDue(p, day)).Union(RecordedMissing()).Where(IsAwaited).Order();

    /// <summary>The periods whose figures are to come after the day and no later than another, each with its day; the soonest first.</summary>
    public IEnumerable<(Period Period, DateOnly On)> Upcoming(DateOnly day, DateOnly until) =>
        ToCome(Expected(day).TakeWhile(p => Indicator.IsDue(p, until)).Union(WithADay()), day)
            .Where(e => e.On <= until)
            .OrderBy(e => e.On)
            .ThenBy(e => e.Period);

    /// <summary>The next of them, however far ahead. Null: none is to come.</summary>
    public (Period Period, DateOnly On)? Next(DateOnly day) =>
        ToCome(WithADay(), day)
            .Concat(ToCome(Expected(day).Except(WithADay()), day).Take(1))
            .OrderBy(e => e.On)
            .Select(e => ((Period, DateOnly)?)e)
            .FirstOrDefault();

    private IEnumerable<(Period Period, DateOnly On)> ToCome(IEnumerable<Period> periods, DateOnly day) =>
        from period in periods
        where IsAwaited(period) && MayCome(period)
        let expected = ExpectedOn(period)
        where expected > day
        select (period, expected.Value);

    /// <summary>The periods that someone has given a day for.</summary>
    private IEnumerable<Period> WithADay() => _records.Where(r => r.Value.ExpectedOn is not null).Select(r => r.Key);

    /// <summary>Every period to be measured after the last value, by cadence; from the first that is recorded where there is no value.</summary>
    private IEnumerable<Period> Expected(DateOnly day)
    {
        var ended = _records.Count > 0 && _records.Last() is { Value.Missing: MissingReason.Discontinued } last ? last.Key : (Period?)null;
        for (var next = First(day); next is { } period && !(period > ended); next = Indicator.PeriodAfter(period))
        {
            yield return period;
        }
    }

    /// <summary>Where nothing is recorded of any ended period, the newest that could have a figure stands for them all.</summary>
    private Period? First(DateOnly day)
    {
        if (LastValue is { } last)
        {
            return Indicator.PeriodAfter(last);
        }

        var kind = _records.Count > 0 ? _records.Keys.First().Kind : PeriodKind.Year;
        return _records.Keys.Where(HasEnded).Select(p => (Period?)p).FirstOrDefault() ?? Indicator.NewestDue(kind, day);
    }

    private IEnumerable<Period> RecordedMissing() =>
        _records.Keys.Where(p =>
            HasEnded(p)
            && ReasonFor(p) is not (null or MissingReason.Withdrawn)
            && (LastValue is null || p > LastValue || Record(p)!.ExpectedOn is not null)
        );

    /// <summary>A period that has a figure, or where there is nothing to measure, is not waited for; one that has not ended still is.</summary>
    private bool IsAwaited(Period period) =>
        ReasonFor(period) is { } reason ? reason != MissingReason.NotApplicable : Record(period) is null || !HasEnded(period);

    private bool HasEnded(Period period) => period.End <= _situation.CutOff;
}
