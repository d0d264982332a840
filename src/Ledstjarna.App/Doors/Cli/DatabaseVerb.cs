using System.CommandLine;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Cluster;

namespace Ledstjarna.App.Doors.Cli;

/// <summary>A verb that needs the database: opens it by the same settings as the server does, and says in plain words when it cannot be had.</summary>
internal static class DatabaseVerb
{
    public static async Task<int> RunAsync(ParseResult parsed, Func<DatabaseHome, TextWriter, Task> work, CancellationToken cancellation)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        try
        {
            await using var home = await DatabaseHome.OpenAsync(Settings.Database(Settings.Read([])), cancellation);
            await work(home, output);
            return 0;
        }
        catch (ClusterException e)
        {
            await errors.WriteLineAsync(e.Message);
            return 1;
        }
        catch (Npgsql.NpgsqlException e)
        {
            await errors.WriteLineAsync($"Databasen avbröt: {e.Message} Inget är ändrat. Kontrollera diskutrymmet och försök igen.");
            await errors.WriteLineAsync($"The database broke off: {e.Message} Nothing is changed. Check the disk space and try again.");
            return 1;
        }
    }
}
