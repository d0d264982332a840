using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Indicators;
using Ledstjarna.Domain.Years;

namespace Ledstjarna.App.Features.Years;

/// <summary>What could be made simpler, and the draft of a level in which it would be.</summary>
public sealed class SimplifyView
{
    /// <param name="visit">Where and on which day.</param>
    /// <param name="draft">The id of the open level to work in. Null, or not one of them: the one made last.</param>
    public SimplifyView(Visit visit, string? draft)
    {
        Visit = visit;
        Found = Simplification.Of(visit.Situation);
        Drafts =
        [
            .. visit
                .Record.AmbitionLevels.Where(l => l.IsOpen && l.StructureId == visit.Situation.Structure.Id)
                .OrderByDescending(l => l.Id.Value),
        ];
        Draft = Drafts.FirstOrDefault(l => l.Id.Value.ToString() == draft) ?? (Drafts.Count > 0 ? Drafts[0] : null);
        MayChange = Draft is null ? visit.Actor.MaySomewhere(Right.ManageLevels) : visit.Actor.May(Right.ManageLevels, Draft.BodyId);
    }

    public Visit Visit { get; }

    /// <summary>The same place, with links to the day that is looked at.</summary>
    public Place Day => Visit.On(Visit.Situation.CutOff);

    public Simplification Found { get; }

    /// <summary>The open levels of the day's structure.</summary>
    public IReadOnlyList<AmbitionLevel> Drafts { get; }

    /// <summary>Where something would be ended. Null: there is none, and one must be made first.</summary>
    public AmbitionLevel? Draft { get; }

    public bool MayChange { get; }

    /// <summary>Where an indicator stands in the draft; in several areas perhaps.</summary>
    public IReadOnlyList<AmbitionMeasure> InDraft(Indicator indicator) =>
        Draft is null ? [] : [.. Visit.Record.AmbitionMeasures.Where(m => m.LevelId == Draft.Id && m.IndicatorId == indicator.Id)];

    /// <summary>Whether the draft sets a political target for an indicator, which would be left when it is no longer measured.</summary>
    public bool HasTargetInDraft(Indicator indicator) =>
        Visit.Record.AmbitionTargets.Any(t => t.LevelId == Draft?.Id && t.IndicatorId == indicator.Id);

    /// <summary>The area's number and name.</summary>
    public string AreaOf(AmbitionMeasure measure) =>
        Visit.Record.AmbitionAreas.FirstOrDefault(a => a.LevelId == measure.LevelId && a.GoalId == measure.AreaId) is { } area
            ? $"{area.Number} {area.ShortName}"
            : "";

    /// <summary>The indicator that could take another's place: the one that it nearly repeats.</summary>
    public Indicator? MergesWith(Simplifiable found) =>
        found.Findings.OfType<Repeats>().Select(r => r.Other).FirstOrDefault(o => InDraft(o).Count > 0);
}
