using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Matters;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Matters;

/// <summary>Matters with their documents and the timeline of their decisions.</summary>
public static class MattersWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "arenden",
            async (string kommun, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<MattersPage>(new { Place = await visits.EnterAsync(kommun, Right.Read, cancellation) })
        );
        organisation.MapGet(
            "arenden/{id:guid}",
            async (string kommun, Guid id, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                return Page(place, Find(place, id), null);
            }
        );
        organisation.MapPost("arenden/{id:guid}/handlingar", SendAsync).RequireRateLimiting(Limits.Import);
        organisation.MapGet("arenden/{id:guid}/handlingar/{handling:guid}", DownloadAsync);
        organisation.MapPost("arenden/{id:guid}/handlingar/{handling:guid}/ta-bort", RemoveAsync);
    }

    private static async Task<IResult> SendAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        KeepDocumentHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageMatters, cancellation);
        var matter = Find(place, id);
        if (form.Files is not [var file, ..])
        {
            return Page(place, matter, "Välj en fil.");
        }

        var name = SentFile.Name(file);
        using var content = new MemoryStream();
        if (file.Length <= DocumentKind.Largest)
        {
            await file.CopyToAsync(content, cancellation);
        }

        var bytes = file.Length > DocumentKind.Largest ? new byte[DocumentKind.Largest + 1] : content.ToArray();
        var (kind, problem) = DocumentKind.Of(name, bytes);
        if (kind is null)
        {
            return Page(place, matter, problem);
        }

        var title = form["titel"].ToString().Replace("\0", "", StringComparison.Ordinal).Trim();
        title = title.Length is 0 or > 300 ? Path.GetFileNameWithoutExtension(name) : title;
        title = string.IsNullOrWhiteSpace(title) ? "Handling" : title;
        await handler.HandleAsync(place.Actor, new KeepDocument(matter.Id, title, name, kind.MediaType, bytes), cancellation);
        return Results.Redirect($"{MattersLinks.Matter(place, matter.Id)}#handlingar");
    }

    /// <summary>Always to be saved, never shown in the page: whatever is in it, it is not ours.</summary>
    private static async Task<IResult> DownloadAsync(
        string kommun,
        Guid id,
        Guid handling,
        Visits visits,
        DocumentFiles files,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ReadPreparation, cancellation);
        var matter = Find(place, id);
        return
            place.Record.MatterDocuments.FirstOrDefault(d => d.Id == new MatterDocumentId(handling) && d.MatterId == matter.Id)
                is { } document
            && await files.ReadAsync(place.Actor, handling, cancellation) is { } content
            ? Results.File(content, document.MediaType, document.FileName)
            : throw PageFaultException.NotFound(
                "Handlingen finns inte här",
                "Någon kan ha tagit bort den. Ändringsloggen visar när.",
                MattersLinks.Matter(place, matter.Id)
            );
    }

    private static async Task<IResult> RemoveAsync(
        string kommun,
        Guid id,
        Guid handling,
        IFormCollection form,
        Visits visits,
        RemoveDocumentHandler handler,
        CancellationToken cancellation
    )
    {
        _ = form; // asked for so that the antiforgery token is checked
        var place = await visits.EnterAsync(kommun, Right.ManageMatters, cancellation);
        var matter = Find(place, id);
        try
        {
            await handler.HandleAsync(place.Actor, new MatterDocumentId(handling), cancellation);
        }
        catch (DomainRuleException e) when (e.Code == RuleCode.StillReferredTo)
        {
            return Page(
                place,
                matter,
                "Handlingen är revisorernas utlåtande i en uppföljning och kan inte tas bort. Byt utlåtande där först."
            );
        }

        return Results.Redirect($"{MattersLinks.Matter(place, matter.Id)}#handlingar");
    }

    private static Matter Find(Place place, Guid id) =>
        place.Record.Matters.FirstOrDefault(m => m.Id == new MatterId(id))
        ?? throw PageFaultException.NotFound("Ärendet finns inte här", "Leta i listan över ärenden.", MattersLinks.All(place));

    private static RazorComponentResult<MatterPage> Page(Place place, Matter matter, string? error) =>
        new(
            new
            {
                Place = place,
                Matter = matter,
                Error = error,
            }
        )
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
