using System.Text.Json;
using Ledstjarna.App.Recording;
using Ledstjarna.App.Statistics;
using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Domain.FollowUps;
using Ledstjarna.Domain.Organisations;
using Ledstjarna.Storage;
using Ledstjarna.Storage.Model;
using Ledstjarna.Storage.Reading;
using Ledstjarna.Storage.Writing;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.App.Features.Demo;

/// <summary>Builds the demonstration municipality, whole or not at all. Loaded a second time it changes nothing.</summary>
public sealed class LoadDemoHandler(Database database, SteeringRecords records, TimeProvider time)
{
    /// <returns>How many rows were added; 0 when it was there already.</returns>
    public async Task<int> HandleAsync(Actor actor, CancellationToken cancellation)
    {
        actor.Require(Right.LoadDemo);
        await SharedStatistics.AddIfMissingAsync(database, time, cancellation);
        await ExampleStatistics.AddIfMissingAsync(database, time, cancellation);
        await using var db = database.Context(DemoBuilder.Organisation);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtext('demo'))", cancellation);
        if (await db.Set<Organisation>().AnyAsync(cancellation))
        {
            return 0;
        }

        db.AddRange(
            DemoBuilder.Build(
                Read<DemoSources>("vaggeryd.json", DemoSources.Json),
                Read<DemoExamples>("exempel.json", DemoExamples.Json),
                DateOnly.FromDateTime(time.GetLocalNow().DateTime)
            )
        );
        var rows = await db.SaveChangesAsync(cancellation);
        await FreezeAsync(db, cancellation);
        await transaction.CommitAsync(cancellation);
        return rows;
    }

    /// <summary>The actor that the operator's command is, for the one organisation it may make.</summary>
    public static Actor Operator => Actor.Operator(DemoBuilder.Organisation);

    /// <summary>What the board has decided is frozen, as it is when a decision is registered.</summary>
    private async Task FreezeAsync(LedstjarnaContext db, CancellationToken cancellation)
    {
        var record = (await records.LoadAsync(db, cancellation))!;
        foreach (var followUp in record.FollowUps.Where(f => f.IsDecided))
        {
            var decision = record.Decisions.Single(d => d.Id == followUp.DecisionId);
            await FollowUpFreezer.FreezeAsync(
                db,
                followUp,
                new FrozenFollowUp
                {
                    OrganisationId = followUp.OrganisationId,
                    Id = new FrozenId(DemoBuilder.Guid($"frozen/{followUp.CutOff:yyyy-MM-dd}")),
                    FollowUpId = followUp.Id,
                    Number = 1,
                    BodyId = decision.BodyId,
                    DecisionId = decision.Id,
                    IsWhole = true,
                    At = decision.MeetingDate.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc),
                    By = "Nämndsekreterare",
                },
                FrozenRatings.Of(Situation.On(record, followUp.CutOff)!),
                cancellation
            );
        }
    }

    private static T Read<T>(string name, JsonSerializerOptions options)
    {
        using var stream = typeof(LoadDemoHandler).Assembly.GetManifestResourceStream(name)!;
        return JsonSerializer.Deserialize<T>(stream, options)!;
    }
}
