using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.Goals;
using Ledstjarna.App.Features.Indicators;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>Something a decision governs, as it is read.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="What">What kind of thing, and whether the decision ended it.</param>
/// <param name="Address">Where it is seen; null where it has no page of its own.</param>
internal sealed record GovernedName(string Name, string What, string? Address);

/// <summary>All that a decision governs, in words.</summary>
internal static class GovernedNames
{
    public static IEnumerable<GovernedName> Of(Place place, DecisionId decision) =>
        Governance
            .By(place.Record, decision)
            .Select(r => Of(place, r.Thing) is { } name ? name with { What = r.Ends ? $"{name.What}, avslutas" : name.What } : null)
            .OfType<GovernedName>()
            .DistinctBy(n => (n.Name, n.What));

    /// <summary>Null: assignments and levels are told of elsewhere on the page.</summary>
    private static GovernedName? Of(Place place, object thing)
    {
        var record = place.Record;
        return thing switch
        {
            Vision v => new(v.Name, "vision", place.Url("")),
            GoalStructure s => new(s.Name, "målstruktur", At(place, s.Validity.From, "maltrad")),
            Goal g => OfGoal(place, g, record.Structures.Single(s => s.Id == g.StructureId).LevelName(g.Level)),
            Clarification c => OfGoal(place, record.Goals.Single(g => g.Id == c.GoalId), $"förtydligande {c.Number}"),
            Strategy s => OfGoal(place, record.Goals.Single(g => g.Id == s.GoalId), "strategi"),
            GoalSource s => OfGoal(place, record.Goals.Single(g => g.Id == s.GoalId), "underlag"),
            Target t => OfIndicator(place, t.IndicatorId, i => $"målvärde, {IndicatorWords.Target(i, t.Level())}"),
            Measure { IndicatorId: { } id } => OfIndicator(place, id, _ => "vad som mäts"),
            Measure m => new(record.Activities.Single(a => a.Id == m.ActivityId).Name, "aktivitet", null),
            GoverningDocument d => new(d.Title, "styrdokument", d.Address),
            FollowUp f => new(PlaceWords.Name(f), "uppföljning", $"{place.Url("")}?datum={Swedish.Date(f.CutOff)}"),
            FrozenFollowUp f when record.FollowUps.Single(x => x.Id == f.FollowUpId) is var of => new(
                PlaceWords.Name(of),
                f.IsWhole ? "uppföljning" : $"uppföljning, {record.Units.Single(u => u.Id == f.BodyId).Name}",
                $"{place.Url("")}?datum={Swedish.Date(of.CutOff)}"
            ),
            Correction c => new(
                $"Rättelse av {c.Of}",
                "rättelse",
                $"{place.Url("")}?datum={Swedish.Date(record.FollowUps.Single(x => x.Id == c.FollowUpId).CutOff)}"
            ),
            RecordedJudgement j => new($"Bedömning av {j.Of}", "organets egen bedömning", null),
            _ => null,
        };
    }

    private static GovernedName OfGoal(Place place, Goal goal, string what)
    {
        var from = goal.Validity.From ?? place.Record.Structures.Single(s => s.Id == goal.StructureId).Validity.From;
        return new(Choices.Name(goal), what, GoalsLinks.Goal(place.On(from), goal.Number));
    }

    private static GovernedName OfIndicator(Place place, IndicatorId id, Func<Indicator, string> what)
    {
        var indicator = place.Record.Indicators.Single(i => i.Id == id);
        return new(indicator.Name, what(indicator), IndicatorsLinks.Indicator(place, indicator.Code));
    }

    private static string At(Place place, DateOnly? day, string path) => place.On(day).Url(path);
}
