using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Ambition;

/// <summary>
/// What an adopted level does to the goals: from its first cut-off its areas, measures and political targets count, and what it leaves out is
/// ended by its decision. Nothing that counted before that day is touched.
/// </summary>
public sealed class LevelAdoption
{
    private readonly SteeringRecord _record;
    private readonly AmbitionLevel _level;
    private readonly LevelContent _content;
    private readonly LevelContent _standing;
    private readonly Func<Guid> _newId;
    private readonly DateOnly _from;

    /// <param name="record">As it is.</param>
    /// <param name="level">Adopted, with its decision and dates.</param>
    /// <param name="newId">Gives a new id each time.</param>
    /// <exception cref="DomainRuleException">The level has no areas, or its decision brings nothing into force.</exception>
    public LevelAdoption(SteeringRecord record, AmbitionLevel level, Func<Guid> newId)
    {
        level.Check();
        (_record, _level, _newId, _from) = (record, level, newId, level.ForFollowUpsFrom!.Value);
        if (record.Decisions.Single(d => d.Id == level.DecisionId) is { BringsIntoForce: false })
        {
            throw new DomainRuleException(RuleCode.BringsNothingIntoForce, "decision");
        }

        _content = LevelContent.Of(record, level);
        if (_content.Areas.Count == 0)
        {
            throw new DomainRuleException(RuleCode.LevelHasNoAreas, "decision");
        }

        // What has ended does not come back, and what begins later is not there yet: the draft has to say something else.
        if (_content.Areas.Any(a => record.Goals.FirstOrDefault(g => g.Id == a.GoalId) is { } g && !g.Validity.Includes(_from)))
        {
            throw new DomainRuleException(RuleCode.AreaNotThere, "forFollowUpsFrom");
        }

        _standing = LevelContent.Standing(record, level, _from, newId);
        RequireThePastToStand();
        Added = [.. AddedAreas(), .. AddedMeasures(), .. AddedTargets()];
        Changed = [.. ChangedAreas(), .. AdvancedMeasures(), .. EndedMeasures(), .. EndedTargets()];
    }

    /// <summary>New rows.</summary>
    public IReadOnlyList<object> Added { get; }

    /// <summary>Rows that are there, as they become.</summary>
    public IReadOnlyList<object> Changed { get; }

    private DateOnly LastDay => _from.AddDays(-1);

    /// <summary>What decided follow-ups before the level rest on is not weighed anew: such an area is ended, and another put in its place.</summary>
    private void RequireThePastToStand()
    {
        var retention = new Retention(_record);
        foreach (var area in _content.Areas)
        {
            if (
                _record.Goals.FirstOrDefault(g => g.Id == area.GoalId) is { } goal
                && retention.Keeps(goal)
                && (
                    (area.Number, area.Weight, area.IsKey) != (goal.Number, goal.Weight, goal.IsKey)
                    || !area.Mirrors.Order().SequenceEqual(goal.Mirrors.Order())
                )
            )
            {
                throw new DomainRuleException(RuleCode.PartOfDecidedFollowUp, "to", $"{goal.Number} {goal.ShortName}");
            }
        }
    }

    private IEnumerable<Goal> AddedAreas() =>
        from area in _content.Areas
        where _record.Goals.All(g => g.Id != area.GoalId)
        let parent = _record.Goals.Single(g => g.Id == area.ParentId)
        select Made(area, parent.Kind, parent.Level + 1, parent.UnitId, new Validity(_from, null), null);

    /// <summary>Areas with another name, weight or mirror; and those that are left out, which end.</summary>
    private IEnumerable<Goal> ChangedAreas()
    {
        foreach (var standing in _standing.Areas)
        {
            var goal = _record.Goals.Single(g => g.Id == standing.GoalId);
            if (_content.Areas.FirstOrDefault(a => a.GoalId == goal.Id) is not { } area)
            {
                yield return Made(standing, goal, new Validity(goal.Validity.From, LastDay), _level.DecisionId, goal.DecisionId);
            }
            else if (
                (area.Number, area.ShortName, area.Order, area.Weight, area.IsKey)
                    != (goal.Number, goal.ShortName, goal.Order, goal.Weight, goal.IsKey)
                || !area.Mirrors.Order().SequenceEqual(goal.Mirrors.Order())
            )
            {
                yield return Made(area, goal, goal.Validity, goal.EndedBy, goal.DecisionId);
            }
        }
    }

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

    private IEnumerable<Measure> EndedMeasures() =>
        from standing in _standing.Measures
        where !Stands(_content.Measures, standing)
        let measure = _record.Measures.Single(m => m.GoalId == standing.AreaId && m.Order == standing.Order)
        select new Measure
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
        from standing in _standing.Targets.Select(t => t.IndicatorId).Distinct()
        where !SamePackage(standing)
        from target in _record.Targets
        where target.IndicatorId == standing && LevelContent.IsOf(_record, _level.BodyId, target)
        where !(target.From > _from) && !(target.LastDay < _from)
        select new Target(target.OrganisationId, target.Id, target.IndicatorId, target.Level(), target.DecisionId, target.BasedOn)
        {
            LastDay = LastDay,
            EndedBy = _level.DecisionId,
            IsExample = target.IsExample,
        };

    private bool SamePackage(IndicatorId indicator) => Levels(_content, indicator).SetEquals(Levels(_standing, indicator));

    private static HashSet<Assessment.TargetLevel> Levels(LevelContent content, IndicatorId indicator) =>
        [.. content.Targets.Where(t => t.IndicatorId == indicator).Select(t => t.Level())];

    private Goal Made(AmbitionArea area, Goal goal, Validity validity, DecisionId? endedBy, DecisionId? decision) =>
        Made(area, goal.Kind, goal.Level, goal.UnitId, validity, endedBy, goal, decision);

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
