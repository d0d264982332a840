using System.Globalization;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;

namespace Ledstjarna.App.Features.Goals;

/// <summary>What is measured: indicators with their targets, and activities; with the units and decisions that they and goals name.</summary>
public sealed partial class GoalSheet
{
    private void AddIndicator(GoalStructure structure)
    {
        var (goal, code, name) = (Above(), _cells.Text(SheetColumn.Code), _cells.Text(SheetColumn.Name));
        var known = _indicators.Concat(_before.Indicators).FirstOrDefault(i => code.Length > 0 ? Same(i.Code, code) : Same(i.Name, name));
        var indicator = known ?? Keep(_indicators, NewIndicator(structure, goal, code));
        AddMeasure(structure, goal, indicator.Id, null);
        if (_cells.Text(SheetColumn.Target) is not { Length: > 0 } target)
        {
            return;
        }

        var (decision, basis) = (DecisionOf(structure), _cells.Text(SheetColumn.BasedOn));
        if (decision is null && basis.Length == 0)
        {
            throw _cells.Wrong(SheetColumn.BasedOn, "Skriv vad målvärdet bygger på, eller beslutet om det är politiskt.");
        }

        Keep(
            _targets,
            new Target(
                structure.OrganisationId,
                new TargetId(Guid.CreateVersion7()),
                indicator.Id,
                _cells.Level(target, indicator.Direction),
                decision,
                basis.Length > 0 ? basis : null
            )
        );
    }

    private Indicator NewIndicator(GoalStructure structure, Goal goal, string code)
    {
        var comparison = _cells.Text(SheetColumn.Comparison);
        if (comparison.Length > 0 && _before.ComparisonFigures.All(f => f.Code != comparison))
        {
            throw _cells.Wrong(
                SheetColumn.Comparison,
                $"Jämförelsetalet finns inte. De som finns är {Swedish.And([.. _before.ComparisonFigures.Select(f => f.Code).Order(StringComparer.Ordinal)])}."
            );
        }

        return new Indicator
        {
            OrganisationId = structure.OrganisationId,
            Id = new IndicatorId(Guid.CreateVersion7()),
            Code = code.Length > 0 ? code : FreeCode(goal.Number, c => _indicators.Concat(_before.Indicators).Any(i => Same(i.Code, c))),
            Name = _cells.Text(SheetColumn.Name),
            Unit = _cells.Text(SheetColumn.MeasuredIn) is { Length: > 0 } unit
                ? unit
                : throw _cells.Wrong(SheetColumn.MeasuredIn, "Skriv vad indikatorn mäts i: %, index eller antal."),
            Decimals = 1,
            Direction = _cells.Direction(),
            Quality = _cells.Quality(),
            CadenceMonths = _cells.Number(SheetColumn.Months, "Skriv antalet månader mellan mätningarna, till exempel 12.") ?? 12,
            LagMonths = 0,
            Source = _cells.Text(SheetColumn.Source) is { Length: > 0 } source ? source : "Egen uppgift",
            Level = IndicatorLevel.Local,
            OwnerId = UnitOf() ?? goal.UnitId,
            ComparisonCode = comparison.Length > 0 ? comparison : null,
        };
    }

    private void AddActivity(GoalStructure structure)
    {
        var (goal, code) = (Above(), _cells.Text(SheetColumn.Code));
        var known = code.Length == 0 ? null : _activities.Concat(_before.Activities).FirstOrDefault(a => Same(a.Code, code));
        var activity =
            known
            ?? Keep(
                _activities,
                new Activity
                {
                    OrganisationId = structure.OrganisationId,
                    Id = new ActivityId(Guid.CreateVersion7()),
                    Code =
                        code.Length > 0
                            ? code
                            : FreeCode($"A{goal.Number}", c => _activities.Concat(_before.Activities).Any(a => Same(a.Code, c))),
                    Name = _cells.Text(SheetColumn.Name),
                    State = ActivityState.NotStarted,
                    Due = DateText.TryParse(_cells.Text(SheetColumn.Due), out var due)
                        ? due
                        : throw _cells.Wrong(SheetColumn.Due, "Skriv aktivitetens sista dag som 2026-12-31."),
                    ResponsibleUnits = UnitOf() is { } unit ? [unit.Value] : [],
                }
            );
        AddMeasure(structure, goal, null, activity.Id);
    }

    private void AddMeasure(GoalStructure structure, Goal goal, IndicatorId? indicator, ActivityId? activity) =>
        Keep(
            _measures,
            new Measure
            {
                OrganisationId = structure.OrganisationId,
                GoalId = goal.Id,
                Order = _measures.Count(m => m.GoalId == goal.Id),
                IndicatorId = indicator,
                ActivityId = activity,
                Weight = _cells.Weight(),
                IsKey = _cells.IsKey(),
            }
        );

    private UnitId? UnitOf()
    {
        var text = _cells.Text(SheetColumn.Unit);
        return text.Length == 0 ? null
            : _before.Units.FirstOrDefault(u => Same(u.Abbreviation, text) || Same(u.Name, text)) is { } unit ? unit.Id
            : throw _cells.Wrong(SheetColumn.Unit, "Enheten finns inte. Skriv dess förkortning, eller lägg upp den först.");
    }

    /// <summary>One that is registered, or else a new one by a body that is.</summary>
    private DecisionId? DecisionOf(GoalStructure structure)
    {
        var text = _cells.Text(SheetColumn.Decision);
        if (text.Length == 0)
        {
            return null;
        }

        var reference =
            DecisionReference.FindIn(text).FirstOrDefault()
            ?? throw _cells.Wrong(SheetColumn.Decision, "Beslutet går inte att läsa. Skriv det som KF 2020-06-22 § 63.");
        var body =
            _before.Units.FirstOrDefault(u => u.Decides && Same(u.Abbreviation, reference.Body))
            ?? throw _cells.Wrong(SheetColumn.Decision, $"Det finns inget organ med förkortningen {reference.Body}. Lägg upp det först.");
        var known = _decisions
            .Concat(_before.Decisions)
            .FirstOrDefault(d =>
                d.BodyId == body.Id
                && (d.MeetingDate, d.DayIsKnown, d.Paragraph) == (reference.MeetingDate, reference.DayIsKnown, reference.Paragraph)
            );
        return known is { BringsIntoForce: false }
            ? throw _cells.Wrong(
                SheetColumn.Decision,
                "Beslutet är ett förslag, eller bifölls inte, och sätter inget i kraft. Skriv det beslut som gör det."
            )
            : known?.Id
                ?? Keep(
                    _decisions,
                    new Decision
                    {
                        OrganisationId = structure.OrganisationId,
                        Id = new DecisionId(Guid.CreateVersion7()),
                        BodyId = body.Id,
                        MeetingDate = reference.MeetingDate,
                        DayIsKnown = reference.DayIsKnown,
                        Paragraph = reference.Paragraph,
                        Subject = structure.Name,
                    }
                ).Id;
    }

    private string NextNumber(Goal? parent, int siblings)
    {
        for (var n = siblings + 1; ; n++)
        {
            var number = parent is null
                ? n.ToString(CultureInfo.InvariantCulture)
                : string.Create(CultureInfo.InvariantCulture, $"{parent.Number}.{n}");
            if (_goals.TrueForAll(g => g.Number != number))
            {
                return number;
            }
        }
    }

    private static string FreeCode(string stem, Func<string, bool> isTaken) =>
        Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}")).First(c => !isTaken(c));
}
