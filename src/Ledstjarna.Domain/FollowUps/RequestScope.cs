using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.Goals;
using Ledstjarna.Domain.Indicators;

namespace Ledstjarna.Domain.FollowUps;

/// <summary>Something a report says a status of.</summary>
/// <param name="Subject">What kind.</param>
/// <param name="Of">The goal's number, or the indicator's or activity's code.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Outcome">How it stands.</param>
/// <param name="Forecast">What is to be expected at the day the forecast is for. Null: there is none.</param>
/// <param name="Term">What is to be expected when the goals' period ends. Null: the same, or there is none.</param>
/// <param name="Evidence">What the lenses say of an indicator. Null: of another kind, or without a value.</param>
public sealed record ToJudge(
    Subject Subject,
    string Of,
    string Name,
    Layers Outcome,
    Layers? Forecast,
    Layers? Term,
    IndicatorRating? Evidence
)
{
    /// <summary>Whether the figures say nothing, so that a person has to.</summary>
    public bool NeedsPerson => Outcome.Computed == Status.CannotBeAssessed || Forecast?.Computed == Status.CannotBeAssessed;

    public Layers? On(Axis axis) =>
        axis switch
        {
            Axis.Outcome => Outcome,
            Axis.Forecast => Forecast,
            _ => Term,
        };
}

/// <summary>What one request asks for, as the goals stand in its follow-up: the unit's own figures under the goal, and what it judges.</summary>
public sealed class RequestScope
{
    /// <param name="situation">The follow-up's day.</param>
    /// <param name="request">The request.</param>
    public RequestScope(Situation situation, Request request)
    {
        Situation = situation;
        Goal = situation.Goals.FirstOrDefault(g => g.Id == request.GoalId);
        var record = situation.Record;
        var branch = Goal is null ? [] : Branch(situation, Goal).Select(g => g.Id).ToHashSet();
        var measures = situation.Measures.Where(m => branch.Contains(m.GoalId)).ToList();
        Indicators =
        [
            .. measures
                .Select(m => record.Indicators.FirstOrDefault(i => i.Id == m.IndicatorId))
                .OfType<Indicator>()
                .Where(i => i.OwnerId == request.UnitId || (request.JudgesGoal && i.OwnerId is null))
                .DistinctBy(i => i.Id),
        ];
        Activities =
        [
            .. measures
                .Select(m => record.Activities.FirstOrDefault(a => a.Id == m.ActivityId))
                .OfType<Activity>()
                .Where(a => a.ResponsibleUnits.Contains(request.UnitId.Value))
                .DistinctBy(a => a.Id),
        ];
        Judged =
        [
            .. Indicators
                .Select(i => Of(Subject.Indicator, i.Code, i.Name))
                .Concat(Activities.Select(a => Of(Subject.Activity, a.Code, a.Name)))
                .Where(j => j.NeedsPerson || IsSpokenOf(request, j)),
            .. Goal is not null && request.JudgesGoal ? [Of(Subject.Goal, Goal.Number, Goal.ShortName)] : (ToJudge[])[],
        ];
    }

    public Situation Situation { get; }

    /// <summary>Null: it is not in the follow-up's goals any more.</summary>
    public Goal? Goal { get; }

    /// <summary>The indicators whose figures the unit reports.</summary>
    public IReadOnlyList<Indicator> Indicators { get; }

    public IReadOnlyList<Activity> Activities { get; }

    /// <summary>What needs a person's word: what the figures say nothing of, and last the goal itself where the unit judges it.</summary>
    public IReadOnlyList<ToJudge> Judged { get; }

    private ToJudge Of(Subject subject, string of, string name)
    {
        var id = subject.IdOf(of);
        return new ToJudge(
            subject,
            of,
            name,
            On(Axis.Outcome)!.Value,
            On(Axis.Forecast),
            On(Axis.TermForecast),
            subject == Subject.Indicator && Situation.Outcome.FindIndicator(id) is { Value: not null } rating ? rating : null
        );

        Layers? On(Axis axis) =>
            Situation.On(axis) is { } result
                ? subject switch
                {
                    Subject.Goal => result.FindNode(id)?.Layers,
                    Subject.Indicator => result.FindIndicator(id)?.Layers,
                    _ => result.FindActivity(id)?.Layers,
                }
                : null;
    }

    private static bool IsSpokenOf(Request request, ToJudge judged) =>
        request.Report.Statuses.Any(s => s.Subject == judged.Subject && s.Of == judged.Of);

    /// <summary>A goal at the top whose parts are asked for by themselves is asked for alone; any other with all that lies under it.</summary>
    internal static IEnumerable<Goal> Branch(Situation situation, Goal goal) =>
        goal is { Level: 0, Kind: not GoalKind.Committee }
            ? [goal]
            : situation.Children(goal).SelectMany(c => Branch(situation, c)).Prepend(goal);
}
