using System.Buffers;
using System.Text;

namespace Ledstjarna.Integrations.Files;

/// <summary>Finds out how a text file writes its characters. Byte order marks are believed; without one it is UTF-8 if it can be, else Windows-1252.</summary>
internal static class TextEncoding
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>What Windows-1252 has no character for, and control characters that no one types: signs of something else than text.</summary>
    private static readonly SearchValues<byte> NotWestern = SearchValues.Create([
        .. Enumerable.Range(0, 32).Select(b => (byte)b).Except("\t\n\v\f\r"u8.ToArray()),
        0x7f,
        0x81,
        0x8d,
        0x8f,
        0x90,
        0x9d,
    ]);

    /// <summary>Without byte order mark.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        var text =
            bytes.StartsWith(Encoding.UTF8.Preamble) ? Checked(file[3..])
            : bytes.StartsWith(Encoding.Unicode.Preamble) ? FromUtf16(bytes[2..], bigEndian: false)
            : bytes.StartsWith(Encoding.BigEndianUnicode.Preamble) ? FromUtf16(bytes[2..], bigEndian: true)
            : System.Text.Unicode.Utf8.IsValid(bytes) ? file
            : FromWestern(bytes);
        return text.Span.Contains((byte)0) ? throw new TableRefusedException(TableFault.NotText) : text;
    }

    private static ReadOnlyMemory<byte> Checked(ReadOnlyMemory<byte> utf8) =>
        System.Text.Unicode.Utf8.IsValid(utf8.Span) ? utf8
        : UnendedTail(utf8.Span) > 0 ? throw new TableRefusedException(TableFault.CutOff)
        : throw new TableRefusedException(TableFault.NotText);

    private static ReadOnlyMemory<byte> FromUtf16(ReadOnlySpan<byte> bytes, bool bigEndian)
    {
        if (bytes.Length % 2 != 0)
        {
            throw new TableRefusedException(TableFault.CutOff);
        }

        try
        {
            var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);
            return Utf8.GetBytes(encoding.GetString(bytes));
        }
        catch (DecoderFallbackException e)
        {
            throw new TableRefusedException(TableFault.NotText, inner: e);
        }
    }

    private static ReadOnlyMemory<byte> FromWestern(ReadOnlySpan<byte> bytes)
    {
        // Read as Windows-1252, a UTF-8 file that was cut in the middle of a character would come out as nonsense.
        if (UnendedTail(bytes) is > 0 and var tail && !Ascii.IsValid(bytes[..^tail]))
        {
            throw new TableRefusedException(TableFault.CutOff);
        }

        return bytes.ContainsAny(NotWestern)
            ? throw new TableRefusedException(TableFault.NotText)
            : Utf8.GetBytes(Western.GetString(bytes));
    }

    /// <summary>The bytes of a last character that has begun and not ended, when all before is UTF-8; else 0.</summary>
    private static int UnendedTail(ReadOnlySpan<byte> bytes)
    {
        for (var tail = 1; tail <= Math.Min(3, bytes.Length); tail++)
        {
            if (Rune.DecodeFromUtf8(bytes[^tail..], out _, out _) == OperationStatus.NeedMoreData)
            {
                return System.Text.Unicode.Utf8.IsValid(bytes[..^tail]) ? tail : 0;
            }
        }

        return 0;
    }
}
