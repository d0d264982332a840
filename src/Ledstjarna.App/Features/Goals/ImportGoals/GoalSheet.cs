using System.Globalization;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Integrations.Files;

namespace Ledstjarna.App.Features.Goals;

/// <summary>The structure that a sheet's goals become.</summary>
public sealed record NewStructure(string Name, Validity Validity, PrincipleId Principle, DecisionId? Decision, string? Stem);

/// <summary>What is wrong with one cell.</summary>
/// <param name="Row">The row's place in the table.</param>
/// <param name="Column">The column's place; -1 where there is no such column.</param>
/// <param name="Cell">As a spreadsheet names it.</param>
/// <param name="Sentence">What is wrong and what to write.</param>
public sealed record SheetError(int Row, int Column, string Cell, string Sentence);

/// <summary>
/// A whole goal structure from one sheet: a row is a goal, a clarification, an expected outcome, a strategy, an indicator or an activity, and
/// what is not a goal belongs to the goal above it. It is read whole, with every error, before anything is made.
/// </summary>
public sealed class GoalSheet
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
    private readonly Table _table;
    private readonly Dictionary<SheetColumn, int> _columns = [];
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

    private int _row;

    private GoalSheet(SteeringRecord before, Table table)
    {
        (_before, _table) = (before, table);
        var headings = table.Rows[0];
        for (var i = 0; i < headings.Count; i++)
        {
            var text = headings[i].Trim();
            if (
                SheetColumns
                    .All.Where(c => string.Equals(c.Heading, text, StringComparison.OrdinalIgnoreCase))
                    .Select(c => (SheetColumn?)c.Column)
                    .FirstOrDefault() is
                { } column
            )
            {
                _columns.TryAdd(column, i);
            }
        }

        _levels =
        [
            .. table
                .Rows.Skip(1)
                .Select(r => r[_columns.GetValueOrDefault(SheetColumn.Kind)].Trim().ToLower(Swedish.Culture))
                .Where(k => k.Length > 0 && !Kinds.ContainsKey(k))
                .Distinct(),
        ];
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
        foreach (var column in (SheetColumn[])[SheetColumn.Kind, SheetColumn.Name])
        {
            if (!_columns.ContainsKey(column))
            {
                _errors.Add(
                    new SheetError(
                        0,
                        -1,
                        "1",
                        $"Det finns ingen kolumn med rubriken ”{SheetColumns.All.First(c => c.Column == column).Heading}”. Skriv rubrikerna på första raden."
                    )
                );
            }
        }

        if (_errors.Count == 0 && _levels.Count == 0)
        {
            _errors.Add(
                new SheetError(
                    0,
                    _columns[SheetColumn.Kind],
                    Cell(0, _columns[SheetColumn.Kind]),
                    "Arket har inga mål. Skriv mål i kolumnen typ på de rader som är mål."
                )
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

        for (_row = 1; _row < _table.Rows.Count; _row++)
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
        var text = Text(SheetColumn.Kind);
        if (text.Length == 0)
        {
            throw Wrong(SheetColumn.Kind, "Skriv vad raden är: mål, indikator, aktivitet …");
        }

        if (Text(SheetColumn.Name).Length == 0)
        {
            throw Wrong(SheetColumn.Name, "Skriv ett namn eller en text.");
        }

        if (_columns.Values.FirstOrDefault(c => _table.Rows[_row].IsFormula(c), -1) is >= 0 and var formula)
        {
            throw new SheetRefusedException(formula, "Cellen är en formel. Klistra in den som värde.");
        }

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
                        Text = Text(SheetColumn.Name),
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
                        Text = Text(SheetColumn.Name),
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
        var number = Text(SheetColumn.Number);
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
                ShortName = Text(SheetColumn.Name),
                Wording = Text(SheetColumn.Wording) is { Length: > 0 } wording ? wording : null,
                Order = siblings,
                Weight = Weight(),
                IsKey = IsKey(),
                UnitId =
                    UnitOf()
                    ?? (
                        kind == GoalKind.Committee
                            ? throw Wrong(SheetColumn.Unit, "Skriv vilken nämnd eller vilket bolag som äger målet.")
                            : parent?.UnitId
                    ),
                DecisionId = DecisionOf(structure),
            }
        );
    }

    /// <summary>The goal that the number begins with, else the nearest above on the level over.</summary>
    private Goal ParentFor(int level)
    {
        var number = Text(SheetColumn.Number);
        var dot = number.LastIndexOf('.');
        var named = dot > 0 ? _goals.FirstOrDefault(g => g.Number == number[..dot] && g.Level == level - 1) : null;
        return named
            ?? _goals.LastOrDefault(g => g.Level == level - 1)
            ?? throw Wrong(SheetColumn.Kind, $"Det finns inget {_levels[level - 1]} ovanför som raden kan ligga under.");
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

    private void AddOutcome(GoalStructure structure)
    {
        var goal = Above();
        if (_outcomes.Exists(o => o.GoalId == goal.Id))
        {
            throw Wrong(SheetColumn.Kind, "Målet har redan en förväntan. Lägg till fler när målen är inlästa.");
        }

        Keep(
            _outcomes,
            new ExpectedOutcome
            {
                OrganisationId = structure.OrganisationId,
                GoalId = goal.Id,
                BudgetYear = 0,
                Text = Text(SheetColumn.Name),
            }
        );
    }

    private void AddIndicator(GoalStructure structure)
    {
        var (goal, code, name) = (Above(), Text(SheetColumn.Code), Text(SheetColumn.Name));
        var known = _indicators.Concat(_before.Indicators).FirstOrDefault(i => code.Length > 0 ? Same(i.Code, code) : Same(i.Name, name));
        var indicator = known ?? Keep(_indicators, NewIndicator(structure, goal, code));
        AddMeasure(structure, goal, indicator.Id, null);
        if (Text(SheetColumn.Target) is not { Length: > 0 } target)
        {
            return;
        }

        var (decision, basis) = (DecisionOf(structure), Text(SheetColumn.BasedOn));
        if (decision is null && basis.Length == 0)
        {
            throw Wrong(SheetColumn.BasedOn, "Skriv vad målvärdet bygger på, eller beslutet om det är politiskt.");
        }

        Keep(
            _targets,
            new Target(
                structure.OrganisationId,
                new TargetId(Guid.CreateVersion7()),
                indicator.Id,
                Level(target, indicator.Direction),
                decision,
                basis.Length > 0 ? basis : null
            )
        );
    }

    private Indicator NewIndicator(GoalStructure structure, Goal goal, string code)
    {
        var comparison = Text(SheetColumn.Comparison);
        if (comparison.Length > 0 && !_before.Comparison.ContainsKey(comparison))
        {
            throw Wrong(
                SheetColumn.Comparison,
                $"Jämförelsetalet finns inte. De som finns är {Swedish.And([.. _before.Comparison.Keys.Order(StringComparer.Ordinal)])}."
            );
        }

        return new Indicator
        {
            OrganisationId = structure.OrganisationId,
            Id = new IndicatorId(Guid.CreateVersion7()),
            Code = code.Length > 0 ? code : FreeCode(goal.Number, c => _indicators.Concat(_before.Indicators).Any(i => Same(i.Code, c))),
            Name = Text(SheetColumn.Name),
            Unit = Text(SheetColumn.MeasuredIn) is { Length: > 0 } unit
                ? unit
                : throw Wrong(SheetColumn.MeasuredIn, "Skriv vad indikatorn mäts i: %, index eller antal."),
            Decimals = 1,
            Direction = Direction(),
            Quality = Text(SheetColumn.Quality).ToUpperInvariant() switch
            {
                "" or "FAKTISK" => QualityKind.Actual,
                "UPPLEVD" => QualityKind.Perceived,
                _ => throw Wrong(SheetColumn.Quality, "Skriv faktisk eller upplevd."),
            },
            CadenceMonths = Number(SheetColumn.Months, "Skriv antalet månader mellan mätningarna, till exempel 12.") ?? 12,
            LagMonths = 0,
            Source = Text(SheetColumn.Source) is { Length: > 0 } source ? source : "Egen uppgift",
            Level = IndicatorLevel.Local,
            OwnerId = UnitOf() ?? goal.UnitId,
            ComparisonCode = comparison.Length > 0 ? comparison : null,
        };
    }

    private void AddActivity(GoalStructure structure)
    {
        var (goal, code) = (Above(), Text(SheetColumn.Code));
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
                    Name = Text(SheetColumn.Name),
                    State = ActivityState.NotStarted,
                    Due = DateText.TryParse(Text(SheetColumn.Due), out var due)
                        ? due
                        : throw Wrong(SheetColumn.Due, "Skriv aktivitetens sista dag som 2026-12-31."),
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
                Weight = Weight(),
                IsKey = IsKey(),
            }
        );

    private void ReadContributions(Goal goal)
    {
        foreach (var number in Text(SheetColumn.Contributes).Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            var council =
                _goals.FirstOrDefault(g => g.Number == number && g is { Kind: GoalKind.Council, Level: 0 })
                ?? throw Wrong(SheetColumn.Contributes, $"Arket har inget mål från fullmäktige med nummer {number}.");
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
        _goals.Count > 0 ? _goals[^1] : throw Wrong(SheetColumn.Kind, "Raden hör till målet ovanför, men det finns inget.");

    private UnitId? UnitOf()
    {
        var text = Text(SheetColumn.Unit);
        return text.Length == 0 ? null
            : _before.Units.FirstOrDefault(u => Same(u.Abbreviation, text) || Same(u.Name, text)) is { } unit ? unit.Id
            : throw Wrong(SheetColumn.Unit, "Enheten finns inte. Skriv dess förkortning, eller lägg upp den först.");
    }

    /// <summary>One that is registered, or else a new one by a body that is.</summary>
    private DecisionId? DecisionOf(GoalStructure structure)
    {
        var text = Text(SheetColumn.Decision);
        if (text.Length == 0)
        {
            return null;
        }

        var reference =
            DecisionReference.FindIn(text).FirstOrDefault()
            ?? throw Wrong(SheetColumn.Decision, "Beslutet går inte att läsa. Skriv det som KF 2020-06-22 § 63.");
        var body =
            _before.Units.FirstOrDefault(u => u.Decides && Same(u.Abbreviation, reference.Body))
            ?? throw Wrong(SheetColumn.Decision, $"Det finns inget organ med förkortningen {reference.Body}. Lägg upp det först.");
        var known = _decisions
            .Concat(_before.Decisions)
            .FirstOrDefault(d =>
                d.BodyId == body.Id
                && (d.MeetingDate, d.DayIsKnown, d.Paragraph) == (reference.MeetingDate, reference.DayIsKnown, reference.Paragraph)
            );
        return known?.Id
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

    private Direction Direction() =>
        Text(SheetColumn.Direction).ToUpperInvariant() switch
        {
            "HÖGRE" or "HÖGRE ÄR BÄTTRE" or "UPP" or "ÖKA" => Domain.Assessment.Direction.Higher,
            "LÄGRE" or "LÄGRE ÄR BÄTTRE" or "NED" or "NER" or "MINSKA" => Domain.Assessment.Direction.Lower,
            "INOM" or "INOM ETT SPANN" or "MELLAN" => Domain.Assessment.Direction.Range,
            _ => throw Wrong(SheetColumn.Direction, "Skriv högre, lägre eller inom, beroende på vad som är bättre."),
        };

    private TargetLevel Level(string text, Direction direction)
    {
        var words = text.Trim().ToLower(Swedish.Culture);
        if (words is "bättre" or "förbättras" or "öka" or "ökar" or "minska" or "minskar")
        {
            return TargetLevel.Improve();
        }

        if (words.StartsWith("mellan ", StringComparison.Ordinal))
        {
            words = words["mellan ".Length..].Replace(" och ", "–", StringComparison.Ordinal);
        }

        if (
            words.Split(['–', '-'], StringSplitOptions.TrimEntries) is [{ Length: > 0 } low, { Length: > 0 } high]
            && Value(low) is { } from
            && Value(high) is { } to
        )
        {
            return TargetLevel.Between(from, to);
        }

        foreach (
            var (word, isLeast) in (ReadOnlySpan<(string, bool)>)
                [("minst", true), ("≥", true), (">=", true), ("högst", false), ("≤", false), ("<=", false)]
        )
        {
            if (words.StartsWith(word, StringComparison.Ordinal) && Value(words[word.Length..]) is { } bound)
            {
                return isLeast ? TargetLevel.AtLeast(bound) : TargetLevel.AtMost(bound);
            }
        }

        return (Value(words), direction) switch
        {
            ({ } least, Domain.Assessment.Direction.Higher) => TargetLevel.AtLeast(least),
            ({ } most, Domain.Assessment.Direction.Lower) => TargetLevel.AtMost(most),
            _ => throw Wrong(SheetColumn.Target, "Målvärdet går inte att läsa. Skriv minst 65, högst 10, 40–60 eller bättre."),
        };
    }

    private static double? Value(string text) => FigureText.Parse(text) is { Kind: FigureKind.Value } figure ? figure.Value : null;

    private double Weight() => Number(SheetColumn.Weight, "Skriv vikten som ett tal större än noll, till exempel 2.") ?? 1;

    private bool IsKey() =>
        Text(SheetColumn.Key).ToUpperInvariant() switch
        {
            "" or "NEJ" => false,
            "JA" or "X" => true,
            _ => throw Wrong(SheetColumn.Key, "Skriv ja eller nej."),
        };

    private double? Number(SheetColumn column, string otherwise) =>
        FigureText.Parse(Text(column)) switch
        {
            { Kind: FigureKind.Blank } => null,
            { Kind: FigureKind.Value, Value: > 0 and var value } => value,
            _ => throw Wrong(column, otherwise),
        };

    private string Text(SheetColumn column) => _columns.TryGetValue(column, out var i) ? _table.Rows[_row][i].Trim() : "";

    private string Cell(int row, int column) =>
        (column < 0 ? "" : Table.ColumnName(column)) + _table.Rows[row].Number.ToString(CultureInfo.InvariantCulture);

    private T Keep<T>(List<T> list, T thing)
        where T : class
    {
        list.Add(thing);
        _rowOf[thing] = _row;
        return thing;
    }

    private void At(object thing, Action check)
    {
        _row = _rowOf[thing];
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
            _errors.Add(new SheetError(_row, e.Column, Cell(_row, e.Column), e.Message));
        }
        catch (DomainRuleException e)
        {
            var column = _columns.GetValueOrDefault(ColumnOf(e.Field), _columns[SheetColumn.Name]);
            _errors.Add(new SheetError(_row, column, Cell(_row, column), $"{Swedish.Capital(RuleWords.Sentence(e))}."));
        }
    }

    private SheetRefusedException Wrong(SheetColumn column, string sentence) =>
        _columns.TryGetValue(column, out var i)
            ? new SheetRefusedException(i, sentence)
            : new SheetRefusedException(
                -1,
                $"{sentence} Kolumnen ”{SheetColumns.All.First(c => c.Column == column).Heading}” saknas i arket."
            );

    private static SheetColumn ColumnOf(string field) =>
        field switch
        {
            "number" => SheetColumn.Number,
            "unit" or "units" => SheetColumn.Unit,
            "code" => SheetColumn.Code,
            "weight" => SheetColumn.Weight,
            "cadenceMonths" => SheetColumn.Months,
            "kind" or "low" or "high" => SheetColumn.Target,
            "decision" or "paragraph" => SheetColumn.Decision,
            "basedOn" => SheetColumn.BasedOn,
            "source" => SheetColumn.Source,
            "parent" or "level" => SheetColumn.Kind,
            _ => SheetColumn.Name,
        };

    private static string FreeCode(string stem, Func<string, bool> isTaken) =>
        Enumerable.Range(1, int.MaxValue).Select(n => string.Create(CultureInfo.InvariantCulture, $"{stem}-{n}")).First(c => !isTaken(c));

    private static bool Same(string a, string b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);

    /// <summary>A cell that cannot be read; only within the reading.</summary>
    private sealed class SheetRefusedException(int column, string message) : Exception(message)
    {
        public int Column { get; } = column;
    }
}
