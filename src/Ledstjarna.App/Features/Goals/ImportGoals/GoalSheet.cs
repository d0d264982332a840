using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Integrations.Files;

namespace Ledstjarna.App.Features.Goals;

/// <summary>
/// A whole goal structure from one sheet: a row is a goal, a clarification, an expected outcome, a strategy, an indicator or an activity, and
/// what is not a goal belongs to the goal above it. It is read whole, with every error, before anything is made.
/// </summary>
public sealed partial class GoalSheet
{
    private static readonly Dictionary<string, RowKind> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        ["nämndmål"] = RowKind.CommitteeGoal,
        ["bolagsmål"] = RowKind.CommitteeGoal,
        ["internt mål"] = RowKind.InternalGoal,
        ["förtydligande"] = RowKind.Clarification,
        ["förväntan"] = RowKind.ExpectedOutcome,
        ["förväntad måluppfyllelse"] = RowKind.ExpectedOutcome,
        ["strategi"] = RowKind.Strategy,
        ["indikator"] = RowKind.Indicator,
        ["aktivitet"] = RowKind.Activity,
    };

    private readonly SteeringRecord _before;
    private readonly SheetCells _cells;
    private readonly List<SheetError> _errors = [];
    private readonly List<string> _levels;
    private readonly Dictionary<object, int> _rowOf = new(ReferenceEqualityComparer.Instance);

    private readonly List<Decision> _decisions = [];
    private readonly List<Goal> _goals = [];
    private readonly List<Clarification> _clarifications = [];
    private readonly List<ExpectedOutcome> _outcomes = [];
    private readonly List<Strategy> _strategies = [];
    private readonly List<Contribution> _contributions = [];
    private readonly List<Indicator> _indicators = [];
    private readonly List<Target> _targets = [];
    private readonly List<Activity> _activities = [];
    private readonly List<Measure> _measures = [];

    private GoalSheet(SteeringRecord before, Table table)
    {
        (_before, _cells) = (before, new SheetCells(table));
        _levels =
        [
            .. Enumerable
                .Range(1, table.Rows.Count - 1)
                .Select(r => LevelName(r))
                .Where(k => k.Length > 0 && !Kinds.ContainsKey(k))
                .Distinct(),
        ];

        string LevelName(int row)
        {
            _cells.Row = row;
            return _cells.Text(SheetColumn.Kind).ToLower(Swedish.Culture);
        }
    }

    private enum RowKind
    {
        CouncilGoal,
        CommitteeGoal,
        InternalGoal,
        Clarification,
        ExpectedOutcome,
        Strategy,
        Indicator,
        Activity,
    }

    /// <summary>From the top of the sheet; when there are any nothing may be made of it.</summary>
    public IReadOnlyList<SheetError> Errors => _errors;

    /// <summary>Why the structure cannot be beside the others. Null: it can.</summary>
    public DomainRuleException? Refused { get; private set; }

    /// <summary>Null when something is wrong.</summary>
    public GoalStructure? Structure { get; private set; }

    public IReadOnlyList<Goal> Goals => _goals;

    public IReadOnlyList<Indicator> Indicators => _indicators;

    public IReadOnlyList<Measure> Measures => _measures;

    public IReadOnlyList<Activity> Activities => _activities;

    public IReadOnlyList<Target> Targets => _targets;

    public IReadOnlyList<Clarification> Clarifications => _clarifications;

    /// <summary>All rows to add, those that others refer to first.</summary>
    public IEnumerable<object> Rows =>
        _decisions
            .Concat<object>([Structure!])
            .Concat(_goals)
            .Concat(_clarifications)
            .Concat(_outcomes)
            .Concat(_strategies)
            .Concat(_contributions)
            .Concat(_indicators)
            .Concat(_targets)
            .Concat(_activities)
            .Concat(_measures);

    /// <summary>Reads a table against what is there already.</summary>
    /// <exception cref="DomainRuleException">The structure itself cannot be: its name or its days.</exception>
    public static GoalSheet Read(SteeringRecord record, NewStructure structure, Table table)
    {
        var sheet = new GoalSheet(record, table);
        sheet.ReadAll(structure);
        return sheet;
    }

    private void ReadAll(NewStructure wanted)
    {
        _cells.Row = 0;
        foreach (var column in (SheetColumn[])[SheetColumn.Kind, SheetColumn.Name])
        {
            if (!_cells.Has(column))
            {
                var heading = SheetColumns.All.First(c => c.Column == column).Heading;
                _errors.Add(_cells.ErrorAt(-1, $"Det finns ingen kolumn med rubriken ”{heading}”. Skriv rubrikerna på första raden."));
            }
        }

        if (_errors.Count == 0 && _levels.Count == 0)
        {
            _errors.Add(
                _cells.ErrorAt(_cells.PlaceOf(SheetColumn.Kind), "Arket har inga mål. Skriv mål i kolumnen typ på de rader som är mål.")
            );
        }

        if (_errors.Count > 0)
        {
            return;
        }

        var structure = new GoalStructure
        {
            OrganisationId = _before.Organisation.OrganisationId,
            Id = new GoalStructureId(Guid.CreateVersion7()),
            Name = wanted.Name,
            Stem = wanted.Stem,
            LevelNames = _levels,
            Validity = wanted.Validity,
            DecisionId = wanted.Decision,
            PrincipleId = wanted.Principle,
        };
        try
        {
            GoalRules.Check(_before with { Structures = [.. _before.Structures, structure] }, structure);
        }
        catch (DomainRuleException e)
        {
            Refused = e;
        }

        for (_cells.Row = 1; _cells.Row < _cells.RowCount; _cells.Row++)
        {
            Try(() => ReadRow(structure));
        }

        if (_errors.Count == 0)
        {
            CheckAll(structure);
        }

        Structure = _errors.Count == 0 && Refused is null ? structure : null;
        _errors.Sort((a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column)));
    }

    /// <summary>What holds between all of it, when each row by itself is right.</summary>
    private void CheckAll(GoalStructure structure)
    {
        foreach (var goal in _goals.Where(g => g.Kind == GoalKind.Committee && g.ParentId is null))
        {
            At(goal, () => ReadContributions(goal));
        }

        var record = _before with
        {
            Structures = [.. _before.Structures, structure],
            Goals = [.. _before.Goals, .. _goals],
            Indicators = [.. _before.Indicators, .. _indicators],
            Activities = [.. _before.Activities, .. _activities],
            Measures = [.. _before.Measures, .. _measures],
            Targets = [.. _before.Targets, .. _targets],
        };
        _goals.ForEach(g => At(g, () => GoalRules.Check(record, g)));
        _indicators.ForEach(i => At(i, () => MeasuringRules.Check(record, i)));
        _activities.ForEach(a => At(a, () => MeasuringRules.Check(record, a)));
        _targets.ForEach(t => At(t, () => MeasuringRules.Check(record, t)));
        _measures.ForEach(m => At(m, () => GoalRules.Check(record, m)));
    }

    private void ReadRow(GoalStructure structure)
    {
        var text = _cells.Text(SheetColumn.Kind);
        if (text.Length == 0)
        {
            throw _cells.Wrong(SheetColumn.Kind, "Skriv vad raden är: mål, indikator, aktivitet …");
        }

        if (_cells.Text(SheetColumn.Name).Length == 0)
        {
            throw _cells.Wrong(SheetColumn.Name, "Skriv ett namn eller en text.");
        }

        _cells.RefuseFormulas();

        var kind = Kinds.TryGetValue(text, out var known) ? known : RowKind.CouncilGoal;
        switch (kind)
        {
            case RowKind.CouncilGoal:
                AddGoal(structure, _levels.IndexOf(text.ToLower(Swedish.Culture)), GoalKind.Council);
                break;
            case RowKind.CommitteeGoal:
                AddGoal(structure, 0, GoalKind.Committee);
                break;
            case RowKind.InternalGoal:
                AddGoal(structure, 0, GoalKind.Internal);
                break;
            case RowKind.Clarification:
                Keep(
                    _clarifications,
                    new Clarification
                    {
                        OrganisationId = structure.OrganisationId,
                        GoalId = Above().Id,
                        Number = _clarifications.Count(c => c.GoalId == Above().Id) + 1,
                        Text = _cells.Text(SheetColumn.Name),
                    }
                );
                break;
            case RowKind.ExpectedOutcome:
                AddOutcome(structure);
                break;
            case RowKind.Strategy:
                Keep(
                    _strategies,
                    new Strategy
                    {
                        OrganisationId = structure.OrganisationId,
                        Id = new StrategyId(Guid.CreateVersion7()),
                        GoalId = Above().Id,
                        Order = _strategies.Count(s => s.GoalId == Above().Id),
                        Text = _cells.Text(SheetColumn.Name),
                        DecisionId = DecisionOf(structure),
                    }
                );
                break;
            case RowKind.Indicator:
                AddIndicator(structure);
                break;
            default:
                AddActivity(structure);
                break;
        }
    }

    private void AddGoal(GoalStructure structure, int level, GoalKind kind)
    {
        var parent = level == 0 ? null : ParentFor(level);
        var siblings = _goals.Count(g => g.ParentId == parent?.Id);
        var number = _cells.Text(SheetColumn.Number);
        Keep(
            _goals,
            new Goal
            {
                OrganisationId = structure.OrganisationId,
                Id = new GoalId(Guid.CreateVersion7()),
                StructureId = structure.Id,
                ParentId = parent?.Id,
                Kind = parent?.Kind ?? kind,
                Level = level,
                Number = number.Length > 0 ? number : NextNumber(parent, siblings),
                ShortName = _cells.Text(SheetColumn.Name),
                Wording = _cells.Text(SheetColumn.Wording) is { Length: > 0 } wording ? wording : null,
                Order = siblings,
                Weight = _cells.Weight(),
                IsKey = _cells.IsKey(),
                UnitId =
                    UnitOf()
                    ?? (
                        kind == GoalKind.Committee
                            ? throw _cells.Wrong(SheetColumn.Unit, "Skriv vilken nämnd eller vilket bolag som äger målet.")
                            : parent?.UnitId
                    ),
                DecisionId = DecisionOf(structure),
            }
        );
    }

    /// <summary>The goal that the number begins with, else the nearest above on the level over.</summary>
    private Goal ParentFor(int level)
    {
        var number = _cells.Text(SheetColumn.Number);
        var dot = number.LastIndexOf('.');
        var named = dot > 0 ? _goals.FirstOrDefault(g => g.Number == number[..dot] && g.Level == level - 1) : null;
        return named
            ?? _goals.LastOrDefault(g => g.Level == level - 1)
            ?? throw _cells.Wrong(SheetColumn.Kind, $"Det finns inget {_levels[level - 1]} ovanför som raden kan ligga under.");
    }

    private void AddOutcome(GoalStructure structure)
    {
        var goal = Above();
        if (_outcomes.Exists(o => o.GoalId == goal.Id))
        {
            throw _cells.Wrong(SheetColumn.Kind, "Målet har redan en förväntan. Lägg till fler när målen är inlästa.");
        }

        Keep(
            _outcomes,
            new ExpectedOutcome
            {
                OrganisationId = structure.OrganisationId,
                GoalId = goal.Id,
                BudgetYear = 0,
                Text = _cells.Text(SheetColumn.Name),
            }
        );
    }

    private void ReadContributions(Goal goal)
    {
        foreach (var number in _cells.Text(SheetColumn.Contributes).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var council =
                _goals.FirstOrDefault(g => g.Number == number && g is { Kind: GoalKind.Council, Level: 0 })
                ?? throw _cells.Wrong(SheetColumn.Contributes, $"Arket har inget mål från fullmäktige med nummer {number}.");
            Keep(
                _contributions,
                new Contribution
                {
                    OrganisationId = goal.OrganisationId,
                    GoalId = goal.Id,
                    CouncilGoalId = council.Id,
                }
            );
        }
    }

    private Goal Above() =>
        _goals.Count > 0 ? _goals[^1] : throw _cells.Wrong(SheetColumn.Kind, "Raden hör till målet ovanför, men det finns inget.");

    private T Keep<T>(List<T> list, T thing)
        where T : class
    {
        list.Add(thing);
        _rowOf[thing] = _cells.Row;
        return thing;
    }

    private void At(object thing, Action check)
    {
        _cells.Row = _rowOf[thing];
        Try(check);
    }

    private void Try(Action work)
    {
        try
        {
            work();
        }
        catch (SheetRefusedException e)
        {
            _errors.Add(_cells.ErrorAt(e.Column, e.Message));
        }
        catch (DomainRuleException e)
        {
            var column = SheetCells.ColumnOf(e.Field);
            _errors.Add(
                _cells.ErrorAt(_cells.PlaceOf(_cells.Has(column) ? column : SheetColumn.Name), $"{Swedish.Capital(RuleWords.Sentence(e))}.")
            );
        }
    }

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
