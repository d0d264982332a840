using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.Ambition.TryLevel;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>Trying a level: the page, and its answer alone for the page's script. Nothing is saved.</summary>
public static class TryLevelWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            TryLevelLinks.PagePath,
            async (string kommun, [AsParameters] TryLevelQuery query, Visits visits, KeptTrials trials, CancellationToken cancellation) =>
            {
                var view = TryLevelView.Of(await OpenAsync(kommun, query, visits, cancellation), query, trials);
                return view.Form is { WasDragged: true, Errors.Count: 0 }
                    ? Results.Redirect(view.Address) // so that the address can be shared, and says the level once
                    : new RazorComponentResult<TryLevelPage>(new { View = view }) { StatusCode = StatusOf(view) };
            }
        );
        organisation.MapPost($"{TryLevelLinks.PagePath}/spara", SaveAsync);
        organisation.MapGet(
            TryLevelLinks.AnswerPath,
            async (string kommun, [AsParameters] TryLevelQuery query, Visits visits, KeptTrials trials, CancellationToken cancellation) =>
            {
                var view = TryLevelView.Of(await OpenAsync(kommun, query, visits, cancellation), query, trials);
                return new RazorComponentResult<TryLevelAnswer>(new { View = view }) { StatusCode = StatusOf(view) };
            }
        );
    }

    /// <summary>As all is now, also on a day that was decided on: what is tried is of the days to come.</summary>
    private static async Task<Visit> OpenAsync(string slug, TryLevelQuery query, Visits visits, CancellationToken cancellation)
    {
        var visit = await visits.OpenAsync(slug, query.Datum, cancellation);
        return new Visit(visit.Actor, Situation.Now(visit.Record, visit.Situation.CutOff)!, visit.IsDateChosen, visit.Today);
    }

    private static async Task<IResult> SaveAsync(
        string kommun,
        [AsParameters] TryLevelQuery query,
        IFormCollection form,
        Visits visits,
        KeptTrials trials,
        SetLevelTargetHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageLevels, cancellation);
        var view = TryLevelView.Of(await OpenAsync(kommun, query, visits, cancellation), query, trials);
        var level = AmbitionWeb.Find(place, Guid.TryParse(view.Draft, out var id) ? id : Guid.Empty);
        if (view.Form.Errors.Count > 0)
        {
            return new RazorComponentResult<TryLevelPage>(new { View = view }) { StatusCode = StatusOf(view) };
        }

        try
        {
            await handler.HandleAsync(
                place.Actor,
                level.Id,
                view.Indicator.Id,
                view.Wanted,
                form["stod"].ToString(),
                form["why"],
                cancellation
            );
            return Results.Redirect(AmbitionLinks.Level(place, level.Id));
        }
        catch (DomainRuleException e)
        {
            throw new PageFaultException(
                StatusCodes.Status409Conflict,
                "Målvärdet sparades inte",
                $"{Words.Swedish.Capital(Words.RuleWords.Sentence(e))}.",
                AmbitionLinks.Level(place, level.Id)
            );
        }
    }

    private static int StatusOf(TryLevelView view) =>
        view.Form is { Errors.Count: > 0 } ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
}
