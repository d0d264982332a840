using System.Security.Cryptography;
using System.Text;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Forms;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Decisions;
using Ledstjarna.Domain.FollowUps;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Decisions;

/// <summary>A whole meeting: pasted, read with what could not be read shown, looked through, registered.</summary>
internal static class MeetingWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "arbeta/sammantrade",
            async (string kommun, Visits visits, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.RegisterDecisions, cancellation);
                return Page(place, Begin(place), new Dictionary<string, string>(StringComparer.Ordinal), []);
            }
        );
        organisation.MapPost("arbeta/sammantrade", SaveAsync);
    }

    /// <param name="place">Where, and who: only bodies whose decisions they may register.</param>
    public static IReadOnlyList<Field> Fields(Place place) =>
        [
            new("body", "Organ", FieldKind.Choice)
            {
                IsRequired = true,
                Options = Choices.Units(place.Record, u => u.Decides && place.Actor.May(Right.RegisterDecisions, u.Id)),
            },
            new("day", "Sammanträdesdag", FieldKind.Date) { IsRequired = true },
            new("kind", "Besluten är", FieldKind.Choice) { IsRequired = true, Options = Choices.Of<DecisionKind>(DecisionWords.Name) },
            new("minutes", "Protokollet är", FieldKind.Choice)
            {
                IsRequired = true,
                Options = Choices.Of<MinutesState>(DecisionWords.Name),
            },
            new("text", "Besluten, ett på varje rad", FieldKind.PlainText) { IsRequired = true, MaxLength = 50_000 },
        ];

    private static FormValues Begin(Place place) =>
        FormValues.Of(
            ("day", Canonical.Text(place.Today)),
            ("kind", nameof(DecisionKind.Decision)),
            ("minutes", nameof(MinutesState.Unadjusted))
        );

    private static async Task<IResult> SaveAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        EnterMeetingHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.RegisterDecisions, cancellation);
        var sent = SentForm.Read(form, Fields(place));
        if (sent.Errors.Count > 0)
        {
            return Page(place, sent.Values, sent.Errors, []);
        }

        var command = new EnterMeeting(
            new UnitId(sent.Values.Id("body")!.Value),
            sent.Values.Date("day")!.Value,
            sent.Values.Enum<DecisionKind>("kind"),
            sent.Values.Enum<MinutesState>("minutes"),
            sent.Values["text"]
        );
        var isChecked = form.ContainsKey("klart") && form["last"].ToString() == Seen(sent.Values);
        var lines = isChecked
            ? await handler.HandleAsync(place.Actor, command, cancellation)
            : EnterMeetingHandler.Read(place.Record, place.Actor, command);
        return isChecked && lines.Count > 0 && lines.All(l => l.Decision is not null)
            ? Results.Redirect(
                $"{DecisionsLinks.All(place)}?organ={Uri.EscapeDataString(Abbreviation(place.Record, command.Body))}&ar={command.Day.Year}"
            )
            : Page(place, sent.Values, sent.Errors, lines);
    }

    /// <summary>A hash of what was read, so that only lines that have been shown are saved.</summary>
    public static string Seen(FormValues values) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\n', values["body"], values["day"], values["kind"], values["minutes"], values["text"]))
            )
        );

    private static string Abbreviation(SteeringRecord record, UnitId body) => record.Units.Single(u => u.Id == body).Abbreviation;

    private static RazorComponentResult<MeetingPage> Page(
        Place place,
        FormValues values,
        IReadOnlyDictionary<string, string> errors,
        IReadOnlyList<MeetingLine> lines
    ) =>
        new(
            new
            {
                Place = place,
                Values = values,
                Errors = errors,
                Lines = lines,
            }
        )
        {
            StatusCode =
                errors.Count > 0 || lines.Any(l => l.Decision is null) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
        };
}
