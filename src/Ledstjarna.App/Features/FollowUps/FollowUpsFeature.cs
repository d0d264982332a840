using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Assessment;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>The year's wheel, and each follow-up from plan to publication.</summary>
public static class FollowUpsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        ReportWeb.Map(organisation);
        organisation.MapGet(
            "uppfoljningar",
            async (string kommun, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<WheelPage>(new { Place = await visits.EnterAsync(kommun, Right.Read, cancellation) })
        );
        organisation.MapGet(
            "uppfoljningar.ics",
            async (string kommun, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                return Results.File(
                    System.Text.Encoding.UTF8.GetBytes(YearCalendar.Of(place)),
                    "text/calendar; charset=utf-8",
                    $"uppfoljningar-{place.Organisation.Slug}.ics"
                );
            }
        );
        organisation.MapPost("uppfoljningar", PlanAsync);
        organisation.MapGet(
            "uppfoljningar/{dag}",
            async (string kommun, string dag, Visits visits, FollowUpDesk desk, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                return await desk.PageAsync(place, Find(place, dag), null, cancellation);
            }
        );
        organisation.MapPost("uppfoljningar/{dag}/steg", StepAsync);
        organisation.MapPost("uppfoljningar/{dag}/begar", AskAsync);
        organisation.MapPost("uppfoljningar/{dag}/beslut", DecideAsync);
        organisation.MapPost("uppfoljningar/{dag}/rattelse", CorrectAsync);
        organisation.MapPost("uppfoljningar/{dag}/utlatande", AttachAsync);
        organisation.MapGet("uppfoljningar/{dag}/utlatande", StatementAsync);
        organisation.MapPost("uppgifter/{id:guid}/vem", ChangeAsync);
    }

    private static FollowUp Find(Place place, string day) =>
        (DateText.TryParse(day, out var cutOff) ? place.Record.FollowUps.FirstOrDefault(f => f.CutOff == cutOff) : null)
        ?? throw PageFaultException.NotFound("Uppföljningen finns inte här", "Leta i årshjulet.", FollowUpsLinks.All(place));

    private static async Task<IResult> PlanAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        PlanYearHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageFollowUps, cancellation);
        string fault;
        if (int.TryParse(form["ar"], System.Globalization.CultureInfo.InvariantCulture, out var year) && year is > 1999 and < 2200)
        {
            try
            {
                await handler.HandleAsync(place.Actor, year, cancellation);
                return Results.Redirect($"{FollowUpsLinks.All(place)}#ar-{year}");
            }
            catch (DomainRuleException e) when (e.Code == RuleCode.StructureUnknown)
            {
                fault = $"Inga mål gäller {year}. Lägg in en målstruktur för året först.";
            }
        }
        else
        {
            fault = "Skriv året med fyra siffror, till exempel 2027.";
        }

        return new RazorComponentResult<WheelPage>(new { Place = place, Fault = fault })
        {
            StatusCode = StatusCodes.Status422UnprocessableEntity,
        };
    }

    private static Task<IResult> StepAsync(
        string kommun,
        string dag,
        IFormCollection form,
        Visits visits,
        FollowUpDesk desk,
        StepFollowUpHandler handler,
        CancellationToken cancellation
    ) =>
        DoAsync(
            kommun,
            dag,
            Right.ManageFollowUps,
            visits,
            desk,
            async (place, followUp) =>
            {
                if (!Enum.TryParse<FollowUpState>(form["till"], out var to) || !Enum.TryParse<FollowUpState>(form["var"], out var was))
                {
                    throw new DomainRuleException(RuleCode.FollowUpStepUnknown);
                }

                await handler.HandleAsync(place.Actor, new StepFollowUp(followUp.Id, was, to, form["skal"]), cancellation);
                return null;
            },
            cancellation
        );

    private static Task<IResult> AskAsync(
        string kommun,
        string dag,
        IFormCollection form,
        Visits visits,
        FollowUpDesk desk,
        AskUnitsHandler handler,
        CancellationToken cancellation
    )
    {
        _ = form; // asked for so that the antiforgery token is checked
        return DoAsync(
            kommun,
            dag,
            Right.ManageFollowUps,
            visits,
            desk,
            async (place, followUp) =>
            {
                await handler.HandleAsync(place.Actor, followUp.Id, cancellation);
                return null;
            },
            cancellation
        );
    }

    private static Task<IResult> DecideAsync(
        string kommun,
        string dag,
        IFormCollection form,
        Visits visits,
        FollowUpDesk desk,
        DecideFollowUpHandler handler,
        CancellationToken cancellation
    ) =>
        DoAsync(
            kommun,
            dag,
            Right.DecideFollowUps,
            visits,
            desk,
            async (place, followUp) =>
            {
                if (!Guid.TryParse(form["organ"], out var body))
                {
                    throw new DomainRuleException(RuleCode.UnitUnknown);
                }

                if (!Guid.TryParse(form["beslut"], out var decision))
                {
                    throw new DomainRuleException(RuleCode.DecisionMissing);
                }

                return await handler.HandleAsync(
                    place.Actor,
                    new DecideFollowUp(
                        followUp.Id,
                        new UnitId(body),
                        new DecisionId(decision),
                        [.. DecideForm.Statuses(form)],
                        form["skal"]
                    ),
                    cancellation
                );
            },
            cancellation,
            form
        );

    private static Task<IResult> CorrectAsync(
        string kommun,
        string dag,
        IFormCollection form,
        Visits visits,
        FollowUpDesk desk,
        CorrectFollowUpHandler handler,
        CancellationToken cancellation
    ) =>
        DoAsync(
            kommun,
            dag,
            Right.DecideFollowUps,
            visits,
            desk,
            async (place, followUp) =>
            {
                var text = form["text"].ToString().Replace("\0", "", StringComparison.Ordinal).Trim();
                if (text.Length == 0)
                {
                    return "Skriv vad som var fel och vad som är rätt.";
                }

                await handler.HandleAsync(
                    place.Actor,
                    new CorrectFollowUp(
                        followUp.Id,
                        form["mal"].ToString(),
                        text,
                        Enum.TryParse<Status>(form["status"], out var s) && Enum.IsDefined(s) ? s : null,
                        Guid.TryParse(form["beslut"], out var d) ? new DecisionId(d) : null
                    ),
                    cancellation
                );
                return null;
            },
            cancellation
        );

    private static Task<IResult> AttachAsync(
        string kommun,
        string dag,
        IFormCollection form,
        Visits visits,
        FollowUpDesk desk,
        AttachStatementHandler handler,
        CancellationToken cancellation
    ) =>
        DoAsync(
            kommun,
            dag,
            Right.DecideFollowUps,
            visits,
            desk,
            async (place, followUp) =>
            {
                var chosen = Guid.TryParse(form["handling"], out var id) ? new MatterDocumentId(id) : (MatterDocumentId?)null;
                await handler.HandleAsync(place.Actor, followUp.Id, chosen, cancellation);
                return null;
            },
            cancellation
        );

    /// <summary>To be saved by anyone who may see the follow-up, as the statement is part of it.</summary>
    private static async Task<IResult> StatementAsync(
        string kommun,
        string dag,
        Visits visits,
        DocumentFiles files,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
        var followUp = Find(place, dag);
        return
            place.Record.MatterDocuments.FirstOrDefault(d => d.Id == followUp.StatementId) is { } document
            && await files.ReadAsync(place.Actor, document.Id.Value, cancellation) is { } content
            ? Results.File(content, document.MediaType, document.FileName)
            : throw PageFaultException.NotFound(
                "Utlåtandet finns inte här",
                "Revisorerna har inte lämnat något, eller så har det bytts ut.",
                FollowUpsLinks.FollowUp(place, followUp)
            );
    }

    private static async Task<IResult> ChangeAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        Requests requests,
        FollowUpDesk desk,
        ChangeRequestHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageFollowUps, cancellation);
        var request =
            await requests.FindAsync(place.Organisation.OrganisationId, new RequestId(id), cancellation)
            ?? throw PageFaultException.NotFound("Uppgiften finns inte här", "Leta i årshjulet.", FollowUpsLinks.All(place));
        var day = Swedish.Date(place.Record.FollowUps.Single(f => f.Id == request.FollowUpId).CutOff);
        return await DoAsync(
            kommun,
            day,
            Right.ManageFollowUps,
            visits,
            desk,
            async (_, _) =>
            {
                if (!Day("senast", out var due) || !Day("undantag", out var until))
                {
                    return "Skriv datum som 2026-12-31.";
                }

                await handler.HandleAsync(
                    place.Actor,
                    new ChangeRequest(request.Id, Person("person"), Person("ersattare"), due, until, form["skal"]),
                    cancellation
                );
                return null;
            },
            cancellation
        );

        AccountId? Person(string name) => Guid.TryParse(form[name], out var account) ? new AccountId(account) : null;

        bool Day(string name, out DateOnly? read)
        {
            var text = form[name].ToString();
            var isDay = DateText.TryParse(text, out var d);
            read = isDay ? d : null;
            return isDay || string.IsNullOrWhiteSpace(text);
        }
    }

    /// <summary>Does something with a follow-up: back to its page when it is done, the page again with what is wrong when it is not.</summary>
    private static async Task<IResult> DoAsync(
        string kommun,
        string dag,
        Right right,
        Visits visits,
        FollowUpDesk desk,
        Func<Place, FollowUp, Task<string?>> act,
        CancellationToken cancellation,
        IFormCollection? sent = null
    )
    {
        var place = await visits.EnterAsync(kommun, right, cancellation);
        var followUp = Find(place, dag);
        string? fault;
        try
        {
            fault = await act(place, followUp);
        }
        catch (DomainRuleException e)
        {
            fault = $"{Swedish.Capital(RuleWords.Sentence(e))}.";
        }

        return fault is null
            ? Results.Redirect(FollowUpsLinks.FollowUp(place, followUp))
            : await desk.PageAsync(place, followUp, fault, cancellation, sent);
    }
}
