using System.Collections.Concurrent;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Ambition;

/// <summary>
/// What other levels would make of the goals, on a day and at the end of each year before it. Made once for a day and asked many times: what
/// does not depend on the tried levels is kept. All of it is outcome, computed without anyone's judgements, on the figures that are known now.
/// A past year is judged as if the day's goals, levels and principle had held then; see docs/decisions/0033-trying-a-level.md.
/// </summary>
public sealed class LevelTrial
{
    /// <summary>No level is tried.</summary>
    internal static readonly IReadOnlyDictionary<IndicatorId, TargetLevel> Nothing = new Dictionary<IndicatorId, TargetLevel>();

    private readonly ConcurrentDictionary<GoalId, TrialGround> _grounds = new();
    private readonly CaseBuilder _builder;
    private readonly Dictionary<IndicatorId, MeasuredIndicator> _measured = [];
    private readonly List<MeasuredActivity> _activities;
    private readonly Dictionary<string, Indicator> _indicators;

    /// <param name="situation">The day, with the structure then valid. Its follow-up's known-at day and judgements are let be.</param>
    public LevelTrial(Situation situation)
    {
        Situation = situation;
        _builder = new CaseBuilder(situation);
        _activities = _builder.Activities();
        _indicators = situation.Record.Indicators.ToDictionary(i => Subject.Indicator.IdOf(i.Code), StringComparer.Ordinal);
        foreach (var measured in _builder.Indicators())
        {
            _measured[_indicators[measured.Id].Id] = measured.WithTargets(LevelsOf(measured));
        }
    }

    public Situation Situation { get; }

    /// <summary>The trial of a day; null when no structure was valid then.</summary>
    public static LevelTrial? On(SteeringRecord record, DateOnly day) =>
        Situation.On(record, day) is { } situation ? new LevelTrial(situation) : null;

    /// <summary>The level that counts for an indicator on the day, without its dates. Null: none counts, or none yet.</summary>
    public TargetLevel? InForce(IndicatorId indicator) => _measured[indicator].Targets.FirstOrDefault(t => t.Due is null);

    /// <summary>The indicators that count in a goal, itself or what lies under it, each once and in tree order.</summary>
    public IReadOnlyList<Indicator> Indicators(Goal goal) => GroundOf(goal).Indicators;

    /// <summary>A goal with other levels than those in force.</summary>
    /// <param name="goal">One of the situation's.</param>
    /// <param name="tried">In place of the level that counts on the day. Their dates are let be. Others keep theirs.</param>
    /// <exception cref="DomainRuleException">A level goes against its indicator's direction.</exception>
    public GoalTrial Of(Goal goal, IReadOnlyDictionary<IndicatorId, TargetLevel> tried) => GroundOf(goal).Try(tried);

    /// <summary>
    /// The same for all municipalities, as if each had the goal, its levels and its figures of whole years. Null: for none of the goal's
    /// indicators are all municipalities' figures known.
    /// </summary>
    /// <param name="goal">One of the situation's.</param>
    /// <param name="tried">As for <see cref="Of"/>.</param>
    /// <exception cref="DomainRuleException">A level goes against its indicator's direction.</exception>
    public NationalTrial? National(Goal goal, IReadOnlyDictionary<IndicatorId, TargetLevel> tried) => GroundOf(goal).National?.Try(tried);

    /// <summary>Those of the goal's indicators and activities that a case needs: the substitutes of its indicators are with them.</summary>
    internal List<IndicatorId> WithSubstitutes(IEnumerable<Indicator> indicators)
    {
        var all = new List<IndicatorId>();
        foreach (var indicator in indicators)
        {
            for (
                var i = indicator;
                i is not null && !all.Contains(i.Id);
                i = Situation.Record.Indicators.FirstOrDefault(s => s.Id == i.SubstituteId)
            )
            {
                all.Add(i.Id);
            }
        }

        return all;
    }

    /// <summary>An indicator, held against a tried level where there is one.</summary>
    internal MeasuredIndicator Measured(IndicatorId indicator, IReadOnlyDictionary<IndicatorId, TargetLevel> tried)
    {
        var measured = _measured[indicator];
        return tried.TryGetValue(indicator, out var level)
            ? measured.WithTargets([Undated(level), .. measured.Targets.Where(t => t.Due is not null)])
            : measured;
    }

    internal IReadOnlyList<MeasuredActivity> Activities => _activities;

    internal TreeNode TreeOf(Goal goal) => _builder.Node(goal);

    internal Indicator IndicatorOf(string id) => _indicators[id];

    private TrialGround GroundOf(Goal goal) => _grounds.GetOrAdd(goal.Id, _ => new TrialGround(this, goal));

    /// <summary>The day's package as it is held against any year: what counts, undated, and what is to be reached after the day.</summary>
    private List<TargetLevel> LevelsOf(MeasuredIndicator measured)
    {
        var day = Situation.CutOff;
        var targets = TargetsInForce.On(day, day, measured.Targets);
        var later = measured.Targets.Where(t => t.Due > day && (t.From ?? DateOnly.MinValue) == targets.Package);
        return
        [
            .. (TargetLevel[])(targets.Counting is { } counting ? [Undated(counting)] : []),
            .. later.Select(t => t with { From = null }),
        ];
    }

    private static TargetLevel Undated(TargetLevel level) => level with { From = null, Due = null };
}
