using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Features.Analysis;
using Ledstjarna.App.Features.People;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>Something else than a report that a follow-up needs of someone.</summary>
/// <param name="FollowUp">Which.</param>
/// <param name="Text">What to do.</param>
/// <param name="Why">How it stands.</param>
/// <param name="Address">Where it is done.</param>
public sealed record TaskStep(FollowUp FollowUp, string Text, string Why, string Address);

/// <summary>What each role is to do in the follow-ups under way, besides reporting.</summary>
internal static class TaskSteps
{
    /// <param name="place">Where, and who.</param>
    /// <param name="requests">All requests of the follow-ups under way.</param>
    /// <param name="reporting">The units that someone can report for. Null: not asked about.</param>
    public static IEnumerable<TaskStep> Of(Place place, IReadOnlyList<Request> requests, IReadOnlySet<UnitId>? reporting)
    {
        var manages = place.Actor.May(Right.ManageFollowUps);
        foreach (var followUp in place.Record.FollowUps.OrderByDescending(f => f.CutOff))
        {
            var page = FollowUpsLinks.FollowUp(place, followUp);
            var asked = requests.Where(r => r.FollowUpId == followUp.Id).ToList();
            var (done, late) = (asked.Count(r => r.IsReported), asked.Count(r => r.IsLate(place.Today)));
            var come =
                asked.Count == 0
                    ? "Inget underlag är begärt."
                    : $"{Swedish.Capital(Swedish.Count(done))} av {Swedish.Count(asked.Count)} underlag är inne{(late == 0 ? "" : $", {Swedish.Count(late)} är {(late == 1 ? "sent" : "sena")}")}.";
            if (manages && Managing(followUp, place.Today, asked.Count > 0 && done == asked.Count) is { } text)
            {
                yield return new TaskStep(
                    followUp,
                    text,
                    followUp.TakesReports ? come : FollowUpWords.Name(followUp.State),
                    $"{page}#vidare"
                );
            }

            foreach (var part in FollowUpPart.All(place.Record, followUp).Where(p => p.IsOpen(place.Record) && Decides(place.Actor, p)))
            {
                var by = part.IsWhole ? followUp.BoardBy : followUp.UnitsBy;
                yield return new TaskStep(
                    followUp,
                    $"Registrera vad {part.Body.Name} beslutar",
                    by is { } day ? $"Senast {Swedish.LongDate(day)}." : "När beslutet är fattat.",
                    $"{page}#besluten"
                );
            }

            if (!followUp.TakesReports)
            {
                continue;
            }

            if (!manages && !place.Actor.MaySomewhere(Right.Report))
            {
                yield return new TaskStep(followUp, "Läs den gemensamma analysen", come, AnalysisLinks.Analysis(place, followUp));
            }

            if (
                reporting is not null
                && asked
                    .Where(r => !r.IsReported && r.AccountId is null)
                    .Select(r => r.UnitId)
                    .Distinct()
                    .Where(u => !reporting.Contains(u))
                    .ToList()
                    is { Count: > 0 } alone
            )
            {
                yield return new TaskStep(
                    followUp,
                    "Lägg upp någon som kan rapportera",
                    $"Ingen kan rapportera för {Swedish.And([.. alone.Select(u => place.Record.Units.Single(x => x.Id == u).Name).Order(Swedish.Order)])}.",
                    PeopleLinks.Persons(place)
                );
            }
        }
    }

    private static string? Managing(FollowUp followUp, DateOnly today, bool allIn) =>
        followUp.State switch
        {
            FollowUpState.Planned when followUp.CutOff <= today => "Öppna uppföljningen, så blir enheterna ombedda att rapportera",
            FollowUpState.Open => allIn ? "Alla är klara: ta uppföljningen till beredning" : "Se vilka som är klara",
            FollowUpState.Preparing => "Gör den gemensamma analysen och bered beslutet",
            FollowUpState.Decided => "Publicera uppföljningen, så ser invånarna den",
            _ => null,
        };

    private static bool Decides(Actor actor, FollowUpPart part) =>
        actor.Grants.Any(g =>
            AccessRules.ReachOf(g.Role, Right.DecideFollowUps) == Reach.OwnUnits && (g.Units is null || g.Units.Contains(part.Body.Id))
        );
}
