using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Integrations.Mail;
using Ledstjarna.Storage.Writing;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Ledstjarna.App.Features.Mails;

/// <summary>Mails to the one who is signed in, and for an administrator those that could not be sent.</summary>
public static class MailsWeb
{
    public static void Map(IEndpointRouteBuilder organisation)
    {
        organisation.MapGet("brev", ListAsync);
        organisation.MapGet("brev/{id:guid}", OpenAsync);
        organisation.MapGet("brev/utskick", OutboxAsync);
        organisation.MapPost("brev/utskick", RetryAsync);
    }

    private static async Task<IResult> ListAsync(
        string kommun,
        Visits visits,
        OwnMails mails,
        MailSender sender,
        CancellationToken cancellation
    )
    {
        var place = await OwnAsync(kommun, visits, cancellation);
        return new RazorComponentResult<MailsPage>(
            new
            {
                Place = place,
                Mails = await mails.AllAsync(place.Actor, cancellation),
                AreSent = AreSent(place, sender),
            }
        );
    }

    private static async Task<IResult> OpenAsync(
        string kommun,
        Guid id,
        Visits visits,
        OpenMailHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await OwnAsync(kommun, visits, cancellation);
        var mail =
            await handler.HandleAsync(place.Actor, new MailId(id), cancellation)
            ?? throw PageFaultException.NotFound("Brevet finns inte här", "Leta bland dina brev.", MailsLinks.Own(place));
        return new RazorComponentResult<MailPage>(new { Place = place, Mail = mail });
    }

    private static async Task<IResult> OutboxAsync(
        string kommun,
        int? igen,
        Visits visits,
        Outbox outbox,
        MailSender sender,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManagePeople, cancellation);
        return new RazorComponentResult<OutboxPage>(
            new
            {
                Place = place,
                State = await outbox.StateAsync(place.Actor, cancellation),
                AreSent = AreSent(place, sender),
                Retried = igen ?? 0,
            }
        );
    }

    private static async Task<IResult> RetryAsync(
        string kommun,
        IFormCollection form,
        Visits visits,
        RetryMailsHandler handler,
        CancellationToken cancellation
    )
    {
        var place = await visits.EnterAsync(kommun, Right.ManagePeople, cancellation);
        var sent = form["brev"].ToString();
        MailId? id =
            sent == "alla" ? null
            : Guid.TryParse(sent, out var one) ? new MailId(one)
            : new MailId(Guid.Empty);
        var count = await handler.HandleAsync(place.Actor, id, cancellation);
        return Results.Redirect($"{MailsLinks.Outbox(place)}?igen={count}");
    }

    /// <summary>Whether mails leave the product: not without a server, and never the demonstration's.</summary>
    private static bool AreSent(Place place, MailSender sender) => sender.CanSend && !place.Organisation.IsDemo;

    private static async Task<Place> OwnAsync(string slug, Visits visits, CancellationToken cancellation)
    {
        var place = await visits.EnterAsync(slug, Right.SignIn, cancellation);
        return place.Actor.IsSignedIn ? place : throw new SignInNeededException(place.Organisation.Slug);
    }
}
