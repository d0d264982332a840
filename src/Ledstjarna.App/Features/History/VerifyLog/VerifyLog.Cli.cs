using System.CommandLine;
using Ledstjarna.App.Doors;
using Ledstjarna.App.Doors.Cli;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.History;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.History;

/// <summary>The verbs that prove the log of changes and keep its anchors.</summary>
public static class VerifyLogCli
{
    public static Command Verify()
    {
        var command = new Command(
            "verify-log",
            "Kontrollerar att ändringsloggen är hel, för alla kommuner. Avslutar med 1 om någon länk är bruten."
        );
        command.SetAction((parsed, cancellation) => VerifyAsync(parsed, cancellation));
        return command;
    }

    public static Command Export()
    {
        var command = new Command(
            "export-anchor",
            "Sparar ändringsloggens senaste länk utanför databasen. Servern gör det själv en gång om dygnet."
        );
        command.SetAction(
            (parsed, cancellation) =>
                DatabaseVerb.RunAsync(
                    parsed,
                    async (home, output) =>
                    {
                        var handler = new KeepAnchorHandler(new ChangeLog(home.Database), TimeProvider.System);
                        foreach (var organisation in await home.Database.OrganisationsAsync(cancellation))
                        {
                            var isNew = await handler.HandleAsync(
                                Actor.Operator(organisation.OrganisationId),
                                Anchors(organisation),
                                cancellation
                            );
                            await output.WriteLineAsync($"{organisation.Name}: {(isNew ? "sparad" : "inget nytt att spara")}.");
                        }
                    },
                    cancellation
                )
        );
        return command;
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var isWhole = true;
        var code = await DatabaseVerb.RunAsync(
            parsed,
            async (home, output) =>
            {
                var handler = new VerifyLogHandler(new ChangeLog(home.Database));
                foreach (var organisation in await home.Database.OrganisationsAsync(cancellation))
                {
                    var check = await handler.HandleAsync(Actor.Operator(organisation.OrganisationId), Anchors(organisation), cancellation);
                    isWhole &= check.Fault is null;
                    await output.WriteLineAsync($"{organisation.Name}: {Words(check)}");
                }
            },
            cancellation
        );
        return code != 0 ? code
            : isWhole ? 0
            : 1;
    }

    private static AnchorFile Anchors(Organisation organisation) => new(Settings.Anchors(Settings.Read([])), organisation.Slug);

    private static string Words(ChainCheck check) =>
        check.Fault switch
        {
            null when check.Links == 0 => "loggen är tom.",
            null => $"loggen är hel, {check.Links} länkar.",
            ChainFault.Altered => $"länk {check.Number} är ändrad efteråt. De {check.Links} före den håller.",
            ChainFault.Detached => $"länk {check.Number} bygger inte på länken före. De {check.Links} före den håller.",
            ChainFault.Gap => $"länk {check.Number} saknas. De {check.Links} före den håller.",
            _ => $"loggen är avkortad eller utbytt från länk {check.Number}: den stämmer inte med det som är sparat utanför databasen.",
        };
}
