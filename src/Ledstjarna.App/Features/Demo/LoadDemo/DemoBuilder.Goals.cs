using Ledstjarna.Domain;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Demo;

internal sealed partial class DemoBuilder
{
    private void AddStructures()
    {
        foreach (var row in _examples.Structures)
        {
            _rows.Add(
                new GoalStructure
                {
                    OrganisationId = Organisation,
                    Id = StructureIdOf(row.Id),
                    Name = row.Name,
                    Stem = _sources.GoalStem,
                    LevelNames = row.Levels,
                    Validity = new Validity(row.From, row.To),
                    DecisionId = DecisionOf(row.Decision),
                    PrincipleId = PrincipleIdOf(row.Principle),
                }
            );
            AddCouncilGoals(row.Id);
            AddAreas(row.Id);
            AddUnitGoals(row.Id);
        }
    }

    private static GoalStructureId StructureIdOf(string id) => new(Guid($"structure/{id}"));

    private static GoalId GoalIdOf(string structure, string number) => new(Guid($"goal/{structure}/{number}"));

    /// <summary>"KF4.1" is the council's goal 4.1.</summary>
    private static string NumberOf(string sourceId) => sourceId["KF".Length..];

    private void AddCouncilGoals(string structure)
    {
        foreach (var (goal, order) in _sources.Goals.Select((g, i) => (g, i)))
        {
            var number = NumberOf(goal.Id);
            var id = GoalIdOf(structure, number);
            AddGoal(structure, number, null, 0, order, goal.Short, goal.Text, unit: "KS", decision: "KF 2019-05-27");
            var factors = goal.Factors.Where(f => f.Period is null || f.Period == structure).ToList();
            foreach (var (factor, place) in factors.Select((f, i) => (f, i)))
            {
                AddFactor(structure, number, factor, place);
            }

            foreach (var extra in _examples.ExtraGoals.Where(e => e.Parent == number && e.Only == structure))
            {
                AddGoal(structure, extra.Number, number, 1, factors.Count, extra.Name, isExample: true);
            }

            AddGoalParts(structure, number, id, goal);
        }
    }

    private void AddFactor(string structure, string parent, DemoSources.FactorRow factor, int order)
    {
        var number = NumberOf(factor.Id);
        var isFirst = structure == _examples.Structures[0].Id;
        var added = isFirst && factor.Added is { } a ? $"{a.Body} {a.Date} {a.Paragraph}" : null;
        var name = isFirst && factor.OldName is { } old ? old : factor.Name;
        var from = added is null ? (DateOnly?)null : DateOnly.Parse(factor.Added!.Date, System.Globalization.CultureInfo.InvariantCulture);
        AddGoal(
            structure,
            number,
            parent,
            1,
            order,
            name,
            decision: added,
            validity: new Validity(from, null),
            isKey: _examples.Keys.Contains(number)
        );
        foreach (var (text, place) in isFirst ? [] : (factor.Strategies ?? []).Select((t, i) => (t, i)))
        {
            _rows.Add(
                new Strategy
                {
                    OrganisationId = Organisation,
                    Id = new StrategyId(Guid($"strategy/{number}/{place}")),
                    GoalId = GoalIdOf(structure, number),
                    Order = place,
                    Text = text,
                }
            );
        }
    }

    private void AddGoalParts(string structure, string number, GoalId id, DemoSources.GoalRow goal)
    {
        foreach (var (phrase, i) in _examples.Clarifications.Single(c => c.Goal == number).Phrases.Select((p, i) => (p, i)))
        {
            _rows.Add(
                new Clarification
                {
                    OrganisationId = Organisation,
                    GoalId = id,
                    Number = i + 1,
                    Text = phrase,
                    IsExample = true,
                }
            );
        }

        var expected = _examples.Expected.Single(e => e.Goal == number);
        AddExpected(id, 0, expected.Term);
        AddExpectedYear(structure, id, expected.Year, expected.Text);

        foreach (var globalGoal in goal.Sdg)
        {
            _rows.Add(
                new GlobalGoalLink
                {
                    OrganisationId = Organisation,
                    GoalId = id,
                    GlobalGoal = globalGoal,
                    IsExample = goal.SdgTrust == "X",
                }
            );
        }

        foreach (var link in _sources.ChildConventionLinks.Where(l => l.Goals.Contains(goal.Id)))
        {
            _rows.Add(
                new ConventionEffect
                {
                    OrganisationId = Organisation,
                    GoalId = id,
                    Article = link.Article,
                    Effect = 1,
                    IsEspecially = link.Especially?.Contains(goal.Id) ?? false,
                }
            );
        }
    }

    /// <summary>Only in the structure that the year belongs to.</summary>
    private void AddExpectedYear(string structure, GoalId goal, int year, string text)
    {
        var years = _examples.Structures.Single(s => s.Id == structure);
        if (year >= years.From.Year && year <= years.To.Year)
        {
            AddExpected(goal, year, text);
        }
    }

    private void AddExpected(GoalId goal, int year, string text) =>
        _rows.Add(
            new ExpectedOutcome
            {
                OrganisationId = Organisation,
                GoalId = goal,
                BudgetYear = year,
                Text = text,
                IsExample = true,
            }
        );

    private void AddAreas(string structure)
    {
        foreach (var (area, order) in _examples.Areas.Where(a => a.Only is null || a.Only == structure).Select((a, i) => (a, i)))
        {
            var parent = area.Number[..area.Number.LastIndexOf('.')];
            AddGoal(structure, area.Number, parent, 2, order, area.Name, isExample: true, weight: area.Weight ?? 1, mirrors: area.Mirrors);
            foreach (var (measure, place) in area.Measures.Select((m, i) => (m, i)))
            {
                var isActivity = _examples.Activities.Any(a => a.Id == measure);
                _rows.Add(
                    new Measure
                    {
                        OrganisationId = Organisation,
                        GoalId = GoalIdOf(structure, area.Number),
                        Order = place,
                        IndicatorId = isActivity ? null : IndicatorIdOf(measure),
                        ActivityId = isActivity ? ActivityIdOf(measure) : null,
                    }
                );
            }
        }
    }

    private void AddUnitGoals(string structure)
    {
        foreach (var (row, order) in _examples.CommitteeGoals.Select((g, i) => (g, i)))
        {
            AddGoal(structure, row.Number, null, 0, order, row.Name, row.Wording, row.Unit, kind: GoalKind.Committee, isExample: true);
            foreach (var (year, text) in row.Expected ?? [])
            {
                AddExpectedYear(structure, GoalIdOf(structure, row.Number), year, text);
            }

            foreach (var council in row.Contributes)
            {
                _rows.Add(
                    new Contribution
                    {
                        OrganisationId = Organisation,
                        GoalId = GoalIdOf(structure, row.Number),
                        CouncilGoalId = GoalIdOf(structure, council),
                    }
                );
            }
        }

        foreach (var (row, order) in _examples.InternalGoals.Select((g, i) => (g, i)))
        {
            AddGoal(structure, row.Number, null, 0, order, row.Name, unit: "KS", kind: GoalKind.Internal, mark: row.Mark);
        }
    }

    private void AddGoal(
        string structure,
        string number,
        string? parent,
        int level,
        int order,
        string name,
        string? wording = null,
        string? unit = null,
        string? decision = null,
        GoalKind kind = GoalKind.Council,
        EconomyMark mark = EconomyMark.None,
        Validity? validity = null,
        bool isKey = false,
        bool isExample = false,
        double weight = 1,
        int[]? mirrors = null
    ) =>
        _rows.Add(
            new Goal
            {
                OrganisationId = Organisation,
                Id = GoalIdOf(structure, number),
                StructureId = StructureIdOf(structure),
                ParentId = parent is null ? null : GoalIdOf(structure, parent),
                Kind = kind,
                Level = level,
                Number = number,
                ShortName = name,
                Wording = wording,
                Order = order,
                Weight = weight,
                IsKey = isKey,
                EconomyMark = mark,
                UnitId = unit is null ? null : _units[unit],
                DecisionId = DecisionOf(decision),
                Validity = validity ?? Validity.Always,
                Mirrors = mirrors ?? [],
                IsExample = isExample,
            }
        );
}
