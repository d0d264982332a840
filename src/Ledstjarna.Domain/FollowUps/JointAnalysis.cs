using System.Text.RegularExpressions;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>Where someone has judged otherwise than what lay under it.</summary>
/// <param name="Subject">What kind of thing.</param>
/// <param name="Of">The goal's number, or the indicator's or activity's code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Layers">All three.</param>
public sealed record Departure(Subject Subject, string Of, string Name, Layers Layers);

/// <summary>What a unit said of a group, for one goal.</summary>
public sealed record GroupSaid(string Group, Goal Goal, UnitId Unit, ReportedEffect Effect, bool IsExample);

/// <summary>A measure that a unit proposes in its report.</summary>
/// <param name="Goal">For which goal.</param>
/// <param name="Unit">Whose words.</param>
/// <param name="Text">As it stands in the report; Markdown.</param>
/// <param name="IsExample">Whether the report is invented.</param>
public sealed record MeasureSaid(Goal Goal, UnitId Unit, string Text, bool IsExample);

/// <summary>A follow-up's joint analysis (gemensam analys): what the management and the board need to talk about, on the axis that leads.</summary>
public sealed partial class JointAnalysis
{
    private readonly SteeringRecord _record;
    private readonly IReadOnlyList<Request> _requests;

    /// <param name="situation">The follow-up's day.</param>
    /// <param name="requests">What units were asked and have said. Drafts are left out.</param>
    public JointAnalysis(Situation situation, IReadOnlyList<Request> requests)
    {
        (Situation, _record, _requests) = (situation, situation.Record.Thawed, [.. requests.Where(r => r.IsReported)]);
        Asked = requests.Count;
        Weak =
        [
            .. situation
                .Goals.Where(g => g.Level < 2)
                .Where(g =>
                    situation.Rating(g).Effective is Status.NotAchieved or Status.CannotBeAssessed || !situation.Rating(g).IsSettled
                )
                .OrderBy(Weight)
                .ThenBy(g => g.Kind),
        ];
        Departures = [.. All().Where(d => Departs(d.Layers))];
        Effects =
        [
            .. from r in _requests
            let goal = GoalOf(r)
            where goal is not null
            from e in r.Report.Effects
            orderby e.Effect descending, e.Group
            select new GroupSaid(e.Group.Trim(), goal, r.UnitId, e, r.IsExample),
        ];
        Measures =
        [
            .. from r in _requests
            let goal = GoalOf(r)
            where goal is not null
            from line in Lines(r.Report.Measures)
            select new MeasureSaid(goal, r.UnitId, line, r.IsExample),
        ];
        Proposals = [.. _record.Proposals.Where(p => p.FollowUpId == situation.FollowUp?.Id).OrderBy(p => p.Due)];
    }

    public Situation Situation { get; }

    /// <summary>How many reports were asked for.</summary>
    public int Asked { get; }

    /// <summary>How many of them have come.</summary>
    public int Reported => _requests.Count;

    /// <summary>Goals and their parts that are red, cannot be assessed, or may still change; the worst first.</summary>
    public IReadOnlyList<Goal> Weak { get; }

    /// <summary>In the goals' order, then indicators and activities.</summary>
    public IReadOnlyList<Departure> Departures { get; }

    /// <summary>Those that turned out worse first.</summary>
    public IReadOnlyList<GroupSaid> Effects { get; }

    /// <summary>What units propose, and nothing has been made of yet or has.</summary>
    public IReadOnlyList<MeasureSaid> Measures { get; }

    /// <summary>What the analysis has ended in, the soonest first.</summary>
    public IReadOnlyList<Proposal> Proposals { get; }

    /// <summary>What was made of a unit's measure, in this follow-up or an earlier where it stood in the same words. Null: nothing yet.</summary>
    public Proposal? MadeOf(MeasureSaid measure) =>
        _record.Proposals.LastOrDefault(p => (p.GoalId, p.SourceUnitId, p.Source) == (measure.Goal.Id, measure.Unit, measure.Text));

    /// <summary>Whether a goal is another, lies under it or contributes to it.</summary>
    public bool BelongsTo(Goal goal, Goal top) =>
        goal.Id == top.Id
        || Situation.Record.Contributions.Any(c => c.GoalId == goal.Id && c.CouncilGoalId == top.Id)
        || (Situation.Goals.FirstOrDefault(g => g.Id == goal.ParentId) is { } parent && BelongsTo(parent, top));

    /// <summary>Somebody said otherwise than what stood there; where nothing could be computed, someone only filled a gap.</summary>
    private static bool Departs(Layers layers) =>
        (layers.Expert is { } e && layers.Computed.IsRated() && e.Status != layers.Computed)
        || (layers.Decided is { } d && d.Status != layers.UnderDecided);

    private IEnumerable<Departure> All()
    {
        var result = Situation.Leading;
        foreach (var goal in Situation.Goals)
        {
            yield return new Departure(Subject.Goal, goal.Number, goal.ShortName, Situation.Rating(goal).Layers);
        }

        foreach (var indicator in Situation.Record.Indicators)
        {
            if (result.FindIndicator(Subject.Indicator.IdOf(indicator.Code)) is { } rating)
            {
                yield return new Departure(Subject.Indicator, indicator.Code, indicator.Name, rating.Layers);
            }
        }

        foreach (var activity in Situation.Record.Activities)
        {
            if (result.FindActivity(Subject.Activity.IdOf(activity.Code)) is { } rating)
            {
                yield return new Departure(Subject.Activity, activity.Code, activity.Name, rating.Layers);
            }
        }
    }

    private Goal? GoalOf(Request request) => Situation.Goals.FirstOrDefault(g => g.Id == request.GoalId);

    private int Weight(Goal goal) =>
        Situation.Rating(goal).Effective switch
        {
            Status.NotAchieved => 0,
            Status.CannotBeAssessed => 1,
            _ => 2,
        };

    /// <summary>Each point of a list is a measure, with the lines that go on from it; so is what stands before the first.</summary>
    private static IEnumerable<string> Lines(string? text)
    {
        var measures = new List<string>();
        foreach (var line in (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var point = Point().Match(line);
            if (point.Success || measures.Count == 0)
            {
                measures.Add(line[point.Length..].Trim());
            }
            else
            {
                measures[^1] += $" {line}";
            }
        }

        return measures.Where(m => m.Length > 0);
    }

    [GeneratedRegex(@"^([-*+]|\d{1,3}[.)])\s+", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Point();
}
