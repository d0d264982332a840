using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>A day that a unit has before it.</summary>
public abstract record Deadline(DateOnly On);

/// <summary>The last day on which a figure it follows up is in time.</summary>
public sealed record FigureDeadline(ExpectedFigure Figure) : Deadline(Figure.On);

/// <summary>The last day on which something it is to do is in time.</summary>
public sealed record ActivityDeadline(Activity Activity) : Deadline(Activity.Due);

/// <summary>The last day of its term.</summary>
public sealed record TermDeadline(Term Term, DateOnly On) : Deadline(On);

/// <summary>What is one unit's in the goals as they stand on a day: its goals, figures, activities and the days before it.</summary>
public sealed class UnitAgenda
{
    private const int MonthsAhead = 12;

    /// <param name="situation">The day.</param>
    /// <param name="register">The figures missing on it and to come.</param>
    /// <param name="unit">The unit.</param>
    public UnitAgenda(Situation situation, MissingRegister register, Unit unit)
    {
        var record = situation.Record;
        Unit = unit;
        OwnGoals = [.. situation.Goals.Where(g => g.Kind == GoalKind.Committee && g.UnitId == unit.Id)];
        AnswersFor = [.. situation.Goals.Where(g => g.Kind != GoalKind.Committee && g.UnitId == unit.Id).OrderBy(g => g.Kind)];
        var own = OwnGoals.Select(g => g.Id).ToHashSet();
        var served = record.Contributions.Where(c => own.Contains(c.GoalId)).ToLookup(c => c.CouncilGoalId, c => c.GoalId);
        Contributions =
        [
            .. situation.TopGoals(GoalKind.Council).Select(c => (c, OwnGoals.Where(g => served[c.Id].Contains(g.Id)).ToList())),
        ];
        Indicators = [.. record.Indicators.Where(i => i.OwnerId == unit.Id && situation.RatingOfIndicator(i.Code) is not null)];
        Activities =
        [
            .. record
                .Activities.Where(a => a.ResponsibleUnits.Contains(unit.Id.Value) && situation.RatingOfActivity(a.Code) is not null)
                .OrderBy(a => a.Due),
        ];
        Missing = [.. register.Figures.Where(f => f.Indicator.OwnerId == unit.Id)];
        Terms = [.. record.Terms.Where(t => t.UnitId == unit.Id && t.Validity.Includes(situation.CutOff))];
        Deadlines = [.. Ahead(situation, register).OrderBy(d => d.On)];
    }

    public Unit Unit { get; }

    /// <summary>The committee's or company's own goals, in the structure's order.</summary>
    public IReadOnlyList<Goal> OwnGoals { get; }

    /// <summary>Council goals that it follows up, then internal ones.</summary>
    public IReadOnlyList<Goal> AnswersFor { get; }

    /// <summary>Every council goal, with those of the unit's goals that serve it; none is a hole where the unit sets goals.</summary>
    public IReadOnlyList<(Goal Council, List<Goal> Own)> Contributions { get; }

    /// <summary>Those it follows up that count in the structure.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Those it is responsible for that count in the structure, by due date.</summary>
    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>The figures of its indicators that are missing, worst first.</summary>
    public IReadOnlyList<MissingFigure> Missing { get; }

    /// <summary>Its terms that the day lies in.</summary>
    public IReadOnlyList<Term> Terms { get; }

    /// <summary>What lies ahead, the soonest first: after the day and up to the same day a year later, included.</summary>
    public IReadOnlyList<Deadline> Deadlines { get; }

    /// <summary>Whether an activity is late on a day: neither done nor cancelled when its last day is over.</summary>
    public static bool IsLate(Activity activity, DateOnly day) => !IsClosed(activity, day) && activity.Due <= day;

    private static bool IsClosed(Activity activity, DateOnly day) =>
        activity.State == Assessment.ActivityState.Cancelled
        || (activity.State == Assessment.ActivityState.Done && !(activity.FinishedOn > day));

    private IEnumerable<Deadline> Ahead(Situation situation, MissingRegister register)
    {
        var day = situation.CutOff;
        var until = day.Year < DateOnly.MaxValue.Year ? day.AddMonths(MonthsAhead) : DateOnly.MaxValue;
        var figures = Indicators.SelectMany(i => register.Upcoming(i, until)).Select(Deadline (f) => new FigureDeadline(f));
        var activities = Activities.Where(a => !IsClosed(a, day)).Select(Deadline (a) => new ActivityDeadline(a));
        var terms = Terms.Where(t => t.Validity.To is not null).Select(Deadline (t) => new TermDeadline(t, t.Validity.To!.Value));
        return figures.Concat(activities).Concat(terms).Where(d => d.On > day && d.On <= until);
    }
}
