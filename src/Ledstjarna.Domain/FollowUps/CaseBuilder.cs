using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>What is recorded → what the engine is handed.</summary>
internal sealed class CaseBuilder(Situation situation)
{
    private readonly SteeringRecord _record = situation.Record;
    private readonly ILookup<GoalId, Measure> _measures = situation.Measures.ToLookup(m => m.GoalId);
    private readonly Dictionary<IndicatorId, Indicator> _indicators = situation.Record.Indicators.ToDictionary(i => i.Id);
    private readonly Dictionary<ActivityId, Activity> _activities = situation.Record.Activities.ToDictionary(a => a.Id);

    public TreeNode Node(Goal goal)
    {
        var children = situation.Children(goal).Select(Node).Concat<TreePart>(_measures[goal.Id].OrderBy(m => m.Order).Select(Leaf));
        return new TreeNode(Subject.Goal.IdOf(goal.Number), [.. children])
        {
            Level = situation.Structure.LevelName(goal.Level),
            Name = goal.ShortName,
            Weight = goal.Weight,
            IsKey = goal.IsKey,
        };
    }

    public List<MeasuredIndicator> Indicators()
    {
        var observations = _record.Observations.Where(o => o.Breakdown == Breakdown.Total).ToLookup(o => o.IndicatorId);
        var breaks = _record.Breaks.ToLookup(b => b.IndicatorId);
        return
        [
            .. _record.Indicators.Select(i => new MeasuredIndicator(
                Subject.Indicator.IdOf(i.Code),
                i.Direction,
                i.CadenceMonths,
                new ObservationSeries([.. observations[i.Id].OrderBy(o => o.Sequence).Select(o => o.Measured(i.SmallestAnswers))]),
                [.. situation.Targets(i.Id).Select(t => t.Level())],
                [.. breaks[i.Id].Select(b => b.Day)],
                Group(i)
            )
            {
                Lag = i.LagMonths,
                Carry = i.Carry,
                Substitute = i.SubstituteId is { } s ? Subject.Indicator.IdOf(_indicators[s].Code) : null,
            }),
        ];
    }

    public List<MeasuredActivity> Activities() => [.. _record.Activities.Select(a => a.Measured(Subject.Activity.IdOf(a.Code)))];

    private TreePart Leaf(Measure measure) =>
        measure.IndicatorId is { } indicator
            ? new TreeIndicator(Subject.Indicator.IdOf(_indicators[indicator].Code)) { Weight = measure.Weight, IsKey = measure.IsKey }
            : new TreeActivity(Subject.Activity.IdOf(_activities[measure.ActivityId!.Value].Code))
            {
                Weight = measure.Weight,
                IsKey = measure.IsKey,
            };

    /// <summary>The other municipalities' values, where they are known.</summary>
    private NationalGroup? Group(Indicator indicator) =>
        _record.NationalOf(indicator) is { } figures ? new NationalGroup(figures, _record.Organisation.MunicipalityCode) : null;
}
