using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Writing;

/// <summary>A file that someone is about to bring in.</summary>
public sealed class Upload
{
    public required OrganisationId OrganisationId { get; init; }

    public required UploadId Id { get; init; }

    /// <summary>The only one who sees it.</summary>
    public required AccountId AccountId { get; init; }

    public required string FileName { get; init; }

    /// <summary>As it was sent.</summary>
    public required byte[] Content { get; init; }

    /// <summary>What each column holds, as matched by hand; empty until then.</summary>
    public required IReadOnlyList<string> Columns { get; set; }

    public required DateTime At { get; init; }
}

/// <summary>How columns with some headings were matched by hand last.</summary>
public sealed class ColumnMatch
{
    public required OrganisationId OrganisationId { get; init; }

    /// <summary>A hash of the headings.</summary>
    public required string Headings { get; init; }

    public required IReadOnlyList<string> Columns { get; set; }
}

/// <summary>
/// Files on their way in: no longer there after a day, removed by the next that comes, and gone when they have been brought in. They are nothing that is steered by, and are not in
/// the log of changes.
/// </summary>
public sealed class Uploads(Database database, TimeProvider time)
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Keeps the newest files of a person; the rest make room.</summary>
    private const int KeptOfEach = 5;

    public async Task<UploadId> AddAsync(Actor actor, string fileName, byte[] content, CancellationToken cancellation)
    {
        await using var db = database.Context(actor.Organisation);
        var now = time.GetUtcNow().UtcDateTime;
        await db.Database.ExecuteSqlAsync(
            $"""
            delete from uploads where organisation_id = {actor.Organisation.Value} and (at < {now - Kept} or id in (
              select id from uploads where organisation_id = {actor.Organisation.Value} and account_id = {actor.Account!.Value.Value}
               order by at desc offset {KeptOfEach - 1}))
            """,
            cancellation
        );
        var upload = new Upload
        {
            OrganisationId = actor.Organisation,
            Id = new UploadId(Guid.CreateVersion7()),
            AccountId = actor.Account!.Value,
            FileName = fileName,
            Content = content,
            Columns = [],
            At = now,
        };
        db.Add(upload);
        await db.SaveChangesAsync(cancellation);
        return upload.Id;
    }

    /// <summary>One's own; null for anyone else's, and when it is no longer kept.</summary>
    public async Task<Upload?> FindAsync(Actor actor, UploadId id, CancellationToken cancellation)
    {
        var oldest = time.GetUtcNow().UtcDateTime - Kept;
        await using var db = database.Context(actor.Organisation);
        return await db.Set<Upload>()
            .AsNoTracking()
            .SingleOrDefaultAsync(u => u.Id == id && u.AccountId == actor.Account && u.At >= oldest, cancellation);
    }

    public async Task RemoveAsync(Actor actor, UploadId id, CancellationToken cancellation)
    {
        await using var db = database.Context(actor.Organisation);
        await db.Database.ExecuteSqlAsync(
            $"delete from uploads where organisation_id = {actor.Organisation.Value} and id = {id.Value} and account_id = {actor.Account!.Value.Value}",
            cancellation
        );
    }

    /// <summary>Columns matched by hand, for this file and for the next with the same headings.</summary>
    public async Task MatchAsync(Actor actor, UploadId id, string headings, IReadOnlyList<string> columns, CancellationToken cancellation)
    {
        await using var db = database.Context(actor.Organisation);
        if (await db.Set<Upload>().SingleOrDefaultAsync(u => u.Id == id && u.AccountId == actor.Account, cancellation) is { } upload)
        {
            upload.Columns = columns;
        }

        if (await db.Set<ColumnMatch>().SingleOrDefaultAsync(m => m.Headings == headings, cancellation) is { } known)
        {
            known.Columns = columns;
        }
        else
        {
            db.Add(
                new ColumnMatch
                {
                    OrganisationId = actor.Organisation,
                    Headings = headings,
                    Columns = columns,
                }
            );
        }

        await db.SaveChangesAsync(cancellation);
    }

    public async Task<IReadOnlyList<string>> MatchedAsync(Actor actor, string headings, CancellationToken cancellation)
    {
        await using var db = database.Context(actor.Organisation);
        return (await db.Set<ColumnMatch>().AsNoTracking().SingleOrDefaultAsync(m => m.Headings == headings, cancellation))?.Columns ?? [];
    }
}
