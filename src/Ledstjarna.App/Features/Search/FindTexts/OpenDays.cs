using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.Search;

/// <summary>On which day something can be seen: the one that pages show anyhow if that will do, or else the latest that tells most.</summary>
internal sealed class OpenDays(Place place)
{
    private readonly DateOnly _usual = Situation.LatestDay(place.Record, place.Today);

    /// <summary>A day for an address; null when the usual one will do, or when there is no such day.</summary>
    /// <param name="validity">When the thing is there.</param>
    /// <param name="structure">The structure it belongs to. Null: any.</param>
    public DateOnly? Within(Validity validity, GoalStructureId? structure = null) => Among([(validity, structure)]);

    /// <summary>The same of something that is there at several times.</summary>
    public DateOnly? Among(IReadOnlyList<(Validity Validity, GoalStructureId? Structure)> times)
    {
        if (
            times.Any(t =>
                t.Validity.Includes(_usual)
                && StructureOn(_usual) is { } s
                && t.Structure is var wanted
                && (wanted is null || wanted == s.Id)
            )
        )
        {
            return null;
        }

        var followUps = place.Record.FollowUps.Where(f =>
            times.Any(t => t.Validity.Includes(f.CutOff) && (t.Structure is null || t.Structure == f.StructureId))
        );
        if (followUps.OrderBy(f => f.CutOff).LastOrDefault() is { } latest)
        {
            return latest.CutOff;
        }

        var days =
            from time in times
            from structure in place.Record.Structures
            where time.Structure is null || time.Structure == structure.Id
            let first = Later(time.Validity.From, structure.Validity.From)
            let last = Earlier(time.Validity.To, structure.Validity.To)
            where first is null || last is null || first <= last
            select place.Today < first ? first
            : place.Today > last ? last
            : place.Today;
        return days.OrderBy(d => d).LastOrDefault();
    }

    /// <summary>The day itself, for an address; null when it is the usual one.</summary>
    public DateOnly? On(DateOnly day) => day == _usual ? null : day;

    /// <summary>The usual day if what was recorded then is known there, or else today.</summary>
    public DateOnly? Knowing(DateOnly end, DateOnly recorded)
    {
        var knownAt = place.Record.FollowUps.FirstOrDefault(f => f.CutOff == _usual)?.KnownAt;
        return end <= _usual && !(recorded > knownAt) || StructureOn(place.Today) is null ? null : On(place.Today);
    }

    private GoalStructure? StructureOn(DateOnly day) =>
        place.Record.FollowUps.FirstOrDefault(f => f.CutOff == day) is { } followUp
            ? place.Record.Structures.FirstOrDefault(s => s.Id == followUp.StructureId)
            : place.Record.Structures.FirstOrDefault(s => s.Validity.Includes(day));

    private static DateOnly? Later(DateOnly? a, DateOnly? b) => a is null || b > a ? b : a;

    private static DateOnly? Earlier(DateOnly? a, DateOnly? b) => a is null || b < a ? b : a;
}
