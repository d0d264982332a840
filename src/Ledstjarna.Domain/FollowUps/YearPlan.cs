using Ledstjarna.Domain.Ambition;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>A year's ordinary follow-ups, made from those of the year before (årshjul).</summary>
public static class YearPlan
{
    /// <summary>
    /// The three ordinary follow-ups of a year: dates as the year before, moved a year; where there was none, what the law and custom say.
    /// Those that are there already are left out.
    /// </summary>
    /// <param name="record">What is steered by.</param>
    /// <param name="year">The year.</param>
    /// <param name="newId">Gives a new id each time.</param>
    /// <exception cref="DomainRuleException">No goals are valid in the year.</exception>
    public static IReadOnlyList<FollowUp> Of(SteeringRecord record, int year, Func<Guid> newId) =>
        [
            .. from usual in Usual(year)
            where record.FollowUps.All(f => f.CutOff != usual.CutOff)
            let last = record.FollowUps.Where(f => f.Kind == usual.Kind && f.CutOff < usual.CutOff).MaxBy(f => f.CutOff)
            select Made(record, usual, last, newId()),
        ];

    /// <summary>The structure, level and principle that hold for a cut-off, as a follow-up is made with them.</summary>
    /// <exception cref="DomainRuleException">No goals are valid on the day.</exception>
    private static FollowUp Held(SteeringRecord record, FollowUp followUp)
    {
        var structure =
            record.Structures.OrderByDescending(s => s.Validity.From).FirstOrDefault(s => s.Validity.Includes(followUp.CutOff))
            ?? throw new DomainRuleException(RuleCode.StructureUnknown, "cutOff");
        var level = Situation.LevelOn(record, structure, followUp.CutOff);
        return followUp with { StructureId = structure.Id, LevelId = level?.Id, PrincipleId = level?.PrincipleId ?? structure.PrincipleId };
    }

    /// <summary>Whether the level a follow-up is held against was decided after its cut-off.</summary>
    public static bool LevelIsLater(SteeringRecord record, FollowUp followUp) =>
        record.AmbitionLevels.FirstOrDefault(l => l.Id == followUp.LevelId) is { } level
        && new LevelHistory(record, level.BodyId).DecidedAfter(level, followUp.CutOff);

    private static FollowUp Made(SteeringRecord record, FollowUp usual, FollowUp? last, Guid id)
    {
        var years = last is null ? 0 : usual.CutOff.Year - last.CutOff.Year;
        // A follow-up that was put off says nothing of when the next one is.
        DateOnly? Moved(DateOnly? then, DateOnly? without) => then < last?.CutOff.AddYears(1) ? then?.AddYears(years) : without;
        return Held(
            record,
            usual with
            {
                OrganisationId = record.Organisation.OrganisationId,
                Id = new FollowUpId(id),
                KnownAt = Moved(last?.KnownAt, usual.KnownAt)!.Value,
                ExpertsBy = Moved(last?.ExpertsBy, usual.ExpertsBy),
                UnitsBy = Moved(last?.UnitsBy, usual.UnitsBy),
                BoardBy = Moved(last?.BoardBy, usual.BoardBy),
                RemindDaysBefore = last?.RemindDaysBefore ?? usual.RemindDaysBefore,
            }
        );
    }

    private static IEnumerable<FollowUp> Usual(int year)
    {
        yield return Day(FollowUpKind.Tertial1, new DateOnly(year, 4, 30));
        yield return Day(FollowUpKind.Tertial2, new DateOnly(year, 8, 31));
        yield return Day(FollowUpKind.Annual, new DateOnly(year, 12, 31));

        static FollowUp Day(FollowUpKind kind, DateOnly cutOff) =>
            new()
            {
                OrganisationId = default,
                Id = default,
                Kind = kind,
                CutOff = cutOff,
                KnownAt = cutOff.AddDays(20),
                Horizon = kind == FollowUpKind.Annual ? null : new DateOnly(cutOff.Year, 12, 31),
                StructureId = default,
                PrincipleId = default,
                ExpertsBy = cutOff.AddDays(14),
                UnitsBy = cutOff.AddDays(28),
                BoardBy = cutOff.AddDays(42),
                RemindDaysBefore = 5,
            };
    }
}
