using System.Buffers.Binary;

namespace Ledstjarna.Documents;

/// <summary>A picture with the words for those who cannot see it.</summary>
public sealed record Figure : Block
{
    private const int Header = 24;
    private const int LongestSide = 20_000;

    /// <param name="png">A PNG file.</param>
    /// <param name="alternativeText">What the picture says, not that it is a picture.</param>
    /// <exception cref="ArgumentException">It is no PNG, or has no words.</exception>
    public Figure(ReadOnlyMemory<byte> png, string alternativeText)
    {
        if (!IsPng(png.Span))
        {
            throw new ArgumentException("Not a PNG.", nameof(png));
        }

        if (CleanText.Line(alternativeText).Length == 0)
        {
            throw new ArgumentException("A picture needs words.", nameof(alternativeText));
        }

        (Png, AlternativeText) = (png, alternativeText);
        PixelWidth = BinaryPrimitives.ReadInt32BigEndian(png.Span[16..]);
        PixelHeight = BinaryPrimitives.ReadInt32BigEndian(png.Span[20..]);
        if (PixelWidth is < 1 or > LongestSide || PixelHeight is < 1 or > LongestSide)
        {
            throw new ArgumentException("A PNG of no or too large size.", nameof(png));
        }
    }

    public ReadOnlyMemory<byte> Png { get; }

    public string AlternativeText { get; }

    /// <summary>Shown below; what the picture shows and where it is from.</summary>
    public string? Caption { get; init; }

    public int PixelWidth { get; }

    public int PixelHeight { get; }

    /// <summary>Pixels shown per inch: 96 as on a screen, 192 for a picture drawn twice as sharp. Never wider than the text.</summary>
    public int PixelsPerInch
    {
        get;
        init => field = value is >= 48 and <= 1200 ? value : throw new ArgumentOutOfRangeException(nameof(value));
    } = 192;

    private static bool IsPng(ReadOnlySpan<byte> bytes) =>
        bytes.Length > Header && bytes.StartsWith(Signature) && bytes[12..16].SequenceEqual("IHDR"u8);

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0d, 0x0a, 0x1a, 0x0a];
}
