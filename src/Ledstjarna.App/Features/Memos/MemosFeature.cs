using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Documents;
using Ledstjarna.Documents.Pdf;
using Ledstjarna.Documents.Word;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Domain.Periods;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Memos;

/// <summary>Memos: read, handed over as Word and PDF, composed anew, sent; and the municipality's own Word file behind them.</summary>
public static class MemosWeb
{
    /// <summary>Larger than any letterhead.</summary>
    public const int LargestBase = 5 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet("tjansteskrivelser/{id:guid}", ShowAsync);
        organisation.MapGet("tjansteskrivelser/{id:guid}.docx", WordAsync);
        organisation.MapGet("tjansteskrivelser/{id:guid}.pdf", PdfAsync);
        organisation.MapPost("tjansteskrivelser/{id:guid}/nytt", RecomposeAsync);
        organisation.MapPost("tjansteskrivelser/{id:guid}/skickat", DispatchAsync);
        organisation.MapGet("tjansteskrivelser/{id:guid}/skickat/{fil:guid}", SentAsync);
        organisation.MapGet(
            "mallar/{id:guid}",
            async (string kommun, Guid id, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.ManageDocuments, cancellation);
                return TemplatePage(place, FindTemplate(place, id), null);
            }
        );
        organisation.MapPost("mallar/{id:guid}", KeepBaseAsync).RequireRateLimiting(Limits.Import);
    }

    private static async Task<IResult> ShowAsync(string kommun, Guid id, Visits visits, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(kommun, Right.ReadPreparation, cancellation);
        return Page(place, Find(place, id));
    }

    private static async Task<IResult> WordAsync(string kommun, Guid id, Visits visits, DocumentFiles files, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(kommun, Right.ReadPreparation, cancellation);
        var memo = Find(place, id);
        return Results.File(await WriteAsync(place, memo, files, cancellation), WordFile.MediaType, $"{FileName(place, memo)}.docx");
    }

    private static async Task<byte[]> WriteAsync(Place place, Memo memo, DocumentFiles files, CancellationToken cancellation)
    {
        var template = place.Record.MemoTemplates.Single(t => t.Id == memo.TemplateId);
        var own = template.BaseFileName is null ? null : await files.ReadAsync(place.Actor, template.Id.Value, cancellation);
        using var file = new MemoryStream();
        WordFile.Write(file, MemoDocument.Of(place.Record, memo), own is null ? null : new MemoryStream(own, writable: false));
        return file.ToArray();
    }

    private static async Task<IResult> PdfAsync(string kommun, Guid id, Visits visits, PdfPrinter printer, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(kommun, Right.ReadPreparation, cancellation);
        var memo = Find(place, id);
        try
        {
            var pdf = await printer.PrintAsync(MemoDocument.Of(place.Record, memo), cancellation);
            return Results.File(pdf, PdfPrinter.MediaType, $"{FileName(place, memo)}.pdf");
        }
        catch (PdfException e)
        {
            throw new PageFaultException(
                StatusCodes.Status503ServiceUnavailable,
                "Pdf-filen blev inte klar",
                e.Fault == PdfFault.NoChromium
                    ? "Servern saknar webbläsaren Chromium, som skriver ut till pdf. Be driften installera paketet chromium, eller hämta Word-filen."
                    : "Utskriften tog för lång tid eller avbröts. Försök igen, eller hämta Word-filen.",
                MemosLinks.Memo(place, memo.Id)
            );
        }
    }

    private static async Task<IResult> RecomposeAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        RecomposeHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageMatters, cancellation);
        var memo = Find(place, id);
        HashSet<string> Chosen(string what) =>
            form.Where(f => f.Key.StartsWith("val-", StringComparison.Ordinal) && f.Value == what)
                .Select(f => f.Key["val-".Length..])
                .ToHashSet(StringComparer.Ordinal);
        try
        {
            await handler.HandleAsync(
                place.Actor,
                memo.Id,
                Chosen("ta"),
                Chosen("byt"),
                Chosen("lat"),
                form["sett"].ToString(),
                cancellation
            );
        }
        catch (DomainRuleException e) when (e.Code == RuleCode.ChangedMeanwhile)
        {
            return Page(
                place,
                memo,
                offerError: "Ärendet eller texten har ändrats sedan du öppnade sidan. Se förslagen nedan och välj igen."
            );
        }

        return Results.Redirect(MemosLinks.Memo(place, memo.Id));
    }

    private static async Task<IResult> DispatchAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        DispatchMemoHandler handler,
        DocumentFiles files,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageMatters, cancellation);
        var memo = Find(place, id);
        var sent = new DispatchForm(
            form["till"].OfType<string>().ToHashSet(StringComparer.Ordinal),
            Text(form["annan"].ToString()),
            form["den"].ToString(),
            Text(form["hur"].ToString())
        );
        var to = sent.To.Append(sent.Other).Select(Text).Where(t => t.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var error =
            to.Count == 0 ? "Välj minst en mottagare."
            : to.Count > 200 || to.Exists(t => t.Length > Dispatch.LongestTo)
                ? $"En mottagare är högst {Dispatch.LongestTo} tecken, och högst 200 antecknas åt gången."
            : !DateText.TryParse(sent.On, out var on) ? "Skriv datumet som 2026-12-31."
            : on > place.Today ? "Det går inte att anteckna något som skickats i framtiden. Välj dagen det skickades."
            : sent.How.Length > 200 ? "Hur det skickades är högst 200 tecken."
            : null;
        if (error is not null)
        {
            return Page(place, memo, error, sent);
        }

        var file = await WriteAsync(place, memo, files, cancellation);
        var day = DateText.Parse(sent.On, "on");
        await handler.HandleAsync(place.Actor, memo.Id, to, day, sent.How.Length == 0 ? null : sent.How, file, cancellation);
        return Results.Redirect($"{MemosLinks.Memo(place, memo.Id)}#utskick");

        static string Text(string typed) => typed.Replace("\0", "", StringComparison.Ordinal).Trim();
    }

    /// <summary>The memo as it was when it was sent.</summary>
    private static async Task<IResult> SentAsync(
        string kommun,
        Guid id,
        Guid fil,
        Visits visits,
        DocumentFiles files,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ReadPreparation, cancellation);
        var memo = Find(place, id);
        return
            place.Record.Dispatches.FirstOrDefault(d => d.MemoId == memo.Id && d.FileId == fil) is { } dispatch
            && await files.ReadAsync(place.Actor, fil, cancellation) is { } content
            ? Results.File(content, WordFile.MediaType, $"{FileName(place, memo)} skickad {Swedish.Date(dispatch.On)}.docx")
            : throw PageFaultException.NotFound(
                "Filen finns inte här",
                "Gå tillbaka till tjänsteskrivelsen.",
                MemosLinks.Memo(place, memo.Id)
            );
    }

    private static async Task<IResult> KeepBaseAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        KeepBaseHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageDocuments, cancellation);
        var template = FindTemplate(place, id);
        if (form.ContainsKey("bort"))
        {
            await handler.HandleAsync(place.Actor, template.Id, null, [], cancellation);
            return Results.Redirect(MemosLinks.Template(place, template.Id));
        }

        if (form.Files is not [{ Length: > 0 } file, ..])
        {
            return TemplatePage(place, template, "Välj en Word-fil.");
        }

        if (file.Length > LargestBase)
        {
            return TemplatePage(place, template, "Filen är större än 5 MB. Ta bort stora bilder ur mallen och försök igen.");
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellation);
        try
        {
            using var trial = new MemoryStream();
            var trialText = new Document("Prov", place.Organisation.Name, place.Today, [new Paragraph("Prov")]);
            WordFile.Write(trial, trialText, new MemoryStream(content.ToArray(), writable: false));
        }
        catch (BaseRefusedException e)
        {
            return TemplatePage(place, template, BaseWords.Sentence(e.Fault));
        }

        await handler.HandleAsync(place.Actor, template.Id, SentFile.Name(file), content.ToArray(), cancellation);
        return Results.Redirect(MemosLinks.Template(place, template.Id));
    }

    private static string FileName(Place place, Memo memo)
    {
        var number = place.Record.Matters.Single(m => m.Id == memo.MatterId).DiaryNumber;
        return $"Tjansteskrivelse {string.Concat(number.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-'))} {Swedish.Date(memo.Date)}";
    }

    private static Memo Find(Place place, Guid id) =>
        place.Record.Memos.FirstOrDefault(m => m.Id == new MemoId(id))
        ?? throw PageFaultException.NotFound("Tjänsteskrivelsen finns inte här", "Leta bland ärendena.", Matters.MattersLinks.All(place));

    private static MemoTemplate FindTemplate(Place place, Guid id) =>
        place.Record.MemoTemplates.FirstOrDefault(t => t.Id == new MemoTemplateId(id))
        ?? throw PageFaultException.NotFound("Mallen finns inte här", "Leta bland mallarna.", Editing.EditingLinks.List(place, "mall"));

    private static RazorComponentResult<MemoPage> Page(
        Place place,
        Memo memo,
        string? error = null,
        DispatchForm? sent = null,
        string? offerError = null
    ) =>
        new(
            new
            {
                Place = place,
                Memo = memo,
                Error = error,
                Sent = sent,
                OfferError = offerError,
            }
        )
        {
            StatusCode = error is null && offerError is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    private static RazorComponentResult<BasePage> TemplatePage(Place place, MemoTemplate template, string? error) =>
        new(
            new
            {
                Place = place,
                Template = template,
                Error = error,
            }
        )
        {
            StatusCode = error is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}

/// <summary>A note that something was sent, as it was filled in.</summary>
public sealed record DispatchForm(IReadOnlySet<string> To, string Other, string On, string How);
