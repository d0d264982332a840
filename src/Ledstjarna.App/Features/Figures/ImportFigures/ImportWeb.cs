using System.Text;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Recording;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Integrations.Files;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Figures;

/// <summary>A file of figures: sent, its columns matched, looked through, and brought in whole or not at all.</summary>
internal static class ImportWeb
{
    /// <summary>A paste is a file too.</summary>
    private const string PastedName = "Inklistrat.txt";

    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "siffror/fil",
            async (string kommun, Visits visits, CancellationToken cancellation) =>
                FilePage(await visits.EnterAsync(kommun, Right.RecordFigures, cancellation), null)
        );
        organisation.MapPost("siffror/fil", SendAsync).RequireRateLimiting(Limits.Import);
        organisation.MapGet("siffror/fil/{id:guid}", PreviewAsync);
        organisation.MapGet("siffror/fil/{id:guid}/kolumner", ShowColumnsAsync);
        organisation.MapPost("siffror/fil/{id:guid}/kolumner", MatchAsync);
        organisation.MapPost("siffror/fil/{id:guid}", BringInAsync).RequireRateLimiting(Limits.Import);
    }

    private static async Task<IResult> SendAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        Uploads uploads,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.RecordFigures, cancellation);
        var (name, content) = await ContentAsync(form, cancellation);
        if (content.Length == 0)
        {
            return FilePage(
                place,
                form.Files.Count > 0 && form.Files[0].Length == 0
                    ? "Filen är tom. Kontrollera att du valde rätt fil."
                    : "Välj en fil, eller klistra in ett ark."
            );
        }

        try
        {
            TableReader.Read(new MemoryStream(content), name, TableLimits.Default, cancellation);
        }
        catch (TableRefusedException e)
        {
            return FilePage(place, TableWords.Sentence(e));
        }

        return Results.Redirect(FiguresLinks.File(place, await uploads.AddAsync(place.Actor, name, content, cancellation)));
    }

    private static async Task<(string Name, byte[] Content)> ContentAsync(IFormCollection form, CancellationToken cancellation)
    {
        if (form.Files.FirstOrDefault(f => f.Length > 0) is not { } file)
        {
            return (PastedName, Encoding.UTF8.GetBytes(form["text"].ToString()));
        }

        using var content = new MemoryStream((int)Math.Min(file.Length, TableLimits.Default.FileBytes + 1));
        await file.CopyToAsync(content, cancellation);
        var name = SentFile.Name(file);
        return (name.Length > 120 ? name[^120..] : name, content.ToArray());
    }

    private static async Task<IResult> PreviewAsync(
        string kommun,
        Guid id,
        string? visa,
        int? sida,
        string? skal,
        Visits visits,
        Uploads uploads,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.RecordFigures, cancellation);
        var (upload, table, columns) = await OpenAsync(place, new UploadId(id), uploads, cancellation);
        return columns.Problem(table) is null
            ? Preview(place, upload, FigureFile.Read(table, columns, place, FigureWords.Reason(skal)), visa, sida, skal, null)
            : Results.Redirect(FiguresLinks.Columns(place, upload.Id));
    }

    private static async Task<IResult> ShowColumnsAsync(
        string kommun,
        Guid id,
        Visits visits,
        Uploads uploads,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.RecordFigures, cancellation);
        var (upload, table, columns) = await OpenAsync(place, new UploadId(id), uploads, cancellation);
        return Columns(place, upload, table, columns, null);
    }

    private static async Task<IResult> MatchAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        Uploads uploads,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.RecordFigures, cancellation);
        var (upload, table, columns) = await OpenAsync(place, new UploadId(id), uploads, cancellation);
        columns = columns.With([.. Enumerable.Range(0, columns.Kinds.Count).Select(i => form[$"kolumn{i}"].ToString())]);
        if (columns.Problem(table) is { } problem)
        {
            return Columns(place, upload, table, columns, problem);
        }

        await uploads.MatchAsync(
            place.Actor,
            upload.Id,
            columns.Signature(table),
            [.. columns.Kinds.Select(k => k.ToString())],
            cancellation
        );
        return Results.Redirect(FiguresLinks.File(place, upload.Id));
    }

    private static async Task<IResult> BringInAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        Uploads uploads,
        RecordFiguresHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.RecordFigures, cancellation);
        var reason = form["skal"].ToString();
        if (await SeenAsync(place, new UploadId(id), reason, form["sett"].ToString(), uploads, cancellation) is { } seen)
        {
            var result = await handler.HandleAsync(place.Actor, seen.Figures, seen.FileName, cancellation);
            if (result.Overtaken.Count == 0)
            {
                await uploads.RemoveAsync(place.Actor, new UploadId(id), cancellation);
                return Results.Redirect($"{FiguresLinks.Enter(place)}?inlast={result.Recorded}");
            }

            place = await visits.EnterAsync(kommun, Right.RecordFigures, cancellation);
        }

        var (upload, table, columns) = await OpenAsync(place, new UploadId(id), uploads, cancellation);
        if (columns.Problem(table) is not null)
        {
            return Results.Redirect(FiguresLinks.Columns(place, upload.Id));
        }

        var file = FigureFile.Read(table, columns, place, FigureWords.Reason(reason));
        return Preview(
            place,
            upload,
            file,
            null,
            null,
            reason,
            file.Count(LineKind.Refused) > 0
                ? "Inget är inläst: det finns rader som inte går att läsa. Rätta dem i filen och välj den igen."
                : "Inget är inläst: siffror har ändrats sedan du såg förhandsvisningen. Här är den nya. Läs in igen om den stämmer."
        );
    }

    /// <summary>
    /// What the file would record; null unless that is exactly what was shown. The file itself is let go of, so that a large one makes room
    /// for its rows on their way to the database.
    /// </summary>
    private static async Task<(string FileName, IReadOnlyList<NewFigure> Figures)?> SeenAsync(
        Place place,
        UploadId id,
        string reason,
        string digest,
        Uploads uploads,
        CancellationToken cancellation
    )
    {
        var (upload, table, columns) = await OpenAsync(place, id, uploads, cancellation);
        if (columns.Problem(table) is not null)
        {
            return null;
        }

        var file = FigureFile.Read(table, columns, place, FigureWords.Reason(reason));
        return file.Count(LineKind.Refused) == 0 && digest == file.Digest() ? (upload.FileName, file.Figures) : null;
    }

    private static async Task<(Upload Upload, Table Table, FigureColumns Columns)> OpenAsync(
        Place place,
        UploadId id,
        Uploads uploads,
        CancellationToken cancellation
    )
    {
        var upload =
            await uploads.FindAsync(place.Actor, id, cancellation)
            ?? throw PageFaultException.NotFound(
                "Filen finns inte kvar",
                "Den är redan inläst, eller äldre än ett dygn. Välj filen igen.",
                FiguresLinks.File(place)
            );
        var table = TableReader.Read(new MemoryStream(upload.Content), upload.FileName, TableLimits.Default, cancellation);
        var columns = FigureColumns.Recognise(table);
        var matched =
            upload.Columns.Count > 0 ? upload.Columns : await uploads.MatchedAsync(place.Actor, columns.Signature(table), cancellation);
        return (upload, table, matched.Count == columns.Kinds.Count ? columns.With(matched) : columns);
    }

    private static RazorComponentResult<FilePage> FilePage(Place place, string? error) =>
        new(new { Place = place, Error = error })
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static RazorComponentResult<ColumnsPage> Columns(
        Place place,
        Upload upload,
        Table table,
        FigureColumns columns,
        string? error
    ) =>
        new(
            new
            {
                Place = place,
                Upload = upload,
                Table = table,
                Columns = columns,
                Error = error,
            }
        )
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static RazorComponentResult<PreviewPage> Preview(
        Place place,
        Upload upload,
        FigureFile file,
        string? show,
        int? page,
        string? reason,
        string? error
    ) =>
        new(
            new
            {
                Place = place,
                Upload = upload,
                File = file,
                Kind = PreviewPage.KindOf(show, file),
                Page = page ?? 1,
                Reason = FigureWords.Reason(reason),
                Error = error,
            }
        )
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}
