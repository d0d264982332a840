namespace Ledstjarna.Domain.Assessment;

/// <summary>Rates one activity by its state and its due date.</summary>
public static class ActivityAssessor
{
    public static ActivityRating Rate(MeasuredActivity activity, AssessmentCase @case) =>
        new(activity, @case.Layered(activity.Id, Computed(activity, @case)));

    private static Status Computed(MeasuredActivity activity, AssessmentCase @case)
    {
        var state = activity.State == ActivityState.Done && activity.Finished > @case.AsOf ? ActivityState.Ongoing : activity.State;
        return state switch
        {
            ActivityState.Done => Status.Achieved,
            ActivityState.Cancelled => Status.NotAchieved,
            _ when activity.Due > @case.Limit => Status.NotDue,
            _ when activity.Due > @case.AsOf => Status.CannotBeAssessed,
            ActivityState.Ongoing when @case.AsOf <= MonthsAfter(activity.Due, @case.Principle.ActivityGrace) => Status.Partly,
            _ => Status.NotAchieved,
        };
    }

    /// <summary>The same day of the month, or the month's last.</summary>
    private static DateOnly MonthsAfter(DateOnly date, int months) =>
        ((DateOnly.MaxValue.Year - date.Year) * 12) + DateOnly.MaxValue.Month - date.Month >= months
            ? date.AddMonths(months)
            : DateOnly.MaxValue;
}
