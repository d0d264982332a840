using System.CommandLine;
using Ledstjarna.App.Doors.Web;
using Ledstjarna.App.Doors.Web.SignIn;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Cluster;

namespace Ledstjarna.App.Doors.Cli;

/// <summary>What <c>ledstjarna</c> does without a verb: opens the database and serves pages until it is told to stop.</summary>
internal static class Serve
{
    public static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Adress att lyssna på. Förval: {WebDoor.DefaultAddress}, bara den egna datorn.",
    };

    public static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        string[] arguments = parsed.GetValue(Urls) is { } urls ? ["--urls", urls] : [];
        try
        {
            await using var home = await DatabaseHome.OpenAsync(Settings.Database(Settings.Read(arguments)), cancellation);
            await using var app = WebDoor.Build(arguments, home.Database);
            await app.StartAsync(cancellation);
            await output.WriteLineAsync($"Ledstjärna är igång: {string.Join(" ", app.Urls)}  (Ctrl-C stoppar)");
            if ((await home.Database.OrganisationsAsync(cancellation)).Count == 0)
            {
                var secret = app.Services.GetRequiredService<OneTimeLinks>().FirstStart();
                await output.WriteLineAsync(
                    $"Första start. Lägg upp er kommun här (länken gäller i sju dagar):\n{app.Urls.First()}/kom-igang?nyckel={Uri.EscapeDataString(secret)}"
                );
            }

            await app.WaitForShutdownAsync(cancellation);
            return 0;
        }
        catch (ClusterException e)
        {
            await errors.WriteLineAsync(e.Message);
            return 1;
        }
        catch (Exception e) when (e is OidcSettingsException or MailSettingsException or StatisticsSettingsException)
        {
            await errors.WriteLineAsync(e.Message);
            return 1;
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            await errors.WriteLineAsync("Adressen är upptagen av ett annat program. Stäng det, eller välj en annan adress med --urls.");
            await errors.WriteLineAsync("The address is taken by another program. Stop it, or choose another address with --urls.");
            return 1;
        }
        catch (FormatException)
        {
            await errors.WriteLineAsync($"Adressen i --urls går inte att läsa. Skriv till exempel {WebDoor.DefaultAddress}.");
            return 1;
        }
    }
}
