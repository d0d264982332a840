using Ledstjarna.App.Words;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Organisations;

namespace Ledstjarna.App.Forms;

/// <summary>Options made of what is in the record.</summary>
public static class Choices
{
    public static IReadOnlyList<Option> Of<T>(Func<T, string> name)
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(v => new Option(v.ToString(), name(v)))];

    public static IReadOnlyList<Option> Units(SteeringRecord record, Func<Unit, bool>? among = null) =>
        [
            .. record
                .Units.Where(among ?? (_ => true))
                .OrderBy(u => u.Name, Swedish.Order)
                .Select(u => new Option(u.Id.Value.ToString(), u.Name)),
        ];

    public static IReadOnlyList<Option> Structures(SteeringRecord record) =>
        [.. record.Structures.OrderByDescending(s => s.Validity.From).Select(s => new Option(s.Id.Value.ToString(), s.Name))];

    /// <summary>Under each structure, the newest first, in the tree's order.</summary>
    public static IReadOnlyList<Option> Goals(SteeringRecord record, Func<Goal, bool>? among = null) =>
        [
            .. record
                .Structures.OrderByDescending(s => s.Validity.From)
                .SelectMany(s =>
                    InOrder(record, s.Id).Where(among ?? (_ => true)).Select(g => new Option(g.Id.Value.ToString(), Name(g), s.Name))
                ),
        ];

    public static IReadOnlyList<Option> Indicators(SteeringRecord record) =>
        [.. record.Indicators.OrderBy(i => i.Name, Swedish.Order).Select(i => new Option(i.Id.Value.ToString(), $"{i.Name} ({i.Code})"))];

    public static IReadOnlyList<Option> Activities(SteeringRecord record) =>
        [.. record.Activities.OrderBy(a => a.Name, Swedish.Order).Select(a => new Option(a.Id.Value.ToString(), a.Name))];

    /// <summary>The newest first.</summary>
    public static IReadOnlyList<Option> Decisions(SteeringRecord record) =>
        [
            .. record
                .Decisions.OrderByDescending(d => d.MeetingDate)
                .ThenByDescending(d => d.Paragraph)
                .Select(d => new Option(d.Id.Value.ToString(), $"{PlaceWords.Reference(record, d)} {d.Subject}")),
        ];

    public static IReadOnlyList<Option> Matters(SteeringRecord record) =>
        [
            .. record
                .Matters.OrderByDescending(m => m.DiaryNumber, Swedish.Order)
                .Select(m => new Option(m.Id.Value.ToString(), $"{m.DiaryNumber} {m.Title}")),
        ];

    /// <summary>The newest first: those that bring something into force.</summary>
    public static IReadOnlyList<Option> DecisionsInForce(SteeringRecord record) =>
        [.. Decisions(record).Where(o => record.Decisions.Any(d => d.BringsIntoForce && d.Id.Value.ToString() == o.Value))];

    public static IReadOnlyList<Option> Documents(SteeringRecord record) =>
        [.. record.Documents.Select(d => new Option(d.Id.Value.ToString(), d.Title))];

    public static IReadOnlyList<Option> Principles(SteeringRecord record) =>
        [.. record.Principles.Select(p => new Option(p.Id.Value.ToString(), p.Name))];

    public static string Name(Goal goal) => $"{goal.Number}. {goal.ShortName}";

    public static string StructureName(SteeringRecord record, Goal goal) => record.Structures.Single(s => s.Id == goal.StructureId).Name;

    /// <summary>A structure's goals as in its tree: each before what lies under it.</summary>
    public static IEnumerable<Goal> InOrder(SteeringRecord record, Domain.GoalStructureId structure)
    {
        var children = record
            .Goals.Where(g => g.StructureId == structure)
            .OrderBy(g => g.Kind)
            .ThenBy(g => g.Order)
            .ThenBy(g => g.Id.Value)
            .ToLookup(g => g.ParentId);
        return Under(null);

        IEnumerable<Goal> Under(Domain.GoalId? parent) => children[parent].SelectMany(g => Under(g.Id).Prepend(g));
    }
}
