using System.CommandLine;
using Ledstjarna.App.Doors.Cli;
using Ledstjarna.Storage.Reading;

namespace Ledstjarna.App.Features.Demo;

public static class LoadDemoCli
{
    public static Command Command()
    {
        var command = new Command("demo", "Bygger demokommunen Vaggeryd i databasen. Finns den redan ändras inget.");
        command.SetAction(
            (parsed, cancellation) =>
                DatabaseVerb.RunAsync(
                    parsed,
                    async (home, output) =>
                    {
                        var rows = await new LoadDemoHandler(
                            home.Database,
                            new SteeringRecords(home.Database, new NationalStatistics()),
                            TimeProvider.System
                        ).HandleAsync(LoadDemoHandler.Operator, cancellation);
                        await output.WriteLineAsync(
                            rows == 0 ? "Demokommunen finns redan. Inget är ändrat." : $"Demokommunen är byggd: {rows} rader."
                        );
                    },
                    cancellation
                )
        );
        return command;
    }
}
