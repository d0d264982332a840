using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>What has been part of a decided follow-up, and is therefore never removed but ended.</summary>
public sealed class Retention(SteeringRecord record)
{
    private readonly List<FollowUp> _decided = [.. record.FollowUps.Where(f => f.DecisionId is not null)];

    public bool Keeps(GoalStructure structure) => _decided.Any(f => f.StructureId == structure.Id);

    public bool Keeps(Goal goal) => _decided.Any(f => f.StructureId == goal.StructureId && goal.Validity.Includes(f.CutOff));

    public bool Keeps(Measure measure) => _decided.Any(f => IsIn(f, measure.GoalId) && measure.Counts(f.CutOff));

    public bool Keeps(Clarification clarification) =>
        _decided.Any(f => IsIn(f, clarification.GoalId) && !(clarification.LastDay < f.CutOff));

    public bool Keeps(GoalId goal) => record.Goals.FirstOrDefault(g => g.Id == goal) is { } g && Keeps(g);

    public bool Keeps(Indicator indicator) =>
        record.Measures.Any(m => m.IndicatorId == indicator.Id && Keeps(m))
        || record.Indicators.Any(i => i.SubstituteId == indicator.Id && record.Measures.Any(m => m.IndicatorId == i.Id && Keeps(m)));

    public bool Keeps(Activity activity) => record.Measures.Any(m => m.ActivityId == activity.Id && Keeps(m));

    /// <summary>A target that was in force, or could have been, when a follow-up was decided.</summary>
    public bool Keeps(Target target) =>
        record.Indicators.FirstOrDefault(i => i.Id == target.IndicatorId) is { } indicator
        && Keeps(indicator)
        && _decided.Any(f => !(target.From > f.CutOff) && !(target.LastDay < f.CutOff));

    private bool IsIn(FollowUp followUp, GoalId goal) =>
        record.Goals.Any(g => g.Id == goal && g.StructureId == followUp.StructureId && g.Validity.Includes(followUp.CutOff));
}
