using System.Globalization;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.FollowUps;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Analysis;

/// <summary>A follow-up's joint analysis: one page for the management and the board, the same for a projector, and what it ends in.</summary>
public static class AnalysisWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "uppfoljningar/{dag}/analys",
            async (
                string kommun,
                string dag,
                string? visning,
                string? bild,
                Visits visits,
                Requests requests,
                CancellationToken cancellation
            ) =>
            {
                var place = await visits.EnterAsync(kommun, Right.ReadPreparation, cancellation);
                return await PageAsync(place, dag, visning, bild, null, requests, cancellation);
            }
        );
        organisation.MapPost("uppfoljningar/{dag}/analys/{id:guid}/blir", FulfilAsync);
    }

    private static async Task<IResult> PageAsync(
        Place place,
        string day,
        string? view,
        string? picture,
        string? fault,
        Requests requests,
        CancellationToken cancellation,
        Guid? at = null
    )
    {
        var followUp = Find(place, day);
        var situation = Situation.On(place.Record, followUp.CutOff)!;
        var analysis = new JointAnalysis(situation, await requests.OfAsync(situation, cancellation));
        if (view == "mote")
        {
            var number = int.TryParse(picture, NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0;
            return new RazorComponentResult<MeetingPage>(
                new
                {
                    Place = place,
                    FollowUp = followUp,
                    Analysis = analysis,
                    Number = number,
                }
            );
        }

        return new RazorComponentResult<AnalysisPage>(
            new
            {
                Place = place,
                FollowUp = followUp,
                Analysis = analysis,
                Fault = fault,
                At = at,
            }
        )
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static async Task<IResult> FulfilAsync(
        string kommun,
        string dag,
        Guid id,
        IFormCollection form,
        Visits visits,
        Requests requests,
        FulfilProposalHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageFollowUps, cancellation);
        var followUp = Find(place, dag);
        if (place.Record.Proposals.All(p => p.Id.Value != id || p.FollowUpId != followUp.Id))
        {
            throw PageFaultException.NotFound(
                "Åtgärden finns inte här",
                "Leta i den gemensamma analysen.",
                AnalysisLinks.Analysis(place, followUp)
            );
        }

        string fault;
        try
        {
            if (!Enum.TryParse<Becomes>(form["blir"], out var becomes) || !Enum.IsDefined(becomes))
            {
                throw new DomainRuleException(RuleCode.Required, "blir");
            }

            // "level/area": an area belongs to one draft.
            var line = form["rad"].ToString().Split('/');
            await handler.HandleAsync(
                place.Actor,
                new FulfilProposal(
                    new ProposalId(id),
                    becomes,
                    Guid.TryParse(form["beslut"], out var decision) ? new DecisionId(decision) : null,
                    line is [_, var a] && Guid.TryParse(a, out var area) ? new GoalId(area) : null,
                    line is [var l, _] && Guid.TryParse(l, out var level) ? new AmbitionLevelId(level) : null
                ),
                cancellation
            );
            return Results.Redirect($"{AnalysisLinks.Analysis(place, followUp)}#a-{id}");
        }
        catch (DomainRuleException e) when (e.Code is RuleCode.Required or RuleCode.DecisionMissing)
        {
            fault = e.Field switch
            {
                "decision" => "Välj beslutet som ger uppdraget.",
                "level" or "area" => "Välj mätområdet i utkastet som åtgärden ska räknas i.",
                _ => "Välj vad åtgärden ska bli.",
            };
        }
        catch (DomainRuleException e)
        {
            fault = $"{Swedish.Capital(RuleWords.Sentence(e))}.";
        }

        return await PageAsync(place, dag, null, null, fault, requests, cancellation, id);
    }

    private static FollowUp Find(Place place, string day) =>
        (
            DateText.TryParse(day, out var cutOff)
                ? place.Record.FollowUps.FirstOrDefault(f => f.CutOff == cutOff && f.State > FollowUpState.Planned)
                : null
        )
        ?? throw PageFaultException.NotFound(
            "Uppföljningen finns inte här, eller är inte öppnad",
            "Leta i årshjulet.",
            FollowUpsLinks.All(place)
        );
}
