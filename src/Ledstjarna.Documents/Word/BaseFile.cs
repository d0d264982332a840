using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;

namespace Ledstjarna.Documents.Word;

/// <summary>
/// Reads a template that anyone may have sent, and hands on a copy in which every size is true: the library that reads it next believes what it is
/// told. All within bounds, and nothing is fetched.
/// </summary>
internal static class BaseFile
{
    public const int MostBytes = 20 * 1024 * 1024;
    public const int MostUnpacked = 50 * 1024 * 1024;
    public const int MostPackedFiles = 2_000;

    /// <summary>Of one part of XML: it becomes many times larger in memory.</summary>
    private const int MostXml = 10 * 1024 * 1024;

    /// <summary>No part is packed to less than this share of itself, small parts aside.</summary>
    private const int HighestRatio = 200;
    private const int SmallPart = 1024 * 1024;

    private static ReadOnlySpan<byte> Compound => [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

    /// <exception cref="BaseRefusedException">It is not built on.</exception>
    public static MemoryStream Read(Stream template)
    {
        var file = ReadAll(template);
        CheckOutside(file);
        return Guard(() =>
        {
            using var archive = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
            return Copy(archive);
        });
    }

    /// <summary>Whatever a reader further down stumbles on is damage in the file.</summary>
    public static T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception e)
            when (e
                    is OpenXmlPackageException
                        or XmlException
                        or IOException
                        or InvalidDataException
                        or FormatException
                        or ArgumentException
                        or InvalidOperationException
                        or NotSupportedException
            )
        {
            throw new BaseRefusedException(BaseFault.Damaged, inner: e);
        }
    }

    private static byte[] ReadAll(Stream template)
    {
        using var all = new MemoryStream();
        var block = new byte[64 * 1024];
        int read;
        while ((read = template.Read(block)) > 0)
        {
            all.Write(block, 0, read);
            if (all.Length > MostBytes)
            {
                throw new BaseRefusedException(BaseFault.TooLarge);
            }
        }

        return all.ToArray();
    }

    /// <summary>What can be told before anything is unpacked.</summary>
    private static void CheckOutside(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith(Compound))
        {
            throw new BaseRefusedException(
                file.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) >= 0 ? BaseFault.Encrypted
                : file.IndexOf(Encoding.Unicode.GetBytes("WordDocument")) >= 0 ? BaseFault.OldWord
                : BaseFault.NotWord
            );
        }

        if (!file.StartsWith("PK\x03\x04"u8))
        {
            throw new BaseRefusedException(BaseFault.NotWord);
        }

        // Opening the archive reads its whole directory, however long, before it can be asked.
        if (file.Count("PK\x01\x02"u8) > MostPackedFiles)
        {
            throw new BaseRefusedException(BaseFault.TooManyPackedFiles);
        }

        // The directory stands last, with its end marked.
        if (file.LastIndexOf("PK\x05\x06"u8) is var end && (end < 0 || file.Length - end < 22))
        {
            throw new BaseRefusedException(BaseFault.CutOff);
        }
    }

    private static MemoryStream Copy(ZipArchive archive)
    {
        var parts = new BaseParts();
        var unpacked = 0L;
        foreach (var entry in archive.Entries.Where(e => !e.FullName.EndsWith('/')))
        {
            var content = Unpack(entry, MostUnpacked - unpacked);
            unpacked += content.Length;
            parts.Add(entry.FullName, content);
        }

        parts.Check(MostXml);
        var copy = new MemoryStream();
        using var to = new ZipArchive(copy, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var (name, content) in parts.All)
        {
            using var stream = to.CreateEntry(name).Open();
            stream.Write(content);
        }

        return copy;
    }

    private static byte[] Unpack(ZipArchiveEntry entry, long most)
    {
        if (entry.IsEncrypted)
        {
            throw new BaseRefusedException(BaseFault.Encrypted, entry.FullName);
        }

        using var from = entry.Open();
        using var to = new MemoryStream();
        var block = new byte[64 * 1024];
        int read;
        while ((read = from.Read(block)) > 0)
        {
            to.Write(block, 0, read);
            if (to.Length > most || (to.Length > SmallPart && to.Length > HighestRatio * entry.CompressedLength))
            {
                throw new BaseRefusedException(BaseFault.TooLargeUnpacked, entry.FullName);
            }
        }

        return to.ToArray();
    }
}
