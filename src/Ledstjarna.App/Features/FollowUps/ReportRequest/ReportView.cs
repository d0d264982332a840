using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Goals;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>A goal above, before and after what is chosen.</summary>
public sealed record StatusMove(Goal Goal, Status Before, Status After);

/// <summary>All that the page of a request shows.</summary>
public sealed class ReportView
{
    /// <param name="place">Where, and who.</param>
    /// <param name="request">The request as it is kept.</param>
    /// <param name="like">What the unit was asked of the goal in other follow-ups.</param>
    public ReportView(Place place, Request request, IReadOnlyList<Request> like)
    {
        (Place, Request) = (place, request);
        FollowUp = place.Record.FollowUps.Single(f => f.Id == request.FollowUpId);
        Situation = Situation.On(place.Record, FollowUp.CutOff)!;
        Scope = new RequestScope(Situation, request);
        Asks = FigureAsk.Of(Scope);
        Last = (
            from r in like
            where r.IsReported && r.Id != request.Id
            let f = place.Record.FollowUps.FirstOrDefault(x => x.Id == r.FollowUpId)
            where f is not null && f.CutOff < FollowUp.CutOff
            orderby f.CutOff
            select ((FollowUp, Request)?)(f, r)
        ).LastOrDefault();
        Form = ReportForm.Opened(request, Scope);
    }

    public Place Place { get; }
    public Request Request { get; }
    public FollowUp FollowUp { get; }
    public Situation Situation { get; }
    public RequestScope Scope { get; }
    public IReadOnlyList<FigureAsk> Asks { get; }

    /// <summary>What was reported last. Null: nothing.</summary>
    public (FollowUp FollowUp, Request Request)? Last { get; }

    public ReportForm Form { get; init; }

    /// <summary>What is wrong with the whole. Null: nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>What was just done. Null: nothing.</summary>
    public string? Message { get; init; }

    /// <summary>The version the form rests on.</summary>
    public int Version { get; init; }

    /// <summary>What someone else has saved meanwhile. Null: no one.</summary>
    public Report? Theirs { get; init; }

    /// <summary>Whether what is chosen is to be shown before it is saved.</summary>
    public bool IsPreview { get; init; }

    /// <summary>The axes that are judged: the one that leads first.</summary>
    public IEnumerable<Axis> Axes => new[] { Axis.Outcome, Axis.Forecast, Axis.TermForecast }.Where(a => Situation.On(a) is not null);

    /// <summary>What the choices do to the goal and those above it, on an axis; also those they leave as they are.</summary>
    public IReadOnlyList<StatusMove> Moves(Axis axis)
    {
        if (Scope.Goal is not { } goal)
        {
            return [];
        }

        var request = Request with { Report = Form.Report };
        var judgements = ReportedJudgements.Of(Place.Record, FollowUp, request, Place.Actor.Name, Place.Today);
        Situation after;
        try
        {
            after = Situation.On(Place.Record with { Judgements = [.. Place.Record.Judgements, .. judgements] }, FollowUp.CutOff)!;
        }
        catch (DomainRuleException)
        {
            return []; // a reason is missing; the form says so
        }

        var above = new List<StatusMove>();
        for (var at = goal; at is not null; at = Situation.Goals.FirstOrDefault(g => g.Id == at.ParentId))
        {
            above.Add(new StatusMove(at, Situation.Rating(at, axis).Effective, after.Rating(at, axis).Effective));
        }

        return above;
    }
}
