using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.Domain.Years;

/// <summary>
/// The annual picture (årsbilden): each goal at the top at every year-end, in the structure then valid. A year that was followed up stands as it
/// was then, with what people judged; one that was not is computed.
/// </summary>
public sealed class AnnualPicture
{
    /// <summary>Further back than this no one asks.</summary>
    private const int MostYears = 30;

    private AnnualPicture(SteeringRecord record, DateOnly today)
    {
        var situations = Situations(record, today);
        var principle = (Situation.On(record, today) ?? situations.LastOrDefault())?.Principle;
        var years = new List<PictureYear>();
        foreach (var situation in situations)
        {
            var isSame = situation.FollowUp is null && situation.Principle.Id == principle!.Id;
            var now = isSame ? situation : Hindsight.Of(record, situation.CutOff, principle!);
            years.Add(new PictureYear(situation, now, years.Count == 0));
        }

        Structures =
        [
            .. years
                .GroupBy(y => y.Situation.Structure.Id)
                .Select(g => new StructureYears(g.First().Situation.Structure, [.. g]))
                .OrderBy(s => s.Years[0].Year),
        ];
    }

    /// <summary>The oldest first; only those with a year-end that has been and is known of.</summary>
    public IReadOnlyList<StructureYears> Structures { get; }

    /// <param name="record">What is steered by.</param>
    /// <param name="today">The last year-end shown is the latest no later than this.</param>
    public static AnnualPicture Of(SteeringRecord record, DateOnly today) => new(record, today);

    /// <summary>Every year-end with goals, from the first that any figure is known for.</summary>
    private static List<Situation> Situations(SteeringRecord record, DateOnly today)
    {
        if (record.Structures.Count == 0 || record.Observations.Count == 0)
        {
            return [];
        }

        var starts = record.Structures.Min(s => s.Validity.From ?? DateOnly.MinValue).Year;
        var measured = record.Observations.Min(o => o.Period.Year);
        var first = Math.Max(Math.Max(starts, measured), today.Year - MostYears);
        var ends = Enumerable.Range(first, Math.Max(0, today.Year - first + 1)).Select(y => new DateOnly(y, 12, 31)).Where(d => d <= today);
        return
        [
            .. ends.Select(d => Situation.On(record, d)).OfType<Situation>().SkipWhile(s => s.Outcome.Indicators.All(i => i.Value is null)),
        ];
    }
}

/// <summary>One structure's years and goals.</summary>
public sealed class StructureYears
{
    internal StructureYears(GoalStructure structure, IReadOnlyList<PictureYear> years)
    {
        (Structure, Years) = (structure, years);
        Goals =
        [
            .. years
                .SelectMany(y => y.Situation.Goals)
                .Where(g => g.ParentId is null)
                .DistinctBy(g => g.Id)
                .OrderBy(g => g.Kind)
                .ThenBy(g => g.Order)
                .Select(g => new GoalYears(g, [.. years.Select(y => y.Of(g))])),
        ];
    }

    public GoalStructure Structure { get; }

    /// <summary>The oldest first.</summary>
    public IReadOnlyList<PictureYear> Years { get; }

    /// <summary>The goals at the top, council goals first.</summary>
    public IReadOnlyList<GoalYears> Goals { get; }
}

/// <summary>A year-end.</summary>
/// <param name="Situation">How the goals stood, or what is computed where it was not followed up.</param>
/// <param name="Now">The same day with today's principle, all figures known now and no judgements. Null: it cannot be computed.</param>
/// <param name="IsBaseline">Whether it is the first year with any figure.</param>
public sealed record PictureYear(Situation Situation, Situation? Now, bool IsBaseline)
{
    public int Year => Situation.CutOff.Year;

    public DateOnly Day => Situation.CutOff;

    /// <summary>The follow-up of the day. Null: there was none, and the statuses are computed.</summary>
    public FollowUp? FollowUp => Situation.FollowUp;

    internal GoalYear? Of(Goal goal) =>
        Situation.Goals.All(g => g.Id != goal.Id)
            ? null
            : new GoalYear(
                this,
                goal,
                Situation.Rating(goal, Axis.Outcome),
                Now?.Goals.Any(g => g.Id == goal.Id) == true ? Now.Rating(goal, Axis.Outcome).Layers.Computed : null
            );
}

/// <summary>A goal over the years of its structure.</summary>
/// <param name="Goal">The goal.</param>
/// <param name="Years">One for each of the structure's years; null where the goal was not there.</param>
public sealed record GoalYears(Goal Goal, IReadOnlyList<GoalYear?> Years)
{
    /// <summary>Whether anything was measured under it in any of the years.</summary>
    public bool IsMeasured => Years.Any(y => y?.Rating.Children.Count > 0);

    /// <summary>Whether it had a status in any of the years.</summary>
    public bool IsAssessed => Years.Any(y => y is not null && y.Status != Status.CannotBeAssessed);
}

/// <summary>A goal at one year-end.</summary>
/// <param name="Year">The year-end.</param>
/// <param name="Goal">The goal.</param>
/// <param name="Rating">What held: people's judgements over what was computed.</param>
/// <param name="Now">What would be computed now. Null: it cannot be.</param>
public sealed record GoalYear(PictureYear Year, Goal Goal, NodeRating Rating, Status? Now)
{
    public Status Status => Rating.Effective;

    /// <summary>Whether another status would be computed now. A goal that nothing is measured under has only what people say of it.</summary>
    public bool DiffersNow => Now is { } now && now != Status && Rating.Children.Count > 0;
}
