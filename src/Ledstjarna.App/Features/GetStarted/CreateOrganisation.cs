using System.Globalization;
using System.Text;
using Ledstjarna.App.Statistics;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Memos;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Domain.Principles;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.GetStarted;

/// <summary>A municipality and its first administrator.</summary>
/// <param name="MunicipalityCode">One of the 290.</param>
/// <param name="Name">The administrator's, as it will stand in the log.</param>
/// <param name="Email">To sign in with.</param>
public sealed record CreateOrganisation(string MunicipalityCode, string Name, string Email);

/// <summary>
/// Makes an organisation with its council, its board, the principles that ship, and someone who is administrator and strategist. Where the
/// municipality is there already, makes another administrator.
/// </summary>
public sealed class CreateOrganisationHandler(Database database, Ledger ledger, TimeProvider time)
{
    /// <returns>The administrator, who has no password yet, and the word in addresses.</returns>
    /// <exception cref="DomainRuleException">No such municipality, or the address is taken or malformed.</exception>
    public async Task<(Account Administrator, string Slug)> HandleAsync(
        Actor actor,
        CreateOrganisation command,
        CancellationToken cancellation
    )
    {
        actor.Require(Right.ManagePeople);
        await SharedStatistics.AddIfMissingAsync(database, time, cancellation);
        var there = (await database.OrganisationsAsync(cancellation)).FirstOrDefault(o =>
            !o.IsDemo && o.MunicipalityCode.Value == command.MunicipalityCode
        );
        var organisation = there ?? await NewAsync(command, cancellation);
        var account = new Account
        {
            OrganisationId = organisation.OrganisationId,
            Id = new AccountId(Guid.CreateVersion7()),
            Email = command.Email,
            Name = command.Name,
        };
        account.SignOutEverywhere(Guid.NewGuid());
        await ledger.WriteAsync(
            actor with
            {
                Organisation = organisation.OrganisationId,
            },
            async (db, cancel) =>
            {
                if (await db.Set<Account>().AnyAsync(a => a.Email == account.Email, cancel))
                {
                    throw new DomainRuleException(RuleCode.NumberTaken, "email");
                }

                if (there is null)
                {
                    AddOrganisation(db, organisation);
                }

                db.Add(account);
                db.AddRange(new[] { Role.Administrator, Role.Strategist }.Select(r => Grant(account, r)));
                return Entries(organisation, account, isNew: there is null);
            },
            cancellation
        );
        return (account, organisation.Slug);
    }

    private async Task<Organisation> NewAsync(CreateOrganisation command, CancellationToken cancellation)
    {
        var code = new MunicipalityCode(command.MunicipalityCode);
        await using var db = database.Context(default);
        var municipality =
            await db.Set<Municipality>().AsNoTracking().SingleOrDefaultAsync(m => m.Code == code, cancellation)
            ?? throw new DomainRuleException(RuleCode.MunicipalityUnknown, "municipalityCode");
        var slug = SlugOf(municipality.Name);
        var taken = (await database.OrganisationsAsync(cancellation)).Any(o => o.Slug == slug);
        return new Organisation
        {
            OrganisationId = new OrganisationId(Guid.CreateVersion7()),
            Name = OfficialName(municipality.Name),
            MunicipalityCode = code,
            Slug = taken ? $"{slug}-{code.Value}" : slug,
        };
    }

    private static void AddOrganisation(LedstjarnaContext db, Organisation organisation)
    {
        db.Add(organisation);
        var council = Unit(organisation, UnitKind.Council, "KF", "Kommunfullmäktige", null);
        db.AddRange(council, Unit(organisation, UnitKind.Board, "KS", "Kommunstyrelsen", council.Id));
        db.AddRange(ShippedTemplate.All.Select(t => t.For(organisation.OrganisationId, Guid.CreateVersion7())));
        db.AddRange(
            ShippedPrinciple.All.Select(
                (p, i) =>
                    new OrganisationPrinciple
                    {
                        OrganisationId = organisation.OrganisationId,
                        Id = new PrincipleId(Guid.CreateVersion7()),
                        Key = p.Key,
                        Name = p.Name,
                        Words = p.Words,
                        SourceNote = p.SourceNote,
                        Rule = p.Rule,
                        Order = i,
                    }
            )
        );
    }

    private static List<ChangeEntry> Entries(Organisation organisation, Account account, bool isNew)
    {
        var entries = new List<ChangeEntry>();
        if (isNew)
        {
            entries.Add(
                new ChangeEntry(
                    ChangeKind.Created,
                    "kommun",
                    organisation.MunicipalityCode.Value,
                    organisation.Name,
                    [
                        new FieldChange("name", "Namn", null, organisation.Name),
                        new FieldChange("municipalityCode", "Kommunkod", null, organisation.MunicipalityCode.Value),
                    ]
                )
            );
        }

        entries.Add(
            new ChangeEntry(
                ChangeKind.Created,
                "person",
                account.Id.Value.ToString(),
                account.Name,
                [new FieldChange("Roller", "Roller", null, "Administratör, Verksamhetsutvecklare")]
            )
        );
        return entries;
    }

    private static RoleGrant Grant(Account account, Role role) =>
        new()
        {
            OrganisationId = account.OrganisationId,
            Id = new RoleGrantId(Guid.CreateVersion7()),
            AccountId = account.Id,
            Role = role,
        };

    private static Unit Unit(Organisation organisation, UnitKind kind, string abbreviation, string name, UnitId? parent) =>
        new()
        {
            OrganisationId = organisation.OrganisationId,
            Id = new UnitId(Guid.CreateVersion7()),
            Kind = kind,
            Abbreviation = abbreviation,
            Name = name,
            ParentId = parent,
        };

    /// <summary>Genitive by the rule: Vaggeryds, Malmö, Borås.</summary>
    private static string OfficialName(string municipality) =>
        municipality == "Gotland" ? "Region Gotland"
        : municipality[^1] is 's' or 'x' or 'z' ? $"{municipality} kommun"
        : municipality[^1] is 'ö' or 'å' ? $"{municipality} kommun"
        : $"{municipality}s kommun";

    /// <summary>Öckerö → ockero, Upplands-Bro → upplands-bro.</summary>
    private static string SlugOf(string name)
    {
        var plain = name.ToLowerInvariant()
            .Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return string.Concat(plain.Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-'));
    }
}
