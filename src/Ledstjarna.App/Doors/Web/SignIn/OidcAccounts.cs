using System.Security.Claims;
using Ledstjarna.App.Features.People;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Doors.Web.SignIn;

/// <summary>From what a provider of identities says to a session here.</summary>
internal static class OidcAccounts
{
    /// <returns>Null: the person has no way in here.</returns>
    public static async Task<ClaimsPrincipal?> SignInAsync(HttpContext context, OidcSignIn person)
    {
        var services = context.RequestServices;
        var provider = services.GetRequiredService<IReadOnlyList<OidcProviderSettings>>().Single(p => p.Key == person.ProviderKey);
        var organisation = (await services.GetRequiredService<Database>().OrganisationsAsync(context.RequestAborted)).FirstOrDefault(o =>
            o.Slug == provider.Organisation
        );
        if (organisation is null)
        {
            return null;
        }

        var record = (await services.GetRequiredService<SteeringRecords>().ReadAsync(organisation.OrganisationId, context.RequestAborted))!;
        var account = await services
            .GetRequiredService<SignInThroughProviderHandler>()
            .HandleAsync(
                Actor.Visitor(organisation.OrganisationId, organisation.IsDemo),
                record,
                new ProvidedPerson(person.ProviderKey, person.Subject, person.Name, person.Email, person.Roles),
                context.RequestAborted
            );
        return account is null ? null : Session.Principal(account, services.GetRequiredService<TimeProvider>().GetUtcNow());
    }
}
