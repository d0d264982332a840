using System.CommandLine;

namespace Ledstjarna.App.Doors.Cli;

internal static class Migrate
{
    public static Command Command()
    {
        var command = new Command("migrate", "Gör i ordning databasen och uppdaterar dess schema.");
        command.SetAction(
            (parsed, cancellation) =>
                DatabaseVerb.RunAsync(
                    parsed,
                    (home, output) =>
                        output.WriteLineAsync(
                            home.Applied.Count == 0 ? "Schemat är redan uppdaterat." : $"Uppdaterat: {string.Join(", ", home.Applied)}."
                        ),
                    cancellation
                )
        );
        return command;
    }
}
