using Ledstjarna.Domain.Statistics;
using Ledstjarna.Integrations.Http;
using Ledstjarna.Storage.Writing;

namespace Ledstjarna.App.Features.Statistics;

/// <summary>
/// Fetches the answers of an import, page by page, and keeps each. Broken off it goes on where it was: pages that are there already are not asked
/// for again. Each page is read as it comes, so that a bad one stops the import there and is named.
/// </summary>
internal sealed class KoladaFetch(SourceLimits limits, StatisticsImports imports, TimeProvider time)
{
    /// <summary>Of one address. 25 key figures of 25 areas are a handful.</summary>
    private const int MostPages = 2000;

    /// <param name="import">Begun.</param>
    /// <param name="addresses">What it asks for, the same each time it is gone on with.</param>
    /// <param name="read">Reads a page: gives where the next is, or throws.</param>
    /// <param name="progress">Told of the pages fetched and those expected.</param>
    /// <param name="cancellation">What is fetched is kept.</param>
    /// <returns>Whether all is there. Not so: it was told to stop.</returns>
    /// <exception cref="SourceException">A page could not be had or read.</exception>
    public async Task<bool> RunAsync(
        StatisticsImport import,
        IReadOnlyList<string> addresses,
        Func<byte[], string, string?> read,
        IProgress<(int Fetched, int Expected)>? progress,
        CancellationToken cancellation
    )
    {
        using var client = new SourceClient(limits, time);
        var had = (await imports.PagesAsync(import.Id, cancellation)).ToDictionary(p => (p.Step, p.Page));
        var fetched = had.Count;
        for (var step = 0; step < addresses.Count; step++)
        {
            var seen = new HashSet<string>(StringComparer.Ordinal);
            var address = new Uri(limits.Address, addresses[step]);
            for (var page = 0; ; page++)
            {
                if (page >= MostPages || !seen.Add(address.AbsoluteUri))
                {
                    throw new SourceException(SourceFault.EndlessPages, address.AbsoluteUri);
                }

                string? next;
                if (had.TryGetValue((step, page), out var there))
                {
                    next = there.Next;
                }
                else
                {
                    var body = await client.GetAsync(address, cancellation: cancellation);
                    next = read(body, address.AbsoluteUri) is { } link ? client.Next(address, link).AbsoluteUri : null;
                    var expected = Math.Max(addresses.Count, fetched + addresses.Count - step + (next is null ? 0 : 1));
                    var answer = new FetchedAnswer
                    {
                        ImportId = import.Id,
                        Step = step,
                        Page = page,
                        Address = address.AbsoluteUri,
                        Next = next,
                        FetchedAt = time.GetUtcNow().UtcDateTime,
                        Body = body,
                    };
                    if (!await imports.KeepAsync(answer, expected, cancellation))
                    {
                        return false;
                    }

                    progress?.Report((++fetched, expected));
                }

                if (next is null)
                {
                    break;
                }

                address = new Uri(next);
            }
        }

        return true;
    }
}
