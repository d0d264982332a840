using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Ambition;

/// <summary>All about one goal's trial that does not depend on the tried levels: its tree, the days, and how it stands with the levels in force.</summary>
internal sealed class TrialGround
{
    /// <summary>Further back than this no one asks, and one odd old figure should not make a long list of empty years.</summary>
    private const int MostYears = 30;

    private readonly LevelTrial _trial;
    private readonly Goal _goal;
    private readonly TreeNode _tree;
    private readonly List<IndicatorId> _needed;
    private readonly List<(DateOnly Day, List<MeasuredActivity> Activities)> _moments;
    private readonly List<AssessmentResult> _inForce;
    private readonly List<NodeRating> _principlesInForce;
    private readonly Lazy<NationalGround?> _national;

    public TrialGround(LevelTrial trial, Goal goal)
    {
        (_trial, _goal, _tree) = (trial, goal, trial.TreeOf(goal));
        Indicators =
        [
            .. Leaves(_tree).OfType<TreeIndicator>().Select(l => l.Id).Distinct(StringComparer.Ordinal).Select(trial.IndicatorOf),
        ];
        _needed = trial.WithSubstitutes(Indicators);
        var activities = Leaves(_tree).OfType<TreeActivity>().Select(l => l.Id).ToHashSet(StringComparer.Ordinal);
        _moments =
        [
            .. YearEnds()
                .Append(Day)
                .Select(d => (d, trial.Activities.Where(a => activities.Contains(a.Id)).Select(a => On(a, d)).ToList())),
        ];
        _inForce = Assess(LevelTrial.Nothing);
        _principlesInForce = Principles(LevelTrial.Nothing);
        _national = new Lazy<NationalGround?>(() => NationalGround.Of(trial, _tree, Indicators));
    }

    public IReadOnlyList<Indicator> Indicators { get; }

    /// <summary>Null: for none of the indicators are all municipalities' figures known.</summary>
    public NationalGround? National => _national.Value;

    private DateOnly Day => _trial.Situation.CutOff;

    private SteeringRecord Record => _trial.Situation.Record;

    public GoalTrial Try(IReadOnlyDictionary<IndicatorId, TargetLevel> tried)
    {
        var results = Assess(tried);
        var moments = _moments.Select((m, i) => new TrialMoment(m.Day, _inForce[i], results[i])).ToList();
        var principles = Principles(tried).Select((r, i) => new TriedPrinciple(Record.Principles[i], _principlesInForce[i], r));
        return new GoalTrial(_goal, moments[^1], moments[..^1], [.. principles], LeafFlips.Of(results[^1]));
    }

    private List<AssessmentResult> Assess(IReadOnlyDictionary<IndicatorId, TargetLevel> tried)
    {
        var indicators = Measured(tried);
        var rule = _trial.Situation.Principle.Rule;
        return [.. _moments.Select(m => Assessor.Assess(new AssessmentCase(m.Day, rule, _tree, indicators, m.Activities)))];
    }

    private List<NodeRating> Principles(IReadOnlyDictionary<IndicatorId, TargetLevel> tried)
    {
        var indicators = Measured(tried);
        var (day, activities) = _moments[^1];
        return [.. Record.Principles.Select(p => Assessor.Assess(new AssessmentCase(day, p.Rule, _tree, indicators, activities)).Root)];
    }

    private List<MeasuredIndicator> Measured(IReadOnlyDictionary<IndicatorId, TargetLevel> tried) =>
        [.. _needed.Select(i => _trial.Measured(i, tried))];

    /// <summary>What was to be done later takes no part in a past year, whatever became of it since.</summary>
    private MeasuredActivity On(MeasuredActivity activity, DateOnly day) =>
        day < Day && activity.Due > day ? activity with { State = ActivityState.NotStarted, Finished = null } : activity;

    /// <summary>The last day of every year before the day's own, from the first with a figure.</summary>
    private IEnumerable<DateOnly> YearEnds()
    {
        var needed = _needed.ToHashSet();
        var smallest = Record.Indicators.Where(i => needed.Contains(i.Id)).ToDictionary(i => i.Id, i => i.SmallestAnswers);
        var first = Record
            .Observations.Where(o =>
                needed.Contains(o.IndicatorId)
                && o is { Breakdown: Breakdown.Total, Value: not null }
                && !o.IsTooThin(smallest[o.IndicatorId])
            )
            .Select(o => o.Period.End.Year)
            .DefaultIfEmpty(Day.Year)
            .Min();
        for (var year = Math.Max(first, Day.Year - MostYears); year < Day.Year; year++)
        {
            yield return new DateOnly(year, 12, 31);
        }
    }

    private static IEnumerable<TreePart> Leaves(TreePart part) => part is TreeNode node ? node.Children.SelectMany(Leaves) : [part];
}
