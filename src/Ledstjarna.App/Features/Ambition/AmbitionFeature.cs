using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Ambition;
using Ledstjarna.Domain.Periods;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Ambition;

/// <summary>The ambition levels: what held when, one level with its steps, what differs, and how politics is mirrored.</summary>
public static class AmbitionWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        CompareLevelsWeb.Map(organisation);
        organisation.MapGet(
            "nivaer",
            async (string kommun, string? den, Visits visits, CancellationToken cancellation) =>
                new RazorComponentResult<LevelsPage>(
                    new
                    {
                        Place = await visits.EnterAsync(kommun, Right.Read, cancellation),
                        Asked = DateText.TryParse(den ?? "", out var day) ? day : (DateOnly?)null,
                        AskedText = den,
                    }
                )
        );
        organisation.MapPost("nivaer", DraftAsync);
        organisation.MapGet(
            "nivaer/{id:guid}",
            async (string kommun, Guid id, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                return Page(place, Find(place, id), new FormValues(), new Dictionary<string, string>(StringComparer.Ordinal));
            }
        );
        organisation.MapPost("nivaer/{id:guid}/steg", StepAsync);
        organisation.MapPost("nivaer/{id:guid}/utvarderad", EvaluateAsync);
        organisation.MapGet(
            "nivaer/{id:guid}/spegling",
            async (string kommun, Guid id, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.Read, cancellation);
                return new RazorComponentResult<MirrorPage>(new { Place = place, Level = Find(place, id) });
            }
        );
    }

    /// <summary>A draft is for those who work here.</summary>
    public static bool MayRead(Place place, AmbitionLevel level) => !level.IsPreparation || place.Actor.MaySomewhere(Right.ReadPreparation);

    internal static AmbitionLevel Find(Place place, Guid id) =>
        place.Record.AmbitionLevels.FirstOrDefault(l => l.Id == new AmbitionLevelId(id) && MayRead(place, l))
        ?? throw PageFaultException.NotFound("Ambitionsnivån finns inte här", "Leta i listan över nivåer.", AmbitionLinks.All(place));

    private static async Task<IResult> DraftAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        DraftLevelHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageLevels, cancellation);
        var fields = LevelsPage.DraftFields(place);
        var sent = SentForm.Read(form, fields);
        if (sent.Errors.Count > 0)
        {
            return new RazorComponentResult<LevelsPage>(
                new
                {
                    Place = place,
                    Values = sent.Values,
                    Errors = sent.Errors,
                }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        }

        try
        {
            var id = await handler.HandleAsync(
                place.Actor,
                new DraftLevel(
                    sent.Values["name"],
                    sent.Values.Id("from") is { } f ? new AmbitionLevelId(f) : null,
                    new UnitId(sent.Values.Id("body")!.Value),
                    new GoalStructureId(sent.Values.Id("structure")!.Value)
                ),
                cancellation
            );
            return Results.Redirect(AmbitionLinks.Level(place, id));
        }
        catch (DomainRuleException e)
        {
            return new RazorComponentResult<LevelsPage>(
                new
                {
                    Place = place,
                    Values = sent.Values,
                    Errors = new Dictionary<string, string>(StringComparer.Ordinal)
                    {
                        [e.Field] = $"{Swedish.Capital(RuleWords.Sentence(e))}.",
                    },
                }
            )
            {
                StatusCode = StatusCodes.Status422UnprocessableEntity,
            };
        }
    }

    private static async Task<IResult> StepAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        StepLevelHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageLevels, cancellation);
        var level = Find(place, id);
        var sent = SentForm.Read(form, LevelPage.StepFields(place.Record));
        if (sent.Errors.Count > 0)
        {
            return Page(place, level, sent.Values, sent.Errors);
        }

        try
        {
            var warning = await handler.HandleAsync(
                place.Actor,
                new StepLevel(
                    level.Id,
                    Enum.TryParse<LevelState>(form["was"], out var was) ? was : level.State,
                    sent.Values.Enum<LevelState>("to"),
                    sent.Values.Id("decision") is { } d ? new DecisionId(d) : null,
                    sent.Values.Date("from"),
                    sent.Values.Date("lastDay"),
                    sent.Values.Date("forFollowUpsFrom"),
                    sent.Values.Text("why")
                ),
                cancellation
            );
            return warning is null
                ? Results.Redirect($"{AmbitionLinks.Level(place, level.Id)}?klart=ja")
                : Page(place, level, sent.Values, new Dictionary<string, string>(StringComparer.Ordinal) { [""] = warning });
        }
        catch (DomainRuleException e)
        {
            return Page(
                place,
                level,
                sent.Values,
                new Dictionary<string, string>(StringComparer.Ordinal) { [e.Field] = $"{Swedish.Capital(RuleWords.Sentence(e))}." }
            );
        }
    }

    private static async Task<IResult> EvaluateAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        EvaluateLevelHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManageLevels, cancellation);
        var level = Find(place, id);
        await handler.HandleAsync(
            place.Actor,
            level.Id,
            form["skal-for"].OfType<string>().ToHashSet(StringComparer.Ordinal),
            form["why"],
            cancellation
        );
        return Results.Redirect(AmbitionLinks.Level(place, level.Id));
    }

    private static RazorComponentResult<LevelPage> Page(
        Place place,
        AmbitionLevel level,
        FormValues values,
        IReadOnlyDictionary<string, string> errors
    ) =>
        new(
            new
            {
                Place = place,
                Level = level,
                Values = values,
                Errors = errors,
            }
        )
        {
            StatusCode = errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}
