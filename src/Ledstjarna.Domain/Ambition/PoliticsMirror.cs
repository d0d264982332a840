using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.Ambition;

/// <summary>A phrase of what a goal means, and the areas that mirror it.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="Areas">Those that point to it and hold something that is measured or done.</param>
/// <param name="Empty">Those that point to it and hold nothing yet.</param>
public sealed record MirroredPhrase(Clarification Phrase, IReadOnlyList<AmbitionArea> Areas, IReadOnlyList<AmbitionArea> Empty);

/// <summary>How one goal's politics is mirrored in what is measured.</summary>
public sealed class PoliticsMirror
{
    /// <param name="record">What is steered by.</param>
    /// <param name="content">The level.</param>
    /// <param name="goal">A goal at the top.</param>
    /// <param name="day">The day whose clarifications and experts' targets count.</param>
    public PoliticsMirror(SteeringRecord record, LevelContent content, Goal goal, DateOnly day)
    {
        Goal = goal;
        var below = GoalRules.Below(record, goal.Id).Select(g => g.Id).Append(goal.Id).ToHashSet();
        Areas = [.. content.Areas.Where(a => below.Contains(a.ParentId ?? a.GoalId)).OrderBy(a => a.Number, StringComparer.Ordinal)];
        var filled = content.Measures.Select(m => m.AreaId).ToHashSet();
        Phrases =
        [
            .. record
                .Clarifications.Where(c => c.GoalId == goal.Id && !(c.LastDay < day))
                .OrderBy(c => c.Number)
                .Select(c => (Phrase: c, By: Areas.Where(a => a.Mirrors.Contains(c.Number)).ToLookup(a => filled.Contains(a.GoalId))))
                .Select(c => new MirroredPhrase(c.Phrase, [.. c.By[true]], [.. c.By[false]])),
        ];
        var numbers = Phrases.Select(p => p.Phrase.Number).ToHashSet();
        MirrorNothing = [.. Areas.Where(a => !a.Mirrors.Any(numbers.Contains))];
        var areas = Areas.Select(a => a.GoalId).ToHashSet();
        var indicators = content.Measures.Where(m => areas.Contains(m.AreaId)).Select(m => m.IndicatorId).OfType<IndicatorId>().ToHashSet();
        Indicators = [.. record.Indicators.Where(i => indicators.Contains(i.Id))];
        var political = content.Targets.Select(t => t.IndicatorId).ToHashSet();
        Political = [.. Indicators.Where(i => political.Contains(i.Id))];
        Expert =
        [
            .. Indicators
                .Where(i => !political.Contains(i.Id))
                .SelectMany(i => LevelContent.InForce(record, i.Id, day).Where(t => t.Provenance == Provenance.Expert)),
        ];
        WithoutTarget = [.. Indicators.Where(i => !political.Contains(i.Id) && Expert.All(t => t.IndicatorId != i.Id))];
    }

    public Goal Goal { get; }

    public IReadOnlyList<AmbitionArea> Areas { get; }

    public IReadOnlyList<MirroredPhrase> Phrases { get; }

    /// <summary>Phrases that no area with something in it mirrors.</summary>
    public IEnumerable<Clarification> Unmeasured => Phrases.Where(p => p.Areas.Count == 0).Select(p => p.Phrase);

    /// <summary>Areas that mirror no phrase there is.</summary>
    public IReadOnlyList<AmbitionArea> MirrorNothing { get; }

    /// <summary>Each once, though it may stand in several areas.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    public int Count(QualityKind quality) => Indicators.Count(i => i.Quality == quality);

    /// <summary>Those with a political target in the level.</summary>
    public IReadOnlyList<Indicator> Political { get; }

    /// <summary>Experts' targets of the others, with what they come from.</summary>
    public IReadOnlyList<Target> Expert { get; }

    public IReadOnlyList<Indicator> WithoutTarget { get; }
}
