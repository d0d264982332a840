using System.CommandLine;
using Ledstjarna.App.Doors;
using Ledstjarna.App.Doors.Cli;
using Ledstjarna.App.Words;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Statistics;

public static class ImportStatisticsCli
{
    public static Command Command()
    {
        var from = new Option<string?>("--from") { Description = "Mapp med sparade svar (.json). Utan den hämtas över nätet." };
        var codes = new Option<string[]>("--nyckeltal")
        {
            Description = "Koder på nyckeltal att hämta utöver dem som används: N00945 N15428.",
            AllowMultipleArgumentsPerToken = true,
        };
        var full = new Option<bool>("--hela") { Description = "Hämta alla värden på nytt, inte bara det som ändrats." };
        var kolada = new Command(
            "kolada",
            "Hämtar Koladas katalog och värdena för de nyckeltal som används. Avbruten fortsätter den där den var."
        )
        {
            from,
            codes,
            full,
        };
        kolada.SetAction(
            (parsed, cancellation) =>
                ActAsync(parsed, new ImportStatistics(parsed.GetValue(from), parsed.GetValue(codes), parsed.GetValue(full)), cancellation)
        );
        var scb = new Command("scb", "Hämtar de tabeller hos SCB som någon har gjort nyckeltal av, där SCB har uppdaterat dem.") { full };
        scb.SetAction(
            (parsed, cancellation) =>
                ActAsync(parsed, new ImportStatistics(IsFull: parsed.GetValue(full)) { Source = StatisticsSource.Scb }, cancellation)
        );
        return new Command("import", "Hämtar nationell statistik, över nätet eller ur sparade svar.") { kolada, scb };
    }

    private static async Task<int> ActAsync(ParseResult parsed, ImportStatistics asked, CancellationToken cancellation)
    {
        var errors = parsed.InvocationConfiguration.Error;
        var refused = false;
        var code = await DatabaseVerb.RunAsync(
            parsed,
            async (home, output) => refused = !await RunAsync(home.Database, asked, output, errors, cancellation),
            cancellation
        );
        return refused ? 1 : code;
    }

    private static async Task<bool> RunAsync(
        Database database,
        ImportStatistics asked,
        TextWriter output,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        var time = TimeProvider.System;
        try
        {
            var settings = StatisticsSettings.Read(Settings.Read([]));
            if (asked.Folder is null && !settings.Sources.Contains(asked.Source))
            {
                await errors.WriteLineAsync(
                    asked.Source == StatisticsSource.Scb
                        ? "Hämtning över nätet är avstängd. Sätt Ledstjarna__Scb__Address till https://statistikdatabasen.scb.se/api/v2."
                        : "Hämtning över nätet är avstängd. Sätt Ledstjarna__Kolada__Address till https://api.kolada.se/v3, eller läs sparade svar med --from MAPP."
                );
                return false;
            }

            var records = new SteeringRecords(database, new NationalStatistics());
            var handler = new ImportStatisticsHandler(
                database,
                new StatisticsImports(database, time),
                settings,
                new DeliverFiguresHandler(new Ledger(database, time), records, time),
                new TellOwnersHandler(database, records, new StatisticsChanges(database), new Accounts(database), time),
                time
            );
            var outcome = await handler.HandleAsync(Actor.Operator(default), asked, new Lines(output, time), cancellation);
            foreach (var import in outcome.Imports)
            {
                await output.WriteLineAsync(ImportWords.Sentence(import));
            }

            if (asked.Source == StatisticsSource.Scb && outcome is { Imports.Count: 0, Failed.Count: 0 })
            {
                await output.WriteLineAsync("Inget nytt att hämta från SCB.");
            }

            foreach (var failed in outcome.Failed)
            {
                await errors.WriteLineAsync(SourceWords.Sentence(failed));
            }

            if (outcome.Unknown > 0)
            {
                await output.WriteLineAsync(ImportWords.LeftOut(outcome.Unknown));
            }

            if (outcome.Stopped is not null)
            {
                await output.WriteLineAsync("Hämtningen stoppades. Kör kommandot igen för att fortsätta där den var.");
            }

            return outcome.Failed.Count == 0;
        }
        catch (SourceException e)
        {
            await errors.WriteLineAsync(SourceWords.Sentence(e));
        }
        catch (StatisticsSettingsException e)
        {
            await errors.WriteLineAsync(e.Message);
        }
        catch (ImportIsRunningException)
        {
            await errors.WriteLineAsync("Statistik hämtas redan. Vänta tills det är klart och försök igen.");
        }
        catch (OperationCanceledException)
        {
            await errors.WriteLineAsync("Avbrutet. Kör kommandot igen för att fortsätta där det var.");
        }

        return false;
    }

    /// <summary>A line at most every other second, so that a log is not filled.</summary>
    private sealed class Lines(TextWriter output, TimeProvider time) : IProgress<ImportProgress>
    {
        private long _last;

        public void Report(ImportProgress value)
        {
            if (_last != 0 && time.GetElapsedTime(_last).TotalSeconds < 2)
            {
                return;
            }

            _last = time.GetTimestamp();
            output.WriteLine(
                value.TakenIn is { } values
                    ? $"Läser in: {Swedish.Number(values)} värden"
                    : $"Hämtar {(value.Import.KeyFigures.Count == 0 ? "katalogen" : "värden")}: svar {Swedish.Number(value.Fetched)} av omkring {Swedish.Number(value.Expected)}"
            );
        }
    }
}
