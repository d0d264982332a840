using System.Globalization;
using Ledstjarna.Domain;
using Ledstjarna.Domain.History;
using Microsoft.EntityFrameworkCore;

namespace Ledstjarna.Storage.Writing;

/// <summary>What to look for in the log. Null: anything.</summary>
/// <param name="ThingKind">The kind of thing.</param>
/// <param name="ThingId">Which thing.</param>
/// <param name="By">Who: any part of the name.</param>
/// <param name="From">The first day, UTC.</param>
/// <param name="To">The last day, UTC.</param>
/// <param name="Before">Only links with a lower number: the next page.</param>
/// <param name="WithParts">What stands in the thing too: these, and those that were taken out of it.</param>
public sealed record ChangeFilter(
    string? ThingKind = null,
    string? ThingId = null,
    string? By = null,
    DateOnly? From = null,
    DateOnly? To = null,
    long? Before = null,
    IReadOnlyList<string>? WithParts = null
);

/// <summary>Reads and proves the log of changes.</summary>
public sealed class ChangeLog(Database database)
{
    /// <summary>Newest first.</summary>
    public async Task<IReadOnlyList<Change>> FindAsync(
        OrganisationId organisation,
        ChangeFilter filter,
        int most,
        CancellationToken cancellation
    )
    {
        await using var db = database.Context(organisation);
        var changes = db.Set<Change>().AsNoTracking();
        if (filter is { WithParts: { } parts, ThingKind: { } of, ThingId: { Length: > 0 } whole })
        {
            // What was taken out is known by the link that did: it says what it stood in.
            var taken = await changes
                .Where(c => c.ThingKind.StartsWith(of + "-") && c.Fields.Contains(whole))
                .Select(c => c.ThingId)
                .Distinct()
                .ToListAsync(cancellation);
            List<string> ids = [.. parts, .. taken, whole];
            changes = changes.Where(c => (c.ThingKind == of || c.ThingKind.StartsWith(of + "-")) && ids.Contains(c.ThingId));
        }
        else
        {
            if (filter.ThingKind is { } kind)
            {
                changes = changes.Where(c => c.ThingKind == kind);
            }

            if (filter.ThingId is { } id)
            {
                changes = changes.Where(c => c.ThingId == id);
            }
        }

        if (filter.By is { } by)
        {
            var pattern =
                "%"
                + by.Replace(@"\", @"\\", StringComparison.Ordinal)
                    .Replace("%", @"\%", StringComparison.Ordinal)
                    .Replace("_", @"\_", StringComparison.Ordinal)
                + "%";
            changes = changes.Where(c => EF.Functions.ILike(c.By, pattern));
        }

        if (filter.From is { } from)
        {
            var start = from.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            changes = changes.Where(c => c.At >= start);
        }

        if (filter.To is { } to)
        {
            var end = to.ToDateTime(TimeOnly.MaxValue, DateTimeKind.Utc);
            changes = changes.Where(c => c.At <= end);
        }

        if (filter.Before is { } before)
        {
            changes = changes.Where(c => c.Number < before);
        }

        return await changes.OrderByDescending(c => c.Number).Take(most).ToListAsync(cancellation);
    }

    /// <summary>Proves the chain, link by link from the first.</summary>
    public async Task<ChainCheck> VerifyAsync(OrganisationId organisation, IEnumerable<ChainAnchor> anchors, CancellationToken cancellation)
    {
        var chain = new ChangeChain(anchors);
        await using var db = database.Context(organisation);
        await foreach (
            var change in db.Set<Change>().AsNoTracking().OrderBy(c => c.Number).AsAsyncEnumerable().WithCancellation(cancellation)
        )
        {
            chain.Add(change);
        }

        return chain.Result();
    }

    /// <summary>The newest link; number 0 where there is none.</summary>
    public async Task<ChainAnchor> NewestAsync(OrganisationId organisation, CancellationToken cancellation)
    {
        await using var db = database.Context(organisation);
        var newest = await db.Set<Change>()
            .AsNoTracking()
            .OrderByDescending(c => c.Number)
            .Select(c => new { c.Number, c.Hash })
            .FirstOrDefaultAsync(cancellation);
        return newest is null ? new ChainAnchor(0, "") : new ChainAnchor(newest.Number, Convert.ToHexStringLower(newest.Hash));
    }
}

/// <summary>The anchors of one organisation: a text file outside the database, a line a day, only ever added to.</summary>
public sealed class AnchorFile(string folder, string slug)
{
    private string FileName => Path.Combine(folder, $"{slug}.txt");

    /// <summary>Adds the newest link unless it is there already.</summary>
    /// <returns>Whether a line was added.</returns>
    public async Task<bool> AddAsync(ChainAnchor anchor, DateOnly day, CancellationToken cancellation)
    {
        if (anchor.Number == 0 || Read() is [.., var last] && last == anchor)
        {
            return false;
        }

        Directory.CreateDirectory(folder);
        await File.AppendAllTextAsync(
            FileName,
            string.Create(CultureInfo.InvariantCulture, $"{day:yyyy-MM-dd} {anchor.Number} {anchor.Hash}\n"),
            cancellation
        );
        return true;
    }

    /// <summary>Every anchor kept; a line that is half written is let be.</summary>
    public IReadOnlyList<ChainAnchor> Read() =>
        File.Exists(FileName)
            ?
            [
                .. File.ReadLines(FileName)
                    .Select(l => l.Split(' '))
                    .Where(p =>
                        p.Length == 3 && p[2].Length == 64 && long.TryParse(p[1], NumberStyles.None, CultureInfo.InvariantCulture, out _)
                    )
                    .Select(p => new ChainAnchor(long.Parse(p[1], CultureInfo.InvariantCulture), p[2])),
            ]
            : [];
}
