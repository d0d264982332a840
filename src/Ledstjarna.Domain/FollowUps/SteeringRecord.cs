using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Matters;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Domain.Principles;
using Ledstjarna.Domain.Statistics;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>
/// Everything an organisation steers by, as it stood at one version of its data. Read-only: pages of many kinds answer from the same one, and
/// every status is computed from it.
/// </summary>
public sealed partial record SteeringRecord
{
    public required Organisation Organisation { get; init; }

    public IReadOnlyList<Unit> Units { get; init; } = [];

    public IReadOnlyList<Vision> Visions { get; init; } = [];

    public IReadOnlyList<Term> Terms { get; init; } = [];

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    public IReadOnlyList<Competence> Competences { get; init; } = [];

    public IReadOnlyList<Matter> Matters { get; init; } = [];

    public IReadOnlyList<MatterDocument> MatterDocuments { get; init; } = [];

    public IReadOnlyList<Assignment> Assignments { get; init; } = [];

    public IReadOnlyList<AmbitionLevel> AmbitionLevels { get; init; } = [];

    public IReadOnlyList<AmbitionArea> AmbitionAreas { get; init; } = [];

    public IReadOnlyList<AmbitionMeasure> AmbitionMeasures { get; init; } = [];

    public IReadOnlyList<AmbitionTarget> AmbitionTargets { get; init; } = [];

    public IReadOnlyList<MemoTemplate> MemoTemplates { get; init; } = [];

    public IReadOnlyList<Memo> Memos { get; init; } = [];

    public IReadOnlyList<Dispatch> Dispatches { get; init; } = [];

    public IReadOnlyList<GoalStructure> Structures { get; init; } = [];

    public IReadOnlyList<Goal> Goals { get; init; } = [];

    public IReadOnlyList<Clarification> Clarifications { get; init; } = [];

    public IReadOnlyList<ExpectedOutcome> ExpectedOutcomes { get; init; } = [];

    public IReadOnlyList<Contribution> Contributions { get; init; } = [];

    public IReadOnlyList<Measure> Measures { get; init; } = [];

    public IReadOnlyList<Strategy> Strategies { get; init; } = [];

    public IReadOnlyList<StrategyGoal> StrategyGoals { get; init; } = [];

    public IReadOnlyList<GoalSource> GoalSources { get; init; } = [];

    public IReadOnlyList<GoverningDocument> Documents { get; init; } = [];

    public IReadOnlyList<Mapping> Mappings { get; init; } = [];

    public IReadOnlyList<GlobalGoalLink> GlobalGoals { get; init; } = [];

    public IReadOnlyList<ConventionEffect> ConventionEffects { get; init; } = [];

    public IReadOnlyList<Indicator> Indicators { get; init; } = [];

    public IReadOnlyList<IndicatorBreak> Breaks { get; init; } = [];

    /// <summary>Changed definitions that someone has seen to.</summary>
    public IReadOnlyList<HandledFactsChange> HandledFactsChanges { get; init; } = [];

    public IReadOnlyList<RecordedObservation> Observations { get; init; } = [];

    public IReadOnlyList<Target> Targets { get; init; } = [];

    public IReadOnlyList<Activity> Activities { get; init; } = [];

    public IReadOnlyList<OrganisationPrinciple> Principles { get; init; } = [];

    public IReadOnlyList<FollowUp> FollowUps { get; init; } = [];

    public IReadOnlyList<RecordedJudgement> Judgements { get; init; } = [];

    public IReadOnlyList<Correction> Corrections { get; init; } = [];

    /// <summary>What units said in a decided follow-up. Only in what was frozen: of one under way they are read by themselves.</summary>
    public IReadOnlyList<Request> Requests { get; init; } = [];

    public IReadOnlyList<Proposal> Proposals { get; init; } = [];

    /// <summary>What bodies have decided, as it then was; in the order it was decided.</summary>
    public IReadOnlyList<FrozenRows> Frozen { get; init; } = [];

    /// <summary>All of Sweden's, by name.</summary>
    public IReadOnlyList<Municipality> Municipalities { get; init; } = [];

    /// <summary>The figures of the shared comparison set, in order.</summary>
    public IReadOnlyList<ComparisonFigure> ComparisonFigures { get; init; } = [];

    /// <summary>
    /// Every municipality's figures, this one's too: of the shared comparison set, and of the key figures that indicators take theirs from. By
    /// code.
    /// </summary>
    public IReadOnlyDictionary<string, NationalFigures> National { get; init; } =
        new Dictionary<string, NationalFigures>(StringComparer.Ordinal);

    /// <summary>All municipalities' figures of what an indicator measures. Null: they are not known.</summary>
    public NationalFigures? NationalOf(Indicator indicator) => indicator.ComparedWith is { } code ? National.GetValueOrDefault(code) : null;

    /// <summary>The kind that all periods of an indicator are of.</summary>
    public PeriodKind PeriodKindOf(Indicator indicator) =>
        indicator.KindOfPeriods(Observations.FirstOrDefault(o => o.IndicatorId == indicator.Id)?.Period.Kind, Targets);

    /// <summary>The same of every indicator, in one pass.</summary>
    public IReadOnlyDictionary<IndicatorId, PeriodKind> PeriodKinds()
    {
        var recorded = new Dictionary<IndicatorId, PeriodKind>();
        foreach (var o in Observations)
        {
            recorded.TryAdd(o.IndicatorId, o.Period.Kind);
        }

        return Indicators.ToDictionary(i => i.Id, i => i.KindOfPeriods(recorded.TryGetValue(i.Id, out var kind) ? kind : null, Targets));
    }
}
