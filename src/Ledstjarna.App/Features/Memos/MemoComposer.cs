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

namespace Ledstjarna.App.Features.Memos;

/// <summary>What a memo's sections say before anyone writes, as Markdown: composed of what the matter holds. Empty where it holds nothing.</summary>
internal sealed class MemoComposer
{
    private readonly SteeringRecord _record;
    private readonly Matter _matter;
    private readonly UnitId? _to;
    private readonly List<Decision> _decisions;
    private readonly AmbitionLevel? _level;
    private readonly AmbitionLevel? _before;
    private readonly List<Goal> _goals;

    public MemoComposer(SteeringRecord record, Matter matter, UnitId? to)
    {
        (_record, _matter, _to) = (record, matter, to);
        _decisions = [.. record.Decisions.Where(d => d.MatterId == matter.Id).OrderBy(d => d.MeetingDate).ThenBy(d => d.Paragraph)];
        var history = new LevelHistory(record, default);
        var levels = record
            .AmbitionLevels.Where(l => l.MatterId == matter.Id)
            .OrderBy(l => history.DecidedOn(l) ?? DateOnly.MaxValue)
            .ThenBy(l => l.Id.Value)
            .ToList();
        _level = levels.LastOrDefault(l => l.State is not (LevelState.Rejected or LevelState.SentBack)) ?? levels.LastOrDefault();
        _before =
            _level is null ? null
            : new LevelHistory(record, _level.BodyId).Adopted.LastOrDefault(l =>
                l.Id != _level.Id && !(history.DecidedOn(l) > history.DecidedOn(_level))
            )
                is { } adopted
                ? adopted
            : record.AmbitionLevels.FirstOrDefault(l => l.Id == _level.CopiedFromId);
        _goals = _level is null ? [] : [.. Tops(_level)];
    }

    public string Of(MemoSource source) =>
        source switch
        {
            MemoSource.Proposal => Proposal(),
            MemoSource.Summary => _matter.Summary ?? string.Join(" ", _decisions.SelectMany(Given)),
            MemoSource.Background => string.Join("\n\n", _decisions.Select(Sentence)),
            MemoSource.Decisions => List(_decisions.Select(d => $"{PlaceWords.Reference(_record, d)} {d.Subject}")),
            MemoSource.Consultation => Consultation(),
            MemoSource.Goals => Goals(),
            MemoSource.Convention => Convention(),
            MemoSource.Agenda2030 => Agenda(),
            MemoSource.FollowUp => FollowUp(),
            MemoSource.OverallView => Differences(),
            MemoSource.Attachments => List(Attachments()),
            _ => "",
        };

    private string Proposal() => _level is null || _to is not { } to ? "" : $"{Name(to)} godkänner {_level.Name} för {Whose(_level)}.";

    private string Whose(AmbitionLevel level) =>
        _record.Units.Single(u => u.Id == level.BodyId).Kind == Domain.Organisations.UnitKind.Council
            ? "fullmäktiges mål för hållbar utveckling"
            : $"målen för {Name(level.BodyId)}";

    /// <summary>"Kommunstyrelsen beslutade 2022-03-09 § 70: Nytt delmål Tillgänglighet. Ärendet remitterades till …"</summary>
    private string Sentence(Decision decision)
    {
        var verb = decision.Kind == DecisionKind.Proposal ? "föreslog" : "behandlade";
        verb = decision is { Kind: DecisionKind.Decision, Outcome: null or DecisionOutcome.Approved } ? "beslutade" : verb;
        var outcome = decision.Outcome switch
        {
            DecisionOutcome.Rejected => " Det avslogs.",
            DecisionOutcome.SentBack => " Ärendet återremitterades.",
            DecisionOutcome.Tabled => " Ärendet bordlades.",
            DecisionOutcome.Referred => $" Ärendet remitterades till {Name(decision.ReferredToId!.Value)}.",
            _ => "",
        };
        var given = string.Concat(Given(decision).Select(g => $" {g}"));
        return $"{Name(decision.BodyId)} {verb} {When(decision)}: {Whole(decision.Subject)}{outcome}{given}";
    }

    private static string When(Decision decision) =>
        (decision.DayIsKnown ? Swedish.Date(decision.MeetingDate) : $"i {Swedish.Month(decision.MeetingDate)}")
        + (decision.Paragraph is { } p ? string.Create(CultureInfo.InvariantCulture, $" §{Swedish.NoBreak}{p}") : "");

    /// <summary>"Arbetsutskottet gav enligt 2022-02-23 § 38 kommunledningskontoret i uppdrag att …"</summary>
    private IEnumerable<string> Given(Decision decision) =>
        _record
            .Assignments.Where(a => a.DecisionId == decision.Id)
            .Select(a =>
                $"{Name(decision.BodyId)} gav enligt {When(decision)} {Name(a.UnitId)} i uppdrag: {Whole(a.Text)}"
                + (a.WithdrawnById is null ? "" : " Uppdraget är återtaget.")
            );

    private string Consultation()
    {
        if (_level is null)
        {
            return "";
        }

        var indicators = _record.AmbitionMeasures.Where(m => m.LevelId == _level.Id).Select(m => m.IndicatorId).ToHashSet();
        var owners = _record
            .Indicators.Where(i => indicators.Contains(i.Id) && i.OwnerId is not null)
            .Select(i => Name(i.OwnerId!.Value))
            .Distinct(StringComparer.Ordinal)
            .Order(Swedish.Order)
            .ToList();
        return owners.Count == 0 ? "" : $"Siffrorna i förslaget följs upp av {Swedish.And(owners)}.";
    }

    private string Goals() =>
        _goals.Count == 0 ? "" : $"Förslaget gäller {Swedish.And([.. _goals.Select(g => $"mål {g.Number} {g.ShortName}")])}.";

    private string Convention()
    {
        var goals = _goals.ToDictionary(g => g.Id);
        var effects = _record
            .ConventionEffects.Where(e => goals.ContainsKey(e.GoalId))
            .GroupBy(e => e.Article)
            .OrderBy(g => g.Key)
            .ToList();
        var hasTexts = effects.SelectMany(g => g).Any(e => e.Text is not null);
        return effects.Count == 0
            ? ""
            : string.Join(
                '\n',
                effects
                    .Select(g =>
                        $"| Artikel {g.Key} | {string.Join(", ", g.OrderBy(e => goals[e.GoalId].Number, StringComparer.Ordinal).Select(e => goals[e.GoalId].Number + (e.IsEspecially ? " (särskilt)" : "")))} | {Effect(g)} |{(hasTexts ? $" {Cell(string.Join(" ", g.Select(e => e.Text).OfType<string>().Distinct(StringComparer.Ordinal)))} |" : "")}"
                    )
                    .Prepend($"| --- | --- | --- |{(hasTexts ? " --- |" : "")}")
                    .Prepend($"| Artikel | Mål | Effekt |{(hasTexts ? " Varför |" : "")}")
            );
    }

    private static string Effect(IEnumerable<ConventionEffect> effects) =>
        string.Join(
            ", ",
            effects
                .Select(e =>
                    e.Effect switch
                    {
                        > 0 => "positiv",
                        < 0 => "negativ",
                        _ => "ingen",
                    }
                )
                .Distinct(StringComparer.Ordinal)
        );

    private string Agenda()
    {
        var goals = _goals.Select(g => g.Id).ToHashSet();
        var numbers = _record.GlobalGoals.Where(l => goals.Contains(l.GoalId)).Select(l => l.GlobalGoal).Distinct().Order().ToList();
        return numbers.Count == 0
            ? ""
            : $"Målen hör ihop med {Swedish.And([.. numbers.Select(n => $"mål {Canonical.Text((int?)n)}")])} i Agenda 2030.";
    }

    private string FollowUp() =>
        _level is null
            ? ""
            : (
                _level.ForFollowUpsFrom is { } first
                    ? $"Nivån används från och med uppföljningen per {Swedish.LongDate(first)}. "
                    : "Uppföljning görs per april, per augusti och i årsredovisningen. "
            ) + "Nivån utvärderas när mål, delmål eller program ändras, och när det annars behövs.";

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
                        _record.Decisions.FirstOrDefault(d => d.Id == l.DecisionId) is { } decision
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

    private static string Whole(string sentence) => sentence.TrimEnd() is var s && s.EndsWith('.') ? s : $"{s}.";

    private string Name(UnitId unit) => _record.Units.Single(u => u.Id == unit).Name;
}
