using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Integrations.Files;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Goals;

/// <summary>A goal structure from a sheet: filled in or sent, read with every error shown, looked through, made.</summary>
internal static class ImportGoalsWeb
{
    /// <summary>Room for the largest structure there could be, and too little for what is no structure.</summary>
    public static readonly TableLimits SheetLimits = TableLimits.Default with { Rows = 5000, Columns = 60, FileBytes = 5 * 1024 * 1024 };

    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "malark",
            async (string kommun, string? exempel, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.ImportGoals, cancellation);
                return Page(place, SheetForm.Begin(place.Record, exempel is not null, place.Today), StatusCodes.Status200OK);
            }
        );
        organisation.MapPost("malark", ReadAsync).RequireRateLimiting(Limits.Import);
    }

    private static async Task<IResult> ReadAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        ImportGoalsHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ImportGoals, cancellation);
        var sent = SentForm.Read(form, SheetForm.Fields(place.Record));
        var page = new SheetForm(sent.Values, sent.Errors, form["text"].ToString());
        try
        {
            var table = form.Files.FirstOrDefault(f => f.Length > 0) is { } file
                ? TableReader.Read(file.OpenReadStream(), file.FileName, SheetLimits, cancellation)
                : TableReader.ReadText(page.Text, SheetLimits);
            page = page with { Table = table, Text = SheetExample.TextOf(table) };
            if (sent.Errors.Count > 0)
            {
                return Page(place, page, StatusCodes.Status422UnprocessableEntity);
            }

            var structure = SheetForm.StructureOf(sent.Values);
            var isChecked = form.ContainsKey("klart");
            var sheet = isChecked
                ? await handler.HandleAsync(place.Actor, structure, table, cancellation)
                : GoalSheet.Read(place.Record, structure, table);
            if (sheet.Structure is { } made && isChecked)
            {
                return Results.Redirect($"/{place.Organisation.Slug}/maltrad?datum={Swedish.Date(made.Validity.From!.Value)}");
            }

            page = page with { Sheet = sheet, Errors = sheet.Refused is { } refused ? Errors(refused) : page.Errors };
            return Page(place, page, sheet.Structure is null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
        }
        catch (TableRefusedException e)
        {
            return Page(place, page with { Refused = TableWords.Sentence(e) }, StatusCodes.Status422UnprocessableEntity);
        }
        catch (DomainRuleException e)
        {
            return Page(place, page with { Errors = Errors(e) }, StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static Dictionary<string, string> Errors(DomainRuleException e) =>
        new(StringComparer.Ordinal) { [e.Field] = $"{Swedish.Capital(RuleWords.Sentence(e))}." };

    private static RazorComponentResult<SheetPage> Page(Place place, SheetForm form, int statusCode) =>
        new(new { Place = place, Form = form }) { StatusCode = statusCode };
}

/// <summary>The page's form, as it begins or as it was sent.</summary>
/// <param name="Values">Of the structure.</param>
/// <param name="Errors">Of the structure, by field.</param>
/// <param name="Text">The sheet, as it stands in the box.</param>
public sealed record SheetForm(FormValues Values, IReadOnlyDictionary<string, string> Errors, string Text)
{
    /// <summary>What was sent, as it was read.</summary>
    public Table? Table { get; init; }

    /// <summary>What it says. Null: it has not been read, or could not be.</summary>
    public GoalSheet? Sheet { get; init; }

    /// <summary>Why the sheet as such could not be read.</summary>
    public string? Refused { get; init; }

    public static SheetForm Begin(SteeringRecord record, bool withExample, DateOnly today)
    {
        var from = record.Structures.Select(s => s.Validity.To).Max() is { } last ? last.AddDays(1) : new DateOnly(today.Year, 1, 1);
        return new SheetForm(
            FormValues.Of(
                ("name", withExample ? SheetExample.Name : null),
                ("from", Canonical.Text(from)),
                ("principle", record.Principles.Count > 0 ? record.Principles[0].Id.Value.ToString() : null)
            ),
            new Dictionary<string, string>(StringComparer.Ordinal),
            withExample ? SheetExample.Text : ""
        );
    }

    public static IReadOnlyList<Field> Fields(SteeringRecord record) =>
        [
            new("name", "Målstrukturens namn") { IsRequired = true, Hint = "Till exempel Mål 2023–2026." },
            new("from", "Gäller från och med", FieldKind.Date) { IsRequired = true },
            new("to", "Gäller till och med", FieldKind.Date),
            new("principle", "Princip för bedömning", FieldKind.Choice) { IsRequired = true, Options = Choices.Principles(record) },
            new("decision", "Beslut", FieldKind.Choice) { IsAdvanced = true, Options = Choices.Decisions(record) },
            new("stem", "Gemensam början på målen")
            {
                IsAdvanced = true,
                MaxLength = 300,
                Hint = "Den mening som fullmäktiges mål avslutar, om det finns en.",
            },
        ];

    public static NewStructure StructureOf(FormValues values) =>
        new(
            values["name"],
            new Validity(values.Date("from"), values.Date("to")),
            new PrincipleId(values.Id("principle")!.Value),
            values.Id("decision") is { } d ? new DecisionId(d) : null,
            values.Text("stem")
        );
}
