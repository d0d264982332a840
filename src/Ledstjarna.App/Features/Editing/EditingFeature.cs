using System.Globalization;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Editing;

/// <summary>Making and changing things by forms, one way for all kinds.</summary>
public static class EditingWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet("arbeta", WorkAsync);
        organisation.MapGet("arbeta/{slag}", ListAsync);
        organisation.MapGet("arbeta/{slag}/ny", NewAsync);
        organisation.MapPost(
            "arbeta/{slag}/ny",
            (string kommun, string slag, IFormCollection form, FormDesk desk, CancellationToken c) =>
                desk.SaveAsync(kommun, slag, null, form, c)
        );
        organisation.MapGet("arbeta/{slag}/{id}", EditAsync);
        organisation.MapPost(
            "arbeta/{slag}/{id}",
            (string kommun, string slag, string id, IFormCollection form, FormDesk desk, CancellationToken c) =>
                desk.SaveAsync(kommun, slag, id, form, c)
        );
        organisation.MapPost(
            "arbeta/{slag}/ny/prova",
            (string kommun, string slag, IFormCollection form, FormDesk desk, CancellationToken c) =>
                desk.TryAsync(kommun, slag, null, form, c)
        );
        organisation.MapPost(
            "arbeta/{slag}/{id}/prova",
            (string kommun, string slag, string id, IFormCollection form, FormDesk desk, CancellationToken c) =>
                desk.TryAsync(kommun, slag, id, form, c)
        );
        organisation.MapPost("arbeta/{slag}/{id}/ta-bort", RemoveAsync);
        organisation.MapPost("arbeta/{slag}/{id}/angra", UndoAsync);
        organisation.MapGet("andringar", HistoryAsync);
    }

    private static async Task<IResult> WorkAsync(string kommun, Visits visits, Editors editors, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
        if (!place.Actor.IsSignedIn)
        {
            throw new Doors.Web.SignIn.SignInNeededException(place.Organisation.Slug);
        }

        return new RazorComponentResult<WorkPage>(new { Place = place, Editors = editors });
    }

    private static async Task<IResult> ListAsync(
        string kommun,
        string slag,
        string? sparat,
        Visits visits,
        Editors editors,
        ChangeLog log,
        CancellationToken cancellation
    )
    {
        var (place, editor) = await FormDesk.OpenAsync(kommun, slag, visits, editors, cancellation);
        var last = sparat is null ? null : await FormDesk.LastAsync(place, editor, sparat, log, cancellation);
        return new RazorComponentResult<ListPage>(
            new
            {
                Place = place,
                Editor = editor,
                Last = last,
            }
        );
    }

    private static async Task<IResult> NewAsync(
        HttpContext http,
        string kommun,
        string slag,
        Visits visits,
        Editors editors,
        CancellationToken cancellation
    )
    {
        var (place, editor) = await FormDesk.OpenAsync(kommun, slag, visits, editors, cancellation);
        if (!editor.CanAdd)
        {
            throw PageFaultException.NotFound(
                "Här går det inte att lägga till",
                "Gå tillbaka och välj något att ändra.",
                EditingLinks.Work(place)
            );
        }

        var given = FormValues.Of([.. http.Request.Query.Select(q => (q.Key, (string?)q.Value.ToString()))]);
        return editor.BeginsAt(given) is { } elsewhere
            ? Results.Redirect(place.Url(elsewhere))
            : FormDesk.Page(place, editor, null, editor.Begin(place.Record, given), new FormValues());
    }

    private static async Task<IResult> EditAsync(
        string kommun,
        string slag,
        string id,
        string? sparat,
        Visits visits,
        Editors editors,
        ChangeLog log,
        CancellationToken cancellation
    )
    {
        var (place, editor) = await FormDesk.OpenAsync(kommun, slag, visits, editors, cancellation);
        var thing = editor.Find(place.Record, id) ?? throw FormDesk.NotThere(place, editor);
        var last = await FormDesk.LastAsync(place, editor, id, log, cancellation);
        return FormDesk.Page(place, editor, thing, thing.Values, thing.Values, last: last, isSaved: sparat is not null);
    }

    private static async Task<IResult> RemoveAsync(
        string kommun,
        string slag,
        string id,
        IFormCollection form,
        Visits visits,
        Editors editors,
        RemoveThingHandler handler,
        CancellationToken cancellation
    )
    {
        var (place, editor) = await FormDesk.OpenAsync(kommun, slag, visits, editors, cancellation);
        try
        {
            await handler.HandleAsync(place.Actor, editor, id, form["skal"], cancellation);
        }
        catch (DomainRuleException e) when (editor.Find(place.Record, id) is { } thing)
        {
            var sentence = $"{Swedish.Capital(RuleWords.Sentence(e))}.";
            return FormDesk.Page(
                place,
                editor,
                thing,
                thing.Values,
                thing.Values,
                errors: new Dictionary<string, string>(StringComparer.Ordinal) { [""] = sentence }
            );
        }

        return Results.Redirect($"{EditingLinks.List(place, editor.Key)}?sparat={Uri.EscapeDataString(id)}");
    }

    private static async Task<IResult> UndoAsync(
        string kommun,
        string slag,
        string id,
        IFormCollection form,
        Visits visits,
        Editors editors,
        UndoThingHandler handler,
        CancellationToken cancellation
    )
    {
        var (place, editor) = await FormDesk.OpenAsync(kommun, slag, visits, editors, cancellation);
        var number = long.TryParse(form["nummer"], System.Globalization.CultureInfo.InvariantCulture, out var n) ? n : 0;
        var left = await handler.HandleAsync(place.Actor, editor, id, number, cancellation);
        return Results.Redirect(
            left is null
                ? $"{EditingLinks.List(place, editor.Key)}?sparat={Uri.EscapeDataString(id)}"
                : $"{EditingLinks.Edit(place, editor.Key, left)}?sparat=ja"
        );
    }

    private static async Task<IResult> HistoryAsync(
        string kommun,
        string? slag,
        string? id,
        string? vem,
        string? delar,
        string? fran,
        string? till,
        string? fore,
        Visits visits,
        Editors editors,
        ChangeLog log,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ReadHistory, cancellation);
        var filter = new ChangeFilter(
            NotBlank(slag),
            NotBlank(id),
            NotBlank(vem?.Replace("\0", "", StringComparison.Ordinal)),
            DateText.TryParse(fran ?? "", out var first) ? first : null,
            DateText.TryParse(till ?? "", out var last) ? last : null,
            long.TryParse(fore, CultureInfo.InvariantCulture, out var before) ? before : null,
            delar is null ? null : PartsOf(place, editors, NotBlank(slag), NotBlank(id))
        );
        var changes = await log.FindAsync(place.Organisation.OrganisationId, filter, HistoryPage.PageSize + 1, cancellation);
        return new RazorComponentResult<HistoryPage>(
            new
            {
                Place = place,
                Editors = editors,
                Filter = filter,
                Changes = changes,
            }
        );
    }

    /// <summary>What stands in a thing: of the kinds that are named after its own, those that say that they do.</summary>
    private static List<string> PartsOf(Place place, Editors editors, string? kind, string? id) =>
        [
            .. editors
                .All.Where(e => kind is not null && e.Key.StartsWith($"{kind}-", StringComparison.Ordinal))
                .SelectMany(e =>
                    e.All(place.Record)
                        .Where(t => e.Fields(place.Record, t.Values).Any(f => f.Kind == FieldKind.Choice && t.Values[f.Name] == id))
                )
                .Select(t => t.Id),
        ];

    private static string? NotBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
