using System.Globalization;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.Editing;
using Ledstjarna.App.Features.Goals;
using Ledstjarna.App.Features.Indicators;
using Ledstjarna.App.Features.Matters;
using Ledstjarna.App.Features.Overview;
using Ledstjarna.App.Features.Principles;
using Ledstjarna.App.Features.Units;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Features.Search;

/// <summary>Where a text is read, and what must be known of it before it is opened.</summary>
/// <param name="Address">The page, on a day and at a place where the text stands.</param>
/// <param name="Code">The number or code before the name, with what parts them; empty for none.</param>
/// <param name="Name">What it is called; of a part of something, what that is called.</param>
/// <param name="What">The kind of thing in words.</param>
/// <param name="Note">Whose it is or when it holds, as a sentence without its full stop; null for nothing.</param>
/// <param name="IsOver">It holds no more.</param>
/// <param name="IsExample">It is invented.</param>
public sealed record FoundPlace(
    string Address,
    string Code,
    string Name,
    string What,
    string? Note = null,
    bool IsOver = false,
    bool IsExample = false
);

/// <summary>Finds where a text is read.</summary>
internal sealed class FoundPlaces(Place place)
{
    private readonly SteeringRecord _record = place.Record;
    private readonly OpenDays _days = new(place);
    private Dictionary<Guid, RecordedObservation>? _observations;

    /// <summary>Null: it was taken away while it was looked for.</summary>
    public FoundPlace? Of(TextHit hit)
    {
        var dot = hit.Id.IndexOf('.', StringComparison.Ordinal);
        var id = Guid.Parse(dot < 0 ? hit.Id : hit.Id[..dot]);
        var part = hit.Id[(dot + 1)..];
        return hit.Kind switch
        {
            "Goal" => Goal(id) is { } goal ? OfGoal(goal) : null,
            "Clarification" => _record.Clarifications.FirstOrDefault(c => c.GoalId.Value == id && c.Number == Number(part)) is { } c
                ? OfPart(c.GoalId, $"Förtydligande {c.Number}", "fortydligande", c.LastDay, c.IsExample)
                : null,
            "ExpectedOutcome" => _record.ExpectedOutcomes.FirstOrDefault(o => o.GoalId.Value == id && o.BudgetYear == Number(part)) is { } o
                ? OfPart(
                    o.GoalId,
                    o.BudgetYear == 0 ? "Förväntat under perioden" : $"Förväntat budgetåret {o.BudgetYear}",
                    "forvantat",
                    null,
                    o.IsExample
                )
                : null,
            "Strategy" => _record.Strategies.FirstOrDefault(s => s.Id.Value == id) is { } strategy ? OfStrategy(strategy) : null,
            "Indicator" => Indicator(id) is { } indicator ? OfIndicator(indicator) : null,
            "Activity" => _record.Activities.FirstOrDefault(a => a.Id.Value == id) is { } activity ? OfActivity(activity) : null,
            "Decision" => OfDecision(id),
            "Matter" => _record.Matters.FirstOrDefault(m => m.Id.Value == id) is { } matter
                ? new(
                    MattersLinks.Matter(place, matter.Id),
                    $"{matter.DiaryNumber} ",
                    matter.Title,
                    "Ärende",
                    null,
                    false,
                    matter.IsExample
                )
                : null,
            "Judgement" => OfJudgement(id),
            "Document" => OfDocument(id),
            "Unit" => _record.Units.FirstOrDefault(u => u.Id.Value == id) is { } unit ? OfUnit(unit) : null,
            "Note" => OfNote(id),
            "Break" => Indicator(id) is { } broken
                ? OfIndicator(broken) with
                {
                    Address = IndicatorsLinks.Indicator(place, broken.Code) + "#tid",
                    What = $"Omläggning {part}",
                }
                : null,
            "Principle" => _record.Principles.FirstOrDefault(p => p.Id.Value == id) is { } p
                ? new($"{PrinciplesLinks.All(place)}#{Uri.EscapeDataString(p.Key)}", "", p.Name, "Princip för bedömning")
                : null,
            "Vision" => _record.Visions.FirstOrDefault(v => v.Id.Value == id) is { } v
                ? new(
                    v == _record.Visions[^1] ? OverviewLinks.Overview(place) : EditingLinks.Edit(place, "vision", hit.Id),
                    "",
                    v.Name,
                    "Vision"
                )
                : null,
            _ => null,
        };
    }

    private FoundPlace OfGoal(Goal goal)
    {
        var structure = Structure(goal);
        var held = Held(goal);
        return new(
            GoalsLinks.Goal(place.On(_days.Within(goal.Validity, goal.StructureId)), goal.Number),
            $"{goal.Number}. ",
            goal.ShortName,
            Swedish.Capital(structure.LevelName(goal.Level)),
            string.Join(". ", new[] { goal.Kind == GoalKind.Committee ? Unit(goal.UnitId)?.Name : null, Holds(held) }.OfType<string>()),
            IsOver(held.To),
            goal.IsExample
        );
    }

    private FoundPlace? OfPart(GoalId id, string what, string at, DateOnly? lastDay, bool isExample)
    {
        if (Goal(id.Value) is not { } goal || OfGoal(goal) is not { } whole)
        {
            return null;
        }

        var held = new Validity(goal.Validity.From, Earlier(goal.Validity.To, lastDay, goal.Validity.From));
        return whole with
        {
            Address = $"{GoalsLinks.Goal(place.On(_days.Within(held, goal.StructureId)), goal.Number)}#{at}",
            What = what,
            Note = IsOver(lastDay) ? $"Upphörde {Swedish.Date(lastDay!.Value)}" : whole.Note,
            IsOver = whole.IsOver || IsOver(lastDay),
            IsExample = isExample,
        };
    }

    private FoundPlace? OfStrategy(Strategy strategy)
    {
        var found = OfPart(strategy.GoalId, "Politisk strategi", "strategi", null, false);
        if (found is null || strategy.State == StrategyState.Adopted && Goal(strategy.GoalId.Value)!.Kind == GoalKind.Council)
        {
            return IsOver(strategy.LastDay)
                ? found! with
                {
                    Note = $"Upphörde {Swedish.Date(strategy.LastDay!.Value)}",
                    IsOver = true,
                }
                : found;
        }

        return found with
        {
            Address = EditingLinks.Edit(place, "strategi", strategy.Id.Value.ToString()),
            What = strategy.State switch
            {
                StrategyState.Proposed => "Föreslagen strategi",
                StrategyState.Rejected => "Avslagen strategi",
                _ => "Politisk strategi",
            },
        };
    }

    private FoundPlace OfIndicator(Indicator indicator)
    {
        var times = Times(_record.Measures.Where(m => m.IndicatorId == indicator.Id));
        var isOver = times.Count > 0 && times.All(t => IsOver(t.Validity.To));
        return new(
            IndicatorsLinks.Indicator(place.On(_days.Among(times)), indicator.Code),
            "",
            indicator.Name,
            "Indikator",
            isOver ? $"Räknades i målen till {Swedish.Date(times.Max(t => t.Validity.To)!.Value)}" : null,
            isOver,
            indicator.IsExample
        );
    }

    private FoundPlace? OfActivity(Activity activity)
    {
        var measures = _record.Measures.Where(m => m.ActivityId == activity.Id).ToList();
        var times = Times(measures);
        var note = activity.FinishedOn is { } day
            ? $"Klar {Swedish.Date(day)}"
            : $"{StatusWords.Name(activity.State)}, ska vara klar {Swedish.Date(activity.Due)}";
        if (times.Count == 0)
        {
            return new(
                EditingLinks.Edit(place, "aktivitet", activity.Id.Value.ToString()),
                "",
                activity.Name,
                "Aktivitet",
                note,
                false,
                activity.IsExample
            );
        }

        var best = times.Select((t, n) => (t, n)).OrderByDescending(x => x.t.Validity.To ?? DateOnly.MaxValue).First();
        var goal = Goal(measures[best.n].GoalId.Value)!;
        return new(
            GoalsLinks.Goal(place.On(_days.Within(best.t.Validity, best.t.Structure)), goal.Number) + "#delar",
            "",
            activity.Name,
            $"Aktivitet i mål {goal.Number}",
            note,
            IsOver(best.t.Validity.To),
            activity.IsExample
        );
    }

    private FoundPlace? OfDecision(Guid id) =>
        _record.Decisions.FirstOrDefault(d => d.Id.Value == id) is { } decision && Unit(decision.BodyId) is { } body
            ? new(
                DecisionLink.Of(_record, decision),
                PlaceWords.Reference(_record, decision) + ": ",
                decision.Subject,
                "Beslut",
                body.Name,
                false,
                decision.IsExample
            )
            : null;

    private FoundPlace? OfJudgement(Guid id)
    {
        if (
            _record.Judgements.FirstOrDefault(j => j.Id.Value == id) is not { } judgement
            || _record.FollowUps.FirstOrDefault(f => f.Id == judgement.FollowUpId) is not { } followUp
        )
        {
            return null;
        }

        var at = place.On(_days.On(followUp.CutOff));
        var what = $"Bedömning, {PlaceWords.Name(followUp).ToLower(Swedish.Culture)}";
        return judgement.Subject == Subject.Indicator
            ? _record.Indicators.FirstOrDefault(i => i.Code == judgement.Of) is { } indicator
                ? new(IndicatorsLinks.Indicator(at, indicator.Code), "", indicator.Name, what, judgement.By, false, judgement.IsExample)
                : null
            : _record.Goals.FirstOrDefault(g =>
                g.StructureId == followUp.StructureId && g.Number == judgement.Of && g.Validity.Includes(followUp.CutOff)
            )
                is { } goal
                ? new(
                    GoalsLinks.Goal(at, goal.Number) + "#tre",
                    $"{goal.Number}. ",
                    goal.ShortName,
                    what,
                    judgement.By,
                    false,
                    judgement.IsExample
                )
                : null;
    }

    private FoundPlace? OfDocument(Guid id)
    {
        if (_record.Documents.FirstOrDefault(d => d.Id.Value == id) is not { } document)
        {
            return null;
        }

        return new(
            document.Address ?? EditingLinks.Edit(place, "styrdokument", id.ToString()),
            "",
            document.Title,
            "Styrdokument",
            Holds(document.Validity),
            IsOver(document.Validity.To)
        );
    }

    private FoundPlace OfUnit(Unit unit) =>
        new(
            UnitsLinks.Unit(place.On(_days.Within(unit.Validity)), unit.Abbreviation),
            "",
            unit.Name,
            $"{UnitWords.Kind(unit.Kind)}, {unit.Abbreviation}",
            unit.Validity == Validity.Always ? null : $"Finns {UnitWords.Dates(unit.Validity)}",
            IsOver(unit.Validity.To)
        );

    private FoundPlace? OfNote(Guid id)
    {
        _observations ??= _record.Observations.ToDictionary(o => o.Id.Value);
        return _observations.TryGetValue(id, out var observation) && Indicator(observation.IndicatorId.Value) is { } indicator
            ? new(
                IndicatorsLinks.Indicator(place.On(_days.Knowing(observation.Period.End, observation.RecordedOn)), indicator.Code) + "#tid",
                "",
                indicator.Name,
                $"Anmärkning, {observation.Period}",
                null,
                false,
                observation.IsExample
            )
            : null;
    }

    /// <summary>When each of some measures counts, in the same order.</summary>
    private List<(Validity Validity, GoalStructureId? Structure)> Times(IEnumerable<Measure> measures) =>
        [
            .. from measure in measures
            let goal = Goal(measure.GoalId.Value)
            let held = Held(goal)
            select (new Validity(held.From, Earlier(held.To, measure.LastDay, held.From)), (GoalStructureId?)goal.StructureId),
        ];

    /// <summary>When a goal holds: no longer than its structure.</summary>
    private Validity Held(Goal goal)
    {
        var structure = Structure(goal).Validity;
        var from = goal.Validity.From is { } f && !(f < structure.From) ? f : structure.From;
        return new Validity(from, Earlier(structure.To, goal.Validity.To, from));
    }

    /// <summary>The earlier of two last days, but not before the first day.</summary>
    private static DateOnly? Earlier(DateOnly? to, DateOnly? other, DateOnly? from)
    {
        var last = to is null || other < to ? other : to;
        return last < from ? from : last;
    }

    private string? Holds(Validity validity) =>
        validity == Validity.Always ? null
        : IsOver(validity.To) ? $"Gällde {UnitWords.Dates(validity)}"
        : $"Gäller {UnitWords.Dates(validity)}";

    private bool IsOver(DateOnly? lastDay) => lastDay < place.Today;

    private GoalStructure Structure(Goal goal) => _record.Structures.Single(s => s.Id == goal.StructureId);

    private Goal? Goal(Guid id) => _record.Goals.FirstOrDefault(g => g.Id.Value == id);

    private Indicator? Indicator(Guid id) => _record.Indicators.FirstOrDefault(i => i.Id.Value == id);

    private Unit? Unit(UnitId? id) => id is null ? null : _record.Units.FirstOrDefault(u => u.Id == id);

    private static int Number(string text) => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
}
