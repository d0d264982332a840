using System.Text.Json;
using Ledstjarna.App.Statistics;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Demo;

/// <summary>Builds the demonstration municipality, whole or not at all. Loaded a second time it changes nothing.</summary>
public sealed class LoadDemoHandler(Database database)
{
    /// <returns>How many rows were added; 0 when it was there already.</returns>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Require(Right.LoadDemo);
        await using var db = database.Context(DemoBuilder.Organisation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('demo'))", cancellation);
        if (await db.Set<Organisation>().AnyAsync(cancellation))
        {
            return 0;
        }

        await SharedStatistics.AddIfMissingAsync(db, cancellation);
        db.AddRange(
            DemoBuilder.Build(Read<DemoSources>("vaggeryd.json", DemoSources.Json), Read<DemoExamples>("exempel.json", DemoExamples.Json))
        );
        var rows = await db.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        return rows;
    }

    /// <summary>The actor that the operator's command is, for the one organisation it may make.</summary>
    public static Actor Operator => Actor.Operator(DemoBuilder.Organisation);

    private static T Read<T>(string name, JsonSerializerOptions options)
    {
        using var stream = typeof(LoadDemoHandler).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, options)!;
    }
}
