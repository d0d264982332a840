using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Storage.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>What one is asked to report, one screen each.</summary>
public static class ReportWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet(
            "uppgifter",
            async (string kommun, Visits visits, Requests requests, Accounts accounts, CancellationToken cancellation) =>
            {
                var place = await visits.EnterAsync(kommun, Right.ReadPreparation, cancellation);
                var open = place.Record.FollowUps.Where(f => f.TakesReports).Select(f => f.Id).ToList();
                var asked = await requests.OfAsync(place.Organisation.OrganisationId, open, cancellation);
                return new RazorComponentResult<TasksPage>(
                    new
                    {
                        Place = place,
                        Requests = asked.Where(r => RequestAccess.IsMine(place.Actor, r)).ToList(),
                        Steps = TaskSteps.Of(place, asked, await ReportingAsync(place, accounts, cancellation)).ToList(),
                    }
                );
            }
        );
        organisation.MapGet(
            "uppgifter/{id:guid}",
            async (string kommun, Guid id, string? sparat, Visits visits, Requests requests, CancellationToken cancellation) =>
            {
                var (place, request) = await FindAsync(kommun, id, visits, requests, cancellation);
                return Page(
                    new ReportView(place, request, await requests.LikeAsync(request, cancellation))
                    {
                        Version = request.Version,
                        Message = sparat switch
                        {
                            "inlamnat" => "Underlaget är inlämnat. Du kan ändra det till sista dagen.",
                            "utkast" => "Utkastet är sparat. Det är inte inlämnat än.",
                            _ => null,
                        },
                    }
                );
            }
        );
        organisation.MapPost("uppgifter/{id:guid}", SaveAsync);
    }

    /// <summary>The units that someone can report for; only asked for by the one who can add people.</summary>
    private static async Task<IReadOnlySet<UnitId>?> ReportingAsync(Place place, Accounts accounts, CancellationToken cancellation)
    {
        if (!place.Actor.May(Right.ManagePeople))
        {
            return null;
        }

        var people = await accounts.AllAsync(place.Organisation.OrganisationId, cancellation);
        return place
            .Record.Units.Select(u => u.Id)
            .Where(u => people.Any(p => p.Account.IsActive && p.Grants.Any(g => Reports(g, u))))
            .ToHashSet();

        bool Reports(RoleGrant grant, UnitId unit) =>
            AccessRules.ReachOf(grant.Role, Right.Report) == Reach.OwnUnits && (grant.UnitId is null || IsWithin(unit, grant.UnitId.Value));

        bool IsWithin(UnitId unit, UnitId above) =>
            unit == above || (place.Record.Units.Single(u => u.Id == unit).ParentId is { } parent && IsWithin(parent, above));
    }

    private static async Task<IResult> SaveAsync(
        string kommun,
        Guid id,
        IFormCollection form,
        Visits visits,
        Requests requests,
        SaveReportHandler handler,
        CancellationToken cancellation
    )
    {
        var (place, request) = await FindAsync(kommun, id, visits, requests, cancellation);
        var like = await requests.LikeAsync(request, cancellation);
        var plain = new ReportView(place, request, like);
        var act = form["gor"].ToString();
        var isDone = act is "klar" or "inget-nytt";
        var sent = ReportForm.Read(form, plain.Scope, plain.Asks, act == "klar");
        if (act == "inget-nytt" && plain.Last is { } last)
        {
            sent = sent with { Report = last.Request.Report with { NothingNew = true } };
        }

        var version = int.TryParse(form["version"], System.Globalization.CultureInfo.InvariantCulture, out var v) ? v : request.Version;
        ReportView Again(string? fault, Report? theirs = null, int? now = null, bool preview = false) =>
            new(place, request, like)
            {
                Form = sent,
                Fault = fault,
                Theirs = theirs,
                Version = now ?? version,
                IsPreview = preview,
            };

        if (sent.Errors.Count > 0)
        {
            return Page(Again("Inget är sparat än. Rätta det som är markerat nedan."));
        }

        if (act == "visa")
        {
            return Page(Again(null, preview: true));
        }

        try
        {
            var result = await handler.HandleAsync(
                place.Actor,
                new SaveReport(request.Id, version, sent.Report, sent.Figures, isDone),
                cancellation
            );
            return result switch
            {
                { Theirs: { } theirs } => Page(
                    Again(
                        "Någon annan har sparat underlaget sedan du öppnade det. Deras text står nedan; dina ord står kvar i rutorna. Spara igen när du har fört ihop dem.",
                        theirs.Report,
                        theirs.Version
                    )
                ),
                { Figures.Overtaken.Count: > 0 } => Page(
                    Again("Någon annan har ändrat en siffra sedan du öppnade sidan. Ladda om sidan för att se den. Inget är sparat.")
                ),
                _ => Results.Redirect($"{FollowUpsLinks.Task(place, request.Id)}?sparat={(isDone ? "inlamnat" : "utkast")}"),
            };
        }
        catch (DomainRuleException e)
        {
            return Page(Again($"{Swedish.Capital(RuleWords.Sentence(e))}. Inget är sparat; det du skrev står kvar."));
        }
    }

    private static async Task<(Place Place, Request Request)> FindAsync(
        string kommun,
        Guid id,
        Visits visits,
        Requests requests,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.Report, cancellation);
        var request =
            await requests.FindAsync(place.Organisation.OrganisationId, new RequestId(id), cancellation)
            ?? throw PageFaultException.NotFound("Uppgiften finns inte här", "Leta bland dina uppgifter.", FollowUpsLinks.Tasks(place));
        return RequestAccess.MayReport(place.Actor, request)
            ? (place, request)
            : throw new UnauthorizedAccessException($"{place.Actor.Name}: {Right.Report}");
    }

    private static RazorComponentResult<ReportPage> Page(ReportView view) =>
        new(new { View = view })
        {
            StatusCode =
                view.Theirs is not null ? StatusCodes.Status412PreconditionFailed
                : view.Fault is not null ? StatusCodes.Status422UnprocessableEntity
                : StatusCodes.Status200OK,
        };
}
