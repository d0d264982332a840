using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.History;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Editing;

/// <summary>Between the form in the browser and the handler: reads, answers, and shows both versions when someone else was faster.</summary>
public sealed class FormDesk(Visits visits, Editors editors, SaveThingHandler handler, ChangeLog log)
{
    /// <summary>Before a field as it was when the form was opened.</summary>
    public const string Opened = "opened.";

    /// <summary>Before a field's own version, and the choice of version, where two are to be merged.</summary>
    public const string Mine = "mine.";
    public const string Pick = "pick.";
    public const string Theirs = "theirs";

    public static async Task<(Place Place, IEditor Editor)> OpenAsync(
        string slug,
        string kind,
        Visits visits,
        Editors editors,
        CancellationToken cancellation
    )
    {
        var editor =
            editors.Find(kind)
            ?? throw PageFaultException.NotFound("Sidan finns inte", "Kontrollera adressen, eller gå till startsidan.", $"/{slug}");
        var place = await visits.EnterAsync(slug, Domain.Access.Right.SignIn, cancellation);
        if (!place.Actor.IsSignedIn)
        {
            throw new Doors.Web.SignIn.SignInNeededException(place.Organisation.Slug);
        }

        return editor.Rights.Any(place.Actor.MaySomewhere)
            ? (place, editor)
            : throw new UnauthorizedAccessException($"{place.Actor.Name}: {editor.Key}");
    }

    public async Task<IResult> SaveAsync(string slug, string kind, string? id, IFormCollection form, CancellationToken cancellation)
    {
        var (place, editor) = await OpenAsync(slug, kind, visits, editors, cancellation);
        var thing = id is null ? null : editor.Find(place.Record, id) ?? throw NotThere(place, editor);
        var isMerged = form.ContainsKey("sammanslagning");
        var known = editor.Fields(place.Record, thing?.Values ?? new FormValues());
        var fields = editor.Fields(
            place.Record,
            isMerged ? SentForm.ReadHidden(form, known, Mine) : SentForm.Read(form, known).Values // fields may follow from what is filled in
        );
        var opened = SentForm.ReadHidden(form, fields, Opened);
        var sent = isMerged ? Merged(form, fields, opened) : SentForm.Read(form, fields);
        if (sent.Errors.Count > 0)
        {
            return Page(place, editor, thing, sent.Values, opened, sent.Errors);
        }

        var result = await handler.HandleAsync(place.Actor, new SaveThing(editor, id, sent.Values, opened, form["skal"]), cancellation);
        return result switch
        {
            SaveResult.Saved saved => Results.Redirect(After(place, editor, saved)),
            SaveResult.Refused refused => Page(place, editor, thing, sent.Values, opened, refused.Errors),
            SaveResult.Overtaken overtaken => new RazorComponentResult<ConflictPage>(
                new
                {
                    Place = place,
                    Editor = editor,
                    Fields = fields,
                    Now = overtaken.Now,
                    MineValues = sent.Values,
                    OpenedValues = opened,
                    Last = await LastAsync(place, editor, overtaken.Now.Id, log, cancellation),
                }
            )
            {
                StatusCode = StatusCodes.Status412PreconditionFailed,
            },
            _ => throw NotThere(place, editor),
        };
    }

    /// <summary>Shows what the form would lead to. Nothing is saved, and the form stands as it was sent.</summary>
    public async Task<IResult> TryAsync(string slug, string kind, string? id, IFormCollection form, CancellationToken cancellation)
    {
        var (place, editor) = await OpenAsync(slug, kind, visits, editors, cancellation);
        var thing = id is null ? null : editor.Find(place.Record, id) ?? throw NotThere(place, editor);
        if (editor.Trial is null)
        {
            throw PageFaultException.NotFound("Här finns inget att pröva", "Gå tillbaka till formuläret.", EditingLinks.List(place, kind));
        }

        var fields = editor.Fields(
            place.Record,
            SentForm.Read(form, editor.Fields(place.Record, thing?.Values ?? new FormValues())).Values
        );
        var (sent, opened) = (SentForm.Read(form, fields), SentForm.ReadHidden(form, fields, Opened));
        if (sent.Errors.Count > 0)
        {
            return Page(place, editor, thing, sent.Values, opened, sent.Errors);
        }

        try
        {
            return Page(place, editor, thing, sent.Values, opened, tried: editor.Build(place.Record, id, sent.Values));
        }
        catch (DomainRuleException e)
        {
            return Page(place, editor, thing, sent.Values, opened, SaveThingHandler.Refused(fields, e).Errors);
        }
    }

    public static IResult Page(
        Place place,
        IEditor editor,
        Thing? thing,
        FormValues values,
        FormValues opened,
        IReadOnlyDictionary<string, string>? errors = null,
        Change? last = null,
        bool isSaved = false,
        IReadOnlyList<object>? tried = null
    ) =>
        new RazorComponentResult<EditPage>(
            new
            {
                Place = place,
                Editor = editor,
                Thing = thing,
                Values = values,
                OpenedValues = opened,
                Errors = errors ?? new Dictionary<string, string>(StringComparer.Ordinal),
                Last = last,
                IsSaved = isSaved,
                Tried = tried,
            }
        )
        {
            StatusCode = errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };

    public static async Task<Change?> LastAsync(Place place, IEditor editor, string id, ChangeLog log, CancellationToken cancellation) =>
        (await log.FindAsync(place.Organisation.OrganisationId, new ChangeFilter(editor.Key, id), 1, cancellation)) is [var last]
            ? last
            : null;

    public static PageFaultException NotThere(Place place, IEditor editor) =>
        PageFaultException.NotFound(
            $"{Swedish.Capital(editor.Name.The)} finns inte här",
            "Någon kan ha tagit bort den. Ändringsloggen visar när och av vem.",
            EditingLinks.List(place, editor.Key)
        );

    private static string After(Place place, IEditor editor, SaveResult.Saved saved) =>
        $"{EditingLinks.Edit(place, editor.Key, saved.Id)}?sparat={(saved.Changed ? "ja" : "lika")}";

    /// <summary>Field by field, the version that was picked.</summary>
    private static SentForm Merged(IFormCollection form, IReadOnlyList<Field> fields, FormValues theirs)
    {
        var mine = SentForm.ReadHidden(form, fields, Mine);
        var errors = new Dictionary<string, string>(StringComparer.Ordinal);
        var values = new List<(string, string?)>();
        foreach (var field in fields)
        {
            var (value, error) = field.Read(form[Pick + field.Name] == Theirs ? theirs[field.Name] : mine[field.Name]);
            values.Add((field.Name, value));
            if (error is not null)
            {
                errors[field.Name] = error;
            }
        }

        return new SentForm(FormValues.Of([.. values]), errors);
    }
}
