using System.Globalization;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Matters;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Features.Memos;

/// <summary>What a memo's sections say before anyone writes, as Markdown: composed of what the matter holds. Empty where it holds nothing.</summary>
internal sealed class MemoComposer
{
    /// <summary>A decision's own words are told whole when they are no longer than this.</summary>
    private const int LongestTold = 800;

    private readonly SteeringRecord _record;
    private readonly Matter _matter;
    private readonly UnitId? _to;
    private readonly DateOnly _date;
    private readonly List<Decision> _decisions;
    private readonly AmbitionLevel? _level;
    private readonly AmbitionLevel? _before;
    private readonly List<Goal> _goals;

    /// <param name="record">What is steered by.</param>
    /// <param name="matter">What it is about.</param>
    /// <param name="to">The body it is written to. Null: not chosen.</param>
    /// <param name="date">The day on it: what was decided later is not in it. Null: no day yet.</param>
    public MemoComposer(SteeringRecord record, Matter matter, UnitId? to, DateOnly? date)
    {
        (_record, _matter, _to, _date) = (record, matter, to, date ?? DateOnly.MaxValue);
        _decisions =
        [
            .. record
                .Decisions.Where(d => d.MatterId == matter.Id && d.MeetingDate <= _date)
                .OrderBy(d => d.MeetingDate)
                .ThenBy(d => d.Paragraph),
        ];
        _level = LevelOf();
        _before = _level is null ? null : Before(_level);
        _goals =
            _level is not null ? [.. Tops(_level)]
            : Decided() is { Count: > 0 } decided ? decided
            : OfBody();
    }

    public string Of(MemoSource source) =>
        source switch
        {
            MemoSource.Proposal => Proposal(),
            MemoSource.Summary => _matter.Summary ?? string.Join(" ", _decisions.Where(d => d.TextIsPublic).SelectMany(Given)),
            MemoSource.Background => string.Join("\n\n", _decisions.Select(Sentence)),
            MemoSource.Decisions => List(_decisions.Select(d => $"{PlaceWords.Reference(_record, d)} {d.Subject}{Mark(d)}")),
            MemoSource.Consultation => Consultation(),
            MemoSource.Goals => Goals(),
            MemoSource.Convention => Convention(),
            MemoSource.Agenda2030 => Agenda(),
            MemoSource.FollowUp => FollowUp(),
            MemoSource.OverallView => Differences(),
            MemoSource.Attachments => List(Attachments()),
            _ => "",
        };

    /// <summary>Who the decision would be sent to: a level of the council's goals concerns all.</summary>
    public IReadOnlyList<string> SendTo() => _level is not null && IsCouncils(_level) ? ["Samtliga nämnder och bolag"] : [];

    /// <summary>The level the memo is about: the first that was not decided by its day, else the last that was.</summary>
    private AmbitionLevel? LevelOf()
    {
        var history = new LevelHistory(_record, default);
        var levels = _record
            .AmbitionLevels.Where(l => l.MatterId == _matter.Id)
            .OrderBy(l => history.DecidedOn(l) ?? DateOnly.MaxValue)
            .ThenBy(l => l.Id.Value)
            .ToList();
        return levels.FirstOrDefault(l => !(history.DecidedOn(l) <= _date))
            ?? levels.LastOrDefault(l => l.State == LevelState.Adopted)
            ?? levels.LastOrDefault();
    }

    private AmbitionLevel? Before(AmbitionLevel level)
    {
        var history = new LevelHistory(_record, level.BodyId);
        return history.Adopted.LastOrDefault(l => l.Id != level.Id && history.DecidedOn(l) <= (history.DecidedOn(level) ?? _date))
            ?? _record.AmbitionLevels.FirstOrDefault(l => l.Id == level.CopiedFromId);
    }

    /// <summary>Goals that the matter's decisions brought.</summary>
    private List<Goal> Decided() =>
        [
            .. _record
                .Goals.Where(g => g.DecisionId is { } by && _decisions.Exists(d => d.Id == by))
                .Select(g => GoalRules.TopOf(_record, g))
                .Distinct()
                .OrderBy(g => g.Order),
        ];

    /// <summary>The addressed body's own goals on the memo's day; the council's for the council.</summary>
    private List<Goal> OfBody() =>
        _record.Units.FirstOrDefault(u => u.Id == _to) is { } body
            ?
            [
                .. _record
                    .Goals.Where(g => g.ParentId is null && LevelContent.IsOf(body, g) && IsValid(g))
                    .OrderBy(g => g.Kind)
                    .ThenBy(g => g.Order),
            ]
            : [];

    private bool IsValid(Goal goal) =>
        goal.Validity.Includes(_date) && _record.Structures.Single(s => s.Id == goal.StructureId).Validity.Includes(_date);

    private string Proposal()
    {
        if (_record.Units.FirstOrDefault(u => u.Id == _to) is not { } to)
        {
            return "";
        }

        var what = _level is null ? Small(_matter.Title) : $"{_level.Name} för {Whose(_level)}";
        var above = _record.Units.FirstOrDefault(u => u.Kind == UnitKind.Board);
        return above is not null && to.Kind is UnitKind.WorkingCommittee or UnitKind.Presidium
            ? $"{to.Name} föreslår {Within(above!.Id)} att godkänna {what}."
            : $"{to.Name} godkänner {what}.";
    }

    private string Whose(AmbitionLevel level) => IsCouncils(level) ? "fullmäktiges mål" : $"målen för {Within(level.BodyId)}";

    private bool IsCouncils(AmbitionLevel level) => _record.Units.Single(u => u.Id == level.BodyId).Kind == UnitKind.Council;

    /// <summary>"Kommunstyrelsen beslutade 2022-03-09 § 70: Nytt delmål Tillgänglighet. Ärendet remitterades till …"</summary>
    private string Sentence(Decision decision)
    {
        var verb = decision.Kind == DecisionKind.Proposal ? "föreslog" : "behandlade";
        verb = decision is { Kind: DecisionKind.Decision, Outcome: null or DecisionOutcome.Approved } ? "beslutade" : verb;
        if (!decision.TextIsPublic)
        {
            return $"{Name(decision.BodyId)} behandlade {When(decision)}{Mark(decision)}: {Whole(decision.Subject)} Protokollet är inte justerat.";
        }

        var outcome = decision.Outcome switch
        {
            DecisionOutcome.Rejected => " Det avslogs.",
            DecisionOutcome.SentBack => " Ärendet återremitterades.",
            DecisionOutcome.Tabled => " Ärendet bordlades.",
            DecisionOutcome.Referred => $" Ärendet remitterades till {Within(decision.ReferredToId!.Value)}.",
            _ => "",
        };
        var words = decision.Text is { Length: > 0 and <= LongestTold } text ? $" {Whole(text.Trim())}" : "";
        var given = string.Concat(Given(decision).Concat(TakenBack(decision)).Select(g => $" {g}"));
        return $"{Name(decision.BodyId)} {verb} {When(decision)}{Mark(decision)}: {Whole(decision.Subject)}{words}{outcome}{given}";
    }

    /// <summary>A made-up decision says so wherever it goes.</summary>
    private static string Mark(Decision decision) => decision.IsExample ? " (exempel)" : "";

    private static string When(Decision decision) =>
        (decision.DayIsKnown ? Swedish.Date(decision.MeetingDate) : $"i {Swedish.Month(decision.MeetingDate)}")
        + (decision.Paragraph is { } p ? string.Create(CultureInfo.InvariantCulture, $" §{Swedish.NoBreak}{p}") : "");

    /// <summary>"Arbetsutskottet gav enligt 2022-02-23 § 38 kommunledningskontoret i uppdrag att …"</summary>
    private IEnumerable<string> Given(Decision decision) =>
        _record
            .Assignments.Where(a => a.DecisionId == decision.Id)
            .Select(a => $"{Name(decision.BodyId)} gav enligt {When(decision)} {Within(a.UnitId)} i uppdrag: {Whole(a.Text)}");

    private IEnumerable<string> TakenBack(Decision decision) =>
        _record
            .Assignments.Where(a => a.WithdrawnById == decision.Id)
            .Select(a =>
                $"Uppdraget enligt {PlaceWords.Reference(_record, _record.Decisions.Single(d => d.Id == a.DecisionId))} togs tillbaka: {Whole(a.Text)}"
            );

    /// <summary>Those whose figures the memo is about: who have been heard is for a person to say.</summary>
    private string Consultation()
    {
        var indicators = (
            _level is null
                ? _record.Measures.Where(m => m.Counts(_date) && Below().Contains(m.GoalId)).Select(m => m.IndicatorId)
                : _record.AmbitionMeasures.Where(m => m.LevelId == _level.Id).Select(m => m.IndicatorId)
        ).ToHashSet();
        var owners = _record
            .Indicators.Where(i => indicators.Contains(i.Id) && i.OwnerId is not null)
            .Select(i => Within(i.OwnerId!.Value))
            .Distinct(StringComparer.Ordinal)
            .Order(Swedish.Order)
            .ToList();
        return owners.Count == 0 ? "" : $"Berörda är {Swedish.And(owners)}, som ansvarar för siffror som ärendet gäller.";
    }

    private HashSet<GoalId> Below() => [.. _goals.SelectMany(g => GoalRules.Below(_record, g.Id).Prepend(g)).Select(g => g.Id)];

    private string Goals()
    {
        if (_goals.Count == 0)
        {
            return "";
        }

        var to = Contributed().ToList();
        var goals = Swedish.And([.. _goals.Select(g => $"mål {g.Number} {g.ShortName}")]);
        var contributes =
            to.Count == 0 ? "" : $" Det bidrar till fullmäktiges {Swedish.And([.. to.Select(g => $"mål {g.Number} {g.ShortName}")])}.";
        return $"{(_level is null ? "Ärendet" : "Förslaget")} gäller {goals}.{contributes}";
    }

    /// <summary>The council's goals that the goals contribute to, where they are not the council's themselves.</summary>
    private IEnumerable<Goal> Contributed()
    {
        var own = Below();
        var to = _record.Contributions.Where(c => own.Contains(c.GoalId)).Select(c => c.CouncilGoalId).ToHashSet();
        return _record.Goals.Where(g => to.Contains(g.Id)).OrderBy(g => g.Order);
    }

    /// <summary>Article by article, what the effect is on which goals.</summary>
    private string Convention()
    {
        var goals = _goals.Concat(Contributed()).Distinct().ToDictionary(g => g.Id);
        var rows = _record
            .ConventionEffects.Where(e => goals.ContainsKey(e.GoalId))
            .GroupBy(e => (e.Article, Effect: Math.Sign(e.Effect)))
            .OrderBy(g => g.Key.Article)
            .ThenByDescending(g => g.Key.Effect)
            .Select(g =>
            {
                var of = g.OrderBy(e => goals[e.GoalId].Number, StringComparer.Ordinal)
                    .Select(e => goals[e.GoalId].Number + (e.IsEspecially ? " (särskilt)" : ""));
                var texts = g.Select(e => e.Text).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
                return $"| Artikel {g.Key.Article}. {ConventionWords.Title(g.Key.Article)} | {string.Join(", ", of)} | {Effect(g.Key.Effect)} | {(texts.Count == 0 ? "–" : Cell(string.Join(" ", texts)))} |";
            })
            .ToList();
        return rows.Count == 0
            ? ""
            : string.Join('\n', rows.Prepend("| --- | --- | --- | --- |").Prepend("| Artikel | Mål | Effekt | Beskrivning |"));
    }

    private static string Effect(int sign) =>
        sign switch
        {
            > 0 => "positiv",
            < 0 => "negativ",
            _ => "ingen",
        };

    private string Agenda()
    {
        var goals = _goals.Concat(Contributed()).Select(g => g.Id).ToHashSet();
        var numbers = _record.GlobalGoals.Where(l => goals.Contains(l.GoalId)).Select(l => l.GlobalGoal).Distinct().Order().ToList();
        return numbers.Count == 0
            ? ""
            : $"Målen hör ihop med {Swedish.And([.. numbers.Select(n => $"mål {Canonical.Text((int?)n)}")])} i Agenda 2030.";
    }

    private string FollowUp()
    {
        if (_level is null && _goals.Count == 0)
        {
            return "";
        }

        const string When = "Uppföljning görs per april, per augusti och i årsredovisningen, och när större undersökningar kommer.";
        return _level is null
            ? When
            : When
                + (_level.ForFollowUpsFrom is { } first ? $" Nivån används från och med uppföljningen per {Swedish.LongDate(first)}." : "")
                + " Nivån utvärderas när mål, delmål eller program ändras, och när det annars behövs.";
    }

    private string Differences()
    {
        if (_level is null || _before is null)
        {
            return "";
        }

        var differences = LevelComparison.Between(_record, LevelContent.Of(_record, _before), LevelContent.Of(_record, _level));
        return differences.Count == 0
            ? $"Förslaget är detsamma som {_before.Name}."
            : $"Jämfört med {_before.Name}:\n\n{List(differences.Select(d => LevelWords.Sentence(_record, d)))}";
    }

    private IEnumerable<string> Attachments() =>
        _record
            .MatterDocuments.Where(d => d.MatterId == _matter.Id)
            .Select(d => d.Title)
            .Concat(
                new[] { _level, _before }
                    .OfType<AmbitionLevel>()
                    .Select(l =>
                        _record.Decisions.FirstOrDefault(d => d.Id == l.DecisionId) is { } decision && decision.MeetingDate <= _date
                            ? $"{l.Name}, {DecisionWords.Name(l.State).ToLowerInvariant()} {PlaceWords.Reference(_record, decision)}"
                            : l.Name
                    )
            );

    private IEnumerable<Goal> Tops(AmbitionLevel level)
    {
        var body = _record.Units.Single(u => u.Id == level.BodyId);
        var areas = _record.AmbitionAreas.Where(a => a.LevelId == level.Id).ToList();
        return _record
            .Goals.Where(g => g.StructureId == level.StructureId && g.ParentId is null && LevelContent.IsOf(body, g))
            .OrderBy(g => g.Kind)
            .ThenBy(g => g.Order)
            .Where(g =>
            {
                var below = GoalRules.Below(_record, g.Id).Select(b => b.Id).Append(g.Id).ToHashSet();
                return areas.Exists(a => below.Contains(a.ParentId ?? a.GoalId));
            });
    }

    private static string List(IEnumerable<string> items) => string.Join('\n', items.Select(i => $"- {i}"));

    private static string Cell(string text) => text.ReplaceLineEndings(" ").Replace("|", "\\|", StringComparison.Ordinal);

    /// <summary>"Kommunstyrelsens mål" within a sentence; abbreviations stay as they are.</summary>
    private static string Small(string title) =>
        title.Length > 1 && char.IsLower(title[1]) ? char.ToLower(title[0], CultureInfo.InvariantCulture) + title[1..] : title;

    private static string Whole(string sentence) => sentence.TrimEnd() is var s && s.EndsWith('.') ? s : $"{s}.";

    /// <summary>"kommunledningskontoret" within a sentence; a company has its own name.</summary>
    private string Within(UnitId unit) =>
        _record.Units.Single(u => u.Id == unit) is { Kind: not UnitKind.Company } other ? Small(other.Name) : Name(unit);

    private string Name(UnitId unit) => _record.Units.Single(u => u.Id == unit).Name;
}
