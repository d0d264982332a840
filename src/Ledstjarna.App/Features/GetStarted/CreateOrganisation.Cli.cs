using System.CommandLine;
using Ledstjarna.App.Doors.Cli;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.App.Words;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.GetStarted;

public static class CreateOrganisationCli
{
    public static Command Command()
    {
        var municipality = new Option<string>("--kommun")
        {
            Required = true,
            Description = "Kommunkoden, fyra siffror: 0665. Finns kommunen inte läggs den upp.",
        };
        var email = new Option<string>("--epost") { Required = true, Description = "E-postadressen att logga in med." };
        var name = new Option<string>("--namn") { Required = true, Description = "Namnet, som det ska stå i ändringsloggen." };
        var address = new Option<string>("--adress")
        {
            Description = "Adressen där Ledstjärna nås.",
            DefaultValueFactory = _ => WebDoor.DefaultAddress,
        };
        var create = new Command("create", "Lägger upp en administratör och visar en länk att välja lösenord med.")
        {
            municipality,
            email,
            name,
            address,
        };
        create.SetAction(
            async (parsed, cancellation) =>
            {
                var refused = false;
                var code = await DatabaseVerb.RunAsync(
                    parsed,
                    async (home, output) =>
                    {
                        try
                        {
                            var handler = new CreateOrganisationHandler(
                                home.Database,
                                new Ledger(home.Database, TimeProvider.System),
                                TimeProvider.System
                            );
                            var (administrator, slug) = await handler.HandleAsync(
                                Actor.Operator(default),
                                new CreateOrganisation(parsed.GetValue(municipality)!, parsed.GetValue(name)!, parsed.GetValue(email)!),
                                cancellation
                            );
                            var links = new OneTimeLinks(KeysInDatabase.Provider(home.Database));
                            await output.WriteLineAsync(
                                $"Administratören är upplagd. Välj lösenord inom sju dagar:\n{parsed.GetValue(address)!.TrimEnd('/')}{People.PeopleLinks.ChoosePassword(slug, links.ChoosePassword(administrator))}"
                            );
                        }
                        catch (DomainRuleException e)
                        {
                            refused = true;
                            await parsed.InvocationConfiguration.Error.WriteLineAsync($"{Swedish.Capital(RuleWords.Sentence(e))}.");
                        }
                    },
                    cancellation
                );
                return refused ? 1 : code;
            }
        );
        return new Command("admin", "Lägger upp den som ska administrera en kommun.") { create };
    }
}
