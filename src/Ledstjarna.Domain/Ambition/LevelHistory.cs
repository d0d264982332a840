using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.Domain.Ambition;

/// <summary>One body's adopted levels through time: what held on a day, and what was decided by then.</summary>
public sealed class LevelHistory
{
    private readonly SteeringRecord _record;

    public LevelHistory(SteeringRecord record, UnitId body)
    {
        _record = record;
        Body = body;
        Adopted =
        [
            .. record
                .AmbitionLevels.Where(l => l.BodyId == body && l.State == LevelState.Adopted)
                .OrderBy(l => l.ForFollowUpsFrom)
                .ThenBy(DecidedOn),
        ];
    }

    public UnitId Body { get; }

    /// <summary>Every body's levels in use on a day that are to be evaluated, with each reason.</summary>
    public static IEnumerable<(AmbitionLevel Level, Decision Reason)> AllToEvaluate(SteeringRecord record, DateOnly day) =>
        from body in record.AmbitionLevels.Where(l => l.State == LevelState.Adopted).Select(l => l.BodyId).Distinct()
        let history = new LevelHistory(record, body)
        from level in history.Adopted
        where !history.IsSuperseded(level, day)
        from reason in history.ToEvaluate(level)
        select (level, reason);

    /// <summary>In the order they came to count.</summary>
    public IReadOnlyList<AmbitionLevel> Adopted { get; }

    /// <summary>The day it was decided; null until it has been.</summary>
    public DateOnly? DecidedOn(AmbitionLevel level) => _record.Decisions.FirstOrDefault(d => d.Id == level.DecisionId)?.MeetingDate;

    /// <summary>The level that holds for a follow-up with that cut-off, whenever it was decided. Null: none.</summary>
    public AmbitionLevel? ForCutOff(DateOnly day) => ForCutOff(day, Adopted);

    /// <summary>The level that held for a follow-up with that cut-off by what had been decided up to then. Null: none.</summary>
    public AmbitionLevel? DecidedBy(DateOnly day) => ForCutOff(day, Adopted.Where(l => DecidedOn(l) <= day));

    /// <summary>Levels that had been decided by a day, for follow-ups after it.</summary>
    public IEnumerable<AmbitionLevel> DecidedAhead(DateOnly day) => Adopted.Where(l => DecidedOn(l) <= day && l.ForFollowUpsFrom > day);

    private AmbitionLevel? ForCutOff(DateOnly day, IEnumerable<AmbitionLevel> among) =>
        among.LastOrDefault(l => l.ForFollowUpsFrom <= day && StructureOf(l).Includes(day)) is { } level && !(level.Validity.To < day)
            ? level
            : null;

    private Validity StructureOf(AmbitionLevel level) => _record.Structures.Single(s => s.Id == level.StructureId).Validity;

    /// <summary>Whether a level that held on a day was decided after it.</summary>
    public bool DecidedAfter(AmbitionLevel level, DateOnly day) => DecidedOn(level) > day;

    /// <summary>The days an adopted level is valid, ended by the one that came after it when nothing else was said.</summary>
    public Validity ValidityOf(AmbitionLevel level) =>
        level.Validity.To is null
        && Adopted.Select(l => l.Validity.From).OfType<DateOnly>().Where(f => f > level.Validity.From).Order().FirstOrDefault() is var next
        && next != default
            ? new Validity(level.Validity.From, next.AddDays(-1))
            : level.Validity;

    /// <summary>Whether a later one has taken its place by a day.</summary>
    public bool IsSuperseded(AmbitionLevel level, DateOnly day) =>
        level.State == LevelState.Adopted && Adopted.SkipWhile(l => l != level).Skip(1).Any(l => l.ForFollowUpsFrom <= day);

    /// <summary>
    /// The decisions that changed goals, sub-goals or the programme after the level was decided, and that it has not been evaluated for: reasons
    /// to evaluate it. Minutes may be registered long after their meeting, so it is the decisions and not the days that are remembered.
    /// </summary>
    public IEnumerable<Decision> ToEvaluate(AmbitionLevel level)
    {
        var body = _record.Units.Single(u => u.Id == level.BodyId);
        var structure = _record.Structures.Single(s => s.Id == level.StructureId);
        var goals = _record
            .Goals.Where(g => g.StructureId == structure.Id && LevelContent.IsOf(body, GoalRules.TopOf(_record, g)))
            .ToList();
        var changed = goals
            .SelectMany(g => new[] { g.DecisionId, g.EndedBy })
            .Concat(_record.Clarifications.Where(c => goals.Any(g => g.Id == c.GoalId)).Select(c => c.EndedBy))
            .Concat(
                _record.Structures.Where(s => s.Id == structure.Id || s.Validity.From > structure.Validity.From).Select(s => s.DecisionId)
            )
            .Concat(_record.Documents.Where(d => d.Goals.Count > 0).Select(d => d.DecisionId))
            .OfType<DecisionId>()
            .ToHashSet();
        return _record
            .Decisions.Where(d =>
                changed.Contains(d.Id)
                && d.Id != level.DecisionId
                && d.MeetingDate > DecidedOn(level)
                && !level.EvaluatedReasons.Contains(d.Id.Value)
                && !(level.EvaluatedReasons.Count == 0 && d.MeetingDate <= level.EvaluatedOn) // evaluated before reasons were kept
            )
            .OrderBy(d => d.MeetingDate);
    }
}
