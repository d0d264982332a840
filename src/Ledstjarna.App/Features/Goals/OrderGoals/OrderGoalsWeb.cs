using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Goals;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Goals;

/// <summary>The goal tree to work in: put in order, move, copy.</summary>
internal static class OrderGoalsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet("arbeta/trad", FirstAsync);
        organisation.MapGet("arbeta/trad/{id}", TreeAsync);
        organisation.MapPost("arbeta/trad/{id}", PlaceAsync);
        organisation.MapGet("arbeta/trad/{id}/flytta/{mal}", MovePageAsync);
        organisation.MapPost("arbeta/trad/{id}/flytta/{mal}", MoveAsync);
        organisation.MapGet("arbeta/trad/{id}/kopiera", CopyPageAsync);
        organisation.MapPost("arbeta/trad/{id}/kopiera", CopyAsync);
    }

    /// <summary>The structure that holds today, or else the newest.</summary>
    private static async Task<IResult> FirstAsync(string kommun, Visits visits, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(kommun, Right.ManageGoals, cancellation);
        var structure =
            place
                .Record.Structures.OrderByDescending(s => s.Validity.Includes(place.Today))
                .ThenByDescending(s => s.Validity.From)
                .FirstOrDefault()
            ?? throw PageFaultException.NotFound(
                "Det finns ingen målstruktur än",
                "Lägg till en målstruktur först.",
                $"/{place.Organisation.Slug}/kom-igang"
            );
        return Results.Redirect(GoalsLinks.Order(place, structure));
    }

    private static async Task<IResult> TreeAsync(
        string kommun,
        string id,
        string? flyttat,
        string? kopierad,
        Visits visits,
        CancellationToken cancellation
    )
    {
        var (place, structure) = await OpenAsync(kommun, id, visits, cancellation);
        var moved = place.Record.Goals.FirstOrDefault(g => g.Id.Value.ToString() == flyttat && g.StructureId == structure.Id);
        return Tree(
            place,
            structure,
            moved is not null ? $"{Choices.Name(moved)} är flyttat."
                : kopierad is not null ? $"{structure.Name} är skapad."
                : null
        );
    }

    private static async Task<IResult> PlaceAsync(
        string kommun,
        string id,
        IFormCollection form,
        Visits visits,
        OrderGoalsHandler handler,
        CancellationToken cancellation
    )
    {
        var (place, structure) = await OpenAsync(kommun, id, visits, cancellation);
        if (TreeMove.Read(form["flytt"]) is not { } command)
        {
            return Tree(place, structure, error: "Det gick inte att läsa vad som skulle flyttas. Försök igen.");
        }

        try
        {
            await handler.HandleAsync(place.Actor, command, cancellation);
            return Results.Redirect(GoalsLinks.Order(place, structure, command.Goal));
        }
        catch (DomainRuleException e)
        {
            // As it is now, not as it was when the page was opened.
            var (now, _) = await OpenAsync(kommun, id, visits, cancellation);
            return Tree(now, structure, error: Sentence(e));
        }
    }

    private static async Task<IResult> MovePageAsync(string kommun, string id, string mal, Visits visits, CancellationToken cancellation)
    {
        var (place, structure) = await OpenAsync(kommun, id, visits, cancellation);
        var goal = Goal(place, structure, mal);
        return Move(
            place,
            structure,
            goal,
            FormValues.Of(("parent", goal.ParentId?.Value.ToString() ?? MoveGoalPage.Top)),
            goal.ParentId?.Value.ToString() ?? ""
        );
    }

    private static async Task<IResult> MoveAsync(
        string kommun,
        string id,
        string mal,
        IFormCollection form,
        Visits visits,
        OrderGoalsHandler handler,
        CancellationToken cancellation
    )
    {
        var (place, structure) = await OpenAsync(kommun, id, visits, cancellation);
        var goal = Goal(place, structure, mal);
        var sent = SentForm.Read(form, MoveGoalPage.Fields(place.Record, goal));
        var from = form["fran"].ToString();
        if (sent.Errors.Count > 0)
        {
            return Move(place, structure, goal, sent.Values, from, sent.Errors);
        }

        try
        {
            var parent = sent.Values["parent"] == MoveGoalPage.Top ? (GoalId?)null : new GoalId(sent.Values.Id("parent")!.Value);
            var decision = sent.Values.Id("decision") is { } d ? new DecisionId(d) : (DecisionId?)null;
            await handler.HandleAsync(
                place.Actor,
                new MoveGoal(goal.Id, Guid.TryParse(from, out var f) ? new GoalId(f) : null, parent, decision, sent.Values.Text("why")),
                cancellation
            );
            return Results.Redirect(GoalsLinks.Order(place, structure, goal.Id));
        }
        catch (DomainRuleException e)
        {
            return Move(place, structure, goal, sent.Values, from, Errors(e, "parent"));
        }
    }

    private static async Task<IResult> CopyPageAsync(string kommun, string id, Visits visits, CancellationToken cancellation)
    {
        var (place, structure) = await OpenAsync(kommun, id, visits, cancellation);
        return Copy(place, structure, CopyStructurePage.Begin(structure, place.Today));
    }

    private static async Task<IResult> CopyAsync(
        string kommun,
        string id,
        IFormCollection form,
        Visits visits,
        CopyStructureHandler handler,
        CancellationToken cancellation
    )
    {
        var (place, structure) = await OpenAsync(kommun, id, visits, cancellation);
        var sent = SentForm.Read(form, CopyStructurePage.Fields(place.Record));
        if (sent.Errors.Count > 0)
        {
            return Copy(place, structure, sent.Values, sent.Errors);
        }

        try
        {
            var values = sent.Values;
            var decision = values.Id("decision") is { } d ? new DecisionId(d) : (DecisionId?)null;
            var made = await handler.HandleAsync(
                place.Actor,
                new CopyStructure(
                    structure.Id,
                    values["name"],
                    values.Date("from")!.Value,
                    decision,
                    CopyStructurePage.Parts(values),
                    values.Text("why")
                ),
                cancellation
            );
            return Results.Redirect($"{GoalsLinks.Order(place, made)}?kopierad=ja");
        }
        catch (DomainRuleException e)
        {
            return Copy(place, structure, sent.Values, Errors(e, ""));
        }
    }

    /// <exception cref="PageFaultException">The organisation has no such structure.</exception>
    private static async Task<(Place, GoalStructure)> OpenAsync(string kommun, string id, Visits visits, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(kommun, Right.ManageGoals, cancellation);
        return (
            place,
            place.Record.Structures.FirstOrDefault(s => s.Id.Value.ToString() == id)
                ?? throw PageFaultException.NotFound(
                    "Målstrukturen finns inte här",
                    "Någon kan ha tagit bort den. Välj en annan målstruktur.",
                    $"/{place.Organisation.Slug}/arbeta/{StructureEditor.KindKey}"
                )
        );
    }

    private static Goal Goal(Place place, GoalStructure structure, string id) =>
        place.Record.Goals.FirstOrDefault(g => g.Id.Value.ToString() == id && g.StructureId == structure.Id)
        ?? throw PageFaultException.NotFound(
            "Målet finns inte här",
            "Någon kan ha tagit bort det. Ändringsloggen visar när och av vem.",
            GoalsLinks.Order(place, structure)
        );

    private static string Sentence(DomainRuleException e) => $"{Swedish.Capital(RuleWords.Sentence(e))}.";

    private static Dictionary<string, string> Errors(DomainRuleException e, string field) =>
        new(StringComparer.Ordinal) { [e.Field is "name" or "from" ? e.Field : field] = Sentence(e) };

    private static RazorComponentResult<OrderGoalsPage> Tree(
        Place place,
        GoalStructure structure,
        string? message = null,
        string? error = null
    ) =>
        new(
            new
            {
                Place = place,
                Structure = structure,
                Message = message,
                Error = error,
            }
        )
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
        };

    private static RazorComponentResult<MoveGoalPage> Move(
        Place place,
        GoalStructure structure,
        Goal goal,
        FormValues values,
        string from,
        IReadOnlyDictionary<string, string>? errors = null
    ) =>
        new(
            new
            {
                Place = place,
                Structure = structure,
                Goal = goal,
                Values = values,
                From = from,
                Errors = errors ?? new Dictionary<string, string>(StringComparer.Ordinal),
            }
        )
        {
            StatusCode = errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static RazorComponentResult<CopyStructurePage> Copy(
        Place place,
        GoalStructure structure,
        FormValues values,
        IReadOnlyDictionary<string, string>? errors = null
    ) =>
        new(
            new
            {
                Place = place,
                Structure = structure,
                Values = values,
                Errors = errors ?? new Dictionary<string, string>(StringComparer.Ordinal),
            }
        )
        {
            StatusCode = errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
