using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Ambition;

/// <summary>One level's content written into the goals from its first cut-off on.</summary>
internal sealed class LevelWriting
{
    private readonly SteeringRecord _record;
    private readonly AmbitionLevel _level;
    private readonly LevelContent _content;
    private readonly LevelContent _standing;
    private readonly Func<Guid> _newId;
    private readonly DateOnly _from;

    /// <param name="record">As it is.</param>
    /// <param name="level">Adopted, with its decision and dates.</param>
    /// <param name="content">What it holds.</param>
    /// <param name="newId">Gives a new id each time.</param>
    /// <exception cref="DomainRuleException">One of its areas is not there on that day, or cannot leave.</exception>
    public LevelWriting(SteeringRecord record, AmbitionLevel level, LevelContent content, Func<Guid> newId)
    {
        (_record, _level, _newId, _from) = (record, level, newId, level.ForFollowUpsFrom!.Value);
        var measured = content.Measures.Select(m => m.IndicatorId).ToHashSet();
        _content = content with { Targets = [.. content.Targets.Where(t => measured.Contains(t.IndicatorId))] };

        // What has ended does not come back, and what begins later is not there yet: the draft has to say something else.
        foreach (var area in content.Areas)
        {
            if (record.Goals.FirstOrDefault(g => g.Id == area.GoalId) is { } goal && !goal.Validity.Includes(_from))
            {
                throw new DomainRuleException(RuleCode.AreaNotThere, "forFollowUpsFrom", $"{goal.Number} {goal.ShortName}");
            }
        }

        _standing = LevelContent.Standing(record, level, _from, newId);
        RequireEarlierWeights();
        After = Written();
    }

    /// <summary>The record with the level in it.</summary>
    public SteeringRecord After { get; }

    private DateOnly LastDay => _from.AddDays(-1);

    /// <summary>Whether an area is, in the goals, what it is in a level.</summary>
    public static bool SaysTheSame(AmbitionArea area, Goal goal) =>
        (area.Number, area.ShortName, area.Order, area.Weight, area.IsKey)
            == (goal.Number, goal.ShortName, goal.Order, goal.Weight, goal.IsKey)
        && area.Mirrors.Order().SequenceEqual(goal.Mirrors.Order());

    /// <summary>An area weighs the same on all days: it is not weighed anew while a follow-up before the level is still to be judged.</summary>
    private void RequireEarlierWeights()
    {
        foreach (var area in _content.Areas)
        {
            if (
                _record.Goals.FirstOrDefault(g => g.Id == area.GoalId) is { } goal
                && (area.Weight, area.IsKey) != (goal.Weight, goal.IsKey)
                && _record.FollowUps.FirstOrDefault(f =>
                    !f.IsDecided && f.StructureId == _level.StructureId && f.CutOff < _from && goal.Validity.Includes(f.CutOff)
                )
                    is { } undecided
            )
            {
                throw new DomainRuleException(
                    RuleCode.WeightOfUndecidedFollowUp,
                    "to",
                    $"{goal.Number} {goal.ShortName}, {undecided.CutOff:yyyy-MM-dd}"
                );
            }
        }
    }

    private SteeringRecord Written()
    {
        Measure[] left = [.. LeftMeasures()];
        Goal[] leftAreas = [.. LeftAreas()];
        var goneAreas = leftAreas.Where(g => g.Validity.From >= _from).Select(g => g.Id).ToHashSet();
        var goneMeasures = left.Where(m => m.FirstDay >= _from)
            .Concat(_record.Measures.Where(m => goneAreas.Contains(m.GoalId)))
            .Select(m => (m.GoalId, m.Order))
            .ToHashSet();
        RequireNothingOn(goneAreas);
        var goals = ChangedAreas().Concat(leftAreas.Where(g => !goneAreas.Contains(g.Id)).Select(Ended)).ToDictionary(g => g.Id);
        var measures = AdvancedMeasures()
            .Concat(left.Where(m => !goneMeasures.Contains((m.GoalId, m.Order))).Select(Ended))
            .ToDictionary(m => (m.GoalId, m.Order));
        var targets = EndedTargets().ToDictionary(t => t.Id);
        return _record with
        {
            AmbitionLevels = [.. _record.AmbitionLevels.Where(l => l.Id != _level.Id), _level],
            Goals = [.. _record.Goals.Where(g => !goneAreas.Contains(g.Id)).Select(g => goals.GetValueOrDefault(g.Id, g)), .. AddedAreas()],
            Measures =
            [
                .. _record
                    .Measures.Where(m => !goneMeasures.Contains((m.GoalId, m.Order)))
                    .Select(m => measures.GetValueOrDefault((m.GoalId, m.Order), m)),
                .. AddedMeasures(),
            ],
            Targets = [.. _record.Targets.Select(t => targets.GetValueOrDefault(t.Id, t)), .. AddedTargets()],
        };
    }

    /// <summary>An area that was to begin the same day is taken away, if nobody has built on it.</summary>
    private void RequireNothingOn(HashSet<GoalId> areas)
    {
        var built = _record
            .Clarifications.Select(c => (GoalId?)c.GoalId)
            .Concat(_record.ExpectedOutcomes.Select(e => (GoalId?)e.GoalId))
            .Concat(_record.ConventionEffects.Select(e => (GoalId?)e.GoalId))
            .Concat(_record.GlobalGoals.Select(l => (GoalId?)l.GoalId))
            .Concat(_record.Goals.Select(g => g.ParentId))
            .Concat(_record.Contributions.Select(c => (GoalId?)c.GoalId))
            .Concat(_record.GoalSources.Select(s => (GoalId?)s.GoalId))
            .Concat(_record.Strategies.Select(s => (GoalId?)s.GoalId))
            .OfType<GoalId>();
        if (built.FirstOrDefault(areas.Contains) is var id && areas.Contains(id))
        {
            var goal = _record.Goals.Single(g => g.Id == id);
            throw new DomainRuleException(RuleCode.AreaBuiltOn, "forFollowUpsFrom", $"{goal.Number} {goal.ShortName}");
        }
    }

    private IEnumerable<Goal> AddedAreas() =>
        from area in _content.Areas
        where _record.Goals.All(g => g.Id != area.GoalId)
        let parent = _record.Goals.Single(g => g.Id == area.ParentId)
        select Made(area, parent.Kind, parent.Level + 1, parent.UnitId, new Validity(_from, null), null);

    /// <summary>Areas with another name, weight or mirror.</summary>
    private IEnumerable<Goal> ChangedAreas() =>
        from area in _content.Areas
        let goal = _record.Goals.FirstOrDefault(g => g.Id == area.GoalId)
        where goal is not null && !SaysTheSame(area, goal)
        select Made(area, goal.Kind, goal.Level, goal.UnitId, goal.Validity, goal.EndedBy, goal, goal.DecisionId);

    private IEnumerable<Goal> LeftAreas() =>
        from standing in _standing.Areas
        where _content.Areas.All(a => a.GoalId != standing.GoalId)
        select _record.Goals.Single(g => g.Id == standing.GoalId);

    private Goal Ended(Goal goal) =>
        Made(
            _standing.Areas.Single(a => a.GoalId == goal.Id),
            goal.Kind,
            goal.Level,
            goal.UnitId,
            new Validity(goal.Validity.From, LastDay),
            _level.DecisionId,
            goal,
            goal.DecisionId
        );

    private IEnumerable<Measure> AddedMeasures()
    {
        var orders = _record.Measures.GroupBy(m => m.GoalId).ToDictionary(g => g.Key, g => g.Max(m => m.Order));
        foreach (var measure in _content.Measures.Where(m => !Stands(_standing.Measures, m) && Later(m) is null))
        {
            var order = orders[measure.AreaId] = orders.GetValueOrDefault(measure.AreaId, -1) + 1;
            yield return new Measure
            {
                OrganisationId = _level.OrganisationId,
                GoalId = measure.AreaId,
                Order = order,
                IndicatorId = measure.IndicatorId,
                ActivityId = measure.ActivityId,
                Weight = measure.Weight,
                IsKey = measure.IsKey,
                FirstDay = _from,
            };
        }
    }

    /// <summary>One that would have begun later, and now does from the level's first day.</summary>
    private Measure? Later(AmbitionMeasure measure) =>
        _record.Measures.FirstOrDefault(m =>
            m.FirstDay > _from
            && m.LastDay is null
            && (m.GoalId, m.IndicatorId, m.ActivityId, m.Weight, m.IsKey)
                == (measure.AreaId, measure.IndicatorId, measure.ActivityId, measure.Weight, measure.IsKey)
        );

    private IEnumerable<Measure> AdvancedMeasures() =>
        _content
            .Measures.Where(m => !Stands(_standing.Measures, m))
            .Select(Later)
            .OfType<Measure>()
            .Select(m => new Measure
            {
                OrganisationId = m.OrganisationId,
                GoalId = m.GoalId,
                Order = m.Order,
                IndicatorId = m.IndicatorId,
                ActivityId = m.ActivityId,
                Weight = m.Weight,
                IsKey = m.IsKey,
                FirstDay = _from,
            });

    private IEnumerable<Measure> LeftMeasures() =>
        from standing in _standing.Measures
        where !Stands(_content.Measures, standing)
        select _record.Measures.Single(m => m.GoalId == standing.AreaId && m.Order == standing.Order);

    private Measure Ended(Measure measure) =>
        new()
        {
            OrganisationId = measure.OrganisationId,
            GoalId = measure.GoalId,
            Order = measure.Order,
            IndicatorId = measure.IndicatorId,
            ActivityId = measure.ActivityId,
            Weight = measure.Weight,
            IsKey = measure.IsKey,
            FirstDay = measure.FirstDay,
            LastDay = LastDay,
            EndedBy = _level.DecisionId,
        };

    private static bool Stands(IEnumerable<AmbitionMeasure> among, AmbitionMeasure measure) =>
        among.Any(m =>
            (m.AreaId, m.IndicatorId, m.ActivityId, m.Weight, m.IsKey)
            == (measure.AreaId, measure.IndicatorId, measure.ActivityId, measure.Weight, measure.IsKey)
        );

    /// <summary>An indicator's political targets are one package: when one of them is another, all of them are decided anew.</summary>
    private IEnumerable<Target> AddedTargets() =>
        _content
            .Targets.Where(t => !SamePackage(t.IndicatorId))
            .Select(t => new Target(
                _level.OrganisationId,
                new TargetId(_newId()),
                t.IndicatorId,
                t.Level() with
                {
                    From = _from,
                },
                _level.DecisionId,
                null
            )
            {
                IsExample = t.IsExample || _level.IsExample,
            });

    /// <summary>Political targets of indicators that the level has none for, or others for.</summary>
    private IEnumerable<Target> EndedTargets() =>
        from indicator in _standing.Targets.Concat(_content.Targets).Select(t => t.IndicatorId).Distinct()
        where !SamePackage(indicator)
        from target in _record.Targets
        where target.IndicatorId == indicator && LevelContent.IsOf(_record, _level.BodyId, target)
        where !(target.From > _from) && !(target.LastDay < _from)
        select new Target(target.OrganisationId, target.Id, target.IndicatorId, target.Level(), target.DecisionId, target.BasedOn)
        {
            LastDay = LastDay,
            EndedBy = _level.DecisionId,
            IsExample = target.IsExample,
        };

    private bool SamePackage(IndicatorId indicator) =>
        _content
            .Targets.Where(t => t.IndicatorId == indicator)
            .Select(t => t.Level())
            .ToHashSet()
            .SetEquals(LevelContent.Political(_record, _level.BodyId, indicator, _from).Select(t => t.Level() with { From = null }));

    private Goal Made(
        AmbitionArea area,
        GoalKind kind,
        int depth,
        UnitId? unit,
        Validity validity,
        DecisionId? endedBy,
        Goal? was = null,
        DecisionId? decision = null
    ) =>
        new()
        {
            OrganisationId = _level.OrganisationId,
            Id = area.GoalId,
            StructureId = _level.StructureId,
            ParentId = was?.ParentId ?? area.ParentId,
            Kind = kind,
            Level = depth,
            Number = area.Number,
            ShortName = area.ShortName,
            Wording = was?.Wording,
            Order = area.Order,
            Weight = area.Weight,
            IsKey = area.IsKey,
            EconomyMark = was?.EconomyMark ?? EconomyMark.None,
            UnitId = unit,
            DecisionId = was is null ? _level.DecisionId : decision,
            Validity = validity,
            EndedBy = endedBy,
            Mirrors = area.Mirrors,
            IsExample = area.IsExample,
        };
}
