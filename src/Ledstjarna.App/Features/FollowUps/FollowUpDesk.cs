using Ledstjarna.App.Doors.Web;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Storage.Reading;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.FollowUps;

/// <summary>Gathers what a follow-up's page shows: to those who work here also who is asked and who is done.</summary>
public sealed class FollowUpDesk(Requests requests, Accounts accounts)
{
    public async Task<IResult> PageAsync(
        Place place,
        FollowUp followUp,
        string? fault,
        CancellationToken cancellation,
        IFormCollection? sent = null
    )
    {
        var organisation = place.Organisation.OrganisationId;
        var works = place.Actor.MaySomewhere(Right.ReadPreparation);
        var asked = works ? await requests.OfAsync(organisation, followUp.Id, cancellation) : [];
        var people = place.Actor.May(Right.ManageFollowUps)
            ? (await accounts.AllAsync(organisation, cancellation)).ToDictionary(a => a.Account.Id, a => a.Account.Name)
            : new Dictionary<AccountId, string>();
        return new RazorComponentResult<FollowUpPage>(
            new
            {
                Place = place,
                FollowUp = followUp,
                Requests = asked,
                People = people,
                Fault = fault,
                Sent = sent ?? FormCollection.Empty,
            }
        )
        {
            StatusCode = fault is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
    }
}
