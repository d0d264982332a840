using System.IO.Compression;

namespace Ledstjarna.Integrations.Files;

/// <summary>One packed file as another points to it.</summary>
/// <param name="Id">What the pointing file calls it.</param>
/// <param name="Kind">The last word of its type: worksheet, sharedStrings, styles …</param>
/// <param name="Name">The full name within the package.</param>
internal readonly record struct PackedLink(string Id, string Kind, string Name);

/// <summary>
/// What is packed in a workbook. Only files that the workbook points to are unpacked, one by one, as a stream in memory; names are looked up
/// in the package and nowhere else.
/// </summary>
internal sealed class PackedFiles : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly ReadingBudget _budget;

    private PackedFiles(ZipArchive archive, ReadingBudget budget)
    {
        _archive = archive;
        _budget = budget;
        foreach (var entry in archive.Entries)
        {
            // Of two files with one name, programs would disagree on which to show.
            if (!_entries.TryAdd(entry.FullName.Replace('\\', '/'), entry))
            {
                throw new TableRefusedException(TableFault.Damaged);
            }
        }
    }

    public static PackedFiles Open(ReadOnlyMemory<byte> file, ReadingBudget budget)
    {
        // Counted here, for opening the archive reads its whole directory, however long, before it can be asked.
        if (file.Span.Count("PK\x01\x02"u8) > budget.Limits.PackedFiles)
        {
            throw new TableRefusedException(TableFault.TooManyPackedFiles);
        }

        // The directory stands last, with its end marked: without the mark the end of the file is missing.
        if (file.Span.LastIndexOf("PK\x05\x06"u8) is var end && (end < 0 || file.Length - end < 22))
        {
            throw new TableRefusedException(TableFault.CutOff);
        }

        return new PackedFiles(new ZipArchive(new MemoryStream(file.ToArray(), writable: false), ZipArchiveMode.Read), budget);
    }

    public PackedXml? Read(string name)
    {
        if (!_entries.TryGetValue(name, out var entry))
        {
            return null;
        }

        return entry.IsEncrypted
            ? throw new TableRefusedException(TableFault.Encrypted)
            : new PackedXml(new UnpackedStream(entry.Open(), entry.Crc32, _budget));
    }

    /// <summary>What a packed file points to within the package; the empty name is the package itself.</summary>
    public List<PackedLink> LinksOf(string name)
    {
        var cut = name.LastIndexOf('/') + 1;
        var (folder, links) = (name[..cut], new List<PackedLink>());
        using var xml = Read($"{folder}_rels/{name[cut..]}.rels");
        foreach (var element in xml?.Children() ?? [])
        {
            if (element == "Relationship" && xml!["TargetMode"] != "External" && xml["Target"] is { } target)
            {
                links.Add(new(xml["Id"] ?? "", (xml["Type"] ?? "").Split('/')[^1], Resolve(folder, target)));
            }
        }

        xml?.Finish();
        return links;
    }

    public void Dispose() => _archive.Dispose();

    /// <summary>The name a target has in the package. One that climbs out of it names nothing there.</summary>
    private static string Resolve(string folder, string target)
    {
        var path = new List<string>();
        foreach (var step in (target.StartsWith('/') ? target : folder + target).Split('/'))
        {
            if (step == ".." && path.Count > 0)
            {
                path.RemoveAt(path.Count - 1);
            }
            else if (step is not ("" or "."))
            {
                path.Add(step);
            }
        }

        return string.Join('/', path);
    }
}
