using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>How all goals stand on a day: the structure then valid, outcome and forecast, and the follow-up of that day if there was one.</summary>
public sealed class Situation
{
    /// <summary>The node above all goals; it has no status of its own that anyone is to see.</summary>
    private const string Root = "root";

    /// <summary>Each day holds the figures as they were known: those that many ask for at the same time are enough.</summary>
    private const int MostKept = 4;

    /// <summary>A record never changes, so how it stands on a day is worked out once.</summary>
    private static readonly ConditionalWeakTable<SteeringRecord, ConcurrentDictionary<DateOnly, Lazy<Situation?>>> Kept = [];

    private readonly bool _withJudgements;
    private readonly bool _withParts;
    private readonly ConcurrentDictionary<FrozenId, Situation> _parts = new();
    private readonly Lazy<AssessmentResult?> _term;
    private readonly Lazy<ILookup<IndicatorId, RecordedObservation>> _observations;

    private Situation(
        SteeringRecord record,
        GoalStructure structure,
        OrganisationPrinciple principle,
        DateOnly cutOff,
        FollowUp? followUp,
        DateOnly? horizon,
        bool withJudgements,
        bool withParts
    )
    {
        (_withJudgements, _withParts) = (withJudgements, withParts);
        (Record, Structure, Principle, CutOff, FollowUp, Horizon) = (record, structure, principle, cutOff, followUp, horizon);
        Goals = [.. Valid(record, structure, cutOff)];
        TermHorizon = horizon is { } h && structure.Validity.To > h ? structure.Validity.To : null;
        Outcome = Assessor.Assess(Case(Axis.Outcome));
        Forecast = horizon is null ? null : Assessor.Assess(Case(Axis.Forecast));
        _observations = new(() => record.Observations.ToLookup(o => o.IndicatorId));
        _term = new Lazy<AssessmentResult?>(() => TermHorizon is null ? null : Assessor.Assess(Case(Axis.TermForecast)));
    }

    public SteeringRecord Record { get; }

    public GoalStructure Structure { get; }

    public OrganisationPrinciple Principle { get; }

    public DateOnly CutOff { get; }

    /// <summary>Null: no follow-up has this cut-off, and nothing is judged by people.</summary>
    public FollowUp? FollowUp { get; }

    /// <summary>The day the forecast is for. Null: there is none, the structure's period is over.</summary>
    public DateOnly? Horizon { get; }

    /// <summary>Those valid on the day, higher levels first, then in order.</summary>
    public IReadOnlyList<Goal> Goals { get; }

    public AssessmentResult Outcome { get; }

    public AssessmentResult? Forecast { get; }

    /// <summary>The end of the goals' period, where that is later than the day the forecast is for. Null: there is no such forecast.</summary>
    public DateOnly? TermHorizon { get; }

    public AssessmentResult? TermForecast => _term.Value;

    /// <summary>The last day whose records count. Null: all.</summary>
    public DateOnly? KnownAt => FollowUp?.KnownAt;

    /// <summary>Whether a body decided what is shown, so that it never changes.</summary>
    public bool IsFrozen => FollowUp is not null && Record.Thawed.FrozenWhole(FollowUp.Id) is not null;

    /// <summary>The situation on a day; null when no structure was valid then.</summary>
    /// <param name="record">What is steered by.</param>
    /// <param name="cutOff">The day. A follow-up with that cut-off brings its known-at day, principle and judgements.</param>
    /// <param name="principle">Another principle than the one decided, to try it. Judgements are then left out.</param>
    public static Situation? On(SteeringRecord record, DateOnly cutOff, OrganisationPrinciple? principle = null)
    {
        if (principle is not null)
        {
            return Worked(record, cutOff, principle);
        }

        var kept = Kept.GetValue(record.Thawed, _ => new());
        if (kept.Count >= MostKept && !kept.ContainsKey(cutOff))
        {
            kept.Clear();
        }

        return kept.GetOrAdd(cutOff, day => new Lazy<Situation?>(() => Worked(record, day, null))).Value;
    }

    private static Situation? Worked(SteeringRecord record, DateOnly cutOff, OrganisationPrinciple? principle)
    {
        var followUp = record.Thawed.FollowUps.FirstOrDefault(f => f.CutOff == cutOff);
        return On(
            followUp is null ? record.Thawed : record.Thawed.AsFrozen(followUp.Id),
            followUp,
            cutOff,
            principle,
            withParts: principle is null
        );
    }

    /// <summary>The same day with all that is recorded now: what a decided follow-up, with its judgements, would have said.</summary>
    /// <param name="record">What is steered by.</param>
    /// <param name="cutOff">The day.</param>
    /// <param name="principle">Another principle than the one decided. Judgements are then left out.</param>
    public static Situation? Now(SteeringRecord record, DateOnly cutOff, OrganisationPrinciple? principle = null) =>
        On(
            record.Thawed,
            record.Thawed.FollowUps.FirstOrDefault(f => f.CutOff == cutOff) is { } f ? f with { KnownAt = DateOnly.MaxValue } : null,
            cutOff,
            principle,
            withParts: false
        );

    private static Situation? On(
        SteeringRecord record,
        FollowUp? followUp,
        DateOnly cutOff,
        OrganisationPrinciple? principle,
        bool withParts
    )
    {
        var structure = followUp is null
            ? record.Structures.OrderByDescending(s => s.Validity.From).FirstOrDefault(s => s.Validity.Includes(cutOff))
            : record.Structures.Single(s => s.Id == followUp.StructureId);
        if (structure is null)
        {
            return null;
        }

        var principleId = followUp?.PrincipleId ?? LevelOn(record, structure, cutOff)?.PrincipleId ?? structure.PrincipleId;
        var decided = record.Principles.Single(p => p.Id == principleId);
        var horizon = followUp is null ? HorizonAfter(cutOff, structure) : followUp.Horizon;
        return new Situation(record, structure, principle ?? decided, cutOff, followUp, horizon, principle is null, withParts);
    }

    /// <summary>The council's ambition level that holds on a day in a structure. Null: none is adopted.</summary>
    public static AmbitionLevel? LevelOn(SteeringRecord record, GoalStructure structure, DateOnly day) =>
        record.Units.FirstOrDefault(u => u.Kind == UnitKind.Council) is { } council
        && new LevelHistory(record, council.Id).ForCutOff(day) is { } level
        && level.StructureId == structure.Id
            ? level
            : null;

    /// <summary>The day to show where none was chosen: the latest decided follow-up's; where there is none, today, or the nearest day on which goals are valid.</summary>
    public static DateOnly LatestDay(SteeringRecord record, DateOnly today)
    {
        if (record.FollowUps.Where(f => f.IsDecided).Select(f => f.CutOff).DefaultIfEmpty().Max() is var decided && decided != default)
        {
            return decided;
        }

        if (record.Structures.Count == 0 || record.Structures.Any(s => s.Validity.Includes(today)))
        {
            return today;
        }

        var latest = record.Structures.OrderBy(s => s.Validity.From).Last();
        return latest.Validity.To is { } to && to < today ? to : latest.Validity.From ?? today;
    }

    /// <summary>The follow-up before this one, in the same structure; null when there was none.</summary>
    public Situation? Previous()
    {
        var before = Record
            .FollowUps.Where(f => f.State > FollowUpState.Planned && f.CutOff < CutOff && f.StructureId == Structure.Id)
            .OrderBy(f => f.CutOff)
            .LastOrDefault();
        return before is null ? null : On(Record, before.CutOff);
    }

    /// <summary>The same day under another principle, with no judgements: what the rule alone says.</summary>
    public Situation Under(OrganisationPrinciple principle) => On(Record, CutOff, principle)!;

    /// <summary>The axis that leads on the day: interim reports lead with the forecast.</summary>
    public Axis LeadingAxis => FollowUp is { LeadsWithForecast: true } && Forecast is not null ? Axis.Forecast : Axis.Outcome;

    /// <summary>The result on the axis that leads.</summary>
    public AssessmentResult Leading => On(LeadingAxis)!;

    /// <summary>The result on an axis; null where there is no forecast.</summary>
    public AssessmentResult? On(Axis axis) =>
        axis switch
        {
            Axis.Outcome => Outcome,
            Axis.Forecast => Forecast,
            _ => TermForecast,
        };

    /// <summary>How a goal stands on an axis; on the one that leads when none is named.</summary>
    public NodeRating Rating(Goal goal, Axis? axis = null)
    {
        var id = Subject.Goal.IdOf(goal.Number);
        return DecidedPart(goal)?.On(axis ?? LeadingAxis)?.FindNode(id) ?? On(axis ?? LeadingAxis)!.FindNode(id)!;
    }

    /// <summary>Parents before their children; a goal whose parent has ended has ended with it.</summary>
    private static IEnumerable<Goal> Valid(SteeringRecord record, GoalStructure structure, DateOnly day)
    {
        var valid = new HashSet<GoalId>();
        foreach (var goal in record.Goals.Where(g => g.StructureId == structure.Id).OrderBy(g => g.Level).ThenBy(g => g.Order))
        {
            if (goal.Validity.Includes(day) && (goal.ParentId is not { } parent || valid.Contains(parent)))
            {
                valid.Add(goal.Id);
                yield return goal;
            }
        }
    }

    /// <summary>What a committee or company has decided of its own goals stands, also before the whole is decided. Null: it has not decided.</summary>
    private Situation? DecidedPart(Goal goal) =>
        _withParts
        && goal is { Kind: GoalKind.Committee, UnitId: { } unit }
        && FollowUp is not null
        && Record.Thawed.FrozenPart(FollowUp.Id, unit) is { } part
            ? _parts.GetOrAdd(
                part.Follow.Id,
                _ => new Situation(Record.Thawed.As(part), Structure, Principle, CutOff, FollowUp, Horizon, true, withParts: false)
            )
            : null;

    public IndicatorRating? RatingOfIndicator(string code, Axis? axis = null) =>
        On(axis ?? LeadingAxis)?.FindIndicator(Subject.Indicator.IdOf(code));

    public ActivityRating? RatingOfActivity(string code, Axis? axis = null) =>
        On(axis ?? LeadingAxis)?.FindActivity(Subject.Activity.IdOf(code));

    public IEnumerable<Goal> Children(Goal goal) => Goals.Where(g => g.ParentId == goal.Id);

    /// <summary>The goals at the top of the structure, of one kind.</summary>
    public IEnumerable<Goal> TopGoals(GoalKind kind) => Goals.Where(g => g.ParentId is null && g.Kind == kind);

    /// <summary>What was recorded of an indicator and known on the day, periods that had not ended left out.</summary>
    public IEnumerable<RecordedObservation> Known(IndicatorId indicator) =>
        Recorded(indicator).Where(o => o.Period.End <= CutOff && (KnownAt is null || o.RecordedOn <= KnownAt));

    /// <summary>All that was ever recorded of an indicator, in the order it was.</summary>
    internal IEnumerable<RecordedObservation> Recorded(IndicatorId indicator) => _observations.Value[indicator];

    /// <summary>An indicator's targets, those that had been ended before the day left out.</summary>
    public IEnumerable<Target> Targets(IndicatorId indicator) =>
        Record.Targets.Where(t => t.IndicatorId == indicator && !(t.LastDay < CutOff));

    /// <summary>What counts on the day, in every goal of the structure.</summary>
    public IEnumerable<Measure> Measures => Record.Measures.Where(m => m.Counts(CutOff));

    /// <summary>An indicator's targets in force on the day, together: the latest decided package, by due date.</summary>
    public IEnumerable<Target> TargetsInForce(Indicator indicator)
    {
        var until = Targets(indicator.Id).Where(t => !(t.From > CutOff)).ToList();
        var package = until.Max(t => t.From);
        return until.Where(t => t.From == package).OrderBy(t => t.Due ?? DateOnly.MinValue);
    }

    /// <summary>The indicator whose value a rating rests on: itself, or the one that stepped in.</summary>
    public Indicator MeasuredBy(Indicator indicator, IndicatorRating rating) =>
        rating.Source == ValueSource.Substitute ? Record.Indicators.Single(i => i.Id == indicator.SubstituteId) : indicator;

    public Goal? FindGoal(string number) => Goals.FirstOrDefault(g => g.Number == number);

    /// <summary>Whether a goal's status stands on anything invented: itself, a judgement of it, or anything under it.</summary>
    public bool RestsOnExample(Goal goal) =>
        goal.IsExample
        || JudgedByExample(Subject.Goal, goal.Number)
        || Children(goal).Any(RestsOnExample)
        || Rating(goal, Axis.Outcome).Children.Any(c => c.Child is not TreeNode && RestsOnExample(c.Child.Id));

    /// <summary>The same of an indicator or activity, by its id in the assessment: its figures, targets and judgements, its substitute's too.</summary>
    public bool RestsOnExample(string leafId)
    {
        var name = Subjects.NameOf(leafId);
        if (leafId == Subject.Activity.IdOf(name))
        {
            return Record.Activities.Single(a => a.Code == name).IsExample || JudgedByExample(Subject.Activity, name);
        }

        var indicator = Record.Indicators.Single(i => i.Code == name);
        return JudgedByExample(Subject.Indicator, name)
            || IsInvented(indicator)
            || Record.Indicators.Any(i => i.Id == indicator.SubstituteId && IsInvented(i));
    }

    /// <summary>Whether the value that a rating rests on is invented.</summary>
    public bool ValueIsExample(Indicator indicator, IndicatorRating rating) =>
        Known(MeasuredBy(indicator, rating).Id).Any(o => o.Period == rating.Period && o.Value == rating.Value && o.IsExample);

    /// <summary>Whether the value that a rating rests on was preliminary when it was recorded.</summary>
    public bool ValueIsPreliminary(Indicator indicator, IndicatorRating rating) =>
        Known(MeasuredBy(indicator, rating).Id)
            .Where(o => o.Period == rating.Period && o.Breakdown == Breakdown.Total)
            .OrderBy(o => o.RecordedOn)
            .ThenBy(o => o.Sequence)
            .LastOrDefault()
            is { IsPreliminary: true };

    private bool IsInvented(Indicator indicator) =>
        indicator.IsExample
        || Record.Targets.Any(t => t.IndicatorId == indicator.Id && t.IsExample)
        || Record.Observations.Any(o => o.IndicatorId == indicator.Id && o.IsExample);

    private bool JudgedByExample(Subject subject, string name) =>
        FollowUp is not null
        && Record.Judgements.Any(j => j.FollowUpId == FollowUp.Id && j.Subject == subject && j.Of == name && j.IsExample);

    /// <summary>Year-end, or from there the end of the structure's period; nothing when that is past.</summary>
    private static DateOnly? HorizonAfter(DateOnly cutOff, GoalStructure structure)
    {
        var yearEnd = new DateOnly(cutOff.Year, 12, 31);
        var horizon = cutOff < yearEnd ? yearEnd : structure.Validity.To;
        return horizon > cutOff ? horizon : null;
    }

    private static IEnumerable<string> Ids(TreePart part) =>
        part is TreeNode node ? node.Children.SelectMany(Ids).Prepend(node.Id) : [part.Id];

    private AssessmentCase Case(Axis axis)
    {
        var builder = new CaseBuilder(this);
        var judged =
            FollowUp is null || !_withJudgements
                ? []
                : Record.Judgements.Where(j => j.FollowUpId == FollowUp.Id && j.Axis == axis).OrderBy(j => j.On).ToList();
        var tree = new TreeNode(Root, [.. Goals.Where(g => g.ParentId is null).Select(builder.Node)]);
        var there = Ids(tree).ToHashSet(StringComparer.Ordinal);
        return new AssessmentCase(
            CutOff,
            Principle.Rule,
            tree,
            builder.Indicators(),
            builder.Activities(),
            [.. judged.Select(j => j.Measured()).Where(j => there.Contains(j.Of))], // what was judged may have another number now
            axis switch
            {
                Axis.Outcome => null,
                Axis.Forecast => Horizon,
                _ => TermHorizon,
            },
            KnownAt
        );
    }
}
