using System.Text;

namespace Ledstjarna.Integrations.Files;

/// <summary>What a file is by its first bytes.</summary>
internal enum FileSignature
{
    /// <summary>Nothing known: it may be text.</summary>
    None,
    Zip,

    /// <summary>The container of old Excel, and of a workbook behind a password.</summary>
    Compound,

    /// <summary>A known kind that holds no table we read: PDF, gzip, RTF, a web page, XML.</summary>
    Other,
}

internal static class FileSignatures
{
    private static readonly byte[][] Others =
    [
        [0x1f, 0x8b],
        .. new[] { "%PDF-", "{\\rtf", "<!DOCTYPE", "<html", "<?xml" }.Select(Encoding.ASCII.GetBytes),
    ];

    public static FileSignature Of(ReadOnlySpan<byte> file)
    {
        if (file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8) || file.StartsWith("PK\x07\x08"u8))
        {
            return FileSignature.Zip;
        }

        if (file.StartsWith((ReadOnlySpan<byte>)[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]))
        {
            return FileSignature.Compound;
        }

        var text = file.StartsWith(Encoding.UTF8.Preamble) ? file[3..] : file;
        foreach (var other in Others)
        {
            if (text.Length >= other.Length && Ascii.EqualsIgnoreCase(text[..other.Length], other))
            {
                return FileSignature.Other;
            }
        }

        return FileSignature.None;
    }

    /// <summary>Whether a compound file holds old Excel's own stream, whose name stands in its directory; else a password hides what it holds.</summary>
    public static bool IsOldExcel(ReadOnlySpan<byte> compound) =>
        compound.IndexOf(Encoding.Unicode.GetBytes("EncryptedPackage")) < 0
        && (compound.IndexOf(Encoding.Unicode.GetBytes("Workbook")) >= 0 || compound.IndexOf(Encoding.Unicode.GetBytes("Book")) >= 0);
}
