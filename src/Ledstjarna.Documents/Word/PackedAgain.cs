using System.IO.Compression;

namespace Ledstjarna.Documents.Word;

/// <summary>Packs a file anew, so that the same content gives the same bytes: names in order, and no trace of when.</summary>
internal static class PackedAgain
{
    private const string ContentTypes = "[Content_Types].xml";
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static void Write(Stream target, Stream file)
    {
        using var from = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
        using var to = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true);

        // Programs that read from the front want to know the parts' types first.
        foreach (var entry in from.Entries.OrderBy(e => e.FullName != ContentTypes).ThenBy(e => e.FullName, StringComparer.Ordinal))
        {
            var copy = to.CreateEntry(entry.FullName);
            copy.LastWriteTime = Always;
            using var source = entry.Open();
            using var content = copy.Open();
            source.CopyTo(content);
        }
    }
}
