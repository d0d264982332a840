using Ledstjarna.Domain;
using Ledstjarna.Domain.Access;
using Ledstjarna.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Writing;

/// <summary>A file's content: of a document in a matter, or of a memo template's base, by that one's id.</summary>
public sealed class DocumentFile
{
    public required OrganisationId OrganisationId { get; init; }

    public required Guid Id { get; init; }

    public required byte[] Content { get; set; }
}

/// <summary>Reads and keeps files' contents. What they are and who may have them is told elsewhere.</summary>
public sealed class DocumentFiles(Database database)
{
    /// <summary>Null: there is none.</summary>
    public async Task<byte[]?> ReadAsync(Actor actor, Guid id, CancellationToken cancellation)
    {
        await using var db = database.Context(actor.Organisation);
        return await db.Set<DocumentFile>().Where(f => f.Id == id).Select(f => f.Content).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>Adds a content, or puts it in the place of what was there, within the context's transaction.</summary>
    public static async Task KeepAsync(LedstjarnaContext db, Guid id, byte[] content, CancellationToken cancellation)
    {
        if (await db.Set<DocumentFile>().SingleOrDefaultAsync(f => f.Id == id, cancellation) is { } known)
        {
            known.Content = content;
            return;
        }

        db.Add(
            new DocumentFile
            {
                OrganisationId = db.Organisation,
                Id = id,
                Content = content,
            }
        );
    }

    public static async Task RemoveAsync(LedstjarnaContext db, Guid id, CancellationToken cancellation)
    {
        if (await db.Set<DocumentFile>().SingleOrDefaultAsync(f => f.Id == id, cancellation) is { } known)
        {
            db.Remove(known);
        }
    }
}
